using System.Net.Http.Headers;
using CsirtFlow.Api.Access;
using CsirtFlow.Api.Board;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

/// <summary>緊急閲覧: opened by whom it is open to, seen by everybody concerned, over after an hour.</summary>
public sealed class EmergencyViewTests(AppFixture fixture)
{
    private const string Title = "持ち出しの疑い";
    private const string Reason = "責任者に連絡がつかず、被害が広がっている";

    [Fact]
    public async Task The_supervising_officer_opens_it_for_an_hour_and_the_named_and_the_auditor_are_alarmed()
    {
        await using var app = await fixture.Own();
        var (number, officer) = (await Hidden(app), app.As("shobocho"));
        var refused = await officer.Get($"/incidents/{number}");
        Assert.Equal(403, refused.Code);
        Assert.Contains("緊急閲覧の理由", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, refused.Text, StringComparison.Ordinal);
        (await officer.Get($"/api/incidents/{number}")).Is(404, "not-found");

        (await officer.Post($"/api/incidents/{number}/emergency-views", new ViewInEmergency("至急"))).Breaks("emergency-explained");
        (await officer.Post($"/api/incidents/{number}/emergency-views", new ViewInEmergency(Reason))).Ok();
        await app.Quiet();

        Assert.Contains(Title, (await officer.Get($"/incidents/{number}")).Ok().Text, StringComparison.Ordinal);
        foreach (var path in new[] { $"/api/incidents/{number}/events", $"/reports/{number}", $"/incidents/{number}/duties", $"/api/incidents/{number}/documents/chronology" }) (await officer.Get(path)).Ok();
        var alarms = (await NoticeTests.Notices(app, number)).Where(n => n.Reason is NoticeReason.EmergencyView).ToList();
        Assert.Equal(["csirt", "kanri", "kansa"], alarms.Select(n => n.PersonId).Order());
        var mails = app.Mails(number).Where(m => m.Subject!.Contains("緊急閲覧", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, mails.Count);
        Assert.All(mails, m => Assert.DoesNotMatch($"{Title}|{Reason}|仮名 消二", m.TextBody!));
        Assert.Equal([$"{ViewKind.Emergency} SupervisingOfficer True", $"{ViewKind.Page} SupervisingOfficer True"],
            (await app.As("kansa").Get("/api/access?person=shobocho")).Ok().Read<MatterViewed[]>().Where(v => v.Kind is ViewKind.Emergency or ViewKind.Page).Select(v => $"{v.Kind} {v.Origin.By.Office} {v.InEmergency}").Distinct().Order());
        foreach (var person in new[] { "csirt", "kansa" }) Assert.Contains(Reason, (await app.As(person).Get($"/incidents/{number}")).Ok().Text, StringComparison.Ordinal);

        app.Clock.Advance(ViewInEmergency.Lasts);
        Assert.Equal(403, (await officer.Get($"/incidents/{number}")).Code);
        (await officer.Get($"/api/incidents/{number}")).Is(404, "not-found");
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task It_is_only_looked_at_and_stands_in_no_list()
    {
        await using var app = await fixture.Own();
        var (number, officer) = (await Hidden(app), app.As("shobocho"));
        (await app.As("csirt").Post($"/api/incidents/{number}/drafts", new DraftDocument("internal-first-report"))).Ok();
        (await officer.Post($"/api/incidents/{number}/emergency-views", new ViewInEmergency(Reason))).Ok();
        await app.Quiet();

        (await officer.Post($"/api/incidents/{number}/restriction", new RestrictIncident([], "解除"))).Is(404, "not-found");
        (await officer.Post($"/api/incidents/{number}/notes", new AddNote("見た"))).Is(404, "not-found");
        (await officer.Post($"/api/incidents/{number}/drafts/internal-first-report/1/approval", new ApproveDocument("x"))).Is(404, "not-found");
        Assert.DoesNotContain($"/incidents/{number}/do/", (await officer.Get($"/incidents/{number}")).Ok().Text, StringComparison.Ordinal);
        Assert.Empty((await officer.Get("/api/incidents?show=all")).Ok().Read<CaseList>().Cases);
        Assert.DoesNotContain(number, (await officer.Get("/deadlines")).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_organisation_decides_which_offices_may_open_it()
    {
        await using var app = await fixture.Own();
        var number = await Hidden(app);
        Assert.Contains("緊急閲覧ができる役職：統括情報セキュリティ責任者（副CISO）、最高情報セキュリティ責任者（CISO）", (await app.As("shokuin").Get("/organisation")).Ok().Text, StringComparison.Ordinal);
        await app.Revise(o => o with { Settings = o.Settings with { EmergencyViewOffices = [Office.ContactPoint] } });

        (await app.As("shobocho").Post($"/api/incidents/{number}/emergency-views", new ViewInEmergency(Reason))).Is(404, "not-found");
        Assert.Equal(404, (await app.As("shobocho").Get($"/incidents/{number}")).Code);
        Assert.Equal(403, (await app.As("madoguchi").Get($"/incidents/{number}")).Code);
        (await app.As("madoguchi").Post($"/api/incidents/{number}/emergency-views", new ViewInEmergency(Reason))).Ok();
        Assert.Contains(Title, (await app.As("madoguchi").Get($"/incidents/{number}")).Ok().Text, StringComparison.Ordinal);
        (await app.As("madoguchi").Post($"/api/incidents/{number}/ended-emergency-views", new EndEmergencyView("madoguchi"))).Ok();
    }

    [Fact]
    public async Task It_ends_with_the_office_in_which_it_was_opened()
    {
        await using var app = await fixture.Own();
        var (number, officer) = (await Hidden(app), app.As("shobocho"));
        (await officer.Post($"/api/incidents/{number}/emergency-views", new ViewInEmergency(Reason))).Ok();
        (await officer.Get($"/incidents/{number}")).Ok();

        await app.Revise(o => o with { Assignments = [.. o.Assignments.Where(a => a.PersonId != "shobocho")] });

        foreach (var path in new[] { $"/incidents/{number}", $"/api/incidents/{number}", $"/api/reports/{number}" }) Assert.Equal(404, (await officer.Get(path)).Code);
    }

    [Theory]
    [InlineData("shobocho"), InlineData("csirt")]
    public async Task It_is_ended_earlier(string by)
    {
        await using var app = await fixture.Own();
        var number = await Hidden(app);
        (await app.As("shobocho").Post($"/api/incidents/{number}/emergency-views", new ViewInEmergency(Reason))).Ok();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains($"/incidents/{number}/emergency-view/end", (await app.As(by).Get($"/incidents/{number}")).Ok().Text, StringComparison.Ordinal);

        (await app.As(by).Post($"/api/incidents/{number}/ended-emergency-views", new EndEmergencyView("shobocho"))).Ok();

        Assert.Equal(403, (await app.As("shobocho").Get($"/incidents/{number}")).Code);
        (await app.As(by).Post($"/api/incidents/{number}/ended-emergency-views", new EndEmergencyView("shobocho"))).Breaks("emergency-view-runs");
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task Whom_it_is_about_finds_nothing_there()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app, title: Title);
        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["jicho"], "CISOと統括に関わる", InvolvedIds: ["kanri", "shobocho"]))).Ok();

        foreach (var person in new[] { "kanri", "shobocho" })
        {
            Assert.Equal(404, (await app.As(person).Get($"/incidents/{number}")).Code);
            (await app.As(person).Post($"/api/incidents/{number}/emergency-views", new ViewInEmergency(Reason))).Is(404, "not-found");
        }
        // The deputy of the supervising officer is not involved.
        Assert.Equal(403, (await app.As("somu-kacho").Get($"/incidents/{number}")).Code);
    }

    [Fact]
    public async Task An_old_version_tells_whom_the_restriction_keeps_out_nothing_of_what_has_happened()
    {
        var app = await fixture.Shared();
        var number = await Hidden(app);

        var opened = (await app.As("shobocho").Post($"/api/incidents/{number}/emergency-views", new ViewInEmergency(Reason), version: 1)).Ok();

        Assert.DoesNotContain("認定", opened.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_refusal_and_the_page_under_an_emergency_view_are_said_in_English_too()
    {
        var app = await fixture.Shared();
        var number = await Hidden(app);
        foreach (var person in new[] { "shobocho", "csirt" })
        {
            if (person == "csirt") (await app.As("shobocho").Post($"/api/incidents/{number}/emergency-views", new ViewInEmergency(Reason))).Ok();
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/incidents/{number}?lang=en");
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
            var page = (await app.As(person).Send(request)).Text;

            Assert.Contains("mergency view", page, StringComparison.Ordinal);
            Assert.Empty(English.Heard.Japanese(page).Distinct());
        }
    }

    private static async Task<string> Hidden(App app)
    {
        var number = await An.Incident(app, title: Title);
        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["csirt"], "内部不正の疑い"))).Ok();
        await app.Quiet();
        return number;
    }
}

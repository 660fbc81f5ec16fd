using CsirtFlow.Api.Access;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

/// <summary>閲覧の記録 (34-2-3, 50-1): nobody looks at a restricted matter unseen.</summary>
public sealed class AccessRecordTests(AppFixture fixture)
{
    private const string Title = "持ち出しの疑い";

    [Fact]
    public async Task Whoever_looks_is_recorded_with_office_kind_and_place_once_in_a_quarter_of_an_hour()
    {
        await using var app = await fixture.Own();
        var (matter, csirt) = (await Restricted(app), app.As("csirt"));
        var (page, form) = ($"/incidents/{matter.Number}", $"/incidents/{matter.Number}/documents/internal-first-report/1");
        app.Clock.Advance(MatterViewed.Once);
        (string Path, ViewKind Kind)[] looks =
        [
            (page, ViewKind.Page), ($"/reports/{matter.Number}", ViewKind.Page), ($"{page}?asOf=2030-04-01T09:00", ViewKind.Past), ($"{page}?viewer=Ciso", ViewKind.OfficeKnew), ($"/api{page}", ViewKind.Program), ($"/api{page}/events", ViewKind.Program),
            (form, ViewKind.Document), ($"{form}/copies/{matter.Copy}", ViewKind.File), ($"{page}/files/{matter.Evidence}", ViewKind.File), ($"/api{page}/documents/chronology", ViewKind.Document), ($"{page}/persons", ViewKind.PersonList),
            ($"{page}/duties/document", ViewKind.Export), ($"{page}/deadlines.ics", ViewKind.Export), ($"/incoming-mails/{matter.Mail}", ViewKind.Mail), ($"/incoming-mails/{matter.Mail}/raw", ViewKind.File),
        ];

        foreach (var (path, kind) in looks)
        {
            Assert.Equal(200, (await csirt.Get(path)).Code);
            var viewed = (await Views(app, matter.Number)).First(v => v.Kind == kind).Origin;
            Assert.Equal(("csirt", Office.CsirtLead), (viewed.By.PersonId, viewed.By.Office));
            Assert.Matches("^(web|api) ", viewed.From);
        }
        app.Clock.Advance(MatterViewed.Once - TimeSpan.FromSeconds(1));
        (await csirt.Get(page)).Ok();
        Assert.Equal(looks.Select(l => l.Kind).Distinct().Order(), (await Views(app, matter.Number)).Where(v => v.Origin.RecordedAt >= AppFixture.Start + MatterViewed.Once).Select(v => v.Kind).Order());

        app.Clock.Advance(TimeSpan.FromSeconds(1));
        (await csirt.Get(page)).Ok();
        Assert.Equal(2, (await Views(app, matter.Number)).Count(v => v.Kind is ViewKind.Page && v.Origin.RecordedAt >= AppFixture.Start + MatterViewed.Once));
    }

    [Fact]
    public async Task Looks_of_the_same_moment_are_recorded_once()
    {
        await using var app = await fixture.Own();
        var number = await Hidden(app);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await app.As("kanri").Get($"/api/incidents/{number}")).Ok()));

        Assert.Single(await Views(app, number), v => v.Origin.By.PersonId == "kanri");
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task Nobody_sees_what_cannot_be_recorded()
    {
        await using var app = await fixture.Own();
        var (number, open) = (await Hidden(app), await An.Incident(app, title: "ふつうの件"));
        await app.Execute("create function refuse() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$; create trigger refuse before insert on csirt.access_view for each row execute function refuse()");

        foreach (var path in new[] { $"/incidents/{number}", $"/reports/{number}", $"/incidents/{number}?asOf=2030-04-01T09:00", $"/incidents/{number}/duties", $"/incidents/{number}/deadlines.ics", $"/api/incidents/{number}", $"/api/incidents/{number}/events", $"/api/incidents/{number}/documents/chronology" })
        {
            var refused = (await app.As("kanri").Get(path)).Is(503, "view-not-recorded");
            Assert.DoesNotContain(Title, refused.Text, StringComparison.Ordinal);
        }
        (await app.As("kanri").PostText($"/api/incidents/{number}/notes", """{"text":""}""")).Is(503, "view-not-recorded");
        (await app.As("kansa").Get("/access")).Is(503, "view-not-recorded");
        (await app.As("kanri").Get($"/incidents/{open}")).Ok();
    }

    [Fact]
    public async Task The_auditor_narrows_the_record_down_and_is_recorded_too()
    {
        await using var app = await fixture.Own();
        var (first, second, auditor) = (await Hidden(app), await Hidden(app), app.As("kansa"));
        (await app.As("kanri").Get($"/incidents/{first}")).Ok();
        app.Clock.Advance(TimeSpan.FromDays(1));
        (await app.As("csirt").Get($"/incidents/{second}")).Ok();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await auditor.Get($"/incidents/{second}")).Ok();
        async Task<string[]> Found(string query) => [.. (await auditor.Get($"/api/access{query}")).Ok().Read<MatterViewed[]>().Where(v => v.Kind is ViewKind.Page).Select(v => $"{v.Number} {v.Origin.By.PersonId} {v.Origin.By.Office}")];

        Assert.Equal([$"{second} kansa Auditor", $"{second} csirt CsirtLead", $"{first} kanri Ciso"], await Found(""));
        Assert.Equal([$"{first} kanri Ciso"], await Found($"?number={first}"));
        Assert.Equal([$"{second} csirt CsirtLead"], await Found("?person=csirt"));
        Assert.Equal([$"{first} kanri Ciso"], await Found("?day=2030-04-01"));
        Assert.Contains($"href=\"/incidents/{second}\"", (await auditor.Get("/access?day=2030-04-02")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains($"{first},kanri,架空 正一", (await auditor.Get("/access.csv")).Ok().Text, StringComparison.Ordinal);
        Assert.Equal([$"{MatterViewed.Every} kansa", $"{first} kansa"], (await auditor.Get("/api/access?person=kansa")).Ok().Read<MatterViewed[]>().Where(v => v.Kind is ViewKind.Record).Select(v => $"{v.Number} {v.Origin.By.PersonId}").Order());

        Assert.StartsWith("web ", (await auditor.Get("/api/access?person=kansa")).Ok().Read<MatterViewed[]>().First(v => v.Kind is ViewKind.Page).Origin.From, StringComparison.Ordinal);

        foreach (var wrong in new[] { "?number=x", "?day=x", "?day=2030-02-30" }) (await auditor.Get($"/api/access{wrong}")).Is(400, "bad-request");
    }

    [Fact]
    public async Task Those_who_may_see_the_incident_see_who_has_looked_and_nobody_is_told_of_it()
    {
        await using var app = await fixture.Own();
        var number = await Hidden(app);
        await app.Quiet();
        var notices = (await NoticeTests.Notices(app, number)).Count;
        (await app.As("kanri").Get($"/incidents/{number}")).Ok();
        await app.Quiet();

        Assert.Contains("kanri", (await app.As("csirt").Get($"/api/incidents/{number}/access")).Ok().Text, StringComparison.Ordinal);
        var page = (await app.As("csirt").Get($"/incidents/{number}")).Ok().Text;
        Assert.Contains("この件を見た人", page, StringComparison.Ordinal);
        Assert.Contains("架空 正一", page, StringComparison.Ordinal);
        Assert.Equal(notices, (await NoticeTests.Notices(app, number)).Count);
    }

    [Fact]
    public async Task What_is_not_restricted_is_looked_at_without_a_record()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);

        (await app.As("csirt").Get($"/incidents/{number}")).Ok();

        Assert.Empty((await app.As("csirt").Get($"/api/incidents/{number}/access")).Ok().Read<MatterViewed[]>());
    }

    private static async Task<string> Hidden(App app)
    {
        var number = await An.Incident(app, title: Title);
        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["csirt"], "内部不正の疑い"))).Ok();
        return number;
    }

    private static async Task<AccessMatter> Restricted(App app)
    {
        var matter = await AccessMatter.Made(app, Title);
        (await app.As("csirt").Post($"/api/incidents/{matter.Number}/restriction", new RestrictIncident(["csirt"], "内部不正の疑い"))).Ok();
        return matter;
    }

    private static async Task<IReadOnlyList<MatterViewed>> Views(App app, string number) =>
        await ((AccessViews)app.Services.GetService(typeof(AccessViews))!).Find(App.Organisation, new(number), 0, 1000, CancellationToken.None);
}

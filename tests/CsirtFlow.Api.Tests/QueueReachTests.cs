using CsirtFlow.Api.Board;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Tests;

/// <summary>The queue of those whom a later order or question has reached: they see the incident, not what the reporter said; and the order of the queue.</summary>
public sealed class QueueReachTests(AppFixture fixture)
{
    [Theory]
    [InlineData("keibo-kacho", true)]
    [InlineData("keibo-hosa", false)]
    [InlineData("yobo-shukan", true)]
    public async Task Whom_an_order_or_a_check_reaches_finds_the_incident_but_not_the_words_of_the_reporter(string person, bool told)
    {
        var app = await fixture.Shared();
        var (said, title) = (An.Key(), An.Key());
        var number = await An.Incident(app, An.Occurrence with { Description = $"{said}を間違えて送った。" }, title: title);
        await app.Quiet();
        Assert.Empty((await Listed(app, person, $"search={title}")).Cases);

        (await app.As("csirt").Post($"/api/incidents/{number}/orders", new GiveOrder(OrderKind.Containment, "keibo", "削除を確認すること。", app.Clock.GetUtcNow().AddHours(2)))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{number}/systems-checks", new OrderSystemsCheck(["web"], "同じおそれがないか", app.Clock.GetUtcNow().AddHours(2)))).Ok();
        await app.Quiet();

        foreach (var words in new[] { title, title[..2], number }) Assert.Contains(number, (await Listed(app, person, $"show=all&search={words}")).Cases.Select(c => c.Id));
        foreach (var words in new[] { said, $"{said}を間違えて" }) Assert.Empty((await Listed(app, person, $"show=all&search={words}")).Cases);
        Assert.Contains(number, (await app.As(person).Get($"/queue?search={title}")).Text, StringComparison.Ordinal);
        Assert.Equal(told, (await app.As(person).Get("/notices")).Text.Contains($"/incidents/{number}", StringComparison.Ordinal));
        (await app.As(person).Get($"/api/reports/{number}")).Is(404, "not-found");
        Assert.Contains(number, (await Listed(app, "csirt", $"search={said}")).Cases.Select(c => c.Id));
    }

    [Fact]
    public async Task They_are_told_of_the_duties_of_the_incident_alone()
    {
        var app = await fixture.Shared();
        var title = An.Key();
        var number = await An.Incident(app, title: title);
        (await app.As("csirt").Post($"/api/incidents/{number}/orders", new GiveOrder(OrderKind.Containment, "keibo", "削除を確認すること。", app.Clock.GetUtcNow().AddHours(2)))).Ok();
        await app.Quiet();

        var reached = Assert.Single((await Listed(app, "keibo-kacho", $"search={title}")).Cases);
        var whole = Assert.Single((await Listed(app, "shocho", $"search={title}")).Cases);

        Assert.Contains(reached.OpenDuties, d => d.Key == "32-3-3-done");
        Assert.DoesNotContain(reached.OpenDuties, d => DutyTable.OfReport.Any(row => row.Key == d.Key));
        Assert.Contains(whole.OpenDuties, d => DutyTable.OfReport.Any(row => row.Key == d.Key));
    }

    [Fact]
    public async Task A_restriction_takes_the_incident_from_whom_an_order_had_reached()
    {
        var app = await fixture.Shared();
        var title = An.Key();
        var number = await An.Incident(app, title: title);
        (await app.As("csirt").Post($"/api/incidents/{number}/orders", new GiveOrder(OrderKind.Containment, "keibo", "削除を確認すること。", app.Clock.GetUtcNow().AddHours(2)))).Ok();
        await app.Quiet();
        Assert.Single((await Listed(app, "keibo-kacho", $"search={title}")).Cases);

        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["jicho"], "内部不正の疑い"))).Ok();
        await app.Quiet();

        Assert.Empty((await Listed(app, "keibo-kacho", $"show=all&search={title}")).Cases);
        Assert.DoesNotContain($"/incidents/{number}", (await app.As("keibo-kacho").Get("/notices")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_joined_to_the_incident_stays_with_its_own_people()
    {
        var app = await fixture.Shared();
        var (word, number) = (An.Key(), await An.Incident(app));
        var joined = (await An.Report(app, An.Occurrence with { Description = word, SectionId = "nishi" })).Number;
        (await app.As("csirt").Post($"/api/reports/{joined}/evaluation", new EvaluateReport(Verdict.Joined, "同じ誤送信", "誤送信", JoinTo: number))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{number}/orders", new GiveOrder(OrderKind.Containment, "keibo", "削除を確認すること。", app.Clock.GetUtcNow().AddHours(2)))).Ok();
        await app.Quiet();

        Assert.Empty((await Listed(app, "keibo-kacho", $"show=all&search={joined}")).Cases);
        Assert.Single((await Listed(app, "bunshocho", $"show=all&search={joined}")).Cases);
    }

    [Fact]
    public async Task Impact_on_119_comes_first_then_what_is_late_then_the_nearest_limit()
    {
        await using var app = await fixture.Own();
        var passedUp = await Reported(app);
        var emergency = await Reported(app, EmergencyImpact.Present);
        foreach (var number in new[] { passedUp, emergency })
        {
            (await app.As("tocho").Post($"/api/reports/{number}/passing-up", new PassReportUp([Office.SecurityOfficer, Office.Ciso, Office.SupervisingOfficer], "報告します"))).Ok();
            (await app.As("shocho").Post($"/api/reports/{number}/instructions", new GiveInstruction("事実を確認すること"))).Ok();
        }
        app.Clock.Advance(TimeSpan.FromMinutes(40));
        var own = await Reported(app);
        await app.Quiet();

        foreach (var person in new[] { "tocho", "kansa" }) Assert.Equal([emergency, passedUp, own], (await Listed(app, person, "")).Cases.Select(c => c.Id));
        Assert.Equal([own], (await Listed(app, "tocho", "show=mine")).Cases.Select(c => c.Id));
        foreach (var (number, page) in new[] { emergency, passedUp, own }.Select((n, i) => (n, i + 1)))
            Assert.Equal(number, Assert.Single((await Listed(app, "tocho", $"show=all&size=1&page={page}")).Cases).Id);
    }

    [Fact]
    public async Task Reports_to_bodies_outside_are_found_where_they_are_owed_or_made_and_not_where_it_is_only_asked()
    {
        var app = await fixture.Shared();
        var title = An.Key();
        var (owed, made, _) = (await An.Incident(app, title: title), await An.Incident(app, title: title), await An.Incident(app, title: title));
        (await app.As("csirt").Post($"/api/incidents/{owed}/personal-data-assessment", new AssessPersonalData(new() { HeldInformation = Answer.Yes, SensitiveInformation = Answer.Yes, Persons = new() { Confirmed = 12 }, Loss = new() { Leak = LossState.Occurred } }))).Ok();
        (await app.As("somu-shukan").Post($"/api/incidents/{made}/filings", new RecordFiling("other", ["19-5"], "総務省", "電話", Reason: "夜間のため電話で報告した"))).Ok();
        await app.Quiet();

        Assert.Equal([owed, made], (await Listed(app, "csirt", $"show=outside&search={title}")).Cases.Select(c => c.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_duty_of_another_section_is_not_ones_own()
    {
        var app = await fixture.Shared();
        var title = An.Key();
        var number = await An.Incident(app, title: title);
        (await app.As("csirt").Post($"/api/incidents/{number}/systems-checks", new OrderSystemsCheck(["web"], "同じおそれがないか", app.Clock.GetUtcNow().AddHours(2)))).Ok();
        await app.Quiet();

        Assert.Equal([number], (await Listed(app, "yobo-shukan", $"show=mine&search={title}")).Cases.Select(c => c.Id));
        Assert.Empty((await Listed(app, "keibo-hosa", $"show=mine&search={title}")).Cases);
        Assert.Single((await Listed(app, "shobocho", $"search={title}")).Cases);
    }

    [Fact]
    public async Task Section_kind_and_words_narrow_down_together()
    {
        var app = await fixture.Shared();
        var mark = An.Key();
        var loss = (await An.Report(app, An.Occurrence with { Description = mark, SectionId = "nishi", Kinds = [OccurrenceKind.Loss, OccurrenceKind.Missent] })).Number;
        var missent = (await An.Report(app, An.Occurrence with { Description = mark, SectionId = "nishi" })).Number;
        await An.Report(app, An.Occurrence with { Description = mark });
        await app.Quiet();
        async Task<string[]> Found(string query) => [.. (await Listed(app, "csirt", $"search={mark}&{query}")).Cases.Select(c => c.Id).Order(StringComparer.Ordinal)];

        Assert.Equal([loss, missent], await Found("section=nishi"));
        Assert.Equal([loss], await Found("section=nishi&kind=Loss"));
        Assert.Empty(await Found("section=chuo&kind=Loss"));
        Assert.Empty((await Listed(app, "csirt", "show=all&search=kind:loss")).Cases);
    }

    [Fact]
    public async Task The_severity_narrows_down_and_what_has_none_yet_is_found_too()
    {
        var app = await fixture.Shared();
        var mark = An.Key();
        var waiting = (await An.Report(app, An.Occurrence with { Description = mark })).Number;
        var undecided = await An.Incident(app, An.Occurrence with { Description = mark });
        var high = await An.Incident(app, An.Occurrence with { Description = mark });
        (await app.As("csirt").PostText($"/api/incidents/{high}/severity", """{"factors":{},"severity":"High","grounds":"住民120人"}""")).Ok();
        await app.Quiet();
        async Task<string[]> Found(string severity) => [.. (await Listed(app, "csirt", $"search={mark}&severity={severity}")).Cases.Select(c => c.Id).Order(StringComparer.Ordinal)];

        Assert.Equal([high], await Found("High"));
        Assert.Equal([waiting, undecided], await Found("none"));
        Assert.Empty(await Found("Low"));
        Assert.Equal(400, (await app.As("csirt").Get("/api/incidents?severity=9")).Code);
    }

    private static async Task<string> Reported(App app, EmergencyImpact impact = EmergencyImpact.None) => (await An.Report(app, An.Occurrence with { EmergencyImpact = impact })).Number;

    private static async Task<CaseList> Listed(App app, string person, string query) => (await app.As(person).Get($"/api/incidents?{query}")).Ok().Read<CaseList>();
}

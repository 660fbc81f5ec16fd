using CsirtFlow.Api.Board;
using CsirtFlow.Domain;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CsirtFlow.Api.Tests;

/// <summary>知る必要のある者 (34-2-3): what is hidden does not exist, not in a list, not in a count, not in a notice.</summary>
public sealed class NeedToKnowTests(AppFixture fixture)
{
    private static readonly string[] Closed = ["csirt3", "madoguchi", "shobocho", "tocho", "shocho", "somu-shukan", "shokuin", "keibo-hosa"];

    [Fact]
    public async Task A_restricted_incident_is_there_for_the_named_the_CISO_and_the_auditor_alone()
    {
        var app = await fixture.Shared();
        var word = An.Key();
        var number = await An.Incident(app, An.Occurrence with { Description = word }, by: "shokuin");
        await app.Quiet();
        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["jicho"], "内部不正の疑い"))).Ok();
        await app.Quiet();

        foreach (var person in Closed)
        {
            var client = app.As(person);
            foreach (var path in new[] { "incidents", "reports" })
                foreach (var part in new[] { "", "/events", "/duties", "/notices" })
                    (await client.Get($"/api/{path}/{number}{part}")).Is(404, "not-found");
            Assert.Equal(0, (await client.Get($"/api/incidents?show=all&search={word}")).Ok().Read<CaseList>().Total);
            (await client.Post($"/api/incidents/{number}/notes", new AddNote("x"))).Is(404, "not-found");
            (await client.Post($"/api/reports/{number}/supplements", new SupplementReport(System.Collections.Immutable.ImmutableDictionary<string, string>.Empty))).Is(404, "not-found");
        }
        foreach (var person in new[] { "csirt", "jicho", "kanri", "kansa" })
        {
            Assert.Equal(1, (await app.As(person).Get($"/api/incidents?show=all&search={word}")).Ok().Read<CaseList>().Total);
            (await app.As(person).Get($"/api/incidents/{number}/events")).Ok();
        }
    }

    [Fact]
    public async Task The_list_of_notices_does_not_betray_a_restricted_incident()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        await app.Quiet();
        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["jicho"], "内部不正の疑い"))).Ok();
        await app.Quiet();
        var id = Uri.EscapeDataString($"notice/{number}/r1/tocho");

        Assert.Contains(number, (await app.As("csirt").Get("/api/notices?all=true")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains(number, (await app.As("kansa").Get("/api/notices?all=true")).Ok().Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, (await app.As("shobocho").Get("/api/notices?all=true")).Ok().Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, (await app.As("madoguchi").Get("/api/notices?all=true")).Ok().Text, StringComparison.Ordinal);
        (await app.As("madoguchi").PostText($"/api/notices/resend?id={id}", "{}")).Is(404, "not-found");
        (await app.As("madoguchi").PostText($"/api/notices/acknowledgement?id={id}", "{}")).Is(404, "not-found");
    }

    [Fact]
    public async Task No_page_list_file_or_answer_betrays_a_restricted_incident()
    {
        await using var app = await fixture.Own();
        var (title, other) = ("持ち出しの疑い", await An.Incident(app, by: "shokuin"));
        var hidden = await An.Incident(app, An.Occurrence with { SectionId = "keibo" }, title: title);
        (await app.As("csirt").Post($"/api/incidents/{other}/links", new LinkIncident(hidden, title))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{hidden}/severity", new DecideSeverity(new SeverityFactors(ResidentServiceStopped: true)))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{hidden}/personal-data-assessment", new AssessPersonalData(Documents.Missent.Data))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{hidden}/drafts", new DraftDocument("internal-first-report"))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{hidden}/restriction", new RestrictIncident(["csirt"], "内部不正の疑い"))).Ok();
        await app.Quiet();
        string[] paths =
        [
            "/home", "/queue?show=all", "/queue?show=overdue", $"/queue?search={hidden}", "/notices?all=true", "/organisation", "/deadlines", "/statistics", "/statistics.csv",
            "/api/incidents?show=all", $"/api/incidents?show=all&search={Uri.EscapeDataString(title)}", "/api/notices?all=true", "/api/deadlines", "/api/dead-letters",
            $"/incidents/{other}", $"/incidents/{other}?lang=en", $"/incidents/{other}/duties", $"/api/incidents/{other}", $"/api/incidents/{other}/events", $"/api/incidents/{other}/documents/chronology",
            $"/incidents/{other}?asOf=2030-04-01T09:00", $"/incidents/{hidden}", $"/incidents/{hidden}?asOf=2030-04-01T09:00", $"/incidents/{hidden}/deadlines.ics", $"/incidents/{hidden}/duties", $"/incidents/{hidden}/documents/internal-first-report/1",
            $"/reports/{hidden}", $"/reports/{hidden}?asOf=2030-04-01T09:00", $"/reports/{hidden}/receive", $"/reports/{hidden}/duties", $"/incidents/{hidden}/files/{new string('0', 64)}", $"/api/incidents/{hidden}/drafts", $"/api/incidents/{hidden}/events?asOf=2030-04-01T09:00:00%2B09:00",
        ];

        // What a page says, without its tokens; of a problem the sentence, without the number of the request.
        static string Said(Reply r) => r.ContentType == "application/problem+json" ? r.Json.GetProperty("detail").GetString()! : r.Text.Split("<main").Last().Split("</main>")[0];

        foreach (var person in new[] { "csirt2", "shobocho", "tocho", "somu-shukan", "keibo-hosa" })
            foreach (var path in paths)
            {
                var seen = await app.As(person).Get(path);
                // Of an incident that was none yet the page leads to its report, whether there is one or not.
                Assert.True(seen.Code is 200 or 403 or 404 || (seen.Code is 303 && path.Contains("?asOf=", StringComparison.Ordinal)), $"{person} {path} {seen.Code}");
                Assert.False(seen.Text.Contains(title, StringComparison.Ordinal), $"{person} sees the title at {path}");
                // What was asked for may stand in the form that asked.
                if (!path.Contains(hidden, StringComparison.Ordinal)) Assert.False(seen.Text.Contains(hidden, StringComparison.Ordinal), $"{person} sees the number at {path}");
                if (path.StartsWith($"/incidents/{hidden}", StringComparison.Ordinal) || path.StartsWith($"/api/incidents/{hidden}", StringComparison.Ordinal) || path.StartsWith($"/reports/{hidden}", StringComparison.Ordinal))
                {
                    var missing = await app.As(person).Get(path.Replace(hidden, "R12-9998", StringComparison.Ordinal));
                    // 緊急閲覧: the supervising officer alone is told that it is restricted, and how to open it.
                    if (person == "shobocho" && path == $"/incidents/{hidden}") Assert.Equal((403, 404), (seen.Code, missing.Code));
                    else Assert.Equal((missing.Code, Said(missing)), (seen.Code, Said(seen)));
                }
            }
        Assert.Contains(hidden, (await app.As("csirt").Get($"/incidents/{other}")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains(hidden, (await app.As("kansa").Get($"/api/incidents/{other}/events")).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_report_whose_incident_is_restricted_only_the_named_are_told_and_reminded()
    {
        await using var app = await fixture.Own();
        string[] named = ["csirt", "jicho", "kanri"];
        var number = await An.Incident(app, by: "shokuin");
        await app.Quiet();
        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["jicho"], "内部不正の疑い"))).Ok();
        await app.Quiet();
        var before = (await NoticeTests.Notices(app, number)).Select(n => n.Id).ToHashSet();

        while (await app.Ring(number) < AppFixture.Start.AddHours(2)) { }
        (await app.As("kanri").Post($"/api/reports/{number}/instructions", new GiveInstruction("記録に触れないこと"))).Ok();
        await app.Quiet();

        var told = (await NoticeTests.Notices(app, number)).Where(n => !before.Contains(n.Id) && n.Case == Report.Key(number)).ToList();
        Assert.Equal([NoticeReason.Told, NoticeReason.DueSoon, NoticeReason.Overdue, NoticeReason.PassedUpAutomatically], told.Select(n => n.Reason).Distinct().Order());
        Assert.All(told, n => Assert.Contains(n.PersonId, named));
        Assert.Contains(told, n => n.Reason is NoticeReason.Overdue && n.Duties.Contains("32-1-3"));
    }

    [Fact]
    public async Task What_its_owners_may_no_longer_see_is_settled_by_the_named()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        var judged = new JudgeReportDutyUnnecessary("32-1-3", "CISOへは報告済み");
        (await app.As("csirt").Post($"/api/reports/{number}/unnecessary-duties", judged)).Breaks("duty-owner");

        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["csirt"], "内部不正の疑い"))).Ok();

        (await app.As("tocho").Post($"/api/reports/{number}/unnecessary-duties", judged)).Is(404, "not-found");
        (await app.As("csirt").Post($"/api/reports/{number}/unnecessary-duties", judged)).Ok();
    }

    [Fact]
    public async Task Where_the_CISO_is_concerned_the_supervising_officer_stays_inside_instead()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);

        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["jicho"], "CISOに関わる", CisoConcerned: true))).Ok();

        (await app.As("kanri").Get($"/api/incidents/{number}")).Is(404, "not-found");
        (await app.As("shobocho").Get($"/api/incidents/{number}")).Ok();
    }

    [Fact]
    public async Task A_lifted_restriction_shows_the_incident_again()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["jicho"], "内部不正の疑い"))).Ok();
        (await app.As("shobocho").Get($"/api/incidents/{number}")).Is(404, "not-found");

        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident([], "疑いは晴れた"))).Ok();

        (await app.As("shobocho").Get($"/api/incidents/{number}")).Ok();
    }

    [Fact]
    public async Task A_restriction_holds_in_the_queue_before_the_queue_was_remade()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        var joined = (await An.Report(app)).Number;
        (await app.As("csirt").Post($"/api/reports/{joined}/evaluation", new EvaluateReport(Verdict.Joined, "同じ誤送信", "誤送信", JoinTo: number))).Ok();
        await app.Quiet();
        async Task<string[]> Listed(string person) => [.. (await app.As(person).Get("/api/incidents?show=all")).Ok().Read<CaseList>().Cases.Select(c => c.Id).Order(StringComparer.Ordinal)];
        Assert.Equal([number, joined], await Listed("shobocho"));

        // The queue can be read and not be written.
        await using var connection = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var standstill = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("lock table csirt.mt_doc_case in exclusive mode", connection, standstill);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["jicho"], "内部不正の疑い"))).Ok();

        Assert.Empty(await Listed("shobocho"));
        Assert.Equal([number, joined], await Listed("jicho"));
    }

    [Fact]
    public async Task Staff_see_their_own_reports_alone()
    {
        var app = await fixture.Shared();
        var word = An.Key();
        var own = (await An.Report(app, An.Occurrence with { Description = word }, by: "shokuin")).Number;
        var other = (await An.Report(app, An.Occurrence with { Description = word })).Number;
        await app.Quiet();

        Assert.Equal([own], (await app.As("shokuin").Get($"/api/incidents?show=all&search={word}")).Ok().Read<CaseList>().Cases.Select(c => c.Id));
        (await app.As("shokuin").Get($"/api/reports/{other}")).Is(404, "not-found");
        (await app.As("shokuin").Get($"/api/reports/{own}")).Ok();
    }
}

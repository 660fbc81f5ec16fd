using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Deadlines;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using Ical.Net;
using Microsoft.Extensions.DependencyInjection;
using Known = CsirtFlow.Domain.Statutory.Answer;

namespace CsirtFlow.Api.Tests;

/// <summary>期限の一覧: what the law's clocks say of all incidents, and of one for a calendar.</summary>
public sealed class DeadlineTests(AppFixture fixture)
{
    // 要配慮個人情報: reportable whatever the number of persons (規則43条1号).
    private static readonly AssessPersonalData Reportable = new(new()
    {
        HeldInformation = Known.Yes, SensitiveInformation = Known.Yes, Persons = new() { Confirmed = 1 }, Loss = new() { Leak = LossState.Occurred }, MyNumber = new() { Included = Known.No },
    });

    [Fact]
    public async Task Both_reports_run_until_they_are_filed()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/personal-data-assessment", Reportable)).Ok();
        await app.Quiet();

        Assert.Equal([(ReportKind.Preliminary, 1, 4), (ReportKind.Final, 1, 29)], (await Board(app)).Select(d => (d.Deadline.Kind, d.Day, d.DaysLeft)));

        app.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal((6, -1), (await Board(app)).Select(d => (d.Day, d.DaysLeft)).First());

        (await app.As("somu-shukan").Post($"/api/incidents/{number}/filings", new RecordFiling("ppc-preliminary", ["32-1-4-appi-preliminary"], "個人情報保護委員会", "Webフォーム", Reason: "フォームに直接入力した"))).Ok();
        Assert.Equal([ReportKind.Final], (await Board(app)).Select(d => d.Deadline.Kind));
    }

    [Fact]
    public async Task While_it_is_not_known_whether_a_report_is_owed_the_limits_stand_as_provisional()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/personal-data-assessment", Reportable with { Facts = Reportable.Facts with { SensitiveInformation = Known.Unknown } })).Ok();
        await app.Quiet();

        var page = System.Net.WebUtility.HtmlDecode((await app.As("somu-shukan").Get("/deadlines")).Ok().Text);
        Assert.Empty(await Board(app));
        Assert.Contains("仮の期限（義務があると分かった場合）", page, StringComparison.Ordinal);
        Assert.Contains("速報（保有個人情報）", page, StringComparison.Ordinal);
        Assert.Contains($"/incidents/{number}/assessment", page, StringComparison.Ordinal);

        (await app.As("csirt").Post($"/api/incidents/{number}/personal-data-assessment", Reportable with { Reason = "要配慮個人情報と分かった" })).Ok();
        await app.Quiet();
        Assert.DoesNotContain("仮の期限", System.Net.WebUtility.HtmlDecode((await app.As("somu-shukan").Get("/deadlines")).Ok().Text), StringComparison.Ordinal);
        Assert.Equal(2, (await Board(app)).Length);
    }

    [Fact]
    public async Task The_nearest_limits_of_law_come_first_whatever_else_is_due_in_their_incidents()
    {
        await using var app = await fixture.Own();
        var later = await An.Incident(app);
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        var nearer = await An.Incident(app, An.Occurrence with { NoticedAt = app.Clock.GetUtcNow().AddDays(-3) });
        var filed = await An.Incident(app, An.Occurrence with { NoticedAt = app.Clock.GetUtcNow().AddDays(-4) });
        foreach (var number in new[] { later, nearer, filed }) (await app.As("csirt").Post($"/api/incidents/{number}/personal-data-assessment", Reportable)).Ok();
        (await app.As("somu-shukan").Post($"/api/incidents/{filed}/filings", new RecordFiling("ppc-preliminary", ["32-1-4-appi-preliminary", "32-1-4-appi-final"], "個人情報保護委員会", "Webフォーム", Reason: "フォームに直接入力した"))).Ok();
        await app.Quiet();

        var organisation = await app.Services.GetRequiredService<OrganisationDirectory>().Get(App.Organisation, TestContext.Current.CancellationToken);
        var owing = await app.Services.GetRequiredService<CaseLines>().Owing(App.Organisation, [.. NeedToKnow.AudiencesOf(organisation, "csirt", app.Clock.GetUtcNow())], [.. PersonalDataLaw.DutyKeys], 5, TestContext.Current.CancellationToken);

        Assert.Equal([nearer, later], owing);
    }

    [Fact]
    public async Task A_restricted_incident_runs_for_those_who_may_see_it_alone()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/personal-data-assessment", Reportable)).Ok();
        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["jicho"], "内部不正の疑い"))).Ok();
        await app.Quiet();

        Assert.Empty((await app.As("somu-shukan").Get("/api/deadlines")).Ok().Read<ImmutableArray<RunningDeadline>>());
        Assert.Equal(2, (await app.As("kansa").Get("/api/deadlines")).Ok().Read<ImmutableArray<RunningDeadline>>().Length);
        (await app.As("somu-shukan").Get($"/incidents/{number}/deadlines.ics")).Is(404, "not-found");
    }

    [Fact]
    public async Task The_calendar_has_each_limit_as_a_whole_day_and_nothing_of_the_incident()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app, title: "名簿の誤送信");
        (await app.As("csirt").Post($"/api/incidents/{number}/personal-data-assessment", Reportable)).Ok();

        var file = (await app.As("csirt").Get($"/incidents/{number}/deadlines.ics")).Ok();

        Assert.Equal("text/calendar", file.ContentType);
        Assert.DoesNotContain("名簿の誤送信", file.Text, StringComparison.Ordinal);
        var events = Calendar.Load(file.Text)!.Events.OrderBy(e => e.Start!.Value).ToList();
        Assert.Equal([new DateTime(2030, 4, 5), new DateTime(2030, 4, 30)], events.Select(e => e.Start!.Value));
        Assert.All(events, e => Assert.True(e.IsAllDay));
        Assert.All(events, e => Assert.Single(e.Alarms));
    }

    private static async Task<ImmutableArray<RunningDeadline>> Board(App app) => (await app.As("csirt").Get("/api/deadlines")).Ok().Read<ImmutableArray<RunningDeadline>>();
}

using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Tests;

/// <summary>目安と期限: reminders at their time, 自動通知 when the manager is late, and nothing for what was done meanwhile.</summary>
public sealed class DutyAlarmTests(AppFixture fixture)
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task The_manager_is_reminded_and_the_report_is_passed_up_when_the_time_is_over()
    {
        await using var app = await fixture.Own();
        var number = (await An.Report(app)).Number;

        // 70 percent of thirty minutes.
        Assert.Equal(AppFixture.Start.AddMinutes(21), await app.Ring(number));
        Assert.Equal(["jicho", "tocho"], await Told(app, number, NoticeReason.DueSoon));

        Assert.Equal(AppFixture.Start + HalfAnHour, await app.Ring(number));
        Assert.Equal(["shobocho", "shocho"], await Told(app, number, NoticeReason.PassedUpAutomatically));
        Assert.Equal(["jicho", "tocho"], await Told(app, number, NoticeReason.Overdue));
        Assert.Contains("管理者未報告のため自動通知", (await app.As("csirt").Get($"/api/reports/{number}/events")).Ok().Text, StringComparison.Ordinal);
        var duties = (await app.As("csirt").Get($"/api/reports/{number}")).Ok().Read<ReportAnswer>().Duties;
        Assert.Equal(Standing.Met, duties.Single(d => d.Key == "32-1-2").Standing);
        Assert.Equal(Standing.Overdue, duties.Single(d => d.Key == "14-3").Standing);
    }

    [Fact]
    public async Task Nothing_is_passed_up_when_the_manager_was_faster()
    {
        await using var app = await fixture.Own();
        var number = (await An.Report(app)).Number;
        (await app.As("tocho").Post($"/api/reports/{number}/passing-up", new PassReportUp([Office.SecurityOfficer], "報告します"))).Ok();
        (await app.As("shocho").Post($"/api/reports/{number}/instructions", new GiveInstruction("相手に削除を依頼すること"))).Ok();

        while (await app.Ring(number) < AppFixture.Start + HalfAnHour * 3) { }

        Assert.Empty(await Told(app, number, NoticeReason.PassedUpAutomatically));
        Assert.DoesNotContain((await NoticeTests.Notices(app, number)).Where(n => n.Reason is NoticeReason.DueSoon or NoticeReason.Overdue), n => n.Duties.Contains("32-1-2") || n.Duties.Contains("14-3"));
    }

    [Fact]
    public async Task An_alarm_that_is_due_is_not_lost_to_an_event_that_comes_before_it_rings()
    {
        await using var app = await fixture.Own();
        var number = (await An.Report(app)).Number;
        await app.Ring(number);
        // The service was away, or the poll has not come yet: the moment has passed and something happens first.
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        (await app.As("madoguchi").Post($"/api/reports/{number}/supplements", new SupplementReport(ImmutableDictionary<string, string>.Empty.Add("相手", "1名")))).Ok();
        await app.Quiet();

        Assert.Equal(["shobocho", "shocho"], await Told(app, number, NoticeReason.PassedUpAutomatically));
    }

    [Fact]
    public async Task An_old_alarm_does_nothing()
    {
        await using var app = await fixture.Own();
        var number = (await An.Report(app)).Number;
        var first = await app.Ring(number);
        var before = (await NoticeTests.Notices(app, number)).Count;

        await app.Tell(new Duties.WatchDuties(Report.Key(number), first));
        await app.Quiet();

        Assert.Equal(before, (await NoticeTests.Notices(app, number)).Count);
    }

    [Fact]
    public async Task The_chain_of_alarms_survives_a_restart()
    {
        var first = await fixture.Own();
        var number = (await An.Report(first)).Number;
        await first.Ring(number);

        await using var app = await fixture.Again(first);

        Assert.True(await app.Scalar("select count(*) from wolverine.wolverine_incoming_envelopes where status = 'Scheduled'") > 0);
        Assert.Equal(AppFixture.Start + HalfAnHour, await app.Ring(number));
        Assert.Equal(["shobocho", "shocho"], await Told(app, number, NoticeReason.PassedUpAutomatically));
    }

    [Fact]
    public async Task The_limit_of_an_order_may_be_given_in_any_time_zone()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        var due = AppFixture.Start.AddMinutes(10).ToOffset(TimeSpan.FromHours(9));

        (await app.As("csirt").Post($"/api/incidents/{number}/orders", new GiveOrder(OrderKind.Containment, "chuo", "アカウントを止める", due))).Ok();
        await app.Quiet();

        Assert.Equal(AppFixture.Start.AddMinutes(7), await app.Ring(number));
        Assert.Equal(due, await app.Ring(number));
        Assert.Contains("shocho", await Told(app, number, NoticeReason.Overdue));
    }

    [Fact]
    public async Task The_limits_of_law_are_recalled_in_the_morning_to_those_who_file_and_once_more_when_they_have_passed()
    {
        await using var app = await fixture.Own();
        var number = await Reportable(app);

        while (await app.Ring(number) < Morning(5, 1)) { }

        // Known on 1 April: 速報 from the third day to the fifth, 確報 on the thirtieth.
        string[] those = ["csirt", "madoguchi", "somu-shukan"];
        Assert.Equal(
            [(Morning(4, 3), NoticeReason.DueSoon), (Morning(4, 5), NoticeReason.DueSoon), (Midnight(4, 6), NoticeReason.Overdue)],
            await Recalled(app, number, "32-1-4-appi-preliminary", those));
        Assert.Equal(
            [(Morning(4, 23), NoticeReason.DueSoon), (Morning(4, 30), NoticeReason.DueSoon), (Midnight(5, 1), NoticeReason.Overdue)],
            await Recalled(app, number, "32-1-4-appi-final", those));
    }

    [Fact]
    public async Task What_was_filed_in_time_is_recalled_no_more()
    {
        await using var app = await fixture.Own();
        var number = await Reportable(app);
        while (await app.Ring(number) < Morning(4, 3)) { }
        (await app.As("somu-shukan").Post($"/api/incidents/{number}/filings", new RecordFiling("ppc-preliminary", ["32-1-4-appi-preliminary"], "個人情報保護委員会", "Webフォーム", Reason: "フォームに直接入力した"))).Ok();

        while (await app.Ring(number) < Morning(4, 23)) { }

        Assert.Equal([(Morning(4, 3), NoticeReason.DueSoon)], await Recalled(app, number, "32-1-4-appi-preliminary", ["csirt", "madoguchi", "somu-shukan"]));
    }

    // 要配慮個人情報: reportable whatever the number of persons (規則43条1号).
    private static async Task<string> Reportable(App app)
    {
        var number = await An.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/personal-data-assessment", new AssessPersonalData(new()
        {
            HeldInformation = Answer.Yes, SensitiveInformation = Answer.Yes, Persons = new() { Confirmed = 1 }, Loss = new() { Leak = LossState.Occurred }, MyNumber = new() { Included = Answer.No },
        }))).Ok();
        return number;
    }

    /// <summary>When a duty was recalled, and that each time exactly these were told.</summary>
    private static async Task<IEnumerable<(DateTimeOffset At, NoticeReason Reason)>> Recalled(App app, string number, string duty, string[] those)
    {
        var rounds = (await NoticeTests.Notices(app, number)).Where(n => n.Reason is NoticeReason.DueSoon or NoticeReason.Overdue && n.Duties.Contains(duty)).GroupBy(n => (n.QueuedAt, n.Reason)).ToList();
        Assert.All(rounds, round => Assert.Equal(those, round.Select(n => n.PersonId).Order()));
        return rounds.Select(round => round.Key).Order();
    }

    /// <summary>Nine o'clock in Japan.</summary>
    private static DateTimeOffset Morning(int month, int day) => Midnight(month, day).AddHours(9);

    private static DateTimeOffset Midnight(int month, int day) => JapaneseCalendar.StartOf(new(2030, month, day));

    private static async Task<IEnumerable<string>> Told(App app, string number, NoticeReason reason) =>
        (await NoticeTests.Notices(app, number)).Where(n => n.Reason == reason).Select(n => n.PersonId).Distinct().Order();
}

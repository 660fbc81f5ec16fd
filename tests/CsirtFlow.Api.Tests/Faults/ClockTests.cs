using System.Net;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Duties;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Record;
using CsirtFlow.Domain;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests.Faults;

/// <summary>Somebody sets the clock back and forth while people report: nothing is lost, told twice or never told, and no door stands open for it.</summary>
public sealed class ClockTests(AppFixture fixture)
{
    private static readonly TimeSpan[] Steps = [-TimeSpan.FromHours(1), TimeSpan.FromDays(1), -TimeSpan.FromDays(1) + TimeSpan.FromHours(1), TimeSpan.FromMinutes(-1)];

    [Fact]
    public async Task While_the_clock_goes_back_and_forth_every_report_is_kept_in_order_and_told_once()
    {
        await using var app = await fixture.Own();
        using var end = new CancellationTokenSource();
        var people = Enumerable.Range(0, 3).Select(async _ =>
        {
            var numbers = new List<string>();
            while (!end.IsCancellationRequested) numbers.Add((await An.Report(app, key: An.Key())).Number);
            return numbers;
        }).ToList();

        foreach (var step in Steps)
        {
            var before = await app.Scalar("select count(*) from csirt.mt_doc_report");
            app.Clock.AdjustTime(app.Clock.GetUtcNow() + step);
            await app.Until(async () => await app.Scalar("select count(*) from csirt.mt_doc_report") >= before + 4, "more reports");
        }
        await end.CancelAsync();
        var accepted = (await Task.WhenAll(people)).SelectMany(n => n).ToList();
        await app.Quiet();

        Assert.Equal(accepted.Count, accepted.Distinct().Count());
        Assert.Equal(accepted.Count, await app.Scalar("select count(*) from csirt.mt_doc_report"));
        Assert.Equal(6 * accepted.Count, await app.Scalar("select count(*) from csirt.notice where data ->> 'delivery' = 'Accepted'"));
        Assert.Equal(6 * accepted.Count, await app.Scalar("select count(*) from csirt.mt_events where type = 'notice_accepted'"));
        var verdict = await app.Services.GetRequiredService<RecordCheck>().Verify([], TestContext.Current.CancellationToken);
        Assert.True(verdict.Fits, string.Join('\n', RecordText.Of(verdict)));
        await Replay.Agrees(app);
    }

    [Fact]
    public async Task A_duty_is_reminded_of_once_whenever_its_alarm_rings()
    {
        await using var app = await fixture.Own();
        var number = (await An.Report(app)).Number;
        await app.Quiet();
        var (first, told) = (await Alarm(app, number), app.Mails(number).Count);

        // It rings before its time: the clock was set back while the message was under way.
        app.Clock.AdjustTime(app.Clock.GetUtcNow() - TimeSpan.FromHours(1));
        await app.Tell(first);
        await app.Quiet();
        Assert.Equal((first, told), (await Alarm(app, number), app.Mails(number).Count));

        await app.Ring(number);
        var reminded = app.Mails(number).Count;
        Assert.InRange(reminded, told + 1, told + 10);

        // A day ahead everything is overdue, and it is told; back again, nothing of it once more, and what is still to come has its alarm.
        app.Clock.AdjustTime(app.Clock.GetUtcNow() + TimeSpan.FromDays(1));
        await app.Tell(await Alarm(app, number));
        await app.Quiet();
        var overdue = app.Mails(number).Count;
        Assert.InRange(overdue, reminded + 1, reminded + 20);
        app.Clock.AdjustTime(app.Clock.GetUtcNow() - TimeSpan.FromDays(1));
        foreach (var _ in Enumerable.Range(0, 2))
            if (await AlarmOrNone(app, number) is { } alarm) await app.Tell(alarm);
        app.Clock.Advance(TimeSpan.FromHours(5));
        if (await AlarmOrNone(app, number) is { } next) await app.Tell(next);
        await app.Quiet();
        Assert.Equal(0, await app.Scalar("select count(*) from (select 1 from csirt.mt_events where type = 'notice_queued' group by data ->> 'notice' having count(*) > 1) twice"));
        Assert.Equal(app.Mails(number).Count, app.Mails(number).Select(m => m.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_mail_that_failed_while_the_clock_was_ahead_does_not_wait_until_then()
    {
        await using var app = await fixture.Own();
        app.Clock.AdjustTime(app.Clock.GetUtcNow() + TimeSpan.FromDays(1));
        Directory.Delete(app.MailFolder);
        await File.WriteAllTextAsync(app.MailFolder, "", TestContext.Current.CancellationToken);
        var number = (await An.Report(app)).Number;
        await app.Until(async () => await app.Scalar("select count(*) from csirt.notice where data ->> 'delivery' = 'Retrying'") == 6, "the mails to fail");
        File.Delete(app.MailFolder);
        Directory.CreateDirectory(app.MailFolder);
        var retries = app.Services.GetRequiredService<StrayRetries>();

        await retries.Look(TestContext.Current.CancellationToken);
        await app.Quiet();
        Assert.Empty(app.Mails(number));

        app.Clock.AdjustTime(app.Clock.GetUtcNow() - TimeSpan.FromDays(1));
        await retries.Look(TestContext.Current.CancellationToken);
        await app.Until(async () => await app.Scalar("select count(*) from csirt.notice where data ->> 'delivery' = 'Accepted'") == 6, "the mails to go out");
        await retries.Look(TestContext.Current.CancellationToken);
        await app.Quiet();
        Assert.Equal(6, app.Mails(number).Count);
    }

    [Fact]
    public async Task A_session_and_its_proof_do_not_last_longer_for_a_clock_that_goes_back()
    {
        await using var app = await fixture.Own();
        var cookie = await app.Cookie("csirt");
        Assert.Equal(200, await Home(app, cookie));

        // Within a quarter of an hour nobody need sign in anew; but who they are has to be shown again.
        app.Clock.AdjustTime(app.Clock.GetUtcNow() - TimeSpan.FromMinutes(10));
        Assert.Equal(200, await Home(app, cookie));
        Assert.Contains("/account/proof", await Location(app, cookie, "/account/second-factor"), StringComparison.Ordinal);

        app.Clock.AdjustTime(app.Clock.GetUtcNow() - TimeSpan.FromHours(1));
        Assert.Equal(302, await Home(app, cookie));
    }

    [Fact]
    public async Task A_code_that_was_used_is_not_used_again_when_its_time_comes_back()
    {
        await using var app = await fixture.Own();
        var factor = await SecondFactor.SetUp(app, "csirt");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var (code, then) = (factor.Code, app.Clock.GetUtcNow());
        (await factor.SignIn(code)).Ok();

        app.Clock.AdjustTime(then + TimeSpan.FromDays(1));
        (await factor.SignIn(factor.Code)).Ok();
        app.Clock.AdjustTime(then);

        Assert.Equal(401, (await factor.SignIn(code)).Code);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await factor.SignIn(factor.Code)).Ok();
    }

    [Fact]
    public void Guesses_are_counted_by_what_has_passed_and_not_by_what_a_clock_says()
    {
        var clock = new Shown();
        var wrong = new WrongPasswords(clock);
        bool Admits() => wrong.Admits("somebody", 1);

        Assert.True(Admits());
        clock.Says += TimeSpan.FromDays(1);
        Assert.False(Admits());
        clock.Says -= TimeSpan.FromDays(2);
        clock.Passed += WrongPasswords.Window;
        Assert.True(Admits());
    }

    // What it says and what has passed are two things, which FakeTimeProvider keeps together.
    private sealed class Shown : TimeProvider
    {
        public DateTimeOffset Says { get; set; } = AppFixture.Start;

        public TimeSpan Passed { get; set; }

        public override DateTimeOffset GetUtcNow() => Says;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }

    [Fact]
    public async Task Each_night_is_verified_once_whatever_the_clock_does()
    {
        await using var app = await fixture.Own();
        var (check, nights) = (app.Services.GetRequiredService<RecordCheck>(), new List<string>());
        await An.Report(app);
        await Verified(new(2030, 4, 2, 3, 31, 0, TimeSpan.FromHours(9)), 1);
        await Verified(new(2030, 4, 2, 2, 31, 0, TimeSpan.FromHours(9)), 2);
        await Verified(new(2030, 4, 2, 3, 30, 5, TimeSpan.FromHours(9)), 2);
        await Verified(new(2030, 4, 3, 12, 0, 0, TimeSpan.FromHours(9)), 3);
        await Verified(new(2030, 4, 2, 12, 0, 0, TimeSpan.FromHours(9)), 3);
        await Verified(new(2030, 4, 3, 3, 30, 0, TimeSpan.FromHours(9)), 4);
        await Verified(new(2030, 4, 3, 13, 0, 0, TimeSpan.FromHours(9)), 4);
        await Verified(new(2030, 4, 4, 3, 30, 0, TimeSpan.FromHours(9)), 5);

        async Task Verified(DateTimeOffset now, long times)
        {
            app.Clock.AdjustTime(now.ToUniversalTime());
            Assert.True(await check.VerifyOfTheNight(RecordOptions.NightBefore(now), TestContext.Current.CancellationToken));
            Assert.Equal(times, await app.Scalar("select count(*) from csirt.mt_events where type = 'record_verified'"));
        }
    }

    private static async Task<WatchDuties> Alarm(App app, string number) => await AlarmOrNone(app, number) ?? throw new InvalidOperationException($"No alarm for {number}.");

    private static async Task<WatchDuties?> AlarmOrNone(App app, string number)
    {
        await using var session = app.Store.QuerySession(App.Organisation);
        return await session.LoadAsync<DutyAlarm>(Report.Key(number)) is { } alarm ? new(alarm.Id, alarm.RingsAt) : null;
    }

    private static async Task<int> Home(App app, string cookie) => (await Get(app, cookie, "/home")).Code;

    private static async Task<string> Location(App app, string cookie, string path) => (await Get(app, cookie, path)).Headers.Location?.OriginalString ?? "";

    private static Task<Reply> Get(App app, string cookie, string path) => new Client(app, () => Task.FromResult<string?>(cookie), "localhost").Get(path);
}

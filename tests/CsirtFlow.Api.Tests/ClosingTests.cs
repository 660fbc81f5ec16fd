using CsirtFlow.Api.Board;
using CsirtFlow.Api.Tests.Scenarios;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using Marten;
using Marten.Services;

namespace CsirtFlow.Api.Tests;

/// <summary>終結 rests on the reports of the incident as well, and on their standing as they were read.</summary>
public sealed class ClosingTests(AppFixture fixture)
{
    private static readonly PersonalDataFacts NoPersonalData = new() { HeldInformation = Answer.No, InformationBeingCollected = Answer.No, MyNumber = new() { Included = Answer.No } };

    [Fact]
    public async Task A_duty_of_the_report_stands_in_the_way_and_is_named_to_whoever_may_see_the_report()
    {
        await using var app = await fixture.Own();
        var story = await Ready(app, OccurrenceKind.Outage);
        var mine = $"open-report-duty:{story.Number}:34-7";

        Assert.Equal([mine], await story.Missing());
        (await story.Try("csirt", "closure", new CloseIncident())).Breaks(mine);
        Assert.Contains("第34条第7項「障害記録（報告・処理結果・問題）」が済んでいません。", (await app.As("csirt").Get($"/incidents/{story.Number}")).Ok().Text, StringComparison.Ordinal);
        // Ordered to act on the incident, and no reader of the report.
        await story.Do("csirt", "orders", new GiveOrder(OrderKind.Containment, "keibo", "予備の回線を用意すること", story.Now.AddHours(2)));
        Assert.Equal(["open-duty:32-3-3-done"], (await app.As("keibo-kacho").Get($"/api/incidents/{story.Number}")).Ok().Read<IncidentAnswer>().MissingForClosing.Select(m => m.Code));
        await story.Do("keibo-kacho", "carried-out-orders", new ReportOrderCarriedOut(3, "用意した"));
        await story.Do("csirt", "verified-orders", new VerifyOrder(3, Accepted: true));

        (await app.As("shocho").Post($"/api/reports/{story.Number}/carried-out-duties", new CarryOutReportDuty("34-7", "装置を交換して復旧。問題：予備がなかった。"))).Ok();
        await story.Do("csirt", "closure", new CloseIncident());
        Assert.True((await story.State()).Incident.IsClosed);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_duty_that_opens_while_the_incident_is_being_closed_stands_in_the_way(bool onItsScreen)
    {
        await using var app = await fixture.Own();
        var story = await Ready(app);
        var answer = new ReportEvaluated(Verdict.NotIncident, "やはり該当しない", null, new(new("csirt2", "架空 連", Office.CsirtMember), "test", story.Now, story.Now));
        var meanwhile = Interrupt(app, story.Number, answer);

        (await app.As("csirt").Post($"/api/incidents/{story.Number}/closure", new CloseIncident(), version: onItsScreen ? (await story.State()).Incident.Version : null)).Breaks($"open-report-duty:{story.Number}:32-3-1-answer");

        Assert.True(meanwhile.Happened);
        Assert.False((await story.State()).Incident.IsClosed);
    }

    [Fact]
    public async Task What_changes_no_duty_is_read_again_and_the_incident_is_closed()
    {
        await using var app = await fixture.Own();
        var story = await Ready(app);
        var meanwhile = Interrupt(app, story.Number, new ReportSupplemented(System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("相手", "1名"), [], new(new("shokuin", "見本 太郎", Office.Staff), "test", story.Now, story.Now)));

        await story.Do("csirt", "closure", new CloseIncident());

        Assert.True(meanwhile.Happened && (await story.State()).Incident.IsClosed);
    }

    /// <summary>Everything is settled but what the kind of the report brings.</summary>
    private static async Task<Story> Ready(App app, OccurrenceKind kind = OccurrenceKind.Missent)
    {
        var story = await Story.Begins(app, An.Occurrence with { Kinds = [kind] }, "試しの件");
        await story.Do("somu-shukan", "personal-data-assessment", new AssessPersonalData(NoPersonalData));
        foreach (var (who, duty) in new[] { ("csirt", "19-5"), ("somu-shukan", "19-6"), ("csirt", "19-7") }) await story.Do(who, "unnecessary-duties", new JudgeDutyUnnecessary(duty, "被害がない"));
        await story.Contained();
        await story.Learned(new EstablishCause(Determined: true, "操作の誤り"));
        return story;
    }

    private static Meanwhile Interrupt(App app, string number, ReportEvent what)
    {
        var meanwhile = new Meanwhile(app, number, what);
        ((DocumentStore)app.Store).Options.Listeners.Add(meanwhile);
        return meanwhile;
    }

    /// <summary>Another person is faster: between the decision to close and its storing, something happens to the report. Once.</summary>
    private sealed class Meanwhile(App app, string number, ReportEvent what) : DocumentSessionListenerBase
    {
        private int times;

        public bool Happened => times > 0;

        public override async Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
        {
            if (!session.PendingChanges.Streams().SelectMany(s => s.Events).Any(e => e.Data is IncidentClosed) || Interlocked.Increment(ref times) > 1) return;

            await using var other = app.Store.LightweightSession(App.Organisation);
            other.Events.Append(Report.Key(number), what);
            await other.SaveChangesAsync(token);
        }
    }
}

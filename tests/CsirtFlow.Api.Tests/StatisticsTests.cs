using CsirtFlow.Api.Board;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Api.Tests.Scenarios;
using CsirtFlow.Domain;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CsirtFlow.Api.Tests;

/// <summary>統計: medians, shares and numbers of what happened.</summary>
public sealed class StatisticsTests(AppFixture fixture)
{
    [Fact]
    public async Task Medians_shares_and_numbers_are_those_of_what_happened()
    {
        await using var app = await fixture.Own();
        foreach (var minutes in new[] { 10, 20, 90 })
        {
            var number = (await An.Report(app)).Number;
            app.Clock.Advance(TimeSpan.FromMinutes(minutes));
            (await app.As("csirt").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "漏えいのおそれがある。", "誤送信"))).Ok();
        }
        var restricted = (await An.Report(app, An.Occurrence with { Kinds = [OccurrenceKind.Loss, OccurrenceKind.Missent], SectionId = "nishi" })).Number;
        (await app.As("csirt").Post($"/api/reports/{restricted}/evaluation", new EvaluateReport(Verdict.Incident, "持ち出しの疑い", "内部不正の疑い"))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{restricted}/severity", new DecideSeverity(new SeverityFactors(Persons: 30)))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{restricted}/restriction", new RestrictIncident(["jicho"], "内部不正の疑い"))).Ok();
        await An.Report(app);
        app.Clock.Advance(TimeSpan.FromHours(2));
        await app.Quiet();

        var s = await Figures(app);
        var evaluation = s.Duties.Single(d => d.Clause == "32-3-1");
        var filing = s.Duties.Where(d => d.IsLegal);

        Assert.Equal((5, 4), (s.Cases, s.Incidents));
        Assert.Equal(("4月", 5), (s.Months[0].Label.Japanese, s.Months[0].Cases));
        Assert.Equal([5, 1], s.Kinds.Where(k => k.Cases > 0).Select(k => k.Cases).OrderDescending());
        Assert.Equal(1, s.Sections.Single(t => t.Label.Japanese == "西分署").Incidents);
        Assert.Equal([3, 1], s.Severities.Where(t => t.Incidents > 0).Select(t => t.Incidents).OrderDescending());
        // 0, 10, 20 and 90 minutes; the fifth is not evaluated after two hours.
        Assert.Equal(new DutyTally("32-3-1", DutyTable.TitleOf("32-3-1"), false, 5, 4, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(90), 3, 1), evaluation);
        Assert.Empty(filing);
        // Whoever may not see the restricted one cannot tell from any figure that there is one.
        foreach (var person in new[] { "csirt2", "shobocho", "kanri", "somu-shukan" })
        {
            var open = await Figures(app, person);
            Assert.Equal((4, 3, 0), (open.Cases, open.Incidents, open.Sections.Single(t => t.Label.Japanese == "西分署").Cases));
            Assert.Equal((4, 3), open.Duties.Single(d => d.Clause == "32-3-1") is var d ? (d.Owed, d.Met) : default);
            Assert.Equal([4], open.Kinds.Where(k => k.Cases > 0).Select(k => k.Cases));
        }
    }

    [Fact]
    public async Task Legal_limits_and_measures_are_counted_apart()
    {
        await using var app = await fixture.Own();
        var story = await Story.Begins(app, An.Occurrence, "誤送信");
        await story.Contained();
        await story.Learned(new EstablishCause(Determined: true, "宛先の確認不足"), new(2030, 7, 1));
        await story.Do("csirt", "personal-data-assessment", new AssessPersonalData(Missent.Data));
        app.Clock.Advance(TimeSpan.FromHours(24));
        await story.Filed("csirt", "ppc-preliminary", "32-1-4-appi-preliminary", "個人情報保護委員会");
        await app.Quiet();
        var early = await Figures(app);

        story.On(7, 2, 9);
        var late = await Figures(app);

        var legal = early.Duties.Where(d => d.IsLegal).ToList();
        Assert.Equal(["個人情報保護委員会への速報（保有個人情報）", "個人情報保護委員会への確報（保有個人情報）"], legal.Select(d => d.Title.Japanese));
        Assert.Equal((1, 1, 1, 0, TimeSpan.FromHours(24)), (legal[0].Owed, legal[0].Met, legal[0].InTime, legal[0].Overdue, legal[0].Median));
        Assert.Equal((1, 0, 0, 0), (legal[1].Owed, legal[1].Met, legal[1].Judged, legal[1].Overdue));
        Assert.Equal(1, late.Duties.Last(d => d.IsLegal).Overdue);
        Assert.Equal((new MeasureTally(1, 0, 0), new MeasureTally(1, 0, 1)), (early.Measures, late.Measures));
    }

    [Fact]
    public async Task A_false_alarm_counts_as_a_report_alone()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        (await app.As("csirt").Post($"/api/reports/{number}/revocation", new RevokeIncident("訓練のメールだった", "総務課が確かめた"))).Ok();
        await app.Quiet();

        var figures = await Figures(app);

        Assert.Equal((1, 0), (figures.Cases, figures.Incidents));
    }

    [Fact]
    public async Task What_happens_after_a_look_is_counted_at_the_next()
    {
        await using var app = await fixture.Own();
        async Task<DutyTally> Evaluation()
        {
            await app.Quiet();
            return (await Figures(app)).Duties.Single(d => d.Clause == "32-3-1");
        }
        async Task Judged(string number, int minutes)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(minutes));
            (await app.As("csirt").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "漏えいのおそれがある。", "誤送信"))).Ok();
        }
        var inApril = (await An.Report(app)).Number;

        Assert.Equal((1, 0, null), await Evaluation() is var before ? (before.Owed, before.Met, before.Median) : default);
        await Judged(inApril, 10);
        Assert.Equal((1, 1, TimeSpan.FromMinutes(10)), await Evaluation() is var after ? (after.Owed, after.Met, after.Median) : default);

        app.Clock.Advance(TimeSpan.FromDays(30));
        foreach (var minutes in new[] { 90, 20 }) await Judged((await An.Report(app)).Number, minutes);
        var both = await Evaluation();
        Assert.Equal((3, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(90), 2), (both.Met, both.Median, both.Longest, both.InTime));
        Assert.Equal([1, 2], (await Figures(app)).Months.Take(2).Select(m => m.Cases));
    }

    [Theory]
    [InlineData("csirt", 200)]
    [InlineData("csirt2", 200)]
    [InlineData("shobocho", 200)]
    [InlineData("kanri", 200)]
    [InlineData("somu-shukan", 200)]
    [InlineData("kansa", 200)]
    [InlineData("tocho", 403)]
    [InlineData("shocho", 403)]
    [InlineData("shokuin", 403)]
    public async Task Those_who_answer_for_the_whole_organisation_see_them(string person, int status)
    {
        var app = await fixture.Shared();
        await An.Report(app);

        Assert.Equal(status, (await app.As(person).Get("/statistics")).Code);
        var file = await app.As(person).Get("/statistics.csv?fy=R12");
        Assert.Equal(status, file.Code);
        if (status == 200) Assert.StartsWith("年度,区分,項目,指標,値\r\n令和12年度,月別,4月,受付（件）,", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_is_not_there_is_refused()
    {
        var app = await fixture.Shared();

        Assert.Equal(400, (await app.As("csirt").Get("/statistics?fy=R99")).Code);
        Assert.Equal(400, (await app.As("csirt").Get("/statistics?fy=x'")).Code);
    }

    private static Task<YearStatistics> Figures(App app, string person = "kansa") => app.Services.GetRequiredService<StatisticsReader>().Of(new Caller(App.Organisation, person, "test", ""), null, CancellationToken.None);
}

using CsirtFlow.Api.Board;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests.Scenarios;

/// <summary>A colleague of another section looked up ambulance records with a borrowed card: told 直ちに (41-3-1), then to the officer of that section alone (38-5, 45-2), and in an emergency to the CISO (12-8).</summary>
public sealed class BreachByStaffTests(AppFixture fixture)
{
    [Fact]
    public async Task From_the_report_to_the_officer_of_the_persons_section()
    {
        await using var app = await fixture.Own();
        var number = (await An.Report(app, An.Occurrence with { Kinds = [OccurrenceKind.PolicyBreach], Description = "借りたカードで搬送記録を見ていた。" }, by: "shokuin")).Number;
        await app.Quiet();
        Assert.Superset(new HashSet<string> { "shobocho", "shocho", "tocho" }, (await NoticeTests.Notices(app, number)).Where(n => n.Duties.Any(d => d is "41-3-1" or "45-2-2")).Select(n => n.PersonId).ToHashSet());

        (await app.As("csirt").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "閲覧の記録がある", "搬送記録の閲覧", Nature: new Nature(StaffAccess: true)))).Breaks("staff-section-given");
        (await app.As("csirt").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "閲覧の記録がある", "搬送記録の閲覧"))).Ok();
        var story = new Story(app, number);
        (await app.As("keibo-kacho").Get($"/api/incidents/{number}")).Is(404, "not-found");
        await story.Do("csirt", "nature", new StateNature(new Nature(StaffAccess: true, StaffBreach: true, StaffSectionId: "keibo"), "警防課の職員の記録だった"));
        await story.Do("csirt", "severity", new DecideSeverity(new SeverityFactors(), Severity.Critical, "119番の受付に使うカードだった"));
        Assert.Equal([Standing.Open, Standing.Open, Standing.Open, Standing.Open], new[] { await story.Duty("12-8"), await story.Duty("38-5"), await story.Duty("45-2-1"), await story.Duty("45-2-3") }.Select(d => d.Standing));

        (await story.Try("csirt", "carried-out-duties", new CarryOutDuty("45-2-1", "伝えた"))).Breaks("duty-owner");
        await story.Do("shobocho", "carried-out-duties", new CarryOutDuty("12-8", "管理者へ電話した"));
        await story.Do("shobocho", "carried-out-duties", new CarryOutDuty("38-5", "警防課長に処置を求めた"));
        await story.Do("shobocho", "carried-out-duties", new CarryOutDuty("45-2-1", "警防課長に措置を求めた"));
        await story.Do("shobocho", "unnecessary-duties", new JudgeDutyUnnecessary("45-2-3", "停止していない"));
        await app.Quiet();

        var notices = await NoticeTests.Notices(app, number);
        Assert.Equal(["kanri"], notices.Where(n => n.Reason is NoticeReason.Told && n.Duties.Contains("12-8")).Select(n => n.PersonId));
        Assert.Equal(["keibo-kacho"], notices.Where(n => n.Reason is NoticeReason.Told && (n.Duties.Contains("38-5") || n.Duties.Contains("45-2-1"))).Select(n => n.PersonId).Distinct());
        (await app.As("keibo-kacho").Get($"/api/incidents/{number}")).Ok();
        (await app.As("keibo-kacho").Get($"/api/reports/{number}")).Is(404, "not-found");
        (await app.As("keibo-hosa").Get($"/api/incidents/{number}")).Is(404, "not-found");
        Assert.Equal([Standing.Met, Standing.Met, Standing.Met, Standing.Unnecessary], new[] { await story.Duty("12-8"), await story.Duty("38-5"), await story.Duty("45-2-1"), await story.Duty("45-2-3") }.Select(d => d.Standing));
        await Replay.Agrees(app);
        EventFiles.Keep(app);

        Assert.Contains("職員等による不正アクセス", (await app.As("keibo-kacho").Get($"/incidents/{number}")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains("Art. 45(2)(iii): <span", (await app.As("csirt").Get($"/incidents/{number}?lang=en")).Ok().Text, StringComparison.Ordinal);
    }
}

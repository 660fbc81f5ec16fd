using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

/// <summary>公表 (19-6) from the judgement to what went out: never before its release, never unchecked, never by one person.</summary>
public sealed class PublicationTests(AppFixture fixture)
{
    [Fact]
    public async Task Words_leave_only_judged_checked_approved_and_after_their_release()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/severity", new DecideSeverity(new SeverityFactors(Persons: 350)))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{number}/personal-data-assessment", new AssessPersonalData(Missent.Data))).Ok();
        (await app.As("somu-shukan").Post($"/api/incidents/{number}/unnecessary-duties", new JudgeDutyUnnecessary("19-6", "問合せがない"))).Breaks("publication-judged-by-ciso");
        var release = app.Clock.GetUtcNow().AddHours(3);
        (await app.As("kanri").Post($"/api/incidents/{number}/publication-judgements", new JudgePublication(PublicationVerdict.Publish, "名簿の350人", "影響が組合の外に及ぶ", release))).Ok();

        var press = await Paper.Drafted(app, number, "press-release");
        await press.Investigate("somu-shukan");
        (await press.Submit("somu-shukan")).Ok();
        if ((await press.Now()).Document.Stage is DocumentStage.AwaitsPermission) (await press.Permit("tocho")).Ok();
        Assert.DoesNotContain("press-release", (await app.As("shobocho").Get("/home")).Ok().Text, StringComparison.Ordinal);
        (await press.Approve("shobocho")).Breaks("publication-check:NothingPersonal", "publication-check:NoAttackDetail", "publication-check:PoliceAgreed", "publication-check:AssemblyTold");

        foreach (var check in Enum.GetValues<PublicationCheck>())
            (await press.Try("somu-shukan", "publication-checks", new CheckPublication(check, (await press.Now()).Content, "総務課長が10時に確認した"))).Ok();
        Assert.Contains("press-release", (await app.As("shobocho").Get("/home")).Ok().Text, StringComparison.Ordinal);
        (await press.Approve("shobocho")).Ok();

        (await press.File("somu-shukan", "報道機関", "資料配布")).Breaks("under-embargo");
        app.Clock.Advance(TimeSpan.FromHours(3));
        (await press.File("somu-shukan", "報道機関", "資料配布")).Ok();

        var incident = (await app.As("csirt").Get($"/api/incidents/{number}")).Ok().Read<Board.IncidentAnswer>();
        Assert.Equal(Standing.Met, incident.Duties.Single(d => d.Key == "19-6").Standing);

        (await app.As("somu-shukan").Post($"/api/incidents/{number}/follow-ups", new PlanFollowUp(FollowUpTo.Public, "原因と再発防止策", app.Clock.GetUtcNow().AddDays(3)))).Ok();
        (await app.As("kanri").Post($"/api/incidents/{number}/withdrawn-publications", new WithdrawPublication(1, "人数が誤っていた", "配布先の7社へ電話した"))).Ok();
        Assert.Contains("令和12年4月4日", (await app.As("csirt").Get($"/api/incidents/{number}/documents/website-notice?format=txt")).Ok().Text, StringComparison.Ordinal);
        incident = (await app.As("csirt").Get($"/api/incidents/{number}")).Ok().Read<Board.IncidentAnswer>();
        Assert.Equal([Standing.Open, Standing.Open], incident.Duties.Where(d => d.Key is "19-6" or "19-6-follow-up").Select(d => d.Standing));
        await Replay.Agrees(app);
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task Changed_words_are_checked_again()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        var press = await Paper.Drafted(app, number, "press-release");
        (await press.Try("csirt", "publication-checks", new CheckPublication(PublicationCheck.NoAttackDetail, (await press.Now()).Content))).Ok();

        (await press.Revise("somu-shukan", ("public.summary", "端末D-0231から流出しました。"))).Ok();

        Assert.Contains(PublicationCheck.NoAttackDetail, (await press.Now()).Document.OpenChecks);
        (await press.Try("csirt", "publication-checks", new CheckPublication(PublicationCheck.NothingPersonal, (await press.Now()).Content))).Breaks("findings-explained");
    }
}

using CsirtFlow.Api.ExternalReports;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using Known = CsirtFlow.Domain.Statutory.Answer;

namespace CsirtFlow.Api.Tests;

/// <summary>該当性判定: tried, recorded, corrected, with every earlier limit kept.</summary>
public sealed class AssessmentTests(AppFixture fixture)
{
    private static readonly PersonalDataFacts Few = new()
    {
        HeldInformation = Known.Yes, InformationBeingCollected = Known.No, SensitiveInformation = Known.No, PropertyDamageFeared = Known.No, ImproperPurposeFeared = Known.No,
        Persons = new() { Confirmed = 3 }, Loss = new() { Leak = LossState.Occurred, Destruction = LossState.None, Damage = LossState.None }, Encryption = new() { KeySeparated = Known.No }, MyNumber = new() { Included = Known.No },
    };

    private static readonly PersonalDataFacts Many = Few with { Persons = new() { Confirmed = 101 } };

    [Fact]
    public async Task A_trial_says_what_would_follow_and_records_nothing()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);

        var tried = (await app.As("csirt").Post(Path(number) + "/trial", new AssessPersonalData(Many with { ImproperPurposeFeared = Known.Yes }))).Ok().Read<AssessmentAnswer>();

        Assert.True(tried.Tried);
        Assert.Equal([5, 60], tried.Deadlines.Select(d => d.Days));
        var stands = await Read(app, number);
        Assert.Null(stands.Facts);
        Assert.Empty(stands.Statements);
    }

    [Fact]
    public async Task More_than_a_hundred_and_an_improper_purpose_change_the_duties_and_the_earlier_limits_stay()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        await Assess(app, number, new(Few));
        Assert.Empty((await Read(app, number)).Deadlines);

        app.Clock.Advance(TimeSpan.FromHours(2));
        await Assess(app, number, new(Many, Reason: "101人と分かった"));
        await Assess(app, number, new(Many with { ImproperPurposeFeared = Known.Yes }, Reason: "不正アクセスと分かった"));
        var both = Many with { ImproperPurposeFeared = Known.Yes, MyNumber = new() { Included = Known.Yes, System = MyNumberSystem.RelatedAffairs } };
        await Assess(app, number, new(both, Reason: "給与の個人番号も含まれていた"));

        var answer = await Read(app, number);
        Assert.Equal([Law.PersonalInformation, Law.PersonalInformation, Law.MyNumber, Law.MyNumber], answer.Deadlines.Select(d => d.Law));
        Assert.Equal((30, "不正の目的をもって行われたおそれがあることが分かったため。"), Assert.Single(answer.History, h => !h.IsCurrent) is var old ? (old.Deadline.Days, old.WhySuperseded) : default);
        Assert.Equal(["", "101人と分かった", "不正アクセスと分かった", "給与の個人番号も含まれていた"], answer.Statements.Select(s => s.Reason));
        await Replay.Agrees(app);
    }

    [Fact]
    public async Task That_no_report_is_owed_is_said_by_another_office_and_taken_back_by_other_facts()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        await Assess(app, number, new(Many));
        (await app.As("shobocho").Post(Judgement(number), new JudgeNotReportable("少人数のため"))).Breaks("report-owed");

        await Assess(app, number, new(Few, Reason: "重複を除いた"));
        (await app.As("csirt").Post(Judgement(number), new JudgeNotReportable("少人数のため"))).Is(403, "office-may-not");
        (await app.As("shobocho").Post(Judgement(number), new JudgeNotReportable("3人で、各号に当たらない"))).Ok();
        Assert.NotNull((await Read(app, number)).NotReportableAt);

        await Assess(app, number, new(Many, Reason: "別の名簿もあった"));
        Assert.Null((await Read(app, number)).NotReportableAt);
        await Replay.Agrees(app);
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task The_moment_of_knowing_moves_back_with_a_contractors_notice()
    {
        await using var app = await fixture.Own();
        app.Clock.Advance(TimeSpan.FromDays(3));
        var number = await An.Incident(app);
        await Assess(app, number, new(Many));
        var first = (await Read(app, number)).Deadlines[0].Limit;

        await Assess(app, number, new(Many with { Knowledge = new() { Department = "警防課", ContractorNotifiedAt = AppFixture.Start.AddDays(1) } }, Reason: "委託先から先に連絡があった"));

        var answer = await Read(app, number);
        Assert.Equal((AppFixture.Start.AddDays(1), first.AddDays(-2)), (answer.KnewAt, answer.Deadlines[0].Limit));
        Assert.Equal(2, answer.History.Count(h => !h.IsCurrent));
        (await app.As("csirt").Post(Path(number) + "/trial", new AssessPersonalData(Many, app.Clock.GetUtcNow().AddDays(1)))).Breaks("knew-not-before-all");
    }

    private static string Path(string number) => $"/api/incidents/{number}/personal-data-assessment";

    private static string Judgement(string number) => $"/api/incidents/{number}/not-reportable";

    private static async Task Assess(App app, string number, AssessPersonalData facts) => (await app.As("csirt").Post(Path(number), facts)).Ok();

    private static async Task<AssessmentAnswer> Read(App app, string number) => (await app.As("csirt").Get(Path(number))).Ok().Read<AssessmentAnswer>();
}

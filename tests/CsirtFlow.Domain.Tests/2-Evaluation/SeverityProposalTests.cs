using CsCheck;

namespace CsirtFlow.Domain.Tests;

/// <summary>重要度の案と決定.</summary>
public sealed class SeverityProposalTests
{
    [Fact]
    public void The_119_line_outranks_everything() => Assert.Equal(Severity.Critical, SeverityProposal.For(new(), EmergencyImpact.Present, new()).Severity);

    [Fact]
    public void Not_knowing_about_the_119_line_is_no_calm() => Assert.Equal(Severity.High, SeverityProposal.For(new(), EmergencyImpact.Unknown, new()).Severity);

    [Fact]
    public void Nothing_that_raises_it_leaves_it_low_and_says_so() => Assert.Equal(["重要度を上げる事実は見つかっていない"], SeverityProposal.For(new(), EmergencyImpact.None, new()).Grounds.AsEnumerable());

    [Theory, InlineData(null, Severity.Low), InlineData(0, Severity.Low), InlineData(1, Severity.Medium), InlineData(100, Severity.Medium), InlineData(101, Severity.High)]
    public void More_than_a_hundred_persons_is_high(int? persons, Severity severity) => Assert.Equal(severity, SeverityProposal.For(new(Persons: persons), EmergencyImpact.None, new()).Severity);

    [Fact]
    public void The_most_severe_ground_stands_first() =>
        Assert.Equal(["重要度1 緊急：住民サービス又は指令業務が止まっている", "重要度2 高：犯罪の可能性がある", "重要度3 中：本人の数は最大 3 人"],
            SeverityProposal.For(new(Persons: 3, ResidentServiceStopped: true), EmergencyImpact.None, new(MayBeCrime: true)).Grounds.AsEnumerable());

    /// <summary>Nothing that makes it worse makes the severity less.</summary>
    [Fact]
    public void It_never_falls_when_something_is_added() =>
        Gen.Select(All, All).Sample((a, b) =>
        {
            var worse = (Factors: Worse(a.Factors, b.Factors), Impact: Worse(a.Impact, b.Impact), Nature: new Nature(a.Nature.Attack | b.Nature.Attack, a.Nature.MayBeCrime | b.Nature.MayBeCrime, a.Nature.Cloud | b.Nature.Cloud));
            return SeverityProposal.For(worse.Factors, worse.Impact, worse.Nature).Severity <= SeverityProposal.For(a.Factors, a.Impact, a.Nature).Severity;
        });

    [Fact]
    public void The_csirt_may_take_the_proposal() =>
        Given(Opened).When(new DecideSeverity(new(Persons: 3)), Suzuki)
            .Then(new SeverityDecided(Severity.Medium, Severity.Medium, new(Persons: 3), ["重要度3 中：本人の数は最大 3 人"], "", Suzuki.As(Office.CsirtMember, Monday9.AddMinutes(30))));

    [Fact]
    public void Or_decide_otherwise_with_grounds() =>
        Assert.Equal(Severity.High, Given(Opened).When(new DecideSeverity(new(Persons: 3), Severity.High, "報道が予想される"), Suzuki).Then<SeverityDecided>().State.Severity);

    [Fact]
    public void But_not_without() => Given(Opened).When(new DecideSeverity(new(Persons: 3), Severity.Low), Suzuki).ThenRefused(Rules.ReasonGiven);

    [Fact]
    public void Grounds_have_an_end() => Given(Opened).When(new DecideSeverity(new(), Severity.High, new('理', 4001)), Suzuki).ThenRefused(Rules.TextTooLong);

    [Fact]
    public void After_closing_it_stands() => Given(Opened, Closed).When(new DecideSeverity(new()), Suzuki).ThenRefused(Rules.StillOpen);

    [Fact]
    public void Nobody_but_the_csirt_decides() => Given(Opened).When(new DecideSeverity(new()), Katayama).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void At_the_highest_severity_the_ministry_is_told_at_once()
    {
        var critical = Given(Opened).When(new DecideSeverity(new(ResidentServiceStopped: true)), Suzuki).Then<SeverityDecided>();

        Assert.Equal(Monday9.AddMinutes(30 + 60), critical.Duty("19-5").Due);
        Assert.Equal(Monday9.AddMinutes(30).AddHours(24), Given(Opened).Duty("19-5").Due);
    }

    private static Gen<(SeverityFactors Factors, EmergencyImpact Impact, Nature Nature)> All { get; } = Gen.Select(
        Gen.Select(Gen.Enum<Confidentiality>(), Gen.Enum<AssetLevel>(), Gen.Enum<AssetLevel>(), Gen.Int[0, 200].Nullable(), Gen.Bool, Gen.Enum<Spread>(), (c, i, a, n, stopped, s) => new SeverityFactors(c, i, a, n, stopped, s)),
        Gen.Enum<EmergencyImpact>(),
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, (attack, crime, cloud) => new Nature(attack, crime, cloud)));

    private static SeverityFactors Worse(SeverityFactors a, SeverityFactors b) => new(Max(a.Confidentiality, b.Confidentiality), Max(a.Integrity, b.Integrity), Max(a.Availability, b.Availability),
        a.Persons is null ? b.Persons : b.Persons is null ? a.Persons : Math.Max(a.Persons.Value, b.Persons.Value), a.ResidentServiceStopped | b.ResidentServiceStopped, Max(a.Spread, b.Spread));

    /// <summary>ない, わからない, ある: in this order.</summary>
    private static EmergencyImpact Worse(EmergencyImpact a, EmergencyImpact b) =>
        a == EmergencyImpact.Present || b == EmergencyImpact.Present ? EmergencyImpact.Present : a == EmergencyImpact.Unknown || b == EmergencyImpact.Unknown ? EmergencyImpact.Unknown : EmergencyImpact.None;

    private static T Max<T>(T a, T b) where T : struct, Enum => Comparer<T>.Default.Compare(a, b) > 0 ? a : b;
}

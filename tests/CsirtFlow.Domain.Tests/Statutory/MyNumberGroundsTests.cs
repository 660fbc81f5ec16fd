using CsirtFlow.Domain.Statutory;
using static CsirtFlow.Domain.Tests.Statutory.Known;

namespace CsirtFlow.Domain.Tests.Statutory;

public sealed class MyNumberGroundsTests
{
    [Theory]
    [InlineData(MyNumberSystem.InformationNetwork, "番号規則第2条第1号イ")]
    [InlineData(MyNumberSystem.UsageAffairs, "番号規則第2条第1号ロ")]
    [InlineData(MyNumberSystem.RelatedAffairs, "番号規則第2条第1号ハ")]
    public void The_system_decides_whatever_the_number_of_persons(MyNumberSystem system, string article) =>
        Assert.Equal([article], Reportable(MyNumberLeak with { MyNumber = MyNumberLeak.MyNumber with { System = system } }), StringComparer.Ordinal);

    [Theory]
    [InlineData(Answer.Yes, GroundState.Applies)]
    [InlineData(Answer.No, GroundState.DoesNotApply)]
    [InlineData(Answer.Unknown, GroundState.Unknown)]
    public void Each_question_decides_its_own_ground(Answer answer, GroundState expected)
    {
        var my = MyNumberLeak.MyNumber;
        var many = MyNumberLeak with { Persons = new() { Confirmed = 101 } };

        Assert.Equal(expected, GroundOf(MyNumberLeak with { ImproperPurposeFeared = answer }, "my-2-2-イ").State);
        Assert.Equal(expected, GroundOf(MyNumberLeak with { MyNumber = my with { UsedWithImproperPurpose = answer } }, "my-2-2-ロ").State);
        Assert.Equal(expected, GroundOf(MyNumberLeak with { MyNumber = my with { ProvidedWithImproperPurpose = answer } }, "my-2-2-ハ").State);
        Assert.Equal(expected, GroundOf(MyNumberLeak with { MyNumber = my with { ViewableByUnspecifiedPersons = answer } }, "my-2-3").State);
        Assert.Equal(expected, GroundOf(many with { MyNumber = my with { UsedAgainstArticle9 = answer } }, "my-2-4-ロ").State);
        Assert.Equal(expected, GroundOf(many with { MyNumber = my with { ProvidedAgainstArticle19 = answer } }, "my-2-4-ハ").State);
    }

    [Theory]
    [InlineData(100, GroundState.DoesNotApply)]
    [InlineData(101, GroundState.Applies)]
    public void The_fourth_ground_counts_the_persons_of_the_numbers(int persons, GroundState expected)
    {
        var facts = MyNumberLeak with { Persons = new() { Confirmed = 5000 }, MyNumber = MyNumberLeak.MyNumber with { Persons = new() { Confirmed = persons } } };

        Assert.Equal(expected, GroundOf(facts, "my-2-4-イ").State);
        Assert.Equal(GroundState.Applies, GroundOf(MyNumberLeak with { Persons = new() { Confirmed = 101 } }, "my-2-4-イ").State);
    }

    [Fact]
    public void Not_knowing_whether_a_number_is_included_counts_as_yes()
    {
        var ground = GroundOf(MyNumberLeak with { MyNumber = MyNumberLeak.MyNumber with { Included = Answer.Unknown, System = MyNumberSystem.RelatedAffairs } }, "my-2-1-ハ");

        Assert.Equal(GroundState.Feared, ground.State);
        Assert.StartsWith("マイナンバーが含まれるか分からないため、含まれるものとして扱う。", ground.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_number_no_ground_applies() =>
        Assert.All(StatutoryAssessment.Of(Stolen).Grounds.Where(g => g.Law is Law.MyNumber), g => Assert.Equal(GroundState.DoesNotApply, g.State));

    [Fact]
    public void All_ten_grounds_and_all_five_are_listed() =>
        Assert.Equal(
            ["規則第43条第1号", "規則第43条第2号", "規則第43条第3号", "規則第43条第4号", "規則第43条第5号",
             "番号規則第2条第1号イ", "番号規則第2条第1号ロ", "番号規則第2条第1号ハ", "番号規則第2条第2号イ", "番号規則第2条第2号ロ", "番号規則第2条第2号ハ",
             "番号規則第2条第3号", "番号規則第2条第4号イ", "番号規則第2条第4号ロ", "番号規則第2条第4号ハ"],
            StatutoryAssessment.Of(new()).Grounds.Select(g => g.Article),
            StringComparer.Ordinal);

    [Fact]
    public void What_is_not_reportable_is_reported_by_the_guideline_all_the_same()
    {
        var duty = StatutoryAssessment.Of(MyNumberLeak).DutyUnder(Law.MyNumber);

        Assert.Equal((DutyBasis.Guideline, "番号GL別添2 3B"), (duty!.Basis, duty.Article));
    }

    [Fact]
    public void Encryption_lifts_the_guidelines_report_too()
    {
        var encrypted = MyNumberLeak with { Encryption = new() { Method = "AES-256", KeySeparated = Answer.Yes, Grounds = "鍵は別に保管" } };

        Assert.False(StatutoryAssessment.Of(encrypted).MustBeReported);
    }

    [Fact]
    public void Both_acts_may_oblige_at_once() =>
        Assert.Equal([Law.PersonalInformation, Law.MyNumber],
            StatutoryAssessment.Of(MyNumberLeak with { ImproperPurposeFeared = Answer.Yes }).Duties.Select(d => d.Law));

    private static IEnumerable<string> Reportable(PersonalDataFacts facts) =>
        StatutoryAssessment.Of(facts).Grounds.Where(g => g.IsReportable).Select(g => g.Article);
}

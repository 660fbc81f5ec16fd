using CsirtFlow.Domain.Statutory;
using static CsirtFlow.Domain.Tests.Statutory.Known;

namespace CsirtFlow.Domain.Tests.Statutory;

public sealed class NotificationDutyTests
{
    private static readonly PersonalDataFacts Both = MyNumberLeak with { ImproperPurposeFeared = Answer.Yes };

    [Fact]
    public void Who_must_report_must_tell_the_persons() =>
        Assert.Equal([NotificationState.Owed, NotificationState.Owed], States(new()));

    [Fact]
    public void A_measure_in_its_place_excuses_under_both_acts() =>
        Assert.Equal([NotificationState.ReplacedByMeasure, NotificationState.ReplacedByMeasure],
            States(new() { Difficult = Answer.Yes, SubstituteMeasure = "ホームページで公表し、問合せ窓口を設ける" }));

    [Fact]
    public void Difficulty_alone_excuses_nobody() =>
        Assert.Equal([NotificationState.Owed, NotificationState.Owed], States(new() { Difficult = Answer.Yes, SubstituteMeasure = " " }));

    [Fact]
    public void The_My_Number_act_knows_no_exception_for_non_disclosable_information() =>
        Assert.Equal([NotificationState.NonDisclosable, NotificationState.Owed], States(new() { NonDisclosable = Answer.Yes }));

    [Fact]
    public void Beyond_the_acts_the_case_decides() =>
        Assert.Equal(NotificationState.AsTheCaseRequires, Assert.Single(StatutoryAssessment.Of(MyNumberLeak).Notifications).State);

    [Fact]
    public void Without_a_report_there_is_no_notice() =>
        Assert.Empty(StatutoryAssessment.Of(SmallLeak).Notifications);

    private static IEnumerable<NotificationState> States(NotificationFacts notification) =>
        StatutoryAssessment.Of(Both with { Notification = notification }).Notifications.Select(n => n.State);
}

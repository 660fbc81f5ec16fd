using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain.Tests;

/// <summary>報告不要の判断: with reasons, by a second office, and never against an act or the guideline.</summary>
public sealed class JudgeNotReportableTests
{
    private static readonly JudgeNotReportable Judge = new("氏名のみ3人分で、回収を確認した");

    private static readonly PersonalDataFacts MyNumber = FewNames with { MyNumber = new() { Included = Answer.Yes, System = MyNumberSystem.None, UsedWithImproperPurpose = Answer.No, ProvidedWithImproperPurpose = Answer.No, ViewableByUnspecifiedPersons = Answer.No, UsedAgainstArticle9 = Answer.No, ProvidedAgainstArticle19 = Answer.No } };

    [Fact]
    public void Personal_data_without_a_report_needs_the_judgement() =>
        Given(Opened, Stated(FewNames)).ThenOpen("32-1-4-not-reportable").When(Judge, Katayama).Then<NotReportableJudged>().ThenMet("32-1-4-not-reportable");

    [Fact]
    public void It_keeps_every_ground_as_it_stood() =>
        Assert.Contains("規則第43条第4号：本人の数が 3 人で、100 人を超えない。", Given(Opened, Stated(FewNames)).When(Judge, Katayama).Events.OfType<NotReportableJudged>().Single().Grounds);

    [Fact]
    public void No_personal_data_needs_none() => Given(Opened, Stated(NoPersonalData)).ThenNotOwed("32-1-4-not-reportable");

    [Fact]
    public void What_is_owed_cannot_be_judged_away() => Given(Opened, Stated(Leak)).When(Judge, Katayama).ThenRefused("report-owed");

    [Fact]
    public void Not_knowing_is_no_ground() => Given(Opened, Stated(FewNames with { SensitiveInformation = Answer.Unknown })).When(Judge, Katayama).ThenRefused("report-owed");

    [Fact]
    public void My_numbers_are_reported_unless_they_were_encrypted() =>
        Given(Opened, Stated(MyNumber)).When(Judge, Katayama).ThenRefused("report-owed");

    [Fact]
    public void Encrypted_my_numbers_with_the_grounds_written_down_may_go_unreported() =>
        Given(Opened, Stated(MyNumber with { Encryption = new() { Method = "AES-256", KeySeparated = Answer.Yes, Grounds = "鍵は別の金庫にある" } })).When(Judge, Katayama).Then<NotReportableJudged>();

    [Fact]
    public void Other_facts_take_it_back() =>
        Given(Opened, Stated(FewNames)).When(Judge, Katayama).Then<NotReportableJudged>().When(new AssessPersonalData(FewNames with { Persons = new() { Confirmed = 101 } }, Reason: "101人と分かった"), Ogawa)
            .Then<PersonalDataAssessed>().ThenOpen("32-1-4-appi-preliminary")
            .When(new AssessPersonalData(FewNames with { Persons = new() { Confirmed = 4 } }, Reason: "重複を除くと4人だった"), Ogawa).Then<PersonalDataAssessed>().ThenOpen("32-1-4-not-reportable");

    [Fact]
    public void Who_states_the_facts_does_not_judge_them() => Given(Opened, Stated(FewNames)).When(Judge, Ogawa).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void A_reason_is_given_and_the_facts_come_first()
    {
        Given(Opened, Stated(FewNames)).When(new JudgeNotReportable(" "), Katayama).ThenRefused(Rules.ReasonGiven);
        Given(Opened).When(Judge, Katayama).ThenRefused(Rules.AssessedFirst);
    }

    [Fact]
    public void A_contractors_notice_is_knowledge() =>
        Assert.Equal(Monday9.AddDays(-2), Given(Opened).When(new AssessPersonalData(Leak with { Knowledge = new() { ContractorNotifiedAt = Monday9.AddDays(-2) } }), Ogawa).State.KnewAt);

    private static PersonalDataAssessed Stated(PersonalDataFacts facts) => Assessed with { Facts = facts };
}

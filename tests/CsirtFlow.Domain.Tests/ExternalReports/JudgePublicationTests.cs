using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain.Tests;

/// <summary>公表の判断 (19-6): the CISO's, with reasons either way, and kept beside what weighs for publishing.</summary>
public sealed class JudgePublicationTests
{
    private static readonly SeverityDecided Weighed = new(Severity.High, Severity.High, new(), [], "", Suzuki.As(Office.CsirtMember, Monday9.AddMinutes(20)));

    private static readonly JudgePublication Publish = new(PublicationVerdict.Publish, "登録者350人", "不正アクセスで、影響が組合の外に及ぶ", Monday9.AddHours(8));

    private static readonly JudgePublication Withhold = new(PublicationVerdict.DoNotPublish, "登録者350人", "捜査に支障がある");

    [Fact]
    public void The_ciso_judges_and_what_weighs_for_it_is_kept() =>
        Given(Opened, Weighed, Assessed).ThenOpen("19-6-judgement").When(Publish, Asano)
            .Then(new PublicationJudged(PublicationVerdict.Publish, Severity.High, "登録者350人", ["規則第43条第3号　不正の目的のおそれ", "規則第43条第4号　本人の数が百人を超える"], Publish.Reason, Monday9.AddHours(8), Asano.As(Office.Ciso, Monday9.AddMinutes(30))))
            .ThenMet("19-6-judgement").ThenOpen("19-6");

    [Fact]
    public void Not_publishing_fulfils_the_duty_with_its_reason_and_can_be_judged_again() =>
        Given(Opened, Weighed, Assessed).When(Withhold, Asano).Then<PublicationJudged>().ThenMet("19-6", "19-6-judgement")
            .When(Publish, Asano).Then<PublicationJudged>().ThenOpen("19-6");

    [Fact]
    public void Administration_alone_cannot_call_it_unnecessary_where_a_ground_weighs() =>
        Given(Opened, Weighed, Assessed).When(new JudgeDutyUnnecessary("19-6", "問合せがない"), Ogawa).ThenRefused(Rules.PublicationJudgedByCiso);

    [Fact]
    public void Where_none_weighs_administration_may() => Given(Opened, Weighed).ThenNotOwed("19-6-judgement").When(new JudgeDutyUnnecessary("19-6", "被害がない"), Ogawa).Then<DutyJudgedUnnecessary>();

    [Fact]
    public void Nothing_goes_out_before_its_release_without_a_reason() =>
        Given(Opened, Weighed, Assessed).When(Publish, Asano).Then<PublicationJudged>().At(Monday9.AddHours(7)).When(new RecordPublication("ホームページ", "お知らせ", Reason: "会見で述べた"), Ogawa).ThenRefused(Rules.UnderEmbargo);

    [Fact]
    public void Nothing_goes_out_before_it_is_judged_without_a_reason_and_publishing_is_no_judgement()
    {
        var said = new RecordPublication("ホームページ", "お知らせ", Reason: "会見で述べた");

        Given(Opened, Weighed, Assessed).When(said, Ogawa).ThenRefused(Rules.JudgedBeforePublished);
        Given(Opened, Weighed, Assessed).When(said with { EarlyReason = "報道が先に出た", Reason = " " }, Ogawa).ThenRefused(Rules.PublishedWithoutDocument);
        Given(Opened, Weighed, Assessed).When(said with { EarlyReason = "報道が先に出た" }, Ogawa).Then<PublicationRecorded>().ThenMet("19-6").ThenOpen("19-6-judgement");
    }

    [Fact]
    public void What_went_out_early_is_recorded_with_the_reason() =>
        Given(Opened, Weighed, Assessed).When(Publish, Asano).Then<PublicationJudged>().At(Monday9.AddHours(7)).When(new RecordPublication("ホームページ", "お知らせ", EarlyReason: "報道が先に出た", Reason: "会見で述べた"), Ogawa).Then<PublicationRecorded>()
            .At(Monday9.AddHours(9)).When(new RecordPublication("報道機関への資料配布", "お知らせ", Reason: "会見で述べた"), Ogawa).Then<PublicationRecorded>();

    [Fact]
    public void What_was_not_to_be_published_is_not_recorded_as_if_it_were() =>
        Given(Opened, Weighed, Assessed).When(Withhold, Asano).Then<PublicationJudged>().When(new RecordPublication("ホームページ", "お知らせ", Reason: "会見で述べた"), Ogawa).ThenRefused(Rules.JudgedUnpublished);

    [Fact]
    public void Severity_reach_and_reason_are_needed()
    {
        Given(Opened, Assessed).When(Publish, Asano).ThenRefused(Rules.SeverityBeforePublication);
        Given(Opened, Weighed).When(Publish with { Reach = " " }, Asano).ThenRefused(Rules.ReachGiven);
        Given(Opened, Weighed).When(Publish with { Reason = "" }, Asano).ThenRefused(Rules.ReasonGiven);
        Given(Opened, Weighed).When(Withhold with { PlannedAt = Monday9.AddHours(8) }, Asano).ThenRefused(Rules.NothingPlannedUnpublished);
        Given(Opened, Weighed).When(Publish, Ogawa).ThenRefused(Rules.OfficeMayNot);
    }
}

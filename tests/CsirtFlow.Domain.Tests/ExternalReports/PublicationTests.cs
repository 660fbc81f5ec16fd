namespace CsirtFlow.Domain.Tests;

/// <summary>公表 (19-6) that must be taken back, and the rest that is owed to whoever was told a first time (続報).</summary>
public sealed class PublicationTests
{
    private static readonly DateTimeOffset Nine = Monday9.AddHours(9);

    private static readonly PublicationRecorded First = new("報道機関への資料配布", "不正アクセスについて", Nine, Ogawa.As(Office.Administration, Nine));

    private static readonly FilingRecorded ToGovernment = new("soumu-fukushima-incident-report", ["19-5"], "福島県", "LGWANメール", "", "", Nine, Ogawa.As(Office.Administration, Nine));

    private static readonly PublicationJudged Judged = new(PublicationVerdict.Publish, Severity.High, "登録者350人", [], "影響が組合の外に及ぶ", null, Asano.As(Office.Ciso, Nine.AddHours(-1)));

    private static readonly WithdrawPublication Withdraw = new(1, "人数が誤っていた", "配布先の7社へ電話した");

    private static readonly PlanFollowUp More = new(FollowUpTo.Public, "原因と再発防止策", Nine.AddDays(2));

    [Fact]
    public void What_was_withdrawn_stays_on_record_and_the_duty_to_inform_is_open_again_from_then_on() =>
        Given(Opened, First).ThenMet("19-6").At(Nine.AddHours(2)).When(Withdraw, Asano)
            .Then(new PublicationWithdrawn(1, Withdraw.Reason, Withdraw.Account, Nine.AddHours(2), Asano.As(Office.Ciso, Nine.AddHours(2)))).ThenOpen("19-6")
            .At(Nine.AddHours(25)).ThenOpen("19-6").At(Nine.AddHours(27)).ThenOverdue("19-6");

    [Fact]
    public void The_right_words_fulfil_it_again() =>
        Given(Opened, Judged, First).At(Nine.AddHours(2)).When(Withdraw, Asano).Then<PublicationWithdrawn>()
            .When(new RecordPublication("報道機関への資料配布", "訂正", Reason: "会見で述べた"), Ogawa).Then<PublicationRecorded>().ThenMet("19-6");

    [Fact]
    public void While_another_publication_stands_nothing_is_owed() =>
        Given(Opened, First, First with { Medium = "ホームページ" }).At(Nine.AddHours(2)).When(Withdraw, Ogawa).Then<PublicationWithdrawn>().ThenMet("19-6");

    [Fact]
    public void It_is_withdrawn_once_after_it_went_out_and_with_words()
    {
        Given(Opened, First).At(Nine.AddHours(2)).When(Withdraw, Ogawa).Then<PublicationWithdrawn>().When(Withdraw, Asano).ThenNothing();
        Given(Opened, First).At(Nine.AddHours(2)).When(Withdraw with { Publication = 2 }, Ogawa).ThenRefused(Rules.PublicationKnown);
        Given(Opened, First).At(Nine.AddHours(2)).When(Withdraw with { Reason = " " }, Ogawa).ThenRefused(Rules.ReasonGiven);
        Given(Opened, First).At(Nine.AddHours(2)).When(Withdraw with { Account = "" }, Ogawa).ThenRefused(Rules.TextGiven);
        Given(Opened, First).At(Nine.AddHours(2)).When(Withdraw with { WithdrawnAt = Nine.AddMinutes(-1) }, Ogawa).ThenRefused(Rules.PublishedBeforeWithdrawn);
        Given(Opened, First).At(Nine.AddHours(2)).When(Withdraw with { WithdrawnAt = Nine.AddHours(3) }, Ogawa).ThenRefused(Rules.NotInFuture);
    }

    [Fact]
    public void A_planned_follow_up_is_a_duty_until_the_next_publication() =>
        Given(Opened, Judged, First).At(Nine.AddHours(1)).ThenNotOwed("19-6-follow-up").When(More, Ogawa).Then<FollowUpPlanned>().ThenOpen("19-6-follow-up")
            .At(Nine.AddDays(2)).ThenOverdue("19-6-follow-up").When(new RecordPublication("ホームページ", "続報", Reason: "会見で述べた"), Ogawa).Then<PublicationRecorded>().ThenMet("19-6-follow-up");

    [Fact]
    public void To_the_ministry_and_the_prefecture_the_next_report_fulfils_it() =>
        Given(Opened, ToGovernment).At(Nine.AddHours(1)).When(More with { To = FollowUpTo.Government }, Suzuki).Then<FollowUpPlanned>().ThenOpen("19-5-follow-up").ThenNotOwed("19-6-follow-up")
            .When(new RecordFiling("soumu-fukushima-incident-report", ["19-5-follow-up"], "福島県", "電話", Reason: "様式によらない"), Ogawa).Then<FilingRecorded>().ThenMet("19-5-follow-up");

    [Fact]
    public void Another_plan_takes_the_place_of_the_first_also_after_it_was_judged_unnecessary() =>
        Given(Opened, First).At(Nine.AddHours(1)).When(More, Ogawa).Then<FollowUpPlanned>().When(new JudgeDutyUnnecessary("19-6-follow-up", "新しい事実がない"), Ogawa).Then<DutyJudgedUnnecessary>()
            .At(Nine.AddHours(5)).When(More with { Due = Nine.AddDays(5) }, Ogawa).Then<FollowUpPlanned>().ThenOpen("19-6-follow-up").At(Nine.AddDays(4)).ThenOpen("19-6-follow-up");

    [Fact]
    public void It_follows_on_something_and_lies_ahead()
    {
        Given(Opened).At(Nine).When(More, Ogawa).ThenRefused(Rules.ToldBeforeFollowUp);
        Given(Opened, First).At(Nine).When(More with { To = FollowUpTo.Government }, Ogawa).ThenRefused(Rules.ToldBeforeFollowUp);
        Given(Opened, First).At(Nine).When(More with { Due = Nine }, Ogawa).ThenRefused(Rules.DueInFuture);
        Given(Opened, First).At(Nine).When(More with { Content = "" }, Ogawa).ThenRefused(Rules.TextGiven);
    }
}

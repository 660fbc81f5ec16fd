using CsirtFlow.Domain.Statutory;
using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>外部への報告 (32-1-4, 19-5 to 19-7, 38-2, 38-3).</summary>
public sealed class ExternalReportTests
{
    private static readonly DateTimeOffset At = Monday9.AddMinutes(30);

    private static readonly RecordFiling Preliminary = new("ppc-preliminary", ["32-1-4-appi-preliminary"], "個人情報保護委員会", "Webフォーム", "", "第123号", Reason: "フォームに直接入力した");

    [Fact]
    public void The_facts_decide_what_the_law_asks_and_knowing_began_with_the_first_notice() =>
        Given(Opened).When(new AssessPersonalData(Leak), Ogawa).Then(Assessed).ThenMet("32-1-4")
            .ThenOpen("32-1-4-appi-preliminary", "32-1-4-appi-final", "32-1-4-persons").ThenNotOwed("32-1-4-mynumber-preliminary", "32-1-4-mynumber-final", "32-1-4-mynumber-guideline");

    [Fact]
    public void The_limits_are_those_of_the_law()
    {
        var assessed = Given(Opened, Assessed);

        // 1 June is the first day: the 5th day ends on 5 June, the 60th (不正の目的) on 30 July.
        Assert.Equal((new DateTimeOffset(2026, 6, 5, 15, 0, 0, TimeSpan.Zero), true, "期限（法令）"), (assessed.Duty("32-1-4-appi-preliminary").Due, assessed.Duty("32-1-4-appi-preliminary").IsLegal, assessed.Duty("32-1-4-appi-preliminary").ClockWord));
        Assert.Equal(new DateTimeOffset(2026, 7, 30, 15, 0, 0, TimeSpan.Zero), assessed.Duty("32-1-4-appi-final").Due);
        Assert.Equal("目安", assessed.Duty("32-1-4-persons").ClockWord);
    }

    [Fact]
    public void Not_knowing_settles_nothing() => Given(Opened).When(new AssessPersonalData(new()), Ogawa).Then<PersonalDataAssessed>().ThenOpen("32-1-4");

    [Fact]
    public void No_personal_data_owes_no_report() => Given(Opened).When(new AssessPersonalData(NoPersonalData), Ogawa).Then<PersonalDataAssessed>().ThenMet("32-1-4").ThenNotOwed("32-1-4-appi-preliminary", "32-1-4-persons");

    [Fact]
    public void Changed_facts_take_a_duty_away_and_bring_it_back() =>
        Given(Opened, Assessed).When(new AssessPersonalData(NoPersonalData, Reason: "訓練用の架空のデータだった"), Ogawa).Then<PersonalDataAssessed>().ThenLapsed("32-1-4-appi-preliminary", "32-1-4-persons")
            .When(new AssessPersonalData(Leak, Reason: "実在の名簿も含まれていた"), Ogawa).Then<PersonalDataAssessed>().ThenOpen("32-1-4-appi-preliminary", "32-1-4-persons");

    [Fact]
    public void A_later_answer_says_what_changed() => Given(Opened, Assessed).When(new AssessPersonalData(NoPersonalData), Ogawa).ThenRefused(Rules.ReasonGiven);

    [Fact]
    public void The_same_answer_again_is_no_answer() => Given(Opened, Assessed).When(new AssessPersonalData(Leak with { }), Ogawa).ThenNothing();

    [Fact]
    public void The_moment_of_knowing_can_be_corrected_and_the_limit_moves() =>
        Assert.Equal(new DateTimeOffset(2026, 6, 3, 15, 0, 0, TimeSpan.Zero),
            Given(Opened, Assessed).When(new AssessPersonalData(Leak, Monday9.AddDays(-2), "委託先から土曜に連絡があった"), Ogawa).Then<PersonalDataAssessed>().Duty("32-1-4-appi-preliminary").Due);

    [Fact]
    public void Nobody_knew_tomorrow() => Given(Opened).When(new AssessPersonalData(Leak, Monday9.AddDays(1)), Ogawa).ThenRefused(Rules.KnewAfterNoticed);

    [Fact]
    public void A_section_does_not_judge_the_law() => Given(Opened).When(new AssessPersonalData(Leak), Okada).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void A_filing_is_recorded_with_its_receipt() =>
        Given(Opened, Assessed).When(Preliminary, Ogawa)
            .Then(new FilingRecorded("ppc-preliminary", ["32-1-4-appi-preliminary"], "個人情報保護委員会", "Webフォーム", "", "第123号", At, Ogawa.As(Administration, At), "フォームに直接入力した"))
            .ThenMet("32-1-4-appi-preliminary").ThenOpen("32-1-4-appi-final");

    [Fact]
    public void One_filing_may_serve_several_duties() =>
        Given(Opened with { Nature = new(Attack: true) }).When(Preliminary with { Serves = ["19-5", "38-2"], Addressee = "福島県" }, Suzuki).Then<FilingRecorded>().ThenMet("19-5", "38-2");

    [Fact]
    public void The_police_are_told_and_the_evidence_kept() =>
        Given(Opened with { Nature = new(MayBeCrime: true) }).When(Preliminary with { Serves = ["38-3"], Addressee = "福島県警察" }, Suzuki).Then<FilingRecorded>().ThenOpen("38-3")
            .When(new PreserveEvidence("通信ログ", "保管庫"), Suzuki).Then<EvidencePreserved>().ThenMet("38-3");

    [Fact]
    public void A_filing_serves_a_duty_of_this_incident() => Given(Opened).When(Preliminary, Ogawa).ThenRefused(Rules.DutyKnown);

    [Fact]
    public void A_filing_serves_something() => Given(Opened).When(Preliminary with { Serves = [] }, Ogawa).ThenRefused(Rules.TargetsGiven);

    [Fact]
    public void A_filing_names_form_addressee_and_channel()
    {
        Given(Opened, Assessed).When(Preliminary with { Form = "" }, Ogawa).ThenRefused(Rules.TextGiven);
        Given(Opened, Assessed).When(Preliminary with { Addressee = "" }, Ogawa).ThenRefused(Rules.TextGiven);
        Given(Opened, Assessed).When(Preliminary with { FilingChannel = "" }, Ogawa).ThenRefused(Rules.TextGiven);
        Given(Opened, Assessed).When(Preliminary with { ReceiptNumber = new('1', 101) }, Ogawa).ThenRefused(Rules.TextTooLong);
    }

    [Fact]
    public void Nothing_was_filed_tomorrow() => Given(Opened, Assessed).When(Preliminary with { FiledAt = At.AddDays(1) }, Ogawa).ThenRefused(Rules.NotInFuture);

    [Fact]
    public void A_filing_without_a_document_that_was_approved_says_why() => Given(Opened, Assessed).When(Preliminary with { Reason = "" }, Ogawa).ThenRefused(Rules.FiledWithoutDocument);

    [Fact]
    public void A_filing_that_was_written_down_wrongly_is_corrected_beside_the_first_record_and_the_duty_is_met_when_it_really_was()
    {
        var corrected = Given(Opened, Assessed).When(Preliminary, Ogawa).Then<FilingRecorded>()
            .At(At.AddHours(1)).When(new CorrectFiling(1, "受付票と照合した", ReceiptNumber: "第132号", FiledAt: At.AddMinutes(-10)), Ogawa)
            .Then(new FilingCorrected(1, ["32-1-4-appi-preliminary"], "", "第132号", At.AddMinutes(-10), At, "受付票と照合した", Ogawa.As(Administration, At.AddHours(1))));

        Assert.Equal((Standing.Met, At.AddMinutes(-10)), (corrected.Duty("32-1-4-appi-preliminary").Standing, corrected.Duty("32-1-4-appi-preliminary").SettledAt));
        Assert.Equal(("第132号", At.AddMinutes(-10)), (corrected.State.FilingOf(1).ReceiptNumber, corrected.State.FilingOf(1).FiledAt));
        Assert.Equal("第123号", corrected.Events.OfType<FilingRecorded>().Single().ReceiptNumber);
        corrected.When(new CorrectFiling(1, "受付票と照合した", ReceiptNumber: "第132号"), Ogawa).ThenNothing();
    }

    [Fact]
    public void A_correction_of_a_filing_says_why_and_of_which()
    {
        Given(Opened, Assessed).When(Preliminary, Ogawa).When(new CorrectFiling(1, "", ReceiptNumber: "x"), Ogawa).ThenRefused(Rules.ReasonGiven);
        Given(Opened, Assessed).When(Preliminary, Ogawa).When(new CorrectFiling(2, "違う", ReceiptNumber: "x"), Ogawa).ThenRefused(Rules.FilingKnown);
        Given(Opened, Assessed).When(Preliminary, Ogawa).When(new CorrectFiling(1, "違う", FiledAt: At.AddDays(1)), Ogawa).ThenRefused(Rules.NotInFuture);
    }

    [Fact]
    public void The_copy_of_what_was_filed_is_a_PDF_or_a_picture()
    {
        EvidenceFile File(string name, string type) => new(name, type, 1, new string('a', 64));

        Assert.Equal("受付票.pdf", Given(Opened, Assessed).When(Preliminary, Ogawa).When(new KeepFiledCopy(1) { Files = [File("受付票.pdf", "application/pdf")] }, Ogawa).Then<FiledCopyKept>().State.Filings[0].Copies[0].Name);
        Given(Opened, Assessed).When(Preliminary, Ogawa).When(new KeepFiledCopy(1) { Files = [File("画面.png", "image/png"), File("a.exe", "application/octet-stream")] }, Ogawa).ThenRefused(Rules.CopyGiven);
        Given(Opened, Assessed).When(Preliminary, Ogawa).When(new KeepFiledCopy(1), Ogawa).ThenRefused(Rules.CopyGiven);
        Given(Opened, Assessed).When(new KeepFiledCopy(1) { Files = [File("受付票.pdf", "application/pdf")] }, Ogawa).ThenRefused(Rules.FilingKnown);
    }

    [Fact]
    public void The_persons_are_told_or_a_substitute_is_found()
    {
        Given(Opened, Assessed).When(new NotifyPersons("郵送", 350), Ogawa).Then(new PersonsNotified("郵送", 350, "", Ogawa.As(Administration, At))).ThenMet("32-1-4-persons");
        Given(Opened, Assessed).When(new NotifyPersons(Substitute: "住所が分からないため公表した"), Ogawa).Then<PersonsNotified>().ThenMet("32-1-4-persons");
        Given(Opened, Assessed).When(new NotifyPersons(), Ogawa).ThenRefused(Rules.SubstituteGiven);
    }

    [Fact]
    public void What_was_published_settles_the_press() =>
        Given(Opened).When(new RecordPublication("報道機関への資料配布", "不正アクセスについて", Monday9, "報道が先に出た", "会見で述べた"), Ogawa)
            .Then(new PublicationRecorded("報道機関への資料配布", "不正アクセスについて", Monday9, Ogawa.As(Administration, At) with { OccurredAt = Monday9 }, "報道が先に出た", "会見で述べた")).ThenMet("19-6");

    [Fact]
    public void Nothing_was_published_tomorrow() => Given(Opened).When(new RecordPublication("ホームページ", "お知らせ", At.AddDays(1), Reason: "会見で述べた"), Ogawa).ThenRefused(Rules.NotInFuture);

    [Fact]
    public void The_press_is_not_the_csirts_business() => Given(Opened).When(new RecordPublication("ホームページ", "お知らせ", Reason: "会見で述べた"), Suzuki).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void Information_is_shared_with_its_mark() =>
        Given(Opened).When(new ShareInformation("隣の消防本部", Tlp.Amber, "送信元の一覧"), Suzuki).Then(new InformationShared("隣の消防本部", Tlp.Amber, "送信元の一覧", Suzuki.As(CsirtMember, At))).ThenMet("19-7");

    [Fact]
    public void Information_is_shared_with_somebody() => Given(Opened).When(new ShareInformation("", Tlp.Amber, "送信元の一覧"), Suzuki).ThenRefused(Rules.TargetsGiven);

    [Fact]
    public void Facts_are_recorded_once_each()
    {
        var first = Of("incident.overview", new("端末1台が感染", FactState.Confirmed));

        Given(Opened).When(new RecordFacts(first.Add("incident.cause", null!)), Suzuki).ThenRefused(Rules.TextGiven);
        Given(Opened).When(new RecordFacts(first), Suzuki).Then(new FactsRecorded(first, Suzuki.As(CsirtMember, At)))
            .When(new RecordFacts(first), Suzuki).ThenNothing()
            .When(new RecordFacts(first.Add("incident.cause", new("", FactState.UnderInvestigation))), Suzuki).Then(new FactsRecorded(Of("incident.cause", new("", FactState.UnderInvestigation)), Suzuki.As(CsirtMember, At)));
    }

    [Fact]
    public void A_confirmed_fact_says_something() => Given(Opened).When(new RecordFacts(Of("incident.overview", new("", FactState.Confirmed))), Suzuki).ThenRefused(Rules.TextGiven);

    [Fact]
    public void A_fact_is_an_item_of_a_form() => Given(Opened).When(new RecordFacts(Of("概要", new("端末1台が感染", FactState.Confirmed))), Suzuki).ThenRefused(Rules.FactKeyKnown);

    [Fact]
    public void After_closing_nothing_is_added()
    {
        Given(Opened, Closed).When(new AssessPersonalData(Leak), Ogawa).ThenRefused(Rules.StillOpen);
        Given(Opened, Assessed, Closed).When(Preliminary, Ogawa).ThenRefused(Rules.StillOpen);
        Given(Opened, Closed).When(new NotifyPersons("郵送"), Ogawa).ThenRefused(Rules.StillOpen);
        Given(Opened, Closed).When(new RecordPublication("ホームページ", "お知らせ", Reason: "会見で述べた"), Ogawa).ThenRefused(Rules.StillOpen);
        Given(Opened, Closed).When(new ShareInformation("隣の消防本部", Tlp.Amber, "送信元の一覧"), Suzuki).ThenRefused(Rules.StillOpen);
        Given(Opened, Closed).When(new RecordFacts(Of("incident.overview", new("感染", FactState.Confirmed))), Suzuki).ThenRefused(Rules.StillOpen);
    }

    private static ImmutableDictionary<string, Fact> Of(string key, Fact fact) => ImmutableDictionary<string, Fact>.Empty.Add(key, fact);
}

using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>原因の究明と記録の保存 (32-3-4).</summary>
public sealed class EstablishCauseTests
{
    [Fact]
    public void The_cause_is_found_and_prevention_is_owed() =>
        Given(Opened).At(Monday9.AddDays(2)).When(new EstablishCause(true, CauseFound.Cause), Suzuki).Then(CauseFound).ThenMet("32-3-4-cause").ThenOpen("32-3-4-prevention");

    [Fact]
    public void Before_the_cause_no_prevention_is_owed() => Given(Opened).ThenOpen("32-3-4-cause").ThenNotOwed("32-3-4-prevention", "32-3-5", "32-3-5-measures");

    [Fact]
    public void What_cannot_be_determined_is_settled_by_what_was_tried() =>
        Given(Opened).When(new EstablishCause(false, Tried: "端末のログと通信記録を調べた"), Suzuki).Then<CauseEstablished>().ThenMet("32-3-4-cause");

    [Fact]
    public void A_cause_says_what_it_was() => Given(Opened).When(new EstablishCause(true, "", "調べた"), Suzuki).ThenRefused(Rules.TextGiven);

    [Fact]
    public void Not_knowing_says_what_was_tried() => Given(Opened).When(new EstablishCause(false, "不明"), Suzuki).ThenRefused(Rules.TriedGiven);

    [Fact]
    public void A_cause_has_an_end() => Given(Opened).When(new EstablishCause(true, new('因', 4001)), Suzuki).ThenRefused(Rules.TextTooLong);

    [Fact]
    public void Nobody_but_the_csirt_says_the_cause() => Given(Opened).When(new EstablishCause(true, "マクロ"), Ueda).ThenRefused(Rules.OfficeMayNot);

    /// <summary>Otherwise the plan would have been met before its clock began.</summary>
    [Fact]
    public void A_cause_corrected_after_the_plan_does_not_move_the_clock_of_the_plan() =>
        Assert.Equal(CauseFound.Origin.RecordedAt, Given(Opened, CauseFound, Planned).At(Monday9.AddDays(5)).When(new EstablishCause(true, "添付ではなくリンクだった"), Suzuki).ThenMet("32-3-4-prevention").Duty("32-3-4-prevention").Since);

    [Fact]
    public void Evidence_is_kept_with_its_place_and_the_inventory_confirmed() =>
        Given(Opened).When(new PreserveEvidence("当直室の端末", "CSIRTの保管庫、鈴木"), Ueda).Then(new EvidencePreserved("当直室の端末", "CSIRTの保管庫、鈴木", null, Ueda.As(SystemManager, Monday9.AddMinutes(30)))).ThenOpen("32-3-4-record")
            .When(new ConfirmEvidenceInventory("全3点"), Suzuki).Then(new EvidenceInventoryConfirmed("全3点", Suzuki.As(CsirtMember, Monday9.AddMinutes(30)))).ThenMet("32-3-4-record")
            .When(new PreserveEvidence("通信ログ", "CSIRTの保管庫、鈴木"), Suzuki).Then<EvidencePreserved>().ThenOpen("32-3-4-record");

    [Fact]
    public void Each_file_is_an_item_of_its_own()
    {
        EvidenceFile[] files = [new("a.log", "text/plain", 3, new string('a', 64)), new("b.png", "image/png", 4, new string('b', 64))];

        Given(Opened).When(new PreserveEvidence("通信ログ", "保管庫").With([.. files]), Suzuki)
            .Then([.. files.Select(f => new EvidencePreserved("通信ログ", "保管庫", f, Suzuki.As(CsirtMember, Monday9.AddMinutes(30))))]);
    }

    [Fact]
    public void Evidence_has_a_name_and_a_place()
    {
        Given(Opened).When(new PreserveEvidence("", "保管庫"), Suzuki).ThenRefused(Rules.TextGiven);
        Given(Opened).When(new PreserveEvidence("端末", ""), Suzuki).ThenRefused(Rules.TextGiven);
        Given(Opened).When(new PreserveEvidence(new('証', 501), "保管庫"), Suzuki).ThenRefused(Rules.TextTooLong);
    }

    [Fact]
    public void An_empty_inventory_says_why() => Given(Opened).When(new ConfirmEvidenceInventory(""), Suzuki).ThenRefused(Rules.TextGiven);

    [Fact]
    public void After_closing_the_record_stands()
    {
        Given(Opened, Closed).When(new EstablishCause(true, "マクロ"), Suzuki).ThenRefused(Rules.StillOpen);
        Given(Opened, Closed).When(new PreserveEvidence("端末", "保管庫"), Suzuki).ThenRefused(Rules.StillOpen);
        Given(Opened, Closed).When(new ConfirmEvidenceInventory("全3点"), Suzuki).ThenRefused(Rules.StillOpen);
    }
}

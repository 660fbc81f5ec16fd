using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>応急措置・復旧の指示 (32-3-3).</summary>
public sealed class GiveOrderTests
{
    private static readonly GiveOrder Contain = new(OrderKind.Containment, Station, Ordered.Instruction, Ordered.Due);

    [Fact]
    public void The_csirt_orders_the_section_to_contain() =>
        Given(Opened).At(Monday9.AddMinutes(45)).When(Contain, Suzuki).Then(Ordered).ThenMet("32-3-3").ThenOpen("32-3-3-done", "32-3-3-recovery");

    [Fact]
    public void Orders_are_numbered() =>
        Given(Opened, Ordered).When(Contain with { Kind = OrderKind.Recovery }, Suzuki).Then(Ordered with { Order = 2, Kind = OrderKind.Recovery }).ThenMet("32-3-3-recovery");

    [Fact]
    public void The_order_is_done_when_the_section_has_reported_and_the_csirt_has_checked() =>
        Given(Opened, Ordered).At(Monday9.AddMinutes(55)).When(new ReportOrderCarriedOut(1, "9時50分に切り離した"), Okada).Then(CarriedOut).ThenOpen("32-3-3-done")
            .At(Monday9.AddHours(1)).When(new VerifyOrder(1, true), Suzuki).Then(Verified).ThenMet("32-3-3-done");

    [Fact]
    public void Each_order_has_its_own_due_time() => Given(Opened, Ordered).At(Ordered.Due.AddTicks(-1)).ThenOpen("32-3-3-done").At(Ordered.Due).ThenOverdue("32-3-3-done");

    [Fact]
    public void A_further_order_opens_the_duty_again() => Given(Opened, Ordered, CarriedOut, Verified, Ordered with { Order = 2 }).ThenOpen("32-3-3-done");

    [Fact]
    public void The_csirt_sends_back_what_is_not_done() =>
        Given(Opened, Ordered, CarriedOut).When(new VerifyOrder(1, false, "無線がつながったまま"), Suzuki).Then(new OrderReturned(1, "無線がつながったまま", Suzuki.As(CsirtMember, Monday9.AddMinutes(55))))
            .When(new ReportOrderCarriedOut(1, "無線も切った"), Miura).Then<OrderCarriedOut>().When(new VerifyOrder(1, true), Suzuki).Then<OrderVerified>();

    [Fact]
    public void A_section_is_one_of_the_organisation() => Given(Opened).When(Contain with { SectionId = "よその課" }, Suzuki).ThenRefused(Rules.SectionKnown);

    [Fact]
    public void An_order_says_what_to_do() => Given(Opened).When(Contain with { Instruction = "" }, Suzuki).ThenRefused(Rules.TextGiven);

    [Fact]
    public void An_order_is_due_later() => Given(Opened).At(Ordered.Due).When(Contain, Suzuki).ThenRefused(Rules.DueInFuture);

    [Fact]
    public void Nobody_but_the_csirt_orders_or_checks()
    {
        Given(Opened).When(Contain, Katayama).ThenRefused(Rules.OfficeMayNot);
        Given(Opened, Ordered, CarriedOut).When(new VerifyOrder(1, true), Katayama).ThenRefused(Rules.OfficeMayNot);
    }

    [Fact]
    public void An_order_that_was_not_given_is_neither_done_nor_checked()
    {
        Given(Opened, Ordered).When(new ReportOrderCarriedOut(2, "済んだ"), Okada).ThenRefused(Rules.OrderKnown);
        Given(Opened, Ordered).When(new VerifyOrder(2, true), Suzuki).ThenRefused(Rules.OrderKnown);
    }

    [Fact]
    public void An_account_says_something() => Given(Opened, Ordered).When(new ReportOrderCarriedOut(1, " "), Okada).ThenRefused(Rules.TextGiven);

    [Fact]
    public void Done_is_reported_once() => Given(Opened, Ordered, CarriedOut).When(new ReportOrderCarriedOut(1, "済んだ"), Okada).ThenRefused(Rules.OrderNotDoneYet);

    /// <summary>Both sections are concerned, but each order has its own.</summary>
    [Fact]
    public void Another_section_does_not_report_it_done() =>
        Given(Opened, Ordered, Ordered with { Order = 2, SectionId = General }).When(new ReportOrderCarriedOut(1, "済んだ"), Noguchi).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void Nothing_is_checked_before_it_is_done() => Given(Opened, Ordered).When(new VerifyOrder(1, true), Suzuki).ThenRefused(Rules.OrderDoneFirst);

    [Fact]
    public void Nothing_is_checked_twice() => Given(Opened, Ordered, CarriedOut, Verified).When(new VerifyOrder(1, true), Suzuki).ThenRefused(Rules.OrderNotVerified);

    [Fact]
    public void Sending_back_has_a_reason() => Given(Opened, Ordered, CarriedOut).When(new VerifyOrder(1, false), Suzuki).ThenRefused(Rules.ReasonGiven);

    [Fact]
    public void After_closing_nothing_is_ordered_done_or_checked()
    {
        Given(Opened, Closed).When(Contain with { Due = Monday9.AddYears(1) }, Suzuki).ThenRefused(Rules.StillOpen);
        Given(Opened, Ordered, Closed).When(new ReportOrderCarriedOut(1, "済んだ"), Okada).ThenRefused(Rules.StillOpen);
        Given(Opened, Ordered, CarriedOut, Closed).When(new VerifyOrder(1, true), Suzuki).ThenRefused(Rules.StillOpen);
    }
}

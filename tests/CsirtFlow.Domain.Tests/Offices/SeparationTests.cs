namespace CsirtFlow.Domain.Tests;

/// <summary>兼務の禁止 (18-1): two persons, whatever their offices.</summary>
public sealed class SeparationTests
{
    private const string Reason = "休日で、ほかの要員に連絡がつかないため";

    /// <summary>The lead is the station's officer as well: two offices, one person.</summary>
    private static readonly Organisation Small = Demo.Organisation.With(new Assignment(Tanaka.Id, Office.SecurityOfficer, Station), new Assignment(Tanaka.Id, Office.Ciso), new Assignment(Tanaka.Id, Office.SecurityOfficer, General));

    private static readonly OrderCarriedOut ByLead = CarriedOut with { Origin = Tanaka.As(Office.SecurityOfficer, Monday9.AddMinutes(55)) };

    [Fact]
    public void Another_person_checks() => Given(Opened, Ordered, CarriedOut).When(new VerifyOrder(1, true), Suzuki).Then(new OrderVerified(1, "", null, Suzuki.As(Office.CsirtMember, Monday9.AddMinutes(55))));

    [Fact]
    public void The_same_person_in_another_office_does_not_check() => Given(Opened, Ordered, ByLead).In(Small).When(new VerifyOrder(1, true), Tanaka).ThenRefused(Rules.TwoPersons);

    [Fact]
    public void Unless_it_cannot_be_helped_and_then_the_reason_stands_in_the_record() =>
        Given(Opened, Ordered, ByLead).In(Small).When(new VerifyOrder(1, true, UnavoidableReason: Reason), Tanaka)
            .Then(new OrderVerified(1, "", Reason, Tanaka.As(Office.CsirtLead, Monday9.AddMinutes(55))));

    [Fact]
    public void A_blank_reason_is_none() => Given(Opened, Ordered, ByLead).In(Small).When(new VerifyOrder(1, true, UnavoidableReason: " "), Tanaka).ThenRefused(Rules.TwoPersons);

    [Fact]
    public void A_reason_has_an_end() => Given(Opened, Ordered, ByLead).In(Small).When(new VerifyOrder(1, true, UnavoidableReason: new('休', 4001)), Tanaka).ThenRefused(Rules.TextTooLong);

    [Fact]
    public void Where_two_persons_are_at_work_no_override_is_recorded() =>
        Assert.Null(Assert.IsType<OrderVerified>(Given(Opened, Ordered, CarriedOut).When(new VerifyOrder(1, true, UnavoidableReason: Reason), Suzuki).Events[^1]).SeparationOverride);

    [Fact]
    public void One_person_may_send_back_the_own_work() => Given(Opened, Ordered, ByLead).In(Small).When(new VerifyOrder(1, false, "ログを確かめていない"), Tanaka).Then<OrderReturned>();

    [Fact]
    public void Who_planned_does_not_instruct()
    {
        var planned = Given(Opened, CauseFound, Planned with { Origin = Tanaka.As(Office.CsirtLead, Monday9.AddDays(3)) }).In(Small);

        planned.When(new InstructMeasures(Instruction.AsPlanned, UnavoidableReason: Reason), Tanaka).Then(new MeasuresInstructed(Instruction.AsPlanned, "", Planned.Measures, Reason, Tanaka.As(Office.Ciso, Monday9.AddDays(3))));
        Given(Opened, CauseFound, Planned with { Origin = Tanaka.As(Office.CsirtLead, Monday9.AddDays(3)) }).In(Small).When(new InstructMeasures(Instruction.AsPlanned), Tanaka).ThenRefused(Rules.TwoPersons);
    }

    [Fact]
    public void Who_carried_out_a_measure_does_not_check_it()
    {
        var done = Given(Opened, CauseFound, Planned, Instructed, Done with { Origin = Tanaka.As(Office.SecurityOfficer, Monday9.AddDays(30)) }).In(Small);

        done.When(new VerifyMeasure(1, UnavoidableReason: Reason), Tanaka).Then(new MeasureVerified(1, "", Reason, Tanaka.As(Office.CsirtLead, Monday9.AddDays(30))));
        Given(Opened, CauseFound, Planned, Instructed, Done with { Origin = Tanaka.As(Office.SecurityOfficer, Monday9.AddDays(30)) }).In(Small).When(new VerifyMeasure(1), Tanaka).ThenRefused(Rules.TwoPersons);
    }
}

using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>例外措置 (43).</summary>
public sealed class ExemptionTests
{
    private static readonly DateTimeOffset At = Monday9.AddMinutes(30);
    private static readonly RequestExemption Wish = new("第34条第14項第2号", "外部への送信だけを止める", "救急の連絡に使っているため", new(2026, 6, 5));
    private static readonly ExemptionRequested Asked = new(1, Wish.Provision, Wish.Instead, Wish.Reason, Wish.Until, Miura.As(SecurityManager, At));
    private static readonly TakeExemption Urgent = new("第34条第10項第5号", "消防長に連絡がつかず、当直長の判断で遮断した", "感染が広がっていたため", Monday9.AddMinutes(10));

    [Fact]
    public void The_manager_applies_and_the_ciso_permits() =>
        Given(Opened).When(Wish, Miura).Then(Asked).ThenOpen("43-1")
            .When(new DecideExemption(1, Permitted: true, "毎日報告すること"), Asano).Then(new ExemptionDecided(1, true, "毎日報告すること", null, Asano.As(Ciso, At))).ThenMet("43-1");

    [Fact]
    public void The_manager_of_a_system_may_apply_too() => Given(Opened).When(Wish, Ueda).Then<ExemptionRequested>();

    [Fact]
    public void Nobody_else_applies()
    {
        foreach (var person in new[] { Okada, Suzuki, Asano, Kobayashi, Yamamoto }) Given(Opened).When(Wish, person).ThenRefused(Rules.OfficeMayNot);
    }

    [Fact]
    public void A_refusal_says_why()
    {
        Given(Opened, Asked).When(new DecideExemption(1, Permitted: false), Asano).ThenRefused(Rules.ReasonGiven);
        Assert.False(Given(Opened, Asked).When(new DecideExemption(1, Permitted: false, "止められる"), Asano).Then<ExemptionDecided>().ThenMet("43-1").State.Exemptions[0].Permitted);
    }

    [Fact]
    public void Who_applied_does_not_permit()
    {
        var o = Demo.Organisation.With(new Assignment(Miura.Id, Ciso));

        Given(Opened, Asked).In(o).When(new DecideExemption(1, Permitted: true), Miura).ThenRefused(Rules.TwoPersons);
        Given(Opened, Asked).In(o).When(new DecideExemption(1, Permitted: true, UnavoidableReason: "夜間で、ほかにいない"), Miura)
            .Then(new ExemptionDecided(1, true, "", "夜間で、ほかにいない", Miura.As(Ciso, At)));
    }

    [Fact]
    public void Only_the_ciso_permits_and_the_supervising_officer_while_the_ciso_is_away()
    {
        Given(Opened, Asked).When(new DecideExemption(1, Permitted: true), Katayama).ThenRefused(Rules.OfficeMayNot);
        var decided = Given(Opened, Asked).In(Demo.Organisation.Away(Asano)).When(new DecideExemption(1, Permitted: true), Katayama).Then<ExemptionDecided>();
        Assert.Contains("CISO不在", decided.Events[^1].Origin.By.OnBehalf, StringComparison.Ordinal);
    }

    [Fact]
    public void An_application_is_decided_once_and_is_one_of_this_incident()
    {
        var decided = Given(Opened, Asked).When(new DecideExemption(1, Permitted: true), Asano).Then<ExemptionDecided>();

        decided.When(new DecideExemption(1, Permitted: false, "考え直した"), Asano).ThenRefused(Rules.ExemptionAwaited);
        Given(Opened, Asked).When(new DecideExemption(2, Permitted: true), Asano).ThenRefused(Rules.ExemptionKnown);
        Given(Opened).When(Urgent, Miura).Then<ExemptionTaken>().When(new DecideExemption(1, Permitted: true), Asano).ThenRefused(Rules.ExemptionKnown);
    }

    [Fact]
    public void A_second_application_opens_the_duty_again_and_its_clock_is_its_own()
    {
        var twice = Given(Opened, Asked, new ExemptionDecided(1, true, "", null, Asano.As(Ciso, At.AddHours(1)))).At(At.AddDays(2)).When(Wish, Miura).Then<ExemptionRequested>().ThenOpen("43-1");

        Assert.Equal(At.AddDays(2), twice.Duty("43-1").Since);
    }

    [Fact]
    public void An_application_says_what_why_and_until_when()
    {
        Given(Opened).When(Wish with { Provision = " " }, Miura).ThenRefused(Rules.ProvisionGiven);
        Given(Opened).When(Wish with { Provision = new('条', 301) }, Miura).ThenRefused(Rules.TextTooLong);
        Given(Opened).When(Wish with { Instead = "" }, Miura).ThenRefused(Rules.TextGiven);
        Given(Opened).When(Wish with { Reason = "" }, Miura).ThenRefused(Rules.ReasonGiven);
        Given(Opened).When(Wish with { Until = new(2026, 5, 31) }, Miura).ThenRefused(Rules.ExemptionEndsLater);
        Given(Opened).When(Wish with { Until = new(2026, 6, 1) }, Miura).Then<ExemptionRequested>();
    }

    [Fact]
    public void In_an_emergency_the_measure_comes_first_and_its_record_is_the_report_to_the_ciso()
    {
        var taken = Given(Opened).When(Urgent, Miura)
            .Then(new ExemptionTaken(1, Urgent.Provision, Urgent.Instead, Urgent.Reason, Monday9.AddMinutes(10), Miura.As(SecurityManager, At) with { OccurredAt = Monday9.AddMinutes(10) })).ThenMet("43-2").ThenNotOwed("43-1");

        Assert.Equal((Monday9.AddMinutes(10), Monday9.AddMinutes(70), At), (taken.Duty("43-2").Since, taken.Duty("43-2").Due, taken.Duty("43-2").SettledAt!.Value));
        Assert.Equal([Asano.Id], Notifying.Of((IncidentEvent)taken.Events[^1], Given(Opened).State, taken.State, Demo.Organisation, At).Select(n => n.PersonId));
    }

    [Fact]
    public void Reported_late_it_stands_as_late() =>
        Assert.True(Given(Opened).At(At.AddHours(5)).When(Urgent, Ueda).Then<ExemptionTaken>().ThenMet("43-2").Duty("43-2") is { SettledAt: var settled, Due: var due } && settled > due);

    [Fact]
    public void What_has_not_been_done_yet_and_what_others_did_is_not_reported()
    {
        Given(Opened).When(Urgent with { TakenAt = At.AddHours(1) }, Miura).ThenRefused(Rules.NotInFuture);
        Given(Opened).When(Urgent with { Reason = "" }, Miura).ThenRefused(Rules.ReasonGiven);
        Given(Opened).When(Urgent, Suzuki).ThenRefused(Rules.OfficeMayNot);
    }

    [Fact]
    public void The_ciso_is_told_of_every_application()
    {
        var second = Given(Opened, Asked).When(Wish, Ueda).Then<ExemptionRequested>();

        Assert.Equal([Asano.Id], Notifying.Of((IncidentEvent)second.Events[^1], Given(Opened, Asked).State, second.State, Demo.Organisation, At).Select(n => n.PersonId));
    }

    [Fact]
    public void Who_may_take_it_is_told_what_the_ciso_decided()
    {
        var decided = Given(Opened, Asked).When(new DecideExemption(1, Permitted: true), Asano).Then<ExemptionDecided>();

        Assert.Equal([Miura.Id, Ueda.Id], Notifying.Of((IncidentEvent)decided.Events[^1], Given(Opened, Asked).State, decided.State, Demo.Organisation, At).Select(n => n.PersonId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void After_closing_nothing_is_exempted()
    {
        Given(Opened, Asked, Closed).When(Wish, Miura).ThenRefused(Rules.StillOpen);
        Given(Opened, Asked, Closed).When(Urgent, Miura).ThenRefused(Rules.StillOpen);
        Given(Opened, Asked, Closed).When(new DecideExemption(1, Permitted: true), Asano).ThenRefused(Rules.StillOpen);
    }
}

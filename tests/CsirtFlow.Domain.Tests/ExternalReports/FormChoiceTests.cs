using CsirtFlow.Domain.Statutory;
using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>様式の選択 (32-1-4, 38-2, 38-3): which form is for which incident.</summary>
public sealed class FormChoiceTests
{
    private static readonly DateTimeOffset At = Monday9.AddHours(1);

    [Fact]
    public void Nothing_goes_to_the_commission_before_the_data_were_judged()
    {
        ThenRefused(Rules.AssessedFirst, "ppc-preliminary", Opened);
        ThenRefused(Rules.AssessedFirst, "my-number-final", Opened);
    }

    [Fact]
    public void My_numbers_decide_which_report_it_is()
    {
        ThenRefused(Rules.MyNumberIncluded, "my-number-preliminary", Opened, Assessed);
        ThenRefused(Rules.MyNumberHasItsForm, "ppc-preliminary", Opened, Assessed with { Facts = NoPersonalData with { HeldInformation = Answer.Yes, MyNumber = new() { Included = Answer.Yes } } });
        Assert.Null(FormChoice.Refusal(State(Opened, Assessed), "ppc-preliminary"));
    }

    [Fact]
    public void A_common_form_is_for_an_attack_of_its_kind()
    {
        ThenRefused(Rules.AttackOfThisKind, "common-form-1", Opened);
        Assert.Null(FormChoice.Refusal(State(Opened), "common-form-2"));
        Assert.Null(FormChoice.Refusal(State(Opened, new NatureStated(new Nature(Attack: true), "外部からの通信", Suzuki.As(CsirtMember, At))), "common-form-1"));
    }

    [Fact]
    public void The_police_are_consulted_where_a_crime_is_possible()
    {
        ThenRefused(Rules.CrimeSuspected, FormChoice.Police, Opened);
        Assert.Null(FormChoice.Refusal(State(Opened, new NatureStated(new Nature(MayBeCrime: true), "不正アクセスの疑い", Suzuki.As(CsirtMember, At))), FormChoice.Police));
    }

    [Fact]
    public void A_form_of_the_house_is_for_every_incident() => Assert.Null(FormChoice.Refusal(State(Opened), "internal-first-report"));

    private static Incident State(params IncidentEvent[] events) => Given(events).State;

    private static void ThenRefused(PolicyRule rule, string form, params IncidentEvent[] events) => Assert.Equal(rule, FormChoice.Refusal(State(events), form));
}

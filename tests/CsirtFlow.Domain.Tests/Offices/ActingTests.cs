using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>In which office a person acts.</summary>
public sealed class ActingTests
{
    private static readonly IReadOnlyList<Office> AsCiso = Acting.Offices(typeof(InstructMeasures));

    [Fact]
    public void The_ciso_acts_as_ciso() => Assert.Equal(new Actor(Asano.Id, Asano.Name, Ciso), As(Asano, AsCiso));

    [Fact]
    public void While_the_ciso_is_there_the_supervising_officer_does_not_act_in_that_place() => Assert.Null(As(Katayama, AsCiso));

    [Fact]
    public void While_the_ciso_is_absent_the_supervising_officer_acts_on_own_judgement_and_the_record_says_so() =>
        Assert.Equal(new Actor(Katayama.Id, Katayama.Name, SupervisingOfficer, "CISO不在のため統括情報セキュリティ責任者の判断（第12条第5項）"), As(Katayama, AsCiso, Demo.Organisation.Away(Asano)));

    [Fact]
    public void An_office_of_ciso_that_nobody_holds_is_absent_too() => Assert.NotNull(As(Katayama, AsCiso, Demo.Organisation.Without(Ciso)));

    [Fact]
    public void A_deputy_of_the_supervising_officer_does_not_act_for_the_ciso() =>
        Assert.Null(As(Noguchi, AsCiso, Demo.Organisation.Away(Asano, Katayama).With(new Assignment(Noguchi.Id, SupervisingOfficer, Deputy: 1))));

    [Fact]
    public void The_absence_of_the_ciso_makes_nobody_else_the_ciso()
    {
        foreach (var person in Demo.Organisation.People.Except([Asano, Katayama]))
            Assert.Null(As(person, AsCiso, Demo.Organisation.Away(Asano)));
    }

    [Fact]
    public void A_delegation_names_its_scope_and_ends()
    {
        var o = Demo.Organisation.With(new Assignment(Noguchi.Id, Ciso, From: Monday9, Until: Monday9.AddDays(1), Delegation: "再発防止策の指示"));

        Assert.Equal(new Actor(Noguchi.Id, Noguchi.Name, Ciso, "委任による（第11条第5項）：再発防止策の指示"), As(Noguchi, AsCiso, o));
        Assert.Null(As(Noguchi, AsCiso, o, Monday9.AddDays(1)));
        Assert.Null(As(Noguchi, AsCiso, o, Monday9.AddTicks(-1)));
    }

    [Fact]
    public void A_deputy_acts_as_a_deputy() =>
        Assert.Equal(new Actor(Hirano.Id, Hirano.Name, SecurityOfficer, "情報セキュリティ責任者の代理"), As(Hirano, [SecurityOfficer]));

    [Fact]
    public void Who_holds_an_office_and_deputises_in_it_acts_as_the_holder() =>
        Assert.Null(As(Okada, [SecurityOfficer], Demo.Organisation.With(new Assignment(Okada.Id, SecurityOfficer, Station, Deputy: 1)))!.OnBehalf);

    [Fact]
    public void An_office_of_a_section_ends_at_its_door() => Assert.Null(As(Kobayashi, [SecurityManager]));

    [Fact]
    public void The_first_office_that_the_command_names_is_the_one_in_which_one_acts() =>
        Assert.Equal(SupervisingOfficer, As(Katayama, [SecurityManager, SupervisingOfficer, CsirtLead], Demo.Organisation.With(new Assignment(Katayama.Id, CsirtLead)))!.Office);

    [Fact]
    public void Every_person_on_the_list_is_staff_and_a_stranger_is_nobody()
    {
        Assert.Equal(Staff, As(Nakamura, [ContactPoint, Staff])!.Office);
        Assert.Null(Acting.As(Demo.Organisation, "dareka", [Staff], Scope.Section(Station), Monday9));
    }

    [Fact]
    public void The_system_manager_of_the_place_still_acts_after_other_systems_have_been_asked() =>
        Given(Opened, CheckOrdered).When(new PreserveEvidence("通信ログ", "指令システム室の保管庫"), Ueda).Then<EvidencePreserved>();

    private static Actor? As(Person person, IReadOnlyList<Office> offices, Organisation? o = null, DateTimeOffset? at = null) =>
        Acting.As(o ?? Demo.Organisation, person.Id, offices, Scope.Section(Station), at ?? Monday9);
}

using CsCheck;

namespace CsirtFlow.Domain.Tests;

/// <summary>Who is told when an office is told.</summary>
public sealed class HoldersTests
{
    private static readonly Scope OfStation = Scope.Section(Station);

    [Fact]
    public void The_one_on_duty_is_told_first() => ThenTold(Demo.Organisation, Office.SecurityManager, OfStation, Miura);

    [Fact]
    public void The_shift_changes_at_half_past_eight()
    {
        ThenTold(Demo.Organisation, Office.SecurityManager, OfStation, Monday9.AddDays(1).AddMinutes(-31), Miura);
        ThenTold(Demo.Organisation, Office.SecurityManager, OfStation, Monday9.AddDays(1).AddMinutes(-30), Nishida);
    }

    [Fact]
    public void Where_no_shift_is_kept_all_holders_are_told() => ThenTold(Demo.Organisation with { Shifts = [] }, Office.SecurityManager, OfStation, Miura, Nishida, Azuma);

    [Fact]
    public void When_the_one_on_duty_cannot_be_reached_the_other_holders_are_told() =>
        ThenTold(Demo.Organisation.Away(Miura), Office.SecurityManager, OfStation, Nishida, Azuma);

    [Fact]
    public void A_shift_in_one_section_silences_nobody_in_another() =>
        ThenTold(Demo.Organisation, Office.SecurityManager, new([General, Station], []), Kobayashi, Miura);

    [Fact]
    public void A_shift_of_an_office_of_the_whole_association_holds_for_every_section() =>
        ThenTold(Demo.Organisation with { Shifts = [new(Sato.Id, Office.CsirtMember, General, Monday9, Monday9.AddDays(1))] }, Office.CsirtMember, OfStation, Sato);

    [Fact]
    public void An_absent_holder_is_not_told_while_another_is_there() =>
        ThenTold(Demo.Organisation.Away(Suzuki), Office.CsirtMember, OfStation, Sato);

    [Fact]
    public void The_first_deputy_stands_in() =>
        ThenTold(Demo.Organisation.Away(Okada), Office.SecurityOfficer, OfStation, (Hirano, Office.SecurityOfficer, "情報セキュリティ責任者が不在のため、代理者へ送っています。"));

    [Fact]
    public void The_second_deputy_stands_in_for_the_first() =>
        ThenTold(Demo.Organisation.Away(Okada, Hirano), Office.SecurityOfficer, OfStation, (Uchida, Office.SecurityOfficer, "情報セキュリティ責任者が不在のため、代理者へ送っています。"));

    [Fact]
    public void Without_deputies_it_goes_up_the_chain_and_says_so() =>
        ThenTold(Demo.Organisation.Away(Kobayashi), Office.SecurityManager, Scope.Section(General), (Noguchi, Office.SecurityOfficer, "情報セキュリティ管理者が不在又は未定のため、情報セキュリティ責任者へ送っています。"));

    [Fact]
    public void The_remark_names_the_office_that_was_asked_however_far_up_it_goes() =>
        ThenTold(Demo.Organisation.Away(Kobayashi, Noguchi), Office.SecurityManager, Scope.Section(General),
            (Katayama, Office.SupervisingOfficer, "情報セキュリティ管理者が不在又は未定のため、統括情報セキュリティ責任者（副CISO）へ送っています。"));

    [Fact]
    public void Each_section_has_its_own_way_up() =>
        ThenTold(Demo.Organisation.Away(Kobayashi), Office.SecurityManager, new([General, Station], []), Noguchi, Miura);

    [Fact]
    public void Each_system_has_its_own_way_up() =>
        ThenTold(Demo.Organisation.Away(Mori), Office.SystemManager, new([], [Archive, Dispatch]), (Kobayashi, Office.SecurityManager, "情報システム管理者が不在又は未定のため、情報セキュリティ管理者へ送っています。"), (Ueda, Office.SystemManager, ""));

    [Fact]
    public void A_section_stands_for_the_systems_that_it_owns() => ThenTold(Demo.Organisation, Office.SystemManager, OfStation, Ueda);

    [Fact]
    public void A_section_without_systems_asks_its_manager() =>
        ThenTold(Demo.Organisation with { Systems = [] }, Office.SystemManager, OfStation, Miura);

    [Fact]
    public void Somebody_without_a_mail_address_is_passed_over() =>
        ThenTold(Demo.Organisation with { People = Demo.Organisation.People.Replace(Okada, Okada with { Mail = "" }) }, Office.SecurityOfficer, OfStation, Hirano);

    [Fact]
    public void Who_held_the_office_last_year_is_not_told() =>
        ThenTold(Demo.Organisation.Without(Office.ContactPoint).With(new Assignment(Nakamura.Id, Office.ContactPoint, Until: Monday9), new Assignment(Takahashi.Id, Office.ContactPoint, From: Monday9)),
            Office.ContactPoint, OfStation, Takahashi);

    [Fact]
    public void The_supervising_officer_is_told_in_place_of_an_absent_ciso() =>
        ThenTold(Demo.Organisation.Away(Asano), Office.Ciso, OfStation, (Katayama, Office.SupervisingOfficer, "最高情報セキュリティ責任者（CISO）が不在又は未定のため、統括情報セキュリティ責任者（副CISO）へ送っています。"));

    [Fact]
    public void A_gap_goes_to_the_contact_point_and_the_supervising_officer_with_a_warning()
    {
        const string Warning = "警告：統括情報セキュリティ責任者（副CISO）に連絡できる人がいません。連絡網を確認してください。";

        ThenTold(Demo.Organisation.Away(Katayama), Office.SupervisingOfficer, OfStation, (Takahashi, Office.ContactPoint, Warning), (Katayama, Office.SupervisingOfficer, Warning));
    }

    [Fact]
    public void Somebody_is_always_told_while_there_is_a_contact_point_or_a_supervising_officer() =>
        Gen.Select(Organisations, Gen.Enum<Office>(), Scopes).Where((o, _, _) => o.Assignments.Any(a => a is { Office: Office.ContactPoint or Office.SupervisingOfficer, Deputy: 0 }))
            .Sample((o, office, scope) => !Holders.ToTell(o, office, scope, Monday9).IsEmpty);

    [Fact]
    public void Nobody_absent_or_without_mail_is_told_but_in_the_last_resort() =>
        Gen.Select(Organisations, Gen.Enum<Office>(), Scopes)
            .Sample((o, office, scope) => Holders.ToTell(o, office, scope, Monday9).All(r => r.Remark.StartsWith("警告", StringComparison.Ordinal) || (r.Person.Mail.Length > 0 && !Holders.IsAbsent(o, r.Person.Id, Monday9))));

    private static Gen<Scope> Scopes { get; } = Gen.Select(Gen.OneOf(General, Guard, Station).Array[0, 3], Gen.OneOf(Archive, Statistics, Dispatch).Array[0, 2])
        .Select((sections, systems) => new Scope([.. sections.Distinct()], [.. systems.Distinct()]));

    /// <summary>The demo with any assignments, absences, shifts and missing addresses.</summary>
    private static Gen<Organisation> Organisations { get; } = Gen.Select(
        Gen.Select(People(), Gen.Enum<Office>(), Gen.OneOf<string?>(null, General, Guard, Station), Gen.OneOf<string?>(null, Archive, Dispatch), Gen.Int[0, 2]).Array[1, 12],
        People().Array[0, 12],
        Gen.Select(People(), Gen.Enum<Office>(), Gen.OneOf(General, Station)).Array[0, 4],
        People().Array[0, 6])
        .Select((held, away, shifts, mute) => (Demo.Organisation with
        {
            Assignments = [.. held.Select(h => new Assignment(h.Item1.Id, h.Item2, h.Item3, h.Item4, h.Item5))],
            Shifts = [.. shifts.Select(s => new Shift(s.Item1.Id, s.Item2, s.Item3, Monday9.AddHours(-1), Monday9.AddHours(1)))],
            People = [.. Demo.Organisation.People.Select(p => mute.Contains(p) ? p with { Mail = "" } : p)],
        }).Away(away));

    private static Gen<Person> People() => Gen.OneOf([.. Demo.Organisation.People]);

    private static void ThenTold(Organisation o, Office office, Scope scope, params Person[] people) => ThenTold(o, office, scope, Monday9, people);

    private static void ThenTold(Organisation o, Office office, Scope scope, DateTimeOffset at, params Person[] people) =>
        Assert.Equal(people.Select(p => p.Name), Holders.ToTell(o, office, scope, at).Select(r => r.Person.Name));

    private static void ThenTold(Organisation o, Office office, Scope scope, params (Person, Office, string)[] recipients) =>
        Assert.Equal(recipients, Holders.ToTell(o, office, scope, Monday9).Select(r => (r.Person, r.Office, r.Remark)));
}

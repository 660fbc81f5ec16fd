namespace CsirtFlow.Domain.Tests;

/// <summary>担当: the marks say the same as the scope itself.</summary>
public sealed class ChargeTests
{
    public static TheoryData<Scope> Scopes => [Scope.Section(null), Scope.Section(Station), new Scope([General, Guard], []), new Scope([], [Dispatch]), new Scope([Station], [Archive])];

    [Theory]
    [MemberData(nameof(Scopes))]
    public void Who_shares_a_mark_holds_the_office_for_the_matter(Scope scope)
    {
        var o = Demo.Organisation;
        var pairs = (from person in o.People
                     from office in Enum.GetValues<Office>()
                     select (Said: Charge.Held(o, person.Id, Monday9).Intersect(Charge.Of([office], scope)).Any(),
                         Meant: Acting.Held(o, person.Id, Monday9).Any(a => a.Office == office && scope.Covers(a, o)))).ToList();

        Assert.Equal(pairs.Select(p => p.Meant), pairs.Select(p => p.Said));
        Assert.Contains(pairs, p => p.Said);
    }

    [Fact]
    public void A_charge_ends_with_the_office() =>
        Assert.Empty(Charge.Held(Demo.Organisation.Without(Office.CsirtMember).With(new Assignment(Suzuki.Id, Office.CsirtMember, Until: Monday9)), Suzuki.Id, Monday9));
}

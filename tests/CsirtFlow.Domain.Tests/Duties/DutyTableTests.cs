namespace CsirtFlow.Domain.Tests;

/// <summary>義務の表.</summary>
public sealed class DutyTableTests
{
    private static readonly (string Key, string Clause, Wording Title, ImmutableArray<Office> Owners, ImmutableArray<Office> Towards, Wording Outside, Urgency Urgency, bool Legal, bool Discretionary, TimeSpan Within, bool Dated)[] Rows =
    [
        .. DutyTable.OfReport.Select(d => (d.Key, d.Clause, d.Title, d.Owners, d.Towards, d.TowardsOutside, d.Urgency, d.IsLegal, d.Discretionary, d.Within, d.DueBy is not null)),
        .. DutyTable.OfIncident.Select(d => (d.Key, d.Clause, d.Title, d.Owners, d.Towards, d.TowardsOutside, d.Urgency, d.IsLegal, d.Discretionary, d.Within, d.DueBy is not null)),
    ];

    [Fact]
    public void Every_row_names_what_and_whose_it_is() => Assert.All(Rows, r => Assert.True(!r.Title.IsEmpty && !r.Owners.IsDefaultOrEmpty, r.Key));

    [Fact]
    public void Every_row_has_a_limit() => Assert.All(Rows, r => Assert.True(r.Within > TimeSpan.Zero || r.Dated, r.Key));

    [Fact]
    public void Every_key_is_one_of_its_kind_and_begins_with_its_clause()
    {
        Assert.Equal(Rows.Length, Rows.Select(r => r.Key).Distinct().Count());
        Assert.All(Rows, r => Assert.StartsWith(r.Clause, r.Key, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_clause_is_one_of_the_53_articles() =>
        Assert.All(Rows, r =>
        {
            Assert.InRange(int.Parse(r.Clause.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture), 1, 53);
            Assert.Matches("^第[0-9]+条(第[0-9]+項(第[0-9]+号[ア-ン]?)?)?$", Clause.Spell(r.Clause));
            Assert.Matches(@"^Art\. [0-9]+(\([0-9]+\)(\([ivx]+\)(\([a-j]\))?)?)?$", Clause.InEnglish(r.Clause));
        });

    [Theory]
    [InlineData("32-3-1", "第32条第3項第1号"), InlineData("33-1-1ウ", "第33条第1項第1号ウ"), InlineData("14-3", "第14条第3項"), InlineData("5", "第5条"), InlineData("法68条", "法68条"), InlineData("", "")]
    public void A_clause_is_spelt_as_in_the_office(string clause, string spelt) => Assert.Equal(spelt, Clause.Spell(clause));

    /// <summary>regulations 8.4, the rows that an incident sets going, in the order of the table.</summary>
    [Theory]
    [InlineData("32-1-1", "Staff", "SecurityManager ContactPoint", Urgency.Promptly)]
    [InlineData("32-1-2", "SecurityManager", "SecurityOfficer", Urgency.Promptly)]
    [InlineData("32-1-3", "SecurityManager", "Ciso SupervisingOfficer", Urgency.AsNeeded)]
    [InlineData("14-3", "SecurityManager", "SecurityOfficer SupervisingOfficer", Urgency.Unstated)]
    [InlineData("32-2-1", "Staff", "SecurityManager ContactPoint", Urgency.Unstated)]
    [InlineData("32-2-2", "SecurityManager", "SecurityOfficer", Urgency.Promptly)]
    [InlineData("32-2-3", "SecurityManager", "Ciso SecurityOfficer SupervisingOfficer", Urgency.AsNeeded)]
    [InlineData("32-1-5", "SecurityOfficer", "", Urgency.Unstated)]
    [InlineData("32-3-1", "CsirtLead CsirtMember", "", Urgency.Unstated)]
    [InlineData("32-3-2", "CsirtLead CsirtMember", "Ciso SupervisingOfficer", Urgency.Promptly)]
    [InlineData("32-3-3", "CsirtLead CsirtMember", "SecurityOfficer", Urgency.Unstated)]
    [InlineData("32-3-3-others", "CsirtLead CsirtMember", "SystemManager", Urgency.AsNeeded)]
    [InlineData("32-3-4-prevention", "CsirtLead CsirtMember", "Ciso", Urgency.Unstated)]
    [InlineData("32-3-5", "Ciso", "SecurityOfficer", Urgency.Unstated)]
    [InlineData("38-2", "Ciso SupervisingOfficer", "", Urgency.AtOnce)]
    [InlineData("38-3", "Ciso SupervisingOfficer", "", Urgency.AtOnce)]
    [InlineData("33-1-1ウ", "Staff", "SupervisingOfficer SecurityOfficer SystemManager", Urgency.Promptly)]
    [InlineData("33-3-4", "Staff", "SecurityManager", Urgency.Promptly)]
    [InlineData("34-15-4", "Staff", "SecurityManager", Urgency.Unstated)]
    [InlineData("38-1-3", "Staff", "SupervisingOfficer SecurityOfficer SystemManager", Urgency.Unstated)]
    [InlineData("41-3-1", "Staff", "SupervisingOfficer SecurityOfficer SecurityManager", Urgency.AtOnce)]
    [InlineData("19-3", "ContactPoint", "Ciso", Urgency.Unstated)]
    [InlineData("12-8", "SupervisingOfficer", "Ciso", Urgency.Urgently)]
    [InlineData("38-5", "SupervisingOfficer SecurityOfficer SystemManager", "SecurityOfficer", Urgency.Unstated)]
    [InlineData("45-2-2", "Staff", "SupervisingOfficer SecurityOfficer", Urgency.AtOnce)]
    [InlineData("45-2-1", "SupervisingOfficer", "SecurityOfficer", Urgency.Promptly)]
    [InlineData("45-2-3", "SupervisingOfficer", "Ciso SecurityOfficer", Urgency.Promptly)]
    [InlineData("43-1", "Ciso", "SecurityManager SystemManager", Urgency.Unstated)]
    [InlineData("43-2", "SecurityManager SystemManager", "Ciso", Urgency.Promptly)]
    [InlineData("46-3-1ウ", "SecurityManager SystemManager", "SupervisingOfficer", Urgency.Unstated)]
    [InlineData("46-3-1ウ-ciso", "SecurityManager SystemManager", "Ciso", Urgency.AsNeeded)]
    [InlineData("34-7", "SupervisingOfficer SecurityOfficer SystemManager", "", Urgency.Unstated)]
    public void The_routes_of_the_policy_are_in_the_table(string key, string owners, string towards, Urgency word)
    {
        var row = Rows.Single(r => r.Key == key);

        Assert.Equal((owners, towards, word), (string.Join(' ', row.Owners), string.Join(' ', row.Towards), row.Urgency));
    }

    [Theory]
    [InlineData("46-3-1ウ-ciso", "46-3-1ウ"), InlineData("32-3-3-recovery", "32-3-3"), InlineData("19-3", "19-3"), InlineData("no-such", "no-such")]
    public void A_key_is_read_as_its_clause(string key, string clause) => Assert.Equal(clause, DutyTable.ClauseOf(key));

    [Fact]
    public void Only_the_law_sets_limits_of_law() =>
        Assert.Equal(["32-1-4-appi-preliminary", "32-1-4-appi-final", "32-1-4-mynumber-preliminary", "32-1-4-mynumber-final"], Rows.Where(r => r.Legal).Select(r => r.Key));

    [Fact]
    public void What_the_law_or_the_policy_demands_is_nobodys_discretion() =>
        Assert.DoesNotContain(Rows, r => r.Discretionary && (r.Legal || r.Key is "32-1-1" or "32-1-2" or "14-3" or "32-3-1" or "32-3-2" or "32-3-3" or "32-3-4-cause" or "32-3-4-prevention" or "32-3-5"));

    [Fact]
    public void The_service_passes_up_only_what_a_manager_owes() =>
        Assert.All(DutyTable.OfReport.Where(d => d.PassedUpAutomatically), d => Assert.True(d.Owners is [Office.SecurityManager] && d.Clause is "32-1-2" or "32-2-2" or "14-3", d.Key));

    [Fact]
    public void Everything_stands_in_the_way_of_closing_but_the_measures() => Assert.Equal(["32-3-5-measures"], DutyTable.OfIncident.Where(d => !d.BlocksClosing).Select(d => d.Key));

    [Fact]
    public void The_organisation_sets_its_own_limits_but_not_those_of_the_law()
    {
        var ours = Demo.Organisation with { Settings = new() { LimitMinutes = Rows.ToImmutableDictionary(r => r.Key, r => 7) } };

        Assert.Equal(Monday9.AddMinutes(30), Given(Reported).Duty("32-1-2").Due);
        Assert.Equal(Monday9.AddMinutes(7), Given(Reported).In(ours).Duty("32-1-2").Due);
        Assert.Equal("目安", Given(Reported).In(ours).Duty("32-1-2").ClockWord);
        Assert.All(Rows.Where(r => r.Legal), r => Assert.True(r.Dated, r.Key));
    }

    [Fact]
    public void A_limit_is_over_at_its_very_instant() =>
        Given(Reported).At(Monday9.AddMinutes(30).AddTicks(-1)).ThenOpen("32-1-2").At(Monday9.AddMinutes(30)).ThenOverdue("32-1-2");
}

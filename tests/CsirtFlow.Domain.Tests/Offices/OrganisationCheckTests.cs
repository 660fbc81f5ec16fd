namespace CsirtFlow.Domain.Tests;

/// <summary>連絡網の点検: contradictions are refused, and nobody gains by the own hand (18).</summary>
public sealed class OrganisationCheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Organisation Whole = new()
    {
        Id = "demo",
        Name = "架空消防組合",
        Sections = [new("somu", "総務課")],
        People = [new("kanri", "架空 正一", "管理者", "somu"), new("shobocho", "架空 消次", "消防長", "somu"), new("csirt", "架空 鈴", "主査", "somu"), new("kansa", "仮名 監", "監査統括", "somu"), new("shukan", "見本 文子", "主幹", "somu")],
        Assignments =
        [
            new("kanri", Office.Ciso), new("shobocho", Office.SupervisingOfficer), new("csirt", Office.CsirtLead), new("csirt", Office.ContactPoint), new("kansa", Office.Auditor),
            new("shukan", Office.SecurityManager, "somu", Until: Now.AddDays(60)),
        ],
        Systems = [new("bunsho", "文書管理", "somu")],
    };

    [Fact]
    public void A_whole_organisation_has_no_problems() => Assert.Empty(OrganisationCheck.Problems(Whole, Now));

    public static TheoryData<string, Organisation> Contradictions => new()
    {
        { "id-form", Whole with { People = Whole.People.Add(new("a/b", "名", "", "somu")) } },
        { "id-form", Whole with { Sections = Whole.Sections.Add(new("課 ", "名")) } },
        { "system-once", Whole with { Systems = Whole.Systems.Add(Whole.Systems[0]) } },
        { "system-in-section", Whole with { Systems = [new("bunsho", "文書管理", "nai")] } },
        { "holder-period", Whole with { Assignments = Whole.Assignments.Add(new("csirt", Office.Administration, From: Now, Until: Now)) } },
        { "holder-period", Whole with { Assignments = Whole.Assignments.Add(new("csirt", Office.Administration, Deputy: -1)) } },
        { "holder-once", Whole with { Assignments = Whole.Assignments.Add(new("shukan", Office.SecurityManager, "somu", Deputy: 1, From: Now.AddDays(30))) } },
        { "auditor-apart", Whole with { Assignments = Whole.Assignments.Add(new("kansa", Office.Administration)) } },
        { "shift-known", Whole with { Shifts = [new("inai", Office.SecurityManager, "somu", Now, Now.AddHours(1))] } },
        { "shift-known", Whole with { Shifts = [new("shukan", Office.SecurityManager, "somu", Now, Now)] } },
        { "absence-period", Whole with { Absences = [new("kanri", Now, Now.AddDays(-1))] } },
        { "office-held", Whole with { Assignments = Whole.Assignments.RemoveAt(0) } },
        { "emergency-view-offices", Whole with { Settings = new() { EmergencyViewOffices = [] } } },
        { "emergency-view-offices", Whole with { Settings = new() { EmergencyViewOffices = default } } },
        { "emergency-view-offices", Whole with { Settings = new() { EmergencyViewOffices = [Office.Ciso, Office.Ciso] } } },
        { "emergency-view-offices", Whole with { Settings = new() { EmergencyViewOffices = [Office.Ciso, Office.Staff] } } },
        { "holder-known", Whole with { Assignments = Whole.Assignments.Add(new("inai", Office.Administration)) } },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void A_contradiction_is_named(string rule, Organisation organisation) => Assert.Equal([rule], OrganisationCheck.Problems(organisation, Now).Select(p => p.Code).Distinct());

    [Fact]
    public void Periods_that_follow_each_other_do_not_overlap() =>
        Assert.Empty(OrganisationCheck.Problems(Whole with { Assignments = Whole.Assignments.Add(new("shukan", Office.SecurityManager, "somu", From: Now.AddDays(60))) }, Now));

    public static TheoryData<string, Assignment> Own => new()
    {
        { "csirt", new("csirt", Office.Ciso) },
        { "csirt", new("csirt", Office.SupervisingOfficer, Deputy: 1) },
        { "shukan", new("shukan", Office.SecurityManager, "somu") },
        { "shukan", new("shukan", Office.SystemManager, SystemId: "bunsho") },
        { "kanri", new("kanri", Office.CsirtLead) },
    };

    [Theory]
    [MemberData(nameof(Own))]
    public void Nobody_adds_or_lengthens_an_office_of_their_own(string person, Assignment wished)
    {
        var after = Whole with { Assignments = Whole.Assignments.Add(wished) };

        Assert.Equal(["own-office"], OrganisationCheck.Gains(Whole, after, person, Now).Select(r => r.Code));
        Assert.Empty(OrganisationCheck.Gains(Whole, after, "kansa", Now));
    }

    [Theory]
    [InlineData("csirt", Office.CsirtLead, true), InlineData("csirt", Office.CsirtMember, false), InlineData("shobocho", Office.CsirtLead, false), InlineData("shobocho", Office.Ciso, true)]
    public void Nobody_gives_an_office_of_their_own_the_emergency_view(string person, Office office, bool gains)
    {
        var before = Whole with { Settings = new() { EmergencyViewOffices = [Office.SupervisingOfficer] } };
        var after = Whole with { Settings = new() { EmergencyViewOffices = [Office.SupervisingOfficer, office] } };

        Assert.Equal(gains ? ["own-emergency-view"] : [], OrganisationCheck.Gains(before, after, person, Now).Select(r => r.Code));
        Assert.Empty(OrganisationCheck.Gains(after, before, person, Now));
    }

    [Fact]
    public void An_office_of_ones_own_may_end_earlier_or_be_left() =>
        Assert.Empty(OrganisationCheck.Gains(Whole, Whole with { Assignments = [.. Whole.Assignments.Where(a => a.Office != Office.ContactPoint).Select(a => a.PersonId == "csirt" ? a with { Until = Now.AddDays(40) } : a)] }, "csirt", Now));

    [Theory]
    [InlineData("shobocho", "kanri", "ciso-absence-by-others")]
    [InlineData("kanri", "kanri", null)]
    [InlineData("csirt", "kanri", null)]
    [InlineData("shobocho", "shobocho", null)]
    [InlineData("shobocho", "csirt", null)]
    public void Who_would_decide_for_the_CISO_does_not_declare_the_CISO_absent(string reviser, string absent, string? rule) =>
        Assert.Equal(rule, OrganisationCheck.Gains(Whole, Whole with { Absences = [new(absent, Now, Now.AddDays(1))] }, reviser, Now).SingleOrDefault()?.Code);
}

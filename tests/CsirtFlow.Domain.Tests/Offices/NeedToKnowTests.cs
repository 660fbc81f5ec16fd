namespace CsirtFlow.Domain.Tests;

/// <summary>知る必要のある者 (34-2-3, 35-1-1).</summary>
public sealed class NeedToKnowTests
{
    private static readonly IncidentRestricted Restricted = new([Tanaka.Id, Katayama.Id], "内部不正の疑い", Tanaka.As(Office.CsirtLead, Monday9.AddHours(1)));

    public static TheoryData<string, bool, bool, bool> Table => new()
    {
        // who, sees the report, the incident, the restricted incident
        { Yamamoto.Id, true, true, false },     // 報告した本人
        { Nakamura.Id, false, false, false },   // ほかの職員
        { Miura.Id, true, true, false },        // 署の管理者
        { Azuma.Id, true, true, false },        // 署の非番の管理者
        { Okada.Id, true, true, false },        // 署の責任者
        { Hirano.Id, true, true, false },       // その代理
        { Kobayashi.Id, false, false, false },  // よその課の管理者
        { Noguchi.Id, false, false, false },    // よその課の責任者
        { Ueda.Id, false, false, false },       // 署のシステムの管理者: 義務がない間
        { Mori.Id, false, false, false },       // よその課のシステムの管理者
        { Takahashi.Id, true, true, false },    // 統一的な窓口
        { Suzuki.Id, true, true, false },       // CSIRT要員
        { Tanaka.Id, true, true, true },        // CSIRT責任者, named
        { Katayama.Id, true, true, true },      // 統括, named
        { Asano.Id, true, true, false },        // CISO, not named
        { Ogawa.Id, false, true, false },       // 総務: from 19-5 on
        { Onishi.Id, true, true, true },        // 監査
    };

    [Theory, MemberData(nameof(Table))]
    public void Who_may_see_what(string personId, bool report, bool incident, bool restricted)
    {
        Assert.Equal(report, Sees(personId, NeedToKnow.AudienceOf(Given(Reported).State, null)));
        Assert.Equal(incident, Sees(personId, NeedToKnow.AudienceOf(Given(Opened).State)));
        Assert.Equal(restricted, Sees(personId, NeedToKnow.AudienceOf(Given(Opened, Restricted).State)));
    }

    [Theory]
    [InlineData("onishi"), InlineData("tanaka"), InlineData("yamamoto")]
    public void Whom_a_restricted_incident_is_about_does_not_see_it_whatever_office_they_hold(string personId)
    {
        var about = Restricted with { InvolvedIds = [personId] };

        Assert.False(Sees(personId, NeedToKnow.AudienceOf(Given(Opened, about).State)));
        Assert.False(Sees(personId, NeedToKnow.AudienceOf(Given(Reported, Judged).State, Given(Opened, about).State)));
        Assert.True(Sees(Katayama.Id, NeedToKnow.AudienceOf(Given(Opened, about).State)));
    }

    [Theory, MemberData(nameof(Table))]
    public void A_report_is_as_secret_as_the_incident_that_it_opened(string personId, bool report, bool incident, bool restricted)
    {
        Assert.Equal(report || incident, Sees(personId, NeedToKnow.AudienceOf(Given(Reported, Judged).State, Given(Opened).State)));
        Assert.Equal(restricted, Sees(personId, NeedToKnow.AudienceOf(Given(Reported, Judged).State, Given(Opened, Restricted).State)));
    }

    [Fact]
    public void An_order_or_a_check_brings_a_section_and_a_system_in()
    {
        var audience = NeedToKnow.AudienceOf(Given(Opened, Ordered with { SectionId = General }, CheckOrdered with { SystemIds = [Dispatch] }).State);

        Assert.True(Sees(Noguchi.Id, audience));
        Assert.True(Sees(Ueda.Id, audience));
        Assert.True(Sees(Tani.Id, audience));
        Assert.False(Sees(Mori.Id, audience));
        Assert.False(Sees(Matsuda.Id, audience));
    }

    [Fact]
    public void An_office_that_has_ended_opens_nothing() =>
        Assert.False(NeedToKnow.MaySee(NeedToKnow.AudiencesOf(Demo.Organisation.Without(Office.CsirtMember).With(new Assignment(Suzuki.Id, Office.CsirtMember, Until: Monday9)), Suzuki.Id, Monday9),
            NeedToKnow.AudienceOf(Given(Opened).State)));

    /// <summary>A notice leads to a page; whom it reaches, the page must open for.</summary>
    [Theory]
    [InlineData(OccurrenceKind.Loss), InlineData(OccurrenceKind.Website), InlineData(OccurrenceKind.Malware), InlineData(OccurrenceKind.PolicyBreach), InlineData(OccurrenceKind.AccountMisuse), InlineData(OccurrenceKind.Missent), InlineData(OccurrenceKind.Outage)]
    public void Whoever_is_told_of_a_report_may_see_it(OccurrenceKind kind)
    {
        var report = Given(Report(kind)).State;

        Assert.All(Notifying.Of(Report(kind), null, report, [], Demo.Organisation, Monday9), n => Assert.True(Sees(n.PersonId, NeedToKnow.AudienceOf(report, null)), n.PersonName));
    }

    [Fact]
    public void Whoever_is_told_in_place_of_a_system_manager_may_see_the_incident()
    {
        var o = Demo.Organisation.Away(Mori);
        var asked = Given(Opened, CheckOrdered).State;

        Assert.All(Notifying.Of(CheckOrdered, Given(Opened).State, asked, o, Monday9), n => Assert.True(Sees(n.PersonId, NeedToKnow.AudienceOf(asked)), n.PersonName));
    }

    [Fact]
    public void A_system_manager_sees_a_report_only_where_the_policy_tells_him()
    {
        Assert.True(Sees(Ueda.Id, NeedToKnow.AudienceOf(Given(Report(OccurrenceKind.Loss)).State, null)));
        Assert.False(Sees(Mori.Id, NeedToKnow.AudienceOf(Given(Report(OccurrenceKind.Loss)).State, null)));
        Assert.False(Sees(Ueda.Id, NeedToKnow.AudienceOf(Given(Report(OccurrenceKind.Malware)).State, null)));
    }

    private static bool Sees(string personId, ImmutableArray<string> audience) => NeedToKnow.MaySee(NeedToKnow.AudiencesOf(Demo.Organisation, personId, Monday9), audience);
}

using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>閲覧の制限 (34-2-3): who stays inside, and who never does.</summary>
public sealed class RestrictIncidentTests
{
    private static readonly DateTimeOffset At = Opened.Origin.RecordedAt;

    [Fact]
    public void An_incident_is_restricted_to_named_people_and_who_restricts_and_the_CISO_stay_inside() =>
        Given(Opened).When(new RestrictIncident([Suzuki.Id, Suzuki.Id], "内部不正の疑い"), Tanaka).Then(new IncidentRestricted([Suzuki.Id, Tanaka.Id, "asano"], "内部不正の疑い", Tanaka.As(CsirtLead, At), []))
            .When(new RestrictIncident([], "疑いは晴れた"), Tanaka).Then(new IncidentRestricted([], "疑いは晴れた", Tanaka.As(CsirtLead, At), []));

    [Fact]
    public void Restricting_has_a_reason() => Given(Opened).When(new RestrictIncident([Suzuki.Id], ""), Tanaka).ThenRefused(Rules.ReasonGiven);

    [Fact]
    public void Only_people_on_the_list_are_named() => Given(Opened).When(new RestrictIncident(["dareka"], "内部不正の疑い"), Tanaka).ThenRefused(Rules.PersonKnown);

    [Fact]
    public void A_member_does_not_restrict() => Given(Opened).When(new RestrictIncident([Suzuki.Id], "内部不正の疑い"), Suzuki).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void Whom_it_is_about_does_not_see_it_and_somebody_else_answers_for_it() =>
        Given(Opened).When(new RestrictIncident([Suzuki.Id, Onishi.Id], "CISOと監査担当に関わる", InvolvedIds: [Asano.Id, Onishi.Id]), Tanaka)
            .Then(new IncidentRestricted([Suzuki.Id, Tanaka.Id, Katayama.Id], "CISOと監査担当に関わる", Tanaka.As(CsirtLead, At), [Asano.Id, Onishi.Id]));

    [Fact]
    public void A_matter_of_the_CISO_makes_the_CISO_one_whom_it_is_about() =>
        Given(Opened).When(new RestrictIncident([Suzuki.Id], "CISOに関わる", CisoConcerned: true), Tanaka).Then(new IncidentRestricted([Suzuki.Id, Tanaka.Id, Katayama.Id], "CISOに関わる", Tanaka.As(CsirtLead, At), [Asano.Id]));

    [Fact]
    public void To_name_whom_it_is_about_restricts_it_though_nobody_else_is_named() =>
        Given(Opened).When(new RestrictIncident([], "内部不正の疑い", InvolvedIds: [Onishi.Id]), Tanaka).Then(new IncidentRestricted([Tanaka.Id, Asano.Id], "内部不正の疑い", Tanaka.As(CsirtLead, At), [Onishi.Id]));

    [Fact]
    public void Nobody_restricts_what_is_about_themselves() =>
        Given(Opened).When(new RestrictIncident([Suzuki.Id], "内部不正の疑い", InvolvedIds: [Tanaka.Id]), Tanaka).ThenRefused(Rules.NotInvolved);
}

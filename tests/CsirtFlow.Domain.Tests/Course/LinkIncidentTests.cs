using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>関連する件.</summary>
public sealed class LinkIncidentTests
{
    private static readonly Provenance Suzukis = Suzuki.As(CsirtMember, Monday9.AddMinutes(30));

    [Fact]
    public void Both_incidents_know_of_the_link_and_of_its_end() =>
        Given(Opened).When(new LinkIncident("R8-0002", "同じ送信元"), Suzuki).Then(new IncidentLinked("R8-0002", "同じ送信元", Suzukis))
            .ThenReaches(new Consequence("R8-0002", new IncidentLinked(Number, "同じ送信元", Suzukis), Opens: false))
            .When(new LinkIncident("R8-0002", "もう一度"), Suzuki).ThenNothing()
            .When(new UnlinkIncident("R8-0002", "別の送信元だった"), Suzuki).Then(new IncidentUnlinked("R8-0002", "別の送信元だった", Suzukis))
            .ThenReaches(new Consequence("R8-0002", new IncidentUnlinked(Number, "別の送信元だった", Suzukis), Opens: false));

    [Fact]
    public void A_link_leads_to_another_incident_and_has_a_reason()
    {
        Given(Opened).When(new LinkIncident("なにか", "同じ送信元"), Suzuki).ThenRefused(Rules.IncidentKnown);
        Given(Opened).When(new LinkIncident(Number, "同じ送信元"), Suzuki).ThenRefused(Rules.LinksOther);
        Given(Opened).When(new LinkIncident("R8-0002", ""), Suzuki).ThenRefused(Rules.ReasonGiven);
        Given(Opened).When(new UnlinkIncident("R8-0002", "違った"), Suzuki).ThenRefused(Rules.LinkedNow);
    }
}

namespace CsirtFlow.Domain;

/// <summary>関連付け: two incidents that have to do with each other; both keep their own number and duties.</summary>
/// <param name="Number">受付番号 of the other incident.</param>
[Term("関連する件の記録", "Link to a related incident", "32-3-3"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record LinkIncident(string Number, string Reason) : ICommand<Incident, IncidentEvent>, IReachesIncident<Incident>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Text(Reason, Rules.ReasonGiven);
        PolicyViolationException.ThrowIf(!ReceiptNumber.IsValid(Number), Rules.IncidentKnown);
        PolicyViolationException.ThrowIf(Number == state.Number, Rules.LinksOther);

        return state.LinkedTo.Contains(Number) ? [] : [new IncidentLinked(Number, Reason, c.Origin)];
    }

    public IEnumerable<Consequence> Consequences(Incident state, Circumstances c) => [new(Number, new IncidentLinked(state.Number, Reason, c.Origin), Opens: false)];
}

/// <summary>関連付けの取消し.</summary>
[Term("関連付けの取消し", "Undoing a link", "32-3-3"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record UnlinkIncident(string Number, string Reason) : ICommand<Incident, IncidentEvent>, IReachesIncident<Incident>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Text(Reason, Rules.ReasonGiven);
        PolicyViolationException.ThrowIf(!state.LinkedTo.Contains(Number), Rules.LinkedNow);

        return [new IncidentUnlinked(Number, Reason, c.Origin)];
    }

    public IEnumerable<Consequence> Consequences(Incident state, Circumstances c) => [new(Number, new IncidentUnlinked(state.Number, Reason, c.Origin), Opens: false)];
}

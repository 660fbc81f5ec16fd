namespace CsirtFlow.Domain;

/// <summary>インシデント認定の取消し (誤報): CSIRT's further 評価 (32-3-1) finds that it was none. What was done and filed stays; what is still owed ends.</summary>
/// <param name="Grounds">What shows it: who examined what.</param>
[Term("インシデント認定の取消し（誤報）", "Revocation of an incident (false alarm)", "32-3-1"), By(Office.CsirtLead)]
public sealed record RevokeIncident(string Reason, string Grounds) : ICommand<Report, ReportEvent>, IReachesIncident<Report>
{
    public ReportEvent[] Decide(Report state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(state.Verdict is not Verdict.Incident, Rules.JudgedIncident);
        Check.Text(Reason, Rules.ReasonGiven);
        Check.Text(Grounds, Rules.GroundsGiven);

        // The report still leads to its incident: whoever may not see the one does not see the other.
        return [new ReportEvaluated(Verdict.NotIncident, Reason, state.IncidentNumber, c.Origin)];
    }

    public IEnumerable<Consequence> Consequences(Report state, Circumstances c) => [new(state.IncidentNumber!, new IncidentRevoked(Reason, Grounds, c.Origin), Opens: false)];

    // A limit of law rests on facts: they are stated anew first, and a word does not end it.
    internal static void CheckAgainst(Incident incident)
    {
        PolicyViolationException.ThrowIf(!incident.JoinedReports.IsEmpty, Rules.JoinsUndoneFirst);
        PolicyViolationException.ThrowIf(DutyTable.OfIncident.Any(d => d.IsLegal && incident.Duties.IsOpen(d.Key)), Rules.NoLegalDutyOpen);
    }
}

namespace CsirtFlow.Domain;

/// <summary>緊急の例外措置 (43-2): it could not wait for the permission. Writing it down is the report to the CISO, without delay after.</summary>
/// <param name="Provision">The provision that was not followed, up to 300 characters.</param>
/// <param name="Instead">What was done in its place.</param>
/// <param name="Reason">Why it was urgent and could not be avoided.</param>
/// <param name="TakenAt">UTC instant; now when not given.</param>
[Term("緊急の例外措置の報告", "Report of an exceptional measure in an emergency", "43-2"), By(Office.SecurityManager, Office.SystemManager)]
public sealed record TakeExemption(string Provision, string Instead, string Reason, DateTimeOffset? TakenAt = null) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Exemptions.Check(Provision, Instead, Reason);
        var at = TakenAt ?? c.Now;
        Check.Past(at, c);

        return [new ExemptionTaken(state.Exemptions.Length + 1, Provision, Instead, Reason, at, c.Origin with { OccurredAt = at })];
    }
}

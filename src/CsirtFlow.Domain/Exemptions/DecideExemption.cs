namespace CsirtFlow.Domain;

/// <summary>例外措置の審査 (43-1): the CISO permits or refuses. Who applied may not decide (18-1).</summary>
/// <param name="Words">Conditions of the permission; the reasons of a refusal, which it must have.</param>
/// <param name="UnavoidableReason">止むを得ない理由 (18-1) when the person who applied also decides.</param>
[Term("例外措置の審査", "Decision on an exceptional measure", "43-1"), By(Office.Ciso)]
public sealed record DecideExemption(int Exemption, bool Permitted, string Words = "", string? UnavoidableReason = null) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Length(Words);
        var asked = state.Exemptions.FirstOrDefault(x => x.Number == Exemption && x.TakenAt is null);
        PolicyViolationException.ThrowIf(asked is null, Rules.ExemptionKnown);
        PolicyViolationException.ThrowIf(!asked!.AwaitsDecision, Rules.ExemptionAwaited);
        PolicyViolationException.ThrowIf(!Permitted && string.IsNullOrWhiteSpace(Words), Rules.ReasonGiven);

        var separation = Separation.Check(asked.AskedBy, c.By, UnavoidableReason);
        return [new ExemptionDecided(Exemption, Permitted, Words ?? "", separation, c.Origin)];
    }
}

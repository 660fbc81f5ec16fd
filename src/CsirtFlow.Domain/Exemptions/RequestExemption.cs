using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>例外措置の申請 (43-1): a provision cannot be followed, with good reason; the CISO is asked before anything is done otherwise.</summary>
/// <param name="Provision">The provision that cannot be followed, up to 300 characters.</param>
/// <param name="Instead">What is done in its place.</param>
/// <param name="Until">Last day (JST date), today or later.</param>
[Term("例外措置の申請", "Application for an exceptional measure", "43-1"), By(Office.SecurityManager, Office.SystemManager)]
public sealed record RequestExemption(string Provision, string Instead, string Reason, DateOnly Until) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Exemptions.Check(Provision, Instead, Reason);
        PolicyViolationException.ThrowIf(Until < JapaneseCalendar.DayOf(c.Now), Rules.ExemptionEndsLater);

        return [new ExemptionRequested(state.Exemptions.Length + 1, Provision, Instead, Reason, Until, c.Origin)];
    }
}

internal static class Exemptions
{
    public static void Check(string provision, string instead, string reason)
    {
        Domain.Check.Text(provision, Rules.ProvisionGiven, 300);
        Domain.Check.Text(instead, Rules.TextGiven);
        Domain.Check.Text(reason, Rules.ReasonGiven);
    }
}

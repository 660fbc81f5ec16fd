using System.Collections.Immutable;
using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain;

/// <summary>第43条（例外措置）第1項・第2項: with the CISO's permission, or in an emergency first and reported without delay after. 第3項 is kept by the events themselves.</summary>
public static class Article43
{
    private static readonly ImmutableArray<Office> WhoTakesIt = [SecurityManager, SystemManager];

    public static ImmutableArray<Duty<Incident>> OfIncident { get; } =
    [
        new()
        {
            Key = "43-1", Clause = "43-1", Title = new("例外措置の申請の審査", "Decision on the application for an exceptional measure"),
            Owners = [Ciso], Towards = WhoTakesIt, Urgency = Urgency.Unstated, Within = TimeSpan.FromHours(24),
            Since = i => i.Exemptions.Where(x => x.TakenAt is null).OrderBy(x => x.DecidedAt is not null).FirstOrDefault()?.RecordedAt,
            Met = i => i.Exemptions.All(x => !x.AwaitsDecision),
            Tells = e => e is ExemptionDecided,
        },
        new()
        {
            // What is written down here is told to the CISO at once, as a report is under 32-1-1.
            Key = "43-2", Clause = "43-2", Title = new("緊急の例外措置のCISOへの事後報告", "Report to the CISO after an exceptional measure in an emergency"),
            Owners = WhoTakesIt, Towards = [Ciso], Urgency = Urgency.Promptly, Within = TimeSpan.FromMinutes(60),
            Since = i => i.Exemptions.FirstOrDefault(x => x.TakenAt is not null)?.TakenAt,
            Met = _ => true,
            Tells = e => e is ExemptionTaken,
        },
    ];
}

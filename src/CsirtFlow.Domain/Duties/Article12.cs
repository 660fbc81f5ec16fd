using System.Collections.Immutable;
using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain;

/// <summary>第12条（統括情報セキュリティ責任者）第8項: 緊急時には早急に — the 統括 tells the CISO. The recovery of the same sentence is ordered under 32-3-3.</summary>
public static class Article12
{
    public static ImmutableArray<Duty<Incident>> OfIncident { get; } =
    [
        new()
        {
            // CSIRT's report of 32-3-2 does not take its place: the policy names the 統括 here.
            Key = "12-8", Clause = "12-8", Title = new("緊急時のCISOへの報告", "Report to the CISO in an emergency"),
            Owners = [SupervisingOfficer], Towards = [Ciso], Urgency = Urgency.Urgently, Within = TimeSpan.FromMinutes(30),
            Since = i => i.EmergencySince,
            Met = _ => false,
            ToldInWords = true,
        },
    ];
}

using System.Collections.Immutable;
using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain;

/// <summary>第46条（業務委託）第3項第1号ウ・エ: an incident in work that was given to a contractor.</summary>
public static class Article46
{
    private static readonly ImmutableArray<Office> InCharge = [SecurityManager, SystemManager];

    public static ImmutableArray<Duty<Incident>> OfIncident { get; } =
    [
        new()
        {
            Key = "46-3-1エ", Clause = "46-3-1エ", Title = new("委託事業者への契約に基づく対処の要求", "Demand that the contractor act under the contract"),
            Owners = InCharge, TowardsOutside = new("委託事業者", "the contractor"), Urgency = Urgency.Unstated, Within = TimeSpan.FromHours(4),
            Since = i => i.ContractorSince,
            Met = i => i.Filed.Contains("46-3-1エ"),
            ToldInWords = true,
        },
        new()
        {
            Key = "46-3-1ウ", Clause = "46-3-1ウ", Title = new("委託先での措置内容の統括への報告", "Report to the supervising officer on the measures at the contractor"),
            Owners = InCharge, Towards = [SupervisingOfficer], Urgency = Urgency.Unstated, Within = TimeSpan.FromHours(24),
            Since = i => i.ContractorSince,
            Met = _ => false,
            ToldInWords = true,
        },
        new()
        {
            // 「重要度に応じて」: the policy sets no level, so its owner judges.
            Key = "46-3-1ウ-ciso", Clause = "46-3-1ウ", Title = new("委託先での措置内容のCISOへの報告の要否（重要度に応じて）", "Whether to report the measures at the contractor to the CISO (by severity)"),
            Owners = InCharge, Towards = [Ciso], Urgency = Urgency.AsNeeded, Within = TimeSpan.FromHours(24),
            Since = i => i.ContractorSince,
            Met = _ => false,
            Discretionary = true,
            ToldInWords = true,
        },
    ];
}

using System.Text.Json.Serialization;

namespace CsirtFlow.Domain.Statutory;

/// <summary>
/// 知った時点 (番号GL別添2 3D): when any department of the association knew, not when the CSIRT judged.
/// A contractor's notice is knowledge at the latest (番号GL別添2 3F). UTC instants; corrections keep what was said before.
/// </summary>
public sealed record Knowledge
{
    public DateTimeOffset? KnewAt { get; init; }

    /// <summary>最初に知った部署</summary>
    public string? Department { get; init; }

    /// <summary>委託先から通知を受けた時点</summary>
    public DateTimeOffset? ContractorNotifiedAt { get; init; }

    /// <summary>訂正の履歴, oldest first.</summary>
    public IReadOnlyList<KnewAtCorrection> Earlier { get; init; } = [];

    /// <summary>期限の起点: the earlier of the two; null while neither is known.</summary>
    [JsonIgnore]
    public DateTimeOffset? ClockStartsAt =>
        KnewAt is { } knew && ContractorNotifiedAt is { } notified ? (knew < notified ? knew : notified) : KnewAt ?? ContractorNotifiedAt;

    /// <summary>訂正: the same knowledge with another instant, the old one kept with the reason.</summary>
    public Knowledge CorrectedTo(DateTimeOffset knewAt, string reason, DateTimeOffset at) =>
        this with { KnewAt = knewAt, Earlier = [.. Earlier, new(KnewAt, reason, at)] };

    public bool Equals(Knowledge? other) =>
        other is not null && (KnewAt, Department, ContractorNotifiedAt) == (other.KnewAt, other.Department, other.ContractorNotifiedAt)
        && Earlier.SequenceEqual(other.Earlier);

    public override int GetHashCode() => HashCode.Combine(KnewAt, Department, ContractorNotifiedAt, Earlier.Count);
}

/// <summary>知った時点の訂正: what had been recorded, why it was wrong and when somebody said so.</summary>
public sealed record KnewAtCorrection(DateTimeOffset? KnewAt, string Reason, DateTimeOffset CorrectedAt);

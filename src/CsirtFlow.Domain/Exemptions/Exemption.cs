namespace CsirtFlow.Domain;

/// <summary>例外措置 (43): a provision that is not followed while the incident lasts, with the CISO's permission or, in an emergency, reported after. Kept with its decision (43-3).</summary>
/// <param name="Number">Running number within the incident, from 1.</param>
/// <param name="Provision">The provision that cannot be followed.</param>
/// <param name="Instead">What is done in its place.</param>
/// <param name="Until">Last day (JST date); null for one taken in an emergency.</param>
/// <param name="AskedBy">Who applied; may not decide as well (18-1).</param>
/// <param name="TakenAt">UTC instant, for one taken in an emergency; null for an application.</param>
public sealed record Exemption(int Number, string Provision, string Instead, string Reason, DateOnly? Until, string AskedBy, DateTimeOffset RecordedAt, DateTimeOffset? TakenAt)
{
    public bool? Permitted { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public bool AwaitsDecision => TakenAt is null && DecidedAt is null;
}

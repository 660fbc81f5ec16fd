using System.Globalization;

namespace CsirtFlow.Domain.Statutory;

/// <summary>本人の数 (規則43条4号, 番号規則2条4号): persons, not records. 確定・見込み・最大 are kept apart, each may be unknown.</summary>
public sealed record PersonCount
{
    /// <summary>「百人を超える」: 100 itself does not.</summary>
    public const int MoreThan = 100;

    public int? Confirmed { get; init; }

    public int? Estimated { get; init; }

    public int? PossibleMaximum { get; init; }

    /// <summary>超えるか: a maximum or an estimate above is enough for the fear; an estimate below proves nothing yet.</summary>
    internal Element ExceedsThreshold() => this switch
    {
        { Confirmed: > MoreThan and var n } => new(GroundState.Applies, $"本人の数が {Count(n)} 人で、{MoreThan} 人を超える（{MoreThan + 1} 人以上）"),
        { PossibleMaximum: > MoreThan and var n } => new(GroundState.Feared, $"本人の数が最大 {Count(n)} 人で、{MoreThan} 人を超える（{MoreThan + 1} 人以上）おそれがある"),
        { Estimated: > MoreThan and var n } => new(GroundState.Feared, $"本人の数が {Count(n)} 人の見込みで、{MoreThan} 人を超える（{MoreThan + 1} 人以上）おそれがある"),
        { PossibleMaximum: { } n } => new(GroundState.DoesNotApply, $"本人の数が最大でも {Count(n)} 人で、{MoreThan} 人を超えない"),
        { Confirmed: { } n } => new(GroundState.DoesNotApply, $"本人の数が {Count(n)} 人で、{MoreThan} 人を超えない"),
        { Estimated: { } n } => new(GroundState.Unknown, $"本人の数は {Count(n)} 人の見込みだが、最大の人数が分からない"),
        _ => new(GroundState.Unknown, "本人の数が分からない"),
    };

    private static string Count(int persons) => persons.ToString("N0", CultureInfo.InvariantCulture);
}

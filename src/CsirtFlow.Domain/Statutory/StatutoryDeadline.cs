namespace CsirtFlow.Domain.Statutory;

/// <summary>報告の種別.</summary>
public enum ReportKind
{
    /// <summary>速報 (規則44条1項, 番号規則3条1項)</summary>
    Preliminary,

    /// <summary>確報 (規則44条2項, 番号規則3条2項)</summary>
    Final,
}

/// <summary>
/// 報告の期限: KnewOn, WarnOn and Limit are JST dates, DueAt the UTC instant at which the limit day is over (exclusive).
/// Days counts the day of knowing as the first. Explanation tells in Japanese, step by step, how it was counted.
/// </summary>
public sealed record StatutoryDeadline(
    Law Law, ReportKind Kind, int Days, DateOnly KnewOn, DateOnly WarnOn, DateOnly Limit, string Article, IReadOnlyList<string> Explanation)
{
    public DateTimeOffset DueAt => JapaneseCalendar.EndOf(Limit);

    public bool Equals(StatutoryDeadline? other) =>
        other is not null && (Law, Kind, Days, KnewOn, WarnOn, Limit) == (other.Law, other.Kind, other.Days, other.KnewOn, other.WarnOn, other.Limit);

    public override int GetHashCode() => HashCode.Combine(Law, Kind, Days, KnewOn, WarnOn, Limit);
}

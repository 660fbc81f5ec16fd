using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>履行状況.</summary>
public enum Standing
{
    [Term("期限超過", "Overdue")] Overdue,
    [Term("未履行", "Not yet fulfilled")] Open,
    [Term("履行", "Fulfilled")] Met,
    [Term("不要と判断", "Judged unnecessary")] Unnecessary,
    [Term("該当しなくなった", "No longer owed")] Lapsed,
}

/// <summary>The words of a <see cref="DutyStanding"/> for readers of English.</summary>
public sealed record DutyInEnglish(string Title, string TowardsOutside, string Proof);

/// <summary>One line of 「第32条履行状況」: the duty, its clock and what became of it, at a moment.</summary>
/// <param name="Since">Start of the clock (UTC instant).</param>
/// <param name="Due">Limit (UTC instant): 目安 or 期限（法令）, told apart by <paramref name="IsLegal"/>.</param>
public sealed record DutyStanding(string Key, string Clause, string Title, ImmutableArray<Office> Owners, ImmutableArray<Office> Towards, string TowardsOutside,
    Urgency Urgency, bool IsLegal, bool Discretionary, bool BlocksClosing, DateTimeOffset Since, DateTimeOffset Due, Standing Standing,
    DateTimeOffset? SettledAt, string Proof, DutyInEnglish English)
{
    public bool IsOpen => Standing is Standing.Open or Standing.Overdue;

    /// <summary>「目安」 (the organisation's) or 「期限（法令）」.</summary>
    public string ClockWord => IsLegal ? "期限（法令）" : "目安";

    internal static DutyStanding Of<TState>(Duty<TState> duty, DutyRecord record, TState state, PolicySettings settings, DateTimeOffset at)
    {
        var due = duty.DueBy?.Invoke(state, settings) ?? record.Since + settings.Limit(duty.Key, duty.Within);
        var standing = record switch
        {
            { MetAt: not null } => Standing.Met,
            { UnnecessaryAt: not null } => Standing.Unnecessary,
            { LapsedAt: not null } => Standing.Lapsed,
            _ => due <= at ? Standing.Overdue : Standing.Open,
        };
        return new(duty.Key, duty.Clause, duty.Title.Japanese, duty.Owners, duty.Towards, duty.TowardsOutside.Japanese, duty.Urgency, duty.IsLegal, duty.Discretionary,
            duty.BlocksClosing, record.Since, due, standing, record.MetAt ?? record.UnnecessaryAt ?? record.LapsedAt, record.MetBy ?? record.UnnecessaryReason ?? record.LapsedBy ?? "",
            new(duty.Title.English, duty.TowardsOutside.English, record.MetByInEnglish ?? record.UnnecessaryReason ?? record.LapsedByInEnglish ?? ""));
    }
}

using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>The policy's own word for how soon. The screen shows it as it is.</summary>
public enum Urgency
{
    [Term("直ちに", "immediately")] AtOnce,
    [Term("早急に", "urgently")] Urgently,
    [Term("速やかに", "promptly")] Promptly,
    [Term("必要に応じて", "as needed")] AsNeeded,
    [Term("", "")] Unstated,
    /// <summary>A limit of law, not of the policy.</summary>
    [Term("法令の期限", "limit of law")] Statutory,
}

/// <summary>義務: one row of the table of duties. It names who owes what to whom, how soon, from when, and what proves it.</summary>
/// <remarks>A row is data that reads like the policy; whether it is owed or met is asked of the state, never ticked by hand.</remarks>
/// <typeparam name="TState">The report or the incident that the duty belongs to.</typeparam>
public sealed record Duty<TState>
{
    /// <summary>Stable key; the clause itself unless one clause holds several duties.</summary>
    public required string Key { get; init; }

    /// <summary>条-項-号.</summary>
    public required string Clause { get; init; }

    /// <summary>What is owed, in few words.</summary>
    public required Wording Title { get; init; }

    /// <summary>Any present holder of one of these offices may fulfil it; the first who acts does.</summary>
    public required ImmutableArray<Office> Owners { get; init; }

    /// <summary>Offices towards which the duty is owed; all of them (AND).</summary>
    public ImmutableArray<Office> Towards { get; init; } = [];

    /// <summary>Of which section the addressees are, where the matter itself does not say it; null where it does.</summary>
    public Func<TState, Scope>? TowardsIn { get; init; }

    /// <summary>Bodies outside towards which it is owed, in words.</summary>
    public Wording TowardsOutside { get; init; } = Wording.None;

    public required Urgency Urgency { get; init; }

    /// <summary>目安: the default limit where the policy gives none; the organisation may set another.</summary>
    public TimeSpan Within { get; init; }

    /// <summary>A limit that the state itself gives (the due time of an order, a limit of law), as a UTC instant; null where <see cref="Within"/> holds.</summary>
    public Func<TState, PolicySettings, DateTimeOffset?>? DueBy { get; init; }

    /// <summary>The clock's start (UTC instant) when the duty is owed; null when it is not.</summary>
    public required Func<TState, DateTimeOffset?> Since { get; init; }

    /// <summary>What fulfils it.</summary>
    public required Func<TState, bool> Met { get; init; }

    /// <summary>Whether an event carries the duty's message to <see cref="Towards"/>; they are told of it.</summary>
    public Func<CaseEvent, bool> Tells { get; init; } = static _ => false;

    /// <summary>「必要に応じて」: its owner may judge it unnecessary, with a reason.</summary>
    public bool Discretionary { get; init; }

    /// <summary>An account in words fulfils it (<see cref="IDutyCarriedOut"/>), because it leaves no other event. Everywhere else the event of the chain is the proof.</summary>
    public bool ToldInWords { get; init; }

    /// <summary>Whether an event carries the duty's message: an account in words does, like the event of the chain.</summary>
    public bool Carries(CaseEvent e) => Tells(e) || (ToldInWords && e is IDutyCarriedOut done && done.Duty == Key);

    /// <summary>True when the service does it itself once the limit has passed (管理者未報告のため自動通知).</summary>
    public bool PassedUpAutomatically { get; init; }

    /// <summary>期限（法令）, as against the 目安 of the organisation. Never printed one for the other.</summary>
    public bool IsLegal => Urgency == Urgency.Statutory;

    /// <summary>False for what lives on after 終結 (the measures of 32-3-5).</summary>
    public bool BlocksClosing { get; init; } = true;
}

/// <summary>What became of a duty in one case.</summary>
/// <param name="Key">Key of the row.</param>
/// <param name="Since">Start of its clock (UTC instant).</param>
public sealed record DutyRecord(string Key, DateTimeOffset Since)
{
    public DateTimeOffset? MetAt { get; init; }

    /// <summary>The event that met it, by its term, and who.</summary>
    public string? MetBy { get; init; }

    public string? MetByInEnglish { get; init; }

    /// <summary>True when an account by hand met it (<see cref="IDutyCarriedOut"/>), not an event of the chain.</summary>
    public bool ByAccount { get; init; }

    public DateTimeOffset? UnnecessaryAt { get; init; }

    public string? UnnecessaryReason { get; init; }

    /// <summary>Set when changed facts took the ground away; the record stays.</summary>
    public DateTimeOffset? LapsedAt { get; init; }

    /// <summary>The event that ended it with all the others, by its term, and who; null where facts took its ground away.</summary>
    public string? LapsedBy { get; init; }

    public string? LapsedByInEnglish { get; init; }

    public bool IsOpen => MetAt is null && UnnecessaryAt is null && LapsedAt is null;
}

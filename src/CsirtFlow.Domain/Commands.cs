using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>A wish of a person, decided by the policy: from the state and the circumstances to events, or a refusal that names the rules.</summary>
public interface ICommand<in TState, out TEvent>
{
    /// <returns>What happened; empty when the same has been said before.</returns>
    /// <exception cref="PolicyViolationException">The policy refuses.</exception>
    TEvent[] Decide(TState state, Circumstances c);
}

/// <summary>What stands around a command: who, when, from where, and under which organisation.</summary>
/// <param name="Origin">Provenance that every resulting event carries.</param>
/// <param name="Organisation">The organisation as it stands at that moment.</param>
public sealed record Circumstances(Provenance Origin, Organisation Organisation)
{
    public Actor By => Origin.By;

    public DateTimeOffset Now => Origin.RecordedAt;

    /// <summary>閲覧の制限 of the matter (34-2-3): who alone may see it; empty where it is not restricted.</summary>
    public ImmutableArray<string> RestrictedTo { get; init; } = [];

    /// <summary>The reports that the decision rests on (<see cref="IRestsOnReports{TState}"/>), as they stand.</summary>
    public ImmutableArray<Report> Reports { get; init; } = [];
}

/// <summary>The offices that may give a command. Checked in one place, <see cref="Acting"/>; screens use it to show only what can be done.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ByAttribute(params Office[] offices) : Attribute
{
    public IReadOnlyList<Office> Offices { get; } = offices;

    /// <summary>Who is told in place of the office, because nobody holds it there or whoever does is away, may give the command too (8.5): a limit of law waits for nobody.</summary>
    public bool InPlace { get; init; }

    /// <summary>本人の確認 (35-4): it cannot be taken back, so whoever gives it has shown a moment ago who they are; an open session is not enough.</summary>
    public bool Proved { get; init; }

    /// <summary>Whom a restriction keeps out may give it too (緊急閲覧).</summary>
    public bool KeptOut { get; init; }
}

/// <summary>An event in another stream that follows from a decision and is stored in the same transaction.</summary>
/// <param name="Number">受付番号 of the incident.</param>
/// <param name="Opens">True when the incident begins with it.</param>
public sealed record Consequence(string Number, IncidentEvent Event, bool Opens)
{
    /// <exception cref="PolicyViolationException">What follows does not fit the incident.</exception>
    public void CheckAgainst(Incident incident)
    {
        PolicyViolationException.ThrowIf(Event is FilingRecorded f && f.Serves.Any(key => incident.Duties.Of(key) is null), Rules.DutyKnown);
        if (Event is IncidentRevoked) RevokeIncident.CheckAgainst(incident);
        if (Event is PublicationRecorded published) RecordPublication.CheckAgainst(incident, published);
    }

    /// <summary>関連付け does not change the other incident, so it may be closed.</summary>
    public bool OnlyLinks => Event is IncidentLinked or IncidentUnlinked;
}

/// <summary>A command that may come with 証拠ファイル. The service describes the bytes that it keeps; nobody else can.</summary>
public interface ITakesFiles<in TState, out TEvent> : ICommand<TState, TEvent>
{
    ICommand<TState, TEvent> With(ImmutableArray<EvidenceFile> files);
}

/// <summary>A command whose decision rests on reports as well (終結). Whoever asks for the decision reads them, and stores it only while they stand as they were read.</summary>
public interface IRestsOnReports<in TState>
{
    /// <summary>受付番号 of the reports.</summary>
    IEnumerable<string> RestsOn(TState state);
}

/// <summary>A command whose decision also reaches an incident (評価 opens one, 統合 joins one).</summary>
public interface IReachesIncident<in TState>
{
    IEnumerable<Consequence> Consequences(TState state, Circumstances c);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CsirtFlow.Domain.Tests;

/// <summary>Given events, when a wish, then events, nothing, or named rules.</summary>
public static class Story
{
    public static Story<Report, ReportEvent> Given(params ReportEvent[] events) => new(events, e => Report.Key(Number), Report.Evolve, Scope.Of, DutyTable.Standing);

    public static Story<Incident, IncidentEvent> Given(params IncidentEvent[] events) => new(events, e => Incident.Key(Number), Incident.Evolve, Scope.Of, DutyTable.Standing);

    public static Story<CaseDocument, DocumentEvent> Given(params DocumentEvent[] events) => new(events, e => CaseDocument.Key(Number, "ppc-preliminary", 1), CaseDocument.Evolve, Scope.Of, (_, _, _) => []);

    public static Story<PersonList, PersonListEvent> Given(params PersonListEvent[] events) => new(events, e => PersonList.Key(Number, 1), PersonList.Evolve, _ => Scope.Section(null), (_, _, _) => []);

    public static Story<RetentionHistory, RetentionEvent> Given(params RetentionEvent[] events) => new(events, e => RetentionHistory.Key(Number), RetentionHistory.Evolve, _ => Scope.Section(null), (_, _, _) => []);

    public static Story<IncomingMail, MailEvent> Given(params MailEvent[] events) => new(events, e => IncomingMail.Key(new string('a', 64)), IncomingMail.Evolve, _ => Scope.Section(null), (_, _, _) => []);

    public static Story<FormHistory, FormEvent> Given(params FormEvent[] events) => new(events, e => FormHistory.FormKey("ppc-preliminary"), FormHistory.Evolve, _ => Scope.Section(null), (_, _, _) => []);

    /// <summary>Events compared by what is stored of them: lists in records have no equality of their own.</summary>
    public static IEnumerable<string> Written(IEnumerable<object> events) => events.Select(e => $"{e.GetType().Name} {JsonSerializer.Serialize(e, e.GetType(), Json)}");

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };
}

/// <summary>One stream as it is told; every <see cref="When"/> goes on where the last one ended.</summary>
public sealed class Story<TState, TEvent>(TEvent[] given, Func<TEvent, string> key, Func<TState?, string, TEvent, TState> evolve, Func<TState, Scope> scope,
    Func<TState, PolicySettings, DateTimeOffset, ImmutableArray<DutyStanding>> standing) where TState : class where TEvent : CaseEvent
{
    private readonly List<TEvent> told = [.. given];
    private TEvent[] answer = [];
    private Consequence[] consequences = [];
    private ImmutableArray<PolicyRule> refusal = [];
    private Organisation organisation = Demo.Organisation;
    private ImmutableArray<Report> reports = [];
    private ImmutableArray<string> restrictedTo = [];
    private Incident? reached;
    private DateTimeOffset now = given.Max(e => e.Origin.RecordedAt);

    public IReadOnlyList<TEvent> Events => told;

    public TState State => told.Aggregate((TState?)null, (state, e) => evolve(state, key(e), e))!;

    public Story<TState, TEvent> In(Organisation other) => Go(() => organisation = other);

    public Story<TState, TEvent> At(DateTimeOffset at) => Go(() => now = at);

    /// <summary>With these reports, as whoever asks for the decision would read them.</summary>
    public Story<TState, TEvent> With(params Report[] read) => Go(() => reports = [.. read]);

    /// <summary>What follows reaches an incident to which this has happened.</summary>
    public Story<TState, TEvent> Reaching(params IncidentEvent[] events) => Go(() => reached = Story.Given(events).State);

    /// <summary>Under a restriction of the incident that the report belongs to.</summary>
    public Story<TState, TEvent> RestrictedTo(params Person[] named) => Go(() => restrictedTo = [.. named.Select(p => p.Id)]);

    /// <summary>Somebody wishes; the office is found as the API finds it.</summary>
    public Story<TState, TEvent> When(ICommand<TState, TEvent> wish, Person by)
    {
        Assert.True(refusal.IsEmpty, $"Refused before: {string.Join(" ", refusal.Select(r => r.Code))}");
        (answer, consequences) = ([], []);
        try
        {
            var actor = Acting.As(organisation, by.Id, Acting.Offices(wish.GetType()), scope(State), now) ?? throw new PolicyViolationException(Rules.OfficeMayNot);
            var c = new Circumstances(new(actor, "test", now, now), organisation) { Reports = reports, RestrictedTo = restrictedTo };
            answer = wish.Decide(State, c);
            consequences = wish is IReachesIncident<TState> further ? [.. further.Consequences(State, c)] : [];
            if (reached is { } incident) Array.ForEach(consequences, further => further.CheckAgainst(incident));
            told.AddRange(answer);
        }
        catch (PolicyViolationException e)
        {
            refusal = e.Rules;
        }
        return this;
    }

    /// <summary>Something the service does by itself, such as 自動通知.</summary>
    public Story<TState, TEvent> WhenThe(Func<TState, PolicySettings, Provenance, TEvent[]> clock)
    {
        answer = clock(State, organisation.Settings, new(Actor.Service, "clock", now, now));
        told.AddRange(answer);
        return this;
    }

    public Story<TState, TEvent> Then(params TEvent[] expected) => Go(() => Assert.Equal(Written(expected), Written(Allowed)));

    public Story<TState, TEvent> Then<T>() where T : TEvent => Go(() => Assert.IsType<T>(Assert.Single(Allowed)));

    public Story<TState, TEvent> ThenNothing() => Go(() => Assert.Empty(Allowed));

    public Story<TState, TEvent> ThenReaches(params Consequence[] expected) => Go(() => Assert.Equal(Written(expected.Select(c => c.Event)).Zip(expected, (e, c) => (c.Number, c.Opens, e)),
        Written(consequences.Select(c => c.Event)).Zip(consequences, (e, c) => (c.Number, c.Opens, e))));

    public void ThenRefused(params PolicyRule[] rules) => Assert.Equal(rules, refusal.AsEnumerable());

    /// <summary>Refused by rules whose sentence depends on the state.</summary>
    public void ThenRefused(params string[] codes) => Assert.Equal(codes, refusal.Select(r => r.Code));

    public Story<TState, TEvent> ThenOpen(params string[] duties) => Stand(Standing.Open, duties);

    public Story<TState, TEvent> ThenOverdue(params string[] duties) => Stand(Standing.Overdue, duties);

    public Story<TState, TEvent> ThenMet(params string[] duties) => Stand(Standing.Met, duties);

    public Story<TState, TEvent> ThenUnnecessary(params string[] duties) => Stand(Standing.Unnecessary, duties);

    public Story<TState, TEvent> ThenLapsed(params string[] duties) => Stand(Standing.Lapsed, duties);

    public Story<TState, TEvent> ThenNotOwed(params string[] duties) => Go(() => Assert.DoesNotContain(Duties, d => duties.Contains(d.Key)));

    public DutyStanding Duty(string duty) => Assert.Single(Duties, d => d.Key == duty);

    public ImmutableArray<DutyStanding> Duties => standing(State, organisation.Settings, now);

    private TEvent[] Allowed => refusal.IsEmpty ? answer : throw new PolicyViolationException(refusal);

    private Story<TState, TEvent> Stand(Standing expected, string[] duties) =>
        Go(() => Assert.Equal(duties.Select(d => (d, expected)), Allowed is null ? [] : duties.Select(d => (d, Duties.FirstOrDefault(x => x.Key == d)?.Standing ?? (Standing)(-1)))));

    private Story<TState, TEvent> Go(Action step)
    {
        step();
        return this;
    }
}

using System.Collections.Immutable;
using CsirtFlow.Api.Duties;
using CsirtFlow.Api.Evidence;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Mail;
using CsirtFlow.Domain;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace CsirtFlow.Api.Notices;

/// <summary>Reads the events in their order and turns them into notices and alarms. Its progress commits with what it writes, so that no event is told twice or never.</summary>
public sealed class NoticeSubscription : BatchSubscription
{
    /// <summary>Enough to share the cost of the message, few enough that several are sent side by side.</summary>
    private const int CasesAMessage = 4;

    /// <summary>受信メール in 要確認 within an hour that are told one by one.</summary>
    private const int MailsToldOneByOne = 5;

    private readonly ClamdScanner scanner;
    private readonly TimeProvider clock;

    public NoticeSubscription(ClamdScanner scanner, TimeProvider clock) : base("Notices")
    {
        (this.scanner, this.clock) = (scanner, clock);
        foreach (var type in Platform.EventStore.EventTypes.Where(t => t.IsSubclassOf(typeof(CaseEvent)))) IncludeType(type);
    }

    public override async Task ProcessEventsAsync(EventRange page, ISubscriptionController controller, IDocumentOperations operations, IMessageBus bus, CancellationToken cancellationToken)
    {
        foreach (var tenant in page.Events.Where(e => e.Data is CaseEvent).GroupBy(e => e.TenantId, StringComparer.Ordinal))
            await Tell(tenant.Key, [.. tenant], operations.ForTenant(tenant.Key), bus, cancellationToken);
    }

    private async Task Tell(string tenant, IReadOnlyList<IEvent> events, IDocumentOperations operations, IMessageBus bus, CancellationToken cancellation)
    {
        var organisation = (await operations.LoadAsync<OrganisationState>(OrganisationState.Key, cancellation))?.Organisation ?? throw new UnknownOrganisationException(tenant);
        var (now, delivery) = (clock.GetUtcNow(), new DeliveryOptions { TenantId = tenant });
        var states = new Dictionary<string, object?>(StringComparer.Ordinal);
        var restrictions = await Restrictions.Now(operations, events.Select(e => e.StreamKey!), cancellation);
        var notices = new List<PlannedNotice>();

        foreach (var e in events)
        {
            var key = e.StreamKey!;
            if (!states.TryGetValue(key, out var before)) before = await Before(operations, e, cancellation);

            (states[key], var number, var queued) = e.Data switch
            {
                ReportEvent f when Report.Evolve((Report?)before, key, f) is var after => ((object)after, after.Number, Notifying.Of(f, (Report?)before, after, restrictions.Of(key), organisation, now)),
                IncidentEvent f when Incident.Evolve((Incident?)before, key, f) is var after => (after, after.Number, Notifying.Of(f, (Incident?)before, after with { RestrictedTo = restrictions.Of(key) }, organisation, now)),
                DocumentEvent f => await OfDocument(operations, f, (CaseDocument?)before, key, organisation, now, cancellation),
                PersonListEvent f => await OfList(operations, f, (PersonList?)before, key, organisation, now, cancellation),
                RetentionEvent f => await OfRetention(operations, f, (RetentionHistory?)before, key, organisation, now, cancellation),
                MailEvent f when IncomingMail.Evolve((IncomingMail?)before, key, f) is var after => (after, after.Id, Notifying.Of(f, after, organisation, now)),
                FormEvent f when FormHistory.Evolve((FormHistory?)before, key, f) is var after => (after, after.Id, Notifying.Of(f, (FormHistory?)before, after, organisation, now)),
                RecordEvent f => (RecordHistory.Evolve((RecordHistory?)before, key, f), key, RecordAlarm.Of(f, organisation, now)),
                _ => throw new InvalidOperationException($"{e.EventTypeName} belongs to no case."),
            };

            foreach (var message in MailMessages.After(key, e.Data)) await bus.PublishAsync(message, delivery);
            if (scanner.IsConfigured)
                foreach (var message in ScanEvidence.After(key, e.Data)) await bus.PublishAsync(message, delivery);
            var many = e.Data is MailReceived { Emergency: false } && !queued.IsEmpty && await ManyMailsWait(operations, now, cancellation);
            notices.AddRange(queued.Select(n => many ? new PlannedNotice(NoticeIds.ForMails(now, n.PersonId), n with { Case = IncomingMail.NoNumber, Number = IncomingMail.NoNumber }) : new PlannedNotice(NoticeIds.ForEvent(number, e, n.PersonId), n)));
        }

        // One message for many notices: a durable message for each costs more than the notice (docs/decisions/0004). Those of one case stay together, because they share a stream.
        foreach (var cases in notices.DistinctBy(n => n.Id).GroupBy(n => n.Stream, StringComparer.Ordinal).Chunk(CasesAMessage)) await bus.PublishAsync(new TellPeople([.. cases.SelectMany(c => c)]), delivery);

        foreach (var state in states.Values) await SetAlarm(state, organisation, now, tenant, operations, bus, cancellation);
    }

    // Anybody can fill the tray; nobody shall be able to fill the mailbox of the contact point with it.
    private static async Task<bool> ManyMailsWait(IDocumentOperations operations, DateTimeOffset now, CancellationToken cancellation)
    {
        var since = now.AddHours(-1);
        return await operations.Query<IncomingMail>().CountAsync(m => m.Standing == MailStanding.Held && m.ReceivedAt > since, cancellation) > MailsToldOneByOne;
    }

    private static async Task<(object After, string Number, ImmutableArray<NoticeQueued> Queued)> OfDocument(IDocumentOperations operations, DocumentEvent e, CaseDocument? before, string key, Organisation organisation, DateTimeOffset now, CancellationToken cancellation)
    {
        var after = CaseDocument.Evolve(before, key, e);
        return (after, after.Number, Notifying.Of(e, after, await IncidentOf(operations, key, after.Number, cancellation), organisation, now));
    }

    private static async Task<(object After, string Number, ImmutableArray<NoticeQueued> Queued)> OfList(IDocumentOperations operations, PersonListEvent e, PersonList? before, string key, Organisation organisation, DateTimeOffset now, CancellationToken cancellation)
    {
        var after = PersonList.Evolve(before, key, e);
        return (after, after.Number, Notifying.Of(e, before, after, await IncidentOf(operations, key, after.Number, cancellation), organisation, now));
    }

    private static async Task<(object After, string Number, ImmutableArray<NoticeQueued> Queued)> OfRetention(IDocumentOperations operations, RetentionEvent e, RetentionHistory? before, string key, Organisation organisation, DateTimeOffset now, CancellationToken cancellation)
    {
        var after = RetentionHistory.Evolve(before, key, e);
        return (after, after.Number, DisposalNotices.Of(e, before, after, await operations.LoadAsync<Incident>(Incident.Key(after.Number), cancellation), organisation, now));
    }

    private static async Task<Incident> IncidentOf(IDocumentOperations operations, string key, string number, CancellationToken cancellation) =>
        await operations.LoadAsync<Incident>(Incident.Key(number), cancellation) ?? throw new InvalidOperationException($"{key} belongs to no incident.");

    private static async Task<object?> Before(IDocumentOperations operations, IEvent e, CancellationToken cancellation)
    {
        if (e.Version == 1) return null;

        return e.Data switch
        {
            ReportEvent => await operations.Events.AggregateStreamAsync<Report>(e.StreamKey!, e.Version - 1, token: cancellation),
            DocumentEvent => await operations.Events.AggregateStreamAsync<CaseDocument>(e.StreamKey!, e.Version - 1, token: cancellation),
            PersonListEvent => await operations.Events.AggregateStreamAsync<PersonList>(e.StreamKey!, e.Version - 1, token: cancellation),
            RetentionEvent => await operations.Events.AggregateStreamAsync<RetentionHistory>(e.StreamKey!, e.Version - 1, token: cancellation),
            MailEvent => await operations.Events.AggregateStreamAsync<IncomingMail>(e.StreamKey!, e.Version - 1, token: cancellation),
            RecordEvent => null,
            FormEvent => await operations.Events.AggregateStreamAsync<FormHistory>(e.StreamKey!, e.Version - 1, token: cancellation),
            _ => await operations.Events.AggregateStreamAsync<Incident>(e.StreamKey!, e.Version - 1, token: cancellation),
        };
    }

    private static async Task SetAlarm(object? state, Organisation organisation, DateTimeOffset now, string tenant, IDocumentOperations operations, IMessageBus bus, CancellationToken cancellation)
    {
        var matter = state switch
        {
            Report r => Matter.Of(r, organisation.Settings, now),
            Incident i => Matter.Of(i, organisation.Settings, now),
            _ => null,
        };
        if (matter is null) return;

        var alarm = await operations.LoadAsync<DutyAlarm>(matter.Key, cancellation);
        // An alarm whose moment has passed has not rung yet: what it was set for is told now, not when the next one rings.
        var late = alarm is not null && alarm.RingsAt <= now;
        if ((late ? now : DutyAlarm.Next(matter.Duties, matter.Deadlines, organisation.Settings, now)) is not { } next) return;
        if (alarm is not null && !late && alarm.RingsAt <= next) return;

        operations.Store(new DutyAlarm(matter.Key, next));
        await bus.PublishAsync(new WatchDuties(matter.Key, next), new DeliveryOptions { TenantId = tenant, ScheduledTime = late ? null : next });
    }
}

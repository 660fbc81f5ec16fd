using System.Collections.Immutable;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using Marten;
using Wolverine;

namespace CsirtFlow.Api.Duties;

/// <summary>The alarm rings: reminds, tells what is overdue, passes a report up that the manager has not, and sets the next alarm.</summary>
public static class WatchDutiesHandler
{
    public static async Task<OutgoingMessages> Handle(WatchDuties message, IDocumentSession session, NoticeList list, SecondChannel channel, OrganisationDirectory directory, TimeProvider clock, CancellationToken cancellation)
    {
        var alarm = await session.LoadAsync<DutyAlarm>(message.Case, cancellation);
        if (alarm is null || alarm.RingsAt != message.RingsAt) return [];

        var now = clock.GetUtcNow();
        var organisation = await directory.Get(session.TenantId, cancellation);
        return message.Case.StartsWith("report/", StringComparison.Ordinal)
            ? await Watch(await Report(session, message.Case, organisation, now, cancellation), alarm, session, list, channel, organisation, now, cancellation)
            : await Watch(await session.LoadAsync<Incident>(message.Case, cancellation) is { } i ? Matter.Of(i, organisation.Settings, now) : null, alarm, session, list, channel, organisation, now, cancellation);
    }

    // The restriction is that of the incident which the report opened or joined.
    private static async Task<Matter?> Report(IDocumentSession session, string key, Organisation organisation, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await session.LoadAsync<Report>(key, cancellation) is not { } report) return null;

        var restrictedTo = (await Restrictions.Now(session, [key], cancellation)).Of(key);
        var origin = new Provenance(Actor.Service, "clock", now, now);
        var passedUp = PassReportUp.Automatically(report, organisation.Settings, origin);
        if (passedUp.Length == 0) return Matter.Of(report, organisation.Settings, now) with { RestrictedTo = restrictedTo };

        session.Events.Append(key, report.Version + passedUp.Length, passedUp.Cast<object>().ToArray());
        return Matter.Of(passedUp.Aggregate(report, (r, e) => Domain.Report.Evolve(r, key, e)), organisation.Settings, now) with { RestrictedTo = restrictedTo };
    }

    // Those that were not made when the alarm rang before.
    private static async Task<ImmutableArray<PlannedNotice>> Fresh(IReadOnlyCollection<PlannedNotice> due, IDocumentSession session, NoticeList list, CancellationToken cancellation)
    {
        var versions = await list.Versions(session.TenantId, due.Select(n => n.Stream), cancellation);
        var made = await list.Of(session.TenantId, [.. due.Select(n => n.Id)], cancellation);
        var fresh = due.DistinctBy(n => n.Id).ExceptBy(made.Select(n => n.Id), n => n.Id).ToImmutableArray();
        NoticeStreams.Append(session, versions, fresh.Select(n => (n.Stream, (NoticeEvent)n.Event)));
        return fresh;
    }

    private static async Task<OutgoingMessages> Watch(Matter? matter, DutyAlarm alarm, IDocumentSession session, NoticeList list, SecondChannel channel, Organisation organisation, DateTimeOffset now, CancellationToken cancellation)
    {
        var outgoing = new OutgoingMessages();
        if (matter is null) return outgoing;

        var due = new List<PlannedNotice>();
        foreach (var duty in matter.Duties.Where(d => d.IsOpen))
        {
            var reminder = DutyAlarm.Reminders(duty, matter.Deadlines, organisation.Settings).Count(at => at <= now);
            var reason = duty.Due <= now ? NoticeReason.Overdue : reminder > 0 ? NoticeReason.DueSoon : (NoticeReason?)null;
            if (reason is null) continue;

            due.AddRange(Notifying.Reminder(duty, reason.Value, matter.Key, matter.Number, matter.Scope, matter.Impact, organisation, now, matter.RestrictedTo)
                .Select(n => new PlannedNotice(NoticeIds.ForReminder(matter.Number, duty, reason.Value, reminder, n.PersonId), n)));
        }
        if (due.Count > 0 && await Fresh(due, session, list, cancellation) is { Length: > 0 } fresh)
        {
            outgoing.Add(new DeliverNotices([.. fresh.Select(n => n.Id)]));
            if (channel.For(fresh) is { } relay) outgoing.Add(relay);
        }

        if (DutyAlarm.Next(matter.Duties, matter.Deadlines, organisation.Settings, now) is { } next)
        {
            session.Store(alarm with { RingsAt = next });
            outgoing.Schedule(new WatchDuties(matter.Key, next), next);
        }
        else session.Delete(alarm);
        return outgoing;
    }
}

/// <summary>A report or an incident, as far as its clocks are concerned.</summary>
public sealed record Matter(string Key, string Number, Scope Scope, EmergencyImpact Impact, ImmutableArray<DutyStanding> Duties, IReadOnlyList<StatutoryDeadline> Deadlines, ImmutableArray<string> RestrictedTo)
{
    public static Matter Of(Report r, PolicySettings settings, DateTimeOffset now) =>
        new(r.Id, r.Number, Scope.Of(r), r.Occurrence.EmergencyImpact, DutyTable.Standing(r, settings, now), [], []);

    public static Matter Of(Incident i, PolicySettings settings, DateTimeOffset now) =>
        new(i.Id, i.Number, Scope.Of(i), i.EmergencyImpact, DutyTable.Standing(i, settings, now), PersonalDataLaw.Deadlines(i, settings), i.RestrictedTo);
}

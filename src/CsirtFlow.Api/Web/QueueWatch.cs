using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web;

/// <summary>What stands around the queue, whatever it is narrowed down to.</summary>
/// <param name="Overdue">How many cases are late.</param>
/// <param name="Critical">Open incidents of 重要度1.</param>
/// <param name="Emergencies">Open cases with 119番・指令への影響.</param>
/// <param name="Undelivered">Notices that did not arrive; 0 for whoever does not look after them.</param>
/// <param name="Charges">What the person is in charge of (<see cref="Charge"/>).</param>
public sealed record QueueSurroundings(long Overdue, ImmutableArray<Case> Critical, ImmutableArray<Case> Emergencies, int Undelivered, ImmutableArray<string> Charges);

/// <summary>Counts what must not be overlooked, for one person.</summary>
public sealed class QueueWatch(Sessions sessions, CaseLines lines, OrganisationDirectory directory, CaseReader cases, NoticeDesk notices, NoticeList reminders, TimeProvider clock)
{
    public async Task<QueueSurroundings> Of(Caller caller, CancellationToken cancellation)
    {
        var (now, person) = (clock.GetUtcNow(), caller.PersonId ?? "");
        var organisation = await directory.Get(caller.Tenant, cancellation);
        var overdue = await cases.Find(caller, new("overdue", Size: 1), cancellation);
        var undelivered = await notices.IsAtDesk(caller, cancellation) ? (await notices.List(caller, all: false, cancellation)).Count : 0;

        var audiences = NeedToKnow.AudiencesOf(organisation, person, now);
        await using var session = sessions.Read(caller.Tenant);
        var critical = await lines.Open(caller.Tenant, [.. audiences], Severity.Critical, cancellation);
        var emergencies = await lines.Emergencies(caller.Tenant, [.. audiences], cancellation);
        var rows = (await session.LoadManyAsync<Case>(cancellation, critical.Union(emergencies))).ToDictionary(c => c.Id, c => c.For(audiences));
        // What affects 119 is said once, by that.
        return new(overdue.Total, [.. critical.Except(emergencies).Select(n => rows[n])], [.. emergencies.Select(n => rows[n])], undelivered, Charge.Held(organisation, person, now));
    }

    /// <summary>催促 and 期限超過 that were sent for the cases of a page: the latest of each duty, by 受付番号 and key of the duty.</summary>
    public async Task<IReadOnlyDictionary<(string Number, string Duty), DateTimeOffset>> Reminded(Caller caller, IEnumerable<string> numbers, CancellationToken cancellation) =>
        (await reminders.Reminders(caller.Tenant, [.. numbers], cancellation)).SelectMany(n => n.Duties, (n, duty) => (Of: (n.Number, duty), At: n.AcceptedAt!.Value))
            .GroupBy(r => r.Of, r => r.At).ToDictionary(g => g.Key, g => g.Max());
}

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
/// <param name="Undelivered">Notices that did not arrive; 0 for whoever does not look after them.</param>
/// <param name="Charges">What the person is in charge of (<see cref="Charge"/>).</param>
public sealed record QueueSurroundings(long Overdue, ImmutableArray<Case> Critical, int Undelivered, ImmutableArray<string> Charges);

/// <summary>Counts what must not be overlooked, for one person.</summary>
public sealed class QueueWatch(Sessions sessions, CaseLines lines, OrganisationDirectory directory, CaseReader cases, NoticeDesk notices, TimeProvider clock)
{
    public async Task<QueueSurroundings> Of(Caller caller, CancellationToken cancellation)
    {
        var (now, person) = (clock.GetUtcNow(), caller.PersonId ?? "");
        var organisation = await directory.Get(caller.Tenant, cancellation);
        var overdue = await cases.Find(caller, new("overdue", Size: 1), cancellation);
        var undelivered = await notices.IsAtDesk(caller, cancellation) ? (await notices.List(caller, all: false, cancellation)).Count : 0;

        var audiences = NeedToKnow.AudiencesOf(organisation, person, now);
        await using var session = sessions.Read(caller.Tenant);
        var critical = await session.LoadManyAsync<Case>(cancellation, await lines.Open(caller.Tenant, [.. audiences], Severity.Critical, cancellation));
        return new(overdue.Total, [.. critical.OrderBy(c => c.NextDue).Select(c => c.For(audiences))], undelivered, Charge.Held(organisation, person, now));
    }
}

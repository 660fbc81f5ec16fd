using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using JasperFx;
using Marten;
using Wolverine;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.Durability;
using Wolverine.Persistence.Durability.DeadLetterManagement;
using Wolverine.Runtime;

namespace CsirtFlow.Api.Notices;

/// <summary>The command that asks for a fresh attempt; it carries nothing.</summary>
public sealed record ResendNotice;

/// <summary>The person was told by telephone, or has read it: the notice is received.</summary>
public sealed record AcknowledgeNotice;

/// <summary>A message that could not be handled, for a person to look at.</summary>
public sealed record DeadLetter(Guid Id, string MessageType, string Exception, DateTimeOffset SentAt);

/// <summary>通知の到達: who was told, what failed, and what a person does about it.</summary>
public static class NoticeEndpoints
{
    /// <summary>Those who run the desk see every notice, and send again.</summary>
    internal static readonly Office[] Desk = [Office.ContactPoint, Office.CsirtLead, Office.CsirtMember, Office.SupervisingOfficer];

    private static readonly Office[] DeskAndAuditor = [.. Desk, Office.Auditor];

    /// <summary>GET /api/notices — those not delivered; with ?all=true every one, newest first, up to 200.</summary>
    [WolverineGet("/api/notices")]
    public static async Task<IReadOnlyList<Notice>> Undelivered(NoticeDesk desk, HttpContext http) =>
        await desk.List(await desk.Require(http, DeskAndAuditor), http.Request.Query["all"] == "true", http.RequestAborted);

    [WolverinePost("/api/notices/resend")]
    public static async Task<IResult> Resend(ResendNotice command, NoticeDesk desk, HttpContext http)
    {
        await desk.Resend(await desk.Require(http, Desk), Id(http), http.RequestAborted);
        return Results.NoContent();
    }

    [WolverinePost("/api/notices/acknowledgement")]
    public static async Task<IResult> Acknowledge(AcknowledgeNotice command, NoticeDesk desk, HttpContext http)
    {
        await desk.Acknowledge(Caller.Of(http, "api"), Id(http), http.RequestAborted);
        return Results.NoContent();
    }

    [WolverineGet("/api/dead-letters")]
    public static async Task<ImmutableArray<DeadLetter>> DeadLetters(NoticeDesk desk, IMessageStore store, HttpContext http)
    {
        var caller = await desk.Require(http, DeskAndAuditor);
        return [.. (await OfTenant(caller, new() { PageSize = 100 }, store, http.RequestAborted)).Select(e => new DeadLetter(e.Id, e.MessageType, $"{e.ExceptionType}: {e.ExceptionMessage}", e.SentAt))];
    }

    [WolverinePost("/api/dead-letters/replay")]
    public static async Task<IResult> Replay(ReplayDeadLetters command, NoticeDesk desk, IMessageStore store, HttpContext http)
    {
        var caller = await desk.Require(http, Desk);
        // A query without ids would mean all of them, of every organisation.
        Guid[] wanted = command.Ids.IsDefaultOrEmpty ? throw new BadRequestException("やり直すメッセージの ids を1つ以上付けてください。", "Give at least one of ids.") : [.. command.Ids];
        Guid[] own = [.. (await OfTenant(caller, new() { MessageIds = wanted, PageSize = wanted.Length }, store, http.RequestAborted)).Select(e => e.Id)];
        if (own.Length < wanted.Distinct().Count()) throw new NotFoundException("そのメッセージ", "message");

        await store.DeadLetters.ReplayAsync(new() { MessageIds = own }, http.RequestAborted);
        return Results.NoContent();
    }

    // The store knows no tenants when they share a database; the envelope does.
    private static async Task<IEnumerable<DeadLetterEnvelope>> OfTenant(Caller caller, DeadLetterEnvelopeQuery query, IMessageStore store, CancellationToken cancellation) =>
        (await store.DeadLetters.QueryAsync(query, cancellation)).Envelopes.Where(e => e.Envelope.TenantId == caller.Tenant);

    // Keys of notices hold slashes, so they come in the query.
    private static string Id(HttpContext http) => KeepableText.Of(http.Request.Query["id"]) is { Length: > 0 and <= 300 } id ? id : throw new BadRequestException("通知の id を付けてください。", "Give the id of the notice.");
}

/// <param name="Ids">Ids as the list gives them.</param>
public sealed record ReplayDeadLetters(ImmutableArray<Guid> Ids);

/// <summary>What people do with notices.</summary>
public sealed class NoticeDesk(Sessions sessions, NoticeList list, OrganisationDirectory directory, CaseReader cases, IWolverineRuntime messages, TimeProvider clock)
{
    private const int Tries = 5;

    /// <exception cref="PolicyViolationException">The caller holds none of the offices.</exception>
    public async Task<Caller> Require(HttpContext http, IReadOnlyList<Office> offices)
    {
        var caller = Caller.Of(http, "api");
        var organisation = await directory.Get(caller.Tenant, http.RequestAborted);
        PolicyViolationException.ThrowIf(Acting.As(organisation, caller.PersonId ?? "", offices, Scope.Section(null), clock.GetUtcNow()) is null, Rules.OfficeMayNot);
        return caller;
    }

    /// <summary>Whether the caller is one of those who look after notices.</summary>
    public async Task<bool> IsAtDesk(Caller caller, CancellationToken cancellation) =>
        Acting.As(await directory.Get(caller.Tenant, cancellation), caller.PersonId ?? "", NoticeEndpoints.Desk, Scope.Section(null), clock.GetUtcNow()) is not null;

    /// <summary>The caller's own notices, newest first, up to 100.</summary>
    public async Task<IReadOnlyList<Notice>> Mine(Caller caller, CancellationToken cancellation)
    {
        var notices = await list.OfPerson(caller.Tenant, caller.PersonId ?? "", 100, cancellation);
        var visible = await cases.Visible(caller, notices.Select(n => n.Case), cancellation);
        return [.. notices.Where(n => visible.Contains(n.Case))];
    }

    public async Task<IReadOnlyList<Notice>> List(Caller caller, bool all, CancellationToken cancellation)
    {
        var notices = all ? await list.Newest(caller.Tenant, 200, cancellation) : await list.Pending(caller.Tenant, clock.GetUtcNow() - TimeSpan.FromMinutes(10), 200, cancellation);
        // A notice betrays its case: whoever may not see the one does not see the other.
        var visible = await cases.Visible(caller, notices.Select(n => n.Case), cancellation);
        return [.. notices.Where(n => visible.Contains(n.Case))];
    }

    public async Task Resend(Caller caller, string id, CancellationToken cancellation)
    {
        await Happen(caller, [id], async (notice, session) =>
        {
            if (!await MaySee(caller, notice, cancellation)) throw new NotFoundException("その通知", "notice");
            if (notice.Delivery is Delivery.Accepted) return null;

            // The message leaves with the event, or neither does.
            await new MartenOutbox(messages, session).PublishAsync(new DeliverNotices([id]), new DeliveryOptions { TenantId = caller.Tenant });
            return new NoticeResendOrdered(caller.PersonId!, clock.GetUtcNow());
        }, cancellation);
    }

    /// <summary>By the recipient, or by the desk for a recipient who was reached by telephone.</summary>
    public async Task Acknowledge(Caller caller, string id, CancellationToken cancellation)
    {
        var organisation = await directory.Get(caller.Tenant, cancellation);
        var atTheDesk = Acting.As(organisation, caller.PersonId ?? "", [Office.ContactPoint, Office.CsirtLead, Office.CsirtMember], Scope.Section(null), clock.GetUtcNow()) is not null;
        await Happen(caller, [id], async (notice, _) =>
        {
            if (notice.PersonId != caller.PersonId && !(atTheDesk && await MaySee(caller, notice, cancellation))) throw new NotFoundException("その通知", "notice");
            return notice.AcknowledgedAt is null ? new NoticeAcknowledged(caller.PersonId!, clock.GetUtcNow()) : null;
        }, cancellation);
    }

    private async Task<bool> MaySee(Caller caller, Notice notice, CancellationToken cancellation) => (await cases.Visible(caller, [notice.Case], cancellation)).Contains(notice.Case);

    /// <summary>開封: the recipient looks at the case that the notice is about.</summary>
    public async Task Open(Caller caller, string number, CancellationToken cancellation)
    {
        if (caller.PersonId is not { } person) return;

        string[] unopened = [.. (await list.OfNumber(caller.Tenant, number, cancellation)).Where(n => n.PersonId == person && n.OpenedAt is null).Select(n => n.Id)];
        if (unopened.Length > 0) await Happen(caller, unopened, (notice, _) => Task.FromResult<NoticeEvent?>(notice.OpenedAt is null ? new NoticeOpened(person, clock.GetUtcNow()) : null), cancellation);
    }

    /// <summary>Decides on each notice as it is now what happens to it, and stores that; anew when somebody else has written meanwhile.</summary>
    /// <exception cref="NotFoundException">There is no such notice.</exception>
    private async Task Happen(Caller caller, string[] ids, Func<Notice, IDocumentSession, Task<NoticeEvent?>> decide, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var streams = (await list.Of(caller.Tenant, ids, cancellation)).Select(n => n.Stream);
            var versions = await list.Versions(caller.Tenant, streams, cancellation);
            var notices = await list.Of(caller.Tenant, ids, cancellation);
            if (notices.Count < ids.Length) throw new NotFoundException("その通知", "notice");

            await using var session = sessions.Open(caller);
            var happened = new List<(string, NoticeEvent)>();
            foreach (var notice in notices)
                if (await decide(notice, session) is { } e) happened.Add((notice.Stream, e with { Notice = notice.Id }));
            if (happened.Count == 0) return;

            NoticeStreams.Append(session, versions, happened);
            try
            {
                await session.SaveChangesAsync(cancellation);
                return;
            }
            catch (ConcurrencyException) when (attempt < Tries)
            {
                // Decided again on what is there now.
            }
        }
    }
}

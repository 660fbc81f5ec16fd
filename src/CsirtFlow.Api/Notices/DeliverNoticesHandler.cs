using System.Collections.Immutable;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace CsirtFlow.Api.Notices;

/// <summary>Message: these notices exist; hand them to the mail server.</summary>
/// <param name="Notices">Ids.</param>
public sealed record DeliverNotices(ImmutableArray<string> Notices);

/// <summary>Message: these people are to be told. Leaves the subscription in the transaction that moves its progress.</summary>
public sealed record TellPeople(ImmutableArray<PlannedNotice> Notices);

/// <summary>A notice that has not been recorded yet, under the id that its cause gives it.</summary>
public sealed record PlannedNotice(string Id, NoticeQueued Notice)
{
    public string Stream => Domain.Notice.Key(Notice.Number);

    public NoticeQueued Event => Notice with { Notice = Id };
}

public static class DeliverNoticesHandler
{
    public static async Task<OutgoingMessages> Handle(DeliverNotices message, Envelope envelope, NoticeList list, NoticeSender sender, CancellationToken cancellation) =>
        await sender.Send(await list.Of(envelope.TenantId!, [.. message.Notices], cancellation), Caller.Clock(envelope.TenantId!), cancellation);
}

public static class TellPeopleHandler
{
    public static async Task<OutgoingMessages> Handle(TellPeople message, Envelope envelope, Sessions sessions, NoticeList list, NoticeSender sender, SecondChannel channel, IWolverineRuntime messages, CancellationToken cancellation)
    {
        var caller = Caller.Clock(envelope.TenantId!);
        // The versions first: what is recorded after them makes the saving fail, and the message comes again.
        var versions = await list.Versions(caller.Tenant, message.Notices.Select(n => n.Stream), cancellation);
        // It may also come again after a crash: what is recorded already stays.
        var recorded = versions.Values.All(v => v == 0) ? [] : await list.Of(caller.Tenant, [.. message.Notices.Select(n => n.Id)], cancellation);
        var fresh = message.Notices.ExceptBy(recorded.Select(n => n.Id), n => n.Id).ToList();

        await using var session = sessions.Open(caller);
        NoticeStreams.Append(session, versions, fresh.Select(n => (n.Stream, (NoticeEvent)n.Event)));
        if (channel.For(fresh) is { } relay) await new MartenOutbox(messages, session).PublishAsync(relay, new DeliveryOptions { TenantId = caller.Tenant });
        await session.SaveChangesAsync(cancellation);

        return await sender.Send([.. recorded, .. fresh.Select(n => Notice.Evolve(null, n.Stream, n.Event))], caller, cancellation);
    }
}

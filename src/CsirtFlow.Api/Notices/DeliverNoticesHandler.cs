using System.Collections.Immutable;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine;

namespace CsirtFlow.Api.Notices;

/// <summary>Message: these notices exist; hand them to the mail server.</summary>
/// <param name="Notices">Stream keys.</param>
public sealed record DeliverNotices(ImmutableArray<string> Notices);

/// <summary>Message: these people are to be told. Leaves the subscription in the transaction that moves its progress.</summary>
public sealed record TellPeople(ImmutableArray<PlannedNotice> Notices);

/// <summary>A notice that has not been recorded yet, under the stream key that its cause gives it.</summary>
public sealed record PlannedNotice(string Id, NoticeQueued Notice);

public static class DeliverNoticesHandler
{
    public static Task<OutgoingMessages> Handle(DeliverNotices message, Envelope envelope, NoticeSender sender, CancellationToken cancellation) =>
        sender.Send(message.Notices, Caller.Clock(envelope.TenantId!), cancellation);
}

public static class TellPeopleHandler
{
    public static async Task<OutgoingMessages> Handle(TellPeople message, Envelope envelope, Sessions sessions, NoticeSender sender, CancellationToken cancellation)
    {
        var caller = Caller.Clock(envelope.TenantId!);
        await using var session = sessions.Open(caller);
        // The message may come again after a crash: what is recorded already stays.
        var known = (await session.LoadManyAsync<Notice>(cancellation, message.Notices.Select(n => n.Id))).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var planned in message.Notices.Where(n => !known.Contains(n.Id))) session.Events.StartStream<Notice>(planned.Id, planned.Notice);
        await session.SaveChangesAsync(cancellation);

        return await sender.Send([.. message.Notices.Select(n => n.Id)], caller, cancellation);
    }
}

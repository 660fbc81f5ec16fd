using System.Collections.Immutable;
using System.Text.Json;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace CsirtFlow.Api.Notices;

/// <summary>Keeps one row a notice, in the transaction that stores its events. Written for all notices of a transaction at once: a document for each cost three times as much (docs/decisions/0004).</summary>
/// <remarks>Whoever appends names the version that the stream had (<see cref="NoticeStreams"/>), so that no row is made from one that has changed meanwhile.</remarks>
public sealed class NoticeRows(NoticeList list) : IProjection
{
    private const string Upsert = $"""
        insert into {EventStore.Schema}.notice (tenant_id, id, stream, number, person_id, queued_at, pending, data, mail_hash)
        select ?, n ->> 'id', n ->> 'stream', n ->> 'number', n ->> 'personId', (n ->> 'queuedAt')::timestamptz, (n ->> 'isPending')::boolean, n, encode(sha256(convert_to(? || '/' || (n ->> 'id'), 'UTF8')), 'hex') from jsonb_array_elements(?::jsonb) n
        on conflict (tenant_id, id) do update set pending = excluded.pending, data = excluded.data
        """;

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var happened = events.Where(e => e.Data is NoticeEvent).Select(e => (Stream: e.StreamKey!, Event: (NoticeEvent)e.Data)).ToList();
        if (happened.Count == 0) return;

        string[] earlier = [.. happened.Where(h => h.Event is not NoticeQueued).Select(h => h.Event.Notice ?? h.Stream).Distinct()];
        var before = earlier.Length == 0 ? [] : await list.Of(operations.TenantId, earlier, cancellation);
        var after = happened.Aggregate(before.ToImmutableDictionary(n => n.Id), (known, h) => Notice.After(known, h.Stream, [h.Event]));
        Store(operations, after.Values);
    }

    internal static void Store(IDocumentOperations operations, IEnumerable<Notice> notices) =>
        operations.QueueSqlCommand(Upsert, operations.TenantId, operations.TenantId, JsonSerializer.Serialize(notices, Json.Strict));
}

/// <summary>Appends what happened to notices.</summary>
public static class NoticeStreams
{
    /// <param name="versions">How many events the streams had when their notices were read.</param>
    /// <exception cref="JasperFx.ConcurrencyException">On saving, when somebody else has written meanwhile.</exception>
    public static void Append(IDocumentOperations operations, IReadOnlyDictionary<string, long> versions, IEnumerable<(string Stream, NoticeEvent Event)> happened)
    {
        foreach (var stream in happened.GroupBy(h => h.Stream, h => h.Event, StringComparer.Ordinal))
        {
            object[] events = [.. stream];
            if (versions[stream.Key] is > 0 and var version) operations.Events.Append(stream.Key, version + events.Length, events);
            else operations.Events.StartStream<Notice>(stream.Key, events);
        }
    }
}

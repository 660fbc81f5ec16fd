using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Npgsql;
using NpgsqlTypes;

namespace CsirtFlow.Api.Record;

/// <summary>
/// 連鎖: links the events, in their order in the store, into one chain (docs/decisions/0020). It runs behind the writers, so that these need not wait for each other, and
/// passes a gap in the numbers only when no transaction that may fill it is still under way.
/// </summary>
public sealed class RecordChain(NpgsqlDataSource source, EventSigner signer)
{
    private const int AtOnce = 500;

    // One node at a time.
    private const long Turn = 0x637369727466_01;

    private const string IsWhole = $"select (select coalesce(max(seq_id), 0) from {EventStore.Schema}.mt_events where stream_id <> '{StoredEvent.Placeholders}') = (select coalesce(max(sequence), 0) from {EventStore.Schema}.record_link where position = (select max(position) from {EventStore.Schema}.record_link))";

    // Whoever draws a number locks the sequence first, and until the end of its transaction.
    private const string Drawing = $"select coalesce(array_agg(virtualtransaction), '{{}}') from pg_locks where locktype = 'relation' and relation = '{EventStore.Schema}.mt_events_sequence'::regclass and database = (select oid from pg_database where datname = current_database())";

    private long settled;
    private (long Highest, string[] Under)? gap;

    /// <summary>Links what is new.</summary>
    /// <returns>Whether every event is linked now.</returns>
    public async Task<bool> Extend(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if ((bool)(await Value(connection, IsWhole, cancellation))!) return true;

        while (true)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await Value(connection, $"select pg_advisory_xact_lock({Turn})", cancellation);
            if (gap is { } open && !open.Under.Intersect(await UnderWay(connection, cancellation)).Any()) (settled, gap) = (open.Highest, null);

            var last = await RecordStore.Last(connection, cancellation);
            var (made, read, stopped) = (new List<RecordLink>(), 0, false);
            await foreach (var e in RecordStore.Events(connection, last.Sequence, AtOnce, cancellation))
            {
                read++;
                var before = made is [.., var newest] ? newest : last;
                stopped = e.Sequence != before.Sequence + 1 && e.Sequence > settled;
                if (stopped) break;
                made.Add(before.Next(e.Sequence, e.Id, e.Organisation, e.Stream, e.Hash()));
            }
            if (made is [.., var end]) made[^1] = end with { Signature = signer.Key?.Sign(end.Statement()) };
            // The highest number first: whoever owns a missing one below it had drawn it by then.
            if (stopped) gap ??= ((long)(await Value(connection, $"select max(seq_id) from {EventStore.Schema}.mt_events", cancellation))!, await UnderWay(connection, cancellation));
            if (made.Count > 0) await Insert(connection, made, cancellation);
            await transaction.CommitAsync(cancellation);
            if (stopped || read < AtOnce) return !stopped;
        }
    }

    private static async Task Insert(NpgsqlConnection connection, List<RecordLink> links, CancellationToken cancellation)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"copy {EventStore.Schema}.record_link (position, sequence, event_id, organisation, stream, event_hash, hash, signature) from stdin (format binary)", cancellation);
        foreach (var link in links)
        {
            await writer.StartRowAsync(cancellation);
            await writer.WriteAsync(link.Position, NpgsqlDbType.Bigint, cancellation);
            await writer.WriteAsync(link.Sequence, NpgsqlDbType.Bigint, cancellation);
            await writer.WriteAsync(link.EventId, NpgsqlDbType.Uuid, cancellation);
            await writer.WriteAsync(link.Organisation, NpgsqlDbType.Text, cancellation);
            await writer.WriteAsync(link.Stream, NpgsqlDbType.Text, cancellation);
            await writer.WriteAsync(link.EventHash, NpgsqlDbType.Bytea, cancellation);
            await writer.WriteAsync(link.Hash, NpgsqlDbType.Bytea, cancellation);
            if (link.Signature is null) await writer.WriteNullAsync(cancellation);
            else await writer.WriteAsync(link.Signature, NpgsqlDbType.Text, cancellation);
        }
        await writer.CompleteAsync(cancellation);
    }

    private static async Task<string[]> UnderWay(NpgsqlConnection connection, CancellationToken cancellation) => (string[])(await Value(connection, Drawing, cancellation))!;

    private static async Task<object?> Value(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellation);
    }
}

using System.Runtime.CompilerServices;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Npgsql;

namespace CsirtFlow.Api.Record;

/// <summary>The events, the chain and the files as they lie in the database.</summary>
public static class RecordStore
{
    private const string Links = $"select position, sequence, event_id, organisation, stream, event_hash, hash, signature from {EventStore.Schema}.record_link";

    private const string Columns = "seq_id, id, tenant_id, stream_id, version, type, timestamp, user_name, correlation_id, causation_id, headers::text, data::text";

    /// <summary>In the order of their sequence.</summary>
    /// <param name="after">Sequence.</param>
    /// <param name="most">At once; 0 for all.</param>
    public static async IAsyncEnumerable<StoredEvent> Events(NpgsqlConnection connection, long after, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select {Columns} from {EventStore.Schema}.mt_events where seq_id > $1 and stream_id <> '{StoredEvent.Placeholders}' order by seq_id {(most > 0 ? $"limit {most}" : "")}", connection) { Parameters = { new() { Value = after } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation)) yield return Event(row);
    }

    /// <summary>The events in which verifications have recorded what they saw, over all organisations.</summary>
    public static async Task<IReadOnlyList<HashedEvent>> Verifications(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select {Columns} from {EventStore.Schema}.mt_events where stream_id = $1 and type = $2", connection) { Parameters = { new() { Value = RecordHistory.Key }, new() { Value = RecordVerified.StoredAs } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<HashedEvent>();
        while (await row.ReadAsync(cancellation)) found.Add(HashedEvent.Of(Event(row), []));
        return found;
    }

    /// <summary>When the nightly verifications of an organisation were, by the clock of that time.</summary>
    public static async IAsyncEnumerable<DateTimeOffset> Nightly(NpgsqlConnection connection, string organisation, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select (data #>> '{{origin,recordedAt}}')::timestamptz from {EventStore.Schema}.mt_events where tenant_id = $1 and stream_id = $2 and type = $3 and (data ->> 'scheduled')::boolean", connection)
        {
            Parameters = { new() { Value = organisation }, new() { Value = RecordHistory.Key }, new() { Value = RecordVerified.StoredAs } },
        };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation)) yield return row.GetFieldValue<DateTimeOffset>(0);
    }

    /// <summary>In the order of their positions.</summary>
    public static async IAsyncEnumerable<RecordLink> Chain(NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"{Links} order by position", connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation)) yield return Link(row);
    }

    /// <summary>The newest link.</summary>
    public static async Task<RecordLink> Last(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"{Links} order by position desc limit 1", connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? Link(row) : RecordLink.None;
    }

    /// <summary>How long each stream is, as the store says.</summary>
    public static async IAsyncEnumerable<(string Organisation, string Stream, long Version)> Streams(NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select tenant_id, id, version from {EventStore.Schema}.mt_streams where id <> '{StoredEvent.Placeholders}'", connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation)) yield return (row.GetString(0), row.GetString(1), row.GetInt64(2));
    }

    /// <summary>The files: under which hash they lie, and which one their bytes have.</summary>
    public static async IAsyncEnumerable<(string Organisation, string Sha256, string Actual)> Files(NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select tenant_id, sha256, encode(sha256(content), 'hex') from {EventStore.Schema}.evidence_file", connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation)) yield return (row.GetString(0), row.GetString(1), row.GetString(2));
    }

    private static StoredEvent Event(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetString(5), new DateTimeOffset(row.GetDateTime(6), TimeSpan.Zero),
        Text(row, 7), Text(row, 8), Text(row, 9), Text(row, 10), row.GetString(11));

    private static RecordLink Link(NpgsqlDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetGuid(2), row.GetString(3), row.GetString(4), row.GetFieldValue<byte[]>(5), row.GetFieldValue<byte[]>(6), Text(row, 7));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

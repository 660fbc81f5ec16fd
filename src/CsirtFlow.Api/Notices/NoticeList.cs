using System.Text.Json;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Npgsql;

namespace CsirtFlow.Api.Notices;

/// <summary>Reads notices from their rows (table <c>notice</c>, kept by <see cref="NoticeRows"/>). What the caller may see is asked elsewhere.</summary>
public sealed class NoticeList(NpgsqlDataSource source)
{
    /// <summary>The notices of a 受付番号, oldest first.</summary>
    public Task<IReadOnlyList<Notice>> OfNumber(string tenant, string number, CancellationToken cancellation) =>
        Read("number = $2 order by queued_at, id", [tenant, number], cancellation);

    /// <summary>Those with these ids, oldest first; unknown ids are left out.</summary>
    public Task<IReadOnlyList<Notice>> Of(string tenant, string[] ids, CancellationToken cancellation) =>
        Read("id = any ($2) order by queued_at, id", [tenant, ids], cancellation);

    /// <summary>The notice whose mail has this hash in its Message-ID, or null.</summary>
    public async Task<Notice?> OfMail(string tenant, string hash, CancellationToken cancellation) => (await Read("mail_hash = $2", [tenant, hash], cancellation)).SingleOrDefault();

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<Notice>> OfPerson(string tenant, string personId, int limit, CancellationToken cancellation) =>
        Read("person_id = $2 order by queued_at desc limit $3", [tenant, personId, limit], cancellation);

    /// <summary>Of all, newest first.</summary>
    public Task<IReadOnlyList<Notice>> Newest(string tenant, int limit, CancellationToken cancellation) =>
        Read("true order by queued_at desc limit $2", [tenant, limit], cancellation);

    /// <summary>Those that did not reach anybody, and those that have waited since before <paramref name="stuck"/> (UTC instant), newest first.</summary>
    public Task<IReadOnlyList<Notice>> Pending(string tenant, DateTimeOffset stuck, int limit, CancellationToken cancellation) =>
        Read("pending and (queued_at < $2 or data ->> 'delivery' <> 'Queued') order by queued_at desc limit $3", [tenant, stuck, limit], cancellation);

    /// <summary>Reminders of limits near or past that the mail server took, of these 受付番号.</summary>
    public Task<IReadOnlyList<Notice>> Reminders(string tenant, string[] numbers, CancellationToken cancellation) =>
        Read("number = any ($2) and data ->> 'reason' in ('DueSoon', 'Overdue') and data ->> 'acceptedAt' is not null", [tenant, numbers], cancellation);

    /// <summary>How many events each of these streams has; 0 for one that has not begun.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Versions(string tenant, IEnumerable<string> streams, CancellationToken cancellation)
    {
        var versions = streams.Distinct().ToDictionary(s => s, _ => 0L, StringComparer.Ordinal);
        await using var command = source.CreateCommand($"select id, version from {EventStore.Schema}.mt_streams where tenant_id = $1 and id = any ($2)");
        command.Parameters.AddWithValue(tenant);
        command.Parameters.AddWithValue(versions.Keys.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) versions[reader.GetString(0)] = reader.GetInt64(1);
        return versions;
    }

    private async Task<IReadOnlyList<Notice>> Read(string where, object[] values, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select data::text from {EventStore.Schema}.notice where tenant_id = $1 and {where}");
        foreach (var value in values) command.Parameters.AddWithValue(value);
        var notices = new List<Notice>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) notices.Add(JsonSerializer.Deserialize<Notice>(reader.GetString(0), Json.Strict)!);
        return notices;
    }
}

using System.Collections.Immutable;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Npgsql;

namespace CsirtFlow.Api.Notices;

/// <summary>Makes the rows of notices from their events, where an earlier version has kept them otherwise. People may work meanwhile.</summary>
public sealed class NoticeRebuild(IDocumentStore store, NpgsqlDataSource source)
{
    private const int AtOnce = 200;

    /// <summary>Whether there are notices without rows, also where an earlier run was stopped.</summary>
    public async Task<bool> IsNeeded(CancellationToken cancellation = default)
    {
        await using var command = source.CreateCommand($"select exists (select from {EventStore.Schema}.mt_streams s where s.type = 'notice' and not exists (select from {EventStore.Schema}.notice n where n.tenant_id = s.tenant_id and n.stream = s.id))");
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <returns>How many streams were gone through.</returns>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        var done = 0;
        for (var last = ("", ""); await Next(last, cancellation) is [.., var end] streams; last = end) done += streams.Count;
        return done;
    }

    private async Task<List<(string Tenant, string Stream)>> Next((string Tenant, string Stream) after, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select tenant_id, id from {EventStore.Schema}.mt_streams where type = 'notice' and (tenant_id, id) > ($1, $2) order by tenant_id, id limit {AtOnce}");
        command.Parameters.AddWithValue(after.Tenant);
        command.Parameters.AddWithValue(after.Stream);
        var streams = new List<(string Tenant, string Stream)>();
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
            while (await reader.ReadAsync(cancellation)) streams.Add((reader.GetString(0), reader.GetString(1)));

        foreach (var tenant in streams.GroupBy(s => s.Tenant, s => s.Stream, StringComparer.Ordinal)) await Store(tenant.Key, [.. tenant], cancellation);
        return streams;
    }

    // The streams stay locked until their rows are stored: whatever happens to a notice afterwards changes its row later.
    private async Task Store(string tenant, string[] streams, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession(tenant);
        await session.BeginTransactionAsync(cancellation);
        await using var locked = new NpgsqlCommand($"select 1 from {EventStore.Schema}.mt_streams where tenant_id = $1 and id = any ($2) for share", session.Connection) { Parameters = { new() { Value = tenant }, new() { Value = streams } } };
        await locked.ExecuteNonQueryAsync(cancellation);

        var notices = ImmutableDictionary<string, Notice>.Empty;
        foreach (var stream in streams)
            notices = Notice.After(notices, stream, (await session.Events.FetchStreamAsync(stream, token: cancellation)).Select(e => e.Data).OfType<NoticeEvent>());
        NoticeRows.Store(session, notices.Values);
        await session.SaveChangesAsync(cancellation);
    }
}

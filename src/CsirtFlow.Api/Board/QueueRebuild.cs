using CsirtFlow.Api.Platform;
using Marten;
using Npgsql;

namespace CsirtFlow.Api.Board;

/// <summary>Makes the queue anew from the states (<c>rebuild-queue</c>), for rows that an earlier version has written. People may work meanwhile.</summary>
public sealed class QueueRebuild(IDocumentStore store, NpgsqlDataSource source, TimeProvider clock)
{
    private const int AtOnce = 500;

    /// <summary>Whether some case lacks what this version searches and counts by.</summary>
    public async Task<bool> IsNeeded(CancellationToken cancellation = default)
    {
        await using var command = source.CreateCommand($"select exists (select 1 from {EventStore.Schema}.mt_doc_case c where not exists (select 1 from {EventStore.Schema}.case_line l where l.tenant_id = c.tenant_id and l.number = c.id and l.readers is not null))");
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <returns>How many reports were gone through.</returns>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        var done = 0;
        await using var command = source.CreateCommand($"select distinct tenant_id from {EventStore.Schema}.mt_doc_report");
        foreach (var tenant in await Texts(command, cancellation))
            for (var last = ""; await Next(tenant, last, cancellation) is [.., var end] keys; last = end) done += keys.Count;
        return done;
    }

    // The states stay locked until the rows made from them are stored: whatever happens to them afterwards makes its row later, never one that this would write over.
    private async Task<List<string>> Next(string tenant, string after, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession(tenant);
        await session.BeginTransactionAsync(cancellation);
        await using var reports = new NpgsqlCommand($"select id from {EventStore.Schema}.mt_doc_report where tenant_id = $1 and id > $2 order by id limit {AtOnce} for share", session.Connection) { Parameters = { new() { Value = tenant }, new() { Value = after } } };
        var keys = await Texts(reports, cancellation);
        await using var incidents = new NpgsqlCommand($"""
            select id from {EventStore.Schema}.mt_doc_incident where tenant_id = $1
                and id in (select 'incident/' || (r.data ->> 'incidentNumber') from {EventStore.Schema}.mt_doc_report r where r.tenant_id = $1 and r.id = any ($2)) for share
            """, session.Connection) { Parameters = { new() { Value = tenant }, new() { Value = keys.ToArray() } } };
        await Texts(incidents, cancellation);

        await CaseBoard.Rows(session, tenant, keys.Select(k => k["report/".Length..]), clock.GetUtcNow(), cancellation);
        await session.SaveChangesAsync(cancellation);
        return keys;
    }

    private static async Task<List<string>> Texts(NpgsqlCommand command, CancellationToken cancellation)
    {
        var texts = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) texts.Add(reader.GetString(0));
        return texts;
    }
}

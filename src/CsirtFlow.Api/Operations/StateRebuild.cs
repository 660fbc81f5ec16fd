using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Npgsql;

namespace CsirtFlow.Api.Operations;

/// <summary>Folds the stored states anew, where an earlier version has folded them otherwise. People may work meanwhile: a state that has gone on since is passed over, because the version that wrote it folded it whole.</summary>
public sealed class StateRebuild(IDocumentStore store, NpgsqlDataSource source)
{
    private const int AtOnce = 200;

    /// <returns>How many states were not what their events say.</returns>
    public async Task<int> Run(CancellationToken cancellation) =>
        await Of<Report>(cancellation) + await Of<Incident>(cancellation) + await Of<CaseDocument>(cancellation) + await Of<PersonList>(cancellation)
        + await Of<FormHistory>(cancellation) + await Of<IncomingMail>(cancellation) + await Of<RetentionHistory>(cancellation) + await Of<RecordHistory>(cancellation);

    private async Task<int> Of<T>(CancellationToken cancellation) where T : class
    {
        var (table, changed) = (store.Options.Schema.For<T>(), 0);
        for (var last = ("", ""); await Next(table, last, cancellation) is [.., var end] rows; last = (end.Tenant, end.Id))
            foreach (var tenant in rows.GroupBy(r => r.Tenant, StringComparer.Ordinal))
            {
                await using var session = store.QuerySession(tenant.Key);
                foreach (var (_, id, version) in tenant)
                    if (await session.Events.AggregateStreamAsync<T>(id, version, token: cancellation) is { } state)
                        changed += await Store(table, tenant.Key, id, version, store.Options.Serializer().ToJson(state), cancellation);
            }
        return changed;
    }

    private async Task<List<(string Tenant, string Id, long Version)>> Next(string table, (string Tenant, string Id) after, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select tenant_id, id, mt_version from {table} where (tenant_id, id) > ($1, $2) order by tenant_id, id limit {AtOnce}");
        command.Parameters.AddWithValue(after.Tenant);
        command.Parameters.AddWithValue(after.Id);
        var rows = new List<(string, string, long)>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation)) rows.Add((row.GetString(0), row.GetString(1), row.GetInt64(2)));
        return rows;
    }

    private async Task<int> Store(string table, string tenant, string id, long version, string state, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"update {table} set data = $4::jsonb where tenant_id = $1 and id = $2 and mt_version = $3 and data <> $4::jsonb");
        command.Parameters.AddWithValue(tenant);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(version);
        command.Parameters.AddWithValue(state);
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}

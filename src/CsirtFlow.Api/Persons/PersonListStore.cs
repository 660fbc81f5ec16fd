using CsirtFlow.Api.PersonalData;
using CsirtFlow.Api.Platform;
using Marten;
using Npgsql;

namespace CsirtFlow.Api.Persons;

/// <summary>Keeps 本人の名簿 outside the events: what is encrypted in one table, its key in another, in the transaction of the event.</summary>
public static class PersonListStore
{
    /// <summary>What it is to the seal.</summary>
    public const string Kind = "persons";

    public static void Keep(IDocumentSession session, string list, SealedBox content, DateTimeOffset now)
    {
        session.QueueSqlCommand($"insert into {EventStore.Schema}.person_list_key (tenant_id, list, wrapped) values (?, ?, ?)", session.TenantId, list, content.Key);
        session.QueueSqlCommand($"insert into {EventStore.Schema}.person_list_content (tenant_id, list, content, stored_at) values (?, ?, ?, ?)", session.TenantId, list, content.Content, now);
    }

    /// <summary>The key goes first: without it nobody reads what may remain elsewhere.</summary>
    public static void Destroy(IDocumentSession session, string list)
    {
        session.QueueSqlCommand($"delete from {EventStore.Schema}.person_list_key where tenant_id = ? and list = ?", session.TenantId, list);
        session.QueueSqlCommand($"delete from {EventStore.Schema}.person_list_content where tenant_id = ? and list = ?", session.TenantId, list);
    }

    /// <summary>Null when the key or the content is there no more.</summary>
    public static async Task<SealedBox?> Load(NpgsqlDataSource source, string tenant, string list, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select k.wrapped, c.content from {EventStore.Schema}.person_list_key k join {EventStore.Schema}.person_list_content c using (tenant_id, list) where tenant_id = $1 and list = $2");
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = list });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? new(rows.GetFieldValue<byte[]>(0), rows.GetFieldValue<byte[]>(1)) : null;
    }
}

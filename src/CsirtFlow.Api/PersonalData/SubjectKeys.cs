using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Npgsql;

namespace CsirtFlow.Api.PersonalData;

/// <summary>個人情報の鍵 of the subjects (stream keys) of which events say something in sealed form. Without its key, nobody reads it any more.</summary>
public static class SubjectKeys
{
    /// <summary>In the transaction of the event.</summary>
    public static void Keep(IDocumentSession session, string subject, byte[] wrapped) =>
        session.QueueSqlCommand($"insert into {EventStore.Schema}.subject_key (tenant_id, subject, wrapped) values (?, ?, ?)", session.TenantId, subject, wrapped);

    /// <summary>In the transaction of the event that names them (<see cref="MatterDisposed"/>): the guard of the record lets them go no other way.</summary>
    public static void Destroy(IDocumentSession session, IEnumerable<string> subjects) =>
        session.QueueSqlCommand($"delete from {EventStore.Schema}.subject_key where tenant_id = ? and subject = any(?)", session.TenantId, subjects.ToArray());

    /// <summary>Of the subjects whose keys are still there.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> Load(NpgsqlDataSource source, string tenant, string[] subjects, CancellationToken cancellation)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (subjects is []) return found;

        await using var command = source.CreateCommand($"select subject, wrapped from {EventStore.Schema}.subject_key where tenant_id = $1 and subject = any($2)");
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = subjects });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) found.Add(rows.GetString(0), rows.GetFieldValue<byte[]>(1));
        return found;
    }
}

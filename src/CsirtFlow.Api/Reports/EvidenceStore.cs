using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Npgsql;

namespace CsirtFlow.Api.Reports;

/// <summary>Keeps 証拠ファイル in the database, under the hash of the bytes, in the same transaction as the event that names them.</summary>
public static class EvidenceStore
{
    public const int MostFiles = 5;
    public const int LargestFile = 20 * 1024 * 1024;

    public static EvidenceFile Describe(UploadedFile file) =>
        new(OriginalName(file.Name), file.ContentType.Length is > 0 and <= 100 ? file.ContentType : "application/octet-stream", file.Content.LongLength, Convert.ToHexStringLower(SHA256.HashData(file.Content)));

    public static void Store(IDocumentSession session, IEnumerable<UploadedFile> files, DateTimeOffset now)
    {
        foreach (var file in files)
            session.QueueSqlCommand($"with turn as (select pg_advisory_xact_lock_shared(?)) insert into {EventStore.Schema}.evidence_file (tenant_id, sha256, content, stored_at) select ?, ?, ?, ? from turn on conflict do nothing",
                Turn(session.TenantId), session.TenantId, Describe(file).Sha256, file.Content, now);
    }

    /// <summary>Key of the lock that a disposal holds alone, from looking which files nobody else names until they are destroyed: who stores the same bytes meanwhile waits, and stores them anew.</summary>
    public static long Turn(string tenant) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"csirtflow evidence {tenant}")));

    /// <summary>廃棄: in the transaction of the event that names them (<see cref="MatterDisposed"/>); the guard of the record lets them go no other way.</summary>
    public static void Destroy(IDocumentSession session, IEnumerable<string> files) =>
        session.QueueSqlCommand($"delete from {EventStore.Schema}.evidence_file where tenant_id = ? and sha256 = any(?)", session.TenantId, files.ToArray());

    /// <summary>The stored bytes, or null.</summary>
    public static async Task<byte[]?> Load(NpgsqlDataSource source, string tenant, string sha256, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select content from {EventStore.Schema}.evidence_file where tenant_id = $1 and sha256 = $2");
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = sha256 });
        return (byte[]?)await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>The hash that each file is kept under → the hash that its stored bytes have now. One that is not stored is left out.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Hashes(NpgsqlDataSource source, string tenant, string[] kept, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select sha256, encode(sha256(content), 'hex') from {EventStore.Schema}.evidence_file where tenant_id = $1 and sha256 = any($2)");
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = kept });
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) found.Add(rows.GetString(0), rows.GetString(1));
        return found;
    }

    // The name stays as it came, as text for people; what it is saved as is said by DownloadName.
    private static string OriginalName(string name) => Notifications.CleanText.OneLine(name) switch
    {
        "" => "名前なし",
        { Length: > 200 } kept => KeepableText.Of(kept[..200])!,
        var kept => kept,
    };
}

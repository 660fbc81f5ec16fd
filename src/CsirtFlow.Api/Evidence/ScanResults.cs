using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Npgsql;

namespace CsirtFlow.Api.Evidence;

/// <summary>検査の結果 of a file.</summary>
public enum ScanOutcome
{
    [Term("検出なし", "Nothing found")] Clean,
    [Term("検出", "Found")] Found,
    [Term("検査できず", "Could not be scanned")] Failed,
}

/// <summary>検査の結果: what was known of some bytes at a moment.</summary>
/// <param name="Name">Of what was found, or why the file could not be scanned; may be empty.</param>
/// <param name="Engine">「ClamAV 1.4.6/27412/…」; empty where the scanner never answered.</param>
/// <param name="At">UTC instant.</param>
public sealed record ScanResult(ScanOutcome Outcome, string Name, string Engine, DateTimeOffset At);

/// <summary>検出 in a file.</summary>
/// <param name="Stream">Stream key of what the file came with.</param>
public sealed record FoundFile(string Stream, string Name, DateTimeOffset At)
{
    public string Path => $"/{Stream.Replace("/", "s/", StringComparison.Ordinal)}";

    /// <summary>受付番号; null for a mail that belongs to no report.</summary>
    public string? Number => Stream.StartsWith(IncomingMail.Key(""), StringComparison.Ordinal) ? null : Stream[(Stream.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

/// <summary>What a page is told of its files.</summary>
/// <param name="Offered">A scanner is configured: a file without a result is 未検査.</param>
public sealed record EvidenceScans(bool Offered, IReadOnlyDictionary<string, ScanResult> Known)
{
    public static EvidenceScans None { get; } = new(false, new Dictionary<string, ScanResult>());

    public ScanResult? Of(string sha256) => Known.GetValueOrDefault(sha256);
}

/// <summary>Keeps the 検査の結果, one for the bytes of a file wherever they came with. It is no event (docs/decisions/0018).</summary>
public sealed class ScanResults(NpgsqlDataSource source, ClamdScanner scanner)
{
    private const int MostFound = 10;

    /// <param name="asOf">Results from later are left out (UTC instant).</param>
    public async Task<EvidenceScans> Of(string tenant, IEnumerable<string> sha256, DateTimeOffset asOf, CancellationToken cancellation)
    {
        string[] asked = [.. sha256.Distinct(StringComparer.Ordinal)];
        var known = new Dictionary<string, ScanResult>(StringComparer.Ordinal);
        if (asked is []) return new(scanner.IsConfigured, known);

        await using var command = source.CreateCommand($"select sha256, outcome, name, engine, scanned_at from {EventStore.Schema}.evidence_scan where tenant_id = $1 and sha256 = any($2) and scanned_at <= $3");
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = asked });
        command.Parameters.Add(new() { Value = asOf });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            known.Add(rows.GetString(0), new(Enum.Parse<ScanOutcome>(rows.GetString(1)), rows.GetString(2), rows.GetString(3), rows.GetFieldValue<DateTimeOffset>(4)));
        return new(scanner.IsConfigured, known);
    }

    /// <summary>検出 since a moment (UTC instant), newest first.</summary>
    public async Task<IReadOnlyList<FoundFile>> Found(string tenant, DateTimeOffset since, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select stream, name, scanned_at from {EventStore.Schema}.evidence_scan where tenant_id = $1 and outcome = 'Found' and scanned_at >= $2 order by scanned_at desc limit {MostFound}");
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = since });
        var found = new List<FoundFile>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) found.Add(new(rows.GetString(0), rows.GetString(1), rows.GetFieldValue<DateTimeOffset>(2)));
        return found;
    }

    public async Task Keep(string tenant, string sha256, string stream, ScanResult result, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"""
            insert into {EventStore.Schema}.evidence_scan (tenant_id, sha256, stream, outcome, name, engine, scanned_at) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (tenant_id, sha256) do update set outcome = $4, name = $5, engine = $6, scanned_at = $7
            """);
        foreach (var value in new object[] { tenant, sha256, stream, result.Outcome.ToString(), result.Name, result.Engine, result.At }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

using CsirtFlow.Api.Reports;
using Npgsql;
using Wolverine;

namespace CsirtFlow.Api.Evidence;

/// <summary>証拠ファイルの検査: scans what is stored, once for the same bytes. A scanner that is away is asked again later, and at last that is the result.</summary>
public sealed partial class EvidenceScan(NpgsqlDataSource source, ClamdScanner scanner, ScanResults results, TimeProvider clock, ILogger<EvidenceScan> log)
{
    private static readonly TimeSpan[] Waits = [.. new[] { 1, 5, 15, 60 }.Select(m => TimeSpan.FromMinutes(m))];

    public async Task<OutgoingMessages> Run(ScanEvidence message, string tenant, CancellationToken cancellation)
    {
        var outgoing = new OutgoingMessages();
        if (!scanner.IsConfigured || await IsScanned(message.Sha256, tenant, cancellation) || await EvidenceStore.Load(source, tenant, message.Sha256, cancellation) is not { } content) return outgoing;

        var engine = await scanner.Version(cancellation) ?? "";
        var answer = engine.Length > 0 ? await scanner.Scan(content, cancellation) : null;
        if (answer is null && message.Attempt <= Waits.Length)
        {
            NotAnswered(log, message.Sha256, message.Attempt);
            outgoing.Delay(message with { Attempt = message.Attempt + 1 }, Waits[message.Attempt - 1]);
            return outgoing;
        }

        var (outcome, name) = answer ?? new(ScanOutcome.Failed, "");
        await results.Keep(tenant, message.Sha256, message.Stream, new(outcome, name, engine, clock.GetUtcNow()), cancellation);
        if (outcome != ScanOutcome.Clean) NotClean(log, outcome, message.Sha256, message.Stream, name);
        return outgoing;
    }

    // One that could not be scanned is tried again when it comes again.
    private async Task<bool> IsScanned(string sha256, string tenant, CancellationToken cancellation) =>
        (await results.Of(tenant, [sha256], clock.GetUtcNow(), cancellation)).Of(sha256) is { Outcome: not ScanOutcome.Failed };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The malware scanner did not answer about file {File} at attempt {Attempt}")]
    private static partial void NotAnswered(ILogger log, string file, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Scan {Outcome}: file {File} of {Stream}: {Name}")]
    private static partial void NotClean(ILogger log, ScanOutcome outcome, string file, string stream, string name);
}

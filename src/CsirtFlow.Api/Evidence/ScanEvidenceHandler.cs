using CsirtFlow.Domain;
using Wolverine;
using Wolverine.Attributes;

namespace CsirtFlow.Api.Evidence;

/// <summary>Message: a stored file is to be scanned. One for each file, so that one that takes long holds up no other for good.</summary>
/// <param name="Stream">Stream key of what it came with.</param>
/// <param name="Attempt">From 1.</param>
public sealed record ScanEvidence(string Sha256, string Stream, int Attempt = 1)
{
    /// <summary>What follows from an event. What the service printed itself (<see cref="DocumentApproved"/>) brings nothing from outside.</summary>
    public static IEnumerable<ScanEvidence> After(string stream, object e) => Files(e).Distinct(StringComparer.Ordinal).Select(f => new ScanEvidence(f, stream));

    private static IEnumerable<string> Files(object e) => e switch
    {
        OccurrenceReported { Files: var files } => files.Select(f => f.Sha256),
        ReportSupplemented { Files: var files } => files.Select(f => f.Sha256),
        EvidencePreserved { File: { } file } => [file.Sha256],
        FiledCopyKept { File: var file } => [file.Sha256],
        MailReceived { Sha256: var raw } => [raw],
        _ => [],
    };
}

public static class ScanEvidenceHandler
{
    // Longer than the scanner's own patience, so that an answer that does not come is an outcome and no failure.
    [MessageTimeout(120)]
    public static Task<OutgoingMessages> Handle(ScanEvidence message, Envelope envelope, EvidenceScan scan, CancellationToken cancellation) => scan.Run(message, envelope.TenantId!, cancellation);
}

using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;
using Npgsql;

namespace CsirtFlow.Api.Documents;

/// <summary>What a kept file is.</summary>
public enum KeptAs
{
    [Term("承認した文書", "Approved document")] ApprovedDocument,
    [Term("証拠", "Evidence")] Evidence,
    [Term("報告のファイル", "File of a report")] ReportFile,
    [Term("提出の控え", "Copy of what was filed")] FiledCopy,
}

/// <summary>How stored bytes compare with the hash that their event names.</summary>
public enum Intactness
{
    [Term("記録と一致", "As recorded")] Intact,
    [Term("記録と不一致", "Not as recorded")] Differs,
    [Term("ファイルなし", "File missing")] Missing,
}

/// <param name="Of">Title of the document, 受付番号 of the report, or who it was filed with; empty for evidence.</param>
/// <param name="Sha256">As the event names it.</param>
/// <param name="Stored">SHA-256 of the bytes that are stored now; null when there are none.</param>
public sealed record VerifiedFile(KeptAs Kept, string Of, string Name, string Sha256, string? Stored)
{
    public Intactness Result => Stored is null ? Intactness.Missing : Stored == Sha256 ? Intactness.Intact : Intactness.Differs;
}

/// <param name="At">UTC instant.</param>
public sealed record Verification(DateTimeOffset At, ImmutableArray<VerifiedFile> Files)
{
    public int Wrong => Files.Count(f => f.Result is not Intactness.Intact);
}

/// <summary>控えの検証: every frozen copy and evidence file of an incident, its stored bytes hashed anew and held against the event that named them.</summary>
public sealed class CopyVerification(DocumentReader documents, CaseReader cases, NpgsqlDataSource source, TimeProvider clock)
{
    /// <exception cref="PolicyViolationException">The person may see the incident, but no documents.</exception>
    public async Task<Verification> Of(Caller caller, string number, CancellationToken cancellation)
    {
        var incident = (await documents.Open(caller, number, null, cancellation)).Incident;
        var named = new List<(KeptAs Kept, string Of, EvidenceFile File)>();
        foreach (var document in await cases.Documents(caller.Tenant, number, cancellation))
            named.AddRange((await cases.Events(caller, document.Id, null, cancellation)).Select(e => e.Data).OfType<DocumentApproved>().SelectMany(a => a.Copies).Select(c => (KeptAs.ApprovedDocument, document.Basis.Title, c)));
        named.AddRange(incident.Files.Select(f => (KeptAs.Evidence, "", f)));
        named.AddRange(incident.Filings.SelectMany(f => f.Copies.Select(c => (KeptAs.FiledCopy, f.Recorded.Addressee, c))));
        named.AddRange((await cases.ReportsOf(caller, incident, null, cancellation)).SelectMany(r => r.Files.Select(f => (KeptAs.ReportFile, r.Number, f))));

        var stored = await EvidenceStore.Hashes(source, caller.Tenant, [.. named.Select(n => n.File.Sha256).Distinct()], cancellation);
        return new(clock.GetUtcNow(), [.. named.Select(n => new VerifiedFile(n.Kept, n.Of, n.File.Name, n.File.Sha256, stored.GetValueOrDefault(n.File.Sha256)))]);
    }
}

using CsirtFlow.Domain;
using Marten;

namespace CsirtFlow.Api.PersonalData;

/// <summary>連絡先 of those who reported: sealed before a report is stored, opened for whoever may see the report.</summary>
public sealed class ReporterContacts(SubjectSeal seal)
{
    private const string Kind = "contact";

    /// <summary>The event as it is stored; its key goes into the same transaction.</summary>
    public OccurrenceReported Sealed(IDocumentSession session, OccurrenceReported reported) =>
        reported with { Reporter = reported.Reporter with { Contact = null, Sealed = seal.Sealed(session, Report.Key(reported.Number), Kind, reported.Reporter.Contact!) } };

    public async Task<Report> Opened(string tenant, Report report, CancellationToken cancellation) => report with { Reporter = await Opened(tenant, report.Id, report.Reporter, cancellation) };

    /// <param name="subject">Stream key of the report.</param>
    public async Task<ReportEvent> Opened(string tenant, string subject, ReportEvent e, CancellationToken cancellation) =>
        e is OccurrenceReported reported ? reported with { Reporter = await Opened(tenant, subject, reported.Reporter, cancellation) } : e;

    private async Task<Reporter> Opened(string tenant, string subject, Reporter reporter, CancellationToken cancellation) =>
        reporter.Sealed is { } words && (await seal.Opened<ReporterContact>(tenant, Kind, [(subject, words)], cancellation)).TryGetValue(subject, out var contact) ? reporter with { Contact = contact, Sealed = null } : reporter;
}

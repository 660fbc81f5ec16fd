using System.Collections.Immutable;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Npgsql;

namespace CsirtFlow.Api.PersonalData;

/// <summary>連絡先 of those who reported: sealed before a report is stored, opened for whoever may see the report.</summary>
public sealed partial class ReporterContacts(PersonalSeal seal, NpgsqlDataSource source, ILogger<ReporterContacts> log)
{
    private const string Kind = "contact";

    /// <summary>The event as it is stored; its key goes into the same transaction.</summary>
    public OccurrenceReported Sealed(IDocumentSession session, OccurrenceReported reported)
    {
        var subject = Report.Key(reported.Number);
        var box = seal.Seal(session.TenantId, subject, Kind, reported.Reporter.Contact!);
        SubjectKeys.Keep(session, subject, box.Key);
        return reported with { Reporter = reported.Reporter with { Contact = null, Sealed = Convert.ToBase64String(box.Content) } };
    }

    public async Task<Report> Opened(string tenant, Report report, CancellationToken cancellation) =>
        report.Reporter.Sealed is null ? report : report with { Reporter = await Opened(tenant, report.Id, report.Reporter, cancellation) };

    /// <param name="subject">Stream key of the report.</param>
    public async Task<ReportEvent> Opened(string tenant, string subject, ReportEvent e, CancellationToken cancellation) =>
        e is OccurrenceReported { Reporter.Sealed: not null } reported ? reported with { Reporter = await Opened(tenant, subject, reported.Reporter, cancellation) } : e;

    // A report is worked on also where nobody can be called back.
    private async Task<Reporter> Opened(string tenant, string subject, Reporter reporter, CancellationToken cancellation)
    {
        if (!(await SubjectKeys.Load(source, tenant, [subject], cancellation)).TryGetValue(subject, out var key)) return reporter;

        try
        {
            return reporter with { Contact = seal.Open<ReporterContact>(tenant, subject, Kind, new(key, Convert.FromBase64String(reporter.Sealed!))), Sealed = null };
        }
        catch (BadRequestException e)
        {
            NotOpened(log, e, subject);
            return reporter;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Whom to call back about {Subject} could not be opened")]
    private static partial void NotOpened(ILogger log, Exception e, string subject);
}

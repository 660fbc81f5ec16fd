using CsirtFlow.Api.Organisations;
using CsirtFlow.Domain;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace CsirtFlow.Api.Board;

/// <summary>Keeps the queue: whenever something happens to a report or an incident, its row is made anew from the states.</summary>
public sealed class CaseBoard(TimeProvider clock) : IProjection
{
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var tenant in events.Where(e => e.Data is ReportEvent or IncidentEvent).GroupBy(e => e.TenantId, StringComparer.Ordinal))
            await Rows(operations.ForTenant(tenant.Key), tenant.Key, tenant.SelectMany(Numbers), clock.GetUtcNow(), cancellation);
    }

    /// <summary>Makes the rows of these reports and incidents, by 受付番号, from the states as they are now.</summary>
    internal static async Task Rows(IDocumentOperations operations, string tenant, IEnumerable<string> touched, DateTimeOffset now, CancellationToken cancellation)
    {
        var organisation = (await operations.LoadAsync<OrganisationState>(OrganisationState.Key, cancellation))?.Organisation;
        if (organisation is null) return;

        string[] named = [.. touched.Distinct()];
        // What happens to an incident reaches the reports that were joined to it: its restriction above all.
        var joined = (await operations.LoadManyAsync<Incident>(cancellation, named.Select(Incident.Key))).SelectMany(i => i.JoinedReports);
        string[] numbers = [.. named.Union(joined)];
        var reports = (await operations.LoadManyAsync<Report>(cancellation, numbers.Select(Report.Key))).ToDictionary(r => r.Number);
        var incidents = (await operations.LoadManyAsync<Incident>(cancellation, reports.Values.Where(r => r.IncidentNumber is not null).Select(r => Incident.Key(r.IncidentNumber!)).Distinct()))
            .ToDictionary(i => i.Number);

        var lines = new List<CaseLine>(reports.Count);
        foreach (var report in reports.Values)
        {
            var incident = report.IncidentNumber is { } n ? incidents.GetValueOrDefault(n) : null;
            var row = Case.Of(report, incident, organisation, now);
            operations.Store(row);
            lines.Add(CaseLine.Of(tenant, row, report, incident, organisation.Settings, now));
        }
        if (lines.Count > 0) operations.QueueSqlCommand(CaseLine.Upsert, CaseLine.Json(lines));
    }

    private static IEnumerable<string> Numbers(IEvent e) =>
        e.Data is ReportAttached or ReportDetached ? [NumberOf(e), e.Data is ReportAttached a ? a.ReportNumber : ((ReportDetached)e.Data).ReportNumber] : [NumberOf(e)];

    private static string NumberOf(IEvent e) => e.StreamKey![(e.StreamKey!.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

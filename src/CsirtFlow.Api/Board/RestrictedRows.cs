using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace CsirtFlow.Api.Board;

/// <summary>閲覧の制限 holds in every list from the transaction that records it on: the queue is remade a moment later, and much later when it lags.</summary>
public sealed class RestrictedRows : IProjection
{
    private const string Update = $"update {EventStore.Schema}.case_line set audience = ?, readers = ? where tenant_id = ? and number = any (?)";

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var e in events)
        {
            if (e.Data is not IncidentRestricted { PersonIds.IsEmpty: false } restricted || await operations.LoadAsync<Incident>(e.StreamKey!, cancellation) is not { } before) continue;

            var (after, tenant) = (Incident.Evolve(before, e.StreamKey!, restricted), operations.TenantId);
            string[] audience = [.. NeedToKnow.AudienceOf(after)];
            operations.QueueSqlCommand(Update, audience, audience, tenant, after.ReportNumbers.ToArray());
        }
    }
}

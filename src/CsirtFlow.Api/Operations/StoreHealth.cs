using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Wolverine.Persistence.Durability;

namespace CsirtFlow.Api.Operations;

/// <summary>Ready means: the database answers, notices and queue keep up with the events, and no message lies dead.</summary>
public sealed class StoreHealth(IDocumentStore store, IMessageStore messages) : IHealthCheck
{
    /// <summary>Events that may wait before the service calls itself slow.</summary>
    private const long MostWaiting = 5_000;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var statistics = await store.Advanced.FetchEventStoreStatistics(token: cancellationToken);
        var progress = await store.Advanced.AllProjectionProgress(token: cancellationToken);
        var behind = progress.Where(p => !p.ShardName.StartsWith("HighWater", StringComparison.Ordinal)).Select(p => statistics.EventSequenceNumber - p.Sequence).DefaultIfEmpty(0).Max();
        var counts = await messages.Admin.FetchCountsAsync();

        var facts = new Dictionary<string, object>(StringComparer.Ordinal) { ["events"] = statistics.EventCount, ["behind"] = behind, ["deadLetters"] = counts.DeadLetter };
        return behind > MostWaiting || counts.DeadLetter > 0
            ? HealthCheckResult.Degraded($"{behind} events wait, {counts.DeadLetter} messages lie dead", data: facts)
            : HealthCheckResult.Healthy(data: facts);
    }
}

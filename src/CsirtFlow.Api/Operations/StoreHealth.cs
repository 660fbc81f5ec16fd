using System.Collections.Concurrent;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Mail;
using CsirtFlow.Api.Evidence;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Platform;
using CsirtFlow.Notifications.Mail;
using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Wolverine.Persistence.Durability;

namespace CsirtFlow.Api.Operations;

/// <summary>Ready means: the database answers, notices and queue keep up with the events, no message lies dead, and the revised templates, the certificates of recipients and the malware scanner work. It names what does not; it is read by strangers too.</summary>
public sealed class StoreHealth(IDocumentStore store, IMessageStore messages, NpgsqlDataSource source, NoticeWriter writer, RecipientCertificates certificates, ClamdScanner scanner, IReadOnlyList<MailboxOptions> mailboxes, MailboxStates mailboxStates, TimeProvider clock) : IHealthCheck
{
    /// <summary>Events that may wait before the service calls itself slow.</summary>
    private const long MostWaiting = 5_000;

    /// <summary>One that does not move for so long while events wait has stopped; one look is not enough to know.</summary>
    private static readonly TimeSpan StandsStill = TimeSpan.FromMinutes(1);

    private static readonly string[] Expected = [$"{nameof(CaseBoard)}:All", "Notices:All"];

    private readonly ConcurrentDictionary<string, (long Sequence, DateTimeOffset Since)> seen = new(StringComparer.Ordinal);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var last = await LastEvent(cancellationToken);
        var progress = (await store.Advanced.AllProjectionProgress(token: cancellationToken)).Where(p => !p.ShardName.StartsWith("HighWater", StringComparison.Ordinal)).ToDictionary(p => p.ShardName, p => p.Sequence);
        foreach (var name in Expected) progress.TryAdd(name, 0);
        var dead = (await messages.Admin.FetchCountsAsync()).DeadLetter;

        List<string> wrong = [.. progress.OrderBy(p => p.Key).Select(p => Wrong(p.Key, p.Value, last)).OfType<string>()];
        if (dead > 0) wrong.Add($"{dead} messages lie dead");
        if (writer.Failing is { Count: > 0 } templates) wrong.Add($"revised templates fail, the product's are used: {string.Join(", ", templates)}");
        // The files are named after addresses, so their problems stand in the log alone.
        if (certificates.Problems() is { Count: > 0 } unusable) wrong.Add($"{unusable.Count} certificates of recipients cannot be used, their letters leave unencrypted");
        if (scanner.IsConfigured && await scanner.Version(cancellationToken) is null) wrong.Add("the malware scanner does not answer");
        // Which one is said to those who sign in.
        if (mailboxes.Count > 0 && (await mailboxStates.All(null, cancellationToken)).Count(s => s.IsTroubled(clock.GetUtcNow()) && mailboxes.Any(m => m.Name == s.Mailbox)) is > 0 and var troubled) wrong.Add($"{troubled} mailboxes cannot be read");
        return wrong.Count > 0 ? HealthCheckResult.Degraded(string.Join("; ", wrong)) : HealthCheckResult.Healthy();
    }

    private string? Wrong(string shard, long sequence, long last)
    {
        var now = clock.GetUtcNow();
        var (_, since) = seen.AddOrUpdate(shard, (sequence, now), (_, before) => before.Sequence == sequence && sequence < last ? before : (sequence, now));
        return sequence < last && now - since >= StandsStill ? $"{shard} stands still"
            : last - sequence > MostWaiting ? $"{shard} lags behind"
            : null;
    }

    // Not what the sequence has given out: a number whose transaction failed is waited for by nobody.
    private async Task<long> LastEvent(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select coalesce(max(seq_id), 0) from {EventStore.Schema}.mt_events");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}

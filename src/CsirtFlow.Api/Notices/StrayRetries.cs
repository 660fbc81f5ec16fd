using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Microsoft.Extensions.Options;
using Npgsql;
using Wolverine;

namespace CsirtFlow.Api.Notices;

/// <summary>Finds notices whose next attempt lies further away than any wait: it was planned by a clock that has been set back since, and the message that would make it sleeps until then.</summary>
public sealed partial class StrayRetries(NpgsqlDataSource source, IServiceScopeFactory scopes, IOptions<MailOptions> options, TimeProvider clock, ILogger<StrayRetries> log) : BackgroundService
{
    private const int AtOnce = 100;

    private const string Strays = $"select tenant_id, id from {EventStore.Schema}.notice where pending and data ->> 'delivery' = 'Retrying' and (data ->> 'nextAttempt')::timestamptz > $1 order by tenant_id, queued_at limit 1000";

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    /// <summary>Has them tried now.</summary>
    public async Task Look(CancellationToken cancellation)
    {
        var found = new List<(string Tenant, string Id)>();
        await using (var command = source.CreateCommand(Strays))
        {
            command.Parameters.AddWithValue(clock.GetUtcNow() + options.Value.LongestWait);
            await using var row = await command.ExecuteReaderAsync(cancellation);
            while (await row.ReadAsync(cancellation)) found.Add((row.GetString(0), row.GetString(1)));
        }
        if (found.Count == 0) return;

        Found(log, found.Count);
        await using var scope = scopes.CreateAsyncScope();
        var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();
        foreach (var tenant in found.GroupBy(f => f.Tenant, f => f.Id, StringComparer.Ordinal))
            foreach (var some in tenant.Chunk(AtOnce)) await bus.PublishAsync(new DeliverNotices([.. some]), new DeliveryOptions { TenantId = tenant.Key });
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(log, e);
            }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock was set back: {Count} notices had been put off by the time that it showed before; they are tried now")]
    private static partial void Found(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Notices that a wrong clock has put off could not be looked for; it is tried again")]
    private static partial void Failed(ILogger log, Exception e);
}

using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Platform;
using Marten;
using Marten.Services;
using Npgsql;

namespace CsirtFlow.Api.Web.Live;

/// <summary>Says that something has changed, never what: the page is asked for again with the person's own rights.</summary>
/// <remarks>The queue that was just remade on this machine wakes everybody at once; what another machine remade is seen at the next look.</remarks>
public sealed class CaseChanges(NpgsqlDataSource source, TimeProvider clock, IHostApplicationLifetime lifetime) : IChangeListener
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    /// <summary>Then the browser connects again, and the sign-in is asked again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // Only what the queue has already taken in counts, else the page would be asked for too early.
    private const string SinceThen = $"""
        with queue as (select coalesce(max(last_seq_id), 0) as at from {EventStore.Schema}.mt_event_progression where name like '{nameof(CaseBoard)}:%')
        select at, exists (select from {EventStore.Schema}.mt_events e where e.tenant_id = $1 and e.seq_id > $2 and e.seq_id <= at and (e.stream_id not like 'notice/%' or e.type = 'notice_failed')) from queue
        """;

    private TaskCompletionSource remade = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task BeforeCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token) => Task.CompletedTask;

    public Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        Interlocked.Exchange(ref remade, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        return Task.CompletedTask;
    }

    /// <param name="after">Where the browser was when it lost the connection.</param>
    public async IAsyncEnumerable<SseItem<string>> Of(string tenant, long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        var (until, seen) = (clock.GetUtcNow() + Longest, after);
        while (clock.GetUtcNow() < until && !end.IsCancellationRequested)
        {
            var next = Volatile.Read(ref remade).Task;
            var (at, changed) = await Look(tenant, seen ?? long.MaxValue, cancellation);
            // A beat shows at either end that the other is still there.
            yield return new("", seen is null || changed ? "changed" : "beat") { EventId = at.ToString(System.Globalization.CultureInfo.InvariantCulture) };
            seen = at;
            await Task.WhenAny(next, Task.Delay(BetweenLooks, clock, end.Token));
        }
    }

    private async Task<(long At, bool Changed)> Look(string tenant, long after, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(SinceThen);
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = after });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetBoolean(1));
    }
}

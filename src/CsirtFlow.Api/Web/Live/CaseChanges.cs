using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Platform;
using Marten;
using Marten.Services;
using Npgsql;

namespace CsirtFlow.Api.Web.Live;

/// <summary>Says that something has changed, never what: the page is asked for again with the person's own rights.</summary>
/// <remarks>The queue that was just remade on this machine wakes everybody at once; what another machine remade is seen at the next look. One look is enough for all who wait.</remarks>
public sealed class CaseChanges(NpgsqlDataSource source, TimeProvider clock, IHostApplicationLifetime lifetime) : IChangeListener
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    /// <summary>Then the browser connects again, and the sign-in is asked again: a session that is over hears no more.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Open pages of one person; those in the background have none.</summary>
    public const int MostOfOne = 16;

    public const int Most = 1_000;

    // Only what the queue has already taken in counts, else the page would be asked for too early.
    private const string LastChange = $"""
        with queue as (select coalesce(max(last_seq_id), 0) as at from {EventStore.Schema}.mt_event_progression where name like '{nameof(CaseBoard)}:%')
        select at, coalesce((select e.seq_id from {EventStore.Schema}.mt_events e where e.tenant_id = $1 and e.seq_id <= at and (e.stream_id not like 'notice%' or e.type = 'notice_failed') order by e.seq_id desc limit 1), 0) from queue
        """;

    private readonly ConcurrentDictionary<string, Look> looks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string, string), int> open = new();
    private int all;
    private TaskCompletionSource remade = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task BeforeCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token) => Task.CompletedTask;

    public Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        Interlocked.Exchange(ref remade, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        return Task.CompletedTask;
    }

    /// <summary>A place for one connection, or null when this person, or everybody together, has too many of them.</summary>
    public IDisposable? Enter(Caller caller)
    {
        var place = new Place(this, (caller.Tenant, caller.PersonId ?? ""));
        if (Interlocked.Increment(ref all) <= Most & open.AddOrUpdate(place.Of, 1, (_, n) => n + 1) <= MostOfOne) return place;

        place.Dispose();
        return null;
    }

    /// <param name="after">Where the browser was when it lost the connection.</param>
    public async IAsyncEnumerable<SseItem<string>> Of(string tenant, long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        var (begun, seen) = (clock.GetTimestamp(), after);
        while (clock.GetElapsedTime(begun) < Longest && !end.IsCancellationRequested)
        {
            var next = Volatile.Read(ref remade).Task;
            var (at, changed) = await Latest(tenant, next);
            // A beat shows at either end that the other is still there.
            yield return new("", seen is null || changed > seen ? "changed" : "beat") { EventId = at.ToString(System.Globalization.CultureInfo.InvariantCulture) };
            seen = at;
            await Task.WhenAny(next, Task.Delay(BetweenLooks, clock, end.Token));
        }
    }

    private async Task<(long At, long Changed)> Latest(string tenant, Task remadeNext)
    {
        var now = clock.GetTimestamp();
        var look = looks.AddOrUpdate(tenant, New, (t, known) => known.Before == remadeNext && clock.GetElapsedTime(known.At, now) < BetweenLooks && !known.Failed ? known : New(t));
        return await look.Result.Value;

        Look New(string t) => new(remadeNext, now, new(() => Read(t)));
    }

    private async Task<(long At, long Changed)> Read(string tenant)
    {
        await using var command = source.CreateCommand(LastChange);
        command.Parameters.Add(new() { Value = tenant });
        await using var reader = await command.ExecuteReaderAsync(lifetime.ApplicationStopping);
        await reader.ReadAsync(lifetime.ApplicationStopping);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <param name="Before">Completes when the queue is next remade: what was seen is then no longer the latest.</param>
    private sealed record Look(Task Before, long At, Lazy<Task<(long At, long Changed)>> Result)
    {
        public bool Failed => Result is { IsValueCreated: true, Value.IsFaulted: true };
    }

    private sealed class Place(CaseChanges changes, (string, string) of) : IDisposable
    {
        private int left;

        public (string, string) Of => of;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 1) return;

            Interlocked.Decrement(ref changes.all);
            if (changes.open.AddOrUpdate(of, 0, (_, n) => n - 1) == 0) changes.open.TryRemove(new((of), 0));
        }
    }
}

using System.Collections.Immutable;
using CsirtFlow.Api.Duties;
using CsirtFlow.Api.Mail;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using Marten;
using Npgsql;
using Wolverine;

namespace CsirtFlow.Api.Recovery;

/// <summary>
/// 復元の後始末: run once on a database that was restored from a backup, before anybody works with it. What the lost time may have sent already is recorded as held back and not
/// sent again; the 受付番号 that it may have given out are passed over; what became due in it is named.
/// </summary>
public sealed class AfterRestore(NpgsqlDataSource source, Sessions sessions, IDocumentStore store, IServiceProvider services, TimeProvider clock)
{
    /// <summary>受付番号 of the fiscal year that are passed over unless the operator says otherwise.</summary>
    public const int PassedOver = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Where the record of the backup ends (UTC instant).</summary>
    public async Task<DateTimeOffset> End(CancellationToken cancellation) =>
        new((DateTime)(await Value($"select timestamp from {EventStore.Schema}.mt_events where stream_id <> '{StoredEvent.Placeholders}' order by seq_id desc limit 1", cancellation))!, TimeSpan.Zero);

    /// <summary>Passes numbers over, holds back what is still to be sent, and waits until nothing is left to do. The service must be running with <see cref="MailOptions.Hold"/>.</summary>
    /// <exception cref="TimeoutException">Something is still under way.</exception>
    public async Task Settle(int numbers, CancellationToken cancellation)
    {
        await using (var pass = source.CreateCommand($"update {EventStore.Schema}.receipt_counter set last = last + $1 where fiscal_year = $2"))
        {
            pass.Parameters.AddWithValue(numbers);
            pass.Parameters.AddWithValue(FiscalYear.Of(clock.GetUtcNow()).Year);
            await pass.ExecuteNonQueryAsync(cancellation);
        }
        foreach (var (tenant, notices, answers) in await Pending(cancellation))
        {
            await using var scope = services.CreateAsyncScope();
            var (bus, delivery) = (scope.ServiceProvider.GetRequiredService<IMessageBus>(), new DeliveryOptions { TenantId = tenant });
            foreach (var some in notices.Chunk(100)) await bus.PublishAsync(new DeliverNotices([.. some]), delivery);
            foreach (var answer in answers) await bus.PublishAsync(new AnswerMail(answer), delivery);
        }
        using var tick = new PeriodicTimer(Look);
        var until = clock.GetUtcNow() + Patience;
        while ((long)(await Value(UnderWay, cancellation))! > 0)
        {
            if (clock.GetUtcNow() > until) throw new TimeoutException("Messages are still under way; look at /api/dead-letters and run it again.");
            await tick.WaitForNextTickAsync(cancellation);
        }
    }

    /// <summary>Records in each organisation what was found, to be told when the service runs again. The service must have been stopped.</summary>
    /// <param name="end">Where the record of the backup ends.</param>
    public async Task<ImmutableArray<PassedLimit>> Record(DateTimeOffset end, int numbers, CancellationToken cancellation)
    {
        var (now, all) = (clock.GetUtcNow(), ImmutableArray.CreateBuilder<PassedLimit>());
        await using var reading = store.QuerySession();
        foreach (var o in (await reading.Query<OrganisationState>().Where(o => o.AnyTenant()).ToListAsync(cancellation)).Select(o => o.Organisation).Where(o => o.Drill is null))
        {
            await using var session = sessions.Open(Caller.Clock(o.Id));
            var passed = await Passed(session, o, end, now, cancellation);
            var held = (int)(long)(await Value($"select count(*) from {EventStore.Schema}.notice where tenant_id = '{o.Id.Replace("'", "''", StringComparison.Ordinal)}' and pending and data ->> 'lastReply' = '{NoticeSender.HeldReply}'", cancellation))!;
            (await session.Events.FetchForWriting<RecordHistory>(RecordHistory.Key, cancellation)).AppendOne(new RecordRestored(end, numbers, held, passed, new Provenance(Actor.Service, "after-restore", now, now)));
            await session.SaveChangesAsync(cancellation);
            all.AddRange(passed);
        }
        return all.ToImmutable();
    }

    private static async Task<ImmutableArray<PassedLimit>> Passed(IQuerySession session, Organisation o, DateTimeOffset end, DateTimeOffset now, CancellationToken cancellation)
    {
        var matters = (await session.Query<Report>().ToListAsync(cancellation)).Select(r => Matter.Of(r, o.Settings, now)).Concat((await session.Query<Incident>().ToListAsync(cancellation)).Select(i => Matter.Of(i, o.Settings, now)));
        return [.. matters.SelectMany(m => m.Duties.Where(d => d.IsOpen && d.Due > end && d.Due <= now).Select(d => new PassedLimit(m.Key, d.Key, d.Due, d.IsLegal))).OrderByDescending(p => p.IsLegal).ThenBy(p => p.Due)];
    }

    private async Task<IReadOnlyList<(string Tenant, IReadOnlyList<string> Notices, IReadOnlyList<string> Answers)>> Pending(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"""
            select tenant_id, id, false from {EventStore.Schema}.notice where pending and data ->> 'delivery' in ('Queued', 'Retrying')
            union all select tenant_id, id, true from {EventStore.Schema}.mt_doc_incomingmail where data ->> 'answer' in ('Queued', 'Retrying')
            """);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(string Tenant, string Id, bool Answer)>();
        while (await row.ReadAsync(cancellation)) found.Add((row.GetString(0), row.GetString(1), row.GetBoolean(2)));
        return [.. found.GroupBy(f => f.Tenant, (tenant, of) => (tenant, (IReadOnlyList<string>)[.. of.Where(f => !f.Answer).Select(f => f.Id)], (IReadOnlyList<string>)[.. of.Where(f => f.Answer).Select(f => f.Id)]))];
    }

    // Events that nobody has read, messages that are due, notices and answers that have not been held back.
    private const string UnderWay = $"""
        select (select count(*) from {EventStore.Schema}.mt_events where seq_id > (select coalesce(min(last_seq_id), 0) from {EventStore.Schema}.mt_event_progression where name like 'CaseBoard:%' or name like 'Notices:%'))
             + (select count(*) from {EventStore.MessageSchema}.wolverine_incoming_envelopes where status = 'Incoming' or (status = 'Scheduled' and execution_time <= now()))
             + (select count(*) from {EventStore.Schema}.notice where pending and data ->> 'delivery' in ('Queued', 'Retrying'))
             + (select count(*) from {EventStore.Schema}.mt_doc_incomingmail where data ->> 'answer' in ('Queued', 'Retrying'))
        """;

    private async Task<object?> Value(string sql, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(cancellation);
    }
}

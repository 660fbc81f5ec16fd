using System.Collections.Immutable;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Npgsql;

namespace CsirtFlow.Api.Record;

/// <summary>Verifies the record in the database and records what was found, in each organisation as an event of its own.</summary>
public sealed class RecordCheck(NpgsqlDataSource source, RecordChain chain, EventSigner signer, TimestampAuthority authority, Sessions sessions, IDocumentStore store, TimeProvider clock)
{
    private const long Night = 0x637369727466_02;

    /// <summary>Reads everything: some minutes for a million events.</summary>
    /// <param name="kept">要約値 from outside, if any.</param>
    public async Task<RecordVerdict> Verify(IEnumerable<RecordHead> kept, CancellationToken cancellation)
    {
        await chain.Extend(cancellation);
        // One view of the store on each connection: what is written meanwhile is seen by neither.
        await using var events = await source.OpenConnectionAsync(cancellation);
        await using var links = await source.OpenConnectionAsync(cancellation);
        await using var view = await events.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var snapshot = (string)(await new NpgsqlCommand("select pg_export_snapshot()", events).ExecuteScalarAsync(cancellation))!;
        await using var same = await links.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        await new NpgsqlCommand($"set transaction snapshot '{snapshot}'", links).ExecuteNonQueryAsync(cancellation);

        var keys = signer.Known;
        var seen = (await RecordStore.Verifications(events, cancellation)).Select(e => e.Saw).OfType<RecordHead>();
        var verifier = new RecordVerifier(keys, [.. seen, .. kept]);
        await verifier.Walk(RecordStore.Chain(links, cancellation), RecordStore.Events(events, long.MinValue, 0, cancellation).Select(e => HashedEvent.Of(e, keys)));
        await foreach (var (organisation, stream, version) in RecordStore.Streams(events, cancellation)) verifier.Stream(organisation, stream, version);
        await foreach (var (organisation, sha256, actual) in RecordStore.Files(events, cancellation)) verifier.File(organisation, sha256, actual);
        return verifier.Verdict();
    }

    /// <summary>Verifies and records: the event of the verification tells those who are to know.</summary>
    public async Task VerifyAndRecord(bool scheduled, Actor by, string from, CancellationToken cancellation) => await Record(await Organisations(cancellation), scheduled, by, from, cancellation);

    /// <summary>The nightly verification, for those who have not had it.</summary>
    /// <param name="night">Since when it is due.</param>
    /// <returns>False while another node is at it.</returns>
    public async Task<bool> VerifyOfTheNight(DateTimeOffset night, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var turn = await connection.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand($"select pg_try_advisory_xact_lock({Night})", connection);
        if (!(bool)(await command.ExecuteScalarAsync(cancellation))!) return false;

        var owed = new List<string>();
        foreach (var organisation in await Organisations(cancellation))
            if (!await RecordStore.Nightly(connection, organisation, cancellation).AnyAsync(at => RecordOptions.IsOfNight(at, night, clock.GetUtcNow()), cancellation)) owed.Add(organisation);
        if (owed.Count > 0) await Record(owed, scheduled: true, Actor.Service, "clock", cancellation);
        return true;
    }

    private async Task Record(IReadOnlyCollection<string> organisations, bool scheduled, Actor by, string from, CancellationToken cancellation)
    {
        var verdict = await Verify([], cancellation);
        var timestamp = await authority.Of(verdict.Head, cancellation);
        var now = clock.GetUtcNow();
        foreach (var organisation in organisations)
        {
            await using var session = sessions.Open(Caller.Clock(organisation));
            ImmutableArray<RecordFinding> own = [.. verdict.Findings.Where(f => f.Organisation == organisation || f.Organisation.Length == 0).Take(RecordHistory.MostKept)];
            (await session.Events.FetchForWriting<RecordHistory>(RecordHistory.Key, cancellation)).AppendOne(new RecordVerified(verdict.Head.ToString(), verdict.Events, verdict.Files, verdict.Findings.Length, own, scheduled, new Provenance(by, from, now, now)) { Timestamp = timestamp });
            await session.SaveChangesAsync(cancellation);
        }
    }

    // Without the places of drills: their events are in the same record, and their auditors are the same people.
    private async Task<IReadOnlyCollection<string>> Organisations(CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return [.. (await session.Query<OrganisationState>().Where(o => o.AnyTenant()).ToListAsync(cancellation)).Where(o => o.Organisation.Drill is null).Select(o => o.Organisation.Id)];
    }
}

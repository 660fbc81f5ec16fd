using CsirtFlow.Api.Board;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Npgsql;
using Wolverine;

namespace CsirtFlow.Api.Record;

/// <summary>記録の検証 as people ask for it.</summary>
/// <param name="Last">Null before the first verification; its findings are shown to the auditor alone.</param>
/// <param name="Restored">The newest restoration, with the limits of those cases that the caller may see; null where there was none.</param>
/// <param name="Head">要約値 of the chain now.</param>
/// <param name="KeyId">Null where nothing is signed.</param>
/// <param name="PublicKey">In PEM.</param>
public sealed record RecordState(RecordVerified? Last, RecordRestored? Restored, RecordHead Head, string? KeyId, string? PublicKey);

/// <summary>Who may ask what about the record (50-6): what does not fit names cases, and not everybody may know of each.</summary>
public sealed class RecordDesk(NpgsqlDataSource source, Sessions sessions, OrganisationDirectory directory, CaseReader cases, EventSigner signer, IMessageBus bus, TimeProvider clock)
{
    /// <summary>Who sees how the record stands and may have it verified.</summary>
    public static readonly Office[] Readers = [Office.Auditor, Office.SupervisingOfficer, Office.Ciso, Office.CsirtLead];

    /// <exception cref="PolicyViolationException">The caller holds none of the offices.</exception>
    public async Task<RecordState> State(Caller caller, CancellationToken cancellation)
    {
        var office = (await Actor(caller, cancellation)).Office;
        await using var reading = sessions.Read(caller.Tenant);
        var (last, restored) = await reading.LoadAsync<RecordHistory>(RecordHistory.Key, cancellation) is { } history ? (history.Last, history.Restored) : (null, null);
        if (restored is not null)
        {
            var seen = await cases.Visible(caller, restored.Passed.Select(p => p.Case), cancellation);
            restored = restored with { Passed = [.. restored.Passed.Where(p => seen.Contains(p.Case))] };
        }
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return new(office == Office.Auditor ? last : last is null ? null : last with { Findings = [] }, restored, (await RecordStore.Last(connection, cancellation)).Head, signer.Key?.Id, signer.Key?.PublicPem);
    }

    /// <summary>Whether the chain has been in this state.</summary>
    public async Task<bool> Was(Caller caller, RecordHead head, CancellationToken cancellation)
    {
        await Actor(caller, cancellation);
        await using var command = source.CreateCommand($"select encode(hash, 'hex') from {EventStore.Schema}.record_link where position = $1");
        command.Parameters.AddWithValue(head.Position);
        return await command.ExecuteScalarAsync(cancellation) is string hash && hash == head.Hash;
    }

    /// <summary>The result comes as an event.</summary>
    public async Task Ask(Caller caller, CancellationToken cancellation) => await bus.PublishAsync(new VerifyRecord(await Actor(caller, cancellation), caller.From));

    private async Task<Actor> Actor(Caller caller, CancellationToken cancellation) =>
        Acting.As(await directory.Get(caller.Tenant, cancellation), caller.PersonId ?? "", Readers, Scope.Section(null), clock.GetUtcNow()) ?? throw new PolicyViolationException(Rules.OfficeMayNot);
}

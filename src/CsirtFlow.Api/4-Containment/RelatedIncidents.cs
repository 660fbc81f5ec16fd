using System.Security.Cryptography;
using System.Text;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Containment;

/// <summary>
/// 関連する件の登録 (32-3-3後段): takes the report, evaluates it and links it, each with a key made from the one that came. Interrupted, it goes on
/// where it stopped when it is sent again; not sent again, the report waits for 評価 like any other.
/// </summary>
public sealed class RelatedIncidents(CaseReader cases, ReportIntake intake, CommandDesk desk, OrganisationDirectory directory, TimeProvider clock)
{
    /// <returns>The outcome with the number of the new incident.</returns>
    public async Task<CommandOutcome> Open(string number, OpenRelatedIncident command, Sent sent, CancellationToken cancellation)
    {
        var (caller, now) = (sent.Caller, clock.GetUtcNow());
        var incident = await cases.Incident(caller, number, null, cancellation);
        var organisation = await directory.Get(caller.Tenant, cancellation);
        var actor = Acting.As(organisation, caller.PersonId ?? "", Acting.Offices(typeof(OpenRelatedIncident)), Scope.Of(incident), now);
        PolicyViolationException.ThrowIf(actor is null, Rules.OfficeMayNot);

        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.PersonId}/{number}/{sent.IdempotencyKey ?? ReportIntake.Unguessable()}")));
        var report = command.Report(incident, new Circumstances(new Provenance(actor!, caller.From, now, now), organisation));
        var (receipt, _) = await intake.Take(report, Channel.SystemsCheck, [], caller, key, cancellation);
        var outcome = await desk.Take(receipt.Number, command.Evaluation, new Sent(caller, IdempotencyKey: $"{key}/evaluation"), cancellation);
        await desk.Take(number, command.Link(receipt.Number), new Sent(caller, IdempotencyKey: $"{key}/link"), cancellation);
        return outcome;
    }
}

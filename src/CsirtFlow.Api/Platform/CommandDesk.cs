using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using CsirtFlow.Api.Access;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;
using JasperFx;
using JasperFx.Events;
using Marten;

namespace CsirtFlow.Api.Platform;

/// <summary>What comes with a command besides its content.</summary>
/// <param name="ExpectedVersion">The version that the person had on the screen (If-Match), or null.</param>
/// <param name="IdempotencyKey">Sent again with the same key, the command is done once; null for none.</param>
public sealed record Sent(Caller Caller, long? ExpectedVersion = null, string? IdempotencyKey = null)
{
    /// <summary>Kept in the same transaction as the events.</summary>
    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    /// <summary>What else happens in the same transaction, where the command does anything.</summary>
    public Action<IDocumentSession, Provenance>? AlongWith { get; init; }
}

/// <summary>Takes commands: loads the state, finds the office in which the person may act, lets the domain decide, and stores what happened in one transaction.</summary>
public sealed class CommandDesk(Sessions sessions, OrganisationDirectory directory, AccessRecord access, TimeProvider clock)
{
    private const int Tries = 5;

    public Task<CommandOutcome> Take(string number, ICommand<Report, ReportEvent> command, Sent sent, CancellationToken cancellation) =>
        Take(Known(number), Report.Key(number), command, Scope.Of, sent, cancellation);

    public Task<CommandOutcome> Take(string number, ICommand<Incident, IncidentEvent> command, Sent sent, CancellationToken cancellation) =>
        Take(Known(number), Incident.Key(number), command, Scope.Of, sent, cancellation);

    public Task<CommandOutcome> Take(string number, string form, int issue, ICommand<CaseDocument, DocumentEvent> command, Sent sent, CancellationToken cancellation) =>
        Take(Known(number), CaseDocument.Key(number, form, issue), command, Scope.Of, sent, cancellation);

    /// <param name="list">第n号 of the 本人の名簿.</param>
    public Task<CommandOutcome> Take(string number, int list, ICommand<PersonList, PersonListEvent> command, Sent sent, CancellationToken cancellation) =>
        Take(Known(number), PersonList.Key(number, list), command, _ => Scope.Section(null), sent, cancellation);

    /// <param name="key">Of the form or template; its stream begins with the first proposal.</param>
    public Task<CommandOutcome> Take(string key, ICommand<FormHistory, FormEvent> command, Sent sent, CancellationToken cancellation) =>
        Take(key, key, command, _ => Scope.Section(null), sent, cancellation, () => new FormHistory(key));

    /// <param name="number">Of the matter that is kept; its stream begins with the first command. Whether the person may see the matter was asked before.</param>
    public Task<CommandOutcome> Take(string number, ICommand<RetentionHistory, RetentionEvent> command, Sent sent, CancellationToken cancellation) =>
        Take(Known(number), RetentionHistory.Key(number), command, _ => Scope.Section(null), sent, cancellation, () => new RetentionHistory(number));

    /// <param name="sha256">Of the 受信メール.</param>
    public Task<CommandOutcome> Take(string sha256, ICommand<IncomingMail, MailEvent> command, Sent sent, CancellationToken cancellation) =>
        Take(sha256, IncomingMail.Key(sha256), command, _ => Scope.Section(null), sent, cancellation);

    private static string Known(string number) => ReceiptNumber.IsValid(number) ? number : throw NotFoundException.Case();

    /// <param name="begin">The state before the first event; null where the stream must be there.</param>
    private async Task<CommandOutcome> Take<TState, TEvent>(string number, string key, ICommand<TState, TEvent> command, Func<TState, Scope> scope, Sent sent, CancellationToken cancellation, Func<TState>? begin = null)
        where TState : class where TEvent : CaseEvent
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TakeOnce(number, key, command, scope, begin, sent, cancellation);
            }
            catch (Exception e) when (e is ConcurrencyException or DocumentAlreadyExistsException or JasperFx.Events.ExistingStreamIdCollisionException or Marten.Exceptions.ExistingStreamIdCollisionException)
            {
                // Two acted at once: the decision is asked again on the new state, which is refused where the person had named another version.
                if (attempt == Tries) throw await Changed(key, sent.Caller.Tenant, sent.ExpectedVersion, cancellation);
            }
        }
    }

    private async Task<CommandOutcome> TakeOnce<TState, TEvent>(string number, string key, ICommand<TState, TEvent> command, Func<TState, Scope> scope, Func<TState>? begin, Sent sent, CancellationToken cancellation)
        where TState : class where TEvent : CaseEvent
    {
        var (caller, now) = (sent.Caller, clock.GetUtcNow());
        await using var session = sessions.Open(caller);

        var receiptId = sent.IdempotencyKey is { } k ? $"{caller.PersonId}/{k}" : null;
        var fingerprint = Fingerprint(number, command, sent.Files);
        if (receiptId is not null && await session.LoadAsync<CommandReceipt>(receiptId, cancellation) is { } before)
            return before.Fingerprint == fingerprint ? before.Outcome
                : throw new BadRequestException("同じ Idempotency-Key で別の内容が送られました。", "Something else was sent with the same Idempotency-Key.", StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused");

        var stream = await session.Events.FetchForWriting<TState>(key, cancellation);
        var organisation = await directory.Get(caller.Tenant, cancellation);
        if ((stream.Aggregate ?? begin?.Invoke()) is not { } state) throw NotFoundException.Case();
        var incident = await IncidentOf(session, state, cancellation);
        var seen = MaySee(state, incident, organisation, caller, now);
        if (!seen && !MayViewInEmergency(command.GetType(), incident, organisation, caller, now)) throw NotFoundException.Case();
        // A refusal says how the matter stands.
        if (seen) await access.Looked(caller, incident, cancellation);

        var current = stream.CurrentVersion ?? 0;
        if (seen && sent.ExpectedVersion is { } expected && expected != current) throw await Changed(key, caller.Tenant, expected, cancellation);

        var actor = Acting.For(organisation, caller.PersonId ?? "", command.GetType(), scope(state), incident?.RestrictedTo ?? [], now);
        PolicyViolationException.ThrowIf(actor is null, Rules.OfficeMayNot);
        if (!caller.Proved && Acting.WantsProof(command.GetType())) throw new ProofNeededException();

        var circumstances = new Circumstances(new Provenance(actor!, caller.From, now, now), organisation)
        {
            RestrictedTo = incident?.RestrictedTo ?? [],
            Reports = command is IRestsOnReports<TState> resting ? await Reports(session, resting.RestsOn(state), cancellation) : [],
        };
        var events = WithFiles(command, sent.Files).Decide(state, circumstances);
        stream.AppendMany(events.Cast<object>());
        if (events.Length > 0) EvidenceStore.Store(session, sent.Files, now);
        if (events.Length > 0) sent.AlongWith?.Invoke(session, circumstances.Origin);
        if (events.Length > 0 && command is IReachesIncident<TState> reaching)
            foreach (var consequence in reaching.Consequences(state, circumstances)) await Reach(session, consequence, organisation, caller, now, cancellation);

        var outcome = new CommandOutcome(number, current + events.Length, [.. events.Select(e => Term.Of(e.GetType()))]);
        if (receiptId is not null) session.Insert(new CommandReceipt(receiptId, fingerprint, outcome, now));
        await session.SaveChangesAsync(cancellation);
        return outcome;
    }

    private static ICommand<TState, TEvent> WithFiles<TState, TEvent>(ICommand<TState, TEvent> command, IReadOnlyList<UploadedFile> files) => files.Count == 0 ? command
        : command is ITakesFiles<TState, TEvent> taking ? taking.With([.. files.Select(EvidenceStore.Describe)]) : throw new BadRequestException("この操作にファイルは付けられません。", "No files can come with this.");

    private static async Task Reach(IDocumentSession session, Consequence consequence, Organisation organisation, Caller caller, DateTimeOffset now, CancellationToken cancellation)
    {
        var key = Incident.Key(consequence.Number);
        if (consequence.Opens)
        {
            session.Events.StartStream<Incident>(key, consequence.Event);
            return;
        }

        var incident = await session.Events.FetchForWriting<Incident>(key, cancellation);
        // One that the caller may not see is answered like one that does not exist.
        PolicyViolationException.ThrowIf(incident.Aggregate is null || !MaySee(incident.Aggregate, incident.Aggregate, organisation, caller, now),
            consequence.OnlyLinks ? Rules.IncidentKnown : Rules.IncidentToJoinGiven);
        PolicyViolationException.ThrowIf(incident.Aggregate!.IsClosed && !consequence.OnlyLinks, Rules.StillOpen);
        consequence.CheckAgainst(incident.Aggregate);
        incident.AppendOne(consequence.Event);
    }

    // What is stored rests on them, so it is stored only while nothing has happened to them since.
    private static async Task<ImmutableArray<Report>> Reports(IDocumentSession session, IEnumerable<string> numbers, CancellationToken cancellation)
    {
        var reports = ImmutableArray.CreateBuilder<Report>();
        foreach (var number in numbers)
        {
            var stream = await session.Events.FetchForWriting<Report>(Report.Key(number), cancellation);
            stream.AlwaysEnforceConsistency = true;
            reports.Add(stream.Aggregate ?? throw new InvalidOperationException($"There is no report {number}."));
        }
        return reports.ToImmutable();
    }

    private static async Task<Incident?> IncidentOf<TState>(IQuerySession session, TState state, CancellationToken cancellation) => state switch
    {
        Incident incident => incident,
        CaseDocument document => await session.LoadAsync<Incident>(Incident.Key(document.Number), cancellation),
        RetentionHistory kept => await session.LoadAsync<Incident>(Incident.Key(kept.Number), cancellation),
        PersonList list => await session.LoadAsync<Incident>(Incident.Key(list.Number), cancellation),
        Report { IncidentNumber: { } number } => await session.LoadAsync<Incident>(Incident.Key(number), cancellation),
        _ => null,
    };

    // A form belongs to no case; that a matter which is no incident may be seen was asked before.
    private static bool MaySee<TState>(TState state, Incident? incident, Organisation organisation, Caller caller, DateTimeOffset now) =>
        state is FormHistory || (state is RetentionHistory && incident is null) || NeedToKnow.MaySee(NeedToKnow.AudiencesOf(organisation, caller.PersonId ?? "", now), state switch
        {
            Report report => NeedToKnow.AudienceOf(report, incident),
            IncomingMail => NeedToKnow.AudienceOfMail,
            _ when incident is not null => NeedToKnow.AudienceOf(incident),
            _ => [],
        });

    private static bool MayViewInEmergency(Type command, Incident? incident, Organisation organisation, Caller caller, DateTimeOffset now) =>
        incident is not null && command.GetCustomAttribute<ByAttribute>() is { KeptOut: true } && NeedToKnow.MayViewInEmergency(organisation, caller.PersonId ?? "", incident, now);

    private async Task<ChangedMeanwhileException> Changed(string key, string tenant, long? seen, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        var events = await session.Events.FetchStreamAsync(key, token: cancellation);
        var since = events.Where(e => e.Version > (seen ?? events.Count - 1)).Select(EventLine.Of).Select(l => new Wording($"{l.Time} {l.Term}（{l.By}）", $"{Language.English.Moment(l.RecordedAt)} {l.TermIn(Language.English)} ({l.ByIn(Language.English)})"));
        return new ChangedMeanwhileException([.. since], events.Count, seen is not null);
    }

    private static string Fingerprint(string number, object command, IEnumerable<UploadedFile> files) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { number, type = command.GetType().Name, command, files = files.Select(f => EvidenceStore.Describe(f).Sha256) }, Json.Strict)));
}

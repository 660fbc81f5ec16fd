using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.PersonalData;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using JasperFx;
using Marten;

namespace CsirtFlow.Api.Reports;

/// <summary>A file that came with a report.</summary>
public sealed record UploadedFile(string Name, string ContentType, byte[] Content);

/// <summary>Takes reports: gives the number, stores the report and its files in one transaction, and answers the same receipt when it is sent again.</summary>
public sealed partial class ReportIntake(Sessions sessions, OrganisationDirectory directory, ReceiptNumbers numbers, ReporterContacts contacts, PersonalSeal seal, TimeProvider clock, ILogger<ReportIntake> log)
{
    /// <summary>A key that a stranger could guess would open the receipt of somebody else.</summary>
    public const int ShortestKey = 16;

    private const int Tries = 5;

    /// <param name="key">Idempotency key, at least <see cref="ShortestKey"/> characters; null makes one.</param>
    /// <returns>The receipt, and whether the report is new.</returns>
    public async Task<(Submission Receipt, bool New)> Take(ReportOccurrence wish, Channel channel, IReadOnlyList<UploadedFile> files, Caller caller, string? key, CancellationToken cancellation)
    {
        if (key is not null && (key.Length is < ShortestKey or > 100)) throw new BadRequestException("Idempotency-Key は16文字以上100文字以下の、推測できない値にしてください。", "Idempotency-Key must have 16 to 100 characters that nobody can guess.");

        key ??= Unguessable();
        var fingerprint = Fingerprint(caller.Tenant, wish, files);
        await using var session = sessions.Open(caller);
        if (await session.LoadAsync<Submission>(key, cancellation) is { } before) return (Same(before, fingerprint), false);

        var now = clock.GetUtcNow();
        var organisation = await directory.Get(caller.Tenant, cancellation);
        var circumstances = new Circumstances(new Provenance(Who(organisation, caller), caller.From, now, now), organisation);

        // Decided before a number is taken, so that a refusal leaves no gap.
        var stored = files.Select(EvidenceStore.Describe).ToImmutableArray();
        var reported = wish.Decide("", channel, stored, circumstances);
        var number = await numbers.Next(caller.Tenant, organisation.Drill is not null, now, cancellation);

        var receipt = new Submission(key, number, Unguessable(), RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture), fingerprint, now);
        session.Events.StartStream<Report>(Report.Key(number), contacts.Sealed(session, reported with { Number = number }));
        session.Insert(receipt);
        EvidenceStore.Store(session, files, now);
        try
        {
            await session.SaveChangesAsync(cancellation);
        }
        catch (Exception e)
        {
            NumberUnused(log, number);
            if (e is not DocumentAlreadyExistsException) throw;

            await using var again = sessions.Open(caller);
            return (Same((await again.LoadAsync<Submission>(key, cancellation))!, fingerprint), false);
        }
        return (receipt, true);
    }

    /// <summary>Keeps what the reporter told later. Saying the same twice records it once.</summary>
    /// <exception cref="PolicyViolationException">An answer is too long.</exception>
    public async Task Supplement(string number, SupplementReport wish, IReadOnlyList<UploadedFile> files, Caller caller, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await SupplementOnce(number, wish with { Files = [.. files.Select(EvidenceStore.Describe)] }, files, caller, cancellation);
                return;
            }
            catch (JasperFx.ConcurrencyException) when (attempt < Tries)
            {
                // Somebody else wrote meanwhile; nothing of that speaks against more being told.
            }
        }
    }

    private async Task SupplementOnce(string number, SupplementReport wish, IReadOnlyList<UploadedFile> files, Caller caller, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var organisation = await directory.Get(caller.Tenant, cancellation);
        await using var session = sessions.Open(caller);
        var stream = await session.Events.FetchForWriting<Report>(Report.Key(number), cancellation);
        var told = stream.Aggregate ?? throw NotFoundException.Case();

        var happened = wish.Decide(told, new Circumstances(new Provenance(Who(organisation, caller), caller.From, now, now), organisation));
        var before = await session.Events.FetchStreamAsync(Report.Key(number), token: cancellation);
        if (happened is not [ReportSupplemented more] || before.Select(e => e.Data).OfType<ReportSupplemented>().Any(b => SaysTheSame(b, more))) return;

        stream.AppendOne(more);
        EvidenceStore.Store(session, files, now);
        await session.SaveChangesAsync(cancellation);
    }

    private static bool SaysTheSame(ReportSupplemented a, ReportSupplemented b) =>
        a.Answers.Count == b.Answers.Count && a.Answers.All(x => b.Answers.GetValueOrDefault(x.Key) == x.Value) && a.Files.Select(f => f.Sha256).SequenceEqual(b.Files.Select(f => f.Sha256));

    public static string Unguessable() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static Actor Who(Organisation organisation, Caller caller) =>
        organisation.Person(caller.PersonId ?? "") is { } person ? new Actor(person.Id, person.Name, Office.Staff) : Actor.Anonymous;

    private static Submission Same(Submission before, string fingerprint) =>
        before.Fingerprint == fingerprint ? before : throw new ResentDifferentlyException(before);

    // Keyed: names and numbers could be tried against a plain one for ever.
    private string Fingerprint(string tenant, ReportOccurrence wish, IReadOnlyList<UploadedFile> files) =>
        seal.Fingerprint(tenant, "submission", JsonSerializer.SerializeToUtf8Bytes(new { wish, files = files.Select(f => EvidenceStore.Describe(f).Sha256) }, Json.Strict));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Receipt number {Number} was given out but its report was not stored; the number stays unused")]
    private static partial void NumberUnused(ILogger log, string number);
}

/// <summary>The same key came with other content: for the API an error, for the form something more to keep.</summary>
public sealed class ResentDifferentlyException(Submission before) : Exception("同じ Idempotency-Key で別の内容が送られました。")
{
    public Submission Before { get; } = before;
}

using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.PersonalData;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Mail.Incoming;
using Marten;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CsirtFlow.Api.Mail;

/// <summary>受信メールの受付 (32-1-1, 32-2-1): reads a stored mail, decides where it goes, and records it. Asked again about the same mail it changes nothing.</summary>
public sealed partial class MailIntake(
    Sessions sessions, NpgsqlDataSource source, OrganisationDirectory directory, ReportIntake intake, NoticeList notices, ReplyTokens tokens, MailHeadings headings, PersonalSeal seal, IOptions<MailOptions> outgoing, IConfiguration configuration, TimeProvider clock, ILogger<MailIntake> log)
{
    /// <summary>Bytes of a mail; of a larger one only the beginning is kept.</summary>
    public const int LargestMail = 50 * 1024 * 1024;

    private readonly int mostPerHour = configuration.GetValue("Limits:MailReportsPerHour", 200);

    /// <param name="old">It lay in the mailbox before the service began to look into it.</param>
    public async Task Take(string tenant, MailboxOptions mailbox, string sha256, bool old, CancellationToken cancellation)
    {
        var key = IncomingMail.Key(sha256);
        await using (var session = sessions.Read(tenant))
            if (await session.LoadAsync<IncomingMail>(key, cancellation) is not null) return;

        var raw = await EvidenceStore.Load(source, tenant, sha256, cancellation) ?? throw new InvalidOperationException($"The mail {sha256} is not stored.");
        var organisation = await directory.Get(tenant, cancellation);
        var mail = MailReader.Read(raw, Domain, mailbox.Address);
        var coming = new Coming(tenant, mailbox, organisation, mail, raw, sha256, MailReading.Heading(mail, raw.Length >= LargestMail, organisation, mailbox.AuthenticationServer), MailReading.Fingerprint(mail, sha256, said => seal.Fingerprint(tenant, "mail", said)), old);

        // The same mail may come into two mailboxes at once: of two copies one is decided after the other.
        await using var alone = await Alone(coming.Fingerprint, cancellation);
        var received = await ReceivedOrHeld(coming, cancellation);
        await using var writing = sessions.Open(Caller.Clock(tenant));
        writing.Events.StartStream<IncomingMail>(key, headings.Sealed(writing, received));
        try
        {
            await writing.SaveChangesAsync(cancellation);
            Taken(log, sha256, mailbox.Name, received.Standing, received.Number ?? "-");
        }
        catch (Exception e) when (e is JasperFx.Events.ExistingStreamIdCollisionException or Marten.Exceptions.ExistingStreamIdCollisionException or JasperFx.DocumentAlreadyExistsException)
        {
            // Another node has recorded it in the same moment.
        }
    }

    /// <summary>A mail on its way into the record.</summary>
    private sealed record Coming(string Tenant, MailboxOptions Mailbox, Organisation Organisation, ReadMail Mail, byte[] Raw, string Sha256, MailHeading Heading, string Fingerprint, bool Old);

    private string Domain => outgoing.Value.From[(outgoing.Value.From.IndexOf('@', StringComparison.Ordinal) + 1)..];

    private async Task<Turn> Alone(string fingerprint, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        var turn = new Turn(connection, await connection.BeginTransactionAsync(cancellation));
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = $"mail {fingerprint}" } } };
        await command.ExecuteNonQueryAsync(cancellation);
        return turn;
    }

    // A connection that goes back to the pool keeps its session's locks; those of a transaction end with it.
    private sealed record Turn(NpgsqlConnection Connection, NpgsqlTransaction Transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Transaction.DisposeAsync();
            await Connection.DisposeAsync();
        }
    }

    // A mail that the service trips over must not lie in the mailbox unseen.
    private async Task<MailReceived> ReceivedOrHeld(Coming coming, CancellationToken cancellation)
    {
        try
        {
            return await Received(coming, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException && !Outage.Is(e))
        {
            NotUnderstood(log, e, coming.Sha256);
            return Recorded(coming, new SortedMail(MailStanding.Held, MailReason.Refused), e.Message, null, toAnswer: false);
        }
    }

    private async Task<MailReceived> Received(Coming coming, CancellationToken cancellation)
    {
        var (tenant, mail, heading, now) = (coming.Tenant, coming.Mail, coming.Heading, clock.GetUtcNow());
        var (failed, about) = await Failed(tenant, mail.Bounce, cancellation);
        var facts = new MailFacts(heading, mail.Text.Length > 0 || mail.Files.Length > 0, await Proof(tenant, coming.Organisation, mail, cancellation), mail.References.Any(ReplyTokens.IsLikeOurs),
            failed is null ? null : new FailedDelivery(about, Delayed: mail.Bounce is { Permanent: false }), await ReportsOf(tenant, heading.Sender, now, cancellation), await ReportsOfAll(tenant, now, cancellation), mostPerHour, coming.Old, await Before(tenant, coming.Fingerprint, cancellation));
        var sorted = MailSorting.Of(facts);
        var detail = mail.Bounce is { } bounce ? $"{bounce.Recipient} {bounce.Status} {bounce.Diagnostic}".Trim() : "";
        try
        {
            if (sorted.Standing == MailStanding.Report)
                sorted = sorted with { Number = await Report(tenant, coming.Organisation, heading.Sender!, mail, coming.Raw, coming.Fingerprint, now, cancellation) };
            if (sorted.Standing == MailStanding.Addition)
                await intake.Supplement(sorted.Number!, MailReading.Addition(heading, mail), MailReading.Files(mail, coming.Raw), CallerOf(tenant, heading.Sender!), cancellation);
        }
        catch (Exception e) when (e is PolicyViolationException or BadRequestException or NotFoundException)
        {
            (sorted, detail) = (new SortedMail(MailStanding.Held, MailReason.Refused, sorted.Number), e.Message);
        }
        return Recorded(coming, sorted, detail, mail.Bounce is { Permanent: true } ? failed : null, MailSorting.IsAnswered(facts, sorted));
    }

    private MailReceived Recorded(Coming coming, SortedMail sorted, string detail, string? failed, bool toAnswer)
    {
        var now = clock.GetUtcNow();
        return new MailReceived(coming.Sha256, coming.Raw.Length, coming.Mailbox.Name, coming.Heading, coming.Fingerprint, sorted.Standing, sorted.Reason, sorted.Number, MailReading.Brief(detail), failed,
            MailProposal.EmergencyOf($"{coming.Mail.Subject}\n{coming.Mail.Text}") == EmergencyImpact.Present, toAnswer, new Provenance(Actor.Service, "mail", now, now));
    }

    /// <summary>Makes the report of a mail, or finds the one that was made of it before.</summary>
    /// <returns>受付番号.</returns>
    public async Task<string> Report(string tenant, Organisation organisation, MailSender sender, ReadMail mail, byte[] raw, string fingerprint, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            var (receipt, _) = await intake.Take(MailReading.Report(organisation, sender, mail, now), Channel.Mail, MailReading.Files(mail, raw), CallerOf(tenant, sender), KeyOf(fingerprint), cancellation);
            return receipt.Number;
        }
        catch (ResentDifferentlyException e)
        {
            // Begun before a crash: what was proposed from the contacts may have changed since, the mail has not.
            return e.Before.Number;
        }
    }

    /// <summary>Key of the report that a mail becomes: two copies, or two people, make one.</summary>
    public static string KeyOf(string fingerprint) => $"mail-{fingerprint}";

    private static Caller CallerOf(string tenant, MailSender sender) => Caller.Clock(tenant) with { PersonId = sender.Confirmed ? sender.PersonId : null, From = "mail" };

    private async Task<ProvenReply?> Proof(string tenant, Organisation organisation, ReadMail mail, CancellationToken cancellation)
    {
        foreach (var (kind, hash) in mail.References.Select(id => tokens.Read(tenant, id)).OfType<(MessageKind, string)>())
        {
            if (kind == MessageKind.Notice && await notices.OfMail(tenant, hash, cancellation) is { } notice && ReceiptNumber.IsValid(notice.Number))
                return new(notice.Number, [notice.Address, .. organisation.Person(notice.PersonId) is { Mail.Length: > 0 } person ? new[] { person.Mail } : []]);

            if (kind == MessageKind.Answer && await Known(tenant, hash, cancellation) is { Number: { } number, Heading.Sender: { } sender }) return new(number, [sender.Address]);
        }
        return null;
    }

    // What failed, and the 受付番号 that it was about.
    private async Task<(string? Failed, string? Number)> Failed(string tenant, BounceReport? bounce, CancellationToken cancellation) => bounce is null ? default : tokens.Read(tenant, bounce.OriginalMessageId) switch
    {
        (MessageKind.Notice, var hash) when await notices.OfMail(tenant, hash, cancellation) is { } notice => (notice.Id, ReceiptNumber.IsValid(notice.Number) ? notice.Number : null),
        (MessageKind.Answer, var hash) when await Known(tenant, hash, cancellation) is { } mail => (mail.Id, mail.Number),
        _ => default,
    };

    private async Task<IncomingMail?> Known(string tenant, string sha256, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        return await session.LoadAsync<IncomingMail>(IncomingMail.Key(sha256), cancellation) is { } mail ? await headings.Opened(tenant, mail, cancellation) : null;
    }

    private async Task<int> ReportsOf(string tenant, MailSender? sender, DateTimeOffset now, CancellationToken cancellation)
    {
        if (sender is null) return 0;

        await using var session = sessions.Read(tenant);
        var (since, mark) = (now.AddHours(-1), headings.Mark(tenant, sender.Address));
        return await session.Query<IncomingMail>().CountAsync(m => m.Heading.SenderMark == mark && m.ReceivedAt > since && (m.Standing == MailStanding.Report || m.Standing == MailStanding.Addition), cancellation);
    }

    private async Task<int> ReportsOfAll(string tenant, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        var since = now.AddHours(-1);
        return await session.Query<IncomingMail>().CountAsync(m => m.ReceivedAt > since && m.Standing == MailStanding.Report, cancellation);
    }

    private async Task<EarlierCopy?> Before(string tenant, string fingerprint, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        return await session.Query<IncomingMail>().Where(m => m.Fingerprint == fingerprint && (m.Reason == null || m.Reason != MailReason.Duplicate)).FirstOrDefaultAsync(cancellation) is { } earlier ? new EarlierCopy(earlier.Number) : null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Mail} could not be understood; it waits for a person")]
    private static partial void NotUnderstood(ILogger log, Exception e, string mail);

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Mail} of {Mailbox} was taken: {Standing} {Number}")]
    private static partial void Taken(ILogger log, string mail, string mailbox, MailStanding standing, string number);
}

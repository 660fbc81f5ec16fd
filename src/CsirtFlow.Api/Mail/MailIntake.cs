using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
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
    Sessions sessions, NpgsqlDataSource source, OrganisationDirectory directory, ReportIntake intake, NoticeList notices, ReplyTokens tokens, IOptions<MailOptions> outgoing, TimeProvider clock, ILogger<MailIntake> log)
{
    /// <summary>Bytes of a mail; of a larger one only the beginning is kept.</summary>
    public const int LargestMail = 50 * 1024 * 1024;

    public async Task Take(string tenant, MailboxOptions mailbox, string sha256, CancellationToken cancellation)
    {
        var key = IncomingMail.Key(sha256);
        await using (var session = sessions.Read(tenant))
            if (await session.LoadAsync<IncomingMail>(key, cancellation) is not null) return;

        var raw = await EvidenceStore.Load(source, tenant, sha256, cancellation) ?? throw new InvalidOperationException($"The mail {sha256} is not stored.");
        var organisation = await directory.Get(tenant, cancellation);
        var received = await ReceivedOrHeld(tenant, mailbox, organisation, raw, sha256, cancellation);

        await using var writing = sessions.Open(Caller.Clock(tenant));
        writing.Events.StartStream<IncomingMail>(key, received);
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

    private string Domain => outgoing.Value.From[(outgoing.Value.From.IndexOf('@', StringComparison.Ordinal) + 1)..];

    // A mail that the service trips over must not lie in the mailbox unseen.
    private async Task<MailReceived> ReceivedOrHeld(string tenant, MailboxOptions mailbox, Organisation organisation, byte[] raw, string sha256, CancellationToken cancellation)
    {
        try
        {
            return await Received(tenant, mailbox, organisation, MailReader.Read(raw, Domain, mailbox.Address), raw, sha256, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException && !Outage.Is(e))
        {
            NotUnderstood(log, e, sha256);
            var now = clock.GetUtcNow();
            return new MailReceived(sha256, raw.Length, mailbox.Name, new MailHeading("", null, "", null, MailNature.Letter, Guessed: false, [], 0), sha256,
                MailStanding.Held, MailReason.Refused, null, MailReading.Brief(e.Message), null, ToAnswer: false, new Provenance(Actor.Service, "mail", now, now));
        }
    }

    private async Task<MailReceived> Received(string tenant, MailboxOptions mailbox, Organisation organisation, ReadMail mail, byte[] raw, string sha256, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var heading = MailReading.Heading(mail, raw.Length >= LargestMail, organisation, mailbox.AuthenticationServer);
        var fingerprint = MailReading.Fingerprint(mail, sha256);
        var failed = await Failed(tenant, mail.Bounce, cancellation);
        var facts = new MailFacts(heading, mail.Text.Length > 0 || mail.Files.Length > 0, await Proof(tenant, organisation, mail, cancellation),
            mail.References.Any(IsOurs), failed is not null, await ReportsOf(tenant, heading.Sender, now, cancellation), await Before(tenant, fingerprint, cancellation));
        var sorted = MailSorting.Of(facts);
        var detail = mail.Bounce is { } bounce ? $"{bounce.Recipient} {bounce.Status} {bounce.Diagnostic}".Trim() : "";
        try
        {
            if (sorted.Standing == MailStanding.Report)
                sorted = sorted with { Number = await Report(tenant, organisation, heading.Sender!, mail, raw, fingerprint, now, cancellation) };
            if (sorted.Standing == MailStanding.Addition)
                await intake.Supplement(sorted.Number!, MailReading.Addition(heading, mail), MailReading.Files(mail, raw), CallerOf(tenant, heading.Sender!), cancellation);
        }
        catch (Exception e) when (e is PolicyViolationException or BadRequestException or NotFoundException)
        {
            (sorted, detail) = (new SortedMail(MailStanding.Held, MailReason.Refused, sorted.Number), e.Message);
        }

        return new MailReceived(sha256, raw.Length, mailbox.Name, heading, fingerprint, sorted.Standing, sorted.Reason, sorted.Number, MailReading.Brief(detail),
            mail.Bounce is { Permanent: true } ? failed : null, MailSorting.IsAnswered(facts, sorted), new Provenance(Actor.Service, "mail", now, now));
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

    private bool IsOurs(string messageId) => messageId.EndsWith($"@{Domain}", StringComparison.OrdinalIgnoreCase);

    private async Task<ProvenReply?> Proof(string tenant, Organisation organisation, ReadMail mail, CancellationToken cancellation)
    {
        foreach (var (kind, hash) in mail.References.Where(IsOurs).Select(id => tokens.Read(tenant, id)).OfType<(MessageKind, string)>())
        {
            if (kind == MessageKind.Notice && await notices.OfMail(tenant, hash, cancellation) is { } notice && ReceiptNumber.IsValid(notice.Number))
                return new(notice.Number, [notice.Address, .. organisation.Person(notice.PersonId) is { Mail.Length: > 0 } person ? new[] { person.Mail } : []]);

            if (kind == MessageKind.Answer && await Known(tenant, hash, cancellation) is { Number: { } number, Heading.Sender: { } sender }) return new(number, [sender.Address]);
        }
        return null;
    }

    private async Task<string?> Failed(string tenant, BounceReport? bounce, CancellationToken cancellation) => bounce is null ? null : tokens.Read(tenant, bounce.OriginalMessageId) switch
    {
        (MessageKind.Notice, var hash) => (await notices.OfMail(tenant, hash, cancellation))?.Id,
        (MessageKind.Answer, var hash) => (await Known(tenant, hash, cancellation))?.Id,
        _ => null,
    };

    private async Task<IncomingMail?> Known(string tenant, string sha256, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        return await session.LoadAsync<IncomingMail>(IncomingMail.Key(sha256), cancellation);
    }

    private async Task<int> ReportsOf(string tenant, MailSender? sender, DateTimeOffset now, CancellationToken cancellation)
    {
        if (sender is null) return 0;

        await using var session = sessions.Read(tenant);
        var since = now.AddHours(-1);
        return await session.Query<IncomingMail>().CountAsync(m => m.Heading.Sender!.Address == sender.Address && m.ReceivedAt > since && (m.Standing == MailStanding.Report || m.Standing == MailStanding.Addition), cancellation);
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

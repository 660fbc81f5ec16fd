using System.Text.RegularExpressions;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.PersonalData;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;
using CsirtFlow.Notifications;
using CsirtFlow.Notifications.Mail;
using JasperFx;
using Marten;
using Microsoft.Extensions.Options;
using Wolverine;

namespace CsirtFlow.Api.Mail;

/// <summary>受付の返信: tells the sender of a mail the 受付番号 and what to do now. One for each report, tried again as notices are; its outcome is an event.</summary>
public sealed partial class MailAnswers(Sessions sessions, OrganisationDirectory directory, ReplyTokens tokens, MailHeadings headings, IMailer mailer, IOptions<MailOptions> options, IConfiguration configuration, TimeProvider clock)
{
    private readonly string publicUrl = (configuration["PublicUrl"] ?? "http://127.0.0.1:5080").TrimEnd('/');

    public async Task<OutgoingMessages> Send(string key, Caller caller, CancellationToken cancellation)
    {
        var outgoing = new OutgoingMessages();
        await using var reading = sessions.Read(caller.Tenant);
        if (await reading.LoadAsync<IncomingMail>(key, cancellation) is not { Answer: Delivery.Queued or Delivery.Retrying, Number: { } number, Heading.Sender: not null } stored) return outgoing;

        var mail = await headings.Opened(caller.Tenant, stored, cancellation);

        if (options.Value.IsTooEarly(mail.NextAttempt, clock.GetUtcNow()))
        {
            outgoing.Schedule(new AnswerMail(key), mail.NextAttempt!.Value);
            return outgoing;
        }

        var report = await reading.LoadAsync<Report>(Report.Key(number), cancellation) ?? throw new InvalidOperationException($"There is no report {number}.");
        var receipt = await reading.Query<Submission>().FirstOrDefaultAsync(s => s.Number == number, cancellation);
        var organisation = await directory.Get(caller.Tenant, cancellation);
        var letter = Letter(organisation, mail, mail.Heading.Sender!, report, receipt);
        var outcome = letter is null ? new Refused("この宛先には返信できません。") : await mailer.SendAsync(letter, cancellation);

        var (now, attempt) = (clock.GetUtcNow(), mail.AnswerAttempts + 1);
        DateTimeOffset? again = outcome is Unavailable && attempt <= options.Value.Waits.Count ? now.AddMinutes(options.Value.Waits[attempt - 1]) : null;
        var origin = new Provenance(Actor.Service, "clock", now, now);
        var reply = Nameless(outcome.Reply);
        await Record(key, outcome is Accepted ? new MailAnswered(attempt, reply, origin) : new MailAnswerFailed(attempt, reply, again, origin), caller, cancellation);
        if (again is { } at) outgoing.Schedule(new AnswerMail(key), at);
        return outgoing;
    }

    /// <summary>The answer did not arrive. Nobody is asked to telephone: the report itself is there, and its telephone number, if any, stands in it.</summary>
    public async Task CameBack(string key, string reply, Caller caller, CancellationToken cancellation)
    {
        await using var reading = sessions.Read(caller.Tenant);
        if (await reading.LoadAsync<IncomingMail>(key, cancellation) is not { Answer: Delivery.Accepted } mail) return;

        var now = clock.GetUtcNow();
        await Record(key, new MailAnswerFailed(mail.AnswerAttempts, Nameless(reply), null, new Provenance(Actor.Service, "clock", now, now)), caller, cancellation);
    }

    // Servers repeat the address, and the event would keep it for ever.
    private static string Nameless(string reply) => AddressLike().Replace(reply, "（宛先）");

    [GeneratedRegex(@"[^\s<>]+@[^\s<>]+", RegexOptions.None, 1000)]
    private static partial Regex AddressLike();

    private async Task Record(string key, MailEvent happened, Caller caller, CancellationToken cancellation)
    {
        await using var session = sessions.Open(caller);
        session.Events.Append(key, happened);
        await session.SaveChangesAsync(cancellation);
    }

    // A confirmed sender alone is given what opens the receipt: anybody may have written another's address into a mail.
    private Letter? Letter(Organisation organisation, IncomingMail mail, MailSender sender, Report report, Submission? receipt)
    {
        // An answer to it comes back to the mailbox that it came from, whatever address notices are sent from.
        var mailbox = MailboxOptions.AddressIn(mail.Mailbox);
        if (MailboxAddresses.Problem(sender.Address) is not null || mailbox.Equals(sender.Address, StringComparison.OrdinalIgnoreCase)) return null;

        var address = organisation.Drill?.Address.AbsoluteUri.TrimEnd('/') ?? publicUrl;
        var status = $"{address}/report/status";
        var confirmation = sender.Confirmed ? receipt?.Confirmation ?? "" : "";
        var (subject, text) = ReceiptLetter.Write(new ReceiptFacts(organisation.Name, report.Number, confirmation,
            report.Outside ? [] : DoNow.For(report.Occurrence.Kinds, Language.Japanese), status, organisation.Settings.Hotline, report.Occurrence.EmergencyImpact == EmergencyImpact.Present, organisation.Drill is not null));
        var from = options.Value.FromOf(organisation.Id);
        return new Letter(MessageIds.For(tokens.ForAnswer(organisation.Id, mail.Sha256), from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]), $"{organisation.Name} CSIRT", from,
            sender.Confirmed ? sender.Name : "", sender.Address, subject, text, confirmation.Length > 0 ? status : "", mail.ReceivedAt, organisation.Drill is not null) { Answers = mail.Heading.MessageId, ReplyTo = mailbox };
    }
}

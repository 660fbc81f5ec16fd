using CsirtFlow.Api.Notices;
using CsirtFlow.Api.PersonalData;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine;

namespace CsirtFlow.Api.Mail;

/// <summary>Message: the sender of this mail is to be told the 受付番号.</summary>
/// <param name="Mail">Stream key.</param>
public sealed record AnswerMail(string Mail);

/// <summary>Message: what this mail says is to become part of a report.</summary>
/// <param name="By">Id of the person who said so.</param>
public sealed record AddMail(string Sha256, string Number, string By);

/// <summary>Message: what the service had sent came back.</summary>
/// <param name="Failed">Id of a notice, or stream key of the mail that was answered.</param>
/// <param name="Mail">Stream key of the delivery failure; empty in a message that an earlier version has left.</param>
public sealed record MailCameBack(string Failed, string Mail = "");

/// <summary>What follows from the events of a mail; leaves in the transaction that moves the subscription's progress.</summary>
public static class MailMessages
{
    public static IEnumerable<object> After(string mail, object e) => e switch
    {
        MailReceived { ToAnswer: true } or MailTakenAsReport { ToAnswer: true } => [new AnswerMail(mail)],
        MailAddedToReport f => [new AddMail(mail[IncomingMail.Key("").Length..], f.Number, f.Origin.By.PersonId)],
        MailReceived { Failed: { } failed } => [new MailCameBack(failed, mail)],
        _ => [],
    };
}

public static class AnswerMailHandler
{
    public static Task<OutgoingMessages> Handle(AnswerMail message, Envelope envelope, MailAnswers answers, CancellationToken cancellation) =>
        answers.Send(message.Mail, Caller.Clock(envelope.TenantId!), cancellation);
}

public static class AddMailHandler
{
    public static Task Handle(AddMail message, Envelope envelope, InboxDesk inbox, CancellationToken cancellation) => inbox.Add(envelope.TenantId!, message.Sha256, message.Number, message.By, cancellation);
}

public static class MailCameBackHandler
{
    public static async Task<OutgoingMessages> Handle(MailCameBack message, Envelope envelope, Sessions sessions, MailHeadings headings, NoticeSender notices, MailAnswers answers, CancellationToken cancellation)
    {
        var caller = Caller.Clock(envelope.TenantId!);
        await using var session = sessions.Read(caller.Tenant);
        var reply = await session.LoadAsync<IncomingMail>(message.Mail, cancellation) is { } failure ? (await headings.Opened(caller.Tenant, failure, cancellation)).Detail : "";
        if (!message.Failed.StartsWith(IncomingMail.Key(""), StringComparison.Ordinal)) return await notices.Bounced(message.Failed, reply, caller, cancellation);

        await answers.CameBack(message.Failed, reply, caller, cancellation);
        return [];
    }
}

using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace CsirtFlow.Notifications.Mail;

/// <summary>配信状況通知 (RFC 3461): where the server offers it, asks for word of failure and delay alone, without the text of the letter and under the left part of its Message-ID.</summary>
internal sealed class ReportingClient : SmtpClient
{
    private const int LongestEnvelopeId = 100;

    public ReportingClient() => DeliveryStatusNotificationType = MailKit.Net.Smtp.DeliveryStatusNotificationType.HeadersOnly;

    protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) => DeliveryStatusNotification.Failure | DeliveryStatusNotification.Delay;

    // A longer one would be refused (RFC 3461 4.4), and the letter with it. A valid id has no letter that xtext would change.
    protected override string? GetEnvelopeId(MimeMessage message) =>
        message.MessageId is { } id && MessageIds.IsValid(id) && id.Split('@')[0] is { Length: <= LongestEnvelopeId } left ? left : null;
}

using CsirtFlow.Domain;
using CsirtFlow.Notifications.Mail.Incoming;

namespace CsirtFlow.Notifications.Tests.Incoming;

/// <summary>配送不能通知.</summary>
public static partial class SampleMails
{
    private const string Daemon = "Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example.jp>\nTo: notice@csirt.example.jp\nSubject: Undelivered\nMessage-ID: <d1@mx.example.jp>\n";
    private const string Report = Daemon + "Content-Type: multipart/report; report-type=delivery-status; boundary=b1\n\n--b1\nContent-Type: text/plain; charset=utf-8\n\n";

    private static SampleMail[] Bounced =>
    [
        Bounce("a bounce of Postfix", new("0197-duty@csirt.example.jp", "hanako@example.invalid", "5.1.1", "550 5.1.1 <hanako@example.invalid>: Recipient address rejected: User unknown", Permanent: true),
            Report, "I'm sorry to have to inform you\n--b1\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.jp\nArrival-Date: Mon, 6 Jul 2026 09:15:00 +0900\n\nFinal-Recipient: rfc822; hanako@example.invalid\nOriginal-Recipient: rfc822;Hanako@example.invalid\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <hanako@example.invalid>: Recipient address\n    rejected: User unknown\n",
            "--b1\nContent-Type: message/rfc822\n\n", OwnNotice, "\nhello\n--b1--\n"),
        Bounce("a delay told by Postfix", new("0197-duty@csirt.example.jp", "hanako@example.invalid", "4.4.1", "connect to mx.example.invalid: Connection timed out", Permanent: false),
            Report, "delayed\n--b1\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.jp\n\nFinal-Recipient: rfc822; hanako@example.invalid\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: X-Postfix; connect to mx.example.invalid: Connection timed out\n",
            "--b1\nContent-Type: text/rfc822-headers\n\n", OwnNotice, "\n--b1--\n"),
        Bounce("a bounce of Exchange", new("0197-duty@csirt.example.jp", "hanako@example.invalid", "5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound", Permanent: true),
            Report.Replace("Mail Delivery System <MAILER-DAEMON@mx.example.jp>", "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.invalid>", StringComparison.Ordinal), "宛先が見つかりません。\n--b1\nContent-Type: message/delivery-status\n\nReporting-MTA: dns;mail.example.invalid\n\nFinal-recipient: RFC822;hanako@example.invalid\nAction: failed\nStatus: 5.1.10\nDiagnostic-code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound\n",
            "--b1\nContent-Type: message/rfc822\n\n", OwnNotice, "\nhello\n--b1--\n"),
        Bounce("a bounce of Exim in plain text", new("0197-duty@csirt.example.jp", "hanako@example.invalid", "", "550 no such user", Permanent: true),
            Daemon, "X-Failed-Recipients: hanako@example.invalid\nAuto-Submitted: auto-replied\n\nThis message was created automatically by mail delivery software.\n\n  hanako@example.invalid\n    SMTP error from remote mail server after RCPT TO:\n    550 no such user\n\n------ This is a copy of the message ------\n\n", OwnNotice, "\nhello\n"),
        Bounce("a bounce in Japanese", new("0197-duty@csirt.example.jp", "hanako@example.invalid", "5.2.2", "552 5.2.2 メールボックスがいっぱいです", Permanent: true),
            Daemon, "Content-Type: multipart/mixed; boundary=b1\n\n--b1\nContent-Type: text/plain; charset=iso-2022-jp\n\n", Jis.GetBytes("次の宛先に配送できませんでした。\r\n<hanako@example.invalid>\r\n552 5.2.2 メールボックスがいっぱいです"), "\n--b1\nContent-Type: message/rfc822\n\n", OwnNotice, "\nhello\n--b1--\n"),
        Bounce("a bounce without the part for machines", new("0197-duty@csirt.example.jp", "hanako@example.invalid", "5.0.0", "hanako@example.invalid 5.0.0 rejected", Permanent: true),
            Report, "hanako@example.invalid 5.0.0 rejected\n--b1\nContent-Type: text/rfc822-headers\n\n", OwnNotice, "--b1--\n"),
        Bounce("a bounce with its envelope id alone", new("0197-duty", "hanako@example.invalid", "5.1.1", "", Permanent: true),
            Report, "failed\n--b1\nContent-Type: message/delivery-status\n\nOriginal-Envelope-Id: 0197-duty\nReporting-MTA: dns; mx.example.jp\n\nFinal-Recipient: rfc822; hanako@example.invalid\nAction: failed\nStatus: 5.1.1\n--b1\nContent-Type: text/rfc822-headers\n\nSubject: test\n--b1--\n"),
        Bounce("a bounce with an envelope id and the returned headers", new("0197-duty@csirt.example.jp", "hanako@example.invalid", "5.1.1", "", Permanent: true),
            Report, "failed\n--b1\nContent-Type: message/delivery-status\n\nOriginal-Envelope-Id: 0198-other\n\nFinal-Recipient: rfc822; hanako@example.invalid\nAction: failed\nStatus: 5.1.1\n--b1\nContent-Type: text/rfc822-headers\n\n", OwnNotice, "\n--b1--\n"),
        Sample("a delivery that succeeded", new(Nature: MailNature.AutoReply, NoAnswer: true), Report, "delivered\n--b1\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.jp\n\nFinal-Recipient: rfc822; hanako@example.jp\nAction: delivered\nStatus: 2.0.0\n--b1--\n"),
        Sample("a forwarded mail by a postmaster who is a person", new(Nature: MailNature.Letter, Files: "test.eml (message/rfc822, 119)"), "Return-Path: <postmaster@example.jp>\nFrom: postmaster@example.jp\nSubject: test\nContent-Type: multipart/mixed; boundary=b1\n\n--b1\n\nlook\n--b1\nContent-Type: message/rfc822\n\n", OwnNotice, "\n--b1--\n"),
    ];

    private static SampleMail Bounce(string name, BounceReport report, params object[] pieces) => Sample(name, new(MessageId: "d1@mx.example.jp", Nature: MailNature.Bounce, Bounce: report, NoAnswer: true), pieces);
}

using CsirtFlow.Domain;
using CsirtFlow.Notifications.Mail.Incoming;
using static CsirtFlow.Domain.MailDoubt;

namespace CsirtFlow.Notifications.Tests.Incoming;

/// <summary>メールの性質.</summary>
public static partial class SampleMails
{
    private const string OwnNotice = "From: CSIRT <notice@csirt.example.jp>\nTo: hanako@example.jp\nSubject: test\nMessage-ID: <0197-duty@csirt.example.jp>\n";

    private static SampleMail[] Natures =>
    [
        Sample("out of office", new(Nature: MailNature.AutoReply, Guessed: true, NoAnswer: true), Head, "Auto-Submitted: auto-replied (vacation)\n\n不在です。\n"),
        Sample("out of office by X-Autoreply", new(Nature: MailNature.AutoReply), Head, "X-Autoreply: yes\n\naway\n"),
        Sample("out of office by Precedence", new(Nature: MailNature.AutoReply), Head, "Precedence: auto_reply\n\naway\n"),
        Sample("out of office by subject, without return", new("自動応答: test", Nature: MailNature.AutoReply, NoAnswer: true), "Return-Path: <>\n", From, "Subject: =?utf-8?B?", Base64("自動応答: test"), "?=\n\naway\n"),
        Sample("a subject about absence, by a person", new("自動応答: test"), "Return-Path: <hanako@example.jp>\n", From, "Subject: =?utf-8?B?", Base64("自動応答: test"), "?=\n\naway\n"),
        Sample("a person's mail that says so", new(Nature: MailNature.Letter), Head, "Auto-Submitted: No (sent by hand)\n\nhello\n"),
        Sample("an alert of a machine", new(Nature: MailNature.Letter, NoAnswer: true), Head, "Auto-Submitted: auto-generated\n\nhello\n"),
        Sample("a word of a machine about something else", new(Nature: MailNature.Letter, NoAnswer: true), Head, "Auto-Submitted: auto-notified; owner-email=x\n\nhello\n"),
        Sample("an alert without return", new(Nature: MailNature.Letter, NoAnswer: true), "Return-Path: <>\n", Head, "\nhello\n"),
        Sample("a person's mail that wants no out of office", new(Nature: MailNature.Letter, NoAnswer: true), Head, "X-Auto-Response-Suppress: All\n\nhello\n"),
        Sample("an alert sent in bulk", new(Nature: MailNature.MailingList, NoAnswer: true), Head, "Auto-Submitted: auto-generated\nPrecedence: junk\n\nhello\n"),
        Sample("a mailing list", new(Nature: MailNature.MailingList, NoAnswer: true), Head, "List-Id: <news.example.jp>\n\nhello\n"),
        Sample("a newsletter", new(Nature: MailNature.MailingList), Head, "List-Unsubscribe: <mailto:off@example.jp>\n\nhello\n"),
        Sample("bulk", new(Nature: MailNature.MailingList, NoAnswer: true), Head, "Precedence: Bulk\n\nhello\n"),
        Sample("a read receipt", new(Text: "開封されました。", Nature: MailNature.ReadReceipt), Head,
            "Content-Type: multipart/report; report-type=disposition-notification; boundary=b1\n\n--b1\nContent-Type: text/plain; charset=utf-8\n\n開封されました。\n--b1\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; hanako@example.jp\nOriginal-Message-ID: <0197-duty@csirt.example.jp>\nDisposition: manual-action/MDN-sent-manually; displayed\n--b1--\n"),
        Sample("a read receipt in a plain envelope", new(Text: "read", Nature: MailNature.ReadReceipt, NoAnswer: true), Head,
            "Auto-Submitted: auto-replied\nContent-Type: multipart/mixed; boundary=b1\n\n--b1\n\nread\n--b1\nContent-Type: message/disposition-notification\n\nDisposition: automatic-action/MDN-sent-automatically; displayed\n--b1--\n"),
        Sample("our own notice", new(MessageId: "0197-duty@csirt.example.jp", Nature: MailNature.OwnNotice, NoAnswer: true), OwnNotice, "Auto-Submitted: auto-generated\n\nhello\n"),
        Sample("our own notice without its mark", new(Nature: MailNature.Letter), OwnNotice, "\nhello\n"),
        Sample("our own id from another sender", new(Nature: MailNature.Letter, NoAnswer: true), From, "Message-ID: <0197-duty@csirt.example.jp>\nAuto-Submitted: auto-generated\n\nhello\n"),
        Sample("our sender with another id", new(Nature: MailNature.Letter, NoAnswer: true), "From: notice@csirt.example.jp\nMessage-ID: <0197-duty@example.invalid>\nAuto-Submitted: auto-generated\n\nhello\n"),
        Sample("our own notice on a list", new(Nature: MailNature.OwnNotice, NoAnswer: true), OwnNotice, "Auto-Submitted: auto-generated\nList-Id: <all.example.jp>\n\nhello\n"),
        Sample("S/MIME, encrypted", new(Text: "", Files: "smime.p7m (application/pkcs7-mime, 4)", Doubts: [NoText, Encrypted]), Head, "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=smime.p7m\n\nMIAGCQ==\n"),
        Sample("S/MIME, known by its name alone", new(Text: "", Files: "smime.p7m (application/octet-stream, 4)", Doubts: [NoText, Encrypted]), Head, "Content-Type: application/octet-stream; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIAGCQ==\n"),
        Sample("S/MIME, signed and opaque", new(Text: "", Files: "smime.p7m (application/pkcs7-mime, 4)", Doubts: [NoText, SignatureUnverified]), Head, "Content-Type: application/pkcs7-mime; smime-type=signed-data\nContent-Transfer-Encoding: base64\n\nMIAGCQ==\n"),
        Sample("S/MIME, signed, broken, by somebody else", new(Text: "hello", Files: "smime.p7s (application/pkcs7-signature, 4)", Doubts: [SignatureUnverified]), Head, "Content-Type: multipart/signed; micalg=sha-256; protocol=\"application/pkcs7-signature\"; boundary=b1\n\n--b1\nContent-Type: text/plain\n\nhello\n--b1\nContent-Type: application/pkcs7-signature; name=smime.p7s\nContent-Transfer-Encoding: base64\n\nMIAGCQ==\n--b1--\n"),
        Sample("PGP, encrypted", new(Text: "", Files: " (application/pgp-encrypted, 10); encrypted.asc (application/octet-stream, 27)", Doubts: [NoText, Encrypted]), Head, "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b1\n\n--b1\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b1\nContent-Type: application/octet-stream; name=encrypted.asc\n\n-----BEGIN PGP MESSAGE-----\n--b1--\n"),
        Sample("PGP within the text", new(Doubts: [Encrypted]), Head, "\nsee below\n\n-----BEGIN PGP MESSAGE-----\nxxxx\n-----END PGP MESSAGE-----\n"),
        Sample("signed with PGP within the text", new(Doubts: [SignatureUnverified]), Head, "\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nhello\n"),
    ];
}

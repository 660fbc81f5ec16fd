using CsirtFlow.Domain;
namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>性質の見分け: from what programs write into the header about themselves (RFC 3834, RFC 2919, RFC 8098). The first that fits counts.</summary>
internal static class MailNatures
{
    private static readonly string[] AbsenceSubjects = ["自動応答", "自動返信", "不在", "Automatic reply:", "Auto:", "Out of Office"];

    // The fields without which nothing is a mail.
    private static readonly string[] Marks = ["from", "received", "subject", "date", "message-id", "return-path", "to"];

    public static bool IsMail(MailHeaders headers) => Marks.Any(headers.Has);

    public static MailNature Of(MailPart mail, MailContent content, BounceReport? bounce, bool own)
    {
        var headers = mail.Headers;
        if (bounce is not null) return MailNature.Bounce;
        if (content.IsReceipt || ReportType(mail) == "disposition-notification") return MailNature.ReadReceipt;
        if (own) return MailNature.OwnNotice;
        if (IsAutomatic(headers) || content.DeliveryStatus is not null) return MailNature.AutoReply;

        return headers.Has("list-id") || headers.Has("list-unsubscribe") || IsForMany(headers) ? MailNature.MailingList : MailNature.Letter;
    }

    /// <summary>Nobody wants an answer to it (RFC 3834 2), whatever its nature.</summary>
    public static bool WantsNoAnswer(MailHeaders headers) =>
        AutoSubmitted(headers) is not ("no" or "") || IsWithoutReturn(headers) || IsForMany(headers) || headers.Has("list-id") || headers.Has("x-auto-response-suppress");

    /// <summary>The word of RFC 3834 5 without its comment; empty when the field is not there.</summary>
    public static string AutoSubmitted(MailHeaders headers) => headers.Parameters("auto-submitted").Value.Split([' ', '('], 2)[0];

    /// <summary>Return-Path: &lt;&gt; (RFC 5321 4.5.5): the mail wants no answer.</summary>
    public static bool IsWithoutReturn(MailHeaders headers) => headers.Has("return-path") && headers.Text("return-path") is "" or "<>";

    // auto-generated is no reply: alarms of machines come so, and somebody must see them.
    private static bool IsAutomatic(MailHeaders headers) =>
        AutoSubmitted(headers) == "auto-replied"
        || headers.Has("x-autoreply") || headers.Has("x-autorespond")
        || Precedence(headers) is "auto_reply" or "auto-reply"
        || (IsWithoutReturn(headers) && headers.Text("subject") is var subject && AbsenceSubjects.Any(start => subject.StartsWith(start, StringComparison.OrdinalIgnoreCase)));

    private static bool IsForMany(MailHeaders headers) => Precedence(headers) is "list" or "bulk" or "junk";

    private static string Precedence(MailHeaders headers) => headers.Text("precedence").ToLowerInvariant();

    /// <summary>What a multipart/report is about (RFC 6522); empty for any other mail.</summary>
    public static string ReportType(MailPart mail) => mail.Type == "multipart/report" ? mail.ContentType["report-type"].ToLowerInvariant() : "";
}

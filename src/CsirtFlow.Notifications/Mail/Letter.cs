using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace CsirtFlow.Notifications.Mail;

/// <summary>
/// 通知メール1通: one letter to one person (policy 34-15-3).
/// </summary>
/// <param name="MessageId">From <see cref="MessageIds"/>, without angle brackets.</param>
/// <param name="Text">Plain text; line breaks of any kind.</param>
/// <param name="Link">The address that the text names, for the HTML part; empty where it names none.</param>
/// <param name="At">The instant of the event that caused the letter; a resend carries the same one.</param>
/// <param name="Drill">訓練: the subject begins with 【訓練】, whatever it was.</param>
public sealed record Letter(
    string MessageId, string FromName, string FromAddress, string ToName, string ToAddress, string Subject, string Text, string Link, DateTimeOffset At, bool Drill)
{
    private const string DrillMark = "【訓練】";

    /// <summary>The recipient's certificate; what the letter says is encrypted for it. Null: it leaves as it is.</summary>
    public X509Certificate2? EncryptFor { get; init; }

    /// <summary>返信: Message-ID of the mail that this answers, without brackets, empty where it has none; null for what answers nothing.</summary>
    public string? Answers { get; init; }

    /// <summary>A file that goes with it; null for none.</summary>
    public LetterFile? File { get; init; }

    /// <summary>Where an answer to it goes; empty for the sender itself.</summary>
    public string ReplyTo { get; init; } = "";

    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    /// <summary>
    /// The mail as it goes out. The same letter gives the same bytes, unless it is encrypted. Marked as written by a machine (RFC 3834 5), so that no out-of-office message answers it.
    /// </summary>
    /// <exception cref="MailAddressException">Sender or recipient is not exactly one mailbox.</exception>
    /// <exception cref="FormatException">The Message-ID is not of the form that <see cref="MessageIds"/> makes.</exception>
    public MimeMessage ToMimeMessage()
    {
        if (!MessageIds.IsValid(MessageId)) throw new FormatException($"Not a Message-ID: '{CleanText.OneLine(MessageId)}'.");

        var message = new MimeMessage
        {
            MessageId = MessageId,
            Date = At.ToOffset(Japan),
            Body = EncryptFor is { } certificate ? Enveloped.For(certificate, Body()) : Body(),
        };
        message.From.Add(MailboxAddresses.One(FromName, FromAddress));
        message.To.Add(MailboxAddresses.One(ToName, ToAddress));
        if (ReplyTo.Length > 0) message.ReplyTo.Add(MailboxAddresses.One("", ReplyTo));
        message.Headers.Replace(HeaderId.Subject, Encoding.UTF8, MarkedSubject);
        message.Headers.Add(HeaderId.AutoSubmitted, Answers is null ? "auto-generated" : "auto-replied");
        if (Answers is not null && MessageIds.IsQuotable(Answers)) message.Headers.Add(HeaderId.InReplyTo, $"<{Answers}>");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }

    /// <summary>The subject as it goes out.</summary>
    public string MarkedSubject => MailboxAddresses.HeaderText(Subject) is var subject && Drill && !subject.StartsWith(DrillMark, StringComparison.Ordinal) ? DrillMark + subject : subject;

    // The better form stands last (RFC 2046 5.1.4). A boundary made at random would be another mail at each attempt.
    private Multipart Body() => File is { } file ? new Multipart("mixed", Words(), Attached(file)) { Boundary = Boundary("files") } : Words();

    private MultipartAlternative Words() => new(Part("plain", CleanText.Lines(Text).ReplaceLineEndings("\r\n")), Part("html", LetterHtml.Of(Text, Link)))
    {
        Boundary = Boundary(""),
    };

    private string Boundary(string of) => $"=_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(MessageId + of)))[..32]}";

    private static MimePart Attached(LetterFile file) => new("application", "octet-stream")
    {
        Content = new MimeContent(new MemoryStream(file.Content)),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        ContentTransferEncoding = ContentEncoding.Base64,
        FileName = file.Name,
    };

    // Base64, so that no server on the way has reason to recode it.
    private static TextPart Part(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText(Encoding.UTF8, text);
        return part;
    }
}

/// <summary>A file beside a letter. It leaves as bytes of no kind, for nobody's program to open by itself.</summary>
/// <param name="Name">In ASCII.</param>
public sealed record LetterFile(string Name, byte[] Content);

using CsirtFlow.Domain;
using System.Text;
using CsirtFlow.Notifications.Mail.Incoming;

namespace CsirtFlow.Notifications.Tests.Incoming;

/// <summary>A mail as it comes in, and what the reader makes of it. What is null is of no account in this mail.</summary>
public sealed record SampleMail(string Name, Func<byte[]> Raw, MailReading Reading);

/// <param name="From">As 「name &lt;address&gt;」, several joined with 「; 」.</param>
/// <param name="Files">As 「name (type, bytes)」, joined with 「; 」.</param>
public sealed record MailReading(
    string? Subject = null, string? Text = null, string? From = null, string? MessageId = null, string? Files = null,
    string? References = null, string? Results = null, MailNature Nature = MailNature.Letter, BounceReport? Bounce = null, bool Guessed = false,
    DateTimeOffset? SentAt = null, bool NoAnswer = false, params MailDoubt[] Doubts);

/// <summary>届くメールの見本: one for everything that has gone wrong in a mailbox, with invented people.</summary>
public static partial class SampleMails
{
    public const string OwnDomain = "csirt.example.jp";
    public const string OwnAddress = "notice@csirt.example.jp";

    private const string From = "From: Sato Hanako <hanako@example.jp>\n";
    private const string Head = From + "To: csirt@example.jp\nSubject: test\nDate: Mon, 6 Jul 2026 09:15:00 +0900\nMessage-ID: <a1@example.jp>\nMIME-Version: 1.0\n";
    private const string Mixed = Head + "Content-Type: multipart/mixed; boundary=b1\n\n--b1\nContent-Type: text/plain\n\nhello\n--b1\n";

    public static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
    public static readonly Encoding EucJp = CodePagesEncodingProvider.Instance.GetEncoding(51932)!;
    public static readonly Encoding Jis = CodePagesEncodingProvider.Instance.GetEncoding(50220)!;

    private static readonly Lazy<SampleMail[]> Every = new(() => [.. Senders, .. Ids, .. Encodings, .. FileNames, .. Natures, .. Bounced, .. Structures, .. NotMails]);

    public static IReadOnlyList<SampleMail> All => Every.Value;

    public static SampleMail Named(string name) => All.Single(sample => sample.Name == name);

    /// <summary>Text in UTF-8 with the line ends of mail; bytes as they are.</summary>
    private static byte[] Bytes(params object[] pieces) =>
        [.. pieces.SelectMany(piece => piece is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(((string)piece).Replace("\n", "\r\n", StringComparison.Ordinal)))];

    private static SampleMail Sample(string name, MailReading reading, params object[] pieces) => new(name, () => Bytes(pieces), reading);

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks).Replace("\r", "", StringComparison.Ordinal);

    private static string Base64(string text) => Base64(Encoding.UTF8.GetBytes(text));

    private static string Quoted(byte[] bytes) => string.Concat(bytes.Select(b => $"={b:X2}")).Chunk(72).Aggregate("", (lines, line) => lines + (lines == "" ? "" : "=\n") + new string(line));
}

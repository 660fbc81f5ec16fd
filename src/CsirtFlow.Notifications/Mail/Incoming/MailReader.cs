using CsirtFlow.Domain;
using System.Collections.Immutable;
using MimeKit.Utils;

namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>
/// メールの読取り (RFC 5322, RFC 2045 to 2049, RFC 2231): makes of any bytes what a desk can read, and says what it could not. It judges no sender, opens no file and fetches nothing;
/// its time and memory grow with the size of the mail alone.
/// </summary>
public static class MailReader
{
    private const int LongestSubject = 500;
    private const int LongestResult = 4000;
    private const int MostAddresses = 100;
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    /// <param name="raw">A mail as it came; up to 50 MB, which the caller sees to.</param>
    /// <param name="ownDomain">The domain of the Message-IDs of the own notices.</param>
    /// <param name="ownAddress">The address that the own notices come from.</param>
    public static ReadMail Read(byte[] raw, string ownDomain, string ownAddress)
    {
        var mail = MailPart.Of(WithoutLead(raw), "text/plain", depth: 0, alternative: 0);
        var headers = mail.Headers;
        if (!MailNatures.IsMail(headers)) return NotMail;

        var content = new MailContent(mail);
        var (from, id, subject) = (Senders(headers), MailIds.First(headers.Text("message-id")), headers.Decoded("subject"));
        var lines = headers.All("from").Select(line => HeaderText.Decode(line.Span)).Append(subject).ToList();
        var bounce = Bounces.Of(mail, content, from);
        foreach (var doubt in Doubtful(from)) content.Doubts.Add(doubt);
        if (lines.Exists(line => line.Damaged)) content.Doubts.Add(MailDoubt.Damaged);

        return new(
            id, from, Cut(subject.Text, LongestSubject), content.Text, [.. content.Files], SentAt(headers),
            MailNatures.Of(mail, content, bounce, IsOwn(headers, id, from, ownDomain, ownAddress)), bounce,
            [.. MailIds.Answered(headers)],
            [.. headers.All("authentication-results").Select(result => HeaderText.Verbatim(result.Span, LongestResult))],
            content.Guessed || lines.Exists(line => line.Guessed),
            [.. content.Doubts],
            MailNatures.WantsNoAnswer(headers));
    }

    /// <summary>At most so many characters, and no half of a pair at the end.</summary>
    internal static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    // Programs that hand mails on put empty lines or a byte order mark first.
    private static ReadOnlyMemory<byte> WithoutLead(ReadOnlyMemory<byte> raw) => (raw.Span.StartsWith("\uFEFF"u8) ? raw[3..] : raw).TrimStart("\r\n"u8);

    private static ReadMail NotMail { get; } = new("", [], "", "", [], null, MailNature.NotMail, null, [], [], Guessed: false, [MailDoubt.NotMail], NoAnswer: true);

    private static ImmutableArray<MailAddress> Senders(MailHeaders headers) =>
        [.. headers.All("from").SelectMany(line => MailAddresses.Of(line.Span)).Distinct().Take(MostAddresses)];

    private static IEnumerable<MailDoubt> Doubtful(ImmutableArray<MailAddress> from)
    {
        var addresses = from.Select(sender => sender.Address).Where(address => address != "").Distinct(StringComparer.Ordinal).Count();
        if (addresses == 0) yield return MailDoubt.NoSender;
        if (addresses > 1) yield return MailDoubt.SeveralSenders;
    }

    // A date from no mail's time is a mistake, and one at the end of all time cannot be shown in another time zone.
    private static DateTimeOffset? SentAt(MailHeaders headers) =>
        DateUtils.TryParse(headers.Text("date"), out var date) && date.UtcDateTime.Year is >= FirstYear and <= LastYear ? date.ToUniversalTime() : null;

    private static bool IsOwn(MailHeaders headers, string id, ImmutableArray<MailAddress> from, string ownDomain, string ownAddress) =>
        MessageIds.IsValid(id)
        && id.EndsWith("@" + ownDomain, StringComparison.OrdinalIgnoreCase)
        && MailNatures.AutoSubmitted(headers) == "auto-generated"
        && from is [var sender] && sender.Address.Equals(ownAddress, StringComparison.OrdinalIgnoreCase);
}

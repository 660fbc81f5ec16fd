using CsirtFlow.Domain;
using System.Text;
using CsirtFlow.Notifications.Encodings;

namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>本文: the text parts of a mail in their order. Of a text and its HTML form (RFC 2046 5.1.4) the text is taken.</summary>
internal sealed class MailText
{
    private const int Longest = 100_000;
    private const int LongestPage = 4_000_000;

    // 100,000 characters of three bytes in UTF-8, each byte as =E3.
    private const int LongestSource = 9 * Longest;

    private readonly List<MailPart> parts = [];

    public void Add(MailPart part) => parts.Add(part);

    public (string Text, bool Guessed) Join(SortedSet<MailDoubt> doubts)
    {
        var read = parts.Where(part => part.Type != "text/html").ToDictionary(part => part, Read);
        var told = read.Where(pair => pair.Value.Text != "").Select(pair => pair.Key.Alternative).ToHashSet();
        var (text, guessed) = (new StringBuilder(), false);
        foreach (var part in parts)
        {
            if (text.Length > Longest) break;
            if (part.Type == "text/html" && part.Alternative != 0 && told.Contains(part.Alternative)) continue;

            var one = read.TryGetValue(part, out var plain) ? plain : Read(part);
            if (one.Text == "") continue;

            text.Append(text.Length == 0 ? "" : "\n\n").Append(one.Text);
            guessed |= one.Guessed;
            if (one.Damaged) doubts.Add(MailDoubt.Damaged);
            if (one.Cut) doubts.Add(MailDoubt.TextCut);
        }

        if (text.Length > Longest) doubts.Add(MailDoubt.TextCut);
        var joined = MailReader.Cut(text.ToString(), Longest);
        if (Begins(joined, "-----BEGIN PGP MESSAGE-----")) doubts.Add(MailDoubt.Encrypted);
        if (Begins(joined, "-----BEGIN PGP SIGNED MESSAGE-----")) doubts.Add(MailDoubt.SignatureUnverified);
        return (joined, guessed);
    }

    private static (string Text, bool Guessed, bool Damaged, bool Cut) Read(MailPart part)
    {
        var most = part.Type == "text/html" ? LongestPage : LongestSource;
        var cut = part.Body.Length > most;
        var decoded = JapaneseText.Decode(part.Content(most), part.ContentType["charset"]);
        if (part.Type == "text/html")
        {
            var (page, more) = HtmlText.Of(decoded.Text, Longest);
            return (page, decoded.Guessed, decoded.Damaged && IsDamaged(page), cut || more);
        }

        // Every line break may be two characters before it is cleaned.
        var lines = CleanText.Lines(MailReader.Cut(decoded.Text, 2 * Longest)).TrimEnd().TrimStart('\n');
        var text = MailReader.Cut(lines, Longest);
        return (text, decoded.Guessed, decoded.Damaged && IsDamaged(text), cut || lines.Length > Longest);
    }

    // A character that the cut itself went through is no damage.
    private static bool IsDamaged(string kept) => kept.Contains('\uFFFD', StringComparison.Ordinal);

    private static bool Begins(string text, string line) => text.StartsWith(line, StringComparison.Ordinal) || text.Contains("\n" + line, StringComparison.Ordinal);
}

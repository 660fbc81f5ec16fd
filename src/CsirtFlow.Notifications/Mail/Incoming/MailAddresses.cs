using System.Collections.Immutable;
using System.Text;

namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>
/// アドレスの並び (RFC 5322 3.4), read as far as it can be: brackets and quotes that nobody closed, names alone, groups and routes. A name is decoded only after
/// the structure is known, so that 「,」 and 「&lt;」 inside an encoded word make no second address.
/// </summary>
internal static class MailAddresses
{
    private const int Most = 100;
    private const int MostPieces = 1000;
    private const int LongestAddress = 320;
    private const int LongestName = 200;

    public static ImmutableArray<MailAddress> Of(ReadOnlySpan<byte> raw) => [.. Split(HeaderText.Unfold(raw).Text).Take(MostPieces).OfType<MailAddress>().Take(Most)];

    // Null for a piece that is no address. Every letter is looked at for one piece alone.
    private static IEnumerable<MailAddress?> Split(string text)
    {
        var (phrase, comment, angle, at, shared) = (new StringBuilder(), new StringBuilder(), (string?)null, false, "");
        var words = text.LastIndexOf("?=", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    i = Quoted(text, i, phrase);
                    break;
                case '(':
                    i = Comment(text, i, comment);
                    break;
                case '<':
                    // A second bracket without a comma: two senders, not one, with the same name.
                    if (angle is not null)
                    {
                        var first = One(phrase, comment, angle, shared);
                        yield return first;
                        (shared, _, _) = (first?.Name ?? "", phrase.Clear(), comment.Clear());
                    }
                    var end = End(text, i);
                    angle = text[(i + 1)..end];
                    i = end < text.Length && text[end] == '>' ? end : end - 1;
                    break;
                case '=' when i < words && EncodedWord.At(text, i) is { } word:
                    phrase.Append(text, i, word.End - i);
                    i = word.End - 1;
                    break;
                case ',' or ';':
                    yield return One(phrase, comment, angle, shared);
                    (angle, at, shared, _, _) = (null, false, "", phrase.Clear(), comment.Clear());
                    break;
                case ':' when angle is null && !at:
                    phrase.Clear();
                    break;
                default:
                    phrase.Append(text[i]);
                    at |= text[i] == '@';
                    break;
            }
        }
        yield return One(phrase, comment, angle, shared);
    }

    // A bracket that nobody closed ends with the next comma, one that holds a route does not.
    private static int End(string text, int bracket)
    {
        var next = text.AsSpan(bracket + 1).IndexOfAny('>', '<');
        if (next >= 0 && text[bracket + 1 + next] == '>') return bracket + 1 + next;
        return text.IndexOf(',', bracket) is >= 0 and var comma ? comma : text.Length;
    }

    private static int Quoted(string text, int at, StringBuilder phrase)
    {
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length) at++;
            phrase.Append(text[at]);
        }
        return at;
    }

    private static int Comment(string text, int at, StringBuilder comment)
    {
        var depth = 1;
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length) at++;
            else if (text[at] == '(') depth++;
            else if (text[at] == ')' && --depth == 0) return at;
            comment.Append(text[at]);
        }
        return at;
    }

    private static MailAddress? One(StringBuilder phrase, StringBuilder comment, string? angle, string shared)
    {
        var words = phrase.ToString().Trim();
        var address = Address(angle is null ? words : angle[(angle.LastIndexOf(':') + 1)..]);
        var name = Name(address != "" && angle is null || words == "" ? comment.ToString() : words);
        if (name == "") name = shared;
        return address == "" && name == "" ? null : new(name, address);
    }

    private static string Address(string text)
    {
        var address = CleanText.OneLine(text).ToLowerInvariant();
        return address.Length <= LongestAddress && address.IndexOf('@', StringComparison.Ordinal) > 0 && address[^1] != '@' && !address.AsSpan().ContainsAny(" <>\uFFFD\u3000") ? address : "";
    }

    private static string Name(string text) => MailReader.Cut(CleanText.OneLine(HeaderText.Words(text).Text), LongestName);
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsirtFlow.Notifications.Encodings;

namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>パラメーターの値.</summary>
/// <param name="Extended">Written as RFC 2231 wants it: what the sender's program means when another name stands beside it.</param>
public sealed record HeaderParameter(string Text, bool Extended, bool Guessed, bool Damaged);

/// <summary>
/// ヘッダーのパラメーター (RFC 2045 5.1, RFC 2231): a value such as <c>text/plain</c> and what follows after semicolons, with continuations, percent encoding and the encoded words
/// that the standard forbids there and mailers write.
/// </summary>
public sealed record HeaderParameters(string Value, ImmutableDictionary<string, HeaderParameter> Named)
{
    private const int MostSections = 200;
    private const int LongestValue = 200;

    public string this[string name] => Named.GetValueOrDefault(name)?.Text ?? "";

    public static HeaderParameters Of(ReadOnlySpan<byte> raw)
    {
        var unfolded = HeaderText.Unfold(raw);
        var pieces = Pieces(unfolded.Text).ToList();
        var named = pieces.Skip(1).Select(ParameterSection.Of).OfType<ParameterSection>().Take(MostSections).ToLookup(section => section.Name, StringComparer.Ordinal);
        return new(MailReader.Cut(CleanText.OneLine(pieces[0]), LongestValue).ToLowerInvariant(), named.ToImmutableDictionary(sections => sections.Key, sections => Joined(sections, unfolded), StringComparer.Ordinal));
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && quoted) i++;
            else if (text[i] == '"') quoted = !quoted;
            else if (text[i] == ';' && !quoted)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }
        yield return text[start..];
    }

    private static HeaderParameter Joined(IEnumerable<ParameterSection> all, DecodedText header)
    {
        var extended = all.Where(section => section.Percent || section.Number is not null).OrderBy(section => section.Number ?? -1).ToList();
        if (!extended.Exists(section => section.Percent))
        {
            var plain = extended.Count == 0 ? all.First().Value : string.Concat(extended.Select(section => section.Value));
            var words = HeaderText.Words(plain);
            return new(CleanText.OneLine(words.Text), extended.Count > 0, words.Guessed || header.Guessed, words.Damaged || header.Damaged);
        }

        if (extended is [{ Percent: true, Number: null }, ..]) extended = extended[..1];
        var ticks = extended[0].Percent ? extended[0].Value.Split('\'', 3) : [];
        var bytes = extended.SelectMany((section, at) =>
            section.Percent ? Unescaped(at == 0 && ticks.Length == 3 ? ticks[2] : section.Value) : Encoding.UTF8.GetBytes(section.Value));
        var read = JapaneseText.Decode([.. bytes], ticks.Length == 3 ? ticks[0] : null);
        return new(CleanText.OneLine(read.Text), Extended: true, read.Guessed, read.Damaged);
    }

    private static byte[] Unescaped(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else bytes.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
        }
        return [.. bytes];
    }
}

/// <summary>One piece of a parameter: <c>filename*1*=…</c> is section 1, percent-encoded (RFC 2231 3 and 4).</summary>
internal sealed record ParameterSection(string Name, int? Number, bool Percent, string Value)
{
    public static ParameterSection? Of(string piece)
    {
        var equals = piece.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) return null;

        var stars = piece[..equals].Trim().ToLowerInvariant().Split('*');
        int? number = stars.Length > 1 && int.TryParse(stars[1], NumberStyles.None, CultureInfo.InvariantCulture, out var section) ? section : null;
        return new(stars[0], number, stars.Length > 1 && stars[^1] == "", Unquoted(piece[(equals + 1)..].Trim()));
    }

    // A backslash stays unless it protects a quote or itself: Windows programs write paths without doubling it.
    private static string Unquoted(string value)
    {
        if (!value.StartsWith('"')) return value;

        var text = new StringBuilder();
        for (var i = 1; i < value.Length && value[i] != '"'; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length && value[i + 1] is '"' or '\\') i++;
            if (i < value.Length) text.Append(value[i]);
        }
        return text.ToString();
    }
}

using CsirtFlow.Notifications.Encodings;

namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>符号化語 (RFC 2047 2): <c>=?charset?B?text?=</c>, the language of RFC 2231 5 left out.</summary>
internal sealed record EncodedWord(int Start, int End, string Charset, bool Base64, string Text)
{
    private const int LongestCharset = 60;

    /// <summary>The first one that begins at or after a place.</summary>
    public static EncodedWord? Find(string text, int from)
    {
        for (var start = text.IndexOf("=?", from, StringComparison.Ordinal); start >= 0; start = text.IndexOf("=?", start + 2, StringComparison.Ordinal))
            if (Mark(text, start) is { } mark) return Whole(text, start, mark);
        return null;
    }

    /// <summary>The one that begins at this very place.</summary>
    public static EncodedWord? At(string text, int start) => Mark(text, start) is { } mark ? Whole(text, start, mark) : null;

    // The place of the second question mark.
    private static int? Mark(string text, int start)
    {
        var charset = start + 2;
        if (!text.AsSpan(start).StartsWith("=?", StringComparison.Ordinal)) return null;

        var mark = text.IndexOf('?', charset, Math.Min(LongestCharset, text.Length - charset));
        return mark > charset && mark + 3 <= text.Length && text[mark + 2] == '?' && text[mark + 1] is 'B' or 'b' or 'Q' or 'q' ? mark : null;
    }

    // Without an end there is none for any later word either.
    private static EncodedWord? Whole(string text, int start, int mark)
    {
        var end = text.IndexOf("?=", mark + 3, StringComparison.Ordinal);
        return end < 0 ? null : new(start, end + 2, text[(start + 2)..mark].Split('*')[0], text[mark + 1] is 'B' or 'b', text[(mark + 3)..end]);
    }
}

/// <summary>Encoded words side by side in one character set: their bytes belong together, because mailers split a character or a 4-letter group of base64 over two words.</summary>
internal sealed class EncodedRun(EncodedWord first)
{
    private readonly List<EncodedWord> words = [first];

    public bool Continues(EncodedWord next) => next.Base64 == first.Base64 && string.Equals(next.Charset, first.Charset, StringComparison.OrdinalIgnoreCase);

    public void Add(EncodedWord next) => words.Add(next);

    public DecodedText Decode() => JapaneseText.Decode([.. first.Base64 ? FromBase64() : words.SelectMany(word => FromQ(word.Text))], first.Charset);

    private List<byte> FromBase64()
    {
        var (bytes, bits, held, letters) = (new List<byte>(), 0, 0, 0);
        foreach (var word in words)
        {
            if (letters % 4 == 0) (bits, held) = (0, 0);
            foreach (var c in word.Text)
            {
                if (c == '=') (bits, held, letters) = (0, 0, 0);
                if (Six(c) is not { } six) continue;

                (bits, held, letters) = (((bits << 6) | six) & 0xFFFF, held + 6, letters + 1);
                if (held < 8) continue;

                held -= 8;
                bytes.Add((byte)(bits >> held));
            }
        }
        return bytes;
    }

    private static int? Six(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' or '-' => 62,
        '/' or '_' => 63,
        _ => null,
    };

    private static IEnumerable<byte> FromQ(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                yield return Convert.FromHexString(text.AsSpan(i + 1, 2))[0];
                i += 2;
            }
            else if (text[i] == '_') yield return (byte)' ';
            else if (char.IsAscii(text[i])) yield return (byte)text[i];
            else foreach (var part in System.Text.Encoding.UTF8.GetBytes([text[i]])) yield return part;
        }
    }
}

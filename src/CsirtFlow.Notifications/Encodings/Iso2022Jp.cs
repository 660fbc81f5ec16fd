using System.Text;

namespace CsirtFlow.Notifications.Encodings;

/// <summary>
/// JISコード (ISO-2022-JP, RFC 1468): seven bits, the character set changes with an escape sequence. Read together with what mailers made of it: half-width katakana
/// (ESC ( I, SO and SI, or eight bits: CP50220 to CP50222), JIS X 0212 (RFC 2237), the sets of RFC 1554, the first plane of JIS X 0213 as far as JIS X 0208 goes, 外字 of ISO-2022-JP-MS.
/// </summary>
internal static class Iso2022Jp
{
    private enum Set { Ascii, Katakana, Kanji, Supplement, Gaiji, Chinese, Korean, Unknown }

    private const byte Escape = 0x1B;

    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding(936, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))!;
    private static readonly Encoding Ks = CodePagesEncodingProvider.Instance.GetEncoding(949, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))!;
    private static readonly Encoding Greek = CodePagesEncodingProvider.Instance.GetEncoding(28597, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))!;

    // Longer ones first: ESC $ ( B must not be read as ESC $ and then text.
    private static readonly (byte[] Sequence, Set Set)[] Sequences =
    [
        ([.. "$(B"u8], Set.Kanji), ([.. "$(@"u8], Set.Kanji), ([.. "$(O"u8], Set.Kanji), ([.. "$(Q"u8], Set.Kanji), ([.. "$B"u8], Set.Kanji), ([.. "$@"u8], Set.Kanji),
        ([.. "$(D"u8], Set.Supplement), ([.. "$(?"u8], Set.Gaiji), ([.. "$(C"u8], Set.Korean), ([.. "$(A"u8], Set.Chinese), ([.. "$A"u8], Set.Chinese), ([.. "$(P"u8], Set.Unknown),
        ([.. "(I"u8], Set.Katakana), ([.. "(B"u8], Set.Ascii), ([.. "(J"u8], Set.Ascii), ([.. "(H"u8], Set.Ascii),
    ];

    /// <summary>True when one of its escape sequences is there.</summary>
    public static bool IsMarked(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOf(Escape); at >= 0; at = bytes.IndexOf(Escape))
        {
            bytes = bytes[(at + 1)..];
            if (Designated(bytes) is not null) return true;
        }
        return false;
    }

    /// <summary>What is no part of the encoding becomes U+FFFD. A line begins in ASCII, whether or not the one before went back to it.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new JisText();
        var (set, shifted, greek) = (Set.Ascii, false, false);
        for (var i = 0; i < bytes.Length; i++)
        {
            var rest = bytes[i..];
            switch (rest)
            {
                case [Escape, (byte)'&', (byte)'@', ..]:
                    i += 2;
                    break;
                case [Escape, (byte)'.', (byte)'A' or (byte)'F', ..]:
                    greek = rest[2] == 'F';
                    i += 2;
                    break;
                case [Escape, (byte)'N', (>= 0x20 and <= 0x7F) and var letter, ..]:
                    text.Other(greek ? Greek.GetString([(byte)(letter | 0x80)]) : ((char)(letter | 0x80)).ToString());
                    i += 2;
                    break;
                case [Escape, .. var after] when Designated(after) is { } known:
                    set = known.Set;
                    i += known.Sequence.Length;
                    break;
                case [0x0E or 0x0F, ..]:
                    shifted = rest[0] == 0x0E;
                    break;
                case [(byte)'\n' or (byte)'\r', ..]:
                    text.Ascii(rest[0]);
                    (set, shifted) = (Set.Ascii, false);
                    break;
                case [(>= 0xA1 and <= 0xDF) and var kana, ..]:
                    text.Katakana(kana);
                    break;
                case [>= 0x80, ..]:
                    text.Lost();
                    break;
                case [(>= 0x21 and <= 0x5F) and var kana, ..] when shifted || set == Set.Katakana:
                    text.Katakana((byte)(kana | 0x80));
                    break;
                case [(>= 0x21 and <= 0x7E) and var row, (>= 0x21 and <= 0x7E) and var cell, ..] when set is not (Set.Ascii or Set.Katakana):
                    Pair(text, set, row, cell);
                    i++;
                    break;
                case [>= 0x21 and <= 0x7E, ..] when set is not (Set.Ascii or Set.Katakana):
                    text.Lost();
                    break;
                default:
                    text.Ascii(rest[0]);
                    break;
            }
        }
        return text.ToString();
    }

    private static void Pair(JisText text, Set set, byte row, byte cell)
    {
        switch (set)
        {
            case Set.Kanji: text.Pair(row, cell); break;
            case Set.Supplement: text.Supplement(row, cell); break;
            case Set.Gaiji: text.Other(((char)(0xE000 + ((row - 0x21) * 94) + cell - 0x21)).ToString()); break;
            case Set.Chinese: text.Other(Gb.GetString([(byte)(row | 0x80), (byte)(cell | 0x80)])); break;
            case Set.Korean: text.Other(Ks.GetString([(byte)(row | 0x80), (byte)(cell | 0x80)])); break;
            default: text.Lost(); break;
        }
    }

    private static (byte[] Sequence, Set Set)? Designated(ReadOnlySpan<byte> afterEscape)
    {
        foreach (var known in Sequences)
            if (afterEscape.StartsWith(known.Sequence)) return known;
        return null;
    }
}

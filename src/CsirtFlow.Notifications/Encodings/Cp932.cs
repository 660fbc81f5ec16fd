using System.Text;

namespace CsirtFlow.Notifications.Encodings;

/// <summary>
/// シフトJIS as Windows writes it (CP932). The runtime knows the characters that IBM added (髙, 﨑, ⅰ) by IBM's codes alone; other programs write them where NEC had put them (rows ED and EE).
/// </summary>
public static class Cp932
{
    private const int Row = 188;
    private const int Kanji = 360;
    private const int FirstKanji = 28;
    private const int Numerals = 362;
    private const int NotSign = 372;

    private static readonly System.Buffers.SearchValues<char> NoCharacters = System.Buffers.SearchValues.Create("\u0080\uF8F0\uF8F1\uF8F2\uF8F3");

    private static readonly Encoding Strict = Runtime(DecoderFallback.ExceptionFallback);
    private static readonly Encoding Tolerant = Runtime(new DecoderReplacementFallback("\uFFFD"));

    /// <exception cref="DecoderFallbackException">A byte is no part of the encoding.</exception>
    public static string Decode(byte[] bytes) => Strict.GetString(InPlacesOfIbm(bytes));

    /// <summary>What is no part of the encoding becomes U+FFFD, also the bytes for which the runtime has signs of its own (80, A0, FD to FF).</summary>
    public static string DecodeTolerantly(byte[] bytes) =>
        Tolerant.GetString(InPlacesOfIbm(bytes)) is var text && text.AsSpan().IndexOfAny(NoCharacters) >= 0
            ? string.Concat(text.Select(c => NoCharacters.Contains(c) ? '\uFFFD' : c))
            : text;

    private static Encoding Runtime(DecoderFallback fallback) => CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, fallback)!;

    private static byte[] InPlacesOfIbm(byte[] bytes)
    {
        var ibm = (byte[])bytes.Clone();
        for (var i = 0; i < ibm.Length - 1; i++)
        {
            if (ibm[i] is not ((>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC))) continue;
            if (ibm[i] is 0xED or 0xEE && Place(ibm[i], ibm[i + 1]) is { } place) (ibm[i], ibm[i + 1]) = place;
            i++;
        }
        return ibm;
    }

    private static (byte, byte)? Place(byte lead, byte trail)
    {
        if (trail is < 0x40 or 0x7F or > 0xFC) return null;

        var at = ((lead - 0xED) * Row) + trail - (trail < 0x7F ? 0x40 : 0x41);
        int? ibm = at switch
        {
            < Kanji => FirstKanji + at,
            >= Numerals and < NotSign => at - Numerals,
            > NotSign => at - NotSign + 20,
            _ => null,
        };
        if (at == NotSign) return (0x81, 0xCA);
        if (ibm is not { } to) return null;

        var place = to % Row;
        return ((byte)(0xFA + (to / Row)), (byte)(place + (place < 63 ? 0x40 : 0x41)));
    }
}

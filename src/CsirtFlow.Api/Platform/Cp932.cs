using System.Text;

namespace CsirtFlow.Api.Platform;

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

    private static readonly Encoding Runtime = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <exception cref="DecoderFallbackException">A byte is no part of the encoding.</exception>
    public static string Decode(byte[] bytes)
    {
        var ibm = (byte[])bytes.Clone();
        for (var i = 0; i < ibm.Length - 1; i++)
        {
            if (ibm[i] is not ((>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC))) continue;
            if (ibm[i] is 0xED or 0xEE && Place(ibm[i], ibm[i + 1]) is { } place) (ibm[i], ibm[i + 1]) = place;
            i++;
        }
        return Runtime.GetString(ibm);
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

using System.Text;

namespace CsirtFlow.Notifications.Encodings;

/// <summary>
/// JIS漢字: text that grows out of the pairs of JIS X 0208. They are read as シフトJIS of Windows (<see cref="Cp932"/>), so that ①, 髙 and 﨑, which the rows of NEC add to the standard, are read too.
/// </summary>
internal sealed class JisText
{
    private static readonly Encoding JisX0212 = CodePagesEncodingProvider.Instance.GetEncoding(20932, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))!;

    private readonly StringBuilder text = new();
    private readonly List<byte> shiftJis = [];

    public void Ascii(byte letter) => shiftJis.Add(letter);

    /// <summary>半角カタカナ (JIS X 0201), as one byte of A1 to DF.</summary>
    public void Katakana(byte letter) => shiftJis.Add(letter);

    /// <summary>A pair of JIS X 0208; both bytes are within 21 and 7E.</summary>
    public void Pair(byte row, byte cell)
    {
        var lead = ((row - 0x21) >> 1) + 0x81;
        var trail = row % 2 == 1 ? cell + 0x1F + (cell >= 0x60 ? 1 : 0) : cell + 0x7E;
        shiftJis.Add((byte)(lead > 0x9F ? lead + 0x40 : lead));
        shiftJis.Add((byte)trail);
    }

    /// <summary>補助漢字: a pair of JIS X 0212, which the runtime keeps in a code page of its own.</summary>
    public void Supplement(byte row, byte cell) => Other(JisX0212.GetString([(byte)(row | 0x80), cell]));

    public void Lost() => Other("\uFFFD");

    public void Other(string characters)
    {
        Flush();
        text.Append(characters);
    }

    public override string ToString()
    {
        Flush();
        return text.ToString();
    }

    private void Flush()
    {
        if (shiftJis.Count == 0) return;

        text.Append(Cp932.DecodeTolerantly([.. shiftJis]));
        shiftJis.Clear();
    }
}

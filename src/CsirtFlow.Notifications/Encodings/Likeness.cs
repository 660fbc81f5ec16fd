namespace CsirtFlow.Notifications.Encodings;

/// <summary>How much a text looks like one that a person in Japan wrote; only good for comparing readings of the same bytes.</summary>
internal static class Likeness
{
    // More would not change the choice.
    private const int Enough = 20_000;

    public static int Of(string text)
    {
        var sum = 0;
        var before = ' ';
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, Enough)))
        {
            // One place that cannot be read is one fault, however many bytes it has.
            if (c != '\uFFFD' || before != c) sum += Of(c);
            before = c;
        }
        return sum;
    }

    // Kanji weigh less than kana: a wrong reading makes kanji of anything, kana seldom. C1 controls and private signs are in no letter.
    private static int Of(char c) => c switch
    {
        '\uFFFD' => -12,
        '\n' or '\r' or '\t' => 0,
        < ' ' or '\x7F' => -2,
        < '\x7F' => 0,
        < '\xA0' => -6,
        (>= '\xC0' and <= '\xFF') and not ('\xD7' or '\xF7') => -1,
        >= '\x3041' and <= '\x30FC' => 4,
        >= '\x3001' and <= '\x3015' => 3,
        >= '\x4E00' and <= '\x9FFF' => IsCommon(c) ? 2 : -1,
        >= '\xFF01' and <= '\xFF5E' => 1,
        >= '\xFF61' and <= '\xFF9F' => -1,
        >= '\xE000' and <= '\xF8FF' => -6,
        < '\x250' => -2,
        _ => 0,
    };

    // 第一水準: the rows 16 to 47 of JIS X 0208 stand as 889F to 9872 in シフトJIS.
    private static bool IsCommon(char kanji) => FirstLevel.Contains(kanji);

    private static readonly HashSet<char> FirstLevel = [.. Rows(16, 47)];

    private static string Rows(byte first, byte last)
    {
        var text = new JisText();
        for (var row = first; row <= last; row++)
            for (byte cell = 1; cell <= 94; cell++)
                text.Pair((byte)(row + 0x20), (byte)(cell + 0x20));
        return text.ToString().Replace("\uFFFD", "", StringComparison.Ordinal);
    }
}

using System.Text;

namespace CsirtFlow.Notifications;

/// <summary>
/// 文字の整え: text that people typed, made fit for a header, a mail body or XML.
/// A line break in a header would be a new header (RFC 5322 2.2), a NUL is refused by XML 1.0 (2.2) and by PostgreSQL's jsonb.
/// Japanese is kept as it is, including 髙﨑𠮷 and variation selectors.
/// </summary>
public static class CleanText
{
    /// <summary>一行: no line break, tab or other control character is left; each run of them becomes one space. Ends are trimmed.</summary>
    public static string OneLine(string? text)
    {
        var line = new StringBuilder();
        foreach (var rune in Kept(text))
        {
            var blank = Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029;
            if (!blank) Add(line, rune);
            else if (line is [.., not ' ']) line.Append(' ');
        }

        return line.ToString().Trim(' ');
    }

    /// <summary>複数行: line breaks become LF and tabs stay; every other control character becomes U+FFFD, so that a reader sees that something was there.</summary>
    public static string Lines(string? text)
    {
        var lines = new StringBuilder();
        foreach (var rune in Kept(text?.ReplaceLineEndings("\n")))
            Add(lines, Rune.IsControl(rune) && rune.Value is not ('\n' or '\t') ? Rune.ReplacementChar : rune);

        return lines.ToString();
    }

    // Append(rune) would make a string of every letter.
    private static void Add(StringBuilder text, Rune rune) => _ = rune.IsBmp ? text.Append((char)rune.Value) : text.Append(rune.ToString());

    // EnumerateRunes gives U+FFFD for a lone surrogate.
    private static IEnumerable<Rune> Kept(string? text)
    {
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (IsDirection(rune)) continue;
            yield return IsNoCharacter(rune) ? Rune.ReplacementChar : rune;
        }
    }

    /// <summary>U+FFFE and the other code points that Unicode keeps free of characters: XML refuses some of them, and the normalisation of .NET too.</summary>
    public static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Signs that turn the direction of writing: they make 「gpj.exe」 look like 「exe.jpg」, and a name like another one.</summary>
    public static bool IsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F;
}

using System.Text;

namespace CsirtFlow.Api.Platform;

/// <summary>Text as it can be stored: PostgreSQL refuses NUL in JSON, and a lone surrogate is no character.</summary>
public static class KeepableText
{
    public static string? Of(string? text)
    {
        if (text is null) return null;

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if ((!Rune.IsControl(rune) && !TurnsDirection(rune)) || rune.Value is '\n' or '\r' or '\t') kept.Append(rune);
        return kept.ToString();
    }

    // Signs that turn the direction of writing make a name look like another.
    private static bool TurnsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}

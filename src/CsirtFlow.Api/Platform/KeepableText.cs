using System.Text;
using CsirtFlow.Notifications;

namespace CsirtFlow.Api.Platform;

/// <summary>Text as it can be stored, searched and printed: PostgreSQL refuses NUL in JSON, and what is no character (half a pair, U+FFFE) becomes U+FFFD.</summary>
public static class KeepableText
{
    public static string? Of(string? text)
    {
        if (text is null) return null;

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if ((!Rune.IsControl(rune) && !CleanText.IsDirection(rune)) || rune.Value is '\n' or '\r' or '\t') kept.Append(CleanText.IsNoCharacter(rune) ? Rune.ReplacementChar : rune);
        return kept.ToString();
    }
}

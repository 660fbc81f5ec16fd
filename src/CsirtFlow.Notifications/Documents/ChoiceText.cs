namespace CsirtFlow.Notifications.Documents;

/// <summary>選択肢の欄の文: the choices, and below them what is written beside them; 「その他（サーバー）」 says その他 more exactly.</summary>
public static class ChoiceText
{
    /// <summary>The choices that a text says, in the order of the form.</summary>
    public static IEnumerable<string> Chosen(IReadOnlyList<string> choices, string text)
    {
        var said = Entries(text);
        return choices.Where(choice => said.Any(one => IsFor(one, choice)));
    }

    /// <summary>What a text says beyond the bare choices; as it was written where it names none.</summary>
    public static string Beside(IReadOnlyList<string> choices, string text)
    {
        var said = Entries(text);
        return said.Exists(choices.Contains) ? string.Join('\n', said.Where(one => !choices.Contains(one))) : text;
    }

    /// <summary>What was ticked and what was written beside it, as one text; nothing is said twice.</summary>
    public static string Joined(IEnumerable<string> chosen, string beside)
    {
        var said = Entries(beside);
        var ticked = string.Join('、', chosen.Where(choice => !said.Exists(one => IsFor(one, choice))));
        return string.Join('\n', new[] { ticked, beside }.Where(part => part.Length > 0));
    }

    internal static bool IsFor(string said, string choice) => string.Equals(said, choice, StringComparison.Ordinal) || said.StartsWith(choice + "（", StringComparison.Ordinal);

    // 「有（名称、所在）、不明」 are two entries: a mark inside brackets separates nothing.
    internal static List<string> Entries(string text)
    {
        var entries = new List<string> { "" };
        var depth = 0;
        foreach (var c in text)
        {
            depth = Math.Max(0, depth + (c is '（' ? 1 : c is '）' ? -1 : 0));
            if (c is '\n' or '\r' || (c is '、' && depth == 0)) entries.Add("");
            else entries[^1] += c;
        }

        return [.. entries.Select(entry => entry.Trim()).Where(entry => entry is not "")];
    }
}

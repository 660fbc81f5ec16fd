namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>他のメールの番号 (RFC 5322 3.6.4): ids as other programs write them, which is not always what the standard says.</summary>
internal static class MailIds
{
    private const int Longest = 500;
    private const int Most = 50;

    /// <summary>The id of a Message-ID field, with or without brackets; empty when there is none that can be used.</summary>
    public static string First(string value)
    {
        var open = value.IndexOf('<', StringComparison.Ordinal);
        var close = value.IndexOf('>', open + 1);
        return Usable(open < 0 ? value : close < 0 ? value[(open + 1)..] : value[(open + 1)..close]);
    }

    /// <summary>What In-Reply-To names, then References; of a long thread the newest.</summary>
    public static IEnumerable<string> Answered(MailHeaders headers)
    {
        var answered = All(headers.Text("in-reply-to")).Distinct(StringComparer.Ordinal).Take(Most).ToList();
        return answered.Concat(All(headers.Text("references")).Except(answered, StringComparer.Ordinal).TakeLast(Most - answered.Count));
    }

    /// <summary>An id that was folded is joined again; one that is too long or unreadable is none.</summary>
    public static string Usable(string id)
    {
        var whole = string.Concat(CleanText.OneLine(id).Where(c => !char.IsWhiteSpace(c)));
        return whole.Length > Longest || whole.AsSpan().ContainsAny('<', '>', '\uFFFD') ? "" : whole;
    }

    private static IEnumerable<string> All(string value) =>
        (value.Contains('<', StringComparison.Ordinal)
            ? value.Split('<').Skip(1).Select(piece => piece.Split('>', 2)[0])
            : value.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Contains('@', StringComparison.Ordinal)))
        .Select(Usable).Where(id => id != "");
}

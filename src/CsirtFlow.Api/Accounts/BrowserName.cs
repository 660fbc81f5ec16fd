using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Accounts;

/// <summary>A browser as its user knows it, made from what it calls itself.</summary>
public static class BrowserName
{
    private const int Longest = 40;

    // In this order: most of them call themselves by the names of others too.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Microsoft Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("HeadlessChrome/", "Chrome"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Macintosh", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary><c>Firefox (Windows)</c>; for a program the first word of what it calls itself.</summary>
    public static string Of(string? userAgent)
    {
        var said = KeepableText.Of(userAgent ?? "") ?? "";
        var system = Array.Find(Systems, s => said.Contains(s.Sign, StringComparison.Ordinal)).Name;
        return Array.Find(Browsers, b => said.Contains(b.Sign, StringComparison.Ordinal)).Name is { } browser ? system is null ? browser : $"{browser} ({system})" : First(said);
    }

    private static string First(string said) => said.Split(' ', 2)[0] is { Length: > Longest } word ? word[..Longest] : said.Split(' ', 2)[0];
}

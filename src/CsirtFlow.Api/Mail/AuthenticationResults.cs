using System.Text.RegularExpressions;

namespace CsirtFlow.Api.Mail;

/// <summary>
/// 差出人の確認 (RFC 8601): our own mail server writes at the top of a mail what it found out about its origin. Anybody can write such a line too, so that only the
/// topmost counts, and only under the name of our own server, which takes away what others wrote under it (RFC 8601 5).
/// </summary>
public static partial class AuthenticationResults
{
    /// <param name="topmostFirst">The values of the header fields.</param>
    /// <param name="server">authserv-id of our own server; empty: nothing is ever confirmed.</param>
    /// <param name="address">The address that the mail claims to come from.</param>
    public static bool Confirm(IReadOnlyList<string> topmostFirst, string server, string address)
    {
        if (server.Length == 0 || topmostFirst is not [var first, ..]) return false;

        var parts = Comment().Replace(first, " ").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var id, .. var results] || !id.Split(' ')[0].Equals(server, StringComparison.OrdinalIgnoreCase)) return false;

        var domain = address[(address.LastIndexOf('@') + 1)..];
        return results.Any(r => Passes(r, "dmarc", "header.from", domain) || Passes(r, "dkim", "header.d", domain));
    }

    // SPF alone is about the envelope, which the reader never sees.
    private static bool Passes(string result, string method, string property, string domain)
    {
        var words = result.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words is [var head, ..] && head.Equals($"{method}=pass", StringComparison.OrdinalIgnoreCase)
            && words.Any(w => w.Equals($"{property}={domain}", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.None, 1000)]
    private static partial Regex Comment();
}

using System.Text;

namespace CsirtFlow.Api.Mail;

/// <summary>
/// 差出人の確認 (RFC 8601): our own mail server writes at the top of a mail what it found out about its origin. Anybody can write such a line too, so that only the
/// topmost counts, and only under the name of our own server, which takes away what others wrote under it (RFC 8601 5). What the server quotes from the mail is the
/// sender's own words: quoted strings and comments never begin a result (RFC 8601 2.2).
/// </summary>
public static class AuthenticationResults
{
    /// <param name="topmostFirst">The values of the header fields, as they stand there.</param>
    /// <param name="server">authserv-id of our own server; empty: nothing is ever confirmed.</param>
    /// <param name="address">The address that the mail claims to come from.</param>
    public static bool Confirm(IReadOnlyList<string> topmostFirst, string server, string address)
    {
        if (server.Length == 0 || topmostFirst is not [var first, ..]) return false;

        var parts = Parts(first);
        if (parts is not [[var id, ..], ..] || !id.Equals(server, StringComparison.OrdinalIgnoreCase)) return false;

        var domain = address[(address.LastIndexOf('@') + 1)..];
        return parts.Skip(1).Any(r => Passes(r, "dmarc", "header.from", domain) || Passes(r, "dkim", "header.d", domain));
    }

    // SPF is about the envelope, which the reader never sees.
    private static bool Passes(List<string> result, string method, string property, string domain) =>
        result is [var head, ..] && head.Equals($"{method}=pass", StringComparison.OrdinalIgnoreCase)
        && result.Skip(1).Contains($"{property}={domain}", StringComparer.OrdinalIgnoreCase);

    // Words between semicolons; a word with a quoted string in it stays one word, quotes and all.
    private static List<List<string>> Parts(string value)
    {
        var parts = new List<List<string>> { new() };
        var word = new StringBuilder();
        var (depth, quoted) = (0, false);
        void End()
        {
            if (word.Length > 0) parts[^1].Add(word.ToString());
            word.Clear();
        }
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '\\' && (quoted || depth > 0) && i + 1 < value.Length)
            {
                i++;
                if (quoted) word.Append(c).Append(value[i]);
            }
            else if (depth > 0) depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            else if (c == '"')
            {
                quoted = !quoted;
                word.Append(c);
            }
            else if (quoted) word.Append(c);
            else if (c == '(')
            {
                depth++;
                End();
            }
            else if (c == ';')
            {
                End();
                parts.Add([]);
            }
            else if (char.IsWhiteSpace(c)) End();
            else word.Append(c);
        }
        End();
        return parts;
    }
}

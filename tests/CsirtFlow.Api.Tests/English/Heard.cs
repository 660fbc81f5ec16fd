using System.Net;
using System.Text.RegularExpressions;

namespace CsirtFlow.Api.Tests.English;

/// <summary>What a page says to its reader: text and spoken attributes, without what it marks as Japanese and what stands in its fields.</summary>
internal static partial class Heard
{
    private static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    private static readonly HashSet<string> Unspoken = ["value", "href", "content", "src", "action"];

    /// <summary>Every stretch that is left with Japanese in it.</summary>
    public static IEnumerable<string> Japanese(string page) => Stretches(page).Select(s => WebUtility.HtmlDecode(s).Trim()).Where(s => Letters().IsMatch(s));

    private static IEnumerable<string> Stretches(string page)
    {
        var open = new Stack<(string Name, bool Skipped)>();
        var skipped = false;
        foreach (Match m in Token().Matches(page))
        {
            var name = m.Groups["name"].Value;
            if (m.Groups["text"].Success)
            {
                if (!skipped) yield return m.Groups["text"].Value;
            }
            else if (m.Groups["close"].Success)
            {
                while (open.TryPop(out var last) && last.Name != name) { }
                skipped = open.TryPeek(out var outer) && outer.Skipped;
            }
            else if (name.Length > 0)
            {
                var attributes = Attribute().Matches(m.Groups["attributes"].Value).ToDictionary(a => a.Groups["key"].Value, a => a.Groups["said"].Value);
                var foreign = skipped || name is "textarea" or "title" || attributes.GetValueOrDefault("lang") == "ja";
                if (!foreign)
                    foreach (var (_, said) in attributes.Where(a => !Unspoken.Contains(a.Key))) yield return said;
                if (Void.Contains(name) || m.Value.EndsWith("/>", StringComparison.Ordinal)) continue;
                open.Push((name, foreign));
                skipped = foreign;
            }
        }
    }

    [GeneratedRegex("""<!--.*?-->|<!(?<doctype>[^>]*)>|<(?<close>/)?(?<name>[a-zA-Z][a-zA-Z0-9-]*)(?<attributes>(?:"[^"]*"|[^">])*)>|(?<text>[^<]+)""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Token();

    [GeneratedRegex("(?<key>[a-z-]+)=\"(?<said>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex("[\\u3000-\\u30ff\\u3400-\\u9fff\\uff00-\\uffef]", RegexOptions.None, 1000)]
    private static partial Regex Letters();
}

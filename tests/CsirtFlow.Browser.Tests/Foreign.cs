using System.Text.RegularExpressions;

namespace CsirtFlow.Browser.Tests;

/// <summary>What of an English page may be Japanese: names of the organisation, what somebody typed, and the way back to Japanese.</summary>
public static partial class Foreign
{
    private static readonly string[] Names =
    [
        "架空地方消防組合", "総務課", "警防課", "予防課", "通信指令課", "中央消防署", "西分署", "0000-00-0000（窓口直通、24時間）", "日本語で続ける（入力した内容は残ります）", "日本語",
    ];

    /// <summary>Title, text and labels of the page hold no Japanese but names and <paramref name="typed"/>.</summary>
    public static async Task IsEnglish(this Window window, params string[] typed)
    {
        var page = window.Page;
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        var words = await page.EvaluateAsync<string[]>(
            """
            () => [document.title, document.body.textContent, ...[...document.querySelectorAll('*')].flatMap(e => ['aria-label', 'title', 'placeholder', 'alt'].map(a => e.getAttribute(a) ?? ''))]
            """);
        var left = words.Select(w => typed.Concat(Names).OrderByDescending(n => n.Length).Aggregate(w, (text, known) => text.Replace(known, "", StringComparison.Ordinal)));
        Assert.Empty(left.SelectMany(w => Japanese().Matches(w)).Select(m => m.Value));
    }

    [GeneratedRegex("[\\u3000-\\u30ff\\u3400-\\u9fff\\uff00-\\uffef].*", RegexOptions.None, 1000)]
    private static partial Regex Japanese();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace CsirtFlow.Domain;

/// <summary>条・項・号 as people in the office write it: <c>32-3-1</c> is 第32条第3項第1号.</summary>
public static partial class Clause
{
    /// <summary>「第32条第3項第1号」 from <c>32-3-1</c>, 「第33条第1項第1号ウ」 from <c>33-1-1ウ</c>.</summary>
    public static string Spell(string clause)
    {
        var m = Parts().Match(clause);
        if (!m.Success) return clause;

        var paragraph = m.Groups["k"].Success ? $"第{m.Groups["k"].Value}項" : "";
        var item = m.Groups["g"].Success ? $"第{m.Groups["g"].Value}号{m.Groups["i"].Value}" : "";
        return $"第{m.Groups["j"].Value}条{paragraph}{item}";
    }

    /// <summary>"Art. 32(3)(i)" from <c>32-3-1</c>, "Art. 33(1)(i)(c)" from <c>33-1-1ウ</c>.</summary>
    public static string InEnglish(string clause)
    {
        var m = Parts().Match(clause);
        if (!m.Success) return clause;

        var item = m.Groups["g"].Success ? $"({Roman[int.Parse(m.Groups["g"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)]})" : "";
        var letter = m.Groups["i"].Success ? $"({(char)('a' + Letters.IndexOf(m.Groups["i"].Value, StringComparison.Ordinal))})" : "";
        return $"Art. {m.Groups["j"].Value}{(m.Groups["k"].Success ? $"({m.Groups["k"].Value})" : "")}{item}{letter}";
    }

    // In the order in which the policy counts.
    private const string Letters = "アイウエオカキクケコ";

    private static readonly string[] Roman = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];

    [GeneratedRegex(@"^(?<j>\d+)(-(?<k>\d+)(-(?<g>\d+)(?<i>[ア-ン])?)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parts();
}

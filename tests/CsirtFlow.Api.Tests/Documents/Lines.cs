namespace CsirtFlow.Api.Tests.Documents;

internal static class Lines
{
    /// <summary>Each line stands in the text as a whole.</summary>
    public static void Hold(string text, params string[] lines)
    {
        var all = text.ReplaceLineEndings("\n").Split('\n');
        Assert.All(lines, line => Assert.True(all.Contains(line), $"No line “{line}” in\n{text}"));
    }
}

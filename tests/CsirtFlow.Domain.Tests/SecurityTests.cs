using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CsirtFlow.Domain.Tests;

/// <summary>SECURITY.md says which test covers which class of attack; this one sees that they are there.</summary>
public sealed partial class SecurityTests
{
    [Fact]
    public void Every_test_that_is_named_is_there()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Root(), "tests"), "*Tests*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToLookup(f => Path.GetFileName(f).Split('.')[0], File.ReadAllText);
        var named = Named().Matches(File.ReadAllText(Path.Combine(Root(), "SECURITY.md"))).Select(m => (Class: m.Groups["class"].Value, Method: m.Groups["method"].Value)).ToList();

        Assert.True(named.Count > 50);
        Assert.All(named, n => Assert.Contains(sources[n.Class], text => text.Contains(n.Method.Length == 0 ? $"class {n.Class}" : $" {n.Method}(", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_class_of_attack_has_a_test() =>
        Assert.All(File.ReadLines(Path.Combine(Root(), "SECURITY.md")).SkipWhile(l => !l.StartsWith("## What each class", StringComparison.Ordinal)).Where(l => l.StartsWith("- ", StringComparison.Ordinal)), line => Assert.Matches(Named(), line));

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    [GeneratedRegex(@"`(?<class>[A-Z]\w*Tests)(\.(?<method>[A-Z]\w+))?`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}

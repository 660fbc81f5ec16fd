using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CsirtFlow.Api.Tests;

/// <summary><c>script/audit</c>: severe weaknesses of packages that are known stop a run, and where nobody could know them that is said.</summary>
public sealed class AuditScriptTests(AppFixture fixture)
{
    private const string Severe = "/x/a.csproj : warning NU1903: Package 'Weak' 1.0.0 has a known high severity vulnerability, https://github.com/advisories/GHSA-aaaa-bbbb-cccc [/x/a.sln]\n";
    private const string Moderate = "/x/a.csproj : warning NU1902: Package 'Middling' 1.0.0 has a known moderate severity vulnerability, https://github.com/advisories/GHSA-dddd-bbbb-cccc [/x/a.sln]\n";
    private const string Exception = "https://github.com/advisories/GHSA-aaaa-bbbb-cccc 2030-12-31 The method is not called.\n";

    [Theory]
    [InlineData("", "", "", 0, "no severe weakness is known")]
    [InlineData(Moderate, "", "", 0, "WARNING: Package 'Middling'")]
    [InlineData(Severe, "", "", 1, "SEVERE: Package 'Weak'")]
    [InlineData(Severe, Exception, "", 0, "allowed until 2030-12-31: The method is not called.")]
    [InlineData(Severe, "https://github.com/advisories/GHSA-aaaa-bbbb-cccc 2030-03-31 The method is not called.\n", "", 1, "the exception ended on 2030-03-31")]
    [InlineData("", "https://github.com/advisories/GHSA-aaaa-bbbb-cccc 2030-12-31\n", "", 1, "needs a last day (2030-12-31) and a reason")]
    [InlineData("", "", "warning NU1905: The audit source did not provide any vulnerability data.\n", 0, "NOT AUDITED")]
    [InlineData(Severe, "", "warning NU1900: no answer\n", 1, "NOT AUDITED")]
    public async Task A_severe_weakness_stops_unless_it_is_excepted_and_what_could_not_be_asked_is_said(string restored, string exceptions, string source, int status, string said)
    {
        var folder = fixture.Folder();
        foreach (var (name, text) in new[] { ("restore", restored), ("exceptions", exceptions), ("source", source) }) await File.WriteAllTextAsync(Path.Combine(folder, name), text, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(Script(), [Path.Combine(folder, "restore")]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in new[] { ("AUDIT_EXCEPTIONS", Path.Combine(folder, "exceptions")), ("AUDIT_ADVISORIES", Path.Combine(folder, "source")), ("AUDIT_DAY", "2030-04-01") }) start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var says = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, process.ExitCode);
        Assert.Contains(said, says, StringComparison.Ordinal);
    }

    private static string Script([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "script", "audit"));
}

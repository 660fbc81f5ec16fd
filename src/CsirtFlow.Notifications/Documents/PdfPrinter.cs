using System.ComponentModel;
using System.Diagnostics;

namespace CsirtFlow.Notifications.Documents;

/// <summary>PDFの作成の設定.</summary>
/// <param name="Browser">Path of Chromium; empty for the one that is installed.</param>
/// <param name="BrowserSandbox">False where the service runs as root in a container: Chromium does not start then without giving up its sandbox.</param>
public sealed record PdfSettings(string Browser = "", bool BrowserSandbox = true);

/// <param name="Pdf">Null when there is none.</param>
/// <param name="Problem">Why there is none, for whoever operates the service.</param>
public sealed record PdfPrint(byte[]? Pdf, string Problem = "");

/// <summary>PDFの作成: a page printed by a headless Chromium, one at a time. Nothing depends on it: without a browser here, people print the page in theirs.</summary>
public sealed class PdfPrinter(PdfSettings settings) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string[] Installed = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private static readonly string[] NoSandbox = ["--no-sandbox"];

    private readonly SemaphoreSlim one = new(1);

    /// <summary>Path of the Chromium that prints; null when there is none.</summary>
    public string? Browser { get; } = Array.Find(settings.Browser is "" ? Installed : [settings.Browser], File.Exists);

    public bool Sandbox => settings.BrowserSandbox;

    /// <param name="page">A page that needs no other file (<see cref="HtmlRenderer.StandalonePage"/>).</param>
    public async Task<PdfPrint> PrintAsync(string page, CancellationToken cancellationToken)
    {
        if (Browser is null) return new(null, "No Chromium is installed.");

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await one.WaitAsync(patience.Token);
            try { return await InOwnFolder(Browser, page, patience.Token); }
            finally { one.Release(); }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested) { return new(null, $"Chromium took longer than {Patience.TotalSeconds:0} seconds."); }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException) { return new(null, e.Message); }
    }

    public void Dispose() => one.Dispose();

    private async Task<PdfPrint> InOwnFolder(string browser, string page, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("csirtflow-pdf-").FullName;
        try
        {
            var (source, target) = (Path.Combine(folder, "document.html"), Path.Combine(folder, "document.pdf"));
            await File.WriteAllTextAsync(source, page, cancellationToken);
            using var process = Process.Start(Start(browser, folder, source, target))!;
            var said = process.StandardError.ReadToEndAsync(cancellationToken);
            try
            {
                await process.WaitForExitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            return process.ExitCode == 0 && File.Exists(target) ? new(await File.ReadAllBytesAsync(target, cancellationToken))
                : new(null, $"Chromium ended with {process.ExitCode}: {CleanText.OneLine(await said)}");
        }
        finally
        {
            Forget(folder);
        }
    }

    private ProcessStartInfo Start(string browser, string folder, string source, string target)
    {
        var start = new ProcessStartInfo(browser,
        [
            "--headless", .. settings.BrowserSandbox ? [] : NoSandbox, "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={Path.Combine(folder, "profile")}",
            "--no-pdf-header-footer", "--generate-pdf-document-outline", $"--print-to-pdf={target}", new Uri(source).AbsoluteUri,
        ])
        { RedirectStandardError = true, RedirectStandardOutput = false, UseShellExecute = false, WorkingDirectory = folder };
        // What the service knows from its environment (the database's password) is nothing to a browser.
        var path = start.Environment.TryGetValue("PATH", out var known) ? known : null;
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        return start;
    }

    // A process that was killed may still write into its profile; the page itself is gone first.
    private static void Forget(string folder)
    {
        File.Delete(Path.Combine(folder, "document.html"));
        try { Directory.Delete(folder, recursive: true); }
        catch (IOException) { }
    }
}

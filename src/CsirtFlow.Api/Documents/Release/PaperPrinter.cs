using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Documents;

/// <summary>文書をPDFで, where a Chromium is installed (section <c>Documents</c> of the configuration). Without one, everything goes on.</summary>
public sealed partial class PaperPrinter(IConfiguration configuration, ILogger<PaperPrinter> log) : IDisposable
{
    private readonly PdfPrinter printer = new(configuration.GetSection("Documents").Get<PdfSettings>() ?? new());

    public bool IsThere => printer.Browser is not null;

    /// <returns>Null when there is none; the log says why.</returns>
    public async Task<byte[]?> Print(string document, string page, CancellationToken cancellation)
    {
        if (IsThere && !printer.Sandbox) WithoutSandbox(document);
        var (pdf, problem) = await printer.PrintAsync(page, cancellation);
        if (pdf is null) NoPdf(document, problem);
        return pdf;
    }

    public void Dispose() => printer.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "No PDF of {Document}: {Problem}")]
    private partial void NoPdf(string document, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "PDF of {Document} by a Chromium without its sandbox, as configured")]
    private partial void WithoutSandbox(string document);
}

using System.Collections.Immutable;
using System.Text;
using CsirtFlow.Api.Platform;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Documents;

/// <summary>A document as a page, a Word file or a text, as it was asked for.</summary>
public static class DocumentFormats
{
    /// <summary>The first is the default.</summary>
    public static ImmutableArray<string> All { get; } = ["html", "docx", "txt"];

    /// <summary>What was asked for, or the default.</summary>
    /// <exception cref="BadRequestException">There is no such format.</exception>
    public static string Asked(HttpContext http) => http.Request.Query["format"].ToString() switch
    {
        "" => All[0],
        var asked when All.Contains(asked) => asked,
        _ => throw new BadRequestException("format は html、docx、txt のどれかにしてください。", "format must be html, docx or txt."),
    };

    /// <param name="name">Of the file, before its extension.</param>
    /// <param name="at">Date of the file (UTC instant).</param>
    public static IResult Answer(OfficialDocument document, string format, Func<string, string> name, DateTimeOffset at) => format switch
    {
        "docx" => Results.File(WordRenderer.Render(document, at), WordRenderer.ContentType, name("docx")),
        "txt" => Results.Text(PlainTextRenderer.Render(document), "text/plain", Encoding.UTF8),
        _ => Results.Text(HtmlRenderer.Page(document, DocumentEndpoints.StylesheetPath), "text/html", Encoding.UTF8),
    };
}

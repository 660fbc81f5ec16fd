using System.Text;
using CsirtFlow.Api.Platform;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Documents;

/// <summary>A document as a page, a Word file or a text, as it was asked for.</summary>
public static class DocumentFormats
{
    /// <param name="name">First part of the file's name.</param>
    /// <exception cref="BadRequestException">There is no such format.</exception>
    public static IResult Answer(OfficialDocument document, string? format, string name, DateTimeOffset at) => format switch
    {
        "docx" => Results.File(WordRenderer.Render(document, at), WordRenderer.ContentType, DocumentEndpoints.FileName(name, document.Title, "docx")),
        "txt" => Results.Text(PlainTextRenderer.Render(document), "text/plain", Encoding.UTF8),
        "html" or "" or null => Results.Text(HtmlRenderer.Page(document, DocumentEndpoints.StylesheetPath), "text/html", Encoding.UTF8),
        _ => throw new BadRequestException("format は html、docx、txt のどれかにしてください。", "format must be html, docx or txt."),
    };
}

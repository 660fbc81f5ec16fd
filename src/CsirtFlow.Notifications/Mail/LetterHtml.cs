using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Notifications.Mail;

/// <summary>HTML版: the words of a letter and nothing else; no picture, style or script, so that reading it asks for nothing from outside.</summary>
internal static class LetterHtml
{
    /// <param name="link">Becomes a link where the text names it; no other address does.</param>
    public static string Of(string text, string link) => string.Join("\r\n",
    [
        "<!DOCTYPE html>",
        "<html lang=\"ja\">",
        "<head><meta charset=\"utf-8\"></head>",
        "<body>",
        .. CleanText.Lines(text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => $"<p>{Paragraph(p.Trim('\n'), HtmlRenderer.Encode(link))}</p>"),
        "</body>",
        "</html>",
        "",
    ]);

    private static string Paragraph(string text, string link)
    {
        var html = HtmlRenderer.Encode(text);
        return (link.Length == 0 ? html : html.Replace(link, $"<a href=\"{link}\">{link}</a>", StringComparison.Ordinal)).Replace("\n", "<br>\r\n", StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Reflection;

namespace CsirtFlow.Notifications.Documents;

/// <summary>
/// 文書をHTMLで: for the screen, for printing and as the source of the PDF. Every text is encoded; there are classes only, no style attribute and no script,
/// so that a strict Content-Security-Policy holds.
/// </summary>
public static class HtmlRenderer
{
    private static readonly Lazy<string> Css = new(() =>
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("document.css")!);
        return reader.ReadToEnd();
    });

    // A margin box takes no text from the page, so that each label of the policy's Article 21 has its own named page in the stylesheet.
    private static readonly Dictionary<string, string> PageClasses = new(StringComparer.Ordinal)
    {
        ["自治体機密性1"] = " document-c1",
        ["自治体機密性2"] = " document-c2",
        ["自治体機密性3A"] = " document-c3a",
        ["自治体機密性3B"] = " document-c3b",
        ["自治体機密性3C"] = " document-c3c",
    };

    /// <summary>The stylesheet of screen and print (A4), to be served at the path that <see cref="Page"/> is given.</summary>
    public static string Stylesheet => Css.Value;

    /// <summary>An <c>article</c> to put into a page that links <see cref="Stylesheet"/>.</summary>
    public static string Fragment(OfficialDocument document) => Joined(
    [
        $"<article class=\"document{PageClasses.GetValueOrDefault(document.Classification, "")}\" lang=\"ja\">\n",
        document.Mark is "" ? "" : $"<p class=\"document-across\">{One(document.Mark)}</p>\n",
        "<header>\n",
        $"<p class=\"document-classification\">{One(document.Classification)}</p>\n",
        document.Number is "" ? "" : $"<p class=\"document-number\">{One(document.Number)}</p>\n",
        $"<p class=\"document-date\"><time datetime=\"{document.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\">{Reiwa.Date(document.Date)}</time></p>\n",
        document.Addressees is [] ? "" : $"<ul class=\"document-addressees\">\n{Joined(document.Addressees.Select(to => Item(to.Line)))}</ul>\n",
        $"<p class=\"document-sender\">{One(document.Sender)}</p>\n",
        $"<h1>{One(document.Title)}</h1>\n</header>\n",
        .. document.Lead.Select(Text),
        .. document.Blocks.Select(Of),
        document.Contact is [] ? "" : $"<section class=\"document-contact\">\n<h2>担当</h2>\n<ul>\n{Joined(document.Contact.Select(Item))}</ul>\n</section>\n",
        .. document.Notes.Select(note => $"<p class=\"document-note\">※{One(note)}</p>\n"),
        "</article>\n",
    ]);

    /// <summary>A whole page. Its only outside reference is the stylesheet.</summary>
    public static string Page(OfficialDocument document, string stylesheetPath) =>
        Whole(document, $"<link rel=\"stylesheet\" href=\"{Encode(stylesheetPath)}\">\n", Fragment(document));

    /// <summary>A whole page that needs no other file, for the process that prints the PDF; not to be served.</summary>
    public static string StandalonePage(OfficialDocument document) => Whole(document, Alone, Fragment(document));

    /// <summary>Letters in the same words to different people, each from a page of its own on: a file to be printed, like <see cref="StandalonePage"/>.</summary>
    public static string StandaloneLetters(IReadOnlyList<OfficialDocument> letters) =>
        Whole(letters[0], Alone, Joined(letters.Select(letter => $"<section class=\"document-letter\">\n{Fragment(letter)}</section>\n")));

    private static string Of(Block block) => block switch
    {
        HeadingBlock heading => $"<h2>{One(heading.Text)}</h2>\n",
        ParagraphBlock paragraph => Text(paragraph.Text),
        ListBlock list => $"<ul class=\"document-list\">\n{Joined(list.Items.Select(Item))}</ul>\n",
        RowsBlock rows => $"<table class=\"document-rows\">\n<tbody>\n{Joined(rows.Rows.Select(Row))}</tbody>\n</table>\n",
        TableBlock table => Table(table),
        NoticeMarkBlock => "<p class=\"document-mark\">記</p>\n",
        EndBlock => "<p class=\"document-end\">以上</p>\n",
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, message: null),
    };

    private static string Text(string text) => $"<p class=\"document-text\">{Many(text)}</p>\n";

    private static string Item(string text) => $"<li>{One(text)}</li>\n";

    private static string Alone => $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<style>\n{Stylesheet}</style>\n";

    private static string Anchor(DocumentRow row) => row.Id is "" ? "" : $" id=\"{One(row.Id)}\"";

    private static string Joined(IEnumerable<string> parts) => string.Concat(parts);

    private static string Row(DocumentRow row)
    {
        var source = row.Source is "" ? "" : $"<span class=\"document-source\">{One(row.Source)}</span>";
        return $"<tr{Anchor(row)} class=\"document-{$"{row.State}".ToLowerInvariant()}\"><th scope=\"row\">{One(row.Label)}</th><td>{Many(row.Value)}{source}</td></tr>\n";
    }

    private static string Table(TableBlock table)
    {
        var source = table.Row.Source is "" ? "" : $"<p class=\"document-source\">{One(table.Row.Source)}</p>\n";
        var head = Joined(table.Columns.Select(column => $"<th scope=\"col\">{One(column)}</th>"));
        var body = Joined(table.Lines.Select(cells => $"<tr>{Joined(cells.Select(cell => $"<td>{One(cell)}</td>"))}</tr>\n"));
        return $"<table{Anchor(table.Row)} class=\"document-table document-{$"{table.Row.State}".ToLowerInvariant()}\">\n<caption>{One(table.Row.Label)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n{source}";
    }

    private static string One(string text) => Encode(CleanText.OneLine(text));

    private static string Many(string text) => string.Join("<br>", CleanText.Lines(text).Split('\n').Select(Encode));

    // The five signs are enough in UTF-8, and 𠮷 stays 𠮷.
    internal static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);

    private static string Whole(OfficialDocument document, string head, string body) => $"""
        <!DOCTYPE html>
        <html lang="ja">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{(document.Mark is "" ? "" : $"【{One(document.Mark)}】")}{One(document.Title)}</title>
        {head}</head>
        <body>
        <main>
        {body}</main>
        </body>
        </html>

        """;
}

using System.Xml.Linq;
using CsirtFlow.Notifications.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CsirtFlow.Notifications.Tests.Documents;

public sealed class RendererTests
{
    private static readonly string[] KnownAttributes = ["class", "lang", "id", "scope", "datetime"];

    public static TheoryData<string> Forms => FormTests.Forms;

    public static TheoryData<string> Hostile =>
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x", "&lt;b&gt; & &amp;", "一行目\r\n二行目\n三行目\r四行目", "a\u2028b\u0085c",
        "NUL\0 BEL\u0007 ESC\u001b VT\u000b DEL\u007f \u009b", "lone \uD842 surrogate \uDFB7", "\uFFFE\uFFFF", "髙﨑𠮷 葛\U000E0100城 ㍻ ①", "]]>", "<!--", "{{ x }}", "\u202Egpj.exe",
        "_x0000_", "\t tab \t", new string('あ', 5000), new string('W', 5000), "https://example.jp/" + new string('a', 500), "", "　",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Word_finds_no_mistake_in_any_form(string form)
    {
        Assert.Empty(Mistakes(WordRenderer.Render(Samples.Document(form), Samples.At)));
        Assert.Empty(Mistakes(WordRenderer.Render(Samples.Document(form) with { Mark = "訓練" }, Samples.At)));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Nothing_that_people_type_breaks_a_document(string hostile)
    {
        var document = Everywhere(hostile);

        var word = WordRenderer.Render(document, Samples.At);
        Assert.Empty(Mistakes(word));
        var article = XElement.Parse(HtmlRenderer.Fragment(document).Replace("<br>", "<br/>", StringComparison.Ordinal));
        Assert.Equal(["article", "br", "caption", "h1", "h2", "header", "li", "p", "section", "span", "table", "tbody", "td", "th", "thead", "time", "tr", "ul"],
            article.DescendantsAndSelf().Select(e => e.Name.LocalName).Append("br").Distinct().Order(StringComparer.Ordinal));
        Assert.All(article.DescendantsAndSelf().Attributes(), a => Assert.Contains(a.Name.LocalName, KnownAttributes));
        Assert.DoesNotContain(PlainTextRenderer.Render(document), c => (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\u202E');
    }

    [Fact]
    public void Rare_characters_are_the_same_in_all_three()
    {
        const string Rare = "髙﨑𠮷 葛\U000E0100城";
        var document = Everywhere(Rare);

        Assert.Contains(Rare, HtmlRenderer.Fragment(document), StringComparison.Ordinal);
        Assert.Contains(Rare, PlainTextRenderer.Render(document), StringComparison.Ordinal);
        Assert.Contains(Rare, Text(WordRenderer.Render(document, Samples.At)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void All_three_say_the_same(string form)
    {
        var document = Samples.Document(form);
        var html = HtmlRenderer.Fragment(document);
        var plain = PlainTextRenderer.Render(document);
        var word = Text(WordRenderer.Render(document, Samples.At));

        Assert.All(document.Rows, row => Assert.All([html, plain, word], output =>
        {
            Assert.Contains(row.Label, output, StringComparison.Ordinal);
            Assert.All(row.Value.Split('\n', '｜'), line => Assert.Contains(line, output, StringComparison.Ordinal));
        }));
        Assert.All(document.Blocks.OfType<TableBlock>().SelectMany(table => table.Columns), column => Assert.All([html, plain, word], output => Assert.Contains(column, output, StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_a_value_comes_from_is_for_the_screen_only()
    {
        var document = Samples.Document("internal-first-report");

        Assert.Contains("<span class=\"document-source\">経過の記録", HtmlRenderer.Fragment(document), StringComparison.Ordinal);
        Assert.DoesNotContain("経過の記録", PlainTextRenderer.Render(document), StringComparison.Ordinal);
        Assert.DoesNotContain("経過の記録", Text(WordRenderer.Render(document, Samples.At)), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_that_follow_each_other_stay_apart_and_end_no_document()
    {
        var rows = new RowsBlock([new("x", "欄", "値", FormValueState.Confirmed, "", Required: true)]);
        using var word = Open(WordRenderer.Render(Samples.Document("internal-first-report") with { Blocks = [rows, rows], Notes = [] }, Samples.At));

        var names = word.MainDocumentPart!.Document!.Body!.ChildElements.Select(element => element.LocalName).ToList();
        Assert.DoesNotContain(("tbl", "tbl"), names.Zip(names.Skip(1)));
        Assert.Equal(["p", "sectPr"], names.TakeLast(2));
    }

    [Fact]
    public void The_same_document_is_the_same_bytes()
    {
        var document = Samples.Document("ppc-preliminary");

        Assert.Equal(WordRenderer.Render(document, Samples.At), WordRenderer.Render(Samples.Document("ppc-preliminary"), Samples.At));
        Assert.NotEqual(WordRenderer.Render(document, Samples.At), WordRenderer.Render(document, Samples.At.AddSeconds(1)));
    }

    [Fact]
    public void The_classification_stands_on_each_page_of_the_word_document()
    {
        using var word = Open(WordRenderer.Render(Samples.Document("ppc-preliminary"), Samples.At));

        Assert.Equal("自治体機密性2", Assert.Single(word.MainDocumentPart!.HeaderParts).Header!.InnerText);
        Assert.Contains("NUMPAGES", Assert.Single(word.MainDocumentPart.FooterParts).Footer!.OuterXml, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2026, 11, 22, 4, 30, 0, DateTimeKind.Utc), word.PackageProperties.Created?.ToUniversalTime());
    }

    [Fact]
    public void A_draft_or_a_drill_is_marked_in_all_three()
    {
        var drill = Samples.Document("internal-first-report") with { Mark = "訓練" };
        using var word = Open(WordRenderer.Render(drill, Samples.At));

        Assert.Contains("訓練", word.MainDocumentPart!.HeaderParts.Single().Header!.OuterXml, StringComparison.Ordinal);
        Assert.StartsWith("【訓練】", PlainTextRenderer.Render(drill), StringComparison.Ordinal);
        Assert.Contains("<title>【訓練】", HtmlRenderer.Page(drill, "/document.css"), StringComparison.Ordinal);
        Assert.Contains("document-across", HtmlRenderer.Fragment(drill), StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_are_a_section_each_in_Word_and_a_page_each_in_print()
    {
        OfficialDocument[] letters = [.. Enumerable.Range(1, 3).Select(i => Samples.Document("person-notice") with { Addressees = [new("例示市1", ""), new($"髙﨑 𠮷郎{i}", "様")] })];

        var word = WordRenderer.RenderLetters(letters, Samples.At);
        Assert.Empty(Mistakes(word));
        Assert.All(letters, letter => Assert.Contains(letter.Addressees[1].Line, Text(word), StringComparison.Ordinal));
        Assert.Equal(letters.Select(HtmlRenderer.Fragment), HtmlRenderer.StandaloneLetters(letters).Split("<section class=\"document-letter\">\n")[1..].Select(s => s[..(s.IndexOf("</article>", StringComparison.Ordinal) + 11)]));
    }

    [Fact]
    public void The_page_needs_its_stylesheet_and_nothing_else()
    {
        var page = HtmlRenderer.Page(Samples.Document("ppc-preliminary"), "/assets/document.css?v=\"1\"");

        Assert.Contains("href=\"/assets/document.css?v=&quot;1&quot;\"", page, StringComparison.Ordinal);
        Assert.All(["style=", "<style", "<script", "src="], absent => Assert.DoesNotContain(absent, page, StringComparison.Ordinal));
        Assert.Contains("<style>", HtmlRenderer.StandalonePage(Samples.Document("ppc-preliminary")), StringComparison.Ordinal);
        Assert.DoesNotContain("url(", HtmlRenderer.Stylesheet, StringComparison.Ordinal);
    }

    private static OfficialDocument Everywhere(string text) => new(
        text, text + "号", Samples.Today, [new(text, text)], text, text, [text],
        [
            new NoticeMarkBlock(), new HeadingBlock(text), new ParagraphBlock(text), new ListBlock([text]),
            new RowsBlock([new(text, text, text, FormValueState.Confirmed, text + "から", Required: true), new("x", text, text, FormValueState.Missing, "", Required: true)]),
            new TableBlock(new("y", text, $"{text}｜{text}", FormValueState.Confirmed, text + "から", Required: true), [text, text, text]), new EndBlock(),
        ],
        [text], Mark: "訓練", [text]);

    private static IEnumerable<string> Mistakes(byte[] docx)
    {
        using var word = Open(docx);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}")];
    }

    private static string Text(byte[] docx)
    {
        using var word = Open(docx);
        return string.Join('\n', word.MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>().Select(text => text.Text));
    }

    private static WordprocessingDocument Open(byte[] docx) => WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
}

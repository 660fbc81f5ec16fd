using System.Text;
using CsirtFlow.Notifications.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Tokens;

namespace CsirtFlow.Notifications.Tests.Documents;

/// <summary>The PDF as somebody else's reader reads it. With PDF_FOLDER set, every form is left there to be looked at.</summary>
public sealed class PdfTests : IDisposable
{
    // Chromium gives up its sandbox where tests run as root.
    private readonly PdfPrinter printer = new(new PdfSettings(BrowserSandbox: false));

    private static readonly string? Folder = Environment.GetEnvironmentVariable("PDF_FOLDER");

    // Chromium takes a second for each; their pages are tested elsewhere.
    public static TheoryData<string> Forms => Folder is null ? ["ppc-preliminary", "evidence-inventory", "press-release"] : FormTests.Forms;

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_row_of_every_form_can_be_read_back_on_numbered_and_labelled_pages(string form)
    {
        var document = Samples.Document(form);
        using var pdf = await Print(document, form);

        var pages = pdf.GetPages().Select(page => Squeezed(ContentOrderTextExtractor.GetText(page))).ToList();
        var text = string.Concat(pages.Select((page, i) => page.Replace(Squeezed($"{i + 1} / {pages.Count}"), "", StringComparison.Ordinal).Replace(Squeezed(document.Classification), "", StringComparison.Ordinal)));
        Assert.All(document.Rows.Where(row => document.Blocks.OfType<TableBlock>().All(t => t.Row != row)), row =>
        {
            Assert.Contains(Squeezed(row.Label)[..Math.Min(8, Squeezed(row.Label).Length)], text, StringComparison.Ordinal);
            Assert.All(row.Value.Split('\n'), line => Assert.Contains(Squeezed(line)[..Math.Min(12, Squeezed(line).Length)], text, StringComparison.Ordinal));
        });
        Assert.All(pages, (page, i) => Assert.Contains(Squeezed($"{i + 1} / {pages.Count}"), page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains(Squeezed(document.Classification), page, StringComparison.Ordinal));
        Assert.DoesNotContain("経過の記録11月22日", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rare_characters_the_date_and_the_addressees_are_there()
    {
        using var pdf = await Print(Samples.Document("ppc-preliminary"), "rare");

        var first = Squeezed(ContentOrderTextExtractor.GetText(pdf.GetPage(1)));
        Assert.All(["令和8年11月22日", "個人情報保護委員会御中", "伊達地方消防組合消防長"], said => Assert.Contains(said, first, StringComparison.Ordinal));
        Assert.Contains("𠮷子", Squeezed(string.Concat(pdf.GetPages().Select(page => ContentOrderTextExtractor.GetText(page)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_letter_begins_on_a_page_of_its_own_which_counts_no_others()
    {
        Assert.SkipWhen(printer.Browser is null, "No Chromium is installed.");
        string[] names = ["見本 太郎", "架空 花子", "髙﨑 𠮷郎"];
        var printed = await printer.PrintAsync(HtmlRenderer.StandaloneLetters([.. names.Select(name => Samples.Document("person-notice") with { Addressees = [new(name, "様")] })]), TestContext.Current.CancellationToken);
        if (Folder is not null) await File.WriteAllBytesAsync(Path.Combine(Folder, "letters.pdf"), printed.Pdf!, TestContext.Current.CancellationToken);
        using var pdf = PdfDocument.Open(printed.Pdf!);

        var pages = pdf.GetPages().Select(page => Squeezed(ContentOrderTextExtractor.GetText(page))).ToList();
        Assert.Equal(names.Select(Squeezed), pages.SelectMany(page => names.Select(Squeezed).Where(name => page.Contains(name + "様", StringComparison.Ordinal))));
        Assert.Equal(3, pages.Count(page => page.Contains('様', StringComparison.Ordinal) && page.Contains("自治体機密性2", StringComparison.Ordinal)));
        Assert.All(pages, page => Assert.DoesNotContain($"/{pages.Count}", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_tagged_and_says_its_language()
    {
        using var pdf = await Print(Samples.Document("internal-first-report"), "tagged");

        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        Assert.True(catalog.TryGet(NameToken.Create("MarkInfo"), pdf.Structure.TokenScanner, out DictionaryToken? marks));
        Assert.True(marks!.TryGet(NameToken.Create("Marked"), out BooleanToken marked) && marked.Data);
        Assert.True(catalog.TryGet(NameToken.Create("StructTreeRoot"), out IndirectReferenceToken _));
        Assert.True(catalog.TryGet(NameToken.Create("Lang"), out StringToken language) && language.Data is "ja");
        Assert.Equal("A4", $"{pdf.GetPage(1).Size}");
    }

    [Theory]
    [InlineData("下書き")]
    [InlineData("訓練")]
    public async Task A_mark_lies_across_each_page_and_none_across_what_is_approved(string mark)
    {
        using var marked = await Print(Samples.Document("ppc-preliminary") with { Mark = mark }, mark);
        using var approved = await Print(Samples.Document("ppc-preliminary"), "approved");

        Assert.True(marked.NumberOfPages > 1);
        Assert.All(marked.GetPages(), page => Assert.Equal(mark.Length, page.Letters.Count(letter => letter.PointSize > 80 && mark.Contains(letter.Value, StringComparison.Ordinal))));
        Assert.All(approved.GetPages(), page => Assert.DoesNotContain(page.Letters, letter => letter.PointSize > 80));
    }

    [Fact]
    public async Task A_page_can_neither_run_a_script_nor_fetch_anything()
    {
        var page = HtmlRenderer.StandalonePage(Samples.Document("ppc-preliminary"))
            .Replace("</body>", "<p id=\"x\">before</p><script>document.getElementById('x').textContent = 'after'</script><iframe src=\"file:///etc/passwd\"></iframe></body>", StringComparison.Ordinal);
        using var pdf = PdfDocument.Open((await printer.PrintAsync(page, TestContext.Current.CancellationToken)).Pdf!);

        var text = string.Concat(pdf.GetPages().Select(p => p.Text));
        Assert.Contains("before", text, StringComparison.Ordinal);
        Assert.All(["after", "root:"], absent => Assert.DoesNotContain(absent, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_browser_or_with_one_that_fails_it_says_why_and_leaves_nothing_behind()
    {
        var page = HtmlRenderer.StandalonePage(Samples.Document("ppc-preliminary"));
        using var none = new PdfPrinter(new PdfSettings("/nowhere/chromium"));
        using var broken = new PdfPrinter(new PdfSettings("/bin/false"));

        Assert.Null(none.Browser);
        Assert.Equal("No Chromium is installed.", (await none.PrintAsync(page, TestContext.Current.CancellationToken)).Problem);
        Assert.StartsWith("Chromium ended with 1", (await broken.PrintAsync(page, TestContext.Current.CancellationToken)).Problem, StringComparison.Ordinal);
    }

    public void Dispose() => printer.Dispose();

    private async Task<PdfDocument> Print(OfficialDocument document, string name)
    {
        Assert.SkipWhen(printer.Browser is null, "No Chromium is installed.");
        var (pdf, problem) = await printer.PrintAsync(HtmlRenderer.StandalonePage(document), TestContext.Current.CancellationToken);
        Assert.True(pdf is not null, problem);
        if (Folder is not null) await File.WriteAllBytesAsync(Path.Combine(Folder, $"{name}.pdf"), pdf, TestContext.Current.CancellationToken);
        return PdfDocument.Open(pdf);
    }

    // Where a line ends and how wide a gap is belongs to the reader; fonts that draw 人 and the radical ⼈ with one glyph let readers choose.
    private static string Squeezed(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Replace('⻑', '長').Replace('⺠', '民').Where(c => !char.IsWhiteSpace(c)));
}

using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CsirtFlow.Notifications.Documents;

/// <summary>
/// 文書をWordで (ECMA-376): officials edit it. Names the fonts that every Windows has; the classification stands in the header of each page (policy 22-2).
/// The same document and date give the same bytes.
/// </summary>
public static class WordRenderer
{
    /// <summary>MIME type of the result.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Width between the margins, in twentieths of a point (165 mm).</summary>
    private const int TextWidth = 9355;

    private const int LabelWidth = 3200;

    /// <param name="at">Created and modified in the file's properties.</param>
    /// <returns>The DOCX file.</returns>
    public static byte[] Render(OfficialDocument document, DateTimeOffset at)
    {
        var body = new Body();
        Write(body, document);
        body.Append(WordMargins.Section());
        return Package(body, document, WordMargins.Footer(), at);
    }

    /// <summary>Letters in the same words to different people: a section each, so that each counts its own pages.</summary>
    public static byte[] RenderLetters(IReadOnlyList<OfficialDocument> letters, DateTimeOffset at)
    {
        var body = new Body();
        foreach (var letter in letters)
        {
            if (body.LastChild is Paragraph { ParagraphProperties: { } last }) last.Append(WordMargins.Section(ofMany: true));
            Write(body, letter);
        }
        body.Append(WordMargins.Section(ofMany: true));
        return Package(body, letters[0], WordMargins.Footer("SECTIONPAGES"), at);
    }

    private static byte[] Package(Body body, OfficialDocument document, Footer footer, DateTimeOffset at) => WordPackage.Write(
        new Document(body), WordStyles.Sheet(), WordStyles.Settings(), WordMargins.Header(document.Classification, document.Mark), footer, CleanText.OneLine(document.Title), at);

    private static void Write(Body body, OfficialDocument document)
    {
        if (document.Number is not "") body.Append(Line(WordStyles.Right, document.Number));
        body.Append(Line(WordStyles.Right, Reiwa.Date(document.Date)));
        body.Append(Line(WordStyles.Plain, ""));
        body.Append(document.Addressees.Select(to => Line(WordStyles.Plain, to.Line)));
        body.Append(Line(WordStyles.Plain, ""));
        body.Append(Line(WordStyles.Right, document.Sender));
        body.Append(Line(WordStyles.Title, document.Title));
        body.Append(document.Lead.Select(lead => Lines(WordStyles.Text, lead)));
        foreach (var element in document.Blocks.SelectMany(Of).Concat(Contact(document.Contact)))
        {
            // Word joins two tables that touch.
            if (element is Table && body.LastChild is Table) body.Append(Line(WordStyles.Plain, ""));
            body.Append(element);
        }

        // A body does not end with a table.
        body.Append(Line(WordStyles.Note, ""));
        body.Append(document.Notes.Select(note => Line(WordStyles.Note, $"※{note}")));
    }

    private static IEnumerable<OpenXmlElement> Of(Block block) => block switch
    {
        HeadingBlock heading => [Line(WordStyles.Heading, heading.Text)],
        ParagraphBlock paragraph => [Lines(WordStyles.Text, paragraph.Text)],
        ListBlock list => list.Items.Select(item => Line(WordStyles.Item, $"・{CleanText.OneLine(item)}")),
        RowsBlock rows => [Table(rows.Rows)],
        TableBlock table => [Line(WordStyles.CellHeading, table.Row.Label), Table(table)],
        NoticeMarkBlock => [Line(WordStyles.Mark, "記")],
        EndBlock => [Line(WordStyles.End, "以上")],
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, message: null),
    };

    private static Table Table(IReadOnlyList<DocumentRow> rows)
    {
        var table = Grid(LabelWidth, TextWidth - LabelWidth);
        foreach (var row in rows)
        {
            var value = Lines(WordStyles.Cell, row.Value, bold: row.State is FormValueState.Missing);
            table.Append(new TableRow(new TableRowProperties(new CantSplit()), Cell(LabelWidth, Line(WordStyles.Cell, row.Label), shaded: true), Cell(TextWidth - LabelWidth, value)));
        }

        return table;
    }

    private static Table Table(TableBlock list)
    {
        var widths = Widths(list);
        var table = Grid(widths);
        // Repeated where the table goes on over the page.
        table.Append(new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. list.Columns.Select((column, i) => Cell(widths[i], Line(WordStyles.Cell, column), shaded: true))]));
        foreach (var cells in list.Lines)
            table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. cells.Select((cell, i) => Cell(widths[i], Lines(WordStyles.Cell, CleanText.OneLine(cell), bold: list.Row.State is FormValueState.Missing)))]));

        return table;
    }

    /// <summary>By the longest cell of each column, within reason.</summary>
    private static int[] Widths(TableBlock list)
    {
        int[] weights = [.. list.Columns.Select((column, i) => Math.Clamp(list.Lines.Max(cells => Math.Max(cells[i].Length, column.Length)), 4, 30))];
        return [.. weights.Select(weight => TextWidth * weight / weights.Sum())];
    }

    private static IEnumerable<OpenXmlElement> Contact(IReadOnlyList<string> lines)
    {
        if (lines is []) yield break;

        const int width = 5600;
        var table = Grid(width);
        table.GetFirstChild<TableProperties>()!.InsertAfter(new TableJustification { Val = TableRowAlignmentValues.Right }, table.GetFirstChild<TableProperties>()!.TableWidth);
        var cell = Cell(width, Line(WordStyles.CellHeading, "担当"));
        cell.Append(lines.Select(line => Line(WordStyles.Cell, line)));
        table.Append(new TableRow(new TableRowProperties(new CantSplit()), cell));
        yield return table;
    }

    private static Table Grid(params int[] widths) => new(
        new TableProperties(
            new TableWidth { Width = Twips(widths.Sum()), Type = TableWidthUnitValues.Dxa },
            WordStyles.Borders(),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 105, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 105, Type = TableWidthValues.Dxa })),
        new TableGrid(widths.Select(width => new GridColumn { Width = Twips(width) })));

    private static TableCell Cell(int width, Paragraph content, bool shaded = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa });
        if (shaded) properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "F2F2F2" });
        return new TableCell(properties, content);
    }

    private static Paragraph Line(string style, string text) => Lines(style, CleanText.OneLine(text));

    private static Paragraph Lines(string style, string text, bool bold = false)
    {
        var run = new Run();
        if (bold) run.Append(new RunProperties(new Bold()));
        foreach (var (index, line) in CleanText.Lines(text).Split('\n').Index())
        {
            if (index > 0) run.Append(new Break());
            run.Append(new Text(line.Replace('\t', ' ')) { Space = SpaceProcessingModeValues.Preserve });
        }

        return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }), run);
    }

    private static string Twips(int width) => width.ToString(CultureInfo.InvariantCulture);
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Vml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CsirtFlow.Notifications.Documents;

/// <summary>Wordの余白: the classification at the top of each page, page n / m at the bottom, the mark of a draft or a drill across.</summary>
internal static class WordMargins
{
    public static Header Header(string classification, string mark)
    {
        var line = Line(JustificationValues.Right, new Run(new Text($"{(mark is "" ? "" : $"【{CleanText.OneLine(mark)}】　")}{CleanText.OneLine(classification)}")));
        if (mark is not "") line.Append(Across(CleanText.OneLine(mark)));
        return new Header(line);
    }

    /// <param name="pages">Field that counts the pages: of the file, or of the section.</param>
    public static Footer Footer(string pages = "NUMPAGES") => new(Line(JustificationValues.Center,
        Field("PAGE"), new Run(new Text(" / ") { Space = SpaceProcessingModeValues.Preserve }), Field(pages)));

    /// <summary>A4; 25 mm at top and left, 20 mm at the right, 22 mm at the bottom, in twentieths of a point.</summary>
    /// <param name="ofMany">One of several in the file: its pages begin with 1.</param>
    public static SectionProperties Section(bool ofMany = false)
    {
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = WordPackage.HeaderId },
            new FooterReference { Type = HeaderFooterValues.Default, Id = WordPackage.FooterId },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1417, Right = 1134, Bottom = 1247, Left = 1417, Header = 720, Footer = 600, Gutter = 0 });
        if (ofMany) section.Append(new PageNumberType { Start = 1 });
        return section;
    }

    private static Paragraph Line(JustificationValues side, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Margin }, new Justification { Val = side }));
        paragraph.Append(content);
        return paragraph;
    }

    private static SimpleField Field(string name) => new(new Run(new Text("1"))) { Instruction = name };

    // As Word writes its own watermarks; readers look for the shape type by this name.
    private static Run Across(string mark) => new(new Picture(
        new Shapetype(new TextPath { On = true, FitShape = true })
        {
            Id = "_x0000_t136", CoordinateSize = "21600,21600", OptionalNumber = 136, Adjustment = "10800", EdgePath = "m@7,l@8,m@5,21600l@6,21600e",
        },
        new Shape(new TextPath { Style = "font-family:\"ＭＳ ゴシック\";font-size:1pt;font-weight:bold", String = mark })
        {
            Id = "Across",
            Type = "#_x0000_t136",
            Style = "position:absolute;margin-left:0;margin-top:0;width:400pt;height:200pt;rotation:315;z-index:-251654144;"
                + "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin",
            FillColor = "#e5e5e5",
            Stroked = false,
            AllowInCell = false,
        }));
}

using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CsirtFlow.Notifications.Documents;

/// <summary>Wordの書式: 明朝 10.5 pt for text, ゴシック for title and headings.</summary>
internal static class WordStyles
{
    public const string Plain = "Plain", Right = "Right", Title = "DocumentTitle", Text = "Text", Heading = "Section", Item = "Item",
        Mark = "Mark", End = "End", Cell = "Cell", CellHeading = "CellHeading", Note = "Note", Margin = "Margin";

    private const string Mincho = "ＭＳ 明朝", Gothic = "ＭＳ ゴシック";

    private const int OneCharacter = 210;

    public static Styles Sheet() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(Mincho), Size(21), new Languages { Val = "en-US", EastAsia = "ja-JP" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0", Line = "340", LineRule = LineSpacingRuleValues.AtLeast }))),
        new Style(
            new StyleName { Val = "Normal" }, new PrimaryStyle(),
            // 「令和8年」, not 「令和 8 年」.
            new StyleParagraphProperties(new AutoSpaceDE { Val = false }, new AutoSpaceDN { Val = false })) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Paragraph(Plain),
        Paragraph(Right, new Justification { Val = JustificationValues.Right }),
        Paragraph(Title, Spacing(480, 480, 400), new Justification { Val = JustificationValues.Center }).With(Gothic, 28, bold: true),
        // LibreOffice reads only the length, Word prefers the number of characters.
        Paragraph(Text, new Indentation { FirstLine = $"{OneCharacter}", FirstLineChars = 100 }, new Justification { Val = JustificationValues.Both }),
        Paragraph(Heading, new KeepNext(), Spacing(240, 80, 340), new OutlineLevel { Val = 0 }).With(Gothic, 21, bold: true),
        Paragraph(Item, new Indentation { Left = $"{OneCharacter}", LeftChars = 100, Hanging = $"{OneCharacter}", HangingChars = 100 }),
        Paragraph(Mark, Spacing(240, 120, 340), new Justification { Val = JustificationValues.Center }),
        Paragraph(End, Spacing(240, 240, 340), new Justification { Val = JustificationValues.Right }),
        Paragraph(Cell, Spacing(0, 0, 320)),
        Paragraph(CellHeading, new KeepNext(), Spacing(0, 0, 320)).With(Gothic, 21, bold: false),
        Paragraph(Note, Spacing(60, 0, 280)).With(Mincho, 18, bold: false),
        Paragraph(Margin, Spacing(0, 0, 300)).With(Gothic, 21, bold: false));

    /// <summary>Without the mode Word opens the file as one of 2007 and moves each table into the margin.</summary>
    public static Settings Settings() => new(
        new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15",
        }));

    public static TableBorders Borders()
    {
        static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };
        return new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());
    }

    private static Style Paragraph(string id, params OpenXmlElement[] properties) => new(
        new StyleName { Val = id }, new BasedOn { Val = "Normal" }, new StyleParagraphProperties(properties)) { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = true };

    private static Style With(this Style style, string font, int halfPoints, bool bold)
    {
        var run = new StyleRunProperties(Fonts(font));
        if (bold) run.Append(new Bold());
        run.Append(Size(halfPoints));
        style.Append(run);
        return style;
    }

    private static RunFonts Fonts(string name) => new() { Ascii = name, HighAnsi = name, EastAsia = name, ComplexScript = name, Hint = FontTypeHintValues.EastAsia };

    private static FontSize Size(int halfPoints) => new() { Val = halfPoints.ToString(CultureInfo.InvariantCulture) };

    private static SpacingBetweenLines Spacing(int before, int after, int line) => new()
    {
        Before = $"{before}", After = $"{after}", Line = $"{line}", LineRule = LineSpacingRuleValues.AtLeast,
    };
}

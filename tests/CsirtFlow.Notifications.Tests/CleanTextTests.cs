using CsCheck;

namespace CsirtFlow.Notifications.Tests;

public sealed class CleanTextTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(Gen.Char, Gen.OneOf(new[] { '\r', '\n', '\0', '\u2028', '\uD842', '\uDFB7', '\u202E', '\uFFFE', '髙', ' ' }.Select(Gen.Const).ToArray())).Array.Select(chars => new string(chars));

    [Fact]
    public void A_line_is_one_line_that_xml_and_headers_take() => AnyText.Sample(text =>
    {
        var line = CleanText.OneLine(text);
        return !line.Any(char.IsControl) && !line.Contains('\u2028') && TakenByXml(line) && CleanText.OneLine(line) == line;
    });

    [Fact]
    public void Lines_keep_their_breaks_and_nothing_else_unseen() => AnyText.Sample(text =>
    {
        var lines = CleanText.Lines(text);
        return !lines.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) && TakenByXml(lines) && CleanText.Lines(lines) == lines;
    });

    [Fact]
    public void Japanese_stays_as_it_is() => Assert.Equal("髙﨑𠮷 葛\U000E0100城 ①　～", CleanText.OneLine("髙﨑𠮷 葛\U000E0100城 ①　～"));

    private static bool TakenByXml(string text)
    {
        System.Xml.XmlConvert.VerifyXmlChars(text);
        return true;
    }
}

using CsirtFlow.Api.Board;
using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Tests;

/// <summary>How figures are worded, and how they leave for a spreadsheet.</summary>
public sealed class StatisticsFiguresTests
{
    [Theory]
    [InlineData(0, 0, "―")]
    [InlineData(9, 9, "9件中9件")]
    [InlineData(7, 10, "10件中7件（70%）")]
    [InlineData(999, 1000, "1000件中999件（99%）")]
    [InlineData(30_000_000, 30_000_000, "30000000件中30000000件（100%）")]
    public void Under_ten_there_is_no_percentage_and_only_all_of_them_are_a_hundred(int part, int whole, string words) => Assert.Equal(words, Share.Of(part, whole).Japanese);

    [Theory]
    [InlineData("総務課", "総務課")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("「\"引用\"」", "\"「\"\"引用\"\"」\"")]
    [InlineData("2行\nある", "\"2行\nある\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+81", "'+81")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    public void A_cell_is_quoted_and_never_a_formula(string value, string cell) => Assert.Equal($"{cell},\r\n", Csv.Of([[value, ""]]));

    [Fact]
    public void What_is_searched_for_is_among_the_grams_of_every_text_that_contains_it()
    {
        const string Text = "端末で𠮷田の個人情報が 漏洩した。";
        var grams = SearchGrams.Of(Text).ToHashSet();

        foreach (var words in new[] { "漏洩", "漏", "情報が 漏洩", "𠮷田", "𠮷", " ", "個人情報" }) Assert.Subset(grams, SearchGrams.Required(words).ToHashSet());
        foreach (var words in new[] { "感染", "が漏", "人個" }) Assert.False(SearchGrams.Required(words).All(grams.Contains), words);
        Assert.Empty(SearchGrams.Required("　 "));
    }
}

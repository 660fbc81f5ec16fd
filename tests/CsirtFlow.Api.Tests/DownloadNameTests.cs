using CsirtFlow.Api.Reports;

namespace CsirtFlow.Api.Tests;

/// <summary>What the browser is told to call a file, whatever it was called.</summary>
public sealed class DownloadNameTests
{
    [Theory]
    [InlineData("名簿.xlsx", "名簿.xlsx")]
    [InlineData("../../../../etc/cron.d/x", "x")]
    [InlineData(@"C:\\x", "x")]
    [InlineData("..", "名前なし")]
    [InlineData("", "名前なし")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("LPT1", "_LPT1")]
    [InlineData("a\"b\r\nSet-Cookie: x=1;.html", "a_b__Set-Cookie_ x=1;.html")]
    [InlineData("%2e%2e%2fx", "_2e_2e_2fx")]
    [InlineData("trailing. .", "trailing")]
    [InlineData("ᴄᴏɴ 😀.png", "ᴄᴏɴ 😀.png")]
    public void It_is_a_plain_name(string original, string name) => Assert.Equal(name, DownloadName.Of(original));

    [Fact]
    public void A_long_one_keeps_its_extension() => Assert.Equal(new string('あ', 115) + ".xlsx", DownloadName.Of(new string('あ', 300) + ".xlsx"));
}

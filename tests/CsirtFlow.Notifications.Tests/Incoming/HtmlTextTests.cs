using CsirtFlow.Notifications.Mail.Incoming;

namespace CsirtFlow.Notifications.Tests.Incoming;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>one</p><p>two</p>", "one\n\ntwo")]
    [InlineData("one<br>two<br/>three", "one\ntwo\nthree")]
    [InlineData("<div>one</div><div>two</div>", "one\ntwo")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "・a\n・b")]
    [InlineData("  a \r\n  b\tc  ", "a b c")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b")]
    [InlineData("a &lt;b&gt; &amp; &#x9AD9;&#64017; &nbsp;", "a <b> & 髙﨑")]
    [InlineData("<a href='https://example.invalid/x'>https://example.invalid/x</a>", "https://example.invalid/x")]
    [InlineData("<a href='https://example.invalid/x'>https://bank.example.jp/</a>!", "https://bank.example.jp/ <https://example.invalid/x>!")]
    [InlineData("<a href='mailto:a@example.jp'>a@example.jp</a>", "a@example.jp")]
    [InlineData("<a href='mailto:a@example.jp'>佐藤</a>", "佐藤 <mailto:a@example.jp>")]
    [InlineData("<a href='https://example.invalid/x'>open", "open <https://example.invalid/x>")]
    [InlineData("<a href='https://example.invalid/x'><img src='https://example.invalid/p.png' alt='図'></a>", "図 <https://example.invalid/x>")]
    [InlineData("<a href='https://example.invalid/x'></a>", "<https://example.invalid/x>")]
    [InlineData("<a href=' java\nscript:alert(1)'>a</a> <a href='data:text/html,x'>b</a> <a href='file:///etc/passwd'>c</a> <a href='/x'>d</a>", "a b c d")]
    [InlineData("<head><title>t</title><style>p{}</style><script>x</script></head><body>a<script>alert('</p>')</script>b<style>c</style></body>", "ab")]
    [InlineData("<head><meta charset=utf-8><body>never closed", "never closed")]
    [InlineData("<!-- a --><!DOCTYPE html><![CDATA[x]]>b", "b")]
    [InlineData("<iframe src='https://example.invalid'>x</iframe><object>y</object>z", "z")]
    [InlineData("a<svg onload=alert(1)><script>x</script></svg>b", "ab")]
    [InlineData("a&#0;b&#xD842;c\u202Ed", "a\uFFFDb\uFFFDcd")]
    [InlineData("a < b <", "a < b")]
    [InlineData("", "")]
    public void A_page_is_read(string html, string text) => Assert.Equal((text, false), HtmlText.Of(html, 1000));

    [Fact]
    public void A_long_page_is_cut() => Assert.Equal((new string('あ', 100), true), HtmlText.Of($"<p>{new string('あ', 5000)}</p>", 100));

    [Theory]
    [InlineData("<div>", 400_000)]
    [InlineData("<a href='https://example.invalid'>", 100_000)]
    [InlineData("<a ", 400_000)]
    [InlineData("<", 2_000_000)]
    [InlineData("&", 2_000_000)]
    [InlineData("<!--", 500_000)]
    [InlineData("a=b ", 500_000, "<p ")]
    [InlineData("<pre>", 400_000)]
    [InlineData("<td></td>", 200_000)]
    [InlineData("<script></scrip", 100_000)]
    public void No_page_keeps_the_reader_busy(string piece, int times, string start = "")
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        HtmlText.Of(start + string.Concat(Enumerable.Repeat(piece, times)), 100_000);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), clock.Elapsed.ToString());
    }
}

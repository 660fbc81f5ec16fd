using System.Text;
using CsirtFlow.Notifications.Mail;
using MimeKit;

namespace CsirtFlow.Notifications.Tests.Mail;

public sealed class LetterTests
{
    [Fact]
    public void A_machine_wrote_it_and_says_so()
    {
        var message = Letters.ToTakasaki.ToMimeMessage();

        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal("All", message.Headers["X-Auto-Response-Suppress"]);
        Assert.False(message.Headers.Contains("Precedence"));
        Assert.Equal("0197-duty-32-3-1@csirt.example.jp", message.MessageId);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 11, 45, 0, TimeSpan.FromHours(9)), message.Date);
        Assert.Equal(TimeSpan.FromHours(9), message.Date.Offset);
    }

    [Fact]
    public void The_same_letter_is_the_same_bytes() => Assert.Equal(Raw(Letters.ToTakasaki), Raw(Letters.ToTakasaki with { }));

    [Theory]
    [InlineData("件名\r\nBcc: evil@example.com")]
    [InlineData("件名\nBcc: evil@example.com")]
    [InlineData("件名\rBcc: evil@example.com")]
    [InlineData("件名\r\n\r\nBcc: evil@example.com")]
    [InlineData("件名\u2028Bcc: evil@example.com")]
    [InlineData("件名\u0085Bcc: evil@example.com")]
    [InlineData("件名\0\u0007\u001bBcc: evil@example.com")]
    public void Nothing_in_subject_or_name_becomes_a_header(string hostile)
    {
        var letter = Letters.ToTakasaki with { Subject = hostile, FromName = hostile, ToName = hostile };

        var arrived = Arrived(letter);

        Assert.Equal("件名 Bcc: evil@example.com", arrived.Subject);
        Assert.Equal("件名 Bcc: evil@example.com", arrived.To.Mailboxes.Single().Name);
        Assert.Empty(arrived.Bcc);
        Assert.Equal(["Auto-Submitted", "Content-Transfer-Encoding", "Content-Type", "Date", "From", "MIME-Version", "Message-Id", "Subject", "To", "X-Auto-Response-Suppress"],
            arrived.Headers.Concat(arrived.BodyParts.SelectMany(p => p.Headers)).Select(h => h.Field).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("evil\" <evil@example.com>, \"x")]
    [InlineData("evil@example.com, x")]
    [InlineData("a; b: c <d@example.com>")]
    [InlineData("(comment) =?utf-8?q?evil=40example.com=2C?=")]
    public void A_name_is_never_a_second_recipient(string name)
    {
        var arrived = Arrived(Letters.ToTakasaki with { ToName = name });

        Assert.Equal("takasaki@example.jp", Assert.Single(arrived.To.Mailboxes).Address);
        Assert.Equal(name.Replace("=?", "= ?", StringComparison.Ordinal), arrived.To.Mailboxes.Single().Name);
    }

    [Fact]
    public void A_subject_is_not_decoded_a_second_time() =>
        Assert.Equal("= ?utf-8?q?=0D=0ABcc:_x?=", Arrived(Letters.ToTakasaki with { Subject = "=?utf-8?q?=0D=0ABcc:_x?=" }).Subject);

    [Theory]
    [InlineData("")]
    [InlineData("a@example.jp, b@example.jp")]
    [InlineData("a@example.jp;b@example.jp")]
    [InlineData("group: a@example.jp, b@example.jp;")]
    [InlineData("group:;")]
    [InlineData("髙﨑 <a@example.jp>")]
    [InlineData("<a@example.jp>")]
    [InlineData("a@example.jp\r\nBcc: b@example.jp")]
    [InlineData("\"a\r\nBcc: b\"@example.jp")]
    [InlineData("\"a\\\r\nb\"@example.jp")]
    [InlineData("a\0@example.jp")]
    [InlineData("a@b@example.jp")]
    [InlineData("@relay.example.jp:a@example.jp")]
    [InlineData("a@[192.0.2.1]")]
    [InlineData("a@exаmple.jp")]
    [InlineData("a＠example.jp")]
    [InlineData("担当@example.jp")]
    [InlineData("a@example.jp\n")]
    [InlineData("a b@example.jp")]
    [InlineData("a@-example.jp")]
    [InlineData("a")]
    public void An_address_is_one_mailbox_or_refused_in_japanese(string address)
    {
        var refusal = Assert.Throws<MailAddressException>(() => (Letters.ToTakasaki with { ToAddress = address }).ToMimeMessage());

        Assert.StartsWith("メールアドレス", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("。", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<MailAddressException>(() => (Letters.ToTakasaki with { FromAddress = address }).ToMimeMessage());
    }

    [Theory]
    [InlineData("takasaki@example.jp")]
    [InlineData("taro.yamada+csirt@fire.date.fukushima.jp")]
    [InlineData("\"a,b;c\"@example.jp")]
    [InlineData("a@localhost")]
    public void An_ordinary_address_stays_as_it_is(string address) =>
        Assert.Equal(address, Arrived(Letters.ToTakasaki with { ToAddress = address }).To.Mailboxes.Single().Address);

    [Fact]
    public void An_address_of_an_old_mobile_carrier_is_quoted() =>
        Assert.Equal("\"taro..yama.\"@docomo.example.jp", Arrived(Letters.ToTakasaki with { ToAddress = "taro..yama.@docomo.example.jp" }).To.Mailboxes.Single().Address);

    [Fact]
    public void Japanese_survives_with_its_rare_characters()
    {
        var text = "髙﨑𠮷 葛󠄀城 ①㈱ ～－ 😀\n二行目\n";
        var arrived = Arrived(Letters.ToTakasaki with { Subject = "髙﨑𠮷葛󠄀" + new string('長', 200), Text = text });

        Assert.Equal("髙﨑𠮷葛󠄀" + new string('長', 200), arrived.Subject);
        Assert.Equal(text, arrived.TextBody!.ReplaceLineEndings("\n"));
        Assert.All(Encoding.UTF8.GetString(Raw(Letters.ToTakasaki)).ReplaceLineEndings("\n").Split('\n'), line => Assert.True(line.All(char.IsAscii) && line.Length <= 998));
    }

    [Fact]
    public void Broken_characters_in_the_text_are_seen_as_broken() =>
        Assert.Equal("a\uFFFDb\uFFFDc\td", Arrived(Letters.ToTakasaki with { Text = "a\0b\uD842c\td" }).TextBody);

    [Fact]
    public void The_text_stands_first_and_says_in_html_the_same()
    {
        var text = "髙﨑 𠮷男 様\n\n内容の確認：\n　https://csirt.example.jp/incidents/R8-0017?a=1&b=2\n";
        var arrived = Arrived(Letters.ToTakasaki with { Text = text, Link = "https://csirt.example.jp/incidents/R8-0017?a=1&b=2" });

        var both = Assert.IsType<MultipartAlternative>(arrived.Body);
        Assert.Equal(["text/plain", "text/html"], both.Select(p => p.ContentType.MimeType));
        Assert.All(both.Cast<TextPart>(), p => Assert.Equal((ContentEncoding.Base64, "utf-8"), (p.ContentTransferEncoding, p.ContentType.Charset)));
        Assert.Equal(text, arrived.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal("""
            <!DOCTYPE html>
            <html lang="ja">
            <head><meta charset="utf-8"></head>
            <body>
            <p>髙﨑 𠮷男 様</p>
            <p>内容の確認：<br>
            　<a href="https://csirt.example.jp/incidents/R8-0017?a=1&amp;b=2">https://csirt.example.jp/incidents/R8-0017?a=1&amp;b=2</a></p>
            </body>
            </html>

            """.ReplaceLineEndings("\n"), arrived.HtmlBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Nothing_in_the_text_becomes_markup()
    {
        var html = Arrived(Letters.ToTakasaki with { Text = "<img src=x onerror='a()'> https://evil.example/\"><script>\n", Link = "https://csirt.example.jp/" }).HtmlBody!;

        Assert.Contains("<p>&lt;img src=x onerror=&#39;a()&#39;&gt; https://evil.example/&quot;&gt;&lt;script&gt;</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_letter_has_another_boundary() =>
        Assert.NotEqual(((Multipart)Letters.ToTakasaki.ToMimeMessage().Body!).Boundary, ((Multipart)(Letters.ToTakasaki with { MessageId = "other@example.jp" }).ToMimeMessage().Body!).Boundary);

    [Theory]
    [InlineData("［R8-0017］通知", "【訓練】［R8-0017］通知")]
    [InlineData("【訓練】［R8-0017］通知", "【訓練】［R8-0017］通知")]
    public void A_drill_is_named_first_and_once(string subject, string expected) =>
        Assert.Equal(expected, Arrived(Letters.ToTakasaki with { Subject = subject, Drill = true }).Subject);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("<a@b>")]
    [InlineData("../../etc/x@b")]
    [InlineData("a@b\r\nBcc: c@d")]
    [InlineData("a@b\n")]
    public void A_message_id_of_another_form_is_no_letter(string id) =>
        Assert.Throws<FormatException>(() => (Letters.ToTakasaki with { MessageId = id }).ToMimeMessage());

    [Fact]
    public void The_same_notice_has_the_same_id()
    {
        Assert.Equal("n-1@example.jp", MessageIds.For("n-1", "example.jp"));
        Assert.Equal(MessageIds.For("R8-0017 第32条", "example.jp"), MessageIds.For("R8-0017 第32条", "example.jp"));
        Assert.NotEqual(MessageIds.For("R8-0017 第32条", "example.jp"), MessageIds.For("R8-0018 第32条", "example.jp"));
        Assert.True(MessageIds.IsValid(MessageIds.For("../x\r\n", "example.jp")));
        Assert.Throws<ArgumentException>(() => MessageIds.For("n", "exa mple"));
    }

    private static byte[] Raw(Letter letter)
    {
        using var stream = new MemoryStream();
        letter.ToMimeMessage().WriteTo(stream, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    private static MimeMessage Arrived(Letter letter) => MimeMessage.Load(new MemoryStream(Raw(letter)), TestContext.Current.CancellationToken);
}

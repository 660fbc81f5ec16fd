using System.Text;
using CsirtFlow.Notifications.Mail.Incoming;

namespace CsirtFlow.Notifications.Tests.Incoming;

public sealed class HeaderTextTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData(" folded\r\n\t over lines ", "folded over lines")]
    [InlineData("=?utf-8?B?5L2Q6Jek?=", "佐藤")]
    [InlineData("=?utf-8*ja?b?5L2Q6Jek?= Hanako", "佐藤 Hanako")]
    [InlineData("=?utf-8?B?5L2Q?=\r\n =?utf-8?B?6Jek?=", "佐藤")]
    [InlineData("=?utf-8?B?5L2Q6A==?= =?utf-8?B?l6Q=?=", "佐藤")]
    [InlineData("=?utf-8?B?5L2Q6J?= =?utf-8?B?ek?=", "佐藤")]
    [InlineData("=?utf-8?Q?=E4=BD=90_=E8=97=A4?=", "佐 藤")]
    [InlineData("=?utf-8?Q?a b?=", "a b")]
    [InlineData("Re:=?utf-8?B?5L2Q?=です", "Re:佐です")]
    [InlineData("\"=?utf-8?B?5L2Q6Jek?=\"", "\"佐藤\"")]
    [InlineData("=?utf-8?B?5L2Q?= =?iso-2022-jp?B?GyRCRiMbKEI=?=", "佐藤")]
    [InlineData("=?utf-8?B?5L2Q6Jek", "=?utf-8?B?5L2Q6Jek")]
    [InlineData("=?utf-8?X?abc?=", "=?utf-8?X?abc?=")]
    [InlineData("=??B?abc?=", "=??B?abc?=")]
    [InlineData("=?=?utf-8?B?5L2Q?=", "=?佐")]
    [InlineData("=?x-no-such-thing?B?5L2Q6Jek?=", "佐藤")]
    [InlineData("=?utf-8?B?YQ1iCmM=?=", "a b c")]
    [InlineData("=?utf-8?B?4oCuZ3Bq?=", "gpj")]
    [InlineData("=?utf-8?B??=", "")]
    public void A_value_is_read(string raw, string text) => Assert.Equal(text, HeaderText.Decode(Encoding.UTF8.GetBytes(raw)).Text);

    [Fact]
    public void Bytes_that_nobody_encoded_are_guessed()
    {
        var read = HeaderText.Decode([.. "Re: "u8, .. SampleMails.ShiftJis.GetBytes("表の件"), .. " =?utf-8?B?5L2Q?="u8]);

        Assert.Equal(("Re: 表の件 佐", true), (read.Text, read.Guessed));
    }

    [Theory]
    [InlineData("text/plain; charset=utf-8", "charset", "utf-8", false)]
    [InlineData("a; NAME=\"x;y.txt\"", "name", "x;y.txt", false)]
    [InlineData("a; name=\"x\\\"y\\\\z.txt\"", "name", "x\"y\\z.txt", false)]
    [InlineData("a; name=\"C:\\dir\\x.txt\"", "name", "C:\\dir\\x.txt", false)]
    [InlineData("a; name=\"never closed", "name", "never closed", false)]
    [InlineData("a; name==?utf-8?B?5L2Q6Jek?=", "name", "佐藤", false)]
    [InlineData("a; name*=utf-8'ja'%E4%BD%90%E8%97%A4", "name", "佐藤", true)]
    [InlineData("a; name*=iso-2022-jp''%1B%24B%3A4F%23%1B%28B", "name", "佐藤", true)]
    [InlineData("a; name*=%E4%BD%90%E8%97%A4", "name", "佐藤", true)]
    [InlineData("a; name*0=abc; name*1=def", "name", "abcdef", true)]
    [InlineData("a; name*1*=%BD%90%E8; name*0*=utf-8''%E4; name*2*=%97%A4", "name", "佐藤", true)]
    [InlineData("a; name*0*=utf-8''%E4%BD%90; name*1=\"%20.txt\"", "name", "佐%20.txt", true)]
    [InlineData("a; name*10=k; name*9=j; name*8=i", "name", "ijk", true)]
    [InlineData("a; name=\"=?utf-8?B?6Jek?=\"; name*=utf-8''%E4%BD%90", "name", "佐", true)]
    [InlineData("a; name*=utf-8''%E4%BD%90; name=\"=?utf-8?B?6Jek?=\"", "name", "佐", true)]
    [InlineData("a; name*=utf-8''100%", "name", "100%", true)]
    [InlineData("a; name*0=\"=?utf-8?B?5L2Q\"; name*1=\"6Jek?=\"", "name", "佐藤", true)]
    public void A_parameter_is_read(string raw, string name, string text, bool extended)
    {
        var parameter = HeaderParameters.Of(Encoding.UTF8.GetBytes(raw)).Named[name];

        Assert.Equal((text, extended), (parameter.Text, parameter.Extended));
    }

    [Theory]
    [InlineData("")]
    [InlineData(";;;")]
    [InlineData("text/plain; ; =x; *=y")]
    public void A_value_without_parameters_has_none_that_count(string raw) => Assert.DoesNotContain("charset", HeaderParameters.Of(Encoding.UTF8.GetBytes(raw)).Named.Keys);
}

using System.Globalization;
using System.Text;
using OtpNet;

using Totp = CsirtFlow.Api.Accounts.Totp;

namespace CsirtFlow.Api.Tests;

/// <summary>確認コード after the examples of RFC 6238.</summary>
public sealed class TotpTests
{
    private static readonly string Key = Base32Encoding.ToString(Encoding.ASCII.GetBytes("12345678901234567890"));

    [Theory]
    [InlineData(59, "287082"), InlineData(1111111109, "081804"), InlineData(1111111111, "050471"), InlineData(1234567890, "005924"), InlineData(2000000000, "279037"), InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long second, string code) =>
        Assert.Equal(code, Totp.Code(Key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(second))));

    [Theory]
    [InlineData(-60, false), InlineData(-30, true), InlineData(0, true), InlineData(30, true), InlineData(60, false)]
    public void A_clock_may_be_half_a_minute_off(int seconds, bool right)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111111);

        Assert.Equal(right, Totp.StepOf(Key, Totp.Code(Key, Totp.StepAt(now.AddSeconds(seconds))), now) is not null);
    }

    [Theory]
    [InlineData(""), InlineData("05047"), InlineData("0504710"), InlineData("abcdef")]
    public void What_is_no_code_is_wrong(string typed) => Assert.Null(Totp.StepOf(Key, typed, DateTimeOffset.FromUnixTimeSeconds(1111111111)));

    [Fact]
    public void The_app_reads_whose_key_it_is() =>
        Assert.Equal($"otpauth://totp/{Uri.EscapeDataString("架空地方消防組合")}:csirt?secret={Key}&issuer={Uri.EscapeDataString("架空地方消防組合")}&digits={Totp.Digits.ToString(CultureInfo.InvariantCulture)}&period=30",
            Totp.Address(Key, "架空地方消防組合", "csirt"));
}

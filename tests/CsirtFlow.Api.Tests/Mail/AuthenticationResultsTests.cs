using CsirtFlow.Api.Mail;

namespace CsirtFlow.Api.Tests.Mail;

/// <summary>差出人の確認 (RFC 8601): the word of our own server alone, and nothing that the sender has put into it.</summary>
public sealed class AuthenticationResultsTests
{
    [Theory]
    [InlineData("mx.example.jp; dkim=pass header.d=shobo.example.jp")]
    [InlineData("MX.example.jp 1; spf=fail smtp.mailfrom=x@evil.example; dmarc=pass (p=none dis=none) header.from=Shobo.example.jp")]
    public void Our_own_server_confirms(string header) => Assert.True(Confirm(header));

    [Theory]
    [InlineData("mx.example.jp; spf=pass smtp.mailfrom=shobo.example.jp")]
    [InlineData("mx.example.jp; dkim=fail header.d=shobo.example.jp")]
    [InlineData("mx.example.jp; dkim=pass header.d=evil.example")]
    [InlineData("mx.example.jp; dkim=pass header.d=evil.shobo.example.jp")]
    [InlineData("mx.evil.example; dkim=pass header.d=shobo.example.jp")]
    [InlineData("mx.example.jp.evil.example; dkim=pass header.d=shobo.example.jp")]
    [InlineData("mx.example.jp; none")]
    [InlineData("mx.example.jp")]
    [InlineData("")]
    // What the server repeats from the envelope is the sender's own words.
    [InlineData("mx.example.jp; spf=pass smtp.mailfrom=\"a; dmarc=pass header.from=shobo.example.jp;\"@evil.example")]
    [InlineData("mx.example.jp; spf=pass smtp.mailfrom=\"a\\\"; dmarc=pass header.from=shobo.example.jp\"@evil.example")]
    [InlineData("mx.example.jp; spf=pass (said (by; dmarc=pass header.from=shobo.example.jp)) smtp.mailfrom=evil.example")]
    [InlineData("mx.example.jp; spf=pass smtp.mailfrom==?a?q?=3Bdmarc=3Dpass_header.from=3Dshobo.example.jp=3B?=@evil.example")]
    [InlineData("mx.example.jp; x=\"dmarc=pass\" header.from=shobo.example.jp")]
    public void Nobody_else_does(string header) => Assert.False(Confirm(header));

    [Fact]
    public void Only_the_topmost_counts_and_without_a_server_nothing_does()
    {
        Assert.False(AuthenticationResults.Confirm(["mx.example.jp; dkim=none", "mx.example.jp; dkim=pass header.d=shobo.example.jp"], "mx.example.jp", "a@shobo.example.jp"));
        Assert.False(AuthenticationResults.Confirm(["; dkim=pass header.d=shobo.example.jp"], "", "a@shobo.example.jp"));
        Assert.False(AuthenticationResults.Confirm([], "mx.example.jp", "a@shobo.example.jp"));
    }

    private static bool Confirm(string header) => AuthenticationResults.Confirm([header], "mx.example.jp", "taicho@shobo.example.jp");
}

using CsirtFlow.Api.Intake;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests;

/// <summary>Strangers at the door: where they say they come from, by which host, and what other sites may send in somebody's name.</summary>
public sealed class DoorTests(AppFixture fixture)
{
    [Theory]
    [InlineData("198.51.100.7", "203.0.113.9", "198.51.100.7")]
    [InlineData("10.1.2.3", "203.0.113.9", "203.0.113.9")]
    [InlineData("192.0.2.1", "203.0.113.9", "203.0.113.9")]
    [InlineData("10.1.2.3", "192.0.2.66, 203.0.113.9", "203.0.113.9")]
    [InlineData("10.1.2.3", "203.0.113.9, 10.9.9.9", "203.0.113.9")]
    [InlineData("10.1.2.3", "x", "10.1.2.3")]
    public async Task Only_a_named_proxy_says_who_asks(string from, string said, string recorded)
    {
        await using var app = await fixture.Own(("Proxies:0", "10.0.0.0/8"), ("Proxies:1", "192.0.2.1"));

        var number = (await Stranger.Post(app, from, "/api/reports", An.Occurrence, said)).Ok().Read<ReportReceipt>().Number;

        Assert.Equal($"api {recorded}", (await app.As("csirt").Get($"/api/reports/{number}/events")).Ok().Json[0].GetProperty("from").GetString());
    }

    [Theory]
    [InlineData("/report")]
    [InlineData("/no-such-page")]
    [InlineData("/api/no-such-thing")]
    [InlineData("/css/app.css")]
    public async Task Every_answer_tells_the_browser_what_not_to_do(string path)
    {
        var headers = (await (await fixture.Shared()).Nobody.Get(path)).Headers;

        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("same-origin", headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("same-origin", headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Contains("camera=()", headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task A_forged_address_does_not_go_round_a_limit()
    {
        await using var app = await fixture.Own(("Limits:ReportsPerTenMinutes", "2"));
        async Task<int> Report(string said) => (await Stranger.Post(app, "198.51.100.7", "/api/reports", An.Occurrence, said)).Code;

        Assert.Equal(201, await Report("203.0.113.1"));
        Assert.Equal(201, await Report("203.0.113.2"));
        var refused = (await Stranger.Post(app, "198.51.100.7", "/api/reports", An.Occurrence, "203.0.113.3")).Is(429, "too-many-requests");
        Assert.Contains("0000-00-0000", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_in_mails_lead_to_the_configured_address_whatever_host_was_asked()
    {
        await using var app = await fixture.Own(("PublicUrl", "https://csirt.example.jp"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/reports") { Content = Stranger.Json(An.Occurrence) };
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", "evil.example");

        var number = (await new Client(app, () => Task.FromResult<string?>(null), "evil.example").Send(request)).Ok().Read<ReportReceipt>().Number;
        await app.Quiet();

        var mails = app.Mails(number);
        Assert.NotEmpty(mails);
        Assert.All(mails, m => Assert.Contains("https://csirt.example.jp/", m.TextBody, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.DoesNotContain("evil", m.TextBody, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_is_not_ones_own_is_refused()
    {
        await using var app = await fixture.Own(("AllowedHosts", "csirt.example.jp"));

        Assert.Equal(400, (await app.Nobody.Get("/report")).Code);
        Assert.Equal(200, (await new Client(app, () => Task.FromResult<string?>(null), "csirt.example.jp").Get("/report")).Code);
    }

    // Written by hand: what anybody may send without an account bears no session that could be abused.
    private static readonly string[] WithoutToken = ["/report", "/contact", "/report/status", "/report/received/{secret}/more"];

    [Fact]
    public async Task No_page_takes_a_post_that_did_not_come_from_it()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        var posts = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(p => !p.StartsWith("/api/", StringComparison.Ordinal) && !WithoutToken.Contains(p)).Distinct().ToList();
        Assert.Contains("/incidents/{number}/do/{slug}", posts);

        foreach (var post in posts)
        {
            var path = post.Replace("{number}", number, StringComparison.Ordinal).Replace("{slug}", "add-note", StringComparison.Ordinal).Replace("{form}", "internal-first-report", StringComparison.Ordinal).Replace("{issue:int}", "1", StringComparison.Ordinal).Replace("{list:int}", "1", StringComparison.Ordinal).Replace("{action}", "resend", StringComparison.Ordinal).Replace("{sha256}", new string('a', 64), StringComparison.Ordinal);
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("add-note.text", "よそから"), new("Name", "csirt")]) };
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            request.Headers.Add("Origin", "https://evil.example");

            Assert.True((await app.As("csirt").Send(request)).Code == 400, path);
        }
        Assert.DoesNotContain("よそから", (await app.As("csirt").Get($"/api/incidents/{number}/events")).Ok().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task No_form_elsewhere_can_post_to_the_API(string contentType)
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);

        (await app.As("csirt").PostBytes($"/api/incidents/{number}/notes", """{"text":"よそから"}"""u8.ToArray(), contentType)).Is(415, "json-expected");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://sister.example.jp")]
    [InlineData("Origin", "null")]
    public async Task A_session_does_nothing_at_the_API_for_another_site_whatever_it_sends(string header, string value)
    {
        var app = await fixture.Shared();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/record/verifications") { Content = new StringContent("") };
        request.Headers.TryAddWithoutValidation(header, value);

        (await app.As("kansa").Send(request)).Is(403, "other-origin");
    }
}

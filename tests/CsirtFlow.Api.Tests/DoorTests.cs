using System.Text.Json;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Demonstration;
using CsirtFlow.Api.Intake;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests;

/// <summary>Strangers at the door: where they say they come from, how often they may try, and whom they cannot keep out.</summary>
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

        var number = (await From(app, from, "/api/reports", An.Occurrence, said)).Ok().Read<ReportReceipt>().Number;

        Assert.Equal($"api {recorded}", (await app.As("csirt").Get($"/api/reports/{number}/events")).Ok().Json[0].GetProperty("from").GetString());
    }

    [Fact]
    public async Task A_forged_address_does_not_go_round_a_limit()
    {
        await using var app = await fixture.Own(("Limits:ReportsPerTenMinutes", "2"));
        async Task<int> Report(string said) => (await From(app, "198.51.100.7", "/api/reports", An.Occurrence, said)).Code;

        Assert.Equal(201, await Report("203.0.113.1"));
        Assert.Equal(201, await Report("203.0.113.2"));
        var refused = (await From(app, "198.51.100.7", "/api/reports", An.Occurrence, "203.0.113.3")).Is(429, "too-many-requests");
        Assert.Contains("0000-00-0000", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_in_mails_lead_to_the_configured_address_whatever_host_was_asked()
    {
        await using var app = await fixture.Own(("PublicUrl", "https://csirt.example.jp"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/reports") { Content = JsonContent(An.Occurrence) };
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", "evil.example");

        var number = (await new Client(app, () => Task.FromResult<string?>(null), "evil.example").Send(request)).Ok().Read<ReportReceipt>().Number;
        await app.Quiet();

        var mails = app.Mails(number);
        Assert.NotEmpty(mails);
        Assert.All(mails, m => Assert.Contains("https://csirt.example.jp/", m.TextBody, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.DoesNotContain("evil", m.TextBody, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_are_bounded_apart_from_words()
    {
        await using var app = await fixture.Own(("Limits:MegabytesPerTenMinutes", "3"));

        Assert.Equal(303, (await app.Nobody.Send(Report(new ByteArrayContent(new byte[2_000_000])))).Code);
        var refused = await app.Nobody.Send(Report(new ByteArrayContent(new byte[2_000_000])));

        Assert.Equal(429, refused.Code);
        Assert.Contains("ファイルなしで送ってください", refused.Text, StringComparison.Ordinal);
        Assert.Contains("USBメモリをなくした", refused.Text, StringComparison.Ordinal);
        Assert.Equal(303, (await app.Nobody.Send(Report())).Code);
    }

    [Fact]
    public async Task Slow_uploads_keep_nobodys_words_out()
    {
        await using var app = await fixture.Own();
        var end = new TaskCompletionSource();
        var slow = Enumerable.Range(0, 6).Select(_ => new SlowContent(end.Task)).ToList();
        var sent = slow.Select(s => app.Nobody.Send(Report(s))).ToList();
        await Task.WhenAll(slow.Select(s => s.Begun));

        var refused = await app.Nobody.Send(Report(new ByteArrayContent([1])));
        Assert.Equal(429, refused.Code);
        Assert.Contains("USBメモリをなくした", refused.Text, StringComparison.Ordinal);
        Assert.Equal(303, (await app.Nobody.Send(Report())).Code);

        end.SetResult();
        Assert.All(await Task.WhenAll(sent), a => Assert.Equal(303, a.Code));
        Assert.Equal(303, (await app.Nobody.Send(Report(new ByteArrayContent([1])))).Code);
    }

    private static HttpRequestMessage Report(HttpContent? file = null)
    {
        var form = new MultipartFormDataContent { { new StringContent("Loss"), "Kinds" }, { new StringContent("None"), "EmergencyImpact" }, { new StringContent("chuo"), "SectionId" }, { new StringContent("1"), "Phone" }, { new StringContent("USBメモリをなくした"), "Description" } };
        if (file is not null) form.Add(file, "Files", "画面.jpg");
        return new(HttpMethod.Post, "/report") { Content = form };
    }

    /// <summary>A file that does not end before it is told to.</summary>
    private sealed class SlowContent(Task end) : HttpContent
    {
        private readonly TaskCompletionSource begun = new();

        public Task Begun => begun.Task;

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync(new byte[100_000]);
            await stream.FlushAsync();
            begun.SetResult();
            await end;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    [Fact]
    public async Task A_host_that_is_not_ones_own_is_refused()
    {
        await using var app = await fixture.Own(("AllowedHosts", "csirt.example.jp"));

        Assert.Equal(400, (await app.Nobody.Get("/report")).Code);
        Assert.Equal(200, (await new Client(app, () => Task.FromResult<string?>(null), "csirt.example.jp").Get("/report")).Code);
    }

    [Fact]
    public async Task A_stranger_cannot_lock_out_the_holder()
    {
        await using var app = await fixture.Own();
        for (var i = 0; i < 20; i++) Assert.Equal(401, (await SignIn(app, "198.51.100.7", "csirt", "chigau-password")).Code);

        Assert.Equal(401, (await SignIn(app, "198.51.100.7", "csirt")).Code);
        Assert.Equal(204, (await SignIn(app, "192.0.2.20", "csirt")).Code);
        Assert.Equal(401, (await SignIn(app, "2001:db8:1:2::1", "kanri", "chigau-password", 5)).Code);
        Assert.Equal(401, (await SignIn(app, "2001:db8:1:2:ffff::9", "kanri")).Code);

        app.Clock.Advance(WrongPasswords.Window);
        Assert.Equal(204, (await SignIn(app, "198.51.100.7", "csirt")).Code);
    }

    [Fact]
    public async Task Guessing_from_many_addresses_is_bounded_and_a_known_browser_still_comes_in()
    {
        await using var app = await fixture.Own();
        var known = await Browser(app, "192.0.2.20", "csirt");
        // The right password on a new device is no guess.
        for (var i = 0; i < WrongPasswords.MostOfStrangers + 1; i++) Assert.Equal(204, (await SignIn(app, $"198.51.100.{i}", "csirt", DemonstrationOrganisation.Password)).Code);
        for (var i = 0; i < WrongPasswords.MostOfStrangers; i++) await SignIn(app, $"198.51.100.{i}", "csirt", "chigau-password");

        Assert.Equal(401, (await SignIn(app, "203.0.113.77", "csirt")).Code);
        Assert.Equal(422, (await Form(app, "203.0.113.78", "csirt", DemonstrationOrganisation.Password, "")).Code);
        Assert.Equal(303, (await Form(app, "203.0.113.79", "csirt", DemonstrationOrganisation.Password, known)).Code);
        // It is known for the one account alone, and counts its own.
        for (var i = 0; i < WrongPasswords.Most; i++) Assert.Equal(422, (await Form(app, $"203.0.113.{80 + i}", "csirt", "chigau-password", known)).Code);
        Assert.Equal(422, (await Form(app, "203.0.113.90", "csirt", DemonstrationOrganisation.Password, known)).Code);
    }

    [Fact]
    public async Task The_holder_is_told_of_wrong_passwords_at_the_next_sign_in()
    {
        await using var app = await fixture.Own();
        for (var i = 0; i < 3; i++) await SignIn(app, "198.51.100.7", "csirt", "chigau-password");

        var first = await Session(app, "csirt");
        Assert.Contains("パスワードの間違いが3回", (await first.Get("/home")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains("a wrong password was entered for your name 3 times", (await first.Get("/home?lang=en")).Ok().Text, StringComparison.Ordinal);

        Assert.DoesNotContain("パスワードの間違い", (await (await Session(app, "csirt")).Get("/home")).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_people_come_by_TLS_the_session_goes_by_TLS_alone()
    {
        await using var app = await fixture.Own(("PublicUrl", "https://csirt.example.jp"));

        var cookies = (await SignIn(app, "192.0.2.20", "csirt")).Headers.GetValues("Set-Cookie").Where(c => c.StartsWith("csirtflow=", StringComparison.Ordinal));

        Assert.Contains("; secure", Assert.Single(cookies), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_guesses_the_current_password_in_somebodys_session()
    {
        await using var app = await fixture.Own();
        for (var i = 0; i < WrongPasswords.Most; i++) Assert.Contains("いまのパスワードが違います", await Change(app, "chigau-password"), StringComparison.Ordinal);

        Assert.Contains("間違いが続きました", await Change(app, DemonstrationOrganisation.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_open_before_the_first_password_is_changed()
    {
        await using var app = await fixture.Own();
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByNameAsync(Account.NameIn(App.Organisation, "csirt")))!;
        account.MustChangePassword = true;
        await accounts.UpdateAsync(account);
        var number = (await An.Report(app)).Number;
        var csirt = await Session(app, "csirt");

        foreach (var path in new[] { "/api/incidents", $"/api/reports/{number}", "/api/organisation", "/api/notices" }) Assert.Equal(403, (await csirt.Get(path)).Code);
        Assert.Equal(403, (await csirt.PostText($"/api/reports/{number}/evaluation", """{"verdict":"Incident","grounds":"x","title":"x"}""")).Code);
        foreach (var path in new[] { "/home", "/queue", $"/reports/{number}", "/queue/changes" }) Assert.Equal("/account/password", (await csirt.Get(path)).Headers.Location?.ToString());
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
            var path = post.Replace("{number}", number, StringComparison.Ordinal).Replace("{slug}", "add-note", StringComparison.Ordinal).Replace("{form}", "internal-first-report", StringComparison.Ordinal).Replace("{issue:int}", "1", StringComparison.Ordinal).Replace("{action}", "resend", StringComparison.Ordinal);
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

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions()
    {
        await using var app = await fixture.Own();
        var other = await Session(app, "csirt");

        await Change(app, DemonstrationOrganisation.Password);
        app.Clock.Advance(TimeSpan.FromMinutes(2));

        (await other.Get("/api/incidents")).Is(401, "not-signed-in");
    }

    private static async Task<Reply> SignIn(App app, string from, string name, string password = DemonstrationOrganisation.Password, int times = 1)
    {
        for (; times > 1; times--) await From(app, from, "/api/sign-in", new { name, password });
        return await From(app, from, "/api/sign-in", new { name, password });
    }

    private static async Task<Client> Session(App app, string name)
    {
        var cookie = (await SignIn(app, "192.0.2.20", name)).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("csirtflow=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        return new(app, () => Task.FromResult<string?>(cookie.Split(';')[0]), "localhost");
    }

    // The cookie by which a browser is known.
    private static async Task<string> Browser(App app, string from, string name)
    {
        var answer = await Form(app, from, name, DemonstrationOrganisation.Password, "");
        Assert.Equal(303, answer.Code);
        return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("csirtflow-known-", StringComparison.Ordinal)).Split(';')[0];
    }

    private static async Task<Reply> Form(App app, string from, string name, string password, string cookie) =>
        await Posted(app, AccountsSetup.SignInPath, cookie, from, ("Name", name), ("Password", password));

    private static async Task<string> Change(App app, string current) =>
        (await Posted(app, AccountsSetup.ChangePasswordPath, await app.Cookie("csirt"), "192.0.2.20", ("Current", current), ("New", "atarashii-kotoba-7"), ("Again", "atarashii-kotoba-7"))).Text;

    // A form of a page, with its token.
    private static async Task<Reply> Posted(App app, string path, string cookie, string from, params (string Name, string Value)[] fields)
    {
        var page = await new Client(app, () => Task.FromResult<string?>(cookie.Length > 0 ? cookie : null), "localhost").Get(path);
        var token = page.Text.Split("name=\"__RequestVerificationToken\"")[1].Split("value=\"")[1].Split('"')[0];
        var mine = string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Append(cookie).Where(c => c.Length > 0));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token))) };
        request.Headers.TryAddWithoutValidation(App.From, from);
        return await new Client(app, () => Task.FromResult<string?>(mine), "localhost").Send(request);
    }

    private static async Task<Reply> From(App app, string from, string path, object body, string? said = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent(body) };
        request.Headers.TryAddWithoutValidation(App.From, from);
        if (said is not null) request.Headers.TryAddWithoutValidation("X-Forwarded-For", said);
        return await app.Nobody.Send(request);
    }

    private static StringContent JsonContent(object body) => new(JsonSerializer.Serialize(body, body.GetType(), Json.Strict), System.Text.Encoding.UTF8, "application/json");
}

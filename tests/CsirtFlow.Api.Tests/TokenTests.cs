using System.Text.RegularExpressions;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CsirtFlow.Api.Tests.Entrance;

namespace CsirtFlow.Api.Tests;

/// <summary>APIトークン: a program in somebody's name, within bounds and for a time.</summary>
public sealed partial class TokenTests(AppFixture fixture)
{
    [Fact]
    public async Task A_token_works_in_the_name_of_its_person_is_shown_once_and_kept_as_a_hash()
    {
        await using var app = await fixture.Own();
        var session = Cookie(await SignIn(app, "192.0.2.20", "csirt"));
        var (token, number) = (await Make(app, session, write: true), await An.Incident(app));

        (await Post(app, token, $"/api/incidents/{number}/notes", new AddNote("監視装置から。"))).Ok();

        Assert.Contains("架空 鈴", (await Get(app, token, $"/api/incidents/{number}/events")).Ok().Text, StringComparison.Ordinal);
        var page = (await With(app, session).Get(TokenPages.Path)).Ok().Text;
        Assert.Contains("監視装置", page, StringComparison.Ordinal);
        Assert.DoesNotContain(token, page, StringComparison.Ordinal);
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Equal(32, (await scope.ServiceProvider.GetRequiredService<AccountsDb>().ApiTokens.AsNoTracking().SingleAsync()).Hash.Length);
    }

    [Fact]
    public async Task One_that_reads_only_reads_and_no_page_knows_any()
    {
        await using var app = await fixture.Own();
        var (token, number) = (await Make(app, await app.Cookie("csirt"), write: false), await An.Incident(app));

        (await Get(app, token, "/api/incidents")).Ok();
        (await Post(app, token, $"/api/incidents/{number}/notes", new AddNote("書けない。"))).Is(403, "token-reads-only");
        var reported = (await Post(app, token, "/api/reports", An.Occurrence)).Ok().Json.GetProperty("number").GetString();
        Assert.DoesNotContain("架空 鈴", (await Get(app, token, $"/api/reports/{reported}/events")).Ok().Text, StringComparison.Ordinal);
        Assert.Equal(302, (await Get(app, token, "/home")).Code);
        (await Get(app, "csf_chigau", "/api/incidents")).Is(401, "not-signed-in");
    }

    [Fact]
    public async Task It_never_does_what_a_person_has_to_confirm()
    {
        await using var app = await fixture.Own();
        var (token, number) = (await Make(app, await app.Cookie("csirt"), write: true), await An.Incident(app));

        (await Post(app, token, $"/api/incidents/{number}/restriction", new RestrictIncident(["csirt"], "理由"))).Is(403, "step-up-needed");
        (await Post(app, token, "/api/step-up", new { proof = Demonstration.DemonstrationOrganisation.Password })).Is(422, "proof-refused");
        (await Post(app, token, $"/api/incidents/{number}/restriction", new RestrictIncident(["csirt"], "理由"))).Is(403, "step-up-needed");
    }

    [Fact]
    public async Task It_ends_with_its_time_by_its_person_and_by_no_other()
    {
        await using var app = await fixture.Own();
        var (mine, other) = (Cookie(await SignIn(app, "192.0.2.20", "csirt")), Cookie(await SignIn(app, "192.0.2.20", "kansa")));
        var lasting = await Make(app, mine, write: true, days: 365);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var shortly = await Make(app, mine, write: true);
        var id = (await Opened.At(app, TokenPages.Path, mine)).Hidden("Token");

        await (await Opened.At(app, TokenPages.Path, other)).Post(TokenPages.Path + "/revocation", "192.0.2.20", ("Token", id));
        (await Get(app, shortly, "/api/incidents")).Ok();
        await (await Opened.At(app, TokenPages.Path, mine)).Post(TokenPages.Path + "/revocation", "192.0.2.20", ("Token", id));
        (await Get(app, shortly, "/api/incidents")).Is(401, "not-signed-in");

        (await Get(app, lasting, "/api/incidents")).Ok();
        app.Clock.Advance(TimeSpan.FromDays(365));
        (await Get(app, lasting, "/api/incidents")).Is(401, "not-signed-in");
    }

    [Theory]
    [InlineData("locked"), InlineData("provisional"), InlineData("gone"), InlineData("without a second factor")]
    public async Task It_is_dead_where_its_person_could_not_come_in(string why)
    {
        await using var app = await fixture.Own(("Accounts:RequireSecondFactor", "true"));
        var csirt = await SecondFactor.SetUp(app, "csirt");
        var token = await Make(app, csirt.Cookies, write: false);
        (await Get(app, token, "/api/incidents")).Ok();

        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByNameAsync(Account.NameIn(App.Organisation, "csirt")))!;
        if (why == "gone") await app.Revise(o => o with { People = [.. o.People.Where(p => p.Id != "csirt")], Assignments = [.. o.Assignments.Where(a => a.PersonId != "csirt")] });
        else
        {
            (account.LockoutEnd, account.MustChangePassword, account.TwoFactorEnabled) = (why == "locked" ? app.Clock.GetUtcNow().AddDays(1) : null, why == "provisional", why != "without a second factor");
            await accounts.UpdateAsync(account);
        }

        (await Get(app, token, "/api/incidents")).Is(401, "not-signed-in");
    }

    [Fact]
    public async Task Whoever_finds_an_open_session_makes_none()
    {
        await using var app = await fixture.Own();
        var page = await Opened.At(app, TokenPages.Path, Cookie(await SignIn(app, "192.0.2.20", "csirt")));
        app.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.StartsWith(ProofPages.Path, (await page.Post(TokenPages.Path, "192.0.2.20", ("Name", "x"), ("Days", "30"))).Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(422, (await (await Opened.At(app, TokenPages.Path, Cookie(await SignIn(app, "192.0.2.20", "csirt")))).Post(TokenPages.Path, "192.0.2.20", ("Name", "x"), ("Days", "3650"))).Code);
    }

    private static async Task<string> Make(App app, string cookies, bool write, int days = 30)
    {
        var made = await (await Opened.At(app, TokenPages.Path, cookies)).Sent(TokenPages.Path, "192.0.2.20", ("Name", "監視装置"), ("Days", $"{days}"), ("Write", write ? "true" : ""));
        return Token().Match(made.Text).Value;
    }

    private static Task<Reply> Get(App app, string token, string path) => Send(app, token, new HttpRequestMessage(HttpMethod.Get, path));

    private static Task<Reply> Post(App app, string token, string path, object body) => Send(app, token, new HttpRequestMessage(HttpMethod.Post, path) { Content = Stranger.Json(body) });

    private static async Task<Reply> Send(App app, string token, HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            return await app.Nobody.Send(request);
        }
    }

    [GeneratedRegex("csf_[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex Token();
}

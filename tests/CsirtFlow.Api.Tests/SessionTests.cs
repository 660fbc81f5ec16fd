using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CsirtFlow.Api.Tests.Entrance;

namespace CsirtFlow.Api.Tests;

/// <summary>Sessions (35-4): each sign-in is one, its person sees and ends it, and what ends it ends it at once.</summary>
public sealed class SessionTests(AppFixture fixture)
{
    private const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

    [Fact]
    public async Task A_person_sees_where_they_are_signed_in_and_ends_what_they_do_not_know()
    {
        await using var app = await fixture.Own();
        var (mine, other) = (Cookie(await SignIn(app, "192.0.2.20", "csirt")), Cookie(await SignInBy(app, Firefox)));

        var page = (await With(app, mine).Get(SessionPages.Path)).Ok().Text;
        Assert.Contains("Firefox (Windows)", page, StringComparison.Ordinal);
        Assert.Contains("198.51.100.7", page, StringComparison.Ordinal);
        Assert.Contains("この端末", page, StringComparison.Ordinal);
        Assert.Equal(303, (await Posted(app, SessionPages.Path, mine, "192.0.2.20", ("Session", IdIn(page)))).Code);

        (await With(app, other).Get("/api/incidents")).Is(401, "not-signed-in");
        Assert.DoesNotContain("Firefox", (await With(app, mine).Get(SessionPages.Path)).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_others_end_together_and_nobody_ends_those_of_somebody_else()
    {
        await using var app = await fixture.Own();
        var (mine, others) = (Cookie(await SignIn(app, "192.0.2.20", "csirt")), new[] { await Session(app, "csirt"), await Session(app, "csirt") });
        var stranger = Cookie(await SignIn(app, "192.0.2.20", "kansa"));
        var id = IdIn((await With(app, mine).Get(SessionPages.Path)).Ok().Text);

        await Posted(app, SessionPages.Path, stranger, "192.0.2.20", ("Session", id));
        foreach (var other in others) (await other.Get("/api/incidents")).Ok();

        await Posted(app, SessionPages.Path, mine, "192.0.2.20");
        foreach (var other in others) (await other.Get("/api/incidents")).Is(401, "not-signed-in");
        (await With(app, mine).Get("/api/incidents")).Ok();
        (await With(app, stranger).Get("/api/incidents")).Ok();
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_locked_or_changed_account_is_out_at_its_next_request(bool locked)
    {
        await using var app = await fixture.Own();
        var csirt = await Session(app, "csirt");
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByNameAsync(Account.NameIn(App.Organisation, "csirt")))!;

        await (locked ? accounts.SetLockoutEndDateAsync(account, app.Clock.GetUtcNow().AddDays(1)) : accounts.UpdateSecurityStampAsync(account));

        (await csirt.Get("/api/incidents")).Is(401, "not-signed-in");
        await accounts.SetLockoutEndDateAsync(account, null);
        (await csirt.Get("/api/incidents")).Is(401, "not-signed-in");
    }

    [Fact]
    public async Task Who_is_off_the_list_of_people_is_out_and_stays_out()
    {
        await using var app = await fixture.Own();
        var kansa = await Session(app, "kansa");
        (await kansa.Get("/api/incidents")).Ok();

        await app.Revise(o => o with { People = [.. o.People.Where(p => p.Id != "kansa")], Assignments = [.. o.Assignments.Where(a => a.PersonId != "kansa")] });
        (await kansa.Get("/api/incidents")).Is(401, "not-signed-in");

        await app.Revise(o => o with { People = [.. o.People, new Person("kansa", "仮名 監", "監査統括", "somu")] });
        (await kansa.Get("/api/incidents")).Is(401, "not-signed-in");
    }

    [Fact]
    public async Task Rights_follow_the_offices_at_once()
    {
        await using var app = await fixture.Own();
        var (madoguchi, number) = (await Session(app, "madoguchi"), (await An.Report(app)).Number);
        (await madoguchi.Get($"/api/reports/{number}")).Ok();

        await app.Revise(o => o with { Assignments = [.. o.Assignments.Where(a => a.PersonId != "madoguchi")] });

        Assert.Equal(404, (await madoguchi.Get($"/api/reports/{number}")).Code);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_every_copy_of_its_cookie_but_no_other()
    {
        await using var app = await fixture.Own();
        var (one, other) = (await Session(app, "csirt"), await Session(app, "csirt"));

        Assert.Equal(204, (await one.PostText("/api/sign-out", "{}")).Code);

        (await one.Get("/api/incidents")).Is(401, "not-signed-in");
        (await other.Get("/api/incidents")).Ok();
    }

    [Fact]
    public async Task A_session_that_nobody_uses_leaves_the_list()
    {
        await using var app = await fixture.Own();
        await SignInBy(app, Firefox);
        app.Clock.Advance(TimeSpan.FromHours(1));

        var page = (await (await Session(app, "csirt")).Get(SessionPages.Path)).Ok().Text;

        Assert.DoesNotContain("Firefox", page, StringComparison.Ordinal);
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<AccountsDb>().Sessions.CountAsync());
    }

    [Theory]
    [InlineData(Firefox, "Firefox (Windows)")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Microsoft Edge (Windows)")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari (iPhone)")]
    [InlineData("curl/8.5.0", "curl/8.5.0")]
    [InlineData(null, "")]
    public void A_browser_is_named_as_its_user_knows_it(string? said, string name) => Assert.Equal(name, BrowserName.Of(said));

    private static async Task<Reply> SignInBy(App app, string browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sign-in") { Content = Stranger.Json(new { name = "csirt", password = Demonstration.DemonstrationOrganisation.Password }) };
        request.Headers.TryAddWithoutValidation(App.From, "198.51.100.7");
        request.Headers.TryAddWithoutValidation("User-Agent", browser);
        return await app.Nobody.Send(request);
    }

    private static string IdIn(string page) => page.Split("name=\"Session\" value=\"")[1].Split('"')[0];
}

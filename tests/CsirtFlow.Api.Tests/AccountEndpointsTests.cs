using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Web.Entrance;

namespace CsirtFlow.Api.Tests;

/// <summary>The own account at the API: sessions and tokens seen and ended, and the reset of somebody else's second factor.</summary>
public sealed class AccountEndpointsTests(AppFixture fixture)
{
    private const string Reason = "機種変更。内線で本人と確かめた。";

    [Fact]
    public async Task A_program_lists_and_ends_the_own_sessions_and_no_others()
    {
        await using var app = await fixture.Own();
        var (mine, other, third) = (await Entrance.Session(app, "csirt"), await Entrance.Session(app, "csirt"), await Entrance.Session(app, "csirt"));
        var kansa = await Entrance.Session(app, "kansa");

        var all = (await mine.Get("/api/account/sessions")).Ok().Read<SessionLine[]>();
        Assert.Equal(3, all.Length);
        var id = (await other.Get("/api/account/sessions")).Ok().Read<SessionLine[]>().Single(s => s.Current).Id;
        Assert.Contains(all, s => s.Id == id && !s.Current);
        Assert.Equal(204, (await kansa.Post("/api/account/ended-sessions", new EndSessions(id))).Code);
        (await other.Get("/api/incidents")).Ok();

        Assert.Equal(204, (await mine.Post("/api/account/ended-sessions", new EndSessions(id))).Code);
        (await other.Get("/api/incidents")).Is(401, "not-signed-in");
        (await third.Get("/api/incidents")).Ok();
        Assert.Equal(204, (await mine.Post("/api/account/ended-sessions", new EndSessions())).Code);
        (await third.Get("/api/incidents")).Is(401, "not-signed-in");
        (await mine.Get("/api/incidents")).Ok();
        (await kansa.Get("/api/incidents")).Ok();
    }

    [Fact]
    public async Task It_lists_and_revokes_the_own_tokens_and_a_token_does_neither()
    {
        await using var app = await fixture.Own();
        var cookie = Entrance.Cookie(await Entrance.SignIn(app, "192.0.2.20", "csirt"));
        var made = await (await Opened.At(app, TokenPages.Path, cookie)).Post(TokenPages.Path, "192.0.2.20", ("Name", "監視"), ("Days", "30"), ("Write", "true"));
        var token = ApiTokens.Prefix + made.Text.Split(ApiTokens.Prefix)[1].Split('<')[0];
        var mine = Entrance.With(app, cookie);

        var line = Assert.Single((await mine.Get("/api/account/tokens")).Ok().Read<TokenLine[]>());
        Assert.Equal(("監視", true), (line.Name, line.MayWrite));
        Assert.DoesNotContain(token, (await mine.Get("/api/account/tokens")).Text, StringComparison.Ordinal);
        foreach (var path in new[] { "/api/account/sessions", "/api/account/tokens" }) (await ByToken(app, HttpMethod.Get, path, token)).Is(403, "token-may-not");
        foreach (var (path, body) in new (string, object)[] { ("/api/account/ended-sessions", new EndSessions()), ("/api/account/revoked-tokens", new RevokeToken(line.Id)) }) (await ByToken(app, HttpMethod.Post, path, token, body)).Is(403, "token-may-not");
        (await mine.Get("/api/incidents")).Ok();

        Assert.Equal(204, (await (await Entrance.Session(app, "kansa")).Post("/api/account/revoked-tokens", new RevokeToken(line.Id))).Code);
        (await ByToken(app, HttpMethod.Get, "/api/incidents", token)).Ok();
        Assert.Equal(204, (await mine.Post("/api/account/revoked-tokens", new RevokeToken(line.Id))).Code);
        (await ByToken(app, HttpMethod.Get, "/api/incidents", token)).Is(401, "not-signed-in");
    }

    [Fact]
    public async Task A_second_factor_is_reset_by_whoever_may_and_has_proved_it()
    {
        await using var app = await fixture.Own();
        var (csirt, madoguchi) = (await SecondFactor.SetUp(app, "csirt"), await SecondFactor.SetUp(app, "madoguchi"));
        var wish = new ResetSecondFactor("csirt", Reason);

        (await csirt.Browser.Post("/api/second-factors/resets", wish with { PersonId = "madoguchi" })).Is(403, "office-may-not");
        (await madoguchi.Browser.Post("/api/second-factors/resets", wish with { Reason = " " })).Is(422, "bad-request");
        (await madoguchi.Browser.Post("/api/second-factors/resets", wish with { PersonId = "madoguchi" })).Is(422, "bad-request");
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        (await madoguchi.Browser.Post("/api/second-factors/resets", wish)).Is(403, "step-up-needed");
        (await csirt.Browser.Get("/api/incidents")).Ok();

        Assert.Equal(204, (await madoguchi.Browser.Post("/api/step-up", new { proof = madoguchi.NextCode() })).Code);
        Assert.Equal(204, (await madoguchi.Browser.Post("/api/second-factors/resets", wish)).Code);

        (await csirt.Browser.Get("/api/incidents")).Is(401, "not-signed-in");
        var seen = (await madoguchi.Browser.Get("/api/second-factors")).Ok().Read<SecondFactorOverview>();
        Assert.False(seen.People.Single(p => p.PersonId == "csirt").Has);
        Assert.Equal(Reason, Assert.Single(seen.Resets).Reason);
    }

    private static async Task<Reply> ByToken(App app, HttpMethod method, string path, string token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : Stranger.Json(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return await app.Nobody.Send(request);
    }
}

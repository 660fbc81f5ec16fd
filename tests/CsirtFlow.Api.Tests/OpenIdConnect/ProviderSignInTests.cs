using CsirtFlow.Api.Web.Entrance;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests.OpenIdConnect;

/// <summary>Signing in at a 組織の認証サービス (OpenID Connect): what its word must be, and what it opens.</summary>
public sealed class ProviderSignInTests(AppFixture fixture, SharedProvider shared) : IClassFixture<SharedProvider>
{
    private const string NotConfirmed = "確かめられませんでした";

    [Fact]
    public async Task Where_none_is_configured_nothing_of_it_is_there()
    {
        var app = await fixture.Shared();

        Assert.DoesNotContain("組織の認証サービス", (await app.Nobody.Get("/sign-in")).Text, StringComparison.Ordinal);
        foreach (var path in new[] { ProviderPages.SignInPath, $"{ProviderPages.SignInPath}/callback/default", ProviderPages.ProofPath, ProviderPages.Path }) Assert.Equal(404, (await app.As("csirt").Get(path)).Code);
    }

    [Fact]
    public async Task These_addresses_are_there_where_one_is_configured()
    {
        await using var by = await ByProvider.Start(fixture);
        var there = by.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(p => p.Contains("provider", StringComparison.Ordinal));

        Assert.Equal([ProviderPages.ProofPath, ProviderPages.Path, ProviderPages.LinkPath, $"{ProviderPages.Path}/removal", ProviderPages.SignInPath], there.Order(StringComparer.Ordinal));
        foreach (var path in new[] { ProviderPages.Path, ProviderPages.LinkPath, ProviderPages.ProofPath }) Assert.StartsWith("http://localhost/sign-in?", (await by.App.Nobody.Get(path)).Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_signs_in_there_and_works_in_the_offices_of_the_contact_list()
    {
        await using var by = (await ByProvider.Linking(fixture)).As("csirt", "csirt-lead", "something else");
        var number = (await An.Report(by.App)).Number;

        Assert.Contains($"href=\"{ProviderPages.SignInPath}?return=%2Fqueue\">組織の認証サービスでサインイン", (await by.App.Nobody.Get("/sign-in?return=/queue")).Ok().Text, StringComparison.Ordinal);
        var csirt = by.Inside(await by.Come());

        (await csirt.Get($"/api/reports/{number}")).Ok();
        Assert.Contains("架空 鈴", (await csirt.Get("/home")).Ok().Text, StringComparison.Ordinal);
        Assert.Equal("1800", by.Provider.Asked["max_age"]);
        Assert.Contains("組織の認証サービス", (await csirt.Get(SessionPages.Path)).Ok().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aud", "another client")]
    [InlineData("aud", null)]
    [InlineData("iss", "http://127.0.0.1:1")]
    [InlineData("iss", null)]
    [InlineData("nonce", "another nonce")]
    [InlineData("nonce", null)]
    [InlineData("exp", null)]
    [InlineData("sub", null)]
    public async Task A_token_with_another_claim_opens_nothing(string claim, string? value)
    {
        var by = (await shared.Linking(fixture)).As("csirt", "csirt-lead");
        by.Provider.Wrong[claim] = value;

        ByProvider.Refused(await by.Come(), NotConfirmed);
    }

    [Theory]
    [InlineData("none"), InlineData("stripped"), InlineData("secret"), InlineData("others"), InlineData("changed")]
    public async Task A_token_that_the_provider_has_not_signed_opens_nothing(string signature)
    {
        var by = (await shared.Linking(fixture)).As("csirt", "csirt-lead");
        by.Provider.Signature = signature;

        ByProvider.Refused(await by.Come(), NotConfirmed);
    }

    [Theory]
    [InlineData(-3600, -300), InlineData(3600, 7200)]
    public async Task A_token_that_is_over_or_not_good_yet_opens_nothing(int from, int until)
    {
        var by = (await shared.Linking(fixture)).As("csirt", "csirt-lead");
        by.Provider.Wrong["nbf"] = (Func<long, object>)(now => now + from);
        by.Provider.Wrong["exp"] = (Func<long, object>)(now => now + until);

        ByProvider.Refused(await by.Come(), NotConfirmed);
    }

    [Fact]
    public async Task What_another_browser_has_asked_for_opens_nothing_in_this_one()
    {
        await using var by = (await ByProvider.Linking(fixture)).As("csirt", "csirt-lead");
        var (attacker, victim) = (await by.Leave(), await by.Leave());
        var answer = await by.Provider.Visit(attacker.Page.Headers.Location!);

        ByProvider.Refused(await Opened.At(by.App, answer.PathAndQuery, victim.Cookies), NotConfirmed);
        ByProvider.Refused(await Opened.At(by.App, answer.PathAndQuery), NotConfirmed);
        ByProvider.Refused(await Opened.At(by.App, answer.AbsolutePath + "?code=x", attacker.Cookies), NotConfirmed);
        ByProvider.Refused(await Opened.At(by.App, answer.AbsolutePath + "?code=x&state=x", attacker.Cookies), NotConfirmed);
        ByProvider.Refused(await Opened.At(by.App, answer.AbsolutePath + "?error=access_denied", attacker.Cookies), NotConfirmed);
    }

    [Fact]
    public async Task An_answer_opens_once_and_for_a_while()
    {
        await using var by = (await ByProvider.Linking(fixture)).As("csirt", "csirt-lead");
        var left = await by.Leave();
        var answer = await by.Provider.Visit(left.Page.Headers.Location!);
        by.Inside(await Opened.At(by.App, answer.PathAndQuery, left.Cookies));
        ByProvider.Refused(await Opened.At(by.App, answer.PathAndQuery, left.Cookies), NotConfirmed);

        var late = await by.Leave();
        by.App.Clock.Advance(TimeSpan.FromMinutes(16));
        ByProvider.Refused(await by.Back(late, late.Cookies), "時間が過ぎました");
    }

    [Theory]
    [InlineData("//evil.example"), InlineData("/\\evil.example"), InlineData("https://evil.example"), InlineData("\\\\evil.example"), InlineData("%2f%2fevil.example"), InlineData("javascript:alert(1)"), InlineData("/%0d%0aLocation:evil")]
    public async Task The_way_back_stays_in_this_service(string to)
    {
        var by = (await shared.Linking(fixture)).As("csirt", "csirt-lead");

        by.Inside(await by.Come($"{ProviderPages.SignInPath}?return={(to.Contains('%', StringComparison.Ordinal) ? to : Uri.EscapeDataString(to))}"), "/home");
    }

    [Fact]
    public async Task While_the_provider_is_away_people_are_told_and_the_password_opens()
    {
        await using var by = (await ByProvider.Linking(fixture)).As("csirt", "csirt-lead");
        by.Provider.TokensFail = true;
        ByProvider.Refused(await by.Come(), "つながりません", 503);

        await by.Provider.Stop();
        await using var later = await fixture.Again(by.App, [("OpenIdConnect:0:Authority", by.Provider.Address), ("OpenIdConnect:0:ClientId", TestProvider.ClientId), ("OpenIdConnect:0:ClientSecret", TestProvider.ClientSecret)]);
        ByProvider.Refused(await Opened.At(later, ProviderPages.SignInPath), "つながりません", 503);
        (await (await Entrance.Session(later, "csirt")).Get("/home")).Ok();
    }

    [Theory]
    [InlineData("OpenIdConnect:0:Authority", "http://idp.example.jp")]
    [InlineData("OpenIdConnect:0:ClientId", "")]
    [InlineData("OpenIdConnect:0:Groups:Chief:0", "chiefs")]
    [InlineData("OpenIdConnect:0:Groups:System:0", "machines")]
    [InlineData("OpenIdConnect:0:ClientSecretFile", "/there/is/no/such/file")]
    public async Task A_setting_that_cannot_be_meant_stops_the_start(string name, string value)
    {
        (string, string)[] settings = [("OpenIdConnect:0:Authority", "https://idp.example.jp"), ("OpenIdConnect:0:ClientId", "x"), ("OpenIdConnect:0:ClientSecret", "x"), (name, value)];

        Assert.Contains("OpenIdConnect", (await Assert.ThrowsAnyAsync<Exception>(() => fixture.Own(settings))).ToString(), StringComparison.Ordinal);
    }
}

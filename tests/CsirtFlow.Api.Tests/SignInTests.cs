using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Demonstration;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using static CsirtFlow.Api.Tests.Entrance;

namespace CsirtFlow.Api.Tests;

/// <summary>Signing in (35-4, 35-5): how often one may try, whom nobody can keep out, and what ends a session.</summary>
public sealed class SignInTests(AppFixture fixture)
{
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
    public async Task Who_signs_in_where_they_are_known_gives_strangers_no_further_guess()
    {
        await using var app = await fixture.Own();
        var known = await Browser(app, "192.0.2.20", "csirt");
        for (var i = 0; i < WrongPasswords.MostOfStrangers; i++) await SignIn(app, $"198.51.100.{i}", "csirt", "chigau-password");

        Assert.Equal(303, (await Form(app, "203.0.113.79", "csirt", DemonstrationOrganisation.Password, known)).Code);

        Assert.Equal(401, (await SignIn(app, "203.0.113.77", "csirt")).Code);
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

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_at_once()
    {
        await using var app = await fixture.Own();
        var other = await Session(app, "csirt");

        await Change(app, DemonstrationOrganisation.Password);

        (await other.Get("/api/incidents")).Is(401, "not-signed-in");
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
}

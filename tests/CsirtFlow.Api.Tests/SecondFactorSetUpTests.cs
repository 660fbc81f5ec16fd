using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Demonstration;
using CsirtFlow.Api.Web.Entrance;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using static CsirtFlow.Api.Tests.Entrance;

namespace CsirtFlow.Api.Tests;

/// <summary>二要素認証 (35-4) is set up by its holder: with a right code, and never by whoever finds a session or knows a provisional password.</summary>
public sealed class SecondFactorSetUpTests(AppFixture fixture)
{
    private Task<App> Strict() => fixture.Own(("Accounts:RequireSecondFactor", "true"));

    [Fact]
    public async Task It_is_set_up_with_a_right_code_ends_other_sessions_and_gives_ten_recovery_codes()
    {
        await using var app = await Strict();
        var (other, mine) = (await Session(app, "csirt"), Cookie(await SignIn(app, "192.0.2.20", "csirt")));
        var page = await Opened.At(app, AccountsSetup.SecondFactorPath, mine);
        Assert.Contains("<img src=\"data:image/svg", page.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await page.Post(AccountsSetup.SecondFactorPath, "192.0.2.20", ("Key", page.Hidden("Key")), ("Code", "000000"))).Code);
        Assert.Equal(422, (await page.Post(AccountsSetup.SecondFactorPath, "192.0.2.20", ("Key", "x"), ("Code", Totp.Code(SecondFactor.KeyOn(page.Text), Totp.StepAt(app.Clock.GetUtcNow()))))).Code);
        (await other.Get("/api/incidents")).Is(403, "second-factor-missing");

        var csirt = await SecondFactor.SetUp(app, "csirt");

        Assert.Equal(10, csirt.RecoveryCodes.Distinct().Count());
        (await other.Get("/api/incidents")).Is(401, "not-signed-in");
        Assert.DoesNotContain(csirt.RecoveryCodes[0], (await csirt.Browser.Get(AccountsSetup.SecondFactorPath)).Ok().Text, StringComparison.Ordinal);
        Assert.DoesNotContain(csirt.RecoveryCodes[0].Replace("-", "", StringComparison.Ordinal), await Dump(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_finds_an_open_session_cannot_make_it_theirs()
    {
        await using var app = await fixture.Own();
        var session = Cookie(await SignIn(app, "192.0.2.20", "csirt"));
        var page = await Opened.At(app, AccountsSetup.SecondFactorPath, session);
        app.Clock.Advance(TimeSpan.FromMinutes(16));

        var proof = $"{ProofPages.Path}?return={Uri.EscapeDataString(AccountsSetup.SecondFactorPath)}";
        Assert.Equal(proof, (await With(app, session).Get(AccountsSetup.SecondFactorPath)).Headers.Location?.ToString());
        Assert.Equal(proof, (await page.Post(AccountsSetup.SecondFactorPath, "192.0.2.20", ("Key", page.Hidden("Key")), ("Code", Totp.Code(SecondFactor.KeyOn(page.Text), Totp.StepAt(app.Clock.GetUtcNow()))))).Headers.Location?.ToString());

        foreach (var path in new[] { AccountsSetup.SecondFactorPath + "/codes", PasskeyPages.Path, PasskeyPages.Path + "/removal" }) Assert.Equal(proof, (await page.Post(path, "192.0.2.20")).Headers.Location?.ToString());
        Assert.Equal(403, (await page.Post(PasskeyPages.Path + "/options", "192.0.2.20")).Code);

        var ask = await Opened.At(app, ProofPages.Path, session);
        Assert.Equal(422, (await ask.Post(ProofPages.Path, "192.0.2.20", ("Proof", "chigau-password"))).Code);
        Assert.Equal(AccountsSetup.SecondFactorPath, (await ask.Post(ProofPages.Path, "192.0.2.20", ("Proof", DemonstrationOrganisation.Password), ("Return", AccountsSetup.SecondFactorPath))).Headers.Location?.ToString());
        (await With(app, session).Get(AccountsSetup.SecondFactorPath)).Ok();
    }

    [Fact]
    public async Task Whoever_knows_a_provisional_password_chooses_no_second_factor()
    {
        await using var app = await Strict();
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByNameAsync(Account.NameIn(App.Organisation, "csirt")))!;
        account.MustChangePassword = true;
        await accounts.UpdateAsync(account);

        Assert.Equal(AccountsSetup.ChangePasswordPath, (await (await Session(app, "csirt")).Get(AccountsSetup.SecondFactorPath)).Headers.Location?.ToString());
    }

    // Everything of the accounts that the database holds.
    private static async Task<string> Dump(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        return string.Join('\n', database.UserTokens.Select(t => t.Value).AsEnumerable().Concat(database.RecoveryCodes.AsEnumerable().Select(c => System.Text.Encoding.Latin1.GetString(c.Hash))));
    }
}

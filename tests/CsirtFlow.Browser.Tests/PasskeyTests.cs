using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Tests;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>パスキー (35-4), with the browser's own virtual device.</summary>
public sealed class PasskeyTests(BrowserFixture fixture)
{
    [Fact]
    public async Task A_passkey_stands_for_password_and_code()
    {
        var app = await fixture.Own(("Accounts:RequireSecondFactor", "true"));
        await using var window = await fixture.Open(scripts: true, app: app);
        await Device(window, knowsItsHolder: true);
        await At(window, app, "/account/second-factor");
        await SignIn(window, "csirt");
        // csirt needs a second factor, and a passkey is one.
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "パスキーを登録する" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".codes li")).ToHaveCountAsync(10);

        await At(window, app, "/account/second-factor");
        await Assertions.Expect(window.Page.Locator("#main")).ToContainTextAsync("Chrome (Linux)");
        await window.NothingAgainstAxe();
        await window.Picture("second-factor");

        await window.Page.Context.ClearCookiesAsync();
        await At(window, app, "/queue");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "パスキーでサインイン" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/queue");
        await window.Clear();

        // And again for what cannot be taken back.
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        await At(window, app, "/account/second-factor");
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync("本人の確認");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "パスキーで確認する" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/account/second-factor");
        await Assertions.Expect(window.Page.Locator("#main")).ToContainTextAsync("Chrome (Linux)");
        await window.Page.Context.ClearCookiesAsync();

        await Locked(app, "csirt", true);
        await At(window, app, "/queue");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "パスキーでサインイン" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".summary li")).ToHaveTextAsync("このパスキーではサインインできません");
        await Locked(app, "csirt", false);
        await At(window, app, "/queue");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "パスキーでサインイン" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/queue");

        // Without it the account lacks a second factor again.
        await At(window, app, "/account/second-factor");
        await window.Press("削除する：Chrome (Linux) 4月1日（月）9:00");
        await At(window, app, "/queue");
        Assert.EndsWith("/account/second-factor", window.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_does_not_know_its_holder_makes_no_passkey()
    {
        var app = await fixture.Own();
        await using var window = await fixture.Open(scripts: true, app: app);
        await Device(window, knowsItsHolder: false);
        await At(window, app, "/account/second-factor");
        await SignIn(window, "csirt");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "パスキーを登録する" }).ClickAsync();

        await Assertions.Expect(window.Page.GetByText("パスキーを使えませんでした")).ToBeVisibleAsync();
    }

    // A passkey belongs to a host name, and an address is none.
    private static async Task At(Window window, App app, string path) => await window.Page.GotoAsync($"http://localhost:{app.ClientOptions.BaseAddress.Port}{path}");

    private static async Task Locked(App app, string person, bool locked)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await accounts.SetLockoutEndDateAsync((await accounts.FindByNameAsync(Account.NameIn(App.Organisation, person)))!, locked ? app.Clock.GetUtcNow().AddDays(1) : null);
    }

    private static async Task SignIn(Window window, string person)
    {
        await window.Page.Locator("#Name").FillAsync(person);
        await window.Page.Locator("#Password").FillAsync(CsirtFlow.Api.Demonstration.DemonstrationOrganisation.Password);
        await window.Press("サインイン");
    }

    private static async Task Device(Window window, bool knowsItsHolder)
    {
        var devices = await window.Page.Context.NewCDPSessionAsync(window.Page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = knowsItsHolder, ["isUserVerified"] = knowsItsHolder, ["automaticPresenceSimulation"] = true },
        });
    }
}

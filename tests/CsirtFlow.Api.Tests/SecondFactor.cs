using System.Text.RegularExpressions;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Demonstration;

namespace CsirtFlow.Api.Tests;

/// <summary>Somebody's authenticator app, and the recovery codes that came with it.</summary>
/// <param name="Cookies">Of the browser in which it was set up.</param>
internal sealed partial record SecondFactor(App App, string Person, string Key, IReadOnlyList<string> RecoveryCodes, string Cookies)
{
    /// <summary>What the app shows.</summary>
    public string Code => Totp.Code(Key, Totp.StepAt(App.Clock.GetUtcNow()));

    /// <summary>What it shows after half a minute: the code before may have been used.</summary>
    public string NextCode()
    {
        App.Clock.Advance(TimeSpan.FromSeconds(30));
        return Code;
    }

    /// <summary>Sets it up on the person's page.</summary>
    public static async Task<SecondFactor> SetUp(App app, string person)
    {
        var page = await Opened.At(app, AccountsSetup.SecondFactorPath, Entrance.Cookie(await Entrance.SignIn(app, "192.0.2.20", person)));
        var key = KeyOn(page.Text);
        var done = await page.Sent(AccountsSetup.SecondFactorPath, "192.0.2.20", ("Key", page.Hidden("Key")), ("Code", Totp.Code(key, Totp.StepAt(app.Clock.GetUtcNow()))));
        Assert.Equal(200, done.Page.Code);
        return new(app, person, key, [.. Recovery().Matches(done.Text).Select(m => m.Value)], done.Cookies);
    }

    public static string KeyOn(string page) => Shown().Match(page).Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal);

    public Client Browser => Entrance.With(App, Cookies);

    /// <summary>Signs in as a program does.</summary>
    public Task<Reply> SignIn(string? code, string from = "192.0.2.20") => Stranger.Post(App, from, "/api/sign-in", new { name = Person, password = DemonstrationOrganisation.Password, code });

    /// <summary>The page that asks for the code.</summary>
    public async Task<Opened> AfterPassword(string from = "192.0.2.20") =>
        await (await Opened.At(App, AccountsSetup.SignInPath)).Sent(AccountsSetup.SignInPath, from, ("Name", Person), ("Password", DemonstrationOrganisation.Password), ("Return", "/queue"));

    [GeneratedRegex("<code lang=\"en\">(?<key>[A-Z2-7 ]+)</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shown();

    [GeneratedRegex("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Recovery();
}

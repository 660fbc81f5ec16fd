using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Demonstration;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using static CsirtFlow.Api.Tests.Entrance;

namespace CsirtFlow.Api.Tests;

/// <summary>二要素認証 (35-4): who needs it, how one signs in with it, and what nobody can do about it.</summary>
public sealed class SecondFactorTests(AppFixture fixture)
{
    private Task<App> Strict() => fixture.Own(("Accounts:RequireSecondFactor", "true"));

    [Theory]
    [InlineData("csirt"), InlineData("csirt2"), InlineData("madoguchi"), InlineData("shobocho"), InlineData("somu-kacho"), InlineData("kanri"), InlineData("somu-shukan"), InlineData("shirei-hosa"), InlineData("kansa")]
    public async Task Nothing_is_open_to_these_offices_before_a_second_factor_is_set_up(string person)
    {
        await using var app = await Strict();
        var number = (await An.Report(app)).Number;
        var session = await Session(app, person);

        foreach (var path in new[] { "/api/incidents", $"/api/reports/{number}", "/api/organisation" }) (await session.Get(path)).Is(403, "second-factor-missing");
        foreach (var path in new[] { "/home", "/queue", $"/reports/{number}", "/queue/changes", SessionPages.Path }) Assert.Equal(AccountsSetup.SecondFactorPath, (await session.Get(path)).Headers.Location?.ToString());

        var browser = (await SecondFactor.SetUp(app, person)).Browser;
        (await browser.Get("/api/organisation")).Ok();
        (await browser.Get("/home")).Ok();
    }

    [Fact]
    public async Task Who_holds_no_such_office_works_without_and_who_is_to_hold_one_does_not()
    {
        await using var app = await Strict();
        var shokuin = await Session(app, "shokuin");
        (await shokuin.Get("/home")).Ok();

        var now = app.Clock.GetUtcNow();
        await app.Revise(o => o with { Assignments = [.. o.Assignments, new Assignment("shokuin", Office.CsirtMember, From: now.AddDays(-9), Until: now.AddDays(-1))] });
        (await shokuin.Get("/home")).Ok();
        await app.Revise(o => o with { Assignments = [.. o.Assignments, new Assignment("shokuin", Office.ContactPoint, From: now.AddDays(3), Delegation: "休日の受付")] });
        (await shokuin.Get("/api/incidents")).Is(403, "second-factor-missing");
    }

    [Fact]
    public async Task The_organisation_decides_for_which_offices()
    {
        await using var app = await fixture.Own(("Accounts:RequireSecondFactor", "true"), ("Accounts:SecondFactorOffices", "Ciso, Auditor"));

        (await (await Session(app, "csirt")).Get("/home")).Ok();
        (await (await Session(app, "kansa")).Get("/api/incidents")).Is(403, "second-factor-missing");
        await Assert.ThrowsAnyAsync<Exception>(() => fixture.Own(("Accounts:SecondFactorOffices", "Chief")));
    }

    [Fact]
    public async Task The_password_alone_opens_nothing_and_a_code_opens_once()
    {
        await using var app = await Strict();
        var csirt = await SecondFactor.SetUp(app, "csirt");

        var asked = await csirt.AfterPassword();
        Assert.Equal(200, asked.Page.Code);
        Assert.DoesNotContain("csirtflow=", asked.Cookies, StringComparison.Ordinal);
        (await With(app, asked.Cookies).Get("/api/incidents")).Is(401, "not-signed-in");
        // The one that it was set up with.
        Assert.Equal(422, (await asked.Post(CodePages.Path, "192.0.2.20", ("Code", csirt.Code), ("Return", "/queue"))).Code);

        var code = csirt.NextCode();
        var inside = await asked.Sent(CodePages.Path, "192.0.2.20", ("Code", string.Concat(code.Select(c => (char)(c + 0xFEE0)))), ("Return", "/queue"));
        Assert.Equal("/queue", inside.Page.Headers.Location?.ToString());
        (await With(app, inside.Cookies).Get("/api/incidents")).Ok();

        (await csirt.SignIn(code)).Is(401, "code-refused");
        Assert.Equal(204, (await csirt.SignIn(csirt.NextCode())).Code);
    }

    [Fact]
    public async Task Of_many_who_come_with_one_code_at_once_one_gets_in()
    {
        await using var app = await Strict();
        var csirt = await SecondFactor.SetUp(app, "csirt");
        var code = csirt.NextCode();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => csirt.SignIn(code)));

        Assert.Equal(1, answers.Count(a => a.Code == 204));
    }

    [Fact]
    public async Task A_recovery_code_opens_once_and_new_ones_take_the_place_of_the_old()
    {
        await using var app = await Strict();
        var csirt = await SecondFactor.SetUp(app, "csirt");

        Assert.Equal(204, (await csirt.SignIn(csirt.RecoveryCodes[0].ToLowerInvariant())).Code);
        (await csirt.SignIn(csirt.RecoveryCodes[0])).Is(401, "code-refused");
        var page = await Opened.At(app, AccountsSetup.SecondFactorPath, csirt.Cookies);
        Assert.Contains("使っていない回復用コードは9個です", page.Text, StringComparison.Ordinal);

        Assert.Equal(200, (await page.Post(AccountsSetup.SecondFactorPath + "/codes", "192.0.2.20")).Code);
        (await csirt.SignIn(csirt.RecoveryCodes[1])).Is(401, "code-refused");
    }

    [Fact]
    public async Task Whoever_reads_the_database_makes_no_codes()
    {
        await using var app = await Strict();
        var csirt = await SecondFactor.SetUp(app, "csirt");
        Assert.DoesNotContain(csirt.Key, await fixture.DumpText(app.Database), StringComparison.Ordinal);

        // As an earlier version has kept it: it is still good, and open no longer.
        await app.Execute($"update auth.\"AspNetUserTokens\" set \"Value\" = '{csirt.Key}'");
        Assert.Equal(204, (await csirt.SignIn(csirt.NextCode())).Code);
        Assert.DoesNotContain(csirt.Key, await fixture.DumpText(app.Database), StringComparison.Ordinal);
        Assert.Equal(204, (await csirt.SignIn(csirt.NextCode())).Code);
    }

    [Fact]
    public async Task A_program_is_told_that_a_code_is_missing()
    {
        await using var app = await Strict();
        var csirt = await SecondFactor.SetUp(app, "csirt");

        (await csirt.SignIn(null)).Is(401, "code-needed");
        (await Stranger.Post(app, "192.0.2.20", "/api/sign-in", new { name = "csirt", password = "chigau-password", code = csirt.NextCode() })).Is(401, "sign-in-refused");
        // Nobody learns without the password whether there is a second factor.
        (await Stranger.Post(app, "192.0.2.20", "/api/sign-in", new { name = "csirt", password = "chigau-password" })).Is(401, "sign-in-refused");
        Assert.Equal(204, (await csirt.SignIn(csirt.Code)).Code);
    }

    [Fact]
    public async Task Codes_are_not_guessed_and_the_holder_is_not_kept_out()
    {
        await using var app = await Strict();
        var csirt = await SecondFactor.SetUp(app, "csirt");
        var known = (await Stranger.Post(app, "192.0.2.20", "/api/sign-in", new { name = "csirt", password = DemonstrationOrganisation.Password, code = csirt.NextCode() })).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("csirtflow-known-", StringComparison.Ordinal)).Split(';')[0];
        for (var i = 0; i < WrongPasswords.Most; i++) (await csirt.SignIn("000000", "198.51.100.7")).Is(401, "code-refused");

        (await csirt.SignIn(csirt.NextCode(), "198.51.100.7")).Is(401, "code-refused");
        for (var i = 0; i < 10; i++) await csirt.SignIn("000000", $"198.51.100.{10 + i}");
        (await csirt.SignIn(csirt.NextCode(), "203.0.113.9")).Is(401, "code-refused");

        // In a browser in which the account has been used before.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sign-in") { Content = Stranger.Json(new { name = "csirt", password = DemonstrationOrganisation.Password, code = csirt.NextCode() }) };
        Assert.Equal(204, (await With(app, known).Send(request)).Code);
    }

    [Fact]
    public async Task Between_password_and_code_time_runs_out_and_a_changed_password_ends_it()
    {
        await using var app = await Strict();
        var csirt = await SecondFactor.SetUp(app, "csirt");
        var (late, changed) = (await csirt.AfterPassword(), await csirt.AfterPassword());
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await accounts.UpdateSecurityStampAsync((await accounts.FindByNameAsync(Account.NameIn(App.Organisation, "csirt")))!);

        var refused = await changed.Post(CodePages.Path, "192.0.2.20", ("Code", csirt.NextCode()));
        Assert.Equal(422, refused.Code);
        Assert.Contains("もう一度サインインしてください", refused.Text, StringComparison.Ordinal);

        late = await csirt.AfterPassword();
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Contains("もう一度サインインしてください", (await late.Post(CodePages.Path, "192.0.2.20", ("Code", csirt.Code))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_carried_through_both_steps()
    {
        await using var app = await Strict();
        var csirt = await SecondFactor.SetUp(app, "csirt");
        var number = (await An.Report(app)).Number;
        (await csirt.Browser.Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "外部への漏えいのおそれがある。", "メールの誤送信"))).Ok();
        var asked = await (await Opened.At(app, AccountsSetup.SignInPath)).Sent(AccountsSetup.SignInPath, "192.0.2.20", ("Name", "csirt"), ("Password", DemonstrationOrganisation.Password),
            ("Return", $"/incidents/{number}/do/add-note"), (KeptForm.Prefix + "add-note.text", "電話で聞いた。"));

        var inside = await asked.Sent(CodePages.Path, "192.0.2.20", ("Code", csirt.NextCode()), ("Return", asked.Hidden("Return")), (KeptForm.Prefix + "add-note.text", asked.Hidden(KeptForm.Prefix + "add-note.text")));

        Assert.Contains("まだ記録していません", inside.Text, StringComparison.Ordinal);
        Assert.Contains("電話で聞いた。", inside.Text, StringComparison.Ordinal);
    }
}

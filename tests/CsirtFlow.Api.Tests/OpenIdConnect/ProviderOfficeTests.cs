using System.Text.Json;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests.OpenIdConnect;

/// <summary>Whose account it is and which offices it opens: the groups of a provider give none, and have to confirm all.</summary>
public sealed class ProviderOfficeTests(AppFixture fixture, SharedProvider shared) : IClassFixture<SharedProvider>
{
    private const string NoOffice = "役職を確かめられない";
    private const string NotLinked = "ひも付いていません";

    public static TheoryData<string> Groups => new()
    {
        // Missing, empty, of another type, unknown, of other offices.
        "", "[]", "\"csirt-lead\"", "[1]", """["csirt-lead",1]""", """{"csirt-lead":true}""", """["csirt-LEAD","admins"]""", """["csirt-member","shokuin-zentai"]""",
    };

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task Without_a_group_that_confirms_the_office_there_is_no_access(string groups)
    {
        var by = (await shared.Linking(fixture)).As("csirt");
        by.Provider.Wrong["groups"] = groups.Length == 0 ? null : JsonDocument.Parse(groups).RootElement;

        ByProvider.Refused(await by.Come(), NoOffice);
        // And nothing was bound.
        by.Provider.Wrong.Clear();
        by.Provider.Person["email_verified"] = false;
        ByProvider.Refused(await by.Come(), NotLinked);
    }

    [Fact]
    public async Task Where_no_group_is_mapped_nobody_comes_in()
    {
        await using var provider = await TestProvider.Start();
        await using var app = await fixture.Own(("OpenIdConnect:0:Authority", provider.Address), ("OpenIdConnect:0:ClientId", TestProvider.ClientId), ("OpenIdConnect:0:ClientSecret", TestProvider.ClientSecret), ("OpenIdConnect:0:LinkByVerifiedMail", "true"));
        var by = new ByProvider(app, provider).As("csirt", "csirt-lead", "CsirtLead", "Staff", "");
        ByProvider.Refused(await by.Come(), NoOffice);
        by.As("shokuin", "Staff");
        ByProvider.Refused(await by.Come(), NoOffice);
    }

    [Fact]
    public async Task Groups_give_no_office_and_must_confirm_every_one_that_is_held()
    {
        await using var by = await ByProvider.Linking(fixture);
        var number = (await An.Report(by.App)).Number;

        // Of the lead's group at the provider, and of no office on the contact list.
        var shokuin = by.Inside(await by.As("shokuin", "shokuin-zentai", "csirt-lead").Come());
        Assert.Equal(404, (await shokuin.Get($"/api/reports/{number}")).Code);

        // csirt2 is a member and deputises for the lead.
        ByProvider.Refused(await by.As("csirt2", "csirt-member").Come(), NoOffice);
        (await by.Inside(await by.As("csirt2", "csirt-member", "csirt-lead").Come()).Get($"/api/reports/{number}")).Ok();
    }

    [Fact]
    public async Task A_session_ends_with_the_account_and_with_an_office_that_its_groups_do_not_confirm()
    {
        await using var by = (await ByProvider.Linking(fixture)).As("csirt", "csirt-lead");
        var csirt = by.Inside(await by.Come());
        (await csirt.Get("/api/incidents")).Ok();
        await by.App.Revise(o => o with { Assignments = [.. o.Assignments, new Assignment("csirt", Office.Administration)] });
        (await csirt.Get("/api/incidents")).Is(401, "not-signed-in");
        await by.App.Revise(o => o with { Assignments = [.. o.Assignments.Where(a => a is not { PersonId: "csirt", Office: Office.Administration })] });
        (await csirt.Get("/api/incidents")).Is(401, "not-signed-in");

        csirt = by.Inside(await by.Come());
        await Locked(by.App, "csirt");
        (await csirt.Get("/api/incidents")).Is(401, "not-signed-in");
        ByProvider.Refused(await by.Come(), NotLinked);
    }

    [Fact]
    public async Task A_session_begins_anew_after_the_hours_that_are_set_however_much_it_is_used()
    {
        await using var by = (await ByProvider.Linking(fixture, ("OpenIdConnect:0:HoursUntilAgain", "1"))).As("shokuin", "shokuin-zentai");
        var browser = await by.Come();

        foreach (var open in new[] { 200, 200, 302 })
        {
            by.App.Clock.Advance(TimeSpan.FromMinutes(20));
            browser = await Opened.At(by.App, "/home", browser.Cookies);
            Assert.Equal(open, browser.Page.Code);
        }
    }

    [Fact]
    public async Task Who_is_off_the_list_of_people_does_not_come_in()
    {
        await using var by = (await ByProvider.Linking(fixture)).As("shokuin", "shokuin-zentai");
        by.Inside(await by.Come());

        await by.App.Revise(o => o with { People = [.. o.People.Where(p => p.Id != "shokuin")] });

        ByProvider.Refused(await by.Come(), NoOffice);
    }

    [Theory]
    [InlineData(false), InlineData("true"), InlineData(null)]
    public async Task An_address_that_is_not_verified_is_nobodys(object? verified)
    {
        var by = (await shared.Linking(fixture)).As("csirt", "csirt-lead");
        by.Provider.Wrong["email_verified"] = verified;

        ByProvider.Refused(await by.Come(), NotLinked);
    }

    [Fact]
    public async Task A_verified_address_binds_one_person_once_and_only_where_it_is_allowed()
    {
        await using var by = (await ByProvider.Linking(fixture)).As("csirt", "csirt-lead");
        await by.App.Revise(o => o with { People = [.. o.People.Select(p => p.Id == "csirt3" ? p with { Mail = "CSIRT@kakuu-shobo.example.jp" } : p)] });
        ByProvider.Refused(await by.Come(), NotLinked);
        await by.App.Revise(o => o with { People = [.. o.People.Select(p => p.Id == "csirt3" ? p with { Mail = "csirt3@kakuu-shobo.example.jp" } : p)] });
        by.Inside(await by.Come());

        // Another user there who has got the address meanwhile.
        by.Provider.Person["sub"] = "somebody else";
        ByProvider.Refused(await by.Come(), NotLinked);
        // The first one goes on without any address.
        by.As("csirt", "csirt-lead").Provider.Wrong["email"] = null;
        by.Inside(await by.Come());

        await using var strict = (await ByProvider.Start(fixture)).As("csirt", "csirt-lead");
        ByProvider.Refused(await strict.Come(), NotLinked);
    }

    [Fact]
    public async Task A_person_binds_the_own_account_and_unbinds_it()
    {
        await using var by = (await ByProvider.Start(fixture)).As("csirt", "csirt-lead");
        var mine = Entrance.Cookie(await Entrance.SignIn(by.App, "192.0.2.20", "csirt"));
        var page = await Opened.At(by.App, ProviderPages.Path, mine);
        var link = page.Text.Split($"href=\"{ProviderPages.LinkPath}")[1].Split('"')[0];

        Assert.Equal($"{ProviderPages.Path}?linked=1", (await by.Come(ProviderPages.LinkPath + link, page.Cookies)).Page.Headers.Location?.ToString());
        Assert.Equal("login", by.Provider.Asked["prompt"]);
        var csirt = by.Inside(await by.Come());

        // Who is bound already is nobody else's.
        var kansa = await Opened.At(by.App, ProviderPages.Path, Entrance.Cookie(await Entrance.SignIn(by.App, "192.0.2.20", "kansa")));
        var refused = await by.Come(ProviderPages.LinkPath + kansa.Text.Split($"href=\"{ProviderPages.LinkPath}")[1].Split('"')[0], kansa.Cookies);
        Assert.Equal(403, refused.Page.Code);
        Assert.Contains("別の人にひも付いている", refused.Text, StringComparison.Ordinal);

        Assert.Equal(303, (await (await Opened.At(by.App, ProviderPages.Path, mine)).Post($"{ProviderPages.Path}/removal", "192.0.2.20")).Code);
        (await csirt.Get("/api/incidents")).Is(401, "not-signed-in");
        ByProvider.Refused(await by.Come(), NotLinked);
    }

    [Fact]
    public async Task Nobody_binds_somebody_elses_user_to_an_account_whose_session_is_open()
    {
        await using var by = (await ByProvider.Start(fixture)).As("csirt", "csirt-lead");
        var (mine, other) = (Entrance.Cookie(await Entrance.SignIn(by.App, "192.0.2.20", "csirt")), Entrance.Cookie(await Entrance.SignIn(by.App, "192.0.2.20", "csirt")));
        var ticket = (await Opened.At(by.App, ProviderPages.Path, other)).Text.Split($"href=\"{ProviderPages.LinkPath}")[1].Split('"')[0];

        foreach (var link in new[] { "", "?ticket=x", ticket }) Assert.StartsWith(ProofPages.Path, (await Opened.At(by.App, ProviderPages.LinkPath + link, mine)).Page.Headers.Location?.ToString(), StringComparison.Ordinal);
        by.App.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.StartsWith(ProofPages.Path, (await Opened.At(by.App, ProviderPages.Path, mine)).Page.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    private static async Task Locked(App app, string person)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await accounts.SetLockoutEndDateAsync((await accounts.FindByNameAsync(Account.NameIn(App.Organisation, person)))!, app.Clock.GetUtcNow().AddDays(1));
    }
}

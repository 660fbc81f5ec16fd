using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Demonstration;
using CsirtFlow.Api.Tests;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>サインイン (35-4, 35-5).</summary>
public sealed class EntranceTests(BrowserFixture fixture)
{
    private const string Refused = "利用者名かパスワードが違うか、一時的にサインインできません";

    [Fact]
    public async Task Whoever_signs_in_sees_when_the_account_was_used_before()
    {
        await using var window = await fixture.Open();
        Assert.Equal(200, await SignIn(window, "kansa"));
        Assert.Equal(200, await window.Press("サインアウト"));
        Assert.Contains("サインアウトしました", await window.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        Assert.Equal(200, await SignIn(window, "kansa"));

        Assert.Contains("前回のサインイン：4月1日（月）9:00", await window.Page.Locator("header").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("仮名 監", await window.Page.Locator("header").InnerTextAsync(), StringComparison.Ordinal);
        await window.Clear();
    }

    [Fact]
    public async Task A_wrong_name_a_wrong_password_and_a_locked_account_look_the_same()
    {
        await using var window = await fixture.Open(390);
        await window.Page.GotoAsync("/sign-in");
        Assert.DoesNotContain("回続けて間違えると", await window.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await window.Picture("sign-in");
        Assert.Equal(422, await SignIn(window, "inai-hito", "chigau-password"));
        Assert.Equal([Refused], await window.Errors());
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(422, await SignIn(window, "yobo-shukan", "chigau-password"));
            Assert.Equal([Refused], await window.Errors());
        }

        Assert.Equal(422, await SignIn(window, "yobo-shukan"));

        Assert.Equal([Refused], await window.Errors());
        Assert.Contains("15分間", await window.Page.Locator("#Password-hint").InnerTextAsync(), StringComparison.Ordinal);
        await window.Picture("sign-in-refused");
        await window.Clear();
    }

    [Fact]
    public async Task The_holder_sees_that_somebody_tried()
    {
        await using var window = await fixture.Open();
        await SignIn(window, "bunshocho", "chigau-password");
        await SignIn(window, "bunshocho", "chigau-password");

        Assert.Equal(200, await SignIn(window, "bunshocho", back: "/home"));

        Assert.Contains("パスワードの間違いが2回ありました", await window.Page.Locator("header").InnerTextAsync(), StringComparison.Ordinal);
        await window.Picture("wrong-passwords");
        await window.Clear();
    }

    [Theory]
    [InlineData("/report/status?a=1", "/report/status?a=1")]
    [InlineData("//evil.example", "/home")]
    [InlineData("/\\evil.example", "/home")]
    [InlineData("https://evil.example/", "/home")]
    [InlineData("javascript:alert(1)", "/home")]
    [InlineData("/\t/evil.example", "/home")]
    public async Task The_way_back_stays_in_this_service(string wanted, string followed)
    {
        await using var window = await fixture.Open();
        var moved = window.Page.WaitForResponseAsync(r => r.Status == 303);

        await SignIn(window, "csirt", back: wanted);

        Assert.Equal(followed, await (await moved).HeaderValueAsync("location"));
    }

    [Fact]
    public async Task The_first_password_must_be_changed_before_anything_else()
    {
        await Provisional("keibo-hosa");
        await using var window = await fixture.Open(390);
        await SignIn(window, "keibo-hosa");
        Assert.EndsWith("/account/password", window.Page.Url, StringComparison.Ordinal);
        await window.Page.GotoAsync("/queue");
        Assert.EndsWith("/account/password", window.Page.Url, StringComparison.Ordinal);
        await window.Picture("password");

        Assert.Equal(422, await Change(window, DemonstrationOrganisation.Password, "mijikai"));
        Assert.Equal(["新しいパスワードは12文字以上にしてください"], await window.Errors());
        Assert.Equal(422, await Change(window, "chigau-password", "atarashii-kotoba-7"));
        Assert.Equal(["いまのパスワードが違います"], await window.Errors());
        Assert.Equal(200, await Change(window, DemonstrationOrganisation.Password, "atarashii-kotoba-7"));

        Assert.Contains("パスワードを変更しました", await window.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await window.Picture("password-changed");
        await window.Follow(window.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "ホームへ" }));
        Assert.EndsWith("/home", window.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    public async Task A_post_without_the_pages_own_token_changes_nothing(string path)
    {
        await using var window = await fixture.Open();
        var form = window.Page.Context.APIRequest.CreateFormData();
        form.Append("Name", "csirt");
        form.Append("Password", DemonstrationOrganisation.Password);

        var answer = await window.Page.Context.APIRequest.PostAsync(path, new() { Form = form });

        Assert.Equal(400, answer.Status);
        Assert.Contains("画面の有効期限が切れました", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(await window.Page.Context.CookiesAsync(), c => c.Name == "csirtflow");
    }

    [Fact]
    public async Task A_program_signs_in_with_JSON_and_only_with_JSON()
    {
        await using var window = await fixture.Open();
        var api = window.Page.Context.APIRequest;
        var who = new { name = "csirt", password = DemonstrationOrganisation.Password };

        Assert.Equal(401, (await api.PostAsync("/api/sign-in", new() { DataObject = who with { password = "chigau" } })).Status);
        Assert.InRange((await api.PostAsync("/api/sign-in", new() { DataString = """{"name":"csirt","password":"x"}""", Headers = [new("content-type", "text/plain")] })).Status, 400, 499);
        Assert.Equal(204, (await api.PostAsync("/api/sign-in", new() { DataObject = who })).Status);
        Assert.Equal(200, (await api.GetAsync("/api/incidents")).Status);
        Assert.Equal(204, (await api.PostAsync("/api/sign-out")).Status);
        Assert.Equal(401, (await api.GetAsync("/api/incidents")).Status);
    }

    private static async Task<int> SignIn(Window window, string name, string password = DemonstrationOrganisation.Password, string? back = null)
    {
        await window.Page.GotoAsync("/sign-in" + (back is null ? "?return=/report" : $"?return={Uri.EscapeDataString(back)}"));
        await window.Page.Locator("#Name").FillAsync(name);
        await window.Page.Locator("#Password").FillAsync(password);
        return await window.Press("サインイン");
    }

    private static async Task<int> Change(Window window, string current, string chosen)
    {
        await window.Page.Locator("#Current").FillAsync(current);
        await window.Page.Locator("#New").FillAsync(chosen);
        await window.Page.Locator("#Again").FillAsync(chosen);
        return await window.Press("変更する");
    }

    private async Task Provisional(string person)
    {
        await using var scope = fixture.App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByNameAsync(Account.NameIn(App.Organisation, person)))!;
        account.MustChangePassword = true;
        await accounts.UpdateAsync(account);
    }
}

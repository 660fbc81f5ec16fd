using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>English for whoever asks for it, with and without cookies and scripts; Japanese for everybody else.</summary>
public sealed class EnglishTests(BrowserFixture fixture)
{
    private const string Words = "About 10 o'clock a screen appeared 画面が出た";

    [Theory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public async Task A_report_in_English_from_the_switch_to_the_receipt(int width, bool scripts)
    {
        await using var window = await fixture.Open(width, scripts);
        var page = window.Page;
        await page.GotoAsync("/report");
        await page.GetByRole(AriaRole.Link, new() { Name = "English", Exact = true }).ClickAsync();
        await window.Picture("english-report");
        await window.IsEnglish();
        // Whoever keeps no cookies stays in English all the same.
        await page.Context.ClearCookiesAsync();

        Assert.Equal(422, await window.Press("Send the report"));
        Assert.Equal(
            ["Choose at least one thing that happened", "Choose whether it has an effect", "Describe what you saw", "Choose a section from the list", "Enter a telephone number to call you back"],
            await window.Errors());
        Assert.StartsWith("Error: ", await page.TitleAsync(), StringComparison.Ordinal);
        await window.IsEnglish();

        await page.GetByLabel("A virus warning appeared").CheckAsync();
        await page.GetByLabel("No", new() { Exact = true }).CheckAsync();
        await page.Locator("#Description").FillAsync(Words);
        await page.Locator("#SectionId").SelectOptionAsync("chuo");
        await page.Locator("#Phone").FillAsync("ext. 201");
        await page.Context.ClearCookiesAsync();
        Assert.Equal(200, await window.Press("Send the report"));

        Assert.Equal("Your report was received", await page.Locator("h1").InnerTextAsync());
        Assert.Contains("Unplug the network cable", await page.Locator(".todo").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Security manager (中央消防署)", await page.Locator(".told").InnerTextAsync(), StringComparison.Ordinal);
        await window.IsEnglish(Words);
        await window.Picture("english-receipt");

        await page.GetByRole(AriaRole.Link, new() { Name = "Tell us more" }).ClickAsync();
        await window.IsEnglish();
        await page.GetByLabel("Just now").CheckAsync();
        await page.GetByLabel("Turned Wi-Fi off").CheckAsync();
        await window.Picture("english-more");
        Assert.Equal(200, await window.Press("Send this too"));
        Assert.Contains("Turned Wi-Fi off", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await window.IsEnglish(Words);

        // What is stored is what those on duty read.
        await page.GetByRole(AriaRole.Link, new() { Name = "日本語", Exact = true }).ClickAsync();
        var receipt = await page.Locator("main").InnerTextAsync();
        Assert.Contains("もう行ったこと", receipt, StringComparison.Ordinal);
        Assert.Contains("Wi-Fiを切った", receipt, StringComparison.Ordinal);
        await window.Clear();
    }

    [Theory]
    [InlineData("/report", "Continue in English (what you typed stays)", "日本語で続ける（入力した内容は残ります）")]
    [InlineData("/contact", "Continue in English (what you typed stays)", "日本語で続ける（入力した内容は残ります）")]
    public async Task What_was_typed_stays_when_the_language_changes(string path, string toEnglish, string toJapanese)
    {
        await using var window = await fixture.Open(390);
        var page = window.Page;
        await page.GotoAsync(path);
        var key = await page.Locator("input[name=Key]").InputValueAsync();
        await page.Locator("input[name=Kinds][value=Other]").CheckAsync();
        await page.Locator("#Description").FillAsync(Words);

        Assert.Equal(200, await window.Press(toEnglish));
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Empty(await window.Errors());
        Assert.Equal(200, await window.Press(toJapanese));

        Assert.Equal("ja", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(Words, await page.Locator("#Description").InputValueAsync());
        Assert.True(await page.Locator("input[name=Kinds][value=Other]").IsCheckedAsync());
        Assert.Equal(key, await page.Locator("input[name=Key]").InputValueAsync());
        await window.Clear();
    }

    [Fact]
    public async Task The_Enter_key_sends_the_report_and_changes_no_language()
    {
        await using var window = await fixture.Open();
        await window.Page.GotoAsync("/report");
        await new Typed().Into(window.Page);

        await window.Page.Locator("#Phone").PressAsync("Enter");

        await window.Page.WaitForURLAsync("**/report/received/*");
    }

    [Fact]
    public async Task The_choice_is_remembered_and_the_browsers_own_language_is_not_asked()
    {
        await using var window = await fixture.Open();
        var page = window.Page;
        await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Accept-Language"] = "en-US" });
        await page.GotoAsync("/report");
        Assert.Equal("ja", await page.Locator("html").GetAttributeAsync("lang"));

        await page.GotoAsync("/report/status?lang=en");
        await page.GotoAsync("/contact");
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(SameSiteAttribute.Lax, Assert.Single(await page.Context.CookiesAsync()).SameSite);

        await page.GetByRole(AriaRole.Link, new() { Name = "日本語", Exact = true }).ClickAsync();
        await page.GotoAsync("/contact");
        Assert.Equal("ja", await page.Locator("html").GetAttributeAsync("lang"));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Every_English_page_is_English_and_accessible(int width)
    {
        await using var window = await fixture.Open(width, scripts: true);
        var page = window.Page;
        foreach (var (path, button) in new[] { ("/report", "Send the report"), ("/contact", "Send"), ("/report/status", "Look"), ("/sign-in", "Sign in") })
        {
            await page.GotoAsync($"{path}?lang=en");
            await Look(window, path);
            await window.Press(button);
            await Look(window, $"{path}-errors");
        }
        foreach (var path in new[] { "/report/received/none?lang=en", "/nowhere?lang=en" })
        {
            await page.GotoAsync(path);
            await Look(window, path[..9]);
        }
    }

    [Fact]
    public async Task Staff_stay_in_English_from_page_to_page_and_when_a_form_is_refused()
    {
        await using var window = await fixture.Open(scripts: true);
        var number = await fixture.Incident();
        await window.SignIn("csirt", "/queue?lang=en");
        await window.Picture("english-queue");
        await window.NothingAgainstAxe();

        await window.Page.GotoAsync($"/incidents/{number}");
        Assert.Equal("What to do next", await window.Page.Locator("#next").InnerTextAsync());
        await window.Picture("english-incident");
        await window.NothingAgainstAxe();

        await window.Page.GotoAsync($"/incidents/{number}?open=give-order");
        await window.Page.Locator("#give-order button.button").ClickAsync();
        await Assertions.Expect(window.Page.Locator("#errors")).ToContainTextAsync("Enter: Words of the order.");
        Assert.Equal("en", await window.Page.Locator("html").GetAttributeAsync("lang"));

        await window.Page.GotoAsync("/account/password");
        Assert.Equal(422, await window.Press("Change"));
        await window.IsEnglish("架空 鈴");
    }

    private static async Task Look(Window window, string name)
    {
        await window.Picture($"english{name.Replace('/', '-').Replace('?', '-')}");
        await window.IsEnglish();
        await window.NothingAgainstAxe();
        await window.Clear();
    }
}

using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>What the tests of documents share: a report to the ministry, drafted on the page of its incident.</summary>
public abstract class WrittenPaper(BrowserFixture fixture)
{
    protected const string Form = "soumu-fukushima-incident-report";

    protected BrowserFixture Fixture => fixture;

    protected async Task<Window> Draft(string number)
    {
        var window = await At("somu-shukan", $"/incidents/{number}");
        var form = window.Page.Locator("form", new() { Has = window.Page.Locator($"input[value='{Form}']") });
        await form.Locator("xpath=ancestor::details[1]").EvaluateAsync("d => { d.open = true; }");
        await window.Follow(form.GetByRole(AriaRole.Button));
        Assert.EndsWith($"/incidents/{number}/documents/{Form}/1", window.Page.Url, StringComparison.Ordinal);
        return window;
    }

    protected async Task<Window> At(string person, string path)
    {
        var window = await Fixture.As(person);
        await window.Page.GotoAsync(path);
        return window;
    }

    protected static async Task Send(Window window, string slug)
    {
        await window.Follow(window.Page.Locator($"form[action$='/do/{slug}'] .button-main"));
        Assert.True(window.Page.Url.Contains($"done={slug}", StringComparison.Ordinal), await window.Page.Locator("main").InnerTextAsync());
    }
}

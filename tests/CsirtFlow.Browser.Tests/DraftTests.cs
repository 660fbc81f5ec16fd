using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CsirtFlow.Browser.Tests;

/// <summary>What was typed survives until it has been sent, and not longer.</summary>
public sealed class DraftTests(BrowserFixture fixture)
{
    [Fact]
    public async Task Typed_text_survives_a_reload_and_is_gone_after_the_receipt()
    {
        await using var window = await fixture.Open(390, scripts: true);
        var (page, typed) = (window.Page, new Typed());
        await page.GotoAsync("/report");
        await typed.Into(page);
        var key = await page.Locator("input[name=Key]").InputValueAsync();

        await page.GotoAsync("/report");

        await typed.StillIn(page);
        Assert.Equal(key, await page.Locator("input[name=Key]").InputValueAsync());
        await window.Picture("report-draft");
        await window.NothingAgainstAxe();
        Assert.Equal(200, await window.Press("報告を送る"));
        await window.Receipt();
        await page.WaitForFunctionAsync("sessionStorage.length === 0");
        await page.GotoAsync("/report");
        await Expect(page.Locator("#Description")).ToHaveValueAsync("");
        Assert.NotEqual(key, await page.Locator("input[name=Key]").InputValueAsync());
        await window.Clear();
    }

    [Fact]
    public async Task An_old_receipt_leaves_a_half_written_report_alone_and_a_button_clears_it()
    {
        await using var window = await fixture.Open(scripts: true);
        var page = window.Page;
        await window.Report();
        var receipt = page.Url;
        await page.GotoAsync("/report");
        await page.Locator("#Description").FillAsync("書きかけの報告");

        await page.GotoAsync(receipt);
        await page.GotoAsync("/report");

        await Expect(page.Locator("#Description")).ToHaveValueAsync("書きかけの報告");
        await page.GetByRole(AriaRole.Button, new() { Name = "入力を消す" }).ClickAsync();
        await Expect(page.Locator(".draft")).ToHaveCountAsync(0);
        await Expect(page.Locator("#Description")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Answers_told_later_and_the_form_for_residents_keep_theirs()
    {
        await using var window = await fixture.Open(scripts: true);
        var page = window.Page;
        await page.GotoAsync("/contact");
        await page.Locator("#Description").FillAsync("ページがおかしい");
        await page.ReloadAsync();
        await Expect(page.Locator("#Description")).ToHaveValueAsync("ページがおかしい");

        await window.Report();
        var more = page.Url + "/more";
        await page.GotoAsync(more);
        await page.Locator("#More").FillAsync("あとで気づいたこと");
        await page.GotoAsync(more);
        await Expect(page.Locator("#More")).ToHaveValueAsync("あとで気づいたこと");
        Assert.Equal(200, await window.Press("追加を送る"));
        await page.WaitForFunctionAsync("Object.keys(sessionStorage).join() === 'draft:contact'");
        await page.GotoAsync(more);
        await Expect(page.Locator("#More")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task What_was_refused_is_shown_as_it_was_sent()
    {
        await using var window = await fixture.Open(scripts: true);
        var typed = new Typed(Without: "Phone");
        await window.Page.GotoAsync("/report");
        await typed.Into(window.Page);

        Assert.Equal(422, await window.Press("報告を送る"));

        await typed.StillIn(window.Page);
        await Expect(window.Page.Locator(".draft")).ToHaveCountAsync(0);
    }
}

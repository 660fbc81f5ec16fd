using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CsirtFlow.Browser.Tests;

/// <summary>選択肢の欄 in the editor without a script: ticked, with words beside, and nobody's ticks lost.</summary>
public sealed class ChoiceRowTests(BrowserFixture fixture) : WrittenPaper(fixture)
{
    [Fact]
    public async Task Choices_are_ticked_and_words_stand_beside_them()
    {
        var number = await Fixture.Incident();
        await using var window = await Draft(number);
        await window.Page.GetByRole(AriaRole.Checkbox, new() { Name = "LGWAN接続系", Exact = true }).CheckAsync();
        await window.Page.Locator("[id='beside-text:system.zone']").FillAsync("その他（委託先の網）");
        await Send(window, "revise-document");

        await Expect(Zone(window)).ToContainTextAsync("□マイナンバー利用事務系　■LGWAN接続系　□インターネット接続系　■その他（委託先の網）");
        var zones = window.Page.Locator("input[name='text:system.zone']");
        bool[] ticked = [await zones.Nth(0).IsCheckedAsync(), await zones.Nth(1).IsCheckedAsync(), await zones.Nth(2).IsCheckedAsync(), await zones.Nth(3).IsCheckedAsync()];
        Assert.Equal([false, true, false, true], ticked);
        Assert.Equal("その他（委託先の網）", await window.Page.Locator("[id='beside-text:system.zone']").InputValueAsync());
        await window.Picture("paper-choices");
    }

    [Fact]
    public async Task A_row_with_choices_that_nobody_touched_is_not_written_again()
    {
        var number = await Fixture.Incident();
        await using var window = await Draft(number);
        var (draft, fields) = ($"/api/incidents/{number}/drafts/{Form}/1", new Dictionary<string, object> { ["system.zone"] = new { was = "", text = "その他、LGWAN接続系", state = "Confirmed" } });
        await window.Does($"{draft}/revision", new { fields });
        var before = await (await window.Page.Context.APIRequest.GetAsync(draft)).TextAsync();
        await window.Page.ReloadAsync();

        await Send(window, "revise-document");
        Assert.Equal(before, await (await window.Page.Context.APIRequest.GetAsync(draft)).TextAsync());

        await window.Page.GetByRole(AriaRole.Checkbox, new() { Name = "LGWAN接続系", Exact = true }).UncheckAsync();
        await Send(window, "revise-document");
        await Expect(Zone(window)).ToContainTextAsync("□マイナンバー利用事務系　□LGWAN接続系　□インターネット接続系　■その他");
    }

    [Fact]
    public async Task What_was_ticked_stays_ticked_where_somebody_else_was_faster()
    {
        var number = await Fixture.Incident();
        await using var first = await Draft(number);
        await using var second = await At("csirt", $"/incidents/{number}/documents/{Form}/1");
        await first.Page.GetByRole(AriaRole.Checkbox, new() { Name = "LGWAN接続系", Exact = true }).CheckAsync();
        await Send(first, "revise-document");
        await second.Page.GetByRole(AriaRole.Checkbox, new() { Name = "インターネット接続系", Exact = true }).CheckAsync();

        Assert.Equal(409, await second.Press("下書きを保存"));

        await Expect(second.Page.GetByText("今の内容：LGWAN接続系")).ToBeVisibleAsync();
        await Expect(second.Page.GetByRole(AriaRole.Checkbox, new() { Name = "インターネット接続系", Exact = true })).ToBeCheckedAsync();
        await Expect(second.Page.GetByRole(AriaRole.Checkbox, new() { Name = "LGWAN接続系", Exact = true })).Not.ToBeCheckedAsync();
    }

    private static ILocator Zone(Window window) => window.Page.Locator(".document tr", new() { HasText = "対象の領域" });
}

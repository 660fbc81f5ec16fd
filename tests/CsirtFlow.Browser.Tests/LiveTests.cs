using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CsirtFlow.Browser.Tests;

/// <summary>Open pages keep fresh by themselves, and let themselves be stopped.</summary>
public sealed class LiveTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData("/queue")]
    [InlineData("/home")]
    public async Task A_report_appears_in_an_open_page(string path)
    {
        await using var app = await fixture.Own();
        var first = await fixture.Reported(app: app);
        await using var window = await fixture.As("csirt", scripts: true, app: app);
        var page = window.Page;
        await Open(page, path);
        await page.Locator(path == "/queue" ? $"#case-{first}" : $"#see-Evaluate-{first}-0").FocusAsync();

        var second = await fixture.Reported(app: app);

        await Expect(page.Locator("[data-live]")).ToContainTextAsync(second);
        await Expect(page.Locator("[data-live-status]")).ToHaveTextAsync("新しい内容を表示しました");
        Assert.Contains(first, await page.EvaluateAsync<string>("document.activeElement.innerText"), StringComparison.Ordinal);
        await window.Picture($"live{path.Replace('/', '-')}");
        await window.Clear();
    }

    [Fact]
    public async Task The_switch_stops_it_and_is_remembered()
    {
        await using var app = await fixture.Own();
        await using var window = await fixture.As("csirt", scripts: true, app: app);
        var page = window.Page;
        await Open(page, "/queue");
        await page.GetByRole(AriaRole.Button, new() { Name = "自動更新を止める" }).ClickAsync();
        await page.ReloadAsync();
        var again = page.GetByRole(AriaRole.Button, new() { Name = "自動更新を再開する" });
        await Expect(again).ToBeVisibleAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        var number = await fixture.Reported(app: app);
        Assert.Empty(asked);

        await again.ClickAsync();

        await Expect(page.Locator("[data-live]")).ToContainTextAsync(number);
        await window.Clear();
    }

    [Fact]
    public async Task What_is_being_typed_is_not_taken_away()
    {
        await using var app = await fixture.Own();
        var number = await fixture.Incident(app, AtWork.SystemsCheck);
        await using var window = await fixture.As("shirei-hosa", scripts: true, app: app);
        await Open(window.Page, "/home");
        await window.Waiting(number).GetByLabel("確認した内容").ClickAsync();
        await window.Page.Keyboard.TypeAsync("書きかけ");

        await fixture.Reported(app: app);

        await Expect(window.Page.Locator("[data-live-status]")).ToContainTextAsync("入力を終えたら");
        await Expect(window.Waiting(number).GetByLabel("確認した内容")).ToHaveValueAsync("書きかけ");
        var asked = new TaskCompletionSource<string>();
        window.Page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.AcceptAsync();
        };
        await window.Page.GotoAsync("/queue");
        Assert.Equal(DialogType.BeforeUnload, await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_told_of_nothing()
    {
        await using var window = await fixture.Open();

        var answer = await window.Page.Context.APIRequest.GetAsync("/queue/changes", new() { MaxRedirects = 0 });

        Assert.Equal(302, answer.Status);
    }

    [Fact]
    public async Task Shortcuts_are_off_until_somebody_wants_them()
    {
        await using var window = await fixture.As("csirt", scripts: true);
        var page = window.Page;
        await page.GotoAsync("/home");
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#keys-list")).Not.ToBeVisibleAsync();

        await page.GetByLabel("キーボードのショートカットを使う").CheckAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#keys-list")).ToBeVisibleAsync();
        await window.NothingAgainstAxe();
        await page.GetByRole(AriaRole.Button, new() { Name = "閉じる" }).ClickAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("q");

        await page.WaitForURLAsync("**/queue");
        await window.Clear();
    }

    // The page is asked for once more when the connection stands.
    private static async Task Open(IPage page, string path)
    {
        var connected = page.WaitForResponseAsync(r => r.Url.EndsWith("/queue/changes", StringComparison.Ordinal));
        await page.GotoAsync(path);
        await connected;
    }
}

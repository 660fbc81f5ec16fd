using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CsirtFlow.Browser.Tests;

/// <summary>対応中の一覧: what is urgent comes first, and what is asked for stands in the address.</summary>
public sealed class QueueTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task What_is_most_urgent_stands_first_and_in_the_banner(int width)
    {
        await using var app = await fixture.Own();
        var critical = await fixture.Incident(app, ("severity", new { factors = new { }, severity = "Critical", grounds = "要配慮個人情報" }));
        await fixture.Reported(app: app);
        var emergency = await fixture.Reported(app: app, impact: "Present");
        app.Clock.Advance(TimeSpan.FromMinutes(45));
        await using var window = await fixture.As("csirt", width, app: app);
        await window.Page.GotoAsync("/queue");

        await Expect(window.Page.Locator("tbody tr").First).ToContainTextAsync(emergency);
        await Expect(window.Page.Locator("header .banner-emergency")).ToContainTextAsync("重要度1が1件");
        await Expect(window.Page.Locator("header .banner-emergency")).ToContainTextAsync($"{critical}　名簿の誤送信　CISOと副CISOへの報告と受領　期限超過 15分");
        await Expect(window.Page.Locator("header .banner-emergency")).ToContainTextAsync("119番の受付・指令・救急出動への影響がある件が1件");
        await Expect(window.Page.Locator("header .banner-emergency").GetByRole(AriaRole.Link, new() { Name = emergency })).ToHaveAttributeAsync("href", $"/reports/{emergency}");
        await Expect(window.Page.Locator("tbody tr", new() { HasText = critical }).Locator("td").Nth(4)).ToContainTextAsync("自分");
        await Expect(window.Page.Locator("tbody tr", new() { HasText = critical }).Locator(".due").First).ToContainTextAsync("期限超過 15分");
        await Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "期限超過 3" })).ToBeVisibleAsync();
        await window.Picture("queue");
        await window.Clear();
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_ones_own_duties_are_marked()
    {
        var number = await fixture.Reported();
        await using var window = await fixture.As("tocho");
        await window.Page.GotoAsync("/queue");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "自分の担当" }).ClickAsync();
        await window.Page.GetByLabel("所属").SelectOptionAsync("中央消防署");
        await window.Page.GetByLabel("語句").FillAsync(number);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "絞り込む" }).ClickAsync();

        Assert.Contains("show=mine&section=chuo", window.Page.Url, StringComparison.Ordinal);
        await Expect(window.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(window.Page.Locator("tbody td").Nth(4)).ToContainTextAsync("自分");
        await Expect(window.Page.Locator(".quick [aria-current]")).ToHaveTextAsync("自分の担当");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "終わった件", Exact = true }).ClickAsync();
        Assert.Contains($"show=done&section=chuo&search={number}", window.Page.Url, StringComparison.Ordinal);
        await Expect(window.Page.Locator("main")).ToContainTextAsync("当てはまる件はありません。");
    }

    [Fact]
    public async Task The_next_limit_is_ones_own_and_says_when_its_holder_was_reminded()
    {
        await using var app = await fixture.Own();
        var number = await fixture.Reported(app: app);
        await app.Ring(number);
        await using var manager = await fixture.As("tocho", app: app);
        await manager.Page.GotoAsync("/queue");
        await Expect(manager.Page.Locator("tbody td").Nth(4)).ToContainTextAsync("責任者への報告");
        await Expect(manager.Page.Locator("tbody td").Nth(4)).ToContainTextAsync("催促 ");
        await manager.Picture("queue-reminded");

        await using var csirt = await fixture.As("csirt", 390, app: app);
        await csirt.Page.GotoAsync("/queue");
        await Expect(csirt.Page.GetByLabel("重要度")).ToBeHiddenAsync();
        await csirt.Page.Locator(".narrowing summary").ClickAsync();
        await csirt.Page.GetByLabel("重要度").SelectOptionAsync("未評価・未決定");
        await csirt.Follow(csirt.Page.GetByRole(AriaRole.Button, new() { Name = "絞り込む" }));
        Assert.Contains("severity=none", csirt.Page.Url, StringComparison.Ordinal);
        await Expect(csirt.Page.Locator("tbody td").Nth(4)).ToContainTextAsync("インシデントであるかの評価");
        await Expect(csirt.Page.GetByLabel("重要度")).ToHaveValueAsync("none");
        await csirt.Picture("queue-reminded");
        await csirt.Clear();
        await csirt.Page.GotoAsync("/queue?severity=Low");
        await Expect(csirt.Page.Locator("main")).ToContainTextAsync("当てはまる件はありません。");
    }

    [Fact]
    public async Task Clocks_count_on_while_the_page_is_open()
    {
        var number = await fixture.Reported();
        await using var window = await fixture.As("csirt", scripts: true);
        await window.Page.Clock.InstallAsync();
        await window.Page.GotoAsync($"/queue?search={number}");
        await Expect(window.Page.Locator(".due-left").First).ToHaveTextAsync("残り 1時間");

        await window.Page.Clock.FastForwardAsync("25:00");

        await Expect(window.Page.Locator(".due-left").First).ToHaveTextAsync("残り 35分");
        await Expect(window.Page.Locator("time[data-passing]")).ToHaveTextAsync("25分");
    }
}

using CsirtFlow.Api.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CsirtFlow.Browser.Tests;

/// <summary>受信メール: from the start page of the contact point to what a mail has become.</summary>
public sealed class InboxTests(BrowserFixture fixture) : StartPage(fixture)
{
    private Task<string> Held(string subject, string text) => An.Mail(Home, $"From: 見本 住子 <sumiko@example.net>\nTo: csirt@example.jp\nSubject: {subject}\nMessage-ID: <{Guid.NewGuid():N}@example.net>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n--b\nContent-Type: text/html; name=\"ページ.html\"\nContent-Disposition: attachment\n\n<script>document.title='x'</script>\n--b--\n");

    [Fact]
    public async Task The_contact_point_adds_a_mail_to_the_report_that_it_names()
    {
        var number = await Reported();
        await Held($"{number} の続き", "削除の返事がありました。\n連絡先は自宅です。");
        await using var window = await As("madoguchi", scripts: true);
        await window.Page.GotoAsync("/home");
        await Expect(window.Page.Locator(".banner-warning")).ToContainTextAsync("確かめる必要のある受信メールが1通あります。");
        await window.Follow(window.Page.GetByRole(AriaRole.Link, new() { Name = "受信メールを見る" }));
        await window.Picture("inbox");
        await window.NothingAgainstAxe();

        await window.Follow(window.Page.GetByRole(AriaRole.Link, new() { Name = $"{number} の続き" }));
        await Expect(window.Page.Locator("main")).ToContainTextAsync("削除の返事がありました。");
        await Expect(window.Page.GetByLabel("追加する報告の受付番号")).ToHaveValueAsync(number);
        await window.Picture("inbox-mail");
        await window.NothingAgainstAxe();
        Assert.Equal(200, await window.Press("受信メールを報告に追加"));

        await Expect(window.Page.Locator(".banner-good")).ToContainTextAsync("受信メールを報告に追加");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("報告に追加しました");
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "受信メールを報告に追加" })).ToHaveCountAsync(0);
        await window.Clear();
    }

    [Fact]
    public async Task What_is_no_report_needs_a_reason()
    {
        await Held("R8-0999 お得な情報", "宣伝です。");
        await using var window = await As("madoguchi", 320, scripts: true);
        await window.Page.GotoAsync("/incoming-mails");
        await window.Picture("inbox-320");
        await window.NothingAgainstAxe();
        await window.Follow(window.Page.GetByRole(AriaRole.Link, new() { Name = "R8-0999 お得な情報" }));
        await window.Page.Locator("summary", new() { HasText = "受信メールを報告でないと判断" }).ClickAsync();
        Assert.Equal(409, await window.Press("受信メールを報告でないと判断"));
        await Expect(window.Page.Locator("#errors")).ToContainTextAsync("理由・根拠を入力してください。");

        await window.Page.GetByLabel("報告ではない理由").FillAsync("宣伝のメール");
        await window.Picture("inbox-mail-320");
        Assert.Equal(200, await window.Press("受信メールを報告でないと判断"));
        await Expect(window.Page.Locator("main")).ToContainTextAsync("宣伝のメール");
        await window.Page.GotoAsync("/home");
        await Expect(window.Page.Locator(".banner-warning")).ToHaveCountAsync(0);
        await window.Clear();
    }

    [Fact]
    public async Task A_mail_becomes_a_report_with_one_press()
    {
        await Held("Re: R8-0999", "別の件です。USBメモリを紛失しました。");
        await using var window = await As("csirt", scripts: true);
        await window.Page.GotoAsync("/incoming-mails");
        await window.Follow(window.Page.GetByRole(AriaRole.Link, new() { Name = "Re: R8-0999" }));
        await window.Page.Locator("summary", new() { HasText = "受信メールを報告として受付" }).ClickAsync();
        Assert.Equal(200, await window.Press("受信メールを報告として受付"));

        await Expect(window.Page.Locator("main")).ToContainTextAsync("USBメモリを紛失しました。");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("未確認");
        await window.Picture("report-by-mail");
        await window.NothingAgainstAxe();
        await window.Clear();
    }
}

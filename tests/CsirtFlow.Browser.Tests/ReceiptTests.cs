using CsirtFlow.Api.Demonstration;
using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>What the reporter comes back to, and the door for residents.</summary>
public sealed class ReceiptTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_resident_needs_two_answers_and_no_name(int width)
    {
        await using var window = await fixture.Open(width);
        await window.Page.GotoAsync("/contact");
        await window.Picture("contact");
        await window.Page.GetByLabel("ホームページがおかしい").CheckAsync();
        await window.Page.Locator("#Description").FillAsync("ホームページに知らない言葉が出ています");
        await window.Page.Locator("#Place").FillAsync("https://kakuu-shobo.example.jp/");

        Assert.Equal(200, await window.Press("連絡を送る"));

        Assert.Equal("連絡を受け付けました", await window.Page.Locator("h1").InnerTextAsync());
        Assert.Contains("見つけた場所：https://kakuu-shobo.example.jp/", await window.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await window.Picture("contact-receipt");
        await window.Clear();
    }

    [Fact]
    public async Task A_robot_that_fills_the_hidden_field_is_asked_again_and_a_person_gets_through()
    {
        await using var window = await fixture.Open(scripts: true);
        await window.Page.GotoAsync("/contact");
        await window.Page.GetByLabel("わからない・その他").CheckAsync();
        await window.Page.Locator("#Description").FillAsync("広告です");
        await window.Page.EvaluateAsync("document.getElementById('Homepage').value = 'https://example.com'");

        Assert.Equal(422, await window.Press("連絡を送る"));

        Assert.Equal("広告です", await window.Page.Locator("#Description").InputValueAsync());
        Assert.Equal(200, await window.Press("連絡を送る"));
    }

    [Fact]
    public async Task Each_door_leads_to_the_other_and_both_name_the_telephone()
    {
        await using var window = await fixture.Open();
        await window.Page.GotoAsync("/report");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "こちらの連絡フォーム" }).ClickAsync();
        Assert.EndsWith("/contact", window.Page.Url, StringComparison.Ordinal);
        Assert.Contains("※この件で119番にはかけないでください", await window.Page.Locator(".hotline").InnerTextAsync(), StringComparison.Ordinal);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "報告フォーム", Exact = true }).ClickAsync();
        Assert.EndsWith("/report", window.Page.Url, StringComparison.Ordinal);
        Assert.Contains("※この件で119番にはかけないでください", await window.Page.Locator(".hotline").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_printed_receipt_says_where_to_type_its_numbers()
    {
        await using var window = await fixture.Open();
        await window.Report();
        var address = window.Page.GetByText("/report/status");
        Assert.False(await address.IsVisibleAsync());

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(new Uri(new Uri(window.Page.Url), "/report/status").ToString(), await address.InnerTextAsync());
        Assert.True(await address.IsVisibleAsync());
        await window.Picture("receipt-print");
    }

    [Fact]
    public async Task A_receipt_opens_again_from_a_bookmark_and_a_stranger_finds_nothing()
    {
        await using var window = await fixture.Open();
        var (number, _) = await window.Report();

        await using var later = await fixture.Open(390);
        Assert.Equal(200, (await later.Page.GotoAsync(window.Page.Url))!.Status);
        Assert.Contains(number, await later.Page.Locator(".receipt").InnerTextAsync(), StringComparison.Ordinal);

        Assert.Equal(404, (await later.Page.GotoAsync("/report/received/0123456789abcdef0123456789abcdef"))!.Status);
        Assert.Equal("この受付は見つかりません", await later.Page.Locator("h1").InnerTextAsync());
        await later.Clear();
    }

    [Theory]
    [InlineData("0000-00-1234", "••••-••-1234（終わりの4文字だけを表示しています）")]
    [InlineData("内線２０１", "内線２０１")]
    public async Task The_telephone_number_of_the_reporter_is_covered_on_the_receipt(string phone, string shown)
    {
        await using var window = await fixture.Open(390);
        await window.Report(new(Phone: phone));

        Assert.Equal(shown, await window.Page.Locator("dt:text-is('折り返しの電話番号') + dd").InnerTextAsync());
        await window.Picture("receipt");
        await window.Clear();
    }

    [Theory]
    [InlineData("/", "/report")]
    [InlineData("/?lang=en", "/report?lang=en")]
    public async Task Whoever_types_the_name_of_the_host_alone_can_report(string typed, string shown)
    {
        await using var window = await fixture.Open();
        await window.Page.GotoAsync(typed);
        Assert.EndsWith(shown, window.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_two_numbers_lead_back_also_in_full_width_and_lower_case()
    {
        await using var window = await fixture.Open();
        var (number, confirmation) = await window.Report();
        var receipt = window.Page.Url;
        await window.Page.GotoAsync("/report/status");
        await window.Picture("status");

        await window.Page.Locator("#Number").FillAsync(number);
        await window.Page.Locator("#Confirmation").FillAsync(confirmation == "000 000" ? "000001" : "000000");
        Assert.Equal(422, await window.Press("確認する"));
        Assert.Equal(["受付番号か確認番号が違います。控えを確かめてください"], await window.Errors());
        Assert.Equal(number, await window.Page.Locator("#Number").InputValueAsync());

        await window.Page.Locator("#Number").FillAsync($" {number.Replace("R", "ｒ", StringComparison.Ordinal).Replace("-", "－", StringComparison.Ordinal)} ");
        await window.Page.Locator("#Confirmation").FillAsync(string.Concat(confirmation.Select(c => c == ' ' ? '　' : (char)(c - '0' + '０'))));
        Assert.Equal(200, await window.Press("確認する"));
        Assert.Equal(receipt, window.Page.Url);
        await window.Clear();
    }

    [Fact]
    public async Task More_can_be_told_later_and_stands_on_the_receipt()
    {
        await using var window = await fixture.Open(390);
        var (number, _) = await window.Report();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "追加で教える" }).ClickAsync();
        await window.Picture("more");
        Assert.Equal(422, await window.Press("追加を送る"));
        Assert.Equal(["追加することを1つ以上入力してください"], await window.Errors());

        await window.Page.GetByLabel("たった今").CheckAsync();
        await window.Page.GetByLabel("LANを抜いた").CheckAsync();
        await window.Page.GetByLabel("Wi-Fiを切った").CheckAsync();
        await window.Page.Locator("#Device").FillAsync("事務用ノートパソコン、D-0231");
        await window.Page.Locator("#Files").SetInputFilesAsync(new FilePayload { Name = "画面.png", MimeType = "image/png", Buffer = [1, 2, 3] });
        Assert.Equal(200, await window.Press("追加を送る"));

        var text = await window.Page.Locator("main").InnerTextAsync();
        Assert.Contains(number, text, StringComparison.Ordinal);
        Assert.Contains("追加の内容を受け取りました", text, StringComparison.Ordinal);
        Assert.Contains("LANを抜いた、Wi-Fiを切った", text, StringComparison.Ordinal);
        Assert.Contains("画面.png（3バイト）", text, StringComparison.Ordinal);
        await window.Picture("receipt-with-more");
        await window.Clear();
    }

    [Fact]
    public async Task Each_office_stands_once_on_the_receipt_with_the_number_of_its_holders()
    {
        await using var window = await fixture.Open(390);
        await window.Report();
        await fixture.App.Quiet();
        await window.Page.ReloadAsync();

        var offices = await window.Page.Locator(".told strong").AllInnerTextsAsync();
        Assert.Contains("CSIRT要員 2人", offices);
        Assert.Equal(offices.Distinct(), offices);
        Assert.All(await window.Page.Locator(".told li").AllInnerTextsAsync(), line => Assert.Contains("メールを送りました", line, StringComparison.Ordinal));
        await window.Picture("receipt-told");
        await window.Clear();
    }

    [Fact]
    public async Task When_a_mail_cannot_be_sent_the_receipt_says_so_and_names_the_telephone()
    {
        await using var app = await fixture.Own(("Mail:PickupDirectory", "/dev/null/mail"));
        await using var window = await fixture.Open(390, scripts: true, app: app);
        await window.Report();
        await app.Until(async () => await app.Scalar("select count(*) from csirt.mt_events where type = 'notice_failed'") > 0, "a mail to fail");
        await window.Page.ReloadAsync();

        var alert = await window.Page.Locator("header .banner-emergency").InnerTextAsync();
        Assert.Contains("まず電話で知らせてください：0000-00-0000", alert, StringComparison.Ordinal);
        Assert.Matches("まだメールを送れていません：.*(情報セキュリティ|窓口|CSIRT)", alert);
        Assert.Equal(["今すぐしてください", "いまの状況", "知らせた相手"], (await window.Page.Locator("main h2").AllInnerTextsAsync()).Take(3));
        Assert.Contains("メールを送れませんでした（自動でもう一度送ります）", await window.Page.Locator(".told").InnerTextAsync(), StringComparison.Ordinal);
        await window.Picture("receipt-not-told");
        await window.NothingAgainstAxe();
    }

    [Fact]
    public async Task Residents_are_not_asked_about_devices_of_the_organisation()
    {
        await using var window = await fixture.Open();
        await window.Page.GotoAsync("/contact");
        await window.Page.GetByLabel("わからない・その他").CheckAsync();
        await window.Page.Locator("#Description").FillAsync("知らない画面が出ました");
        await window.Press("連絡を送る");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "追加で教える" }).ClickAsync();

        Assert.Equal(0, await window.Page.Locator("#Device").CountAsync());
        Assert.Equal(1, await window.Page.Locator("#Mail").CountAsync());
    }

    [Fact]
    public async Task The_answer_of_CSIRT_stands_on_the_receipt()
    {
        await using var window = await fixture.Open(390, scripts: true);
        var (number, _) = await window.Report();
        await using var office = await fixture.Open();
        var csirt = office.Page.Context.APIRequest;
        await Post("/api/sign-in", new { name = "csirt", password = DemonstrationOrganisation.Password });
        await Post($"/api/reports/{number}/evaluation", new { verdict = "NotIncident", grounds = "更新の画面だった" });
        await Post($"/api/reports/{number}/answer", new { answer = "更新の画面でした。\nそのままお使いください。" });

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "最新の状況を見る" }).ClickAsync();

        var text = await window.Page.Locator("main").InnerTextAsync();
        Assert.Contains("インシデントではないと判断しました", text, StringComparison.Ordinal);
        Assert.Contains("更新の画面でした。\nそのままお使いください。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("今すぐしてください", text, StringComparison.Ordinal);
        await window.Picture("receipt-answered");
        await window.NothingAgainstAxe();

        async Task Post(string path, object body) => Assert.InRange((await csirt.PostAsync(path, new() { DataObject = body })).Status, 200, 204);
    }

    [Fact]
    public async Task An_answer_that_is_no_choice_is_refused_in_words()
    {
        await using var window = await fixture.Open();
        await window.Report();
        var form = window.Page.Context.APIRequest.CreateFormData();
        form.Append("PersonalData", "<b>たぶん</b>");

        var answer = await window.Page.Context.APIRequest.PostAsync($"{window.Page.Url}/more", new() { Multipart = form });

        Assert.Equal(422, answer.Status);
        Assert.Contains("「個人情報が含まれますか」は一覧から選んでください", await answer.TextAsync(), StringComparison.Ordinal);
    }
}

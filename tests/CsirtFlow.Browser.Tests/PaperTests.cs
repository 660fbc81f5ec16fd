using CsirtFlow.Api.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CsirtFlow.Browser.Tests;

/// <summary>文書 in the browser without a script: drafted, filled in, permitted, approved and filed by four people, each in their own session.</summary>
public sealed class PaperTests(BrowserFixture fixture) : WrittenPaper(fixture)
{
    private static readonly string[] Serves = ["19-5"];
    private static readonly string[] Clipboard = ["clipboard-read", "clipboard-write"];

    [Fact]
    public async Task A_report_to_the_ministry_goes_through_the_hands_of_different_people()
    {
        var number = await Fixture.Incident();
        var path = $"/incidents/{number}/documents/{Form}/1";
        await using var writer = await Draft(number);
        await FillIn(writer);
        await Send(writer, "revise-document");
        await Expect(writer.Page.GetByText("未記入の必須項目")).ToHaveCountAsync(0);
        await writer.Picture("paper-draft");
        await Send(writer, "submit-document");

        // Not from the start page: the shared organisation has more waiting than it lists.
        await using var manager = await At("tocho", path);
        await Send(manager, "permit-document");
        await using var supervisor = await At("shobocho", path);
        await supervisor.Picture("paper-approval");
        await Send(supervisor, "approve-document");

        await writer.Page.GotoAsync(path);
        Assert.Equal(422, await writer.Press("文書の提出", within: "#file-document"));
        Assert.StartsWith("提出先、方法", (await writer.Errors()).Single(), StringComparison.Ordinal);
        await writer.Page.Locator("[id='file-document.addressee']").FillAsync("総務省");
        await writer.Page.Locator("[id='file-document.filingChannel']").FillAsync("LGWANメール");
        await Send(writer, "file-document");

        await Expect(writer.Page.Locator("#main .chip").First).ToHaveTextAsync("提出済み");
        await Expect(writer.Page.Locator("a[download]")).ToHaveCountAsync(3);
        await Expect(writer.Page.Locator("#editor")).ToHaveCountAsync(0);
        await writer.Picture("paper-filed");
        await writer.Clear();
    }

    [Fact]
    public async Task What_another_wrote_meanwhile_is_shown_and_nothing_is_overwritten()
    {
        var number = await Fixture.Incident();
        await using var first = await Draft(number);
        await using var second = await At("csirt", $"/incidents/{number}/documents/{Form}/1");
        await first.Page.Locator(Row("incident.summary")).FillAsync("3台が感染した");
        await Send(first, "revise-document");
        await second.Page.Locator(Row("incident.summary")).FillAsync("1台が感染した");
        await second.Page.Locator(Row("cause.detail")).FillAsync("添付ファイル");

        Assert.Equal(409, await second.Press("下書きを保存"));

        await Expect(second.Page.GetByText("今の内容：3台が感染した")).ToBeVisibleAsync();
        Assert.Equal("1台が感染した", await second.Page.Locator(Row("incident.summary")).InputValueAsync());
        Assert.Equal("添付ファイル", await second.Page.Locator(Row("cause.detail")).InputValueAsync());
        await first.Page.ReloadAsync();
        Assert.Equal("3台が感染した", await first.Page.Locator(Row("incident.summary")).InputValueAsync());
    }

    [Fact]
    public async Task Where_the_record_went_on_one_press_takes_it_over()
    {
        var number = await Fixture.Incident();
        await using var window = await Draft(number);
        await window.Does($"/api/incidents/{number}/facts", new { facts = new Dictionary<string, object> { ["incident.summary"] = new { text = "名簿を1名に誤送信した", state = "Confirmed" } } });
        await window.Page.ReloadAsync();
        await Expect(window.Page.GetByText("記録と違います")).Not.ToHaveCountAsync(0);

        await window.Page.Locator("[id='take:incident.summary']").CheckAsync();
        await Send(window, "revise-document");

        Assert.Equal("名簿を1名に誤送信した", await window.Page.Locator(Row("incident.summary")).InputValueAsync());
        await Expect(window.Page.GetByText("記録と違います")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_draft_saved_after_the_session_comes_back_with_its_words()
    {
        await using var app = await Fixture.Own();
        var number = await Fixture.Incident(app: app);
        await using var window = await Fixture.Open(app: app);
        await window.SignIn("csirt", "/home");
        await window.Does($"/api/incidents/{number}/drafts", new { form = Form });
        await window.Page.GotoAsync($"/incidents/{number}/documents/{Form}/1");
        await window.Page.Locator(Row("incident.summary")).FillAsync("3台が感染した");
        app.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(401, await window.Press("下書きを保存"));
        Assert.Equal(200, await window.SignInHere("csirt"));

        Assert.Contains("まだ記録していません", (await window.Errors()).Single(), StringComparison.Ordinal);
        Assert.Equal("3台が感染した", await window.Page.Locator(Row("incident.summary")).InputValueAsync());
        await Send(window, "revise-document");
    }

    [Fact]
    public async Task What_was_really_handed_in_is_kept_a_wrong_record_is_corrected_and_every_file_can_be_checked()
    {
        var number = await Fixture.Incident();
        await using var window = await At("somu-shukan", $"/incidents/{number}");
        await window.Does($"/api/incidents/{number}/filings", new { form = Form, serves = Serves, addressee = "総務省", filingChannel = "電話", reason = "夜間のため電話で報告した" });
        await window.Page.GotoAsync($"/incidents/{number}?open=keep-filed-copy");
        await window.Page.Locator("[id='keep-filed-copy.filing']").SelectOptionAsync("1");
        await window.Page.Locator("#keep-filed-copy input[type=file]").SetInputFilesAsync(new FilePayload { Name = "受付票.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7"u8.ToArray() });
        Assert.Equal(200, await window.Press("記録する", within: "#keep-filed-copy"));
        await Expect(window.Page.Locator("section[aria-labelledby=evidence] a[download]", new() { HasText = "受付票.pdf" })).ToBeVisibleAsync();

        await window.Page.GotoAsync($"/incidents/{number}?open=correct-filing");
        await window.Page.Locator("[id='correct-filing.filing']").SelectOptionAsync("1");
        await window.Page.Locator("[id='correct-filing.receiptNumber']").FillAsync("総行第1号");
        await window.Page.Locator("[id='correct-filing.reason']").FillAsync("書き落とし");
        Assert.Equal(200, await window.Press("記録する", within: "#correct-filing"));

        await window.Page.GotoAsync($"/incidents/{number}/verification");
        await Expect(window.Page.GetByText("保管している1件は、すべて記録した時のままです。")).ToBeVisibleAsync();
        await window.Picture("verification");
        await window.Clear();
    }

    [Fact]
    public async Task Each_row_is_copied_into_a_web_form_by_one_button()
    {
        var number = await Fixture.Incident();
        await using var window = await Fixture.As("csirt", scripts: true);
        await window.Page.Context.GrantPermissionsAsync(Clipboard);
        await window.Does($"/api/incidents/{number}/drafts", new { form = Form });
        await window.Page.GotoAsync($"/incidents/{number}/documents/{Form}/1/copy-sheet");
        var field = window.Page.Locator("textarea[readonly]", new() { HasText = "架空地方消防組合" }).First;

        await window.Page.Locator($"[data-copy='{await field.GetAttributeAsync("id")}']").ClickAsync();

        await Expect(window.Page.Locator("#copied")).ToContainTextAsync("写しました：");
        Assert.Equal("架空地方消防組合", await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await window.Picture("copy-sheet");
        await window.NothingAgainstAxe();
        await window.Clear();
    }

    [Fact]
    public async Task What_goes_to_the_public_shows_what_is_still_to_be_looked_at()
    {
        var number = await Fixture.Incident();
        await using var window = await Fixture.As("somu-shukan", scripts: true);
        await window.Does($"/api/incidents/{number}/drafts", new { form = "press-release" });
        await window.Page.GotoAsync($"/incidents/{number}/documents/press-release/1");
        var checks = window.Page.Locator("section[aria-labelledby=checks]");
        await Expect(checks.GetByText("未確認")).ToHaveCountAsync(4);

        await window.Page.Locator("[id='check-publication.check']").EvaluateAsync("e => { e.closest('details').open = true; }");
        await window.Page.Locator("[id='check-publication.check']").SelectOptionAsync("NoAttackDetail");
        await window.Follow(window.Page.Locator("form[action$='/do/check-publication'] .button"));

        await Expect(checks.GetByText("確認済み")).ToHaveCountAsync(1);
        await Expect(checks.GetByText("未確認")).ToHaveCountAsync(3);
        await window.Picture("paper-public");
        await window.NothingAgainstAxe();
        await window.Clear();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task The_page_is_accessible_and_fits(int width)
    {
        var number = await Fixture.Incident();
        await using var window = await Fixture.As("csirt", width, scripts: true);
        await window.Does($"/api/incidents/{number}/drafts", new { form = Form });
        await window.Page.GotoAsync($"/incidents/{number}/documents/{Form}/1");

        await window.Picture("paper");
        await window.NothingAgainstAxe();
        await window.Clear();
    }

    // Whatever is not known yet is being investigated.
    private static async Task FillIn(Window window)
    {
        foreach (var state in await window.Page.Locator("select[name^='state:']").AllAsync())
            if (await state.InputValueAsync() is "") await state.SelectOptionAsync("UnderInvestigation");
    }

    private static string Row(string key) => $"[id='text:{key}']";
}

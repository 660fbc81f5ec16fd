using System.Text;
using CsirtFlow.Api.Tests;
using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Domain;
using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>第32条履行状況 and 統計: what the auditor reads, prints and files.</summary>
public sealed class AuditTests(BrowserFixture fixture)
{
    [Fact]
    public async Task The_sheet_shows_each_duty_with_its_limit_its_proof_and_who_was_told()
    {
        await using var app = await fixture.Own();
        var number = await Played(app);
        await using var window = await SignedIn(app, "kansa");
        var page = window.Page;

        await page.GotoAsync($"/incidents/{number}/duties");
        var rows = await page.Locator("#duties ~ .table-scroll").First.Locator("tbody tr").AllInnerTextsAsync();
        var evaluation = rows.Single(r => r.Contains("インシデントであるかの評価", StringComparison.Ordinal));

        Assert.Contains("第32条第3項第1号", evaluation, StringComparison.Ordinal);
        Assert.Contains("1時間以内", evaluation, StringComparison.Ordinal);
        Assert.Contains("遅れて履行", evaluation, StringComparison.Ordinal);
        Assert.Contains("30分", evaluation, StringComparison.Ordinal);
        Assert.Contains(rows, r => r.Contains("「速やかに」", StringComparison.Ordinal) && r.Contains("目安内に履行", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("期限（法令）", StringComparison.Ordinal) && r.Contains("未履行", StringComparison.Ordinal));
        Assert.Contains("仮名 監（情報セキュリティ監査統括責任者）", await page.Locator("main .facts").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("見本 直樹", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Row, new() { Name = "インシデントであるかの評価" }).GetByRole(AriaRole.Link).ClickAsync();
        await page.WaitForURLAsync($"**/reports/{number}#event-2");
        Assert.Contains("評価", await page.Locator("#event-2").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_can_be_asked_how_it_stood()
    {
        await using var app = await fixture.Own();
        var number = await Played(app);
        await using var window = await SignedIn(app, "kansa");
        var page = window.Page;

        await page.GotoAsync($"/reports/{number}/duties");
        await page.Locator("#at").FillAsync("2030-04-01T09:30");
        Assert.Equal(200, await window.Press("その時点を表示する"));

        Assert.Contains("午前9時30分の時点", await page.Locator(".banner").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("未履行", await page.GetByRole(AriaRole.Row, new() { Name = "インシデントであるかの評価" }).First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(404, (await page.GotoAsync($"/incidents/{number}/duties?asOf=2030-04-01T00:30:00Z"))!.Status);
        Assert.Equal(400, (await page.GotoAsync($"/incidents/{number}/duties?at=x"))!.Status);
    }

    [Fact]
    public async Task Whoever_may_not_see_the_case_does_not_see_its_sheet()
    {
        await using var app = await fixture.Own();
        var number = await Played(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["jicho"], "内部不正の疑い"))).Ok();

        foreach (var (person, status) in new[] { ("kansa", 200), ("jicho", 200), ("tocho", 404), ("shobocho", 404) })
        {
            await using var window = await SignedIn(app, person);
            foreach (var kind in new[] { "incidents", "reports" }) Assert.Equal(status, (await window.Page.GotoAsync($"/{kind}/{number}/duties"))!.Status);
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Both_pages_are_accessible_fit_and_print(int width)
    {
        await using var app = await fixture.Own();
        var number = await Played(app);
        await using var window = await SignedIn(app, "kansa", width, scripts: true);

        foreach (var (name, path) in new[] { ("duties", $"/incidents/{number}/duties"), ("duties-past", $"/incidents/{number}/duties?asOf=2030-04-01T01:00:00Z"), ("statistics", "/statistics") })
        {
            await window.Page.GotoAsync(path);
            await window.Picture(name);
            await window.NothingAgainstAxe();
            await window.Clear();
            await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
            Assert.Empty(await window.Page.Locator(".no-print:visible").AllAsync());
            await window.Picture($"{name}-print");
            await window.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        }
    }

    [Fact]
    public async Task Statistics_show_the_same_numbers_as_bars_as_a_table_and_as_a_file()
    {
        await using var app = await fixture.Own();
        await Played(app);
        await using var window = await SignedIn(app, "kansa");

        await window.Page.GotoAsync("/statistics?fy=R12");
        var file = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(AriaRole.Link, new() { Name = "CSVで保存する" }).ClickAsync());
        var bytes = await File.ReadAllBytesAsync((await file.PathAsync())!);

        Assert.Equal("statistics-R12.csv", file.SuggestedFilename);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Contains("令和12年度,月別,4月,受付（件）,2\r\n", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal("2\t1", (await window.Page.GetByRole(AriaRole.Row, new() { Name = "4月", Exact = false }).First.Locator("td").AllInnerTextsAsync()).Aggregate((a, b) => $"{a}\t{b}"));
        Assert.Contains("4月 2件（うちインシデント1件）", await window.Page.GetByRole(AriaRole.Img, new() { Name = "月別の件数" }).Locator("desc").TextContentAsync(), StringComparison.Ordinal);
    }

    /// <summary>A report told on in time, evaluated late, and its personal data assessed; another one left alone.</summary>
    private static async Task<string> Played(App app)
    {
        var number = (await An.Report(app)).Number;
        await An.Report(app, An.Occurrence with { Kinds = [OccurrenceKind.Loss], SectionId = "nishi" });
        app.Clock.Advance(TimeSpan.FromMinutes(90));
        (await app.As("csirt").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "外部への漏えいのおそれがある。", "メールの誤送信"))).Ok();
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        (await app.As("csirt").Post($"/api/incidents/{number}/severity", new DecideSeverity(new SeverityFactors(Persons: 30)))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{number}/ciso-reports", new InformCiso("誤送信があった。"))).Ok();
        (await app.As("kanri").Post($"/api/incidents/{number}/acknowledgements", new AcknowledgeReport())).Ok();
        (await app.As("shobocho").Post($"/api/incidents/{number}/acknowledgements", new AcknowledgeReport())).Ok();
        (await app.As("csirt").Post($"/api/incidents/{number}/personal-data-assessment", new AssessPersonalData(Missent.Data))).Ok();
        await app.Quiet();
        return number;
    }

    private async Task<Window> SignedIn(App app, string person, int width = 1280, bool scripts = false)
    {
        var window = await fixture.Open(width, scripts, app);
        await window.Enter(person);
        return window;
    }
}

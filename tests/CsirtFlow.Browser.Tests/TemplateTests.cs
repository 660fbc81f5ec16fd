using CsirtFlow.Api.Tests;
using CsirtFlow.Domain;
using CsirtFlow.Notifications;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CsirtFlow.Browser.Tests;

/// <summary>通知文のひな形の改定 in the browser without a script: tried with sample values, approved by another person.</summary>
public sealed class TemplateTests(BrowserFixture fixture)
{
    private const string Path = "/templates/overdue";

    [Fact]
    public async Task A_template_is_tried_and_approved_by_another_person()
    {
        await using var app = await fixture.Own();
        await using var writer = await fixture.As("csirt", app: app);
        await writer.Page.GotoAsync("/forms");
        await writer.Follow(writer.Page.GetByRole(AriaRole.Link, new() { Name = "通知文：期限超過" }));
        await writer.Picture("template");
        await writer.Follow(writer.Page.GetByRole(AriaRole.Link, new() { Name = "改定案を作る" }));
        await writer.Page.Locator("#subject").FillAsync("至急：{{ first.titel }}");
        await writer.Page.Locator("#reason").FillAsync("件名を短くする");
        Assert.Equal(400, await writer.Press("この案で承認を求める"));
        await Expect(writer.Page.Locator("#text-error, #subject-error").First).ToBeVisibleAsync();
        await writer.Page.Locator("#subject").FillAsync("至急：{{ first.title }}");
        Assert.Equal(200, await writer.Press("見本を見る"));
        await Expect(writer.Page.Locator("#paper")).ToContainTextAsync("［R8-0017］至急：報告の評価");
        await writer.Picture("template-edit");
        Assert.Equal(200, await writer.Press("この案で承認を求める"));

        await using var supervisor = await fixture.As("kanri", app: app);
        await supervisor.Page.GotoAsync("/home");
        await supervisor.Follow(supervisor.Page.Locator("li.work", new() { HasText = "件名を短くする" }).Locator("a.button"));
        await supervisor.Picture("template-proposal");
        Assert.Equal(200, await supervisor.Press("様式・ひな形の改定の承認", within: "#approve-form-revision"));
        await Expect(supervisor.Page.Locator("#in-force ~ pre").First).ToContainTextAsync("至急：");
        await supervisor.Clear();
    }

    [Fact]
    public async Task The_pages_are_accessible()
    {
        await using var app = await fixture.Own();
        foreach (var width in new[] { 1280, 320 })
        {
            await using var writer = await fixture.As("csirt", width, scripts: true, app: app);
            await writer.Does("/api/templates/overdue/revision", new ProposeFormRevision(NoticeTemplate.Source("overdue").Replace("期限を過ぎています", $"至急{width}", StringComparison.Ordinal), "件名を短くする"));
            foreach (var (path, name) in new[] { (Path, "template-proposal"), ("/templates/frame", "template"), ($"{Path}/edit", "template-edit") })
            {
                await writer.Page.GotoAsync(path);
                await writer.Picture($"axe-{name}");
                await writer.NothingAgainstAxe();
            }
            await writer.Clear();
        }
    }
}

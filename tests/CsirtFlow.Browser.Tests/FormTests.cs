using CsirtFlow.Api.Tests;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CsirtFlow.Browser.Tests;

/// <summary>様式の改定 in the browser without a script: written in fields, looked at with sample values, approved by another person.</summary>
public sealed class FormTests(BrowserFixture fixture)
{
    private const string Id = "prevention-report";
    private const string Path = $"/forms/{Id}";

    private static readonly FormDefinition First = FormDefinition.All.Single(f => f.Id == Id);

    [Fact]
    public async Task A_form_gets_a_row_and_another_person_approves_it()
    {
        await using var app = await fixture.Own();
        await using var writer = await At(app, "somu-shukan", "/forms");
        await writer.Picture("forms");
        await writer.Follow(writer.Page.GetByRole(AriaRole.Link, new() { Name = "再発防止策報告書" }));
        await writer.Picture("form");
        await writer.Follow(writer.Page.GetByRole(AriaRole.Link, new() { Name = "改定案を作る" }));

        await writer.Page.Locator("#title").FillAsync("再発防止策の報告");
        var added = First.Rows.Count();
        await writer.Page.Locator($"#row-{added} summary").ClickAsync();
        await writer.Page.Locator($"[id='rows[{added}].label']").FillAsync("教訓");
        await writer.Page.Locator($"[id='rows[{added}].key']").FillAsync("教訓");
        await writer.Page.Locator("#row-0 summary").ClickAsync();
        await writer.Page.Locator("[id='rows[0].remove']").CheckAsync();
        Assert.Equal(200, await writer.Press("見本を見る"));
        await Expect(writer.Page.Locator("#paper")).ToContainTextAsync("教訓");
        await Expect(writer.Page.Locator("#paper")).Not.ToContainTextAsync("受付番号");
        await writer.Picture("form-edit");

        Assert.Equal(409, await writer.Press("この案で承認を求める"));
        Assert.Equal("理由・根拠を入力してください。", (await writer.Errors()).Single());
        await writer.Page.Locator("#reason").FillAsync("教訓を報告に含める");
        await writer.Page.Locator($"[id='rows[0].key']").EvaluateAsync("e => e.value = '知らない事実'");
        Assert.Equal(400, await writer.Press("この案で承認を求める"));
        Assert.Contains("知らない事実", (await writer.Errors()).Single(), StringComparison.Ordinal);
        await writer.Page.Locator("[id='rows[0].key']").FillAsync("件名");
        Assert.Equal(200, await writer.Press("この案で承認を求める"));
        await Expect(writer.Page.GetByText("記録しました。")).ToBeVisibleAsync();
        await Expect(writer.Page.Locator("#approve-form-revision")).ToHaveCountAsync(0);

        await using var supervisor = await At(app, "shobocho", "/home");
        await supervisor.Follow(supervisor.Page.Locator("li.work", new() { HasText = "再発防止策の報告" }).Locator("a.button"));
        await Expect(supervisor.Page.Locator("#proposal ~ .table-scroll, .box-next .table-scroll")).ToContainTextAsync("教訓");
        await supervisor.Picture("form-proposal");
        Assert.Equal(200, await supervisor.Press("様式・ひな形の改定の承認", within: "#approve-form-revision"));
        await Expect(supervisor.Page.Locator("h1")).ToHaveTextAsync("再発防止策の報告");
        await Expect(supervisor.Page.Locator("#main")).ToContainTextAsync("第2版（改定）");
        await supervisor.Picture("form-approved");
        await supervisor.Clear();
    }

    [Fact]
    public async Task A_new_form_begins_as_a_copy_and_a_returned_one_comes_back()
    {
        await using var app = await fixture.Own();
        await using var writer = await At(app, "csirt", "/forms");
        await writer.Page.Locator("details.command summary").ClickAsync();
        await writer.Page.Locator("#id").FillAsync(Id);
        await writer.Page.Locator("#from").SelectOptionAsync(Id);
        Assert.Equal(400, await writer.Press("案を書き始める"));
        await writer.Page.Locator("#id").FillAsync("kumiai-report");
        Assert.Equal(200, await writer.Press("案を書き始める"));
        await writer.Page.Locator("#title").FillAsync("組合議会への報告");
        await writer.Page.Locator("#reason").FillAsync("議会の求めによる");
        Assert.Equal(200, await writer.Press("この案で承認を求める"));

        await using var supervisor = await At(app, "shobocho", "/forms/kumiai-report");
        await supervisor.Page.Locator("#return-form-revision summary").ClickAsync();
        await supervisor.Page.Locator("[id='return-form-revision.reason']").FillAsync("宛先を議長にすること");
        Assert.Equal(200, await supervisor.Press("様式・ひな形の改定案の差戻し", within: "#return-form-revision"));

        await writer.Page.GotoAsync("/home");
        await Expect(writer.Page.Locator("li.work", new() { HasText = "宛先を議長にすること" })).ToBeVisibleAsync();
        await writer.Page.GotoAsync("/forms/kumiai-report/edit");
        Assert.Equal("組合議会への報告", await writer.Page.Locator("#title").InputValueAsync());
    }

    [Fact]
    public async Task What_was_typed_when_the_session_was_over_comes_back()
    {
        await using var app = await fixture.Own();
        await using var window = await At(app, "csirt", $"{Path}/edit");
        await window.Page.Locator("#title").FillAsync("再発防止策の報告");
        app.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(401, await window.Press("この案で承認を求める"));
        Assert.Equal(200, await window.SignInHere("csirt"));

        Assert.Contains("まだ記録していません", (await window.Errors()).Single(), StringComparison.Ordinal);
        Assert.Equal("再発防止策の報告", await window.Page.Locator("#title").InputValueAsync());
    }

    [Fact]
    public async Task The_pages_are_accessible()
    {
        await using var app = await fixture.Own();
        await using var writer = await fixture.As("csirt", app: app);
        await writer.Does($"/api/forms/{Id}/revision", new ProposeFormRevision((First with { Title = "再発防止策の報告", OfficialNamesConfirmed = false }).ToJson(), "題名"));
        foreach (var width in new[] { 1280, 320 })
        {
            await using var window = await fixture.As("shobocho", width, scripts: true, app: app);
            foreach (var (path, name) in new[] { ("/forms", "forms"), (Path, "form-proposal"), ("/forms/ppc-preliminary", "form"), ("/home", "form-home") })
            {
                await window.Page.GotoAsync(path);
                await window.Picture($"axe-{name}");
                await window.NothingAgainstAxe();
            }
            await using var editor = await fixture.As("csirt", width, scripts: true, app: app);
            await editor.Page.GotoAsync($"{Path}/edit");
            await editor.Page.Locator("#row-1 summary").ClickAsync();
            await editor.Press("見本を見る");
            await editor.Picture("axe-form-edit");
            await editor.NothingAgainstAxe();
            await editor.Clear();
        }
    }

    private async Task<Window> At(App app, string person, string path)
    {
        var window = await fixture.As(person, app: app);
        await window.Page.GotoAsync(path);
        return window;
    }
}

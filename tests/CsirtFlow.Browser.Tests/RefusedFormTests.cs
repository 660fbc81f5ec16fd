using CsirtFlow.Api.Tests;
using CsirtFlow.Domain;
using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>A form of the page of a case that was refused: why, where, and everything typed still there.</summary>
public sealed class RefusedFormTests(BrowserFixture fixture)
{
    private const string Words = "共有フォルダーの接続を止めること";

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task What_is_missing_is_said_first_and_beside_its_field(int width)
    {
        await using var window = await Filled(width, scripts: true);

        Assert.Equal(422, await window.Press("記録する", within: "#give-order"));

        Assert.Equal(["種類を選んでください。", "期限を入力してください。"], await window.Errors());
        await window.Page.Locator("#errors a").Nth(1).ClickAsync();
        await Assertions.Expect(window.Page.Locator("[id='give-order.due']")).ToBeFocusedAsync();
        Assert.Equal("true", await window.Page.Locator("[id='give-order.due']").GetAttributeAsync("aria-invalid"));
        Assert.Contains("期限を入力してください。", await window.Page.Locator("[id='give-order.due-error']").InnerTextAsync(), StringComparison.Ordinal);
        await Kept(window);
        await window.Picture("case-refused");
        await window.NothingAgainstAxe();
        await window.Clear();
    }

    [Fact]
    public async Task What_the_policy_refuses_leads_to_its_field()
    {
        await using var window = await Filled();
        await window.Page.Locator("[id='give-order.kind']").SelectOptionAsync("Containment");
        await window.Page.Locator("[id='give-order.due']").FillAsync("2030-01-01T00:00");

        Assert.Equal(409, await window.Press("記録する", within: "#give-order"));

        Assert.Equal(["期限は今より後にしてください。"], await window.Errors());
        Assert.Equal("#give-order.due", await window.Page.Locator("#errors a").GetAttributeAsync("href"));
        Assert.Contains("期限は今より後にしてください。", await window.Page.Locator("[id='give-order.due-error']").InnerTextAsync(), StringComparison.Ordinal);
        await Kept(window);
    }

    [Fact]
    public async Task Who_was_slower_reads_what_has_happened_and_sends_again()
    {
        await using var window = await Filled();
        await window.Page.Locator("[id='give-order.kind']").SelectOptionAsync("Containment");
        await window.Page.Locator("[id='give-order.due']").FillAsync("2030-04-02T09:00");
        (await fixture.App.As("csirt3").Post($"/api{new Uri(window.Page.Url).AbsolutePath}/notes", new AddNote("県から電話"))).Ok();

        Assert.Equal(412, await window.Press("記録する", within: "#give-order"));

        Assert.Collection(await window.Errors(), first => Assert.StartsWith("ほかの人が先に記録しました。", first, StringComparison.Ordinal), then => Assert.Contains("経過の記録（架空 携）", then, StringComparison.Ordinal));
        await Kept(window);
        Assert.Equal(200, await window.Press("記録する", within: "#give-order"));
        Assert.Contains(Words, await window.Page.Locator("section[aria-labelledby=orders]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_replaced_by_what_happens_meanwhile()
    {
        await using var window = await Filled(scripts: true);
        var asked = new List<string>();
        window.Page.Request += (_, r) => asked.Add(new Uri(r.Url).AbsolutePath);

        Assert.Equal(422, await window.Press("記録する", within: "#give-order"));

        Assert.Contains(asked, path => path.EndsWith("/do/give-order", StringComparison.Ordinal));
        Assert.DoesNotContain("/queue/changes", asked);
        await Kept(window);
    }

    [Fact]
    public async Task Sent_twice_it_is_recorded_once()
    {
        await using var window = await Filled();
        var page = window.Page;
        var fields = await page.Locator("#give-order").EvaluateAsync<Dictionary<string, string>>("form => Object.fromEntries(new FormData(form))");
        var form = page.Context.APIRequest.CreateFormData();
        foreach (var (name, value) in fields) form.Set(name, value);
        form.Set("give-order.kind", "Containment").Set("give-order.due", "2030-04-02T09:00");

        for (var i = 0; i < 2; i++)
            Assert.EndsWith("?done=give-order", (await page.Context.APIRequest.PostAsync(new Uri(page.Url).AbsolutePath + "/do/give-order", new() { Form = form })).Url, StringComparison.Ordinal);

        await page.ReloadAsync();
        Assert.Equal(1, await page.Locator("section[aria-labelledby=orders] tbody tr").CountAsync());
    }

    [Fact]
    public async Task What_concerns_the_whole_form_stands_above_it()
    {
        var number = await An.Incident(fixture.App, by: "shokuin");
        await using var window = await fixture.Open();
        await window.SignIn("csirt", $"/incidents/{number}?open=close-incident");

        Assert.Equal(409, await window.Press("記録する", within: "#close-incident"));

        Assert.Equal("#close-incident", await window.Page.Locator("#errors a").First.GetAttributeAsync("href"));
        Assert.Contains("重要度が決まっていません。", await window.Page.Locator("#close-incident .wrong").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_somebody_else_has_drafted_meanwhile_is_said_on_the_same_page()
    {
        var number = await An.Incident(fixture.App, by: "shokuin");
        await using var window = await fixture.Open();
        await window.SignIn("somu-shukan", $"/incidents/{number}");
        var form = window.Page.Locator("form:has(input[value=internal-first-report])");
        await window.Page.Locator("details:has(> form input[value=internal-first-report]) > summary").ClickAsync();
        (await fixture.App.As("csirt").Post($"/api/incidents/{number}/drafts", new DraftDocument("internal-first-report"))).Ok();

        await window.Follow(form.GetByRole(AriaRole.Button));

        Assert.Equal("この様式には、まだ提出していない文書があります。それを提出するか、取り下げてから起案してください。", Assert.Single(await window.Errors()));
        Assert.Contains(number, await window.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    private async Task<Window> Filled(int width = 1280, bool scripts = false)
    {
        var number = await An.Incident(fixture.App, by: "shokuin");
        var window = await fixture.Open(width, scripts);
        await window.SignIn("csirt", $"/incidents/{number}?open=give-order");
        await window.Page.Locator("[id='give-order.sectionId']").SelectOptionAsync("chuo");
        await window.Page.Locator("[id='give-order.instruction']").FillAsync(Words);
        return window;
    }

    private static async Task Kept(Window window)
    {
        await Assertions.Expect(window.Page.Locator("[id='give-order.instruction']")).ToBeVisibleAsync();
        Assert.Equal(Words, await window.Page.Locator("[id='give-order.instruction']").InputValueAsync());
        Assert.Equal("chuo", await window.Page.Locator("[id='give-order.sectionId']").InputValueAsync());
    }
}

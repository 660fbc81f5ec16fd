using CsirtFlow.Api.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CsirtFlow.Browser.Tests;

/// <summary>該当性判定 on its page, without a script: tried, recorded, answered again.</summary>
public sealed class AssessmentTests(BrowserFixture fixture)
{
    [Fact]
    public async Task The_questions_are_tried_recorded_and_answered_again_with_what_was_said_before()
    {
        var number = await fixture.Incident();
        await using var window = await fixture.As("csirt");
        var page = window.Page;
        await page.GotoAsync($"/incidents/{number}");
        await page.GetByRole(AriaRole.Link, new() { Name = "個人情報の漏えい等の該当性判定" }).First.ClickAsync();
        await Expect(page.GetByText("まだ判定していません")).ToBeVisibleAsync();
        await Choose(page, "facts.heldInformation", "Yes");
        await Choose(page, "facts.sensitiveInformation", "Yes");
        await page.Locator("[name='assess-personal-data.facts.persons.confirmed']").FillAsync("12");
        await Choose(page, "facts.loss.leak", "Occurred");
        await Choose(page, "facts.myNumber.included", "No");
        Assert.Equal(200, await window.Press("試算する（記録しない）"));
        await Expect(page.GetByText("個人情報保護委員会へ報告する義務があります。")).ToBeVisibleAsync();
        await Expect(page.GetByText("試算です")).ToBeVisibleAsync();
        await Expect(page.Locator("#history")).ToHaveCountAsync(0);
        await window.Picture("assessment-tried");

        Assert.Equal(200, await window.Press("判定を記録する"));
        await Expect(page.GetByText("判定を記録しました。")).ToBeVisibleAsync();
        await Expect(page.Locator("[name='assess-personal-data.facts.persons.confirmed']")).ToHaveValueAsync("12");
        await window.Picture("assessment-recorded");

        // What was answered stays answered; a changed answer needs its reason.
        await Choose(page, "facts.improperPurposeFeared", "Yes");
        Assert.Equal(409, await window.Press("判定を記録する"));
        await Expect(page.GetByText("理由を入力してください。").First).ToBeVisibleAsync();
        await Expect(page.Locator("[name='assess-personal-data.facts.improperPurposeFeared'][value=Yes]")).ToBeCheckedAsync();
        await page.Locator("[name='assess-personal-data.reason']").FillAsync("不正アクセスの跡が見つかった");
        Assert.Equal(200, await window.Press("判定を記録する"));
        await Expect(page.GetByText("不正の目的をもって行われたおそれがあることが分かったため。")).ToBeVisibleAsync();
        await Expect(page.GetByText("不正アクセスの跡が見つかった")).ToBeVisibleAsync();
        await window.Picture("assessment-history");
        await window.Clear();
    }

    [Fact]
    public async Task What_is_refused_leads_to_its_question()
    {
        var number = await fixture.Incident(next: ("personal-data-assessment", new { facts = new { heldInformation = "No" } }));
        await using var window = await fixture.As("csirt");
        var page = window.Page;
        await page.GotoAsync($"/incidents/{number}/assessment");

        await Choose(page, "facts.heldInformation", "Yes");
        Assert.Equal(409, await window.Press("判定を記録する"));
        await Expect(page.Locator("#errors a")).ToHaveAttributeAsync("href", "#assess-personal-data.reason");

        await page.Locator("[name='assess-personal-data.facts.persons.confirmed']").FillAsync("百人");
        Assert.Equal(422, await window.Press("試算する（記録しない）"));
        await Expect(page.Locator("#errors a")).ToHaveAttributeAsync("href", "#assess-personal-data.facts.persons.confirmed");
        await Expect(page.Locator("[id='assess-personal-data.facts.persons.confirmed-error']")).ToHaveTextAsync("エラー：「百人」は数ではありません。");
    }

    [Fact]
    public async Task On_a_phone_it_fits_and_an_auditor_reads_without_a_form()
    {
        var number = await fixture.Incident(next: ("personal-data-assessment", new { facts = new { heldInformation = "Yes", persons = new { confirmed = 101 }, loss = new { leak = "Occurred" } } }));
        await using var window = await fixture.As("kansa", width: 320, scripts: true);
        await window.Page.GotoAsync($"/incidents/{number}/assessment");

        await Expect(window.Page.Locator("form[action$='assess-personal-data']")).ToHaveCountAsync(0);
        Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await window.Picture("assessment-320");
        await window.NothingAgainstAxe();
    }

    private static Task Choose(IPage page, string field, string value) => page.Locator($"[name='assess-personal-data.{field}'][value={value}]").CheckAsync();
}

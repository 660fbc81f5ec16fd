using CsirtFlow.Domain;

namespace CsirtFlow.Browser.Tests;

/// <summary>緊急閲覧 by the supervising officer, and 閲覧の記録 as the auditor reads it.</summary>
public sealed class EmergencyViewTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task A_restricted_incident_is_opened_with_a_reason_and_the_auditor_finds_who_did(int width)
    {
        await using var app = await fixture.Own();
        var number = await fixture.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["jicho"], "内部不正の疑い"))).Ok();
        await using var officer = await fixture.As("shobocho", width, scripts: true, app: app);

        await officer.Page.GotoAsync($"/incidents/{number}");
        await Look(officer, "emergency-refused");
        await officer.Page.Locator("#reason").FillAsync("至急");
        await officer.Press("通知して開く");
        await Look(officer, "emergency-view");
        await officer.Page.Locator("#reason").FillAsync("責任者に連絡がつかず、被害が広がっている");
        await officer.Press("通知して開く");
        Assert.Contains("見ることだけができます", await officer.Page.Locator(".band").InnerTextAsync(), StringComparison.Ordinal);
        await Look(officer, "emergency-view");

        await using var auditor = await fixture.As("kansa", width, scripts: true, app: app);
        await auditor.Page.GotoAsync($"/access?number={number}");
        Assert.Contains("緊急閲覧の開始", await auditor.Page.Locator("table").InnerTextAsync(), StringComparison.Ordinal);
        await Look(auditor, "access");

        await officer.Press("緊急閲覧を終わる");
        Assert.Contains("閲覧を制限しています", await officer.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task Look(Window window, string name)
    {
        await window.Picture($"axe-{name}");
        await window.NothingAgainstAxe();
        await window.Clear();
    }
}

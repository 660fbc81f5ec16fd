using CsirtFlow.Api.Demonstration;
using CsirtFlow.Api.Tests;
using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Domain;

namespace CsirtFlow.Browser.Tests;

/// <summary>Every page of reporters and of the entrance: axe finds nothing (WCAG 2.2 AA), and nothing scrolls sideways at 320 px.</summary>
public sealed class AccessibilityTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Pages_of_reporters_are_accessible(int width)
    {
        await using var window = await fixture.Open(width, scripts: true);
        var page = window.Page;

        await page.GotoAsync("/report");
        await Look(window, "report");
        await window.Press("報告を送る");
        await Look(window, "report-errors");
        await page.GotoAsync("/contact");
        await Look(window, "contact");
        await window.Press("連絡を送る");
        await Look(window, "contact-errors");
        await page.GotoAsync("/report/status");
        await window.Press("確認する");
        await Look(window, "status-errors");
        await window.Report(new(Description: "とても長い一語" + new string('w', 300)));
        await Look(window, "receipt");
        await page.GotoAsync(page.Url + "/more");
        await Look(window, "more");
        await page.Locator("#More").FillAsync(new string('長', 1001));
        await window.Press("追加を送る");
        await Look(window, "more-errors");
        await page.GotoAsync("/report/received/none");
        await Look(window, "not-found");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Pages_of_the_entrance_are_accessible(int width)
    {
        await using var window = await fixture.Open(width, scripts: true);
        var page = window.Page;

        await page.GotoAsync("/sign-in?return=/account/password");
        await Look(window, "sign-in");
        await page.Locator("#Name").FillAsync("csirt2");
        await page.Locator("#Password").FillAsync(DemonstrationOrganisation.Password);
        await window.Press("サインイン");
        await Look(window, "password");
        await window.Press("変更する");
        await Look(window, "password-errors");
        await page.GotoAsync("/report");
        await Look(window, "report-signed-in");
        foreach (var place in new[] { "/account/second-factor", "/account/sessions", "/account/tokens", "/account/proof", "/second-factors" })
        {
            await page.GotoAsync(place);
            await Look(window, place[1..].Replace('/', '-'));
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Pages_that_are_seldom_opened_are_accessible(int width)
    {
        await using var app = await fixture.Own();
        var number = await fixture.Incident(app, ("ciso-reports", new { summary = "名簿を外部へ送った。" }), AtWork.SystemsCheck);
        (await app.As("csirt").Post($"/api/incidents/{number}/personal-data-assessment", new AssessPersonalData(Missent.Data))).Ok();
        var unclear = await fixture.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{unclear}/personal-data-assessment", new AssessPersonalData(Missent.Data with { SensitiveInformation = Domain.Statutory.Answer.Unknown, Persons = new() }))).Ok();
        (await app.As("somu-shukan").Post($"/api/incidents/{number}/drafts", new DraftDocument("ppc-preliminary"))).Ok();
        await app.Quiet();
        await using var window = await fixture.As("csirt", width, scripts: true, app: app);

        foreach (var (path, name) in new[]
        {
            ("/deadlines", "deadlines"), ("/notices", "notices"), ("/organisation", "organisation"), ("/incidents/R99-0001", "no-incident"), ($"/incidents/{number}/verification", "verification"),
            ($"/incidents/{number}?viewer=Ciso", "viewer"), ($"/incidents/{number}?asOf={Uri.EscapeDataString(AppFixture.Start.ToString("O"))}", "as-of"), ($"/incidents/{number}/documents/ppc-preliminary/1/copy-sheet", "copy-sheet"),
            ($"/api/incidents/{number}/documents/internal-first-report?format=html", "document"), ($"/incidents/{number}/duties/document?format=html", "duty-document"), ("/statistics/report?format=html", "year-document"),
        })
        {
            await window.Page.GotoAsync(path);
            await Look(window, $"seldom-{name}");
        }
    }

    private static async Task Look(Window window, string name)
    {
        await window.Picture($"axe-{name}");
        await window.NothingAgainstAxe();
        await window.Clear();
    }
}

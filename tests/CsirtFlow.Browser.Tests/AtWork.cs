using CsirtFlow.Api.Demonstration;
using CsirtFlow.Api.Tests;
using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>People at work: signed in, and sending commands as programs do.</summary>
public static class AtWork
{
    private static readonly string[] Kinds = ["Missent"];
    private static readonly string[] Systems = ["shirei-system"];

    /// <summary>CSIRT asks whether the dispatch system has the same.</summary>
    public static (string Path, object Body) SystemsCheck => ("systems-checks", new { systemIds = Systems, instruction = "同じ宛先がないか", due = Tomorrow });

    public static DateTimeOffset Tomorrow => AppFixture.Start.AddDays(1);

    /// <summary>A window in which somebody is signed in.</summary>
    public static async Task<Window> As(this BrowserFixture fixture, string person, int width = 1280, bool scripts = false, App? app = null)
    {
        var window = await fixture.Open(width, scripts, app);
        await window.Does("/api/sign-in", new { name = person, password = DemonstrationOrganisation.Password });
        return window;
    }

    public static async Task Does(this Window window, string path, object body)
    {
        var answer = await window.Page.Context.APIRequest.PostAsync(path, new() { DataObject = body });
        Assert.True(answer.Ok, $"{path}: {answer.Status} {await answer.TextAsync()}");
    }

    /// <summary>A report from the central station, as the queue has taken it in.</summary>
    public static async Task<string> Reported(this BrowserFixture fixture, string? by = null, App? app = null, string impact = "None")
    {
        await using var window = by is null ? await fixture.Open(app: app) : await fixture.As(by, app: app);
        var answer = await window.Page.Context.APIRequest.PostAsync("/api/reports",
            new() { DataObject = new { kinds = Kinds, emergencyImpact = impact, description = "宛先を間違えて名簿を送った。", sectionId = "chuo", phone = "0000-00-0001", name = "見本 太郎" } });
        Assert.True(answer.Ok, await answer.TextAsync());
        var number = (await answer.JsonAsync())!.Value.GetProperty("number").GetString()!;
        await (app ?? fixture.App).Quiet();
        await (app ?? fixture.App).Listed(number);
        return number;
    }

    /// <summary>A report that CSIRT has judged an incident; what CSIRT does next may follow.</summary>
    public static async Task<string> Incident(this BrowserFixture fixture, App? app = null, params (string Path, object Body)[] next)
    {
        var number = await fixture.Reported(app: app);
        await using var csirt = await fixture.As("csirt", app: app);
        await csirt.Does($"/api/reports/{number}/evaluation", new { verdict = "Incident", grounds = "漏えいのおそれがある。", title = "名簿の誤送信" });
        foreach (var (path, body) in next) await csirt.Does($"/api/incidents/{number}/{path}", body);
        await (app ?? fixture.App).Quiet();
        return number;
    }

    /// <summary>What waits on the start page in a case.</summary>
    public static ILocator Waiting(this Window window, string number) => window.Page.Locator("li.work", new() { HasText = number });
}

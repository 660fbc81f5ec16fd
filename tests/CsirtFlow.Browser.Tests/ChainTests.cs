using System.Globalization;
using CsirtFlow.Api.Tests;
using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>第32条 from the report to closing, by the people of the chain, each in a window of their own and without script.</summary>
public sealed class ChainTests(BrowserFixture fixture)
{
    [Fact]
    public async Task From_the_report_to_closing_through_the_pages()
    {
        await using var app = await fixture.Own();
        var people = new People(fixture, app);
        await using var reporter = await fixture.Open(390, app: app);
        var (number, _) = await reporter.Report(new(Description: "案内メールの宛先を1件間違えて送った"));
        var (report, incident) = ($"/reports/{number}", $"/incidents/{number}");

        await people.Do("tocho", report, "pass-report-up");
        await people.Do("shocho", report, "give-instruction", ("instruction", "送信先に削除を頼むこと"));
        await people.Do("tocho", report, "judge-report-duty-unnecessary", ("duty", "32-1-3"), ("reason", "1件で、CSIRTが伝える"));
        await people.Do("tocho", report, "carry-out-report-duty", ("duty", "37-3-7"), ("account", "感染ではなかった"));
        await people.Do("csirt", report, "evaluate-report", ("verdict", "Incident"), ("grounds", "外部へ届いた"), ("title", "メールの誤送信"));
        await people.Do("csirt", incident, "decide-severity", ("severity", "Low"), ("grounds", "1件で、削除を確認できる"));
        await people.Do("csirt", incident, "inform-ciso", ("summary", "誤送信1件。削除を依頼した。"));
        await people.Do("kanri", incident, "acknowledge-report");
        await people.Do("shobocho", incident, "acknowledge-report");
        foreach (var (kind, order) in new[] { ("Containment", "1"), ("Recovery", "2") })
        {
            await people.Do("csirt", incident, "give-order", ("kind", kind), ("sectionId", "chuo"), ("instruction", "送信先へ連絡し結果を報告すること"), ("due", Local(app, 2)));
            await people.Do("shocho", incident, "report-order-carried-out", ("order", order), ("account", "削除を確認した"));
            await people.Do("csirt2", incident, "verify-order", ("order", order), ("accepted", "true"));
        }
        await people.Do("csirt", incident, "order-systems-check", ("systemIds", "bunsho"), ("instruction", "同じ宛先への送信がないか"), ("due", Local(app, 20)));
        await people.Do("somu-shukan", incident, "answer-systems-check", ("systemId", "bunsho"), ("found", "false"), ("account", "記録を確認した。該当なし。"));
        await people.Do("somu-shukan", $"{incident}/assessment", "assess-personal-data", ("facts.heldInformation", "No"), ("facts.informationBeingCollected", "No"), ("facts.myNumber.included", "No"));
        foreach (var duty in new[] { "19-5", "19-6", "19-7" })
            await people.Do(duty == "19-7" ? "csirt" : "somu-shukan", incident, "judge-duty-unnecessary", ("duty", duty), ("reason", "個人情報を含まない1件のため"));
        await people.Do("csirt", incident, "establish-cause", ("determined", "true"), ("cause", "宛先の候補を見ずに選んだ"));
        await people.Do("csirt", incident, "confirm-evidence-inventory", ("remark", "送信記録のみ"));
        await people.Do("csirt", incident, "plan-prevention", ("summary", "送信前の確認"), ("measures[0].text", "送信を5分遅らせる設定にする"), ("measures[0].sectionId", "chuo"), ("measures[0].due", "2030-07-01"));
        await people.Do("kanri", incident, "instruct-measures", ("instruction", "AsPlanned"));
        await people.Do("csirt", incident, "close-incident");

        var csirt = await people.Of("csirt");
        await csirt.Page.GotoAsync(incident);
        Assert.Contains("終結", await csirt.Page.Locator("main > p").First.InnerTextAsync(), StringComparison.Ordinal);
        await csirt.Picture("incident-closed");
        await csirt.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await csirt.Picture("incident-closed-print");
        await csirt.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await people.Clear();
    }

    [Fact]
    public async Task Who_may_not_act_is_offered_no_form()
    {
        var number = await An.Incident(fixture.App, by: "shokuin");
        await using var window = await fixture.Open();
        await window.SignIn("kansa", $"/incidents/{number}");

        Assert.Equal(0, await window.Page.Locator("main form[method=post]").CountAsync());
    }

    private static string Local(App app, int hours) => app.Clock.GetUtcNow().AddHours(9 + hours).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>A window a person, kept open, as in the office.</summary>
    private sealed class People(BrowserFixture fixture, App app)
    {
        private readonly Dictionary<string, Window> windows = [];

        public async Task<Window> Of(string person)
        {
            if (windows.TryGetValue(person, out var known)) return known;

            var window = windows[person] = await fixture.Open(app: app);
            await window.SignIn(person, "/report");
            return window;
        }

        /// <summary>Opens the form on the page, fills it in and sends it. An empty value ticks a box.</summary>
        public async Task Do(string person, string path, string slug, params (string Field, string Value)[] fields)
        {
            var window = await Of(person);
            var page = window.Page;
            await page.GotoAsync($"{path}?open={slug}");
            foreach (var (field, value) in fields) await Fill(page.Locator($"[name='{slug}.{field}']"), value);
            await window.Follow(page.Locator($"#{slug} > button"));

            Assert.True(page.Url.Contains($"done={slug}", StringComparison.Ordinal), $"{person} {slug}: {await page.Locator("main").InnerTextAsync()}");
        }

        public async Task Clear()
        {
            foreach (var window in windows.Values)
            {
                await window.Clear();
                await window.DisposeAsync();
            }
        }

        private static async Task Fill(ILocator control, string value)
        {
            var kind = await control.First.EvaluateAsync<string>("e => e.type");
            if (kind is "select-one") await control.SelectOptionAsync(value);
            else if (kind is "checkbox" or "radio") await (value.Length > 0 ? control.And(control.Page.Locator($"[value='{value}']")) : control.First).CheckAsync();
            else await control.FillAsync(value);
        }
    }
}

using System.Collections.Immutable;
using CsirtFlow.Api.Tests;
using CsirtFlow.Domain;
using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>The course of an incident as people read it, and what happens beside the chain: 引継ぎ, 誤報, notes of a report, a measure sent back.</summary>
public sealed class CaseCourseTests(BrowserFixture fixture)
{
    private App App => fixture.App;

    [Fact]
    public async Task Each_event_says_by_whom_and_with_what_and_the_filter_stands_in_the_address()
    {
        var number = await An.Incident(App, by: "shokuin");
        await Do("csirt2", $"incidents/{number}/orders", new GiveOrder(OrderKind.Containment, "chuo", "送信先に削除を頼むこと", App.Clock.GetUtcNow().AddHours(1)));
        await App.Quiet();
        await using var window = await fixture.Open();
        await window.SignIn("csirt", $"/incidents/{number}");

        var order = await window.Page.Locator("#event-2").InnerTextAsync();
        Assert.Contains("架空 連（CSIRT責任者の代理）：", order, StringComparison.Ordinal);
        Assert.Contains("送信先に削除を頼むこと（期限", order, StringComparison.Ordinal);
        Assert.Contains("メールで知らせた相手：仮名 署郎", order, StringComparison.Ordinal);

        await window.Follow(window.Page.GetByRole(AriaRole.Link, new() { Name = "指示 1", Exact = true }));
        Assert.EndsWith("?course=Orders#events", window.Page.Url, StringComparison.Ordinal);
        Assert.Equal(["event-2"], await window.Page.Locator(".line > li").EvaluateAllAsync<string[]>("all => all.map(e => e.id)"));
        await window.Picture("course-orders");
        await window.Clear();
    }

    [Fact]
    public async Task A_correction_begins_at_its_event()
    {
        var number = await An.Incident(App, by: "shokuin");
        await Do("csirt", $"incidents/{number}/notes", new AddNote("端末は1台"));
        await using var window = await fixture.Open();
        await window.SignIn("csirt", $"/incidents/{number}");
        await window.Page.Locator("#event-2 summary").ClickAsync();
        await window.Follow(window.Page.Locator("#event-2").GetByRole(AriaRole.Link, new() { Name = "訂正を追記" }));

        Assert.Equal("2", await window.Page.Locator("[id='correct-record.event']").InputValueAsync());
        await window.Page.Locator("[id='correct-record.correction']").FillAsync("端末は2台");
        await window.Page.Locator("[id='correct-record.reason']").FillAsync("台帳と照合した");
        await window.Follow(window.Page.Locator("#correct-record button"));

        Assert.Contains("訂正あり", await window.Page.Locator("#event-2").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task A_fact_that_was_stated_otherwise_before_says_so(int width)
    {
        var number = await An.Incident(App, by: "shokuin");
        await Do("csirt", $"incidents/{number}/facts", Fact("約120人", FactState.UnderInvestigation));
        await Do("somu-shukan", $"incidents/{number}/facts", Fact("98人", FactState.Confirmed));
        await using var window = await fixture.Open(width, scripts: true);
        await window.SignIn("csirt", $"/incidents/{number}");

        Assert.Contains("約120人（調査中） → 98人", await window.Page.Locator("#event-3").InnerTextAsync(), StringComparison.Ordinal);
        var facts = await window.Page.Locator("section[aria-labelledby=facts]").InnerTextAsync();
        Assert.Contains("前の記録：約120人", facts, StringComparison.Ordinal);
        Assert.Contains("見本 文子", facts, StringComparison.Ordinal);
        await window.Page.GetByText("文書が求めていて、まだわからない項目").ClickAsync();
        Assert.Contains("求めている文書：", await window.Page.Locator("section[aria-labelledby=facts]").InnerTextAsync(), StringComparison.Ordinal);
        await window.Picture("facts");
        await window.NothingAgainstAxe();
        await window.Clear();
    }

    [Fact]
    public async Task What_the_forms_let_one_tick_is_ticked_where_facts_are_recorded()
    {
        var number = await An.Incident(App, by: "shokuin");
        await using var window = await fixture.Open();
        await window.SignIn("csirt", $"/incidents/{number}?open=record-facts");
        var form = window.Page.Locator("#record-facts");
        await form.EvaluateAsync("form => form.querySelectorAll('details').forEach(d => { d.open = true; })");
        await form.GetByRole(AriaRole.Checkbox, new() { Name = "LGWAN接続系", Exact = true }).CheckAsync();
        await form.Locator("[id='beside-record-facts.facts[system.zone]']").FillAsync("その他（委託先の網）");
        await window.Picture("record-facts");

        Assert.Equal(200, await window.Press("記録する", within: "#record-facts"));

        Assert.Contains("LGWAN接続系\nその他（委託先の網）", await window.Page.Locator("section[aria-labelledby=facts]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_is_handed_over_and_stands_at_the_top_until_who_comes_has_received_it()
    {
        var number = await An.Incident(App, by: "shokuin");
        await Do("csirt2", $"incidents/{number}/work", new AddWork("通信記録を保全する", "csirt2"));
        await using var goes = await fixture.Open();
        await goes.SignIn("csirt2", $"/incidents/{number}?open=hand-over-work");
        await goes.Page.Locator("[id='hand-over-work.to']").SelectOptionAsync("csirt3");
        await goes.Page.Locator("[id='hand-over-work.text']").FillAsync("県からの折り返しを待っている");
        await goes.Follow(goes.Page.Locator("#hand-over-work button"));

        Assert.Contains("県からの折り返しを待っている", await goes.Page.Locator(".box-first").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await goes.Page.Locator("#receive-handover").CountAsync());
        await goes.Picture("handover");
        await using var comes = await fixture.Open();
        await comes.SignIn("csirt3", $"/incidents/{number}");
        await comes.Follow(comes.Page.GetByRole(AriaRole.Button, new() { Name = "引継ぎを受領する" }));

        Assert.Equal(0, await comes.Page.Locator(".box-first").CountAsync());
        Assert.Contains("架空 携", await comes.Page.Locator("section[aria-labelledby=work] tbody").InnerTextAsync(), StringComparison.Ordinal);
        await comes.Clear();
    }

    [Fact]
    public async Task A_false_alarm_ends_the_incident_and_says_so()
    {
        var number = await An.Incident(App, by: "shokuin");
        await using var window = await fixture.Open();
        await window.SignIn("csirt", $"/incidents/{number}?open=revoke-incident");
        await window.Page.Locator("[id='revoke-incident.reason']").FillAsync("訓練のメールだった");
        Assert.Equal(422, await window.Press("記録する", within: "#revoke-incident"));
        Assert.Equal("訓練のメールだった", await window.Page.Locator("[id='revoke-incident.reason']").InputValueAsync());
        await window.Page.Locator("[id='revoke-incident.grounds']").FillAsync("総務課が訓練の実施を確認した");
        Assert.Equal(200, await window.Press("記録する", within: "#revoke-incident"));

        Assert.Contains("取消（誤報）", await window.Page.Locator("main > p").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await window.Page.Locator(".box-next").CountAsync());
        Assert.DoesNotContain("済み", await window.Page.Locator(".steps li", new() { HasText = "応急措置" }).First.InnerTextAsync(), StringComparison.Ordinal);
        await window.Picture("incident-revoked");
        await window.Page.GotoAsync($"/reports/{number}");
        Assert.Contains("インシデントでない", await window.Page.Locator("section[aria-labelledby=events]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("報告者への回答", await window.Page.Locator(".box-next").InnerTextAsync(), StringComparison.Ordinal);
        await window.Clear();
    }

    [Fact]
    public async Task A_call_back_is_noted_at_the_report()
    {
        var number = (await An.Report(App, by: "shokuin")).Number;
        await using var window = await fixture.Open();
        await window.SignIn("madoguchi", $"/reports/{number}");
        await window.Page.Locator("[id='add-report-note.text']").FillAsync("折り返して、添付は開いていないと聞いた");
        await window.Follow(window.Page.Locator("#add-report-note button"));

        Assert.Contains("折り返して、添付は開いていないと聞いた", await window.Page.Locator("#event-2").InnerTextAsync(), StringComparison.Ordinal);
        await window.Picture("report-noted");
        await window.Clear();
    }

    [Fact]
    public async Task The_ciso_sends_a_measure_back()
    {
        var number = await An.Incident(App, by: "shokuin");
        await Do("csirt", $"incidents/{number}/cause", new EstablishCause(Determined: true, "宛先を見ずに送った"));
        await Do("csirt", $"incidents/{number}/prevention-plan", new PlanPrevention("送信前の確認", [new("送信を5分遅らせる", "chuo", new(2030, 7, 1))]));
        await Do("kanri", $"incidents/{number}/ciso-instruction", new InstructMeasures(Instruction.AsPlanned));
        await Do("shocho", $"incidents/{number}/done-measures", new ReportMeasureDone(1, "設定した"));
        await using var window = await fixture.Open();
        await window.SignIn("kanri", $"/incidents/{number}#return-measure");
        await window.Page.GotoAsync($"/incidents/{number}#return-measure");
        await window.Page.Locator("[id='return-measure.reason']").FillAsync("西分署の端末が残っている");
        await window.Page.Locator("[id='return-measure.due']").FillAsync("2030-08-31");
        await window.Follow(window.Page.Locator("#return-measure button"));

        Assert.Contains("未実施", await window.Page.Locator("section[aria-labelledby=measures] tbody").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("差戻し（新しい期日 8月31日", await window.Page.Locator("section[aria-labelledby=events]").InnerTextAsync(), StringComparison.Ordinal);
        await window.Picture("measure-returned");
        await window.Clear();
    }

    private static RecordFacts Fact(string text, FactState state) => new(ImmutableDictionary<string, Fact>.Empty.Add("data.person_count", new Fact(text, state)));

    private async Task Do(string person, string path, object command) => (await App.As(person).Post($"/api/{path}", command)).Ok();
}

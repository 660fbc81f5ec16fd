using CsirtFlow.Api.Tests;
using CsirtFlow.Domain;
using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>The page of an incident: what to do next, the chain, the work, the course, and what an office knew.</summary>
public sealed class CasePageTests(BrowserFixture fixture)
{
    [Fact]
    public async Task Whoever_acknowledges_again_reads_that_nothing_was_added()
    {
        var number = await fixture.Incident(next: ("ciso-reports", new { summary = "名簿を外部へ送った。" }));
        await using var window = await fixture.As("kanri");
        await window.Does($"/api/incidents/{number}/acknowledgements", new { });
        await window.Page.GotoAsync($"/incidents/{number}");
        var form = window.Page.Locator("form[action$='/do/acknowledge-report']");
        await form.EvaluateAsync("form => { const closed = form.closest('details'); if (closed) closed.open = true; }");

        await window.Follow(form.GetByRole(AriaRole.Button));

        await Assertions.Expect(window.Page.GetByText("「報告の受領」は、もう記録してあります。")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task The_page_is_accessible_and_fits(int width)
    {
        var number = await Incident();
        await using var window = await fixture.Open(width, scripts: true);
        await window.SignIn("csirt", $"/incidents/{number}");

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "自動更新を止める" })).ToBeVisibleAsync();
        await window.Picture("incident");
        await window.NothingAgainstAxe();
        await window.Clear();
        await window.Page.GotoAsync($"/reports/{number}");
        await window.Picture("report-of-incident");
        await window.NothingAgainstAxe();
        await window.Clear();
    }

    [Fact]
    public async Task What_comes_next_has_its_form_on_the_first_screen()
    {
        var number = await An.Incident(fixture.App, by: "shokuin");
        await using var window = await fixture.Open();
        await window.SignIn("csirt", $"/incidents/{number}");
        Assert.Contains("CISOと副CISOへの報告", await window.Page.Locator("#case-state .box-next").InnerTextAsync(), StringComparison.Ordinal);

        await window.Page.Locator(".box-next #inform-ciso textarea").FillAsync("中央消防署で誤送信。外部1名に届いた。");
        await window.Follow(window.Page.Locator("#inform-ciso button"));

        Assert.Contains("を記録しました", await window.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("中央消防署で誤送信", await window.Page.Locator("section[aria-labelledby=events]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_is_written_above_the_course_and_a_correction_stands_beside_its_line()
    {
        var number = await An.Incident(fixture.App, by: "shokuin");
        await using var window = await fixture.Open();
        await window.SignIn("csirt", $"/incidents/{number}");
        await window.Page.Locator("[id='add-note.text']").FillAsync("県へ電話で一報した");
        await window.Page.Locator("[id='add-note.inCourse']").CheckAsync();
        await window.Follow(window.Page.Locator("#add-note button"));

        await window.Page.GetByText("訂正の追記", new() { Exact = true }).ClickAsync();
        await window.Page.Locator("[id='correct-record.event']").SelectOptionAsync("1");
        await window.Page.Locator("[id='correct-record.correction']").FillAsync("送ったのは2件");
        await window.Page.Locator("[id='correct-record.reason']").FillAsync("送信記録と照合した");
        await window.Follow(window.Page.Locator("#correct-record button"));

        Assert.Contains("訂正あり", await window.Page.Locator("#event-1").InnerTextAsync(), StringComparison.Ordinal);
        await window.Page.GetByText("経過表（外部用・").ClickAsync();
        Assert.Contains("県へ電話で一報した", await window.Page.GetByRole(AriaRole.Table, new() { Name = "経過表", Exact = true }).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_that_are_not_due_stand_folded_and_a_link_to_one_opens_it()
    {
        var number = await An.Incident(fixture.App, by: "shokuin");
        await using var window = await fixture.Open();
        await window.SignIn("csirt", $"/incidents/{number}");

        Assert.Equal(["inform-ciso", "add-note"], await window.Page.Locator("main form[method=post]:visible").EvaluateAllAsync<string[]>("all => all.map(f => f.id)"));
        Assert.InRange(await window.Page.Locator("main .command").CountAsync(), 15, 60);
        await window.Page.GotoAsync($"/incidents/{number}#give-order");
        await Assertions.Expect(window.Page.Locator("[id='give-order.instruction']")).ToBeVisibleAsync();
        await window.Clear();
    }

    [Theory]
    [InlineData(1280, ".contents-beside", ".contents-above")]
    [InlineData(390, ".contents-above", ".contents-beside")]
    public async Task The_contents_lead_to_every_part(int width, string shown, string hidden)
    {
        var number = await An.Incident(fixture.App, by: "shokuin");
        await using var window = await fixture.Open(width);
        await window.SignIn("csirt", $"/incidents/{number}");
        await Assertions.Expect(window.Page.Locator(hidden)).ToBeHiddenAsync();
        if (width < 1000) await window.Page.Locator($"{shown} summary").ClickAsync();

        var parts = await window.Page.Locator($"{shown} a:visible").EvaluateAllAsync<string[]>("all => all.map(a => a.hash.slice(1))");

        Assert.Equal(await window.Page.Locator(".parts h2").EvaluateAllAsync<string[]>("all => all.map(h => h.id)"), parts);
        await window.Clear();
    }

    [Fact]
    public async Task The_past_says_so_and_offers_no_form()
    {
        var number = await Incident();
        await using var window = await fixture.Open();
        await window.SignIn("csirt", $"/incidents/{number}?asOf={Uri.EscapeDataString(fixture.App.Clock.GetUtcNow().ToString("O"))}");

        Assert.Contains("時点でわかっていたこと", await window.Page.Locator(".band").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await window.Page.Locator("main form[method=post]").CountAsync());
        await window.Picture("incident-past");
        await window.Clear();
    }

    [Fact]
    public async Task On_paper_there_is_no_form_and_nothing_is_folded()
    {
        var number = await Incident();
        await using var window = await fixture.Open();
        await window.SignIn("csirt", $"/incidents/{number}");
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await window.Picture("incident-print");

        Assert.Equal(0, await window.Page.Locator("main form:visible, main button:visible, .contents:visible, .commands:visible").CountAsync());
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Table, new() { Name = "義務と期限" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_an_office_knew_is_what_had_reached_it_by_then()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app, by: "shokuin", title: "件名はCISOに届かない");
        await app.Quiet();
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        (await app.As("csirt").Post($"/api/incidents/{number}/ciso-reports", new InformCiso("CISOへの報告の文"))).Ok();
        await app.Quiet();
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        await using var window = await fixture.Open(app: app);
        await window.SignIn("csirt", $"/incidents/{number}?viewer=Ciso");

        var known = await window.Page.Locator("section[aria-labelledby=known]").InnerTextAsync();
        Assert.Contains("CISOへの報告の文", known, StringComparison.Ordinal);
        Assert.DoesNotContain("件名はCISOに届かない", known, StringComparison.Ordinal);
        await window.Picture("incident-known-to-ciso");
        await window.Page.GotoAsync($"/incidents/{number}?viewer=Ciso&asOf=2030-04-01T09:05");
        Assert.Contains("届いた記録はありません", await window.Page.Locator("section[aria-labelledby=known]").InnerTextAsync(), StringComparison.Ordinal);
        await window.Clear();
    }

    private async Task<string> Incident()
    {
        var app = fixture.App;
        var number = await An.Incident(app, An.Occurrence with { Kinds = [OccurrenceKind.Ransom], EmergencyImpact = EmergencyImpact.Unknown }, by: "shokuin", title: "ランサムウェアの疑い（中央消防署2階）", nature: new Nature(Attack: true, MayBeCrime: true));
        await Do("csirt", "severity", new DecideSeverity(new SeverityFactors(ResidentServiceStopped: true), Severity.Critical, "広がりが疑われる"));
        await Do("csirt", "ciso-reports", new InformCiso("端末1台が暗号化。隔離した。"));
        await Do("csirt", "orders", new GiveOrder(OrderKind.Containment, "chuo", "共有フォルダーの接続を止めること", app.Clock.GetUtcNow().AddHours(1)));
        await Do("csirt", "systems-checks", new OrderSystemsCheck(["shirei-system", "kyukyu"], "同じ通信の記録がないか", app.Clock.GetUtcNow().AddHours(4)));
        await Do("shirei-hosa", "systems-check-answers", new AnswerSystemsCheck("shirei-system", false, "記録を確認した"));
        await Do("csirt", "usual-work", new AddUsualWork());
        await Do("csirt", "work", new AddWork("指令系の影響を通信指令課に確認する", "csirt2", app.Clock.GetUtcNow().AddMinutes(30)));
        await Do("csirt", "finished-work", new FinishWork(1, Account: "9時55分に隔離"));
        await Do("csirt", "evidence", new PreserveEvidence("感染した端末 D-0231", "CSIRTの保管庫"));
        await Do("csirt", "facts", new RecordFacts(System.Collections.Immutable.ImmutableDictionary<string, Fact>.Empty.Add("system.names", new Fact("庶務用端末1台", FactState.Confirmed)).Add("data.person_count", new Fact("約120人", FactState.UnderInvestigation))));
        await Do("csirt2", "notes", new AddNote("保守事業者が到着した", Kind: NoteKind.Observation, InCourse: true));
        await Do("csirt2", "corrections", new CorrectRecord(2, "暗号化された端末は2台", "台帳と照合した"));
        await app.Quiet();
        return number;

        async Task Do(string person, string path, object command) => (await app.As(person).Post($"/api/incidents/{number}/{path}", command)).Ok();
    }
}

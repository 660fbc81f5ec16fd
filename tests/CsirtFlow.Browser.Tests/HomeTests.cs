using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Tests;
using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Domain;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CsirtFlow.Browser.Tests;

/// <summary>The start page: each office sees what waits for it, and can do it there.</summary>
public sealed class HomeTests(BrowserFixture fixture) : StartPage(fixture)
{
    private static readonly string[] OnlyCsirt = ["csirt"];
    private static readonly string[] UpToTwo = ["SecurityOfficer", "SupervisingOfficer"];

    [Fact]
    public async Task CISO_reads_what_was_reported_and_acknowledges_it_there()
    {
        var number = await Opened(("ciso-reports", new { summary = "名簿120人分を外部へ送った。削除を依頼した。" }));
        await using var window = await As("kanri", 390);
        await window.Page.GotoAsync("/home");
        await Expect(window.Waiting(number).First).ToContainTextAsync("名簿120人分を外部へ送った。");
        await window.Picture("home-kanri");

        await window.Waiting(number).GetByRole(AriaRole.Button, new() { Name = "受領する" }).ClickAsync();

        Assert.Contains($"/incidents/{number}", window.Page.Url, StringComparison.Ordinal);
        await window.Page.GotoAsync("/home");
        await Expect(window.Waiting(number).GetByRole(AriaRole.Button, new() { Name = "受領する" })).ToHaveCountAsync(0);
        await using var other = await As("shobocho");
        await other.Page.GotoAsync("/home");
        await Expect(other.Waiting(number).GetByRole(AriaRole.Button, new() { Name = "受領する" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task CISO_finds_the_prevention_plan_and_the_officer_the_measures_after_closing_time()
    {
        var number = await Opened(("cause", new { determined = true, cause = "宛先の確認漏れ" }),
            ("prevention-plan", new { summary = "送信前の確認", measures = new[] { new { text = "送信前に二人で確かめる", sectionId = "chuo", due = "2030-05-01" } } }));
        await using var window = await As("kanri");
        await window.Page.GotoAsync("/home");
        await Expect(window.Waiting(number).GetByRole(AriaRole.Link, new() { Name = "内容を見て指示する" })).ToHaveAttributeAsync("href", $"/incidents/{number}#instruct-measures");

        await window.Does($"/api/incidents/{number}/ciso-instruction", new { instruction = "AsPlanned" });
        await Home.Quiet();

        await using var officer = await As("shocho");
        await officer.Page.GotoAsync("/home");
        await Expect(officer.Waiting(number).Filter(new() { HasText = "送信前に二人で確かめる" })).ToContainTextAsync("5月1日（水）23:59");
    }

    [Fact]
    public async Task Officers_and_CSIRT_hand_an_order_to_each_other()
    {
        var number = await Opened(("orders", new { kind = "Containment", sectionId = "chuo", instruction = "受信者に削除を依頼する", due = AtWork.Tomorrow }));
        await using var officer = await As("shocho");
        await officer.Page.GotoAsync("/home");
        var order = officer.Waiting(number).Filter(new() { HasText = "受信者に削除を依頼する" });
        await Expect(order).ToContainTextAsync("4月2日（火）9:00");
        await Expect(order.GetByRole(AriaRole.Link, new() { Name = "完了を報告する" })).ToHaveAttributeAsync("href", $"/incidents/{number}#report-order-carried-out");
        await officer.Picture("home-shocho");

        await officer.Does($"/api/incidents/{number}/carried-out-orders", new { order = 1, account = "10時に依頼し、削除の返事を得た" });

        await using var csirt = await As("csirt");
        await csirt.Page.GotoAsync("/home");
        await Expect(csirt.Waiting(number).Filter(new() { HasText = "削除の返事を得た" }).GetByRole(AriaRole.Link, new() { Name = "完了を確認する" })).ToBeVisibleAsync();
        await using var elsewhere = await As("keibo-kacho");
        await elsewhere.Page.GotoAsync("/home");
        await Expect(elsewhere.Waiting(number)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_manager_of_a_system_answers_the_check_on_the_start_page()
    {
        var number = await Opened(AtWork.SystemsCheck);
        await using var window = await As("shirei-hosa", 390);
        await window.Page.GotoAsync("/home");
        await window.Picture("home-shirei-hosa");
        await Expect(window.Waiting(number)).ToContainTextAsync("同じ宛先がないか");
        await window.Waiting(number).GetByLabel("確認した内容").FillAsync("宛先の一覧を見た。同じものはない。");

        await window.Waiting(number).GetByRole(AriaRole.Button, new() { Name = "該当なしと回答する" }).ClickAsync();

        await using var session = Home.Store.QuerySession(App.Organisation);
        var check = (await session.LoadAsync<Incident>(Incident.Key(number), TestContext.Current.CancellationToken))!.Checks.Single();
        Assert.Equal((false, "宛先の一覧を見た。同じものはない。"), (check.Found, check.Account));
        await window.Page.GotoAsync("/home");
        await Expect(window.Waiting(number)).ToHaveCountAsync(0);
        await window.Clear();
    }

    [Fact]
    public async Task What_is_restricted_waits_for_nobody_else()
    {
        var number = await Opened(("orders", new { kind = "Containment", sectionId = "chuo", instruction = "端末を保全する", due = AtWork.Tomorrow }),
            ("restriction", new { personIds = OnlyCsirt, reason = "本人に関わる" }));
        foreach (var person in new[] { "shocho", "somu-shukan", "tocho", "kanri" })
        {
            await using var window = await As(person);
            await window.Page.GotoAsync("/home");
            await Expect(window.Waiting(number)).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task General_affairs_finds_what_is_owed_to_bodies_outside()
    {
        var number = await Opened();
        await using var window = await As("somu-shukan");
        await window.Page.GotoAsync("/home");

        var duty = window.Waiting(number).Filter(new() { HasText = "総務省・都道府県等への報告の要否" });
        await Expect(duty.GetByRole(AriaRole.Link, new() { Name = "文書を開く" })).ToHaveAttributeAsync("href", $"/incidents/{number}#documents");
        await Expect(duty.Locator("h3")).ToHaveTextAsync("総務省・都道府県等への報告の要否（第19条第5項）");
        await Expect(duty.Locator(".due-kind")).ToHaveTextAsync("目安");
        await window.Picture("home-somu-shukan");
        await window.Clear();
    }

    [Fact]
    public async Task A_limit_of_law_stands_before_what_the_organisation_has_set_and_the_button_opens_the_form()
    {
        var number = await Opened();
        (await Home.As("csirt").Post($"/api/incidents/{number}/personal-data-assessment", new AssessPersonalData(Missent.Data))).Ok();
        Home.Clock.Advance(TimeSpan.FromHours(30));
        await Home.Quiet();
        await using var window = await As("somu-shukan");
        await window.Page.GotoAsync("/home");

        await Expect(window.Page.Locator("main h2").First).ToContainTextAsync("法令の期限が近いもの");
        await Expect(window.Page.Locator("li.work").First.Locator(".due-legal")).ToBeVisibleAsync();
        await Expect(window.Page.Locator("main h2").Nth(1)).ToContainTextAsync("期限を過ぎたもの");
        await window.Picture("home-law");

        await using var csirt = await As("csirt");
        await csirt.Page.GotoAsync("/home");
        await csirt.Follow(csirt.Waiting(number).Filter(new() { HasText = "応急措置の指示" }).GetByRole(AriaRole.Link, new() { Name = "を記録する" }));
        await Expect(csirt.Page.Locator("#give-order")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_was_told_reads_it_once_and_a_matter_that_waits_is_no_news_as_well()
    {
        var number = await Reported();
        await using var manager = await As("tocho");
        await manager.Does($"/api/reports/{number}/passing-up", new { to = UpToTwo });
        await Home.Quiet();

        await using var window = await As("shobocho", 390);
        await window.Page.GotoAsync("/home");
        var news = window.Page.Locator("section[aria-labelledby=news] li.work", new() { HasText = number });
        await Expect(news).ToContainTextAsync("報告の到達：");
        await Expect(news).ToContainTextAsync("情報セキュリティ管理者から");
        await window.Picture("home-shobocho");
        await window.Follow(news.GetByRole(AriaRole.Link, new() { Name = "内容を見る" }));
        Assert.EndsWith($"/reports/{number}", window.Page.Url, StringComparison.Ordinal);
        await window.Page.GotoAsync("/home");
        await Expect(news).ToHaveCountAsync(0);

        await using var officer = await As("shocho");
        await officer.Page.GotoAsync("/home");
        await Expect(officer.Waiting(number)).ToHaveCountAsync(1);
        await Expect(officer.Waiting(number).GetByRole(AriaRole.Link, new() { Name = "指示する" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task CSIRT_sees_what_to_evaluate_first_where_119_is_affected()
    {
        await Reported();
        var number = await Reported(impact: "Present");
        await using var window = await As("csirt");
        await window.Page.GotoAsync("/home");

        await Expect(window.Waiting(number).GetByRole(AriaRole.Link, new() { Name = "評価する" })).ToBeVisibleAsync();
        await Expect(window.Page.Locator("li.work").First).ToContainTextAsync("119番・指令への影響：ある");
        await Expect(window.Page.GetByText("メールを送れなかった通知：")).ToBeVisibleAsync();
        await window.Picture("home-csirt");
        await window.Clear();
    }

    [Fact]
    public async Task The_auditor_reads_and_staff_report()
    {
        var number = await Opened();
        await using var auditor = await As("kansa");
        await auditor.Page.GotoAsync("/home");
        await Expect(auditor.Page.Locator($"a[href='/incidents/{number}/duties']")).ToBeVisibleAsync();
        await Expect(auditor.Page.Locator("main a[href='/statistics']")).ToBeVisibleAsync();
        Assert.Equal(0, await auditor.Page.Locator("main form").CountAsync());

        var own = await Reported("shokuin");
        await using var staff = await As("shokuin", 320);
        await staff.Page.GotoAsync("/home");
        await Expect(staff.Page.GetByText("いま待っているものはありません。")).ToBeVisibleAsync();
        await Expect(staff.Page.GetByText("小さなことでもすぐに報告してください。")).ToBeVisibleAsync();
        await Expect(staff.Page.Locator(".rows li", new() { HasText = own })).ToContainTextAsync("評価待ち");
        await Expect(staff.Page.Locator("main")).Not.ToContainTextAsync(number);
        await staff.Picture("home-shokuin");
        await staff.Clear();
        await staff.Page.GetByRole(AriaRole.Link, new() { Name = "報告する", Exact = true }).Last.ClickAsync();
        Assert.EndsWith("/report", staff.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task The_pages_are_accessible(int width)
    {
        var number = await Opened(("ciso-reports", new { summary = "名簿を外部へ送った。" }), ("severity", new { factors = new { }, severity = "Critical", grounds = "要配慮個人情報" }),
            AtWork.SystemsCheck);
        var report = await Reported(impact: "Present");
        foreach (var (person, path) in new[] { ("csirt", "/home"), ("kanri", "/home"), ("tocho", "/home"), ("shirei-hosa", "/home"), ("kansa", "/home"), ("shokuin", "/home"), ("yobo-kacho", "/home"), ("tocho", $"/reports/{report}/receive"), ("csirt", "/queue"), ("csirt", "/queue?show=mine&search=" + number), ("csirt", "/queue?show=done&search=nothing") })
        {
            await using var window = await As(person, width, scripts: true);
            await window.Page.GotoAsync(path);
            await window.Picture($"axe{path.Split('?')[0].Replace('/', '-').Replace(report, "n", StringComparison.Ordinal)}-{person}{(path.Contains("mine", StringComparison.Ordinal) ? "-mine" : "")}");
            await window.NothingAgainstAxe();
            await window.Clear();
        }
    }
}

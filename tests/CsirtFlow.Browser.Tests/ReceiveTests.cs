using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Tests;
using CsirtFlow.Domain;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CsirtFlow.Browser.Tests;

/// <summary>受領 and 責任者への報告 in one step (32-1-2, 14-3), and the section of a report that named none.</summary>
public sealed class ReceiveTests(BrowserFixture fixture) : StartPage(fixture)
{
    [Fact]
    public async Task A_manager_receives_a_report_and_passes_it_up_with_one_press()
    {
        var number = await Reported();
        await using var window = await As("tocho");
        await window.Page.GotoAsync("/");
        Assert.EndsWith("/home", window.Page.Url, StringComparison.Ordinal);
        await window.Picture("home-tocho");
        await Expect(window.Waiting(number)).ToHaveCountAsync(1);

        await window.Waiting(number).GetByRole(AriaRole.Button, new() { Name = "受領して責任者へ報告する" }).ClickAsync();

        await Expect(window.Page.Locator(".banner-good")).ToContainTextAsync($"{number} を受領し、報告しました");
        await Expect(window.Waiting(number).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await using var session = Home.Store.QuerySession(App.Organisation);
        var report = (await session.LoadAsync<Report>(Report.Key(number), TestContext.Current.CancellationToken))!;
        Assert.Equal([Office.SecurityOfficer, Office.SupervisingOfficer], report.PassedUpTo);
        var notice = Assert.Single(await Home.Services.GetRequiredService<NoticeList>().OfNumber(App.Organisation, number, TestContext.Current.CancellationToken), n => n.PersonId == "tocho");
        Assert.NotNull(notice.AcknowledgedAt);
        await window.Clear();

        await using var officer = await As("shocho");
        await officer.Page.GotoAsync("/home");
        await Expect(officer.Waiting(number).GetByRole(AriaRole.Link, new() { Name = "指示する" })).ToHaveAttributeAsync("href", $"/reports/{number}#give-instruction");
    }

    [Fact]
    public async Task The_link_in_the_mail_leads_to_a_page_with_the_report_and_the_one_button()
    {
        var number = await Reported();
        await using var window = await As("jicho", 320);
        await window.Page.GotoAsync($"/reports/{number}/receive");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("宛先を間違えて名簿を送った。");
        await window.Picture("receive");
        await window.Page.GetByLabel("最高情報セキュリティ責任者（CISO）").CheckAsync();

        Assert.Equal(200, await window.Press("受領して責任者へ報告する"));

        await using var session = Home.Store.QuerySession(App.Organisation);
        var report = (await session.LoadAsync<Report>(Report.Key(number), TestContext.Current.CancellationToken))!;
        Assert.Equal([Office.SecurityOfficer, Office.SupervisingOfficer, Office.Ciso], report.PassedUpTo);
        await window.Page.GotoAsync($"/reports/{number}/receive");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("報告済みです");
        await window.Clear();
    }

    [Fact]
    public async Task The_desk_sends_a_report_that_belongs_nowhere_to_its_section()
    {
        await using var reporter = await Fixture.Open(390, app: Home);
        await reporter.Page.GotoAsync("/report");
        await new Typed().Into(reporter.Page);
        await reporter.Page.Locator("#SectionId").SelectOptionAsync("わからない・その他");
        Assert.Equal(200, await reporter.Press("報告を送る"));
        var (number, _) = await reporter.Receipt();
        await Home.Listed(number);

        await using var window = await As("madoguchi");
        await window.Page.GotoAsync("/home");
        await window.Picture("home-madoguchi");
        await window.Follow(window.Waiting(number).GetByRole(AriaRole.Link, new() { Name = "所属を決める" }));
        var form = window.Page.Locator("#assign-section");
        await form.GetByLabel("所属").SelectOptionAsync("警防課");
        await window.Picture("assign-section");
        await window.Follow(form.GetByRole(AriaRole.Button));

        await Expect(window.Page.Locator("main")).ToContainTextAsync("警防課の件とする");
        await window.Page.GotoAsync("/home");
        await Expect(window.Waiting(number).GetByRole(AriaRole.Link, new() { Name = "所属を決める" })).ToHaveCountAsync(0);
        await using var manager = await As("keibo-hosa");
        await manager.Page.GotoAsync("/home");
        await Expect(manager.Waiting(number).GetByRole(AriaRole.Button, new() { Name = "受領して責任者へ報告する" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("keibo-kacho", 404, "/receive")]
    [InlineData("shocho", 200, "")]
    public async Task The_one_step_is_for_the_manager_alone(string person, int status, string end)
    {
        var number = await Reported();
        await using var window = await As(person);

        var answer = await window.Page.GotoAsync($"/reports/{number}/receive");

        Assert.Equal(status, answer!.Status);
        Assert.EndsWith($"/reports/{number}{end}", window.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receiving_without_the_pages_own_token_or_on_an_old_screen_changes_nothing()
    {
        var number = await Reported();
        await using var window = await As("tocho");
        var form = window.Page.Context.APIRequest.CreateFormData();
        form.Append("pass-report-up.to", "SecurityOfficer");
        Assert.Equal(400, (await window.Page.Context.APIRequest.PostAsync($"/reports/{number}/receive", new() { Form = form })).Status);

        await window.Page.GotoAsync($"/reports/{number}/receive");
        await using var csirt = await As("csirt");
        await csirt.Does($"/api/reports/{number}/supplements", new { answers = new Dictionary<string, string> { ["電話で聞いたこと"] = "宛先は外部" } });

        Assert.Equal(412, await window.Press("受領して責任者へ報告する"));
        Assert.Contains("その間の記録", string.Join('\n', await window.Errors()), StringComparison.Ordinal);
        Assert.Equal(200, await window.Press("受領して責任者へ報告する"));
    }
}

using CsirtFlow.Api.Tests;
using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>アクセスタイムアウト (35-4): warned of in time, and never at the price of what was typed.</summary>
public sealed class IdleTests(BrowserFixture fixture)
{
    private const string Evaluation = "form[action$='/do/evaluate-report']";
    private const string Grounds = "画面に身代金の要求が出ている 髙﨑";

    [Fact]
    public async Task A_warning_comes_two_minutes_before_the_end_and_one_press_keeps_the_session()
    {
        await using var app = await fixture.Own();
        await using var window = await fixture.Open(scripts: true, app: app);
        await window.Page.Clock.InstallAsync();
        await window.SignIn("csirt", "/queue");
        var warning = window.Page.GetByRole(AriaRole.Alertdialog);

        await Pass(app, window, TimeSpan.FromMinutes(27));
        await Assertions.Expect(warning).ToBeHiddenAsync();
        await Pass(app, window, TimeSpan.FromSeconds(70));
        await Assertions.Expect(warning).ToBeVisibleAsync();
        await window.Picture("idle-warning");
        await window.NothingAgainstAxe();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "続ける" }).ClickAsync();
        await Assertions.Expect(warning).ToBeHiddenAsync();

        await Pass(app, window, TimeSpan.FromMinutes(20));
        await window.Page.GotoAsync("/notices");
        Assert.EndsWith("/notices", window.Page.Url, StringComparison.Ordinal);
        await Pass(app, window, TimeSpan.FromMinutes(31));
        await window.Page.WaitForURLAsync("**/sign-in?over=1*", new() { WaitUntil = WaitUntilState.Commit });
        Assert.Contains("操作がないまま時間がたったため、サインアウトしました。", await window.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await window.Clear();
    }

    [Fact]
    public async Task What_a_page_fetches_by_itself_does_not_keep_the_session()
    {
        await using var app = await fixture.Own();
        await using var window = await fixture.Open(scripts: true, app: app);
        await window.SignIn("csirt", "/queue");

        for (var i = 0; i < 4; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(10));
            await window.Page.EvaluateAsync("() => fetch('/queue')");
        }

        await window.Page.GotoAsync("/queue");
        Assert.Contains("/sign-in", window.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_command_posted_too_late_is_shown_again_after_signing_in_and_nothing_is_recorded_before(bool wrongPasswordFirst)
    {
        await using var app = await fixture.Own();
        await using var window = await fixture.Open(390, app: app);
        var number = await Evaluating(window);
        app.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(401, await window.Press("記録する", within: Evaluation));
        Assert.Contains("まだ記録していません", await window.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await window.Picture("kept-sign-in");
        if (wrongPasswordFirst) Assert.Equal(422, await window.SignInHere("csirt", "chigau-password"));
        Assert.Equal(200, await window.SignInHere("csirt"));

        Assert.Contains("まだ記録していません", (await window.Errors()).Single(), StringComparison.Ordinal);
        Assert.Equal(Grounds, await window.Page.Locator("[name='evaluate-report.grounds']").InputValueAsync());
        await window.Picture("kept-form");
        Assert.Equal(404, (await window.Page.Context.APIRequest.GetAsync($"/api/incidents/{number}")).Status);

        Assert.Equal(200, await window.Press("記録する", within: Evaluation));
        Assert.EndsWith($"/incidents/{number}?done=evaluate-report", window.Page.Url, StringComparison.Ordinal);
        await window.Clear();
    }

    [Fact]
    public async Task With_scripts_the_screen_of_somebody_who_left_is_covered_and_the_words_stay()
    {
        await using var app = await fixture.Own();
        await using var window = await fixture.Open(scripts: true, app: app);
        await window.Page.Clock.InstallAsync();
        await Evaluating(window);

        await Pass(app, window, TimeSpan.FromMinutes(31));
        await window.Picture("idle-over");
        await window.NothingAgainstAxe();
        Assert.Equal(401, await window.Press("サインインして続ける"));
        Assert.Equal(200, await window.SignInHere("csirt"));

        Assert.Equal(Grounds, await window.Page.Locator("[name='evaluate-report.grounds']").InputValueAsync());
    }

    [Theory]
    [InlineData("/reports/{0}/receive", "[name='pass-report-up.remark']", "受領して責任者へ報告する")]
    [InlineData("/incidents/{0}", "[id='soumu-fukushima-incident-report.final']", "起案する")]
    [InlineData("/incidents/{0}/persons", "[name='register-person-list.purpose']", "名簿を登録する")]
    public async Task Every_other_form_comes_back_as_well(string path, string field, string button)
    {
        await using var app = await fixture.Own();
        var number = path.Contains("receive", StringComparison.Ordinal) ? await fixture.Reported(app: app) : await fixture.Incident(app);
        var person = path.Contains("receive", StringComparison.Ordinal) ? "tocho" : "somu-shukan";
        await using var window = await fixture.As(person, app: app);
        await window.Page.GotoAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, number));
        await window.Page.Locator(field).EvaluateAsync("field => { for (let e = field; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true; }");
        var (typed, box) = (window.Page.Locator(field), path.EndsWith("{0}", StringComparison.Ordinal));
        await (box ? typed.CheckAsync() : typed.FillAsync(Grounds));
        app.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(401, await window.Press(button, within: $"form:has({field})"));
        Assert.Equal(200, await window.SignInHere(person));

        if (box) Assert.True(await typed.IsCheckedAsync());
        else Assert.Equal(Grounds, await typed.InputValueAsync());
    }

    [Fact]
    public async Task The_token_of_an_earlier_session_brings_the_form_back_and_not_an_error()
    {
        await using var window = await fixture.Open();
        await Evaluating(window);
        var elsewhere = new Window(await window.Page.Context.NewPageAsync(), fixture.App);
        await elsewhere.Page.GotoAsync("/queue");
        await elsewhere.Press("サインアウト");
        await elsewhere.SignIn("csirt2", "/queue");

        Assert.Equal(200, await window.Press("記録する", within: Evaluation));

        Assert.Contains("まだ記録していません", (await window.Errors()).Single(), StringComparison.Ordinal);
        Assert.Equal(Grounds, await window.Page.Locator("[name='evaluate-report.grounds']").InputValueAsync());
    }

    [Theory]
    [InlineData("cross-site", 302)]
    [InlineData("same-site", 302)]
    [InlineData("", 302)]
    [InlineData("same-origin", 401)]
    public async Task Only_a_page_of_this_service_may_put_words_into_a_form(string site, int status)
    {
        await using var window = await fixture.Open();
        var form = window.Page.Context.APIRequest.CreateFormData();
        form.Append("evaluate-report.grounds", Grounds);

        var answer = await window.Page.Context.APIRequest.PostAsync("/reports/R12-0001/do/evaluate-report",
            new() { Form = form, MaxRedirects = 0, Headers = site.Length == 0 ? [] : [new("Sec-Fetch-Site", site)] });

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 401, (await answer.TextAsync()).Contains(Grounds, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_too_large_is_not_kept_and_the_page_says_how_to_save_it()
    {
        await using var window = await fixture.Open();
        var form = window.Page.Context.APIRequest.CreateFormData();
        form.Append("evaluate-report.grounds", new string('長', 100_000));

        var answer = await window.Page.Context.APIRequest.PostAsync("/reports/R12-0001/do/evaluate-report", new() { Form = form, Headers = [new("Sec-Fetch-Site", "same-origin")] });

        Assert.Equal(401, answer.Status);
        Assert.Contains("別のタブでサインインしてから", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("長長", await answer.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>The page of a new report, with the evaluation filled in and not sent.</summary>
    private static async Task<string> Evaluating(Window window)
    {
        var (number, _) = await window.Report();
        await window.SignIn("csirt", $"/reports/{number}");
        var form = window.Page.Locator(Evaluation);
        await form.EvaluateAsync("form => { const closed = form.closest('details'); if (closed) closed.open = true; }");
        await form.Locator("[name='evaluate-report.verdict']").SelectOptionAsync("Incident");
        await form.Locator("[name='evaluate-report.grounds']").FillAsync(Grounds);
        await form.Locator("[name='evaluate-report.title']").FillAsync("身代金要求の画面");
        return number;
    }

    private static async Task Pass(App app, Window window, TimeSpan time)
    {
        app.Clock.Advance(time);
        await window.Page.Clock.RunForAsync((long)time.TotalMilliseconds);
    }
}

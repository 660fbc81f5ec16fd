using System.Text;
using CsirtFlow.Api.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CsirtFlow.Browser.Tests;

/// <summary>本人の名簿 in the browser without a script: registered, looked at, written to, and deleted by a second person.</summary>
public sealed class PersonListTests(BrowserFixture fixture)
{
    private const string Names = "氏名,宛名,郵便番号,住所,通知する項目\n髙﨑 見本太郎,,9690001,例示市1,住所だけ\n架空 花子,架空 花子の保護者,969-0002,例示市2,\n住所 無子,,,,\n";

    [Fact]
    public async Task A_list_is_registered_looked_at_written_to_and_deleted()
    {
        await using var app = await fixture.Own();
        var number = await fixture.Incident(app);
        await Notice(app, number);
        await using var writer = await fixture.As("somu-shukan", app: app);
        await writer.Page.GotoAsync($"/incidents/{number}#documents");
        await writer.Follow(writer.Page.GetByRole(AriaRole.Link, new() { Name = "本人の名簿" }));

        Assert.Equal(400, await Register(writer, "漏えいの通知", "氏名,郵便番号\n髙﨑 見本太郎,1\n\"架空"));
        Assert.Equal(["名簿のファイルに誤りがあるため、何も登録していません。", "2行目：「郵便番号」は7桁の数字にしてください。", "3行目：引用符（\"）が閉じていないか、項目の途中にあります。"], await writer.Errors());
        await writer.Picture("persons-refused");
        Assert.Equal(200, await Register(writer, "漏えいの通知", Names));
        await Expect(writer.Page.GetByText("3人（うち住所なし 1人")).ToBeVisibleAsync();
        await Expect(writer.Page.GetByText("見本太郎")).ToHaveCountAsync(0);

        await Open(writer, "open-person-list-1");
        Assert.Equal(200, await writer.Press("名簿を見る", within: "#open-person-list-1"));
        await Expect(writer.Page.GetByRole(AriaRole.Cell, new() { Name = "髙﨑 見本太郎", Exact = true })).ToBeVisibleAsync();
        await writer.Picture("persons-opened");

        await writer.Page.GotoAsync($"/incidents/{number}/persons");
        await Open(writer, "make-person-letters-1");
        var letters = await writer.Page.RunAndWaitForDownloadAsync(() => writer.Page.Locator("#make-person-letters-1 button").ClickAsync());
        Assert.Contains("髙﨑 見本太郎　様", await File.ReadAllTextAsync(await letters.PathAsync()), StringComparison.Ordinal);
        await writer.Page.GotoAsync($"/incidents/{number}/persons");
        Assert.Equal("2", await writer.Page.Locator("[id='notify-persons.persons']").InputValueAsync());
        await writer.Picture("persons");
        Assert.Equal(200, await writer.Press("本人への通知を記録する"));

        await writer.Page.GotoAsync($"/incidents/{number}/persons");
        await Open(writer, "propose-person-list-deletion-1");
        await writer.Page.Locator("[id='propose-person-list-deletion-1.reason']").FillAsync("通知が終わった");
        Assert.Equal(200, await writer.Press("本人の名簿の削除の依頼", within: "#propose-person-list-deletion-1"));
        await using var supervisor = await fixture.As("shobocho", app: app);
        await supervisor.Page.GotoAsync("/home");
        await supervisor.Picture("persons-home");
        await supervisor.Follow(supervisor.Waiting(number).GetByRole(AriaRole.Link, new() { Name = "名簿を確かめて削除する" }));
        await Open(supervisor, "delete-person-list-1");
        Assert.Equal(200, await supervisor.Press("本人の名簿の削除", within: "#delete-person-list-1"));

        await Expect(supervisor.Page.Locator("#list-1 .chip")).ToHaveTextAsync("削除済み");
        await Expect(supervisor.Page.Locator("details.command")).ToHaveCountAsync(0);
        await supervisor.Picture("persons-deleted");
        await writer.Clear();
        await supervisor.Clear();
    }

    [Fact]
    public async Task A_reason_typed_after_the_session_comes_back_and_no_name_with_it()
    {
        await using var app = await fixture.Own();
        var number = await fixture.Incident(app);
        await using var window = await fixture.Open(app: app);
        await window.SignIn("csirt", $"/incidents/{number}/persons");
        Assert.Equal(200, await Register(window, "漏えいの通知", Names));
        await Open(window, "propose-person-list-deletion-1");
        await window.Page.Locator("[id='propose-person-list-deletion-1.reason']").FillAsync("通知が終わった");
        app.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(401, await window.Press("本人の名簿の削除の依頼", within: "#propose-person-list-deletion-1"));
        Assert.Equal(200, await window.SignInHere("csirt"));

        Assert.Contains("まだ記録していません", (await window.Errors()).Single(), StringComparison.Ordinal);
        Assert.Equal("通知が終わった", await window.Page.Locator("[id='propose-person-list-deletion-1.reason']").InputValueAsync());
        await Expect(window.Page.GetByText("見本太郎")).ToHaveCountAsync(0);
        Assert.Equal(200, await window.Press("本人の名簿の削除の依頼", within: "#propose-person-list-deletion-1"));
        await Expect(window.Page.Locator("#list-1 .chip")).ToHaveTextAsync("削除待ち");
    }

    [Theory]
    [InlineData(1280, "")]
    [InlineData(320, "")]
    [InlineData(320, "?lang=en")]
    public async Task The_page_fits_every_screen_and_speaks_both_languages(int width, string language)
    {
        var number = await fixture.Incident();
        await using var window = await fixture.As("csirt", width, scripts: true);
        await window.Page.GotoAsync($"/incidents/{number}/persons");
        Assert.Equal(200, await Register(window, "漏えいの通知", Names));
        await window.Page.GotoAsync($"/incidents/{number}/persons{language}");

        foreach (var part in await window.Page.Locator("details > summary").AllAsync()) await part.ClickAsync();
        await window.NothingAgainstAxe();
        await window.Picture($"persons-open{language.Replace('?', '-')}");
        await window.Clear();
        await window.Follow(window.Page.Locator("#open-person-list-1 button"));
        await window.NothingAgainstAxe();
        await window.Picture($"persons-names{language.Replace('?', '-')}");
        await window.Clear();
    }

    private static Task Open(Window window, string form) => window.Page.Locator($"#{form} > summary").ClickAsync();

    private static async Task<int> Register(Window window, string purpose, string names)
    {
        await window.Page.Locator("[id='register-person-list.purpose']").FillAsync(purpose);
        await window.Page.Locator("[id='register-person-list.file']").SetInputFilesAsync(new FilePayload { Name = "名簿.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(names) });
        return await window.Press("名簿を登録する");
    }

    /// <summary>本人への通知文, approved.</summary>
    private static async Task Notice(App app, string number)
    {
        var notice = await Api.Tests.Documents.Paper.Drafted(app, number, "person-notice");
        await notice.Investigate("csirt");
        await notice.Release();
    }
}

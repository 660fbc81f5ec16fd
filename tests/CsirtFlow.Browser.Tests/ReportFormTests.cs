using System.Globalization;
using CsirtFlow.Api.Tests;
using CsirtFlow.Domain;
using Marten;
using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>報告 (32-1-1): the form that must never lose a word, with scripts off.</summary>
public sealed class ReportFormTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_report_needs_five_answers_and_no_script(int width)
    {
        await using var window = await fixture.Open(width);
        await window.Page.GotoAsync("/report");
        await window.Picture("report");
        await new Typed().Into(window.Page);

        Assert.Equal(200, await window.Press("報告を送る"));

        var (number, confirmation) = await window.Receipt();
        Assert.Matches("^R12-[0-9]{4}$", number);
        Assert.Matches("^[0-9]{3} [0-9]{3}$", confirmation);
        Assert.Contains("LANケーブルを抜く", await window.Page.Locator(".todo").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("情報セキュリティ管理者（中央消防署）", await window.Page.Locator(".told").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("受付済み", await window.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await window.Page.Context.CookiesAsync());
        await window.Picture("receipt");
        await window.Clear();
    }

    [Theory]
    [InlineData("Kinds", "何が起きたかを1つ以上選んでください")]
    [InlineData("EmergencyImpact", "影響があるかを選んでください")]
    [InlineData("Description", "状況を入力してください")]
    [InlineData("SectionId", "所属を選んでください")]
    [InlineData("Phone", "折り返しの電話番号を入力してください")]
    public async Task A_missing_answer_is_asked_for_and_the_others_stay(string field, string sentence)
    {
        await using var window = await fixture.Open(390);
        var typed = new Typed(Without: field);
        await window.Page.GotoAsync("/report");
        await typed.Into(window.Page);

        Assert.Equal(422, await window.Press("報告を送る"));

        Assert.Equal([sentence], await window.Errors());
        Assert.StartsWith("エラー：", await window.Page.TitleAsync(), StringComparison.Ordinal);
        await typed.StillIn(window.Page);
        await window.Page.Locator(".summary a").ClickAsync();
        Assert.EndsWith($"#{field}", window.Page.Url, StringComparison.Ordinal);
        await window.Clear();
    }

    [Fact]
    public async Task Errors_are_listed_in_the_order_of_the_form()
    {
        await using var window = await fixture.Open(390);
        await window.Page.GotoAsync("/report");

        Assert.Equal(422, await window.Press("報告を送る"));

        Assert.Equal(
            ["何が起きたかを1つ以上選んでください", "影響があるかを選んでください", "状況を入力してください", "所属を選んでください", "折り返しの電話番号を入力してください"],
            await window.Errors());
        await window.Picture("report-errors");
        await window.Clear();
    }

    [Fact]
    public async Task Pressing_twice_without_cookies_makes_one_report()
    {
        await using var window = await fixture.Open();
        var typed = new Typed(Description: $"二重送信 {Guid.CreateVersion7()}");
        await window.Page.GotoAsync("/report");
        await typed.Into(window.Page);
        await window.Page.Context.ClearCookiesAsync();

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "報告を送る" }).DblClickAsync();
        await window.Page.WaitForURLAsync("**/report/received/*");

        var (number, _) = await window.Receipt();
        await using var session = fixture.App.Store.QuerySession(App.Organisation);
        var stored = await session.Query<Report>().Where(r => r.Occurrence.Description == typed.Description).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([number], stored.Select(r => r.Number));
    }

    [Fact]
    public async Task The_same_page_sent_again_with_other_words_is_kept_with_the_first()
    {
        await using var window = await fixture.Open();
        await window.Page.GotoAsync("/report");
        var key = await window.Page.Locator("input[name=Key]").InputValueAsync();

        var first = await Send("はじめの文");
        var second = await Send("直した文");

        Assert.Equal(first.Url.Split('?')[0], second.Url.Split('?')[0]);
        await window.Page.GotoAsync(second.Url);
        var text = await window.Page.Locator("main").InnerTextAsync();
        Assert.Contains("はじめの文", text, StringComparison.Ordinal);
        Assert.Contains("直した文", text, StringComparison.Ordinal);

        async Task<IAPIResponse> Send(string description)
        {
            var form = window.Page.Context.APIRequest.CreateFormData();
            foreach (var (name, value) in new[] { ("Key", key), ("Kinds", "Other"), ("EmergencyImpact", "None"), ("Description", description), ("SectionId", "chuo"), ("Phone", "201") }) form.Append(name, value);
            return await window.Page.Context.APIRequest.PostAsync("/report", new() { Multipart = form });
        }
    }

    [Fact]
    public async Task Words_come_back_as_they_were_typed_and_nothing_of_them_runs()
    {
        const string Words = "\n  <script>document.title='x'</script>\n\"'&amp; 髙﨑𠮷濵 🚒 \u200b終わり";
        await using var window = await fixture.Open(scripts: true);
        await window.Page.GotoAsync("/report");
        var typed = new Typed(Words, Without: "Kinds");
        await typed.Into(window.Page);

        Assert.Equal(422, await window.Press("報告を送る"));
        await typed.StillIn(window.Page);
        await window.Page.Locator("#Description").FillAsync(Words + "\0");
        await window.Page.GetByLabel("わからない・その他").CheckAsync();
        Assert.Equal(200, await window.Press("報告を送る"));

        Assert.Equal(Words, await window.Page.Locator("dd.typed").TextContentAsync());
        Assert.NotEqual("x", await window.Page.TitleAsync());
        await window.Clear();
    }

    [Fact]
    public async Task A_description_that_is_too_long_stays_whole()
    {
        await using var window = await fixture.Open();
        var typed = new Typed(new string('長', 2001));
        await window.Page.GotoAsync("/report");
        await typed.Into(window.Page);

        Assert.Equal(422, await window.Press("報告を送る"));

        Assert.Equal(["状況は2,000文字までにしてください（いまは2,001文字）"], await window.Errors());
        await typed.StillIn(window.Page);
    }

    [Fact]
    public async Task A_photograph_of_one_byte_is_kept()
    {
        await using var window = await fixture.Open();
        await window.Page.GotoAsync("/report");
        await new Typed().Into(window.Page);
        await window.Page.Locator("#Files").SetInputFilesAsync(Photograph("../髙﨑 \"1\".png", 1));

        Assert.Equal(200, await window.Press("報告を送る"));

        Assert.Contains("（1バイト）", await window.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_20_MB_is_refused_in_words_and_the_text_stays()
    {
        await using var window = await fixture.Open();
        var typed = new Typed();
        await window.Page.GotoAsync("/report");
        await typed.Into(window.Page);
        await window.Page.Locator("#Files").SetInputFilesAsync(Photograph("大きい.png", 21 * 1024 * 1024));

        Assert.Equal(422, await window.Press("報告を送る"));

        Assert.Equal(["このファイルは20MBを超えています。写真を残したまま、ファイルなしで送ってください"], await window.Errors());
        await typed.StillIn(window.Page);
        Assert.Equal(200, await window.Press("報告を送る"));
    }

    [Fact]
    public async Task Six_files_are_one_too_many_and_photographs_are_asked_for_again()
    {
        await using var window = await fixture.Open();
        await window.Page.GotoAsync("/report");
        await new Typed().Into(window.Page);
        await window.Page.Locator("#Files").SetInputFilesAsync(Enumerable.Range(1, 6).Select(i => Photograph($"{i}.png", i)));
        Assert.Equal(422, await window.Press("報告を送る"));
        Assert.Equal(["ファイルは5個までにしてください"], await window.Errors());

        await window.Page.Locator("#Phone").FillAsync("");
        await window.Page.Locator("#Files").SetInputFilesAsync(Photograph("1.png", 1));
        Assert.Equal(422, await window.Press("報告を送る"));
        Assert.Equal(["折り返しの電話番号を入力してください", "ファイルは残っていません。もう一度選ぶか、ファイルなしで送ってください"], await window.Errors());
    }

    [Fact]
    public async Task Too_many_reports_from_one_address_are_sent_to_the_telephone_with_their_words()
    {
        await using var app = await fixture.Own(("Limits:ReportsPerTenMinutes", "1"), ("Limits:StatusLookupsPerTenMinutes", "1"));
        await using var window = await fixture.Open(app: app);
        await window.Report();
        var typed = new Typed("二つ目の報告");
        await window.Page.GotoAsync("/report");
        await typed.Into(window.Page);

        Assert.Equal(429, await window.Press("報告を送る"));

        Assert.Contains("0000-00-0000", (await window.Errors()).Single(), StringComparison.Ordinal);
        await typed.StillIn(window.Page);

        await window.Page.GotoAsync("/report/status");
        Assert.Equal(422, await window.Press("確認する"));
        Assert.Equal(429, await window.Press("確認する"));
        Assert.Contains("0000-00-0000", (await window.Errors()).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_database_is_away_the_words_come_back_with_the_telephone_number()
    {
        await using var app = await fixture.Own();
        await using var window = await fixture.Open(app: app);
        var typed = new Typed();
        await window.Page.GotoAsync("/report");
        await typed.Into(window.Page);
        await Away(app, true);

        Assert.Equal(503, await window.Press("報告を送る"));

        Assert.Contains("送信できませんでした。電話で報告してください：0000-00-0000", (await window.Errors()).Single(), StringComparison.Ordinal);
        await typed.StillIn(window.Page);
        await window.Picture("report-not-sent");

        await Away(app, false);
        Assert.Equal(200, await window.Press("報告を送る"));
        await window.Receipt();
    }

    [Fact]
    public async Task The_form_loads_with_fewer_than_40_KB()
    {
        await using var window = await fixture.Open(390, scripts: true);
        var loaded = new List<IResponse>();
        window.Page.Response += (_, response) => loaded.Add(response);

        await window.Page.GotoAsync("/report", new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.InRange(loaded.Count, 2, 6);
        var bytes = 0;
        foreach (var response in loaded) bytes += (await response.Request.SizesAsync()).ResponseBodySize;
        Assert.InRange(bytes, 10_000, 40_000);
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        await using var window = await fixture.Open();
        await window.Page.GotoAsync("/report");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("本文へ移動", await Focused(window.Page));

        var stops = 0;
        while (await Focused(window.Page) != "報告を送る" && stops++ < 40) await window.Page.Keyboard.PressAsync("Tab");

        Assert.InRange(stops, 1, 22);
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.innerText");

    private static FilePayload Photograph(string name, int size) => new() { Name = name, MimeType = "image/png", Buffer = new byte[size] };

    private static async Task Away(App app, bool away)
    {
        var server = new Npgsql.NpgsqlConnectionStringBuilder(app.Database);
        var name = server.Database;
        server.Database = "postgres";
        await using var connection = new Npgsql.NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"alter database {name} allow_connections {!away}; select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        await command.ExecuteNonQueryAsync();
    }
}

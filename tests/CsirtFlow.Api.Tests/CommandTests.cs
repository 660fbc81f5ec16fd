using CsirtFlow.Api.Board;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

/// <summary>Commands at the door: done, refused with the rule, too late, twice, at once, and by whom it does not concern.</summary>
public sealed class CommandTests(AppFixture fixture)
{
    [Fact]
    public async Task What_was_done_is_answered_in_the_policys_terms_with_the_new_version()
    {
        var app = await fixture.Shared();
        var number = (await An.Report(app)).Number;

        var answer = (await app.As("csirt").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "漏えいのおそれ", "誤送信"))).Ok();

        Assert.Equal(new CommandOutcome(number, 2, ["評価"]) with { Events = [] }, answer.Read<CommandOutcome>() with { Events = [] });
        Assert.Equal(["評価"], answer.Read<CommandOutcome>().Events);
        Assert.Equal(2, answer.Version);
        Assert.Equal(1, (await app.As("csirt").Get($"/api/incidents/{number}")).Ok().Version);
    }

    [Fact]
    public async Task Saying_the_same_again_changes_nothing()
    {
        var app = await fixture.Shared();
        var number = (await An.Report(app)).Number;
        var up = new PassReportUp([Office.SecurityOfficer]);

        (await app.As("tocho").Post($"/api/reports/{number}/passing-up", up)).Ok();
        var again = (await app.As("jicho").Post($"/api/reports/{number}/passing-up", up)).Ok();

        Assert.Empty(again.Read<CommandOutcome>().Events);
    }

    [Fact]
    public async Task A_refusal_names_the_rule_and_its_clause()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);

        var answer = (await app.As("kanri").Post($"/api/incidents/{number}/acknowledgements", new AcknowledgeReport())).Breaks("ciso-informed-first");

        Assert.Equal("32-3-2", answer.Json.GetProperty("broken")[0].GetProperty("clause").GetString());
        (await app.As("csirt").Post($"/api/incidents/{number}/cause", new EstablishCause(Determined: false))).Breaks("tried-given");
        (await app.As("csirt").Post($"/api/incidents/{number}/prevention-plan", new PlanPrevention("計画", [new("研修", "chuo", new(2030, 6, 1))]))).Breaks("cause-first");
    }

    [Fact]
    public async Task An_office_that_may_not_is_told_so()
    {
        var app = await fixture.Shared();
        var number = (await An.Report(app, by: "shokuin")).Number;

        (await app.As("shokuin").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.NotIncident, "大丈夫"))).Is(403, "office-may-not");
    }

    [Fact]
    public async Task Who_acts_on_an_old_screen_is_told_what_has_changed()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        (await app.As("csirt3").Post($"/api/incidents/{number}/notes", new AddNote("電話あり"))).Ok();

        var answer = (await app.As("csirt").Post($"/api/incidents/{number}/notes", new AddNote("遅れて書く"), version: 1)).Is(412, "changed-meanwhile");

        Assert.Contains("経過の記録（架空 携）", Assert.Single(answer.Json.GetProperty("changes").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Equal(2, answer.Json.GetProperty("version").GetInt64());
        (await app.As("csirt").Post($"/api/incidents/{number}/notes", new AddNote("読んでから書く"), version: 2)).Ok();
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("\"x\"")]
    [InlineData("\"99999999999999999999\"")]
    public async Task A_version_that_is_none_is_refused(string version)
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/incidents/{number}/notes") { Content = new StringContent("""{"text":"x"}""", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", version);

        (await app.As("csirt").Send(request)).Is(400, "bad-request");
    }

    [Fact]
    public async Task Fifty_writers_at_once_lose_nothing_and_double_nothing()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        string[] texts = [.. Enumerable.Range(1, 50).Select(n => $"記録{n}")];

        var answers = await Task.WhenAll(texts.Select(t => app.As("csirt").Post($"/api/incidents/{number}/notes", new AddNote(t))));

        var accepted = texts.Zip(answers).Where(x => x.Second.Code == 200).ToList();
        Assert.NotEmpty(accepted);
        Assert.All(answers.Where(a => a.Code != 200), a => a.Is(409, "changed-meanwhile"));
        var lines = (await app.As("csirt").Get($"/api/incidents/{number}/events")).Ok().Json.EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, accepted.Count + 1).Select(n => (long)n), lines.Select(l => l.GetProperty("version").GetInt64()));
        Assert.Equal(accepted.OrderBy(x => x.Second.Version).Select(x => x.First), lines.Skip(1).Select(l => l.GetProperty("data").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_command_sent_again_under_its_key_is_done_once()
    {
        var app = await fixture.Shared();
        var (number, key) = (await An.Incident(app), An.Key());
        var note = new AddNote("一度だけ");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.As("csirt").Post($"/api/incidents/{number}/notes", note, key: key)));

        Assert.All(answers, a => Assert.Equal(2, a.Ok().Read<CommandOutcome>().Version));
        Assert.Equal(2, (await app.As("csirt").Get($"/api/incidents/{number}")).Version);
        (await app.As("csirt").Post($"/api/incidents/{number}/notes", new AddNote("別の内容"), key: key)).Is(422, "idempotency-key-reused");
        // The key of one person is nothing to another.
        Assert.Equal(3, (await app.As("csirt3").Post($"/api/incidents/{number}/notes", note, key: key)).Ok().Version);
    }

    [Fact]
    public async Task Without_signing_in_there_is_nothing()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);

        (await app.Nobody.Get($"/api/incidents/{number}")).Is(401, "not-signed-in");
        (await app.Nobody.Post($"/api/incidents/{number}/notes", new AddNote("x"))).Is(401, "not-signed-in");
        (await app.Nobody.Get("/api/incidents")).Is(401, "not-signed-in");
    }

    [Theory]
    [InlineData("R12-9999")]
    [InlineData("R12-99999999999")]
    [InlineData("x")]
    [InlineData("R12-0001%20")]
    [InlineData("..%2F..%2Fetc")]
    public async Task A_number_that_there_is_not_is_not_found(string number)
    {
        var app = await fixture.Shared();

        (await app.As("csirt").Get($"/api/incidents/{number}")).Is(404, "not-found");
        (await app.As("csirt").Get($"/api/reports/{number}")).Is(404, "not-found");
        (await app.As("csirt").Post($"/api/incidents/{number}/notes", new AddNote("x"))).Is(404, "not-found");
    }

    [Fact]
    public async Task What_is_not_ones_matter_looks_as_if_it_were_not_there()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);

        var hidden = (await app.As("keibo-hosa").Get($"/api/incidents/{number}")).Is(404, "not-found");
        var missing = (await app.As("keibo-hosa").Get("/api/incidents/R12-9998")).Is(404, "not-found");

        Assert.Equal(missing.Json.GetProperty("detail").GetString(), hidden.Json.GetProperty("detail").GetString());
        (await app.As("keibo-hosa").Post($"/api/incidents/{number}/notes", new AddNote("x"))).Is(404, "not-found");
    }

    [Fact]
    public async Task The_queue_finds_by_any_width_and_kana_and_takes_no_wildcards()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app, An.Occurrence with { Description = "ﾙｰﾀｰ ＡＢＣ の 100% 故障_x" });
        await app.Quiet();

        async Task<string[]> Found(string text) =>
            [.. (await app.As("csirt").Get($"/api/incidents?show=all&search={Uri.EscapeDataString(text)}")).Ok().Read<CaseList>().Cases.Select(c => c.Id)];

        Assert.Contains(number, await Found("ルーター abc"));
        Assert.Contains(number, await Found("100%"));
        Assert.Contains(number, await Found(number.ToLowerInvariant()));
        Assert.DoesNotContain(number, await Found("100_ 故障"));
        Assert.Empty(await Found("' or 1=1 --"));
        (await app.As("csirt").Get("/api/incidents?size=0")).Is(400, "bad-request");
        (await app.As("csirt").Get("/api/incidents?kind=Fire")).Is(400, "bad-request");
        Assert.Equal(100, (await app.As("csirt").Get("/api/incidents?size=100000")).Ok().Read<CaseList>().Size);
    }
}

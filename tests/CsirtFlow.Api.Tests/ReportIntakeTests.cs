using System.Globalization;
using System.Text;
using CsirtFlow.Api.Board;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

/// <summary>報告の受付 (32-1-1, 32-2-1): nothing is lost, nothing is doubled, and what cannot be taken says why.</summary>
public sealed class ReportIntakeTests(AppFixture fixture, OwnApp own) : IClassFixture<OwnApp>
{
    private const string Good = """{"kinds":["Loss"],"emergencyImpact":"None","description":"USBメモリをなくした","sectionId":"chuo","phone":"1"}""";

    private static readonly string Huge = $$"""{"kinds":["Loss"],"emergencyImpact":"None","description":"{{new string('あ', 100_000)}}","sectionId":"chuo","phone":"1"}""";

    private Task<App> Own => own.Started(fixture);

    [Fact]
    public async Task A_report_is_answered_with_everything_that_the_reporter_needs()
    {
        var app = await Own;

        var receipt = await An.Report(app, An.Occurrence with { Kinds = [OccurrenceKind.Ransom] });

        Assert.Matches("^[0-9]{6}$", receipt.Confirmation);
        Assert.StartsWith("/report/received/", receipt.ReceiptUrl, StringComparison.Ordinal);
        Assert.Contains("指令台・119番受付・無線の端末は、抜かずに当直長（通信指令）へ確認する", receipt.DoNow[0], StringComparison.Ordinal);
        Assert.Contains(receipt.Told, t => t.Office.Contains("中央消防署", StringComparison.Ordinal));
        Assert.NotEmpty(receipt.Hotline);
        Assert.Equal(app.Clock.GetUtcNow(), receipt.ReceivedAt);
    }

    [Fact]
    public async Task Every_missing_answer_is_named_at_once()
    {
        var answer = await (await Own).Nobody.PostText("/api/reports", """{"kinds":[],"emergencyImpact":"Unknown","description":" ","sectionId":""}""");

        answer.Breaks("kinds-given", "description-given", "section-given", "phone-given");
    }

    [Theory]
    [InlineData("\"kinds\":[\"Loss\"]", "\"kinds\":[]", "kinds-given")]
    [InlineData("USBメモリをなくした", "　", "description-given")]
    [InlineData("\"chuo\"", "null", "section-given")]
    [InlineData("\"chuo\"", "\"nowhere\"", "section-known")]
    [InlineData("\"phone\":\"1\"", "\"phone\":\"\"", "phone-given")]
    [InlineData("\"phone\":\"1\"", "\"phone\":\"1\",\"noticedAt\":\"2030-04-02T09:00:00+09:00\"", "not-in-future")]
    public async Task A_missing_or_wrong_answer_is_named(string right, string wrong, string rule)
    {
        var app = await Own;
        var before = await Stored(app);

        (await app.Nobody.PostText("/api/reports", Good.Replace(right, wrong, StringComparison.Ordinal))).Breaks(rule);

        Assert.Equal(before, await Stored(app));
    }

    [Fact]
    public async Task Somebody_outside_needs_neither_section_nor_telephone()
    {
        var receipt = await An.Report(await Own, An.Occurrence with { Outside = true, SectionId = null, Phone = "" });

        Assert.NotEmpty(receipt.Number);
    }

    [Theory]
    [InlineData("""{"kinds":["Loss"],"emergencyImpact":"None","description":"x","sectionId":"chuo","phone":"1","verdict":"Incident"}""", "verdict")]
    [InlineData("""{"kinds":["Fire"],"emergencyImpact":"None","description":"x","sectionId":"chuo","phone":"1"}""", "kinds")]
    [InlineData("""{"kinds":[1],"emergencyImpact":"None","description":"x","sectionId":"chuo","phone":"1"}""", "kinds")]
    [InlineData("""{"kinds":["Loss"],"emergencyImpact":7,"description":"x","sectionId":"chuo","phone":"1"}""", "emergencyImpact")]
    [InlineData("""{"kinds":["Loss"],"emergencyImpact":"None","description":null,"sectionId":"chuo","phone":"1"}""", "")]
    [InlineData("""{"kinds":["Loss"],"emergencyImpact":"None","sectionId":"chuo","phone":"1"}""", "description")]
    [InlineData("""{"kinds":["Loss"],"emergencyImpact":"None","description":"\ud800","sectionId":"chuo","phone":"1"}""", "description")]
    [InlineData("""{"kinds":["Loss"],"emergencyImpact":"None","description":"x","sectionId":"chuo","phone":"1","\udfff":1}""", "")]
    [InlineData("", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("{", "")]
    [InlineData("{}{}", "")]
    public async Task What_is_no_report_is_refused_and_names_the_field(string body, string field)
    {
        var app = await Own;
        var before = await Stored(app);

        var answer = await app.Nobody.PostText("/api/reports", body);

        Assert.True(answer.Code == 400 && answer.ContentType == "application/problem+json", answer.Text);
        Assert.Contains(field, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await Stored(app));
    }

    [Fact]
    public async Task Deep_nesting_and_bytes_that_are_no_text_are_refused()
    {
        var nobody = (await Own).Nobody;

        (await nobody.PostText("/api/reports", new string('[', 5000))).Is(400, "bad-json");
        (await nobody.PostText("/api/reports", $"{{\"kinds\":{new string('[', 5000)}")).Is(400, "bad-json");
        (await nobody.PostBytes("/api/reports", [(byte)'{', 0xff, 0xfe, (byte)'}'], "application/json")).Is(400, "bad-json");
    }

    [Fact]
    public async Task What_no_text_column_keeps_is_left_out_and_the_report_is_taken()
    {
        var app = await Own;

        var number = (await An.Report(app, An.Occurrence with { Description = "前\0後\u0007\n次の行" })).Number;

        var stored = (await app.As("csirt").Get($"/api/reports/{number}")).Ok().Read<ReportAnswer>();
        Assert.Equal("前後\n次の行", stored.Report.Occurrence.Description);
    }

    [Fact]
    public async Task Two_thousand_characters_are_taken_and_one_more_is_not()
    {
        var app = await Own;

        await An.Report(app, An.Occurrence with { Description = new string('あ', 2000) });
        (await app.Nobody.Post("/api/reports", An.Occurrence with { Description = new string('あ', 2001) })).Breaks("text-too-long");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_whether_it_says_its_length_or_not()
    {
        var nobody = (await Own).Nobody;
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/api/reports") { Content = new StringContent(Huge, Encoding.UTF8, "application/json") };
        chunked.Headers.TransferEncodingChunked = true;
        chunked.Content.Headers.ContentLength = null;

        (await nobody.PostText("/api/reports", Huge)).Is(413, "too-large");
        (await nobody.Send(chunked)).Is(413, "too-large");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Only_JSON_is_read(string? contentType) =>
        (await (await Own).Nobody.PostBytes("/api/reports", Encoding.UTF8.GetBytes(Good), contentType)).Is(415, "json-expected");

    [Fact]
    public async Task The_same_report_sent_twice_is_one_report()
    {
        var app = await Own;
        var (key, before) = (An.Key(), await Stored(app));

        var first = await An.Report(app, key: key);
        var second = await An.Report(app, key: key);

        Assert.Equal((first.Number, first.Confirmation, first.ReceiptUrl), (second.Number, second.Confirmation, second.ReceiptUrl));
        Assert.Equal((before.Reports + 1, before.Submissions + 1), ((await Stored(app)).Reports, (await Stored(app)).Submissions));
    }

    [Fact]
    public async Task Another_report_under_the_same_key_is_refused()
    {
        var (app, key) = (await Own, An.Key());
        await An.Report(app, key: key);

        (await app.Nobody.Post("/api/reports", An.Occurrence with { Description = "別のこと" }, key: key)).Is(422, "idempotency-key-reused");
    }

    [Theory]
    [InlineData("short-key-15-ch")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789x")]
    public async Task A_key_that_could_be_guessed_or_is_too_long_is_refused(string key) =>
        (await (await Own).Nobody.Post("/api/reports", An.Occurrence, key: key)).Is(400, "bad-request");

    [Fact]
    public async Task Fifty_at_once_under_one_key_are_one_report()
    {
        var app = await Own;
        var (key, before) = (An.Key(), await Stored(app));

        var receipts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => An.Report(app, key: key)));

        Assert.Single(receipts.Select(r => (r.Number, r.Confirmation, r.ReceiptUrl)).Distinct());
        Assert.Equal((before.Reports + 1, before.Submissions + 1), ((await Stored(app)).Reports, (await Stored(app)).Submissions));
    }

    [Fact]
    public async Task Numbers_are_given_once_and_in_order_when_many_report_at_once()
    {
        var app = await Own;

        var numbers = (await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => An.Report(app)))).Select(r => int.Parse(r.Number[4..], CultureInfo.InvariantCulture)).Order().ToList();

        Assert.Equal(Enumerable.Range(numbers[0], 64), numbers);
    }

    private static async Task<(long Events, long Reports, long Submissions, long LastNumber)> Stored(App app)
    {
        await app.Quiet();
        return (await app.Scalar("select count(*) from csirt.mt_events"), await app.Scalar("select count(*) from csirt.mt_doc_report"),
            await app.Scalar("select count(*) from csirt.mt_doc_submission"), await app.Scalar("select coalesce(max(last), 0) from csirt.receipt_counter"));
    }
}

using System.Text;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Demonstration;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;
using Marten;

namespace CsirtFlow.Api.Tests;

/// <summary>What is no text, no list and no time: cleaned or refused in words at every door, and nothing behind the doors stands still.</summary>
public sealed class InputTests(AppFixture fixture)
{
    /// <summary>NUL, a bell, a C1 control, what Unicode keeps free of characters, and signs that turn the direction of writing.</summary>
    private const string Odd = "\0\u0007\u0085\uFFFE\uFFFF\uFDD0\U0001FFFE\u202E\u200F";

    /// <summary>What is left of it.</summary>
    private const string Cleaned = "\uFFFD\uFFFD\uFFFD\uFFFD";

    [Fact]
    public async Task A_report_of_odd_text_is_taken_cleaned_and_found()
    {
        var app = await fixture.Shared();
        var word = An.Key();

        var number = (await An.Report(app, An.Occurrence with { Description = $"{word}{Odd}", Name = Odd, Phone = $"1{Odd}" })).Number;
        await app.Listed(number);

        var kept = (await app.As("csirt").Get($"/api/reports/{number}")).Ok().Read<ReportAnswer>().Report;
        Assert.Equal(($"{word}{Cleaned}", Cleaned, $"1{Cleaned}"), (kept.Occurrence.Description, kept.Reporter.Name, kept.Reporter.Phone));
        Assert.Equal([number], (await app.As("csirt").Get($"/api/incidents?show=all&search={word}")).Ok().Read<CaseList>().Cases.Select(c => c.Id));
    }

    [Fact]
    public async Task The_form_takes_odd_text_half_pairs_and_names_of_files()
    {
        var app = await fixture.Shared();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Loss"), "Kinds" }, { new StringContent("None"), "EmergencyImpact" }, { new StringContent("chuo"), "SectionId" }, { new StringContent("1"), "Phone" },
            { new ByteArrayContent([.. Encoding.UTF8.GetBytes($"紛失{Odd}"), 0xED, 0xA0, 0x80]), "Description" },
        };
        var file = new ByteArrayContent([1]);
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"Files\"; filename*=UTF-8''{Uri.EscapeDataString("..\\..\\cron.d/\uFFFE" + new string('あ', 198) + "😀.exe")}");
        form.Add(file);

        var answer = await app.Nobody.Send(new(HttpMethod.Post, "/report") { Content = form });

        Assert.Equal(303, answer.Code);
        await using var session = app.Store.QuerySession(App.Organisation);
        var secret = answer.Headers.Location!.ToString().Split('/')[3];
        var receipt = await session.Query<Submission>().SingleAsync(s => s.Secret == secret);
        var kept = (await app.As("csirt").Get($"/api/reports/{receipt.Number}")).Ok().Read<ReportAnswer>().Report;
        Assert.StartsWith($"紛失{Cleaned}", kept.Occurrence.Description, StringComparison.Ordinal);
        Assert.Contains("cron.d/\uFFFDああ", Assert.Single(kept.Files).Name, StringComparison.Ordinal);
        await app.Listed(receipt.Number);
    }

    [Fact]
    public async Task Odd_text_in_an_incident_reaches_its_pages_and_papers_cleaned()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app, title: $"誤送信{Odd}");
        var csirt = app.As("csirt");
        (await csirt.Post($"/api/incidents/{number}/notes", new { text = $"電話{Odd}" })).Ok();
        (await csirt.Post($"/api/incidents/{number}/facts", new { facts = new Dictionary<string, object> { ["incident.summary"] = new { text = $"概要{Odd}", state = "Confirmed" } } })).Ok();
        (await csirt.Post($"/api/incidents/{number}/drafts", new DraftDocument("internal-first-report"))).Ok();
        await app.Listed(number);

        foreach (var path in new[] { $"/incidents/{number}", "/queue?show=all", $"/api/incidents/{number}/documents/internal-first-report?format=docx", $"/api/incidents/{number}/documents/internal-first-report", $"/incidents/{number}/documents/internal-first-report/1", $"/incidents/{number}/duties" })
            (await csirt.Get(path)).Ok();
    }

    [Theory]
    [InlineData("/queue?search=%EF%BF%BE")]
    [InlineData("/queue?section=%00&kind=")]
    [InlineData("/api/incidents?search=%00%EF%BF%BF%ED%A0%80")]
    [InlineData("/incidents/{number}?asOf=0001-01-01T00:00")]
    [InlineData("/incidents/{number}?asOf=9999-12-31T23:59")]
    [InlineData("/incidents/{number}/duties?at=0001-01-01T00:00")]
    [InlineData("/incidents/{number}?viewer=99&open=%EF%BF%BE&done=%00")]
    [InlineData("/incidents/{number}/documents/%EF%BF%BE/1")]
    [InlineData("/api/incidents/{number}/events?asOf=+")]
    [InlineData("/statistics?fy=R99999999999")]
    [InlineData("/home?received=%EF%BF%BE")]
    [InlineData("/report/received/%EF%BF%BE")]
    [InlineData("/sign-in?return=%EF%BF%BE&lang=%00")]
    public async Task An_address_with_odd_text_or_a_far_time_is_answered(string path)
    {
        var app = await fixture.Shared();

        var answer = await app.As("csirt").Get(path.Replace("{number}", await An.Incident(app), StringComparison.Ordinal));

        Assert.True(answer.Code < 500, $"{answer.Code} {app.Complaints.LastOrDefault()}");
    }

    [Fact]
    public async Task A_search_word_cut_in_the_middle_of_a_character_is_searched()
    {
        var app = await fixture.Shared();

        (await app.As("csirt").Get($"/api/incidents?search={Uri.EscapeDataString(new string('あ', 99) + "😀")}")).Ok();
    }

    [Fact]
    public async Task A_name_of_odd_text_is_nobodys()
    {
        var app = await fixture.Shared();

        (await app.Nobody.Post("/api/sign-in", new { name = $"csirt{Odd}", password = DemonstrationOrganisation.Password })).Is(401, "sign-in-refused");
    }

    [Theory]
    [InlineData("reports/{number}/supplements", """{"answers":{"質問":null}}""")]
    [InlineData("incidents/{number}/systems-checks", """{"systemIds":[null],"instruction":"確認","due":"2030-05-01T00:00:00Z"}""")]
    [InlineData("incidents/{number}/restriction", """{"personIds":["csirt",null],"reason":"内部不正の疑い"}""")]
    [InlineData("incidents/{number}/filings", """{"form":"ppc-preliminary","serves":[null],"addressee":"委員会","filingChannel":"電話"}""")]
    [InlineData("incidents/{number}/prevention-plan", """{"summary":"計画","measures":[null]}""")]
    [InlineData("incidents/{number}/ciso-instruction", """{"instruction":"Amended","measures":[null]}""")]
    [InlineData("incidents/{number}/facts", """{"facts":{"incident.summary":null}}""")]
    [InlineData("incidents/{number}/drafts/internal-first-report/1/revision", """{"fields":{"overview":null}}""")]
    [InlineData("incidents/{number}/drafts/internal-first-report/1/filing", """{"serves":[null],"addressee":"総務省","filingChannel":"電話"}""")]
    [InlineData("organisation", """{"id":"default","name":"x","people":[null]}""")]
    [InlineData("organisation", """{"id":"default","name":"x","settings":{"limitMinutes":{"32-1-2":null}}}""")]
    [InlineData("dead-letters/replay", """{"ids":[null]}""")]
    [InlineData("reports", """{"kinds":[null],"emergencyImpact":"None","description":"x","sectionId":"chuo","phone":"1"}""")]
    public async Task Null_in_a_list_is_refused_in_words(string path, string body)
    {
        var app = await fixture.Shared();

        (await app.As("csirt").PostText($"/api/{path.Replace("{number}", await An.Incident(app), StringComparison.Ordinal)}", body)).Is(400, "bad-json");
    }

    [Theory]
    [InlineData("""{"text":"a","text":"b"}""", "2回")]
    [InlineData("""{"text":"a","Text":"b"}""", "2回")]
    [InlineData("""{"text":"a","occurredAt":"0001-01-01T00:00:00+14:00"}""", "occurredAt")]
    [InlineData("""{"text":"a","occurredAt":"9999-12-31T23:59:59-14:00"}""", "occurredAt")]
    [InlineData("""{"text":1e400}""", "text")]
    [InlineData("""{"text":"\ud800"}""", "text")]
    public async Task What_can_be_read_in_two_ways_or_in_none_is_refused(string body, string said)
    {
        var app = await fixture.Shared();

        var answer = (await app.As("csirt").PostText($"/api/incidents/{await An.Incident(app)}/notes", body)).Is(400, "bad-json");

        Assert.Contains(said, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reports/{number}/supplements", """{"answers":{"\ud800":"x"}}""")]
    [InlineData("reports/{number}/supplements", """{"answers":{"a":"x","a":"y"}}""")]
    [InlineData("incidents/{number}/orders", """{"kind":"Recovery","sectionId":"chuo","instruction":"x","due":"+292277026596-01-01T00:00:00Z"}""")]
    [InlineData("incidents/{number}/carried-out-orders", """{"order":99999999999999999999,"account":"x"}""")]
    [InlineData("incidents/{number}/exemption-requests", """{"provision":"x","instead":"x","reason":"x","until":"9999-12-31"}""")]
    public async Task A_number_a_day_or_a_key_that_is_none_is_refused(string path, string body)
    {
        var app = await fixture.Shared();

        (await app.As("csirt").PostText($"/api/{path.Replace("{number}", await An.Incident(app), StringComparison.Ordinal)}", body)).Is(400, "bad-json");
    }
}

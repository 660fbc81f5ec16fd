using System.Collections.Immutable;
using System.Text.Json;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;
using Known = CsirtFlow.Domain.Statutory.Answer;

namespace CsirtFlow.Api.Tests.Documents;

public sealed class DocumentEndpointTests(AppFixture fixture)
{
    private const string Commission = "ppc-preliminary";
    private const string Government = "soumu-fukushima-incident-report";

    [Fact]
    public async Task The_list_shows_each_form_with_what_is_missing_and_its_filings()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);

        var list = await List(app, number);
        Assert.Equal(FormDefinition.All.Where(f => f.Subject is FormSubject.Incident).OrderBy(f => f.Order).Select(f => f.Id), list.Select(l => l.GetProperty("form").GetString()));
        Assert.StartsWith("個人情報の漏えい等の該当性判定を先に", Of(list, Commission).GetProperty("notOffered").GetString(), StringComparison.Ordinal);
        var before = Of(list, Government);
        Assert.Equal("情報セキュリティインシデント報告書（第1報）", before.GetProperty("title").GetString());
        Assert.Contains("概要", before.GetProperty("completeness").GetProperty("blockingLabels").EnumerateArray().Select(l => l.GetString()));

        (await app.As("somu-shukan").Post($"/api/incidents/{number}/filings", new RecordFiling(Government, ["19-5"], "福島県", "LGWANメール", Reason: "先方の用紙に書いた"))).Ok();

        var after = Of(await List(app, number), Government);
        Assert.Equal((2, 1), (after.GetProperty("issue").GetInt32(), after.GetProperty("filings").GetArrayLength()));
        Assert.Contains("（第2報）", (await app.As("csirt").Get($"{after.GetProperty("links").GetProperty("txt").GetString()}")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains("（第1報）", (await app.As("csirt").Get($"{Path(number, Government)}?format=txt&issue=1")).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_comes_with_its_stylesheet()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);

        var page = (await app.As("csirt").Get(Path(number, Government))).Ok();
        var style = (await app.Nobody.Get("/css/document.css")).Ok();

        Assert.Equal(("text/html", "text/css"), (page.ContentType, style.ContentType));
        Assert.Contains("<link rel=\"stylesheet\" href=\"/css/document.css\">", page.Text, StringComparison.Ordinal);
        Assert.True(style.Headers.CacheControl!.Public);
        Assert.NotNull(style.Headers.ETag);
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_word_file_is_saved_under_its_japanese_name()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        using var http = app.CreateClient();
        http.DefaultRequestHeaders.Add("Cookie", await app.Cookie("csirt"));

        using var answer = await http.GetAsync(new Uri($"{Path(number, Government)}?format=docx", UriKind.Relative), TestContext.Current.CancellationToken);

        var saved = answer.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", $"{number}_情報セキュリティインシデント報告書（第1報）.docx"), (saved.DispositionType, saved.FileNameStar));
        Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..2]);
    }

    [Fact]
    public async Task As_of_an_earlier_moment_the_earlier_document_comes_back()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        var then = app.Clock.GetUtcNow();
        var document = $"{Path(number, Government)}?format=txt&asOf={Uri.EscapeDataString(then.ToString("O"))}";
        var first = (await app.As("csirt").Get(document)).Ok().Text;

        app.Clock.Advance(TimeSpan.FromMinutes(10));
        var facts = ImmutableDictionary<string, Fact>.Empty.Add("incident.summary", new("宛先を誤った。", FactState.Confirmed));
        (await app.As("csirt").Post($"/api/incidents/{number}/facts", new RecordFacts(facts))).Ok();

        Assert.Equal(first, (await app.As("csirt").Get(document)).Ok().Text);
        Assert.Contains("概要：宛先を誤った。", (await app.As("csirt").Get($"{Path(number, Government)}?format=txt")).Ok().Text, StringComparison.Ordinal);
        (await app.As("csirt").Get($"{Path(number, Government)}?asOf=2030-03-31T00:00:00Z")).Is(404, "not-found");
        (await app.As("csirt").Get($"{Path(number, Government)}?asOf=2031-01-01T00:00:00Z")).Is(400, "bad-request");
    }

    [Theory]
    [InlineData("csirt2", 200)]
    [InlineData("shobocho", 200)]
    [InlineData("kanri", 200)]
    [InlineData("somu-shukan", 200)]
    [InlineData("kansa", 200)]
    [InlineData("shocho", 200)]
    [InlineData("tocho", 200)]
    [InlineData("shokuin", 403)]
    [InlineData("yobo-kacho", 404)]
    public async Task Whoever_may_see_the_incident_by_an_office_reads_its_documents(string person, int status)
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app, by: "shokuin");

        Assert.Equal(status, (await app.As(person).Get(Path(number, Government))).Code);
        Assert.Equal(status, (await app.As(person).Get($"/api/incidents/{number}/documents")).Code);
        (await app.Nobody.Get(Path(number, Government))).Is(401, "not-signed-in");
    }

    [Fact]
    public async Task In_a_restricted_incident_the_named_read_and_the_rest_find_nothing()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["csirt", "yobo-kacho"], "内部の調査"))).Ok();

        (await app.As("yobo-kacho").Get(Path(number, Government))).Ok();
        (await app.As("tocho").Get(Path(number, Government))).Is(404, "not-found");
    }

    [Theory]
    [InlineData(Known.Unknown)]
    [InlineData(Known.Yes)]
    public async Task With_my_number_the_form_is_refused_with_the_reason(Known included)
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        (await app.As("csirt").Get(Path(number, Commission))).Breaks("assess-personal-data-first");

        (await app.As("csirt").Post($"/api/incidents/{number}/personal-data-assessment",
            new AssessPersonalData(new() { HeldInformation = Known.Yes, MyNumber = new() { Included = included } }))).Ok();

        (await app.As("csirt").Get(Path(number, Commission))).Breaks("my-number-has-its-own-form");
        (await app.As("csirt").Get(Path(number, "my-number-preliminary"))).Ok();
    }

    [Theory]
    [InlineData(Government, "?format=pdf", 400)]
    [InlineData(Government, "?issue=0", 400)]
    [InlineData(Government, "?issue=100", 400)]
    [InlineData(Government, "?issue=%2B1", 400)]
    [InlineData(Government, "?asOf=yesterday", 400)]
    [InlineData(Government, "?issue=99", 200)]
    [InlineData(Government, "?issue=final", 200)]
    [InlineData("no-such-form", "", 404)]
    public async Task Whatever_is_asked_wrongly_is_refused(string form, string query, int status)
    {
        var app = await fixture.Shared();

        Assert.Equal(status, (await app.As("csirt").Get(Path(await An.Incident(app), form) + query)).Code);
    }

    private static string Path(string number, string form) => $"/api/incidents/{number}/documents/{form}";

    private static JsonElement Of(JsonElement[] list, string form) => list.Single(l => l.GetProperty("form").GetString() == form);

    private static async Task<JsonElement[]> List(App app, string number) => [.. (await app.As("csirt").Get($"/api/incidents/{number}/documents")).Ok().Json.EnumerateArray()];
}

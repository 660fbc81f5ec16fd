using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

/// <summary>閲覧の制限 at every endpoint: for whom it keeps out there is no such matter, not by its number, not in a list and not beside another one.</summary>
public sealed partial class AccessTests
{
    private const string Title = "持ち出しの疑い";
    private const string Unknown = "R12-9998";

    // csirt has restricted it to oneself; the CISO stays inside, and the auditor sees everything.
    private static readonly string[] KeptOut = [.. AccessTable.People.Except(["csirt", "kanri", "kansa"]), AccessMatter.Elsewhere];
    private static readonly string[] Curious = ["csirt3", "shobocho", "tocho", "shokuin", "somu-shukan", "keibo-kacho", AccessMatter.Elsewhere];
    private static readonly string[] Inside = ["csirt", "kansa"];

    /// <summary>What lists are asked for.</summary>
    private static readonly Dictionary<string, string[]> Queries = new()
    {
        ["GET /queue"] = ["?show=all", "?show=overdue", "?show=outside", $"?search={Uri.EscapeDataString(Title)}"],
        ["GET /api/incidents"] = ["?show=all", $"?search={Uri.EscapeDataString(Title)}"],
        ["GET /notices"] = ["?all=true"],
        ["GET /api/notices"] = ["?all=true"],
        ["GET /incoming-mails"] = ["?all=true"],
        ["GET /api/incoming-mails"] = ["?all=true"],
    };

    public static TheoryData<string> OfMatters => [.. AccessTable.All.Keys.Where(AccessTable.NamesMatter)];

    public static TheoryData<string> Looks => [.. AccessTable.All.Keys.Where(e => e.StartsWith("GET ", StringComparison.Ordinal) && e != "GET /dev/mails")];

    [Theory]
    [MemberData(nameof(OfMatters))]
    public async Task Of_a_restricted_matter_an_endpoint_answers_whom_it_keeps_out_as_if_there_were_none(string endpoint)
    {
        var app = await two.Started(fixture);
        var (hidden, _) = await Hidden(app);
        var none = hidden with { Number = Unknown, Report = new('0', 64), Evidence = new('0', 64), Copy = new('0', 64), Mail = new('0', 64) };
        var missing = await none.Ask(app, "madoguchi", endpoint);

        await Task.WhenAll(KeptOut.Select(async person =>
        {
            var (answer, expected) = (await hidden.Ask(app, person, endpoint), person == "shobocho" && AccessTable.All[endpoint].KeptOut is { } told ? told : AccessTable.ExpectedOfNone(endpoint, person));
            Assert.True(answer.Code == expected, $"{endpoint} answers {person} {answer.Code} instead of {expected}.");
            Assert.False(answer.Text.Contains(Title, StringComparison.Ordinal), $"{endpoint} tells {person} the title.");
            if (answer.Code == missing.Code && person == "madoguchi") Assert.Equal(Said(missing), Said(answer));
        }));
        Assert.Equal(AccessTable.ExpectedOfNone(endpoint, "madoguchi"), missing.Code);
        if (endpoint.StartsWith("GET ", StringComparison.Ordinal))
            foreach (var person in Inside) Assert.Equal(AccessTable.Expected(endpoint, person), (await hidden.Ask(app, person, endpoint)).Code);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_list_and_no_other_matter_betrays_a_restricted_one(string endpoint)
    {
        var app = await two.Started(fixture);
        var (hidden, other) = await Hidden(app);

        await Task.WhenAll(from person in Curious
                           from query in Queries.GetValueOrDefault(endpoint, [""]).Concat(person == "shobocho" ? ["?lang=en"] : [])
                           select Silent(person, query));

        async Task Silent(string person, string query)
        {
            var answer = await other.Ask(app, person, endpoint, query);
            Assert.False(answer.Text.Contains(hidden.Number, StringComparison.Ordinal), $"{endpoint}{query} tells {person} the number.");
            // What was searched for stands in the form that asked.
            if (!query.Contains("search", StringComparison.Ordinal)) Assert.False(answer.Text.Contains(Title, StringComparison.Ordinal), $"{endpoint}{query} tells {person} the title.");
        }
    }

    [Fact]
    public async Task Whoever_may_see_it_finds_it_where_the_others_do_not()
    {
        var app = await two.Started(fixture);
        // Of its own and the newest, because lists end somewhere, and other tests make matters too.
        var (_, other) = await Hidden(app);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        const string Own = "書庫の鍵の紛失";
        var hidden = await AccessMatter.Made(app, Own);
        (await app.As("csirt").Post($"/api/incidents/{other.Number}/links", new LinkIncident(hidden.Number, Own))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{hidden.Number}/personal-data-assessment", new AssessPersonalData(Documents.Missent.Data))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{hidden.Number}/restriction", new RestrictIncident(["csirt"], "内部不正の疑い"))).Ok();
        await app.Quiet();

        foreach (var endpoint in new[] { "GET /queue", "GET /api/incidents", "GET /notices", "GET /api/notices", "GET /incoming-mails", "GET /deadlines", "GET /api/deadlines", "GET /incidents/{number}", "GET /api/incidents/{number}" })
            foreach (var person in new[] { "csirt", "kansa" })
            {
                var found = (await other.Ask(app, person, endpoint, endpoint is "GET /queue" or "GET /api/incidents" ? $"?show=all&search={hidden.Number}" : Queries.GetValueOrDefault(endpoint, [""])[0])).Text;
                Assert.True(found.Contains(hidden.Number, StringComparison.Ordinal) || found.Contains(Own, StringComparison.Ordinal) || (endpoint, person) == ("GET /notices", "kansa"), $"{endpoint} {person}");
            }
    }

    [Fact]
    public async Task Whom_it_is_about_is_answered_as_if_there_were_none_whatever_office_they_hold()
    {
        var app = await two.Started(fixture);
        var matter = await AccessMatter.Made(app, "監査担当の持ち出し");
        (await app.As("csirt").Post($"/api/incidents/{matter.Number}/personal-data-assessment", new AssessPersonalData(Documents.Missent.Data))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{matter.Number}/restriction", new RestrictIncident(["shobocho"], "内部不正の疑い", InvolvedIds: ["kansa", "kanri"]))).Ok();
        await app.Quiet();

        Assert.Equal(200, (await matter.Ask(app, "shobocho", "GET /incidents/{number}")).Code);

        foreach (var person in new[] { "kansa", "kanri" })
        {
            foreach (var endpoint in OfMatters.Select(row => row.Data)) Assert.Equal((endpoint, AccessTable.ExpectedOfNone(endpoint, person)), (endpoint, (await matter.Ask(app, person, endpoint)).Code));
            foreach (var (endpoint, queries) in Queries)
                foreach (var query in queries) Assert.DoesNotContain(matter.Number, (await matter.Ask(app, person, endpoint, query)).Text, StringComparison.Ordinal);
            foreach (var endpoint in new[] { "GET /home", "GET /deadlines", "GET /api/deadlines", "GET /access", "GET /access.csv", "GET /api/access" }) Assert.DoesNotContain(matter.Number, (await matter.Ask(app, person, endpoint)).Text, StringComparison.Ordinal);
        }
        Assert.Contains(matter.Number, (await matter.Ask(app, "shobocho", "GET /queue", $"?show=all&search={matter.Number}")).Text, StringComparison.Ordinal);
    }

    private static async Task<(AccessMatter Hidden, AccessMatter Other)> Hidden(App app)
    {
        var other = await Matter(app, "メールの誤送信");
        Task<AccessMatter> hidden;
        lock (matters) hidden = matters.TryGetValue(Title, out var made) ? made : matters[Title] = Restricted(app, other.Number);
        return (await hidden, other);
    }

    private static async Task<AccessMatter> Restricted(App app, string other)
    {
        var matter = await AccessMatter.Made(app, Title);
        var csirt = app.As("csirt");
        (await csirt.Post($"/api/incidents/{other}/links", new LinkIncident(matter.Number, Title))).Ok();
        (await csirt.Post($"/api/incidents/{matter.Number}/severity", new DecideSeverity(new SeverityFactors(ResidentServiceStopped: true)))).Ok();
        (await csirt.Post($"/api/incidents/{matter.Number}/personal-data-assessment", new AssessPersonalData(Documents.Missent.Data))).Ok();
        (await csirt.Post($"/api/incidents/{matter.Number}/restriction", new RestrictIncident(["csirt"], "内部不正の疑い"))).Ok();
        await app.Quiet();
        return matter;
    }

    // What a page says, without its tokens; of a problem the sentence, without the number of the request.
    private static string Said(Reply r) => r.ContentType == "application/problem+json" ? r.Json.GetProperty("detail").GetString()! : r.Text.Split("<main").Last().Split("</main>")[0];
}

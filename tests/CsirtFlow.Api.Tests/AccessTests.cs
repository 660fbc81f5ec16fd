using CsirtFlow.Domain;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests;

/// <summary>Every endpoint, page and API, against one person of every office, somebody without a session and somebody of another organisation (34-2-3, 35-1-1): <see cref="AccessTable"/> says what each is answered.</summary>
public sealed partial class AccessTests(AppFixture fixture, TwoOrganisations two) : IClassFixture<TwoOrganisations>
{
    private static readonly Dictionary<string, Task<AccessMatter>> matters = [];

    public static TheoryData<string> Endpoints => [.. AccessTable.All.Keys];

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Each_endpoint_answers_each_person_as_the_table_says(string endpoint)
    {
        var app = await two.Started(fixture);
        // What a command of the API may change is asked of a matter of its own.
        var matter = endpoint.StartsWith("POST /api/", StringComparison.Ordinal) ? await Fresh(app, endpoint) : await Matter(app, "メールの誤送信");
        var query = endpoint.StartsWith("POST /api/notices/", StringComparison.Ordinal) ? $"?id={Uri.EscapeDataString($"notice/{matter.Number}/r1/tocho")}" : "";

        var wrong = new List<string>();
        foreach (var person in AccessTable.All[endpoint].OfStrangers ? ["nobody"] : AccessTable.NamesMatter(endpoint) ? AccessTable.People.Append(AccessMatter.Elsewhere) : AccessTable.People)
        {
            var (answer, expected) = (await matter.Ask(app, person, endpoint, query), AccessTable.Expected(endpoint, person));
            if (expected is { } code ? answer.Code != code : answer.Code is 401 or 403 or 404 or >= 500) wrong.Add($"{person}: {answer.Code} instead of {(expected is { } said ? $"{said}" : "being let in")} {(answer.Code == 500 ? app.Complaints.LastOrDefault() : "")}");
        }
        if (AccessTable.All[endpoint].EndsSessions) app.SignedOut();
        Assert.True(wrong.Count == 0, $"{endpoint}\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public async Task Every_endpoint_has_a_rule()
    {
        var there = (await two.Started(fixture)).Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => $"{m} /{e.RoutePattern.RawText!.TrimStart('/')}")).ToHashSet(StringComparer.Ordinal);

        Assert.True(there.IsSubsetOf(AccessTable.All.Keys), $"Say in AccessTable who may ask for {string.Join(", ", there.Except(AccessTable.All.Keys))}.");
        Assert.True(there.IsSupersetOf(AccessTable.All.Keys), $"AccessTable has rules for what is no more: {string.Join(", ", AccessTable.All.Keys.Except(there))}.");
    }

    private static Task<AccessMatter> Matter(App app, string title)
    {
        lock (matters) return matters.TryGetValue(title, out var made) ? made : matters[title] = AccessMatter.Made(app, title);
    }

    private static async Task<AccessMatter> Fresh(App app, string endpoint)
    {
        var mail = await An.Mail(app, $"Subject: {endpoint}\r\n\r\nx");
        if (!endpoint.Contains("/incidents/", StringComparison.Ordinal))
        {
            var report = (await An.Report(app, by: "shokuin")).Number;
            if (endpoint.Contains("/notices/", StringComparison.Ordinal)) await app.Quiet();
            return new(report, "", "", "", mail, "");
        }

        var number = await An.Incident(app, by: "shokuin");
        (await app.As("csirt").Post($"/api/incidents/{number}/systems-checks", new OrderSystemsCheck(["shirei-system"], "確認", app.Clock.GetUtcNow().AddDays(1)))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{number}/drafts", new DraftDocument("internal-first-report"))).Ok();
        (await app.As("csirt").PostBytes($"/api/incidents/{number}/persons?purpose=x", "氏名\n見本 太郎"u8.ToArray(), "text/csv")).Ok();
        return new(number, "", "", "", mail, "");
    }
}

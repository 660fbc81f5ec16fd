using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests.Documents;

/// <summary>第2報 beside 第1報: whoever permits and approves it reads what it says otherwise, row by row, and nothing else.</summary>
public sealed partial class FollowingIssueTests(AppFixture fixture)
{
    private const string Form = "soumu-fukushima-incident-report";

    [Fact]
    public async Task The_page_of_the_second_issue_says_what_changed_since_the_first_and_nothing_else()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        await Stated(app, number, ("incident.summary", "名簿を添付したメールを、宛先を間違えて送った。", FactState.Confirmed), ("data.leak_count", "", FactState.UnderInvestigation), ("system.names", "文書管理・メール", FactState.Confirmed));
        var first = await Filed(app, number);
        Assert.DoesNotContain("前の報", await Page(app, first), StringComparison.Ordinal);

        await Stated(app, number, ("incident.summary", "名簿を添付したメールを、宛先を間違えて7か所へ送った。", FactState.Confirmed), ("data.leak_count", "350件", FactState.Confirmed));
        var second = await Paper.Drafted(app, number, Form, issue: 2, reason: "件数が分かった");
        await second.Investigate("csirt");

        Assert.Equal(
            [
                ("報告区分", "第1報", "第2報"),
                ("概要", "名簿を添付したメールを、宛先を間違えて送った。", "名簿を添付したメールを、宛先を間違えて7か所へ送った。"),
                ("情報漏えいの件数", "［調査中］", "350件"),
                ("関係機関への連絡状況", "［調査中］", "福島県：令和12年4月1日（月）午前9時0分（LGWANメール）"),
            ],
            Changes(await Page(app, second), "前の報（第1報）との違い"));
    }

    private static async Task Stated(App app, string number, params (string Key, string Text, FactState State)[] facts) =>
        (await app.As("csirt").Post($"/api/incidents/{number}/facts", new RecordFacts(facts.ToImmutableDictionary(f => f.Key, f => new Fact(f.Text, f.State))))).Ok();

    private static async Task<Paper> Filed(App app, string number)
    {
        var paper = await Paper.Drafted(app, number, Form);
        await paper.Investigate("csirt");
        await paper.Release();
        (await paper.File("somu-shukan", "福島県", "LGWANメール")).Ok();
        return paper;
    }

    private static async Task<string> Page(App app, Paper paper) => WebUtility.HtmlDecode((await app.As("shobocho").Get(paper.Page)).Ok().Text);

    /// <summary>The rows of the table under a heading, as they are read.</summary>
    private static IEnumerable<(string Row, string Before, string After)> Changes(string page, string heading)
    {
        var from = page.IndexOf($">{heading}</h2>", StringComparison.Ordinal);
        Assert.True(from >= 0, $"No heading “{heading}”.");
        return Row().Matches(page[from..]).Select(m => (m.Groups["row"].Value, m.Groups["before"].Value, m.Groups["after"].Value));
    }

    [GeneratedRegex("<tr[^>]*><td[^>]*>(?<row>[^<]*)</td><td[^>]*>(?<before>[^<]*)</td><td[^>]*>(?<after>[^<]*)</td></tr>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Row();
}

using System.Collections.Immutable;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests.Documents;

/// <summary>止むを得ない場合 (18-1): what one person did alone waits for whoever may review it until somebody has, and they are told once.</summary>
public sealed class ReviewTests(AppFixture fixture, OwnApp own) : IClassFixture<OwnApp>
{
    private const string Review = "事後確認をする";

    [Fact]
    public async Task It_waits_for_everybody_who_may_review_it_until_one_of_them_has()
    {
        var app = await own.Started(fixture);
        var (number, paper) = await PermittedAlone(app);
        (await paper.Approve("shobocho")).Ok();
        await app.Quiet();

        foreach (var reviewer in new[] { "kanri", "kansa" }) Assert.Contains($"{paper.Page}#review-separation\">{Review}", await Home(app, reviewer), StringComparison.Ordinal);
        foreach (var other in new[] { "shobocho", "somu-shukan", "csirt" }) Assert.DoesNotContain(paper.Page + "#review-separation", await Home(app, other), StringComparison.Ordinal);
        Assert.Contains("止むを得ない場合あり", Row(await Home(app, "kansa"), number), StringComparison.Ordinal);

        (await paper.Try("kansa", "review", new ReviewSeparation("適切"))).Ok();
        foreach (var reviewer in new[] { "kanri", "kansa" }) Assert.DoesNotContain(paper.Page + "#review-separation", await Home(app, reviewer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reviewers_are_told_once()
    {
        var app = await own.Started(fixture);
        var (number, paper) = await PermittedAlone(app);
        await app.Quiet();
        Assert.Equal(["kanri：承認待ち、止むを得ない場合の事後確認", "kansa：止むを得ない場合の事後確認", "shobocho：承認待ち、止むを得ない場合の事後確認"], await Told(app, number));

        (await paper.Approve("shobocho")).Ok();
        await app.Quiet();
        Assert.Equal(3, (await Told(app, number)).Count(told => told.Contains("事後確認", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_two_people_did_is_in_no_list()
    {
        var app = await own.Started(fixture);
        var number = await An.Incident(app);
        var paper = await Paper.Drafted(app, number, "soumu-fukushima-incident-report");
        await paper.Investigate("csirt");
        await paper.Release();
        await app.Quiet();

        Assert.DoesNotContain(paper.Page + "#review-separation", await Home(app, "kansa"), StringComparison.Ordinal);
        Assert.DoesNotContain("止むを得ない場合あり", Row(await Home(app, "kansa"), number), StringComparison.Ordinal);
        Assert.DoesNotContain(await Told(app, number), told => told.Contains("事後確認", StringComparison.Ordinal));
    }

    private static async Task<(string Number, Paper Paper)> PermittedAlone(App app)
    {
        var number = await An.Incident(app, An.Occurrence with { SectionId = "somu" });
        var paper = await Paper.Drafted(app, number, "soumu-fukushima-incident-report");
        await paper.Investigate("csirt");
        (await paper.Submit("somu-shukan")).Ok();
        (await paper.Permit("somu-shukan", "夜間で、総務課にほかの管理者がいない")).Ok();
        return (number, paper);
    }

    private static async Task<string> Home(App app, string who) => (await app.As(who).Get("/home")).Ok().Text;

    // In the auditor's list of incidents.
    private static string Row(string home, string number) => home.Split("<li>").Single(row => row.Contains($"/incidents/{number}/duties", StringComparison.Ordinal));

    private static async Task<string[]> Told(App app, string number) =>
    [
        .. (await app.As("csirt").Get($"/api/incidents/{number}/notices")).Ok().Read<ImmutableArray<Notice>>().Where(n => n.Reason == NoticeReason.DocumentWaiting && n.Office is Office.Ciso or Office.SupervisingOfficer or Office.Auditor)
            .Select(n => $"{n.PersonId}：{n.Remark.Split('：')[1]}").Order(StringComparer.Ordinal),
    ];
}

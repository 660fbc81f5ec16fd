using CsirtFlow.Api.Board;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

/// <summary>関連する件の登録 (32-3-3後段): 該当あり in another system becomes an incident of its own.</summary>
public sealed class RelatedIncidentTests(AppFixture fixture)
{
    private static readonly OpenRelatedIncident Wish = new("bunsho", "文書管理システムの誤送信", "同じ宛先がある");

    [Fact]
    public async Task What_was_found_becomes_an_incident_and_both_know_of_each_other()
    {
        var app = await fixture.Shared();
        var number = await Found(app);

        var related = (await app.As("csirt").Post($"/api/incidents/{number}/related-incidents", Wish)).Ok().Read<CommandOutcome>().Number;

        Assert.NotEqual(number, related);
        Assert.Equal([related], (await State(app, number)).LinkedTo);
        var opened = await State(app, related);
        Assert.Equal(Wish.Title, opened.Title);
        Assert.Equal([number], opened.LinkedTo);
        var report = (await app.As("csirt").Get($"/api/reports/{related}")).Ok().Text;
        Assert.Contains("宛先が1件同じ", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_again_it_is_one_incident()
    {
        var app = await fixture.Shared();
        var (number, key) = (await Found(app), An.Key());

        var first = (await app.As("csirt").Post($"/api/incidents/{number}/related-incidents", Wish, key: key)).Ok().Read<CommandOutcome>().Number;
        var second = (await app.As("csirt").Post($"/api/incidents/{number}/related-incidents", Wish, key: key)).Ok().Read<CommandOutcome>().Number;

        Assert.Equal(first, second);
        Assert.Equal([first], (await State(app, number)).LinkedTo);
    }

    [Fact]
    public async Task Only_from_a_system_where_it_was_found()
    {
        var app = await fixture.Shared();
        var number = await Found(app);

        (await app.As("csirt").Post($"/api/incidents/{number}/related-incidents", Wish with { SystemId = "shirei-system" })).Breaks("found-there");
        (await app.As("csirt").Post($"/api/incidents/{number}/related-incidents", Wish with { Title = " " })).Breaks("title-given");
        Assert.Empty((await State(app, number)).LinkedTo);
    }

    [Fact]
    public async Task Not_from_a_restricted_incident_because_a_report_is_told_to_the_chain()
    {
        var app = await fixture.Shared();
        var number = await Found(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["jicho"], "内部不正の疑い"))).Ok();

        (await app.As("csirt").Post($"/api/incidents/{number}/related-incidents", Wish)).Breaks("not-restricted");
    }

    /// <summary>An incident in which the document system was checked and has the same.</summary>
    private static async Task<string> Found(App app)
    {
        var number = await An.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/systems-checks", new OrderSystemsCheck(["bunsho", "shirei-system"], "同じ宛先がないか", app.Clock.GetUtcNow().AddHours(20)))).Ok();
        (await app.As("somu-shukan").Post($"/api/incidents/{number}/systems-check-answers", new AnswerSystemsCheck("bunsho", Found: true, "宛先が1件同じ"))).Ok();
        return number;
    }

    private static async Task<Incident> State(App app, string number) => (await app.As("csirt").Get($"/api/incidents/{number}")).Ok().Read<IncidentAnswer>().Incident;
}

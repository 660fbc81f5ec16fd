using CsirtFlow.Api.Board;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

/// <summary>What a page of a case says leads to the event behind it, and is marked with the language it is in.</summary>
public sealed class ProofLinkTests(AppFixture fixture)
{
    [Fact]
    public async Task A_step_of_the_chain_leads_to_the_event_that_settled_it()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/systems-checks", new OrderSystemsCheck(["bunsho"], "同じおそれがないか", app.Clock.GetUtcNow().AddHours(2)))).Ok();
        (await app.As("somu-shukan").Post($"/api/incidents/{number}/systems-check-answers", new AnswerSystemsCheck("bunsho", false, "なかった"))).Ok();

        var chain = Chain((await app.As("csirt").Get($"/incidents/{number}?course=Orders")).Ok().Text);
        Assert.Contains($"<a href=\"/incidents/{number}#event-3\">履行", chain, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/reports/{number}#event-2\">履行", chain, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/reports/{number}#event-2\">履行", Chain((await app.As("csirt").Get($"/reports/{number}")).Ok().Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_an_office_came_to_know_is_read_in_the_language_of_the_page_and_names_in_theirs()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/ciso-reports", new InformCiso("誤送信"))).Ok();
        (await app.As("kanri").Post($"/api/incidents/{number}/acknowledgements", new AcknowledgeReport())).Ok();
        await app.Quiet();

        var page = (await app.As("csirt").Get($"/incidents/{number}?viewer=Ciso&lang=en")).Ok().Text;

        Assert.Matches("<td[^>]*>did it</td>", page);
        Assert.Matches("<td[^>]*>mail to\\s*<span lang=\"ja\">", page);
    }

    [Fact]
    public async Task All_systems_are_asked_by_one_choice()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        var csirt = app.As("csirt");
        Assert.Contains("すべてのシステム", (await csirt.Get($"/incidents/{number}")).Ok().Text, StringComparison.Ordinal);

        (await csirt.Post($"/api/incidents/{number}/systems-checks", new OrderSystemsCheck([OrderSystemsCheck.Every], "同じおそれがないか", app.Clock.GetUtcNow().AddHours(2)))).Ok();

        var checks = (await csirt.Get($"/api/incidents/{number}")).Ok().Read<IncidentAnswer>().Incident.Checks;
        Assert.True(checks.Length > 2);
        Assert.DoesNotContain(checks, c => c.SystemId == OrderSystemsCheck.Every);
    }

    private static string Chain(string page) => page[page.IndexOf("id=\"chain\"", StringComparison.Ordinal)..page.IndexOf("class=\"parts\"", StringComparison.Ordinal)];
}

using CsirtFlow.Api.Web;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Http;

namespace CsirtFlow.Api.Tests;

/// <summary>What each person reads of what is theirs to do next, and in whose words it was reported.</summary>
public sealed class NextStepTests(AppFixture fixture)
{
    private const string Receipt = "記録する：報告の受領";

    [Fact]
    public async Task Csirt_finds_the_next_step_of_an_incident_and_who_has_acknowledged_is_asked_no_more()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        await app.Quiet();
        Assert.Contains("CISOと副CISOへの報告と受領（第32条第3項第2号）", await Page(app, "csirt", "/home"), StringComparison.Ordinal);

        (await app.As("csirt").Post($"/api/incidents/{number}/ciso-reports", new InformCiso("誤送信"))).Ok();
        Assert.Contains(Receipt, await Page(app, "kanri", $"/incidents/{number}"), StringComparison.Ordinal);
        (await app.As("kanri").Post($"/api/incidents/{number}/acknowledgements", new AcknowledgeReport())).Ok();
        Assert.DoesNotContain(Receipt, await Page(app, "kanri", $"/incidents/{number}"), StringComparison.Ordinal);
        Assert.Contains(Receipt, await Page(app, "shobocho", $"/incidents/{number}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_from_outside_is_read_in_the_words_in_which_it_was_asked()
    {
        var app = await fixture.Shared();
        var number = (await An.Report(app, new([OccurrenceKind.SuspiciousMail], EmergencyImpact.None, "組合を名のる電話があった。", null, Outside: true))).Number;

        var page = await Page(app, "csirt", $"/reports/{number}");
        Assert.Contains("この組織を名のる不審なメール・電話・メッセージが届いた", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Term.Of(OccurrenceKind.SuspiciousMail), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_cleared_every_office_finds_none_chosen_anew()
    {
        FormContext context = new(new Organisation { Id = "x", Name = "x" }, [], null, []);
        int Chosen(FormCollection? typed) => FormFields.Of(typeof(PassReportUp), "p", context, typed).Single(f => f.Name == "p.to").Choices.Count(c => c.Chosen);

        Assert.Equal(2, Chosen(null));
        Assert.Equal(0, Chosen(new FormCollection([])));
    }

    private static async Task<string> Page(App app, string person, string path) => System.Net.WebUtility.HtmlDecode((await app.As(person).Get(path)).Ok().Text);
}

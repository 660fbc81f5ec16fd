using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

/// <summary>文書 in each of its states (18-1, 22-9-2): who of those whom the offices let in may do what, at the API and on its page.</summary>
public sealed partial class AccessTests
{
    private const string Form = "soumu-fukushima-incident-report";
    private const string OfDocument = "/api/incidents/{number}/drafts/{form}/{issue}";

    public static TheoryData<DocumentStage> Stages => [.. Enum.GetValues<DocumentStage>()];

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task In_each_state_of_a_document_each_person_may_do_what_the_table_says(DocumentStage stage)
    {
        var app = await two.Started(fixture);
        var paper = await In(app, stage);

        var wrong = new List<string>();
        foreach (var person in AccessTable.People)
        {
            var client = person == "nobody" ? app.Nobody : app.As(person);
            var page = await client.Get(paper.Page);
            if (page.Code != AccessTable.Expected("GET /incidents/{number}/documents/{form}/{issue:int}", person)) wrong.Add($"{person}: the page answers {page.Code}");
            if ((await client.Get(paper.Path)).Code is var read && read != AccessTable.Expected($"GET {OfDocument}", person)) wrong.Add($"{person}: the document answers {read}");

            foreach (var step in AccessTable.DocumentSteps)
            {
                var (body, rule) = AccessTable.Asked(step, stage);
                var (answer, refused) = (await client.PostText($"{paper.Path}/{step}", body), AccessTable.Expected($"POST {OfDocument}/{step}", person));
                var said = answer.Code == 409 ? string.Join(' ', answer.Broken) : $"{answer.Code}";
                if (said != (refused is { } code ? $"{code}" : rule ?? "200")) wrong.Add($"{person}: {step} is answered {said}");
                if (AccessTable.Slug(step) is { } slug && page.Text.Contains($"/do/{slug}", StringComparison.Ordinal) != (refused is null && AccessTable.IsOpen(step, stage))) wrong.Add($"{person}: the page offers {slug} or not, wrongly");
            }
        }

        Assert.True(wrong.Count == 0, $"{stage}\n{string.Join('\n', wrong)}");
        Assert.Equal(stage, (await paper.Now()).Document.Stage);
    }

    // Brought there by the people whose business it is, so that what is open is seen to be done as well.
    private static async Task<Paper> In(App app, DocumentStage stage)
    {
        var number = await An.Incident(app, by: "shokuin");
        (await app.As("csirt").Post($"/api/incidents/{number}/systems-checks", new OrderSystemsCheck(["shirei-system"], "確認", app.Clock.GetUtcNow().AddDays(1)))).Ok();
        var paper = await Paper.Drafted(app, number, Form);
        await paper.Investigate("somu-shukan");
        if (stage is DocumentStage.Draft) return paper;

        (await paper.Submit("somu-shukan")).Ok();
        if (stage is DocumentStage.Withdrawn) (await paper.Try("somu-shukan", "withdrawal", new WithdrawDocument("誤りがあるため"))).Ok();
        if (stage is DocumentStage.AwaitsPermission or DocumentStage.Withdrawn) return paper;

        (await paper.Permit("tocho")).Ok();
        if (stage is DocumentStage.AwaitsApproval) return paper;

        (await paper.Approve("shobocho")).Ok();
        if (stage is DocumentStage.Filed) (await paper.File("somu-shukan", "福島県", "電話")).Ok();
        return paper;
    }
}

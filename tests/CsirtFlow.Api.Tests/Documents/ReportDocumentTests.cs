using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Tests.Scenarios;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Tests.Documents;

/// <summary>委員会向け年度集計 and 第32条履行状況, as documents.</summary>
public sealed class ReportDocumentTests(AppFixture fixture)
{
    [Fact]
    public async Task The_year_and_the_sheet_of_a_case_are_documents_too()
    {
        await using var app = await fixture.Own();
        var story = await Story.Begins(app, An.Occurrence, "誤送信｜名簿");
        await app.Quiet();

        var year = (await app.As("kansa").Get("/statistics/report?format=txt")).Ok().Text;
        var sheet = (await app.As("kansa").Get($"/incidents/{story.Number}/duties/document?format=txt")).Ok().Text;

        Assert.Contains("情報セキュリティ委員会　御中", year, StringComparison.Ordinal);
        Assert.Contains("受け付けた報告：1件", year, StringComparison.Ordinal);
        Assert.Contains("　4月｜1件｜1件", year, StringComparison.Ordinal);
        Assert.Contains("年度の途中の集計", year, StringComparison.Ordinal);
        Assert.Contains("件名：誤送信｜名簿", sheet, StringComparison.Ordinal);
        Assert.Contains("　第32条第3項第2号｜CISOと副CISOへの報告と受領｜", sheet, StringComparison.Ordinal);
        Assert.StartsWith("PK", (await app.As("csirt").Get($"/reports/{story.Number}/duties/document?format=docx")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains("<table", (await app.As("csirt").Get("/statistics/report")).Ok().Text, StringComparison.Ordinal);
        var form = FormDefinition.All.Single(f => f.Id == "duty-sheet");
        (await app.As("csirt").Post("/api/forms/duty-sheet/revision", new ProposeFormRevision((form with { Subject = FormSubject.Incident }).ToJson(), "試し"))).Is(400, "form-unfit");
        (await app.As("csirt").Post("/api/forms/duty-sheet/revision", new ProposeFormRevision((form with { Notes = ["監査の記録に綴ること。"] }).ToJson(), "監査の求めによる"))).Ok();
        (await app.As("kanri").Post("/api/forms/duty-sheet/approval", new ApproveFormRevision((await app.As("kanri").Get("/api/forms/duty-sheet")).Ok().Read<FormAnswer>().Proposal!.Content))).Ok();
        Assert.Contains("監査の記録に綴ること。", (await app.As("kansa").Get($"/incidents/{story.Number}/duties/document?format=txt")).Ok().Text, StringComparison.Ordinal);
        (await app.As("csirt").Post($"/api/incidents/{story.Number}/drafts", new DraftDocument("duty-sheet"))).Is(404, "not-found");
        (await app.As("csirt").Get("/statistics/report?format=exe")).Is(400, "bad-request");
        (await app.As("shokuin").Get("/statistics/report")).Is(403, "office-may-not");
        (await app.As("keibo-hosa").Get($"/incidents/{story.Number}/duties/document")).Is(404, "not-found");
    }
}

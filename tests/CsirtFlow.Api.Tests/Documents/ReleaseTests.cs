using System.Collections.Immutable;
using CsirtFlow.Api.Documents;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests.Documents;

/// <summary>起案 to 提出 through the API: several people, one document, and exactly the words that were approved.</summary>
public sealed class ReleaseTests(AppFixture fixture)
{
    private const string Form = "soumu-fukushima-incident-report";
    private static readonly FileDocument Filing = new("総務省", "LGWANメール", ReceiptNumber: "受-1");

    [Fact]
    public async Task A_document_goes_from_the_draft_to_the_filing_through_four_people()
    {
        var app = await fixture.Shared();
        var (number, path) = await Complete(app);
        var content = (await Get(app, path)).Content;

        (await app.As("somu-shukan").Post($"{path}/submission", new SubmitDocument(content))).Ok();
        (await app.As("shobocho").Post($"{path}/approval", new ApproveDocument(content))).Breaks("approval-awaited");
        (await app.As("tocho").Post($"{path}/permission", new PermitDocument(content))).Ok();
        (await app.As("shobocho").Post($"{path}/approval", new ApproveDocument(content))).Ok();
        (await app.As("somu-shukan").Post($"{path}/filing", Filing with { Serves = ["32-9-9"] })).Breaks("duty-known");
        Assert.Equal(DocumentStage.Approved, (await Get(app, path)).Document.Stage);
        (await app.As("somu-shukan").Post($"{path}/filing", Filing)).Ok();

        var filed = (await Get(app, path)).Document;
        Assert.Equal(DocumentStage.Filed, filed.Stage);
        Assert.Equal(["html", "docx", "txt"], filed.Copies.Select(c => c.Name.Split('.')[^1]));
        EventFiles.Keep(app);
        Assert.Contains("filing_recorded", (await app.As("csirt").Get($"/api/incidents/{number}/events")).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_browser_is_there_the_PDF_is_frozen_too_and_drafts_say_that_they_are()
    {
        await using var app = await fixture.Own(("Documents:Browser", ""), ("Documents:BrowserSandbox", "false"));
        var (number, path) = await Complete(app);
        var page = $"/incidents/{number}/documents/{Form}/1";
        Assert.SkipUnless((await app.As("csirt").Get(page)).Ok().Text.Contains("format=pdf", StringComparison.Ordinal), "No Chromium is installed.");

        Assert.StartsWith("%PDF-", (await app.As("csirt").Get($"{page}/paper?format=pdf")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains(">下書き</p>", (await app.As("csirt").Get($"{page}/paper?format=html")).Ok().Text, StringComparison.Ordinal);
        Assert.StartsWith("【下書き】", (await app.As("csirt").Get($"{page}/paper?format=txt")).Ok().Text, StringComparison.Ordinal);
        await Approved(app, path);

        var copies = (await Get(app, path)).Document.Copies;
        Assert.Equal(["html", "docx", "txt", "pdf"], copies.Select(c => c.Name.Split('.')[^1]));
        Assert.DoesNotContain("下書き", (await app.As("csirt").Get($"{page}/copies/{copies[2].Sha256}")).Ok().Text, StringComparison.Ordinal);
        Assert.StartsWith("%PDF-", (await app.As("csirt").Get($"{page}/copies/{copies[3].Sha256}")).Ok().Text, StringComparison.Ordinal);
        Assert.Equal(303, (await app.As("csirt").Get($"{page}/paper?format=pdf")).Code);
    }

    [Fact]
    public async Task Without_a_browser_the_approval_goes_on_and_the_page_says_what_to_do()
    {
        var app = await fixture.Shared();
        var (number, path) = await Complete(app);
        var page = $"/incidents/{number}/documents/{Form}/1";

        var refused = await app.As("csirt").Get($"{page}/paper?format=pdf");
        Assert.Equal(503, refused.Code);
        Assert.Contains("ブラウザーの印刷からPDFにしてください。", refused.Text, StringComparison.Ordinal);
        await Approved(app, path);

        Assert.Equal(DocumentStage.Approved, (await Get(app, path)).Document.Stage);
        Assert.Contains("ブラウザーの印刷からPDFにしてください。", (await app.As("csirt").Get(page)).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_a_kept_file_is_still_what_was_approved_can_be_checked_at_any_time()
    {
        var app = await fixture.Shared();
        var (number, path) = await Complete(app);
        await Approved(app, path);
        await Preserved(app, number);
        Assert.All((await Verified(app, number)).Files, f => Assert.Equal(Intactness.Intact, f.Result));
        Assert.Contains("4件は、すべて記録した時のままです", (await app.As("kansa").Get($"/incidents/{number}/verification")).Ok().Text, StringComparison.Ordinal);

        var copies = (await Get(app, path)).Document.Copies;
        await app.Manipulate($"update {EventStore.Schema}.evidence_file set content = content || 'x'::bytea where sha256 = '{copies[1].Sha256}'");
        await app.Manipulate($"delete from {EventStore.Schema}.evidence_file where sha256 = '{copies[2].Sha256}'");

        var wrong = (await Verified(app, number)).Files.Where(f => f.Result is not Intactness.Intact).ToList();
        Assert.Equal([(copies[1].Name, Intactness.Differs), (copies[2].Name, Intactness.Missing)], wrong.Select(f => (f.Name, f.Result)));
        Assert.Contains("2件が、記録した時と違います", (await app.As("kansa").Get($"/incidents/{number}/verification")).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_whose_turn_it_is_are_told()
    {
        var app = await fixture.Shared();
        var (number, path) = await Complete(app);
        var content = (await Get(app, path)).Content;

        (await app.As("somu-shukan").Post($"{path}/submission", new SubmitDocument(content))).Ok();
        await app.Quiet();
        Assert.Contains("tocho", await Told(app, number));
        Assert.DoesNotContain("shobocho", await Told(app, number));
        (await app.As("tocho").Post($"{path}/permission", new PermitDocument(content))).Ok();
        await app.Quiet();
        Assert.Contains("shobocho", await Told(app, number));
        (await app.As("shobocho").Post($"{path}/return", new ReturnDocument("人数の根拠を書くこと"))).Ok();
        await app.Quiet();
        Assert.Contains("somu-shukan", await Told(app, number));
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task Of_two_approvers_one_approves_and_an_edit_before_the_filing_voids_it()
    {
        var app = await fixture.Shared();
        var (_, path) = await Complete(app);
        var content = (await Get(app, path)).Content;
        (await app.As("somu-shukan").Post($"{path}/submission", new SubmitDocument(content))).Ok();
        (await app.As("tocho").Post($"{path}/permission", new PermitDocument(content))).Ok();

        var both = await Task.WhenAll(app.As("shobocho").Post($"{path}/approval", new ApproveDocument(content)), app.As("kanri").Post($"{path}/approval", new ApproveDocument(content)));
        Assert.Single(both, a => a.Code == 200);
        Assert.Single(both, a => a.Code == 409);

        var edit = app.As("csirt").Post($"{path}/revision", Revision("incident.summary", (await Get(app, path)).Document, "3台が感染した"));
        var filing = app.As("somu-shukan").Post($"{path}/filing", Filing);
        var (edited, done) = (await edit, await filing);
        Assert.True(edited.Code == 200 ^ done.Code == 200, $"{edited.Text} {done.Text}");
        Assert.Equal(done.Code == 200 ? DocumentStage.Filed : DocumentStage.Draft, (await Get(app, path)).Document.Stage);
    }

    [Fact]
    public async Task The_record_goes_on_and_the_document_says_so_until_somebody_decides()
    {
        var app = await fixture.Shared();
        var (number, path) = await Complete(app);
        Assert.Empty((await Get(app, path)).Differing);

        (await app.As("csirt").Post($"/api/incidents/{number}/facts", new RecordFacts(ImmutableDictionary<string, Fact>.Empty.Add("incident.summary", new("3台が感染した", FactState.Confirmed))))).Ok();
        Assert.Equal(["incident.summary"], (await Get(app, path)).Differing);
        var before = (await Get(app, path)).Document;
        (await app.As("csirt2").Post($"{path}/revision", new ReviseDocument(ImmutableDictionary<string, FieldRevision>.Empty.Add("incident.summary", new(before.Fields["incident.summary"].Text, "", null, FromRecord: true))))).Ok();

        Assert.Equal("3台が感染した", (await Get(app, path)).Document.Fields["incident.summary"].Text);
        Assert.Empty((await Get(app, path)).Differing);
    }

    [Fact]
    public async Task Only_rows_of_the_form_can_be_filled_in_and_one_draft_is_open_at_a_time()
    {
        var app = await fixture.Shared();
        var (number, path) = await Complete(app);

        (await app.As("csirt").Post($"{path}/revision", new ReviseDocument(ImmutableDictionary<string, FieldRevision>.Empty.Add("data.unknown", new("", "x", FactState.Confirmed))))).Is(400, "bad-request");
        (await app.As("csirt").Post($"/api/incidents/{number}/drafts", new DraftDocument(Form, Reason: "続報"))).Breaks("earlier-issue-filed");
        (await app.As("csirt").Post($"/api/incidents/{number}/drafts", new DraftDocument("none"))).Is(404, "not-found");
        (await app.As("csirt").Get($"/api/incidents/{number}/drafts/{Form}/7")).Is(404, "not-found");
    }

    /// <summary>A draft in which everything that the form requires is answered.</summary>
    private static async Task<(string Number, string Path)> Complete(App app)
    {
        var number = await An.Incident(app);
        (await app.As("somu-shukan").Post($"/api/incidents/{number}/drafts", new DraftDocument(Form))).Ok();
        var path = $"/api/incidents/{number}/drafts/{Form}/1";
        var missing = (await Get(app, path)).Missing;
        (await app.As("csirt").Post($"{path}/revision", new ReviseDocument(missing.ToImmutableDictionary(key => key, _ => new FieldRevision("", "", FactState.UnderInvestigation))))).Ok();
        return (number, path);
    }

    /// <summary>Asked for, permitted and approved.</summary>
    private static async Task Approved(App app, string path)
    {
        var content = (await Get(app, path)).Content;
        (await app.As("somu-shukan").Post($"{path}/submission", new SubmitDocument(content))).Ok();
        (await app.As("tocho").Post($"{path}/permission", new PermitDocument(content))).Ok();
        (await app.As("shobocho").Post($"{path}/approval", new ApproveDocument(content))).Ok();
    }

    private static ReviseDocument Revision(string key, CaseDocument document, string text) =>
        new(ImmutableDictionary<string, FieldRevision>.Empty.Add(key, new(document.Fields.GetValueOrDefault(key)?.Text ?? "", text, FactState.Confirmed)));

    private static async Task Preserved(App app, string number) =>
        await app.Services.GetRequiredService<CommandDesk>().Take(number, new PreserveEvidence("ログ", "金庫"),
            new Sent(new Caller(App.Organisation, "csirt", "test", "test")) { Files = [new("fw.log", "text/plain", System.Text.Encoding.UTF8.GetBytes($"log of {number}"))] }, default);

    private static async Task<Verification> Verified(App app, string number) => (await app.As("kansa").Get($"/api/incidents/{number}/verification")).Ok().Read<Verification>();

    private static async Task<DocumentAnswer> Get(App app, string path) => (await app.As("csirt").Get(path)).Ok().Read<DocumentAnswer>();

    private static async Task<string[]> Told(App app, string number) =>
        [.. (await app.As("csirt").Get($"/api/incidents/{number}/notices")).Ok().Read<ImmutableArray<Notice>>().Where(n => n.Reason == NoticeReason.DocumentWaiting).Select(n => n.PersonId)];
}

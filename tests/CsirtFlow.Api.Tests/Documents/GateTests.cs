using CsirtFlow.Api.Board;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests.Documents;

/// <summary>Every gate that a document passes, once refused and once opened, and what happens when two act at once.</summary>
public sealed class GateTests(AppFixture fixture)
{
    private const string Form = "soumu-fukushima-incident-report";

    [Fact]
    public async Task Article_22_9_2_nothing_leaves_before_the_security_manager_of_the_section_has_permitted_it()
    {
        var app = await fixture.Shared();
        var paper = await Complete(app, await An.Incident(app));
        (await paper.Submit("somu-shukan")).Ok();

        (await paper.Approve("shobocho")).Breaks("approval-awaited");
        (await paper.File("somu-shukan", "福島県", "LGWANメール")).Breaks("approved-before");
        Assert.Equal(404, (await paper.Permit("keibo-hosa")).Code);
        Assert.Equal(403, (await paper.Permit("shobocho")).Code);

        (await paper.Permit("tocho")).Ok();
        (await paper.Approve("shobocho")).Ok();
        (await paper.File("somu-shukan", "福島県", "LGWANメール")).Ok();
    }

    [Fact]
    public async Task Article_22_9_2_who_is_told_in_place_of_a_manager_who_is_away_or_not_there_permits()
    {
        await using var app = await fixture.Own();
        var nowhere = await Complete(app, await An.Incident(app, An.Occurrence with { SectionId = null, SectionUnknown = true }));
        (await nowhere.Submit("somu-shukan")).Ok();
        await app.Quiet();
        Assert.Contains(Form, (await app.As("shobocho").Get("/home")).Ok().Text, StringComparison.Ordinal);
        (await nowhere.Permit("shobocho")).Ok();
        (await nowhere.Approve("shobocho")).Breaks("approver-is-not-drafter");
        (await nowhere.Approve("kanri")).Ok();

        var now = app.Clock.GetUtcNow();
        await app.Revise(o => o with { Absences = [.. o.Assignments.Where(a => a.Office == Office.SecurityManager && a.SectionId == "chuo").Select(a => new Absence(a.PersonId, now, now.AddDays(1)))] });
        var absent = await Complete(app, await An.Incident(app));
        (await absent.Submit("somu-shukan")).Ok();
        Assert.Equal(403, (await absent.Permit("kanri")).Code);
        (await absent.Try("shocho", "return", new ReturnDocument("件数が抜けている"))).Ok();
        (await absent.Submit("somu-shukan")).Ok();
        (await absent.Permit("shocho")).Ok();
        (await absent.Approve("shobocho")).Ok();
    }

    [Fact]
    public async Task Article_22_9_2_what_stays_in_the_house_needs_no_permission()
    {
        var app = await fixture.Shared();
        var paper = await Complete(app, await An.Incident(app), "internal-first-report");
        (await paper.Submit("somu-shukan")).Ok();

        (await paper.Permit("tocho")).Breaks("permission-awaited");
        (await paper.Approve("shobocho")).Ok();
    }

    [Fact]
    public async Task Article_18_1_who_drafted_it_permits_it_only_where_it_cannot_be_helped_and_somebody_else_looks_at_it()
    {
        var app = await fixture.Shared();
        var paper = await Complete(app, await An.Incident(app, An.Occurrence with { SectionId = "somu" }));
        (await paper.Submit("somu-shukan")).Ok();

        (await paper.Permit("somu-shukan")).Breaks("approver-is-not-drafter");
        (await paper.Permit("somu-shukan", "夜間で、総務課にほかの管理者がいない")).Ok();
        (await paper.Approve("shobocho")).Ok();

        Assert.True((await paper.Now()).Document.AwaitsReview);
        (await paper.Try("shobocho", "review", new ReviewSeparation("適切"))).Breaks("approver-is-not-drafter");
        (await paper.Try("kansa", "review", new ReviewSeparation("適切"))).Ok();
        Assert.False((await paper.Now()).Document.AwaitsReview);
        (await paper.Try("kansa", "review", new ReviewSeparation("適切"))).Breaks("review-awaited");
    }

    [Fact]
    public async Task Article_18_1_who_drafted_or_permitted_it_does_not_approve_it()
    {
        await using var app = await fixture.Own();
        await app.Revise(o => o with { Assignments = [.. o.Assignments, new("shobocho", Office.Administration), new("tocho", Office.SupervisingOfficer, Deputy: 2)] });
        var paper = await Complete(app, await An.Incident(app), by: "shobocho");
        (await paper.Submit("shobocho")).Ok();
        (await paper.Permit("tocho")).Ok();

        (await paper.Approve("shobocho")).Breaks("approver-is-not-drafter");
        (await paper.Approve("tocho")).Breaks("approver-is-not-drafter");
        (await paper.Approve("shobocho", "管理者と連絡がつかない")).Ok();
        (await paper.Try("shobocho", "review", new ReviewSeparation("適切"))).Breaks("approver-is-not-drafter");
        (await paper.Try("kanri", "review", new ReviewSeparation("適切"))).Ok();
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task Article_18_1_an_approval_is_of_the_words_that_were_seen()
    {
        var app = await fixture.Shared();
        var paper = await Complete(app, await An.Incident(app));
        var seen = (await paper.Now()).Content;
        (await paper.Revise("csirt", ("incident.summary", "3台が感染した"))).Ok();
        (await paper.Try("somu-shukan", "submission", new SubmitDocument(seen))).Breaks("content-as-seen");
        (await paper.Submit("somu-shukan")).Ok();
        (await paper.Try("tocho", "permission", new PermitDocument(seen))).Breaks("content-as-seen");
        (await paper.Permit("tocho")).Ok();

        (await paper.Try("shobocho", "approval", new ApproveDocument(seen))).Breaks("content-as-seen");
        (await paper.Approve("shobocho")).Ok();
        (await paper.Approve("kanri")).Breaks("approval-awaited");
    }

    [Fact]
    public async Task The_document_number_is_given_by_hand_and_frozen_with_the_words()
    {
        var app = await fixture.Shared();
        var paper = await Complete(app, await An.Incident(app));
        var before = (await paper.Now()).Content;

        (await paper.Revise("somu-shukan", ("document.number", "架消総第12号"))).Ok();
        Assert.NotEqual(before, (await paper.Now()).Content);
        await paper.Release();

        Assert.Contains("架消総第12号", await paper.Frozen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_19_5_a_filing_fulfils_the_duty_of_its_form_and_without_a_document_says_why()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        (await app.As("somu-shukan").Post($"/api/incidents/{number}/filings", new RecordFiling(Form, ["19-5"], "福島県", "電話"))).Breaks("filed-without-document");
        Assert.Equal(Standing.Open, await Duty(app, number, "19-5"));
        var paper = await Complete(app, number);
        await paper.Release();

        (await paper.File("somu-shukan", "福島県", "LGWANメール", "福第1号")).Ok();

        Assert.Equal(Standing.Met, await Duty(app, number, "19-5"));
        (await app.As("somu-shukan").Post($"/api/incidents/{number}/corrected-filings", new CorrectFiling(1, "受付票と照合した", ReceiptNumber: "福第2号"))).Ok();
        Assert.Contains("福第2号", (await app.As("somu-shukan").Get(paper.Page)).Ok().Text, StringComparison.Ordinal);
        (await app.As("somu-shukan").Post($"/api/incidents/{number}/filings", new RecordFiling(Form, ["19-5"], "福島県", "電話", Reason: "追加の質問に電話で答えた"))).Ok();
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task An_edit_at_the_moment_of_the_approval_leaves_nothing_approved_that_nobody_saw()
    {
        var app = await fixture.Shared();
        var paper = await Complete(app, await An.Incident(app));
        (await paper.Submit("somu-shukan")).Ok();
        (await paper.Permit("tocho")).Ok();

        var approval = paper.Approve("shobocho");
        var edit = paper.Revise("csirt", ("incident.summary", "3台が感染した"));
        var (approved, edited) = (await approval, await edit);

        edited.Ok();
        Assert.True(approved.Code is 200 or 409, approved.Text);
        var after = (await paper.Now()).Document;
        Assert.Equal((DocumentStage.Draft, 0), (after.Stage, after.Copies.Length));
        (await paper.File("somu-shukan", "福島県", "LGWANメール")).Breaks("approved-before");
    }

    [Fact]
    public async Task A_withdrawal_at_the_moment_of_the_filing_leaves_either_no_filing_or_one_that_was_taken_back()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        var paper = await Complete(app, number);
        await paper.Release();

        var withdrawal = paper.Try("csirt", "withdrawal", new WithdrawDocument("委員会の指示による"));
        var filing = paper.File("somu-shukan", "福島県", "LGWANメール");
        var (withdrawn, filed) = (await withdrawal, await filing);

        withdrawn.Ok();
        Assert.Equal(DocumentStage.Withdrawn, (await paper.Now()).Document.Stage);
        Assert.Equal(filed.Code == 200 ? 1 : 0, (await Incident(app, number)).Incident.Filings.Length);
    }

    private static async Task<Paper> Complete(App app, string number, string form = Form, string by = "somu-shukan")
    {
        var paper = await Paper.Drafted(app, number, form, by);
        await paper.Investigate("csirt");
        return paper;
    }

    private static async Task<IncidentAnswer> Incident(App app, string number) => (await app.As("kansa").Get($"/api/incidents/{number}")).Ok().Read<IncidentAnswer>();

    private static async Task<Standing> Duty(App app, string number, string key) => (await Incident(app, number)).Duties.Single(d => d.Key == key).Standing;
}

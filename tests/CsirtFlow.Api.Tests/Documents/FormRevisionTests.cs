using System.Text.Json;
using CsirtFlow.Api.Documents;
using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Notices;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests.Documents;

/// <summary>様式の改定 through the API: two persons, exactly the text that was approved, and documents that keep the version they began with.</summary>
public sealed class FormRevisionTests(AppFixture fixture)
{
    private const string Id = "internal-first-report";
    private const string Path = $"/api/forms/{Id}";

    private static readonly FormDefinition First = FormDefinition.All.Single(f => f.Id == Id);

    [Fact]
    public async Task What_two_persons_approved_is_used_from_then_on_and_a_document_keeps_the_version_it_began_with()
    {
        await using var app = await fixture.Own();
        var (before, after) = (await An.Incident(app), await An.Incident(app));
        (await app.As("csirt").Post($"/api/incidents/{before}/drafts", new DraftDocument(Id))).Ok();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var then = app.Clock.GetUtcNow();

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Approve(app, Changed(f => f with { Title = "庁内速報" }));
        (await app.As("csirt").Post($"/api/incidents/{after}/drafts", new DraftDocument(Id))).Ok();

        Assert.Equal((1, First.Version), (await Issue(app, before), await Version(app, before)));
        Assert.Equal("庁内速報", (await Draft(app, after)).Basis.Title);
        Assert.Equal(2, await Version(app, after));
        Assert.Contains("庁内速報", (await app.As("csirt").Get($"/api/incidents/{before}/documents/{Id}?format=txt")).Ok().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("庁内速報", (await app.As("csirt").Get($"/api/incidents/{before}/documents/{Id}?format=txt&asOf={then:O}".Replace("+", "%2B", StringComparison.Ordinal))).Ok().Text, StringComparison.Ordinal);
        Assert.Contains("庁内速報", (await app.As("csirt").Get($"/api/incidents/{after}/documents")).Ok().Text, StringComparison.Ordinal);

        var answer = (await app.As("shokuin").Get(Path)).Ok().Read<FormAnswer>();
        Assert.Equal((2, null), (answer.Version, answer.Proposal));
        Assert.Equal([(2, true), (1, false)], answer.Versions.Select(v => (v.Version, v.OfHouse)));
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task A_text_that_was_changed_after_it_was_seen_is_not_approved_and_nobody_approves_the_own()
    {
        await using var app = await fixture.Own();
        (await app.As("somu-shukan").Post($"{Path}/revision", new ProposeFormRevision(Changed(f => f with { Title = "一" }), "題名"))).Ok();
        var seen = (await app.As("shobocho").Get(Path)).Ok().Read<FormAnswer>().Proposal!.Content;

        (await app.As("csirt").Post($"{Path}/revision", new ProposeFormRevision(Changed(f => f with { Title = "二" }), "題名"))).Breaks("proposal-replaced-with-reason");
        (await app.As("somu-shukan").Post($"{Path}/revision", new ProposeFormRevision(Changed(f => f with { Title = "二" }), "題名"))).Ok();
        (await app.As("shobocho").Post($"{Path}/approval", new ApproveFormRevision(seen))).Breaks("content-as-seen");
        (await app.As("shobocho").Post($"{Path}/return", new ReturnFormRevision("題名が短すぎる"))).Ok();
        (await app.As("shobocho").Post($"{Path}/approval", new ApproveFormRevision(seen))).Breaks("proposal-awaited");
        (await app.As("somu-shukan").Post($"{Path}/withdrawal", new WithdrawFormRevision("やめる"))).Ok();
        Assert.Equal(1, (await app.As("csirt").Get(Path)).Ok().Read<FormAnswer>().Version);

        await app.Quiet();
        var notices = await app.Services.GetRequiredService<NoticeList>().OfNumber(App.Organisation, $"form/{Id}", TestContext.Current.CancellationToken);
        Assert.Equal(["kanri", "shobocho", "somu-shukan"], notices.Select(n => n.PersonId).Distinct().Order());
        Assert.All(notices, n => Assert.Equal(NoticeReason.FormRevisionWaiting, n.Reason));
        Assert.Equal($"/forms/{Id}", await An.Destination(app, "shobocho", app.Mails("様式").First(m => m.TextBody?.Contains("承認待ち", StringComparison.Ordinal) is true)));
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task Of_two_approvals_at_once_one_counts()
    {
        await using var app = await fixture.Own();
        (await app.As("somu-shukan").Post($"{Path}/revision", new ProposeFormRevision(Changed(f => f with { Title = "庁内速報" }), "題名"))).Ok();
        var seen = (await app.As("shobocho").Get(Path)).Ok().Read<FormAnswer>().Proposal!.Content;

        var codes = (await Task.WhenAll(app.As("shobocho").Post($"{Path}/approval", new ApproveFormRevision(seen)), app.As("kanri").Post($"{Path}/approval", new ApproveFormRevision(seen)))).Select(a => a.Code);

        Assert.Equal([200, 409], codes.Order());
        Assert.Equal(2, (await app.As("csirt").Get(Path)).Ok().Read<FormAnswer>().Version);
    }

    [Fact]
    public async Task The_editor_opens_for_those_alone_who_may_propose()
    {
        var app = await fixture.Shared();

        foreach (var path in new[] { $"/forms/{Id}", "/templates/frame" })
        {
            (await app.As("csirt").Get($"{path}/edit")).Ok();
            Assert.Equal(path, (await app.As("tocho").Get($"{path}/edit")).Headers.Location?.ToString());
        }
    }

    public static TheoryData<string, string> Unfit => new()
    {
        { "これは様式ではない", "JSON として読めません" },
        { "null", "null は書けません" },
        { Changed(f => f).Replace("\"order\"", "\"colour\": 1, \"order\"", StringComparison.Ordinal), "知らない項目" },
        { Changed(f => f).Replace("incident.title", "incident.titel", StringComparison.Ordinal), "incident.titel" },
        { Changed(f => f with { Sections = [f.Sections[0], f.Sections[0]] }), "ほかの欄にもあります" },
        { Changed(f => f with { Sections = [f.Sections[0] with { Title = "" }, .. f.Sections.Skip(1)] }), "節1の見出し" },
        { Changed(f => f with { Version = 7 }), "今の版と同じ内容" },
        { Changed(f => f with { Id = "internal-final" }), "internal-final" },
        { Changed(f => f with { ValidFrom = f.ValidFrom.AddDays(-1) }), "適用開始日" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task A_text_that_is_no_form_is_refused_with_a_sentence(string text, string said)
    {
        var refused = (await (await fixture.Shared()).As("csirt").Post($"{Path}/revision", new ProposeFormRevision(text, "試し"))).Is(400, "form-unfit");

        Assert.Contains(said, refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_the_house_alone_is_a_copy_under_another_id_and_labels_are_confirmed_only_with_a_source()
    {
        await using var app = await fixture.Own();
        var copy = (First with { Id = "kumiai-police", Audience = Audience.Authority, Internal = false, Title = "県警への相談票", OfficialNamesConfirmed = true }).ToJson();
        (await app.As("csirt").Post("/api/forms/kumiai-police/revision", new ProposeFormRevision(copy, "県警の求めによる"))).Breaks("compared-with-given");
        (await app.As("csirt").Post("/api/forms/kumiai-police/revision", new ProposeFormRevision(copy, "県警の求めによる", "県警の用紙"))).Ok();
        Assert.Null((await app.As("csirt").Get("/api/forms/kumiai-police")).Ok().Read<FormAnswer>().Version);
        (await app.As("kanri").Post("/api/forms/kumiai-police/approval", new ApproveFormRevision((await app.As("kanri").Get("/api/forms/kumiai-police")).Ok().Read<FormAnswer>().Proposal!.Content))).Ok();

        var number = await An.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/drafts", new DraftDocument("kumiai-police"))).Ok();
        Assert.Contains("県警への相談票", (await app.As("csirt").Get($"/incidents/{number}")).Ok().Text, StringComparison.Ordinal);
        (await app.As("csirt").Get("/api/forms/nothing")).Is(404, "not-found");
    }

    [Fact]
    public async Task The_text_can_be_taken_out_and_proposed_again()
    {
        var app = await fixture.Shared();
        var text = (await app.As("csirt").Get($"{Path}/text?version=1")).Ok().Text;

        Assert.Equal(First.ToJson(), text);
        (await app.As("csirt").Get($"{Path}/text?version=99")).Is(404, "not-found");
    }

    private static string Changed(Func<FormDefinition, FormDefinition> change) => change(First).ToJson();

    private static async Task Approve(App app, string text)
    {
        (await app.As("somu-shukan").Post($"{Path}/revision", new ProposeFormRevision(text, "題名を改める"))).Ok();
        (await app.As("shobocho").Post($"{Path}/approval", new ApproveFormRevision((await app.As("shobocho").Get(Path)).Ok().Read<FormAnswer>().Proposal!.Content))).Ok();
    }

    private static async Task<CaseDocument> Draft(App app, string number) => (await app.As("csirt").Get($"/api/incidents/{number}/drafts/{Id}/1")).Ok().Read<DocumentAnswer>().Document;

    private static async Task<int> Issue(App app, string number) => (await Draft(app, number)).Basis.Issue;

    private static async Task<int> Version(App app, string number) => (await Draft(app, number)).Basis.FormVersion;
}

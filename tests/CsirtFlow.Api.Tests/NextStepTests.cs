using System.Collections.Immutable;
using CsirtFlow.Api.Web;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Http;

namespace CsirtFlow.Api.Tests;

/// <summary>What each person reads of what is theirs to do next, and in whose words it was reported.</summary>
public sealed class NextStepTests(AppFixture fixture)
{
    private const string Receipt = "「報告の受領」を記録する";

    [Fact]
    public async Task Csirt_finds_the_next_step_of_an_incident_and_who_has_acknowledged_is_asked_no_more()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        await app.Quiet();
        Assert.Contains("CISOと副CISOへの報告と受領（第32条第3項第2号）", await Page(app, "csirt", "/home"), StringComparison.Ordinal);

        (await app.As("csirt").Post($"/api/incidents/{number}/ciso-reports", new InformCiso("誤送信"))).Ok();
        var page = await Page(app, "kanri", $"/incidents/{number}");
        Assert.Contains(Receipt, page, StringComparison.Ordinal);
        Assert.Contains("担当：最高情報セキュリティ責任者（CISO）", page, StringComparison.Ordinal);
        (await app.As("kanri").Post($"/api/incidents/{number}/acknowledgements", new AcknowledgeReport())).Ok();
        Assert.DoesNotContain(Receipt, await Page(app, "kanri", $"/incidents/{number}"), StringComparison.Ordinal);
        Assert.Contains(Receipt, await Page(app, "shobocho", $"/incidents/{number}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_recorded_before_is_not_said_to_be_recorded_again()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/ciso-reports", new InformCiso("誤送信"))).Ok();

        Assert.Contains("「報告の受領」を記録しました。", await Page(app, "kanri", $"/incidents/{number}?done=acknowledge-report"), StringComparison.Ordinal);
        Assert.Contains("もう記録してあります", await Page(app, "kanri", $"/incidents/{number}?done=acknowledge-report&same=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_owed_outside_leads_to_a_document_first()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{number}/severity", new DecideSeverity(new(), Severity.Critical, "119番の受付が止まった"))).Ok();

        var page = await Page(app, "somu-shukan", $"/incidents/{number}");
        Assert.Contains("""<a class="button button-main" href="#documents">文書を起案する・開く</a>""", page, StringComparison.Ordinal);
        Assert.Contains("<summary>文書によらずに済ませたとき", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_office_knew_includes_what_came_with_the_report_and_a_moment_before_the_incident_shows_the_report()
    {
        await using var app = await fixture.Own();
        var number = (await An.Report(app)).Number;
        (await app.As("tocho").Post($"/api/reports/{number}/passing-up", new PassReportUp([Office.SecurityOfficer, Office.SupervisingOfficer, Office.Ciso]))).Ok();
        await app.Quiet();
        var before = app.Clock.GetUtcNow();
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        (await app.As("csirt").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "漏えいのおそれ", "誤送信"))).Ok();

        Assert.Contains($"報告{number}の2", await Page(app, "csirt", $"/incidents/{number}?viewer=Ciso"), StringComparison.Ordinal);
        var then = await app.As("csirt").Get($"/incidents/{number}?asOf={Uri.EscapeDataString(before.ToString("O"))}");
        Assert.StartsWith($"/reports/{number}?asOf=", then.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_taken_back_after_it_was_filed_says_what_is_left_to_do()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        var paper = await Documents.Paper.Drafted(app, number, "soumu-fukushima-incident-report");
        await paper.Investigate("somu-shukan");
        await paper.Release();
        (await paper.File("somu-shukan", "福島県", "LGWANメール")).Ok();
        Assert.DoesNotContain("提出先に取下げを伝え", await Page(app, "somu-shukan", paper.Page), StringComparison.Ordinal);

        (await paper.Try("somu-shukan", "withdrawal", new WithdrawDocument("件数が誤っていた"))).Ok();

        Assert.Contains("提出先に取下げを伝え", await Page(app, "somu-shukan", paper.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_joined_report_leads_to_its_incident_and_draws_no_chain_of_its_own()
    {
        var app = await fixture.Shared();
        var (number, joined) = (await An.Incident(app), (await An.Report(app)).Number);
        Assert.Contains("応急措置", await Page(app, "csirt", $"/reports/{joined}"), StringComparison.Ordinal);
        (await app.As("csirt").Post($"/api/reports/{joined}/evaluation", new EvaluateReport(Verdict.Joined, "同じメール", JoinTo: number))).Ok();

        var page = await Page(app, "csirt", $"/reports/{joined}");
        Assert.Contains($"この報告は {number} の件に統合しました。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("応急措置", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_who_receives_reads_what_the_reporter_added()
    {
        var app = await fixture.Shared();
        var number = (await An.Report(app)).Number;
        (await app.As("csirt").Post($"/api/reports/{number}/supplements", new SupplementReport(ImmutableDictionary<string, string>.Empty.Add("電話で聞いたこと", "宛先は取引先だった")))).Ok();

        Assert.Contains("宛先は取引先だった", await Page(app, "tocho", $"/reports/{number}/receive"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_says_on_which_limit_a_row_stands_where_the_reader_owes_a_later_one()
    {
        await using var app = await fixture.Own();
        await An.Incident(app);
        await app.Quiet();

        Assert.Contains("先に：", await Page(app, "somu-shukan", "/queue"), StringComparison.Ordinal);
        Assert.DoesNotContain("先に：", await Page(app, "kansa", "/queue"), StringComparison.Ordinal);
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

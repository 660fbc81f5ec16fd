using System.Net.Http.Headers;
using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Api.Tests.Scenarios;
using CsirtFlow.Domain;
using CsirtFlow.Notifications;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Tests.English;

/// <summary>What staff read in English at every stage of the chain: nothing is left in Japanese but names, what somebody typed, and what is marked so.</summary>
public sealed class StaffPagesTests(AppFixture fixture)
{
    private static readonly string[] People = ["csirt", "csirt2", "tocho", "shocho", "shobocho", "kanri", "somu-shukan", "kansa", "shokuin"];

    private static readonly string[] Places = ["/home", "/queue?show=all", "/queue?show=mine", "/notices", "/notices?all=true", "/organisation", "/statistics", "/deadlines", "/access", "/record", "/dev/mails", "/account/second-factor", "/account/sessions", "/account/tokens", "/account/proof"];

    [Fact]
    public async Task A_report_waits_for_evaluation()
    {
        await using var app = await fixture.Own();
        var number = (await An.Report(app, An.Occurrence with { Kinds = [OccurrenceKind.Loss, OccurrenceKind.Ransom] })).Number;
        await app.Quiet();
        await Listen(app, [.. Places, $"/reports/{number}", $"/reports/{number}/receive", $"/reports/{number}/duties"]);

        app.Clock.Advance(TimeSpan.FromHours(3));
        (await app.As("tocho").Post($"/api/reports/{number}/passing-up", new PassReportUp([Office.SecurityOfficer, Office.Ciso], "報告します"))).Ok();
        (await app.As("csirt").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.NotIncident, "訓練のメールだった。"))).Ok();
        await app.Quiet();

        await Listen(app, [.. Places, $"/reports/{number}", $"/reports/{number}?viewer=SecurityManager", $"/reports/{number}/receive", $"/reports/{number}/duties"]);
    }

    [Fact]
    public async Task An_incident_goes_the_whole_chain()
    {
        await using var app = await fixture.Own();
        var story = await Story.Begins(app, An.Occurrence with { EmergencyImpact = EmergencyImpact.Present }, "誤送信", new Nature(Attack: true, MayBeCrime: true, Cloud: true));
        string[] pages = [.. Places, $"/incidents/{story.Number}", $"/reports/{story.Number}", $"/incidents/{story.Number}/duties"];
        await story.Do("csirt2", "orders", new GiveOrder(OrderKind.Containment, "chuo", "措置すること", story.Now.AddHours(2)));
        await story.Do("csirt", "systems-checks", new OrderSystemsCheck(["bunsho"], "同じおそれがないか", story.Now.AddHours(20)));
        await app.Quiet();
        await Listen(app, pages);

        app.Clock.Advance(TimeSpan.FromHours(3));
        await story.Do("tocho", "carried-out-orders", new ReportOrderCarriedOut(1, "措置しました。"));
        await story.Do("csirt", "verified-orders", new VerifyOrder(1, Accepted: false, Remark: "まだ足りない"));
        await story.Do("somu-shukan", "systems-check-answers", new AnswerSystemsCheck("bunsho", Found: true, "該当あり"));
        await story.Do("csirt", "personal-data-assessment", new AssessPersonalData(Missent.Data));
        await story.Do("csirt", "usual-work", new AddUsualWork());
        await story.Do("csirt", "finished-work", new FinishWork(1, Account: "LANケーブルを抜いた"));
        await story.Do("csirt2", "notes", new AddNote("保守事業者が到着した", Kind: NoteKind.Observation, InCourse: true));
        await story.Do("csirt2", "corrections", new CorrectRecord(1, "宛先は2件", "台帳と照合した"));
        await story.Do("csirt", "links", new LinkIncident(await An.Incident(app), "同じ日に届いた不審なメール"));
        await app.Quiet();
        await Listen(app, [.. pages, $"/incidents/{story.Number}/assessment", $"/incidents/{story.Number}?viewer=Ciso", $"/incidents/{story.Number}?asOf=2030-04-01T09:30"]);

        await story.Do("tocho", "carried-out-orders", new ReportOrderCarriedOut(1, "やり直しました。"));
        await story.Do("csirt", "verified-orders", new VerifyOrder(1, Accepted: true));
        await story.Learned(new EstablishCause(Determined: false, Tried: "記録を調べた"));
        await story.Do("madoguchi", "filings", new RecordFiling("soumu-fukushima-incident-report", ["19-5", "38-2"], "総務省・県", "電話", Reason: "電話で報告した"));
        (await app.As("somu-shukan").Post($"/api/incidents/{story.Number}/drafts", new DraftDocument("soumu-fukushima-incident-report"))).Ok();
        await app.Quiet();
        (await app.As("csirt").PostBytes($"/api/incidents/{story.Number}/persons?purpose={Uri.EscapeDataString("漏えいの通知")}", "氏名,住所\n見本 太郎,例示市\n架空 花子,"u8.ToArray(), "text/csv")).Ok();
        (await app.As("csirt").Post($"/api/incidents/{story.Number}/persons/1/deletion-proposal", new ProposePersonListDeletion("通知が終わった"))).Ok();
        await Listen(app, [.. pages, $"/incidents/{story.Number}/documents/soumu-fukushima-incident-report/1", $"/incidents/{story.Number}/persons"]);
    }

    [Fact]
    public async Task A_form_is_revised()
    {
        await using var app = await fixture.Own();
        var form = FormDefinition.All.Single(f => f.Id == "ppc-preliminary");
        await Listen(app, ["/forms", "/forms/ppc-preliminary", "/forms/ppc-preliminary/edit", "/forms/new?id=x&from=x"]);

        (await app.As("somu-shukan").Post("/api/forms/ppc-preliminary/revision", new ProposeFormRevision((form with { Title = "速報", Sections = form.Sections.Take(2).ToList() }).ToJson(), "短くする", "省令"))).Ok();
        await app.Quiet();
        await Listen(app, [.. Places, "/forms", "/forms/ppc-preliminary", "/forms/ppc-preliminary/edit"]);

        (await app.As("shobocho").Post("/api/forms/ppc-preliminary/return", new ReturnFormRevision("短すぎる"))).Ok();
        await app.Quiet();
        await Listen(app, ["/home", "/forms/ppc-preliminary"]);
        (await app.As("somu-shukan").Post("/api/templates/overdue/revision", new ProposeFormRevision(NoticeTemplate.Source("overdue").Replace("次の", "下の", StringComparison.Ordinal), "言い換え"))).Ok();
        (await app.As("kanri").Post("/api/templates/overdue/approval", new ApproveFormRevision((await app.As("kanri").Get("/api/templates/overdue")).Ok().Read<TemplateAnswer>().Proposal!.Content))).Ok();
        await Listen(app, ["/forms", "/templates/overdue", "/templates/overdue/edit", "/templates/frame", "/templates/frame/edit"]);
        Silent("template", await Send(app, "csirt", "/templates/overdue", "propose-form-revision", []));
        Silent("revision", await Send(app, "csirt", "/forms/ppc-preliminary", "propose-form-revision", []));
        Silent("approval", await Send(app, "shobocho", "/forms/ppc-preliminary", "approve-form-revision", ["content=x"]));
    }

    [Fact]
    public async Task Refusals_and_missing_pages_are_said_in_English()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        foreach (var path in new[] { "/incidents/R8-9999", "/reports/nothing", "/nowhere", $"/incidents/{number}?asOf=2090-01-01T00:00", "/queue?kind=x", "/statistics?fy=x", $"/incidents/{number}/duties?at=x" })
            Silent(path, await Read(app, "csirt", path));
        Silent("forbidden", await Read(app, "tocho", "/statistics"));

        foreach (var (slug, fields) in new (string, string[])[] { ("close-incident", []), ("give-order", []), ("give-order", ["kind=Containment", "sectionId=chuo", "instruction=x", "due=x"]), ("add-note", []), ("link-incident", [$"number={number}", "reason=x"]), ("instruct-measures", ["instruction=AsPlanned"]) })
            Silent(slug, await Send(app, "csirt", $"/incidents/{number}", slug, fields));
    }

    [Fact]
    public void What_is_not_marked_is_heard() =>
        Assert.Equal(["題", "文", "後"], Heard.Japanese("<p title=\"題\">文<br><b lang=\"ja\">名<i>前</i></b><input value=\"値\" />English<textarea>入力</textarea>後</p>"));

    private static async Task Listen(App app, params string[] paths)
    {
        foreach (var person in People)
            foreach (var path in paths)
                if (await Read(app, person, path) is { Length: > 0 } page) Silent($"{person} {path}", page);
    }

    private static void Silent(string where, string page)
    {
        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        var left = Heard.Japanese(page).Distinct().ToList();
        Assert.True(left.Count == 0, $"{where}: {string.Join(" | ", left)}");
    }

    // Empty where the person is sent on to another page.
    private static async Task<string> Read(App app, string person, string path)
    {
        using var request = Asking(HttpMethod.Get, path);
        return (await app.As(person).Send(request)).Text;
    }

    // With the token of the page that holds the form, as a browser sends it.
    private static async Task<string> Send(App app, string person, string page, string slug, string[] fields)
    {
        using var first = Asking(HttpMethod.Get, page);
        var shown = await app.As(person).Send(first);
        var token = shown.Text.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        using var request = Asking(HttpMethod.Post, $"{page}/do/{slug}");
        request.Headers.Add("Cookie", shown.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("csirtflow-af", StringComparison.Ordinal)).Split(';')[0]);
        request.Content = new FormUrlEncodedContent(fields.Select(f => f.Split('=', 2)).Select(f => KeyValuePair.Create($"{slug}.{f[0]}", f[1])).Append(new("__RequestVerificationToken", token)).Append(new("version", "")));
        var reply = await app.As(person).Send(request);
        Assert.InRange(reply.Code, 400, 499);
        return reply.Text;
    }

    private static HttpRequestMessage Asking(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, $"{path}{(path.Contains('?') ? '&' : '?')}lang=en");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return request;
    }
}

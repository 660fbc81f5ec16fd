using System.Collections.Immutable;
using System.Text;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Domain;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace CsirtFlow.Api.Tests.Scenarios;

/// <summary>One incident played by its people through the API.</summary>
internal sealed class Story(App app, string number)
{
    private const string Hours = "平日の午前8時30分から午後5時15分まで";

    public string Number => number;

    public DateTimeOffset Now => app.Clock.GetUtcNow();

    public Task<Reply> Try(string who, string step, object command) => app.As(who).Post($"/api/incidents/{number}/{step}", command);

    public async Task Do(string who, string step, object command) => (await Try(who, step, command)).Ok();

    public async Task<IncidentAnswer> State(DateTimeOffset? asOf = null) =>
        (await app.As("kansa").Get($"/api/incidents/{number}{(asOf is { } at ? $"?asOf={Uri.EscapeDataString(at.ToString("O"))}" : "")}")).Ok().Read<IncidentAnswer>();

    public async Task<DutyStanding> Duty(string key, DateTimeOffset? asOf = null) => (await State(asOf)).Duties.Single(d => d.Key == key);

    public async Task<string[]> Missing() => [.. (await State()).MissingForClosing.Select(m => m.Code)];

    /// <summary>By a date and time in Japan.</summary>
    public void On(int month, int day, int hour, int minute = 0) => app.Clock.SetUtcNow(At(month, day, hour, minute));

    public static DateTimeOffset At(int month, int day, int hour, int minute = 0) => new DateTimeOffset(2030, month, day, hour, minute, 0, TimeSpan.FromHours(9)).ToUniversalTime();

    public static DateTimeOffset EndOf(int month, int day) => new DateTimeOffset(2030, month, day, 0, 0, 0, TimeSpan.FromHours(9)).AddDays(1).ToUniversalTime();

    /// <summary>報告 to 評価, by the reporter, the manager, the officer and CSIRT.</summary>
    public static async Task<Story> Begins(App app, ReportOccurrence occurrence, string title, Nature? nature = null)
    {
        var number = (await An.Report(app, occurrence, by: "shokuin")).Number;
        (await app.As("tocho").Post($"/api/reports/{number}/passing-up", new PassReportUp([Office.SecurityOfficer, Office.Ciso], "報告します"))).Ok();
        (await app.As("shocho").Post($"/api/reports/{number}/instructions", new GiveInstruction("事実を確認すること"))).Ok();
        (await app.As("csirt2").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "規程のインシデントに当たる", title, Nature: nature))).Ok();
        var story = new Story(app, number);
        await story.Do("csirt", "severity", new DecideSeverity(new SeverityFactors(Persons: 30)));
        await story.Do("csirt", "ciso-reports", new InformCiso("概要を報告します。"));
        await story.Do("kanri", "acknowledgements", new AcknowledgeReport());
        await story.Do("shobocho", "acknowledgements", new AcknowledgeReport());
        return story;
    }

    /// <summary>応急措置 and 復旧, ordered, done and checked by different people.</summary>
    public async Task Contained()
    {
        foreach (var (kind, order) in new[] { (OrderKind.Containment, 1), (OrderKind.Recovery, 2) })
        {
            await Do("csirt2", "orders", new GiveOrder(kind, "chuo", "措置すること", Now.AddHours(2)));
            await Do("tocho", "carried-out-orders", new ReportOrderCarriedOut(order, "措置しました。"));
            await Do("csirt", "verified-orders", new VerifyOrder(order, Accepted: true));
        }
        await Do("csirt", "systems-checks", new OrderSystemsCheck(["bunsho"], "同じおそれがないか", Now.AddHours(20)));
        await Do("somu-shukan", "systems-check-answers", new AnswerSystemsCheck("bunsho", Found: false, "該当なし"));
    }

    /// <summary>原因, 証拠, 再発防止策 and CISOの指示.</summary>
    public async Task Learned(EstablishCause cause, DateOnly? due = null)
    {
        await Do("csirt", "cause", cause);
        await Do("csirt3", "evidence", new PreserveEvidence("記録一式", "総務課の金庫"));
        await Do("csirt", "confirmed-inventory", new ConfirmEvidenceInventory("そろっている"));
        await Do("csirt", "prevention-plan", new PlanPrevention("再発防止", [new("研修を行う", "chuo", due ?? new(2031, 3, 31))]));
        await Do("kanri", "ciso-instruction", new InstructMeasures(Instruction.AsPlanned));
    }

    public Task Stated(params (string Key, string Text)[] facts) => Do("somu-shukan", "facts", new RecordFacts(facts.ToImmutableDictionary(f => f.Key, f => new Fact(f.Text, FactState.Confirmed))));

    /// <summary>A document from the draft to the filing; what is required and not known is being investigated.</summary>
    public async Task<Paper> Released(string form, string addressee, string receipt, params (string Key, string Text)[] rows)
    {
        var paper = await Paper.Drafted(app, number, form);
        if (rows.Length > 0) (await paper.Revise("somu-shukan", rows)).Ok();
        await paper.Investigate("somu-shukan");
        await paper.Release();
        (await paper.File("somu-shukan", addressee, "Webフォーム", receipt)).Ok();
        return paper;
    }

    /// <summary>公表, from the judgement of the CISO to the hands of the press: drafted, looked at in four ways, approved by somebody else, and handed out when it was planned for. The words as they were frozen.</summary>
    public async Task<string> Published(string reach, string reason, DateTimeOffset planned, params (string Key, string Text)[] rows)
    {
        await Do("kanri", "publication-judgements", new JudgePublication(PublicationVerdict.Publish, reach, reason, planned));
        var press = await Paper.Drafted(app, number, "press-release");
        (await press.Revise("somu-shukan", [.. rows, ("contact.hours", Hours)])).Ok();
        (await press.Submit("somu-shukan")).Ok();
        foreach (var check in Enum.GetValues<PublicationCheck>())
            (await press.Try("csirt3", "publication-checks", new CheckPublication(check, (await press.Now()).Content, check is PublicationCheck.PoliceAgreed or PublicationCheck.AssemblyTold ? "電話で確かめた" : ""))).Ok();
        (await press.Approve("shobocho")).Ok();

        app.Clock.SetUtcNow(planned);
        (await press.File("somu-shukan", "報道機関", "報道機関への資料配布、ホームページ")).Ok();

        var paper = (await press.Now()).Document;
        Assert.Equal(("shobocho", Standing.Met), (paper.ApprovedBy, (await Duty("19-6")).Standing));
        Assert.DoesNotContain(paper.ApprovedBy, paper.Drafters);
        return await press.Frozen();
    }

    /// <summary>本人への通知文 to everybody on a list who has an address: the words as they were approved, and the letters made with them.</summary>
    public async Task<(string Words, string[] Letters)> Letters(string list, params (string Key, string Text)[] rows)
    {
        (await app.As("somu-shukan").PostBytes($"/api/incidents/{number}/persons?purpose={Uri.EscapeDataString("謝罪文の郵送")}", Encoding.UTF8.GetBytes(list), "text/csv")).Ok();
        var notice = await Paper.Drafted(app, number, FormChoice.PersonNotice);
        (await notice.Revise("somu-shukan", [.. rows, ("contact.hours", Hours)])).Ok();
        await notice.Release();
        var page = (await app.As("somu-shukan").Post($"/api/incidents/{number}/persons/1/letters", new MakePersonLetters(LetterFormat.Page))).Ok().Text;
        return (await notice.Frozen(), page.Split("<section class=\"document-letter\">")[1..]);
    }

    /// <summary>Nothing is sent outside by itself: whatever was left to send lies in the mail folder, and all of it is for people of the house.</summary>
    public async Task OnlyTheHouseHadMail()
    {
        await app.Quiet();
        var house = (await app.Services.GetRequiredService<OrganisationDirectory>().Get(App.Organisation)).People.Select(p => p.Mail).ToHashSet();
        var mails = Directory.EnumerateFiles(app.MailFolder, "*", SearchOption.AllDirectories).Select(file => MimeMessage.Load(file)).ToList();
        Assert.NotEmpty(mails);
        Assert.Empty(mails.SelectMany(mail => mail.GetRecipients()).Select(to => to.Address).Except(house));
    }

    public Task Filed(string who, string form, string duty, string to) => Do(who, "filings", new RecordFiling(form, [duty], to, "電子メール", "担当係（uketsuke@example.go.jp）", "受-1", Reason: "フォームに直接入力した"));
}

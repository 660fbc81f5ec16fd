using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests.Scenarios;

/// <summary>One incident played by its people through the API.</summary>
internal sealed class Story(App app, string number)
{
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

    public Task Filed(string who, string form, string duty, string to) => Do(who, "filings", new RecordFiling(form, [duty], to, "電子メール", "担当係", "受-1", Reason: "フォームに直接入力した"));
}

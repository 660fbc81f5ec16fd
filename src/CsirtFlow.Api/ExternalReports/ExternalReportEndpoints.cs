using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.ExternalReports;

/// <summary>事実、該当性判定、外部への報告、本人通知、公表、情報共有 (32-1-4, 19-5 to 19-7).</summary>
public static class ExternalReportEndpoints
{
    [WolverinePost("/api/incidents/{number}/facts")]
    public static Task<IResult> RecordFacts(string number, RecordFacts command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/personal-data-assessment")]
    public static Task<IResult> Assess(string number, AssessPersonalData command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverineGet("/api/incidents/{number}/personal-data-assessment")]
    public static Task<AssessmentAnswer> Assessment(string number, AssessmentDesk desk, HttpContext http) => desk.Of(Caller.Of(http, "api"), number, null, http.RequestAborted);

    /// <summary>試算: what would follow from these facts; nothing is recorded.</summary>
    [WolverinePost("/api/incidents/{number}/personal-data-assessment/trial")]
    public static Task<AssessmentAnswer> Try(string number, AssessPersonalData command, AssessmentDesk desk, HttpContext http) => desk.Of(Caller.Of(http, "api"), number, command, http.RequestAborted);

    [WolverinePost("/api/incidents/{number}/not-reportable")]
    public static Task<IResult> JudgeNotReportable(string number, JudgeNotReportable command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/filings")]
    public static Task<IResult> RecordFiling(string number, RecordFiling command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/corrected-filings")]
    public static Task<IResult> CorrectFiling(string number, CorrectFiling command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/notified-persons")]
    public static Task<IResult> NotifyPersons(string number, NotifyPersons command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/publications")]
    public static Task<IResult> RecordPublication(string number, RecordPublication command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/withdrawn-publications")]
    public static Task<IResult> WithdrawPublication(string number, WithdrawPublication command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/follow-ups")]
    public static Task<IResult> PlanFollowUp(string number, PlanFollowUp command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/publication-judgements")]
    public static Task<IResult> JudgePublication(string number, JudgePublication command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/shared-information")]
    public static Task<IResult> Share(string number, ShareInformation command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);
}

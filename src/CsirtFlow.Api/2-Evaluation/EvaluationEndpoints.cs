using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.Evaluation;

/// <summary>評価 (32-3-1), 誤報, the undoing of a join, the answer to the reporter, 性質 and 重要度.</summary>
public static class EvaluationEndpoints
{
    [WolverinePost("/api/reports/{number}/evaluation")]
    public static Task<IResult> Evaluate(string number, EvaluateReport command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/reports/{number}/revocation")]
    public static Task<IResult> Revoke(string number, RevokeIncident command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/reports/{number}/undone-join")]
    public static Task<IResult> UndoJoin(string number, UndoJoin command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/reports/{number}/answer")]
    public static Task<IResult> AnswerReporter(string number, AnswerReporter command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/nature")]
    public static Task<IResult> StateNature(string number, StateNature command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/severity")]
    public static Task<IResult> DecideSeverity(string number, DecideSeverity command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);
}

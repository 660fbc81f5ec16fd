using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.Closure;

/// <summary>終結、再開、閲覧の制限.</summary>
public static class ClosureEndpoints
{
    [WolverinePost("/api/incidents/{number}/closure")]
    public static Task<IResult> Close(string number, CloseIncident command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/reopening")]
    public static Task<IResult> Reopen(string number, ReopenIncident command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/restriction")]
    public static Task<IResult> Restrict(string number, RestrictIncident command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/unnecessary-duties")]
    public static Task<IResult> JudgeUnnecessary(string number, JudgeDutyUnnecessary command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/carried-out-duties")]
    public static Task<IResult> CarryOut(string number, CarryOutDuty command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);
}

using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.Prevention;

/// <summary>再発防止策の報告 (32-3-4), CISOの指示と実施 (32-3-5).</summary>
public static class PreventionEndpoints
{
    [WolverinePost("/api/incidents/{number}/prevention-plan")]
    public static Task<IResult> Plan(string number, PlanPrevention command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/ciso-instruction")]
    public static Task<IResult> Instruct(string number, InstructMeasures command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/done-measures")]
    public static Task<IResult> ReportDone(string number, ReportMeasureDone command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/returned-measures")]
    public static Task<IResult> Return(string number, ReturnMeasure command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/verified-measures")]
    public static Task<IResult> Verify(string number, VerifyMeasure command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);
}

using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.Exemptions;

/// <summary>例外措置 (43): application, the CISO's decision, and what an emergency left no time to ask for.</summary>
public static class ExemptionEndpoints
{
    [WolverinePost("/api/incidents/{number}/exemption-requests")]
    public static Task<IResult> Request(string number, RequestExemption command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/exemption-decisions")]
    public static Task<IResult> Decide(string number, DecideExemption command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/emergency-exemptions")]
    public static Task<IResult> Take(string number, TakeExemption command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);
}

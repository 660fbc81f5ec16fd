using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.Escalation;

/// <summary>CISO・副CISOへの報告と受領 (32-3-2).</summary>
public static class EscalationEndpoints
{
    [WolverinePost("/api/incidents/{number}/ciso-reports")]
    public static Task<IResult> Inform(string number, InformCiso command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/acknowledgements")]
    public static Task<IResult> Acknowledge(string number, AcknowledgeReport command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);
}

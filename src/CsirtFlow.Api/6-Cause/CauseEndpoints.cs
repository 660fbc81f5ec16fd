using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.Cause;

/// <summary>原因の究明と記録の保存 (32-3-4, 38-3).</summary>
public static class CauseEndpoints
{
    [WolverinePost("/api/incidents/{number}/cause")]
    public static Task<IResult> Establish(string number, EstablishCause command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/evidence")]
    public static Task<IResult> Preserve(string number, PreserveEvidence command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/confirmed-inventory")]
    public static Task<IResult> ConfirmInventory(string number, ConfirmEvidenceInventory command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);
}

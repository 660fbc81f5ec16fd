using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.Containment;

/// <summary>応急措置・復旧の指示と確認、他の情報システムの確認 (32-3-3).</summary>
public static class ContainmentEndpoints
{
    [WolverinePost("/api/incidents/{number}/orders")]
    public static Task<IResult> GiveOrder(string number, GiveOrder command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/carried-out-orders")]
    public static Task<IResult> ReportCarriedOut(string number, ReportOrderCarriedOut command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/verified-orders")]
    public static Task<IResult> Verify(string number, VerifyOrder command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/systems-checks")]
    public static Task<IResult> OrderCheck(string number, OrderSystemsCheck command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/systems-check-answers")]
    public static Task<IResult> AnswerCheck(string number, AnswerSystemsCheck command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    /// <summary>The answer carries the number of the new incident.</summary>
    [WolverinePost("/api/incidents/{number}/related-incidents")]
    public static async Task<IResult> OpenRelated(string number, OpenRelatedIncident command, RelatedIncidents related, HttpContext http) =>
        Results.Json(await related.Open(number, command, http.Sent(), http.RequestAborted), Json.Strict);
}

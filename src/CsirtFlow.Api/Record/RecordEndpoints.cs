using CsirtFlow.Api.Platform;
using Wolverine.Http;

namespace CsirtFlow.Api.Record;

/// <summary>記録の検証 for programs.</summary>
public static class RecordEndpoints
{
    [WolverineGet("/api/record")]
    public static Task<RecordState> Get(RecordDesk record, HttpContext http) => record.State(Caller.Of(http, "api"), http.RequestAborted);

    [WolverinePost("/api/record/verifications")]
    public static async Task<IResult> Verify(RecordDesk record, HttpContext http)
    {
        await record.Ask(Caller.Of(http, "api"), http.RequestAborted);
        return Results.Accepted("/api/record");
    }
}

using CsirtFlow.Api.Platform;
using Wolverine.Http;

namespace CsirtFlow.Api.Record;

/// <summary>記録の検証 for programs.</summary>
public static class RecordEndpoints
{
    [WolverineGet("/api/record")]
    public static Task<RecordState> Get(HttpContext http) => Of(http).State(Caller.Of(http, "api"), http.RequestAborted);

    [WolverinePost("/api/record/verifications")]
    public static async Task<IResult> Verify(HttpContext http)
    {
        await Of(http).Ask(Caller.Of(http, "api"), http.RequestAborted);
        return Results.Accepted("/api/record");
    }

    // The key may be none, which generated code cannot ask for.
    private static RecordDesk Of(HttpContext http) => http.RequestServices.GetRequiredService<RecordDesk>();
}

using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Mvc;

namespace CsirtFlow.Api.Web;

/// <summary>Refusals and failures as a page for people; programs get the problem as JSON.</summary>
public static class ErrorPages
{
    public static bool Wanted(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api") && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>For an answer that has a status and nothing else.</summary>
    public static async Task Write(HttpContext http)
    {
        var status = http.Response.StatusCode;
        if (Wanted(http)) await Write(http, Bare(status));
        else await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = { Status = status } });
    }

    public static async Task Write(HttpContext http, ProblemDetails problem, Exception? cause = null)
    {
        var frame = await http.RequestServices.GetRequiredService<Frames>().Of(http);
        var (heading, lines) = new ErrorWords(frame.Language).Of(problem);
        if (frame.Language == Language.English) lines = Lines(cause) ?? lines;
        await PageResult.Message(frame, problem.Status ?? StatusCodes.Status500InternalServerError, heading, lines).ExecuteAsync(http);
    }

    // A problem carries its Japanese sentences to programs; what refused knows the English ones.
    private static string[]? Lines(Exception? cause) => cause switch
    {
        PolicyViolationException e => [.. e.Rules.Select(Language.English.Of)],
        RefusalException e => [Language.English.Of(e.Sentence)],
        _ => null,
    };

    private static ProblemDetails Bare(int status) => status switch
    {
        StatusCodes.Status404NotFound => Problems.Make(status, "not-found", "ページが見つかりません", "アドレスを確かめてください。"),
        StatusCodes.Status405MethodNotAllowed => Problems.Make(status, "method-not-allowed", "この画面は直接開けません", "前の画面に戻って、やり直してください。"),
        _ => Problems.Make(status, "bad-request", "表示できませんでした", "前の画面に戻って、やり直してください。"),
    };
}

using System.Text;
using CsirtFlow.Api.Deadlines;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;

namespace CsirtFlow.Api.Web.Deadlines;

/// <summary>期限の一覧, and the limits of one incident for a calendar of one's own.</summary>
public static class DeadlinePages
{
    public static void MapDeadlinePages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/deadlines", Show);
        app.MapGet("/incidents/{number}/deadlines.ics", Download);
    }

    private static async Task<IResult> Show(DeadlineBoard board, QueueWatch watch, NoticeDesk desk, Frames frames, HttpContext http)
    {
        var caller = await desk.Require(http, DeadlineBoard.Readers);
        var deadlines = await board.All(caller, http.RequestAborted);
        var reminded = await watch.Reminded(caller, deadlines.Select(d => d.Number).Distinct(), http.RequestAborted);
        return PageResult.Of<DeadlinesPage>(new { Deadlines = deadlines, Provisional = await board.Provisional(caller, http.RequestAborted), Reminded = reminded, Frame = await frames.Of(http) });
    }

    private static async Task<IResult> Download(string number, DeadlineBoard board, TimeProvider clock, HttpContext http) =>
        Results.File(Encoding.UTF8.GetBytes(DeadlineCalendar.Of(await board.Of(Caller.Of(http, "web"), number, http.RequestAborted), clock.GetUtcNow())), DeadlineCalendar.ContentType, $"{number}.ics");
}

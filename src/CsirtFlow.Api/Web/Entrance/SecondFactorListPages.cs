using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Api.Web.Reporting;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>Who has a second factor, what was reset by whom, and the form that resets one.</summary>
public static class SecondFactorListPages
{
    public const string Path = "/second-factors";

    public static void MapSecondFactorListPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http, Frames frames, SecondFactorDesk desk) => Show(http, frames, desk, "", "", FormErrors.None)).ExcludeFromDescription();
        app.MapPost(Path, Reset).Guarded().ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext http, Frames frames, SecondFactorDesk desk, string person, string reason, FormErrors errors)
    {
        var caller = Caller.Of(http, "web");
        return PageResult.Of<SecondFactorListPage>(new
        {
            Frame = await frames.Of(http), Standings = await desk.Standings(caller, http.RequestAborted), Resets = await desk.Resets(caller, http.RequestAborted), MayReset = await desk.MayReset(caller, http.RequestAborted),
            Person = person, Reason = reason, Errors = errors, Done = http.Request.Query.ContainsKey("done"),
        }, errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> Reset(HttpContext http, Frames frames, SecondFactorDesk desk)
    {
        if (!CurrentSession.IsProved(http)) return ProofPages.First(Path);

        var post = await FormPost.Read(http);
        try
        {
            await desk.Reset(Caller.Of(http, "web"), post.Text("Person"), post.Text("Reason"), http.RequestAborted);
            return PageResult.SeeOther($"{Path}?done=1");
        }
        catch (BadRequestException e)
        {
            return await Show(http, frames, desk, post.Text("Person"), post.Text("Reason"), FormErrors.Of(e, Language.Of(http)));
        }
    }
}

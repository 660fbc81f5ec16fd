using CsirtFlow.Api.Board;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Access;

/// <summary>緊急閲覧 as a page: the refusal that says how, and only to whom it is open.</summary>
public static class EmergencyPages
{
    private const string One = "/incidents/{number}/emergency-view";

    public static void MapEmergencyPages(this IEndpointRouteBuilder app)
    {
        app.MapPost(One, Open).Guarded();
        app.MapPost(One + "/end", End).Guarded();
    }

    /// <summary>Instead of 404, for whom a restriction keeps out and who may open the incident in an emergency; null for everybody else.</summary>
    public static async Task<IResult?> Refusal(string number, string reason, FormErrors errors, HttpContext http, int status = StatusCodes.Status403Forbidden)
    {
        var at = http.RequestServices;
        return await at.GetRequiredService<CaseReader>().KeptOutFrom(Caller.Of(http, "web"), number, http.RequestAborted) is null ? null
            : PageResult.Of<EmergencyPage>(new { Frame = await at.GetRequiredService<Frames>().Of(http), Number = number, Reason = reason, Errors = errors }, status);
    }

    private static async Task<IResult> Open(string number, CommandDesk desk, HttpContext http)
    {
        var reason = KeepableText.Of((await http.Request.ReadFormAsync(http.RequestAborted))["reason"].ToString().ReplaceLineEndings("\n"))!;
        try
        {
            await desk.Take(number, new ViewInEmergency(reason), new Sent(Caller.Of(http, "web")), http.RequestAborted);
            return PageResult.SeeOther($"/incidents/{number}");
        }
        catch (PolicyViolationException e) when (e.Rules is [var only] && only != Rules.OfficeMayNot)
        {
            return await Refusal(number, reason, new([new FormError("reason", Language.Of(http).Of(only))]), http, StatusCodes.Status409Conflict) ?? PageResult.SeeOther($"/incidents/{number}");
        }
    }

    private static async Task<IResult> End(string number, CommandDesk desk, HttpContext http)
    {
        var person = (await http.Request.ReadFormAsync(http.RequestAborted))["person"].ToString();
        try
        {
            await desk.Take(number, new EndEmergencyView(person), new Sent(Caller.Of(http, "web")), http.RequestAborted);
        }
        catch (PolicyViolationException e) when (e.Rules is [var only] && only == Rules.EmergencyViewRuns)
        {
            // It is over, as was wished.
        }
        return PageResult.SeeOther($"/incidents/{number}");
    }
}

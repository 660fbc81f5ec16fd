using System.Globalization;
using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Live;

/// <summary>What keeps an open page fresh.</summary>
public static class LivePages
{
    public static void MapLivePages(this IEndpointRouteBuilder app) => app.MapGet("/queue/changes", (CaseChanges changes, HttpContext http) =>
    {
        // A proxy that collects the answer before it passes it on would hold back every change.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var caller = Caller.Of(http, "web");
        http.Response.RegisterForDispose(changes.Enter(caller) ?? throw new BadRequestException("開いている画面が多すぎるため、自動更新はしません。", "Too many pages are open; this one does not update itself.", StatusCodes.Status429TooManyRequests, "too-many-requests"));
        long? after = long.TryParse(http.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        return TypedResults.ServerSentEvents(changes.Of(caller.Tenant, after, http.RequestAborted));
    }).ExcludeFromDescription();
}

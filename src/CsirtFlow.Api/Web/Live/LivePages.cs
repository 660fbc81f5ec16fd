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
        long? after = long.TryParse(http.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        return TypedResults.ServerSentEvents(changes.Of(Caller.Of(http, "web").Tenant, after, http.RequestAborted));
    }).ExcludeFromDescription();
}

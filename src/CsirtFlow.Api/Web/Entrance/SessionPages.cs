using System.Security.Claims;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Api.Web.Reporting;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>Where a person is signed in (35-4), and the end of what they do not know or need any more.</summary>
public static class SessionPages
{
    public const string Path = "/account/sessions";

    public static void MapSessionPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).ExcludeFromDescription();
        app.MapPost(Path, End).Guarded().ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext http, Frames frames, AccountSessions sessions, IOptions<AccountOptions> options) =>
        PageResult.Of<SessionsPage>(new { Frame = await frames.Of(http), Sessions = await sessions.Of(Account(http), options.Value.Idle), Current = http.User.Session(), Ended = http.Request.Query.ContainsKey("ended") });

    private static async Task<IResult> End(HttpContext http, AccountSessions sessions)
    {
        var post = await FormPost.Read(http);
        if (Guid.TryParse(post.Text("Session"), out var one)) await sessions.End(Account(http), one);
        else await sessions.EndAll(Account(http), but: http.User.Session());
        return PageResult.SeeOther($"{Path}?ended=1");
    }

    private static Guid Account(HttpContext http) => Guid.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!);
}

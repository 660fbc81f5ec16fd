using System.Security.Claims;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Entrance;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Accounts;

/// <summary>The cookie of a session: names a row, which is asked at every request, so that whatever ends a session ends it at once.</summary>
internal static class SessionCookie
{
    public const string SessionClaim = "session";

    /// <summary>The session of a request; null without one.</summary>
    public static Guid? Session(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(SessionClaim), out var id) ? id : null;

    /// <summary>Every sign-in begins a session of its own: one that was planted before is worth nothing.</summary>
    public static async Task Begin(CookieSigningInContext context)
    {
        var (http, user) = (context.HttpContext, (ClaimsIdentity)context.Principal!.Identity!);
        var session = await http.RequestServices.GetRequiredService<AccountSessions>().Begin(Guid.Parse(context.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
            http.Connection.RemoteIpAddress?.ToString() ?? "", BrowserName.Of(http.Request.Headers.UserAgent), Accounts(http).Idle,
            http.Features.Get<Entering>() ?? AsBefore(http));
        user.AddClaim(new Claim(SessionClaim, session.ToString()));
    }

    // While the accounts cannot be read nobody is signed in; a report must still come through to the page that names the telephone.
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        try
        {
            if (await Lasts(context.HttpContext, context.Principal!)) context.ShouldRenew = ByPerson(context.HttpContext.Request);
            else context.RejectPrincipal();
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
        {
            context.RejectPrincipal();
        }
    }

    public static Task Renew(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = ByPerson(context.Request);
        return Task.CompletedTask;
    }

    private static async Task<bool> Lasts(HttpContext http, ClaimsPrincipal user)
    {
        var at = http.RequestServices;
        var (tenant, sessions) = (at.GetRequiredService<Tenants>().Of(http), at.GetRequiredService<AccountSessions>());
        // A session of one organisation is none at the address of another.
        if (user.FindFirstValue(Caller.OrganisationClaim) != tenant || user.Session() is not { } id) return false;
        if (await sessions.Find(id, http.RequestAborted) is not { } standing || standing.Stamp != user.FindFirstValue(at.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType)) return false;
        if (sessions.IsIdle(standing, Accounts(http).Idle)) return false;

        var person = user.FindFirstValue(Caller.PersonClaim) ?? "";
        var organisation = await at.GetRequiredService<OrganisationDirectory>().Find(tenant, http.RequestAborted);
        // Who is locked out or has left the organisation has left the service, and comes back by a new sign-in alone.
        if (standing.Locked || (organisation is not null && organisation.Person(person) is null))
        {
            await sessions.EndAll(standing.AccountId);
            return false;
        }
        if (standing.Provider is { } provider && organisation is not null && !provider.Lasts(at.GetRequiredService<Providers>().Of(tenant), organisation, person, at.GetRequiredService<TimeProvider>().GetUtcNow()))
        {
            await sessions.End(standing.AccountId, standing.Id);
            return false;
        }
        if (ByPerson(http.Request)) await sessions.Use(standing);
        http.Features.Set(new CurrentSession(standing, !standing.HasSecondFactor && standing.Provider is not { SecondFactor: true } && organisation is not null && at.GetRequiredService<SecondFactorRule>().Demands(organisation, person, at.GetRequiredService<TimeProvider>().GetUtcNow())));
        return true;
    }

    // One that begins anew within a session, after a change of the account, stays as narrow as that was.
    private static Entering? AsBefore(HttpContext http) =>
        CurrentSession.Of(http)?.Standing.Provider is { } provider ? new(provider, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()) : null;

    // アクセスタイムアウト (35-4): a page that refreshes itself in an empty room is no use of the session. Browsers say what they fetch for.
    private static bool ByPerson(HttpRequest request) =>
        request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document" || request.Path == EntrancePages.ExtendPath;

    private static AccountOptions Accounts(HttpContext http) => http.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value;
}

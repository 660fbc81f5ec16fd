using System.Collections.Immutable;
using System.Security.Claims;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Microsoft.Extensions.Options;
using Wolverine.Http;

namespace CsirtFlow.Api.Accounts;

/// <summary>One of the own sessions.</summary>
/// <param name="Current">The one that asks.</param>
/// <param name="ByProvider">It came by the 組織の認証サービス.</param>
public sealed record SessionLine(Guid Id, string Browser, string Address, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, bool Current, bool ByProvider);

/// <summary>One of the own tokens; what it is made of was shown once.</summary>
public sealed record TokenLine(Guid Id, string Name, bool MayWrite, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <param name="Id">Null for all but the one that asks.</param>
public sealed record EndSessions(Guid? Id = null);

public sealed record RevokeToken(Guid Id);

/// <param name="Reason">With how it was made sure that it is the person.</param>
public sealed record ResetSecondFactor(string PersonId, string Reason);

/// <summary>二要素認証の状況, and what was reset, the latest first.</summary>
public sealed record SecondFactorOverview(ImmutableArray<SecondFactorLine> People, ImmutableArray<SecondFactorReset> Resets);

/// <param name="Needed">An office demands it.</param>
public sealed record SecondFactorLine(string PersonId, string Name, bool Needed, bool Has);

/// <summary>The own account for programs: sessions and tokens, seen and ended by a session alone, never by a token; and the second factors of others, for those who may. Tokens are made on their page.</summary>
public static class AccountEndpoints
{
    [WolverineGet("/api/account/sessions")]
    public static async Task<IReadOnlyList<SessionLine>> Sessions(HttpContext http)
    {
        var (account, current) = Own(http);
        var at = http.RequestServices;
        return [.. (await at.GetRequiredService<AccountSessions>().Of(account, at.GetRequiredService<IOptions<AccountOptions>>().Value.Idle)).Select(s => new SessionLine(s.Id, s.Browser, s.Address, s.CreatedAt, s.LastUsedAt, s.Id == current, s.ProviderAt is not null))];
    }

    /// <summary>One of the own sessions, or all but this one. One that is not there, or not one's own, is over already.</summary>
    [WolverinePost("/api/account/ended-sessions")]
    public static async Task<IResult> End(EndSessions command, HttpContext http)
    {
        var (account, current) = Own(http);
        var sessions = http.RequestServices.GetRequiredService<AccountSessions>();
        await (command.Id is { } one ? sessions.End(account, one) : sessions.EndAll(account, but: current));
        return Results.NoContent();
    }

    [WolverineGet("/api/account/tokens")]
    public static async Task<IReadOnlyList<TokenLine>> Tokens(HttpContext http) =>
        [.. (await http.RequestServices.GetRequiredService<ApiTokens>().Of(Own(http).Account)).Select(t => new TokenLine(t.Id, t.Name, t.MayWrite, t.CreatedAt, t.ExpiresAt))];

    [WolverinePost("/api/account/revoked-tokens")]
    public static async Task<IResult> Revoke(RevokeToken command, HttpContext http)
    {
        await http.RequestServices.GetRequiredService<ApiTokens>().Revoke(Own(http).Account, command.Id);
        return Results.NoContent();
    }

    [WolverineGet("/api/second-factors")]
    public static async Task<SecondFactorOverview> SecondFactors(HttpContext http)
    {
        var (desk, caller) = (http.RequestServices.GetRequiredService<SecondFactorDesk>(), Caller.Of(http, "api"));
        return new([.. (await desk.Standings(caller, http.RequestAborted)).Select(s => new SecondFactorLine(s.Person.Id, s.Person.Name, s.Needed, s.Has))], [.. await desk.Resets(caller, http.RequestAborted)]);
    }

    /// <summary>解除, with 本人の確認 as on the page.</summary>
    [WolverinePost("/api/second-factors/resets")]
    public static async Task<IResult> Reset(ResetSecondFactor command, HttpContext http)
    {
        var (desk, caller) = (http.RequestServices.GetRequiredService<SecondFactorDesk>(), Caller.Of(http, "api"));
        // Whoever may not is told so, and not asked for a proof first.
        PolicyViolationException.ThrowIf(!await desk.MayReset(caller, http.RequestAborted), Rules.OfficeMayNot);
        if (!CurrentSession.IsProved(http)) throw new ProofNeededException();

        await desk.Reset(caller, command.PersonId, command.Reason, http.RequestAborted);
        return Results.NoContent();
    }

    // A token that got into the wrong hands shall neither find out where its person sits nor put them out.
    private static (Guid Account, Guid? Session) Own(HttpContext http) => http.User.Session() is { } session
        ? (Guid.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!), session)
        : throw new BadRequestException("アカウントの操作は、トークンではできません。サインインしてください。", "An account is not managed with a token. Please sign in.", StatusCodes.Status403Forbidden, "token-may-not");
}

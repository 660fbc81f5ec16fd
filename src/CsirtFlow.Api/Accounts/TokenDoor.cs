using System.Security.Claims;
using System.Text.Encodings.Web;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Accounts;

/// <summary><c>Authorization: Bearer csf_…</c> at the API: the person whose token it is, with the offices of that moment. It is nobody's proof, and one that may only read only reads.</summary>
public sealed class TokenDoor(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, ApiTokens tokens, Tenants tenants, OrganisationDirectory directory, SecondFactorRule rule, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "api-token";

    private const string Bearer = "Bearer ";

    private bool onlyReads;

    /// <summary>Whether a request comes to this door; the pages know sessions alone.</summary>
    public static bool IsFor(HttpRequest request) => request.Path.StartsWithSegments("/api") && request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.Ordinal);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var tenant = tenants.Of(Context);
        if (await tokens.Find(Request.Headers.Authorization.ToString()[Bearer.Length..], Context.RequestAborted) is not { } holder || holder.Organisation != tenant) return AuthenticateResult.NoResult();

        var organisation = await directory.Find(tenant, Context.RequestAborted);
        if (organisation?.Person(holder.PersonId) is null || (!holder.HasSecondFactor && rule.Demands(organisation, holder.PersonId, clock.GetUtcNow()))) return AuthenticateResult.NoResult();

        onlyReads = !holder.MayWrite && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, holder.AccountId.ToString()), new(Caller.OrganisationClaim, holder.Organisation), new(ApiTokens.Claim, onlyReads ? ApiTokens.OnlyReads : "")], SchemeName);
        // A report may be sent by anybody; by one that only reads it is sent by nobody.
        if (!onlyReads) identity.AddClaim(new Claim(Caller.PersonClaim, holder.PersonId));
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => onlyReads
        ? Results.Problem(Problems.Make(StatusCodes.Status403Forbidden, "token-reads-only", "この操作はできません。", "このトークンは読み取り専用です。")).ExecuteAsync(Context)
        : base.HandleForbiddenAsync(properties);
}

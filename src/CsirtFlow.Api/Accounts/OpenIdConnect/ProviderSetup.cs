using CsirtFlow.Api.Web.Entrance;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CsirtFlow.Api.Accounts;

/// <summary>OpenID Connect (Core 1.0): authorization code with PKCE, state bound to the browser, nonce; an ID token is looked at in every respect before anybody asks whose it is.</summary>
internal static class ProviderSetup
{
    /// <summary>How far the clocks of the two may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>From leaving for the provider to coming back.</summary>
    public static readonly TimeSpan TimeToSignIn = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // What is signed with the secret of the client, or not at all, is not signed by the provider.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static void AddProviders(this AuthenticationBuilder doors, IConfiguration configuration, CookieSecurePolicy secure)
    {
        var providers = Providers.Read(configuration);
        doors.Services.AddSingleton(providers);
        doors.Services.AddScoped<ProviderLinks>();
        foreach (var provider in providers.All)
        {
            doors.AddOpenIdConnect(provider.Scheme, null, o => Set(o, provider, secure));
            doors.Services.AddOptions<OpenIdConnectOptions>(provider.Scheme).Configure<TimeProvider>((o, clock) => o.TokenValidationParameters.LifetimeValidator = (from, until, _, _) => IsOfNow(from, until, clock.GetUtcNow().UtcDateTime));
        }
    }

    private static void Set(OpenIdConnectOptions o, ProviderOptions provider, CookieSecurePolicy secure)
    {
        (o.Authority, o.ClientId, o.ClientSecret) = (provider.Authority, provider.ClientId, provider.ClientSecret);
        o.CallbackPath = provider.CallbackPath;
        o.RequireHttpsMetadata = !new Uri(provider.Authority).IsLoopback;
        // Coming back by a link and not by a form of another site, so that no cookie has to go along with such a form.
        (o.ResponseType, o.ResponseMode, o.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        (o.GetClaimsFromUserInfoEndpoint, o.SaveTokens, o.MapInboundClaims, o.DisableTelemetry) = (false, false, false, true);
        (o.BackchannelTimeout, o.RemoteAuthenticationTimeout) = (Patience, TimeToSignIn);
        o.Scope.Clear();
        foreach (var scope in provider.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)) o.Scope.Add(scope);
        foreach (var cookie in new[] { o.CorrelationCookie, o.NonceCookie }) (cookie.Name, cookie.HttpOnly, cookie.SameSite, cookie.SecurePolicy) = ($"csirtflow-provider-{(cookie == o.NonceCookie ? "nonce" : "state")}-", true, SameSiteMode.Lax, secure);
        // Never used: whoever comes back is looked at at once.
        o.SignInScheme = IdentityConstants.ExternalScheme;

        var expected = o.TokenValidationParameters;
        expected.ValidAudience = provider.ClientId;
        expected.ValidAlgorithms = Algorithms;
        // What is configured, and not what the provider says of itself.
        expected.IssuerValidator = (issuer, _, _) => issuer.TrimEnd('/') == provider.Authority.TrimEnd('/') ? issuer : throw new SecurityTokenInvalidIssuerException("The ID token is of another issuer.");

        o.Events.OnTokenValidated = c =>
        {
            // The library takes an unsigned one that came from the token endpoint, as the standard allows where the line alone is trusted.
            if (c.SecurityToken.RawSignature.Length == 0 || !Algorithms.Contains(c.SecurityToken.SignatureAlgorithm)) c.Fail("The ID token is not signed.");
            else c.HttpContext.Features.Set(ProviderSaid.Read(Base64UrlEncoder.Decode(c.SecurityToken.EncodedPayload), provider));
            return Task.CompletedTask;
        };
        o.Events.OnTicketReceived = c => ProviderReturn.Arrived(c, provider);
        o.Events.OnRemoteFailure = ProviderReturn.Failed;
    }

    private static bool IsOfNow(DateTime? from, DateTime? until, DateTime now) => until is { } end && now < end + Skew && (from is not { } begin || begin <= now + Skew);
}

using System.Diagnostics;
using System.Security.Claims;
using CsirtFlow.Api.Access;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Domain;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Platform;

/// <summary>Who calls, for which organisation and from where. Made once per request, so that nothing below sees the HTTP context.</summary>
/// <param name="PersonId">Id in the organisation's list of people; null without an account.</param>
/// <param name="From"><c>web 192.0.2.1</c>, <c>api 192.0.2.1</c>, <c>clock</c>.</param>
public sealed record Caller(string Tenant, string? PersonId, string From, string CorrelationId)
{
    /// <summary>What is looked at, for the record of who has looked.</summary>
    public ViewKind Looks { get; init; } = ViewKind.Program;

    public const string PersonClaim = "person";
    public const string OrganisationClaim = "org";

    /// <summary>本人の確認: the person has given a password or a code a moment ago, or nobody asks for it here.</summary>
    public bool Proved { get; init; } = true;

    public static Caller Of(HttpContext http, string door)
    {
        var tenant = http.RequestServices.GetRequiredService<Tenants>().Of(http);
        // A session of another organisation is no session here.
        var person = http.User.FindFirstValue(OrganisationClaim) == tenant ? http.User.FindFirstValue(PersonClaim) : null;
        return new(tenant, person, $"{door} {http.Connection.RemoteIpAddress}", Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier)
        {
            Looks = Looking.At(http.Request),
            Proved = !http.User.HasClaim(c => c.Type == ApiTokens.Claim) && (http.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value.RequireSecondFactor != true || CurrentSession.IsProved(http)),
        };
    }

    public static Caller Clock(string tenant) => new(tenant, Actor.Service.PersonId, "clock", Activity.Current?.TraceId.ToString() ?? "clock");
}

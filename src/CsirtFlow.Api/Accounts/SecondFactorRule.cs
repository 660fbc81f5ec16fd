using System.Collections.Immutable;
using CsirtFlow.Domain;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Accounts;

/// <summary>Who needs a second factor (35-4): whoever holds, deputises or was delegated one of the configured offices, today or later.</summary>
public sealed class SecondFactorRule(IOptions<AccountOptions> options)
{
    private readonly ImmutableArray<Office> offices = options.Value.RequireSecondFactor == true ? options.Value.Offices : [];

    public bool Demands(Organisation organisation, string personId, DateTimeOffset now) =>
        !offices.IsEmpty && organisation.Assignments.Any(a => a.PersonId == personId && offices.Contains(a.Office) && (a.Until is null || a.Until > now));
}

/// <summary>The session that a request came with.</summary>
/// <param name="LacksSecondFactor">The person needs one and has none: nothing else works before it is set up.</param>
public sealed record CurrentSession(SessionStanding Standing, bool LacksSecondFactor)
{
    /// <summary>Null without a session.</summary>
    public static CurrentSession? Of(HttpContext http) => http.Features.Get<CurrentSession>();

    /// <summary>The person has given a password or a second factor not longer ago than that.</summary>
    public bool IsProved(DateTimeOffset now, TimeSpan within) => now - Standing.ProvedAt < within;
}

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

    // Clocks of two nodes are never quite the same.
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    /// <summary>本人の確認: the person has given a password or a second factor a moment ago. A moment that is still to come proves nothing: the clock was set back.</summary>
    public static bool IsProved(HttpContext http) =>
        Of(http) is { } session && http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - session.Standing.ProvedAt is var since && since >= -Apart && since < http.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value.Proof;
}

namespace CsirtFlow.Api.Accounts;

/// <summary>A sign-in (35-4) and what it has opened: lasts until it is ended, unused for too long, or its account changes.</summary>
public sealed class AccountSession
{
    public Guid Id { get; set; }

    public Guid AccountId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset LastUsedAt { get; set; }

    /// <summary>When the person last gave a password or a second factor in it.</summary>
    public DateTimeOffset ProvedAt { get; set; }

    public string Address { get; set; } = "";

    /// <summary>In words, such as <c>Firefox (Windows)</c>.</summary>
    public string Browser { get; set; } = "";

    /// <summary>Where it came by a 組織の認証サービス: see <see cref="ProviderEntry.Groups"/>; null where it did not.</summary>
    public string[]? ProviderGroups { get; set; }

    public bool ProviderSecondFactor { get; set; }

    public DateTimeOffset? ProviderAt { get; set; }
}

/// <summary>What is asked of a session at every request.</summary>
/// <param name="Stamp">Of the account now: another one than in the cookie means that the password has changed.</param>
/// <param name="Locked">Somebody has locked the account.</param>
/// <param name="HasSecondFactor">The account has a second factor.</param>
/// <param name="Provider">How it came by a 組織の認証サービス; null where it did not.</param>
public sealed record SessionStanding(Guid Id, Guid AccountId, DateTimeOffset LastUsedAt, DateTimeOffset ProvedAt, string Stamp, bool Locked, bool HasSecondFactor, ProviderEntry? Provider);

/// <summary>What a session that is about to begin came by; the request that begins it carries it.</summary>
/// <param name="ProvedAt">When the person last showed who they are.</param>
public sealed record Entering(ProviderEntry? Provider, DateTimeOffset ProvedAt);

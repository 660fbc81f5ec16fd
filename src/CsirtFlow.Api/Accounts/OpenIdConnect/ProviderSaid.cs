using System.Collections.Immutable;
using System.Text.Json;

namespace CsirtFlow.Api.Accounts;

/// <summary>What a 組織の認証サービス has said of a person, with each value in its own type: what has another is as if it were not there.</summary>
/// <param name="Subject">Its own name of the person, which never goes to another.</param>
/// <param name="Groups">Empty where the claim is missing or no array of strings.</param>
/// <param name="VerifiedMail">Null unless it says that it has verified the address.</param>
/// <param name="AuthenticatedAt">When the person last showed there who they are; null where it does not say so.</param>
public sealed record ProviderSaid(string Subject, ImmutableArray<string> Groups, string? VerifiedMail, bool SecondFactor, DateTimeOffset? AuthenticatedAt)
{
    /// <param name="token">Payload of an ID token that has been validated (JSON).</param>
    public static ProviderSaid Read(string token, ProviderOptions provider)
    {
        using var json = JsonDocument.Parse(token);
        var claims = json.RootElement;
        return new(Text(claims, "sub") ?? "", Texts(claims, provider.GroupsClaim) ?? [],
            claims.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.True ? Text(claims, "email") : null,
            (Text(claims, "acr") is { } acr && provider.SecondFactorAcr.Contains(acr)) || (Texts(claims, "amr") ?? []).Any(provider.SecondFactorAmr.Contains),
            claims.TryGetProperty("auth_time", out var at) && at.ValueKind == JsonValueKind.Number && at.TryGetInt64(out var seconds) && seconds is > 0 and < int.MaxValue ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null);
    }

    private static string? Text(JsonElement claims, string name) => claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static ImmutableArray<string>? Texts(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array && values.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) ? [.. values.EnumerateArray().Select(v => v.GetString()!)] : null;
}

/// <summary>How a session came by a 組織の認証サービス.</summary>
/// <param name="Groups">Those that it named and the configuration knows: they have to go on confirming the offices.</param>
/// <param name="SecondFactor">It said that the person gave a second factor.</param>
/// <param name="At">When the person last showed there who they are.</param>
public sealed record ProviderEntry(string[] Groups, bool SecondFactor, DateTimeOffset At)
{
    /// <summary>Whether a session that came so may go on: the provider is still there, its groups confirm the offices of now, and it is not too long ago.</summary>
    public bool Lasts(ProviderOptions? provider, CsirtFlow.Domain.Organisation organisation, string personId, DateTimeOffset now) =>
        provider is not null && now < At + provider.UntilAgain && provider.Confirms(organisation, personId, Groups, now);
}

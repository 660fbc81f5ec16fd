using System.Globalization;
using CsirtFlow.Api.Web.Home;
using CsirtFlow.Api.Web.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>Why somebody is sent to the 組織の認証サービス.</summary>
public enum ProviderPurpose
{
    /// <summary>To sign in.</summary>
    Enter,

    /// <summary>To show again who sits in the session.</summary>
    Prove,

    /// <summary>To bind the account of the session to whoever signs in there.</summary>
    Link,
}

/// <summary>What somebody was sent to the 組織の認証サービス for; travels there and back in the state, which is sealed and bound to the browser.</summary>
/// <param name="Return">Where to go afterwards, within this service.</param>
/// <param name="Session">The session that it is about; null for signing in.</param>
public sealed record ProviderWish(ProviderPurpose Purpose, string Return, Guid? Session, DateTimeOffset AskedAt)
{
    private const string PurposeItem = "purpose";
    private const string ReturnItem = "return";
    private const string SessionItem = "session";
    private const string AskedItem = "asked";

    /// <param name="maxAge">How long ago the person may have signed in at the provider; zero to have them do it now.</param>
    public AuthenticationProperties Properties(TimeSpan maxAge)
    {
        var properties = new OpenIdConnectChallengeProperties
        {
            // Where nobody ever arrives: who comes back is answered before.
            RedirectUri = HomePages.Path,
            MaxAge = maxAge,
            Items = { [PurposeItem] = $"{Purpose}", [ReturnItem] = Return, [SessionItem] = $"{Session}", [AskedItem] = AskedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) },
        };
        if (maxAge == TimeSpan.Zero) properties.Prompt = "login";
        return properties;
    }

    /// <returns>Null where it cannot be read.</returns>
    public static ProviderWish? Of(AuthenticationProperties? properties) =>
        properties is { Items: var items } && items.TryGetValue(PurposeItem, out var purpose) && Enum.TryParse<ProviderPurpose>(purpose, out var why)
        && items.TryGetValue(AskedItem, out var asked) && long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new(why, LocalPath.Or(items[ReturnItem], HomePages.Path), Guid.TryParse(items[SessionItem], out var session) ? session : null, DateTimeOffset.FromUnixTimeMilliseconds(at))
            : null;
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Web.Layout;

/// <summary>What stands around every page: whose service it is, the telephone number, who is signed in, and where one is.</summary>
/// <param name="Organisation">As far as it is known; when the database is away, as it was last seen.</param>
/// <param name="Person">The signed-in person, or null.</param>
/// <param name="PreviousSignIn">前回のサインイン (35-4): somebody who did not sign in then notices it here.</param>
/// <param name="Assets">What the page loads beside itself.</param>
public sealed record Frame(Organisation Organisation, Person? Person, string PersonId, DateTimeOffset? PreviousSignIn, bool MustChangePassword, string Path, Assets Assets, DateTimeOffset Now)
{
    public Language Language { get; init; } = Language.Japanese;

    /// <summary>This page in the other language; null where asking for it again would lose what was posted.</summary>
    public string? Translation { get; init; }

    /// <summary>Wrong passwords between the last two sign-ins (35-4).</summary>
    public int WrongPasswords { get; init; }

    /// <summary>The person needs a second factor and has none: nothing else works before it is set up.</summary>
    public bool LacksSecondFactor { get; init; }

    /// <summary>No other page opens yet.</summary>
    public bool Confined => MustChangePassword || LacksSecondFactor;

    /// <summary>タイムアウト (35-4): how long a session lasts without being used.</summary>
    public TimeSpan Idle { get; init; }

    /// <summary>Name of the 組織の認証サービス, empty where it has none of its own; null where none is offered.</summary>
    public string? Provider { get; init; }

    public FrameWords Words => new(Language);

    /// <summary>A screen of those who work on cases: it may load a font. The pages of reporters load as little as can be.</summary>
    public bool ForStaff => SignedIn && !new PathString(Path).StartsWithSegments("/report") && Path != "/contact";

    public string Hotline => Organisation.Settings.Hotline;

    public bool SignedIn => PersonId.Length > 0;

    /// <summary>「下の番号」「0000-00-0000」: how a sentence names the telephone when no number is configured.</summary>
    public string Telephone => Hotline.Length > 0 ? Hotline : Words.NoHotline;

    /// <summary>An address of this service, in the language of this page.</summary>
    public string To(string path) => Language.To(path);
}

/// <summary>Makes the <see cref="Frame"/> of a request. Pages for reporters must come up also while the database is away, so the last known organisation is remembered.</summary>
public sealed class Frames(OrganisationDirectory directory, Tenants tenants, TimeProvider clock, IWebHostEnvironment environment, IOptions<AccountOptions> accounts, Providers providers)
{
    private readonly ConcurrentDictionary<string, Organisation> lastKnown = new(StringComparer.Ordinal);
    private readonly Lazy<Assets> assets = new(() => Assets.Of(environment.WebRootFileProvider));

    public async Task<Frame> Of(HttpContext http)
    {
        var caller = Caller.Of(http, "web");
        var organisation = await Organisation(tenants.Of(http), http.RequestAborted);
        return new(organisation, organisation.Person(caller.PersonId ?? ""), caller.PersonId ?? "", PreviousSignIn(http.User), http.User.HasClaim(c => c.Type == AccountsSetup.MustChangeClaim),
            http.Request.Path, assets.Value, clock.GetUtcNow())
        {
            Language = Language.Of(http),
            Translation = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + Translated(http.Request.Query, Language.Of(http).Other) : null,
            WrongPasswords = int.TryParse(http.User.FindFirstValue(AccountClaims.WrongPasswords), NumberStyles.None, CultureInfo.InvariantCulture, out var wrong) ? wrong : 0,
            Idle = accounts.Value.Idle,
            Provider = providers.Of(tenants.Of(http))?.Label,
            LacksSecondFactor = CurrentSession.Of(http) is { LacksSecondFactor: true },
        };
    }

    private static QueryString Translated(IQueryCollection query, Language language) =>
        QueryString.Create(query.Where(q => q.Key != Language.Parameter)).Add(Language.Parameter, language.Code);

    private async Task<Organisation> Organisation(string tenant, CancellationToken cancellation)
    {
        try
        {
            return lastKnown[tenant] = await directory.Get(tenant, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return lastKnown.GetValueOrDefault(tenant) ?? new Organisation { Id = tenant, Name = "情報セキュリティ窓口" };
        }
    }

    private static DateTimeOffset? PreviousSignIn(ClaimsPrincipal user) =>
        DateTimeOffset.TryParse(user.FindFirstValue(AccountClaims.PreviousSignIn), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}

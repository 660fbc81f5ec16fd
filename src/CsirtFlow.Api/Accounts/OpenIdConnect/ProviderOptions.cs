using CsirtFlow.Domain;

namespace CsirtFlow.Api.Accounts;

/// <summary>One entry of the section <c>OpenIdConnect</c> of the configuration: 組織の認証サービス, by which people of an organisation sign in instead of with the password (docs/decisions/0024).</summary>
public sealed class ProviderOptions
{
    private const int LongestLabel = 60;

    /// <summary>Offices that nobody holds by an assignment.</summary>
    private static readonly Office[] NeverHeld = [Office.System, Office.OutsideReporter];

    /// <summary>The organisation whose people come by it; the default one when empty.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>Its address, which is its issuer too: https, or http on this machine.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>File with the secret, instead of <see cref="ClientSecret"/>.</summary>
    public string ClientSecretFile { get; set; } = "";

    /// <summary>What people of the organisation call it, on the button; empty: 組織の認証サービス.</summary>
    public string Label { get; set; } = "";

    /// <summary>Scopes that are asked for, with spaces between them.</summary>
    public string Scopes { get; set; } = "openid";

    /// <summary>The claim of the ID token that names the groups of a person, as an array of strings.</summary>
    public string GroupsClaim { get; set; } = "groups";

    /// <summary>By the name of an <see cref="Office"/>: the groups whose members may act in it. What is not here lets nobody in.</summary>
    public IDictionary<string, string[]> Groups { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    /// <summary>Values of <c>acr</c> that say that the person gave a second factor.</summary>
    public string[] SecondFactorAcr { get; set; } = [];

    /// <summary>Values of <c>amr</c> that say the same.</summary>
    public string[] SecondFactorAmr { get; set; } = [];

    /// <summary>Whether a verified mail address that is of exactly one person binds the subject to that person's account.</summary>
    public bool LinkByVerifiedMail { get; set; }

    /// <summary>After which a session that came by it begins anew, used or not: groups that were taken away are noticed then.</summary>
    public int HoursUntilAgain { get; set; } = 12;

    /// <summary>Of the authentication scheme.</summary>
    public string Scheme => $"openid-connect {Organisation}";

    /// <summary>Where the provider sends people back to; each organisation has its own.</summary>
    public string CallbackPath => $"{AccountsSetup.SignInPath}/provider/callback/{Organisation}";

    public TimeSpan UntilAgain => TimeSpan.FromHours(HoursUntilAgain);

    /// <summary>Whether the groups confirm every office that the person holds; who holds none is one of the staff. Groups give no office, and a person with one that they do not confirm does not come in with the others: it is all or nothing.</summary>
    public bool Confirms(Organisation organisation, string personId, IReadOnlyCollection<string> groups, DateTimeOffset now)
    {
        Office[] held = [.. Acting.Held(organisation, personId, now).Select(a => a.Office)];
        return organisation.Person(personId) is not null && (held.Length > 0 ? held : [Office.Staff]).All(office => Groups.TryGetValue($"{office}", out var named) && named.Any(groups.Contains));
    }

    /// <summary>Of these groups those that the configuration knows.</summary>
    public string[] Known(IEnumerable<string> groups) => [.. groups.Intersect(Groups.Values.SelectMany(g => g), StringComparer.Ordinal)];

    /// <exception cref="InvalidOperationException">The file is missing or empty.</exception>
    internal string Secret()
    {
        if (ClientSecretFile.Length == 0) return ClientSecret;

        try
        {
            return File.ReadAllText(ClientSecretFile).Trim() is { Length: > 0 } secret ? secret : throw new IOException($"{ClientSecretFile} is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"OpenIdConnect: {e.Message}", e);
        }
    }

    /// <summary>What is wrong with this entry, in the setting's own name; null if nothing is.</summary>
    public string? Problem() => this switch
    {
        { Authority: var a } when !IsSafe(a) => "Authority must be an https address, or http on this machine.",
        { ClientId: "" } => "ClientId is needed.",
        { ClientSecret: "", ClientSecretFile: "" } => "ClientSecret or ClientSecretFile is needed.",
        { GroupsClaim: "" } => "GroupsClaim is needed.",
        { Label.Length: > LongestLabel } => $"Label may have {LongestLabel} characters.",
        { HoursUntilAgain: < 1 or > 24 } => "HoursUntilAgain must be 1 to 24.",
        { Scopes: var s } when !s.Split(' ').Contains("openid") => "Scopes must hold openid.",
        { Groups: var g } when g.Keys.FirstOrDefault(k => !Enum.IsDefined(typeof(Office), k) || NeverHeld.Contains(Enum.Parse<Office>(k))) is { } key => $"Groups: {key} is no office that a person holds.",
        { Groups: var g } when g.Values.Any(names => names.Length == 0 || names.Any(string.IsNullOrWhiteSpace)) => "Groups: name at least one group for each office.",
        _ => null,
    };

    private static bool IsSafe(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}

/// <summary>The 組織の認証サービス of each organisation; none where none is configured.</summary>
public sealed class Providers(IReadOnlyList<ProviderOptions> all)
{
    public IReadOnlyList<ProviderOptions> All => all;

    public ProviderOptions? Of(string organisation) => all.FirstOrDefault(p => p.Organisation == organisation);

    /// <exception cref="InvalidOperationException">An entry cannot be used, or an organisation has two.</exception>
    public static Providers Read(IConfiguration configuration)
    {
        var all = configuration.GetSection("OpenIdConnect").GetChildren().Select(section => Read(section, configuration["Organisation"] ?? "default")).ToList();
        return all.DistinctBy(p => p.Organisation).Count() == all.Count ? new(all) : throw new InvalidOperationException("OpenIdConnect: an organisation has one provider.");
    }

    private static ProviderOptions Read(IConfigurationSection section, string byDefault)
    {
        var provider = section.Get<ProviderOptions>() ?? new();
        if (provider.Organisation.Length == 0) provider.Organisation = byDefault;
        if (provider.Problem() is { } problem) throw new InvalidOperationException($"{section.Path}: {problem}");

        provider.ClientSecret = provider.Secret();
        return provider;
    }
}

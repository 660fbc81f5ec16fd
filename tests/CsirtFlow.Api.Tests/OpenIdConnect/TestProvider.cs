using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CsirtFlow.Api.Tests.OpenIdConnect;

/// <summary>An OpenID provider on loopback that keeps to the protocol, and breaks one point of it where a test says so. Whoever comes is signed in as <see cref="Person"/>.</summary>
public sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "csirtflow";
    public const string ClientSecret = "a-secret-of-the-tests-of-thirty-two-letters-or-more";

    private static readonly string[] Usual = ["sub", "groups"], Code = ["code"], Public = ["public"], Algorithms = ["RS256"];

    private readonly WebApplication server;
    private readonly RSA own = RSA.Create(2048);
    private readonly RSA others = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge, string RedirectUri)> codes = new();
    private readonly HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private TestProvider(WebApplication server) => this.server = server;

    /// <summary>The clock of the provider.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => AppFixture.Start;

    /// <summary>The claims of whoever signs in.</summary>
    public IDictionary<string, object?> Person { get; } = new Dictionary<string, object?>(StringComparer.Ordinal) { ["sub"] = "s-1", ["groups"] = new[] { "csirt-lead" } };

    /// <summary>What is wrong with the next ID tokens: null values take claims away.</summary>
    public IDictionary<string, object?> Wrong { get; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>How the ID token is signed.</summary>
    public string Signature { get; set; } = "own";

    /// <summary>The token endpoint breaks off.</summary>
    public bool TokensFail { get; set; }

    /// <summary>Whether it asks for the password again when it is told to.</summary>
    public bool AsksAgain { get; set; } = true;

    /// <summary>When the person last showed who they are, unless they do so now.</summary>
    public DateTimeOffset? SignedInAt { get; set; }

    /// <summary>What the last request for a code said.</summary>
    public IReadOnlyDictionary<string, string> Asked { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string Address => server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<TestProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new TestProvider(builder.Build());
        provider.server.Run(provider.Answer);
        await provider.server.StartAsync();
        return provider;
    }

    /// <summary>A person's browser goes there and is sent back.</summary>
    public async Task<Uri> Visit(Uri address)
    {
        using var answer = await browser.GetAsync(address);
        return answer.Headers.Location ?? throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Nothing is wrong with it any more, and nobody has signed in.</summary>
    public void AsItShouldBe()
    {
        Wrong.Clear();
        foreach (var claim in Person.Keys.Except(Usual).ToList()) Person.Remove(claim);
        (Signature, TokensFail, AsksAgain, SignedInAt) = ("own", false, true, null);
    }

    /// <summary>It is not there any more.</summary>
    public Task Stop() => server.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        browser.Dispose();
        own.Dispose();
        others.Dispose();
    }

    private Task Answer(HttpContext http) => http.Request.Path.Value switch
    {
        "/.well-known/openid-configuration" => http.Response.WriteAsJsonAsync(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = Address, ["authorization_endpoint"] = $"{Address}/authorize", ["token_endpoint"] = $"{Address}/token", ["jwks_uri"] = $"{Address}/keys",
            ["response_types_supported"] = Code, ["subject_types_supported"] = Public, ["id_token_signing_alg_values_supported"] = Algorithms,
        }),
        "/keys" => http.Response.WriteAsync(JsonSerializer.Serialize(new { keys = new[] { Key(own) } })),
        "/authorize" => Authorize(http),
        "/token" => Token(http),
        _ => Task.FromResult(http.Response.StatusCode = 404),
    };

    private Task Authorize(HttpContext http)
    {
        Asked = http.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
        if (Asked["client_id"] != ClientId || Asked["response_type"] != "code" || Asked["code_challenge_method"] != "S256" || !Asked["scope"].Split(' ').Contains("openid")) return Refuse(http, "invalid_request");

        if ((Asked.GetValueOrDefault("prompt") == "login" && AsksAgain) || SignedInAt is null) SignedInAt = Now();
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (Asked["nonce"], Asked["code_challenge"], Asked["redirect_uri"]);
        http.Response.Redirect(QueryHelpers.AddQueryString(Asked["redirect_uri"], new Dictionary<string, string?> { ["code"] = code, ["state"] = Asked["state"] }));
        return Task.CompletedTask;
    }

    private async Task Token(HttpContext http)
    {
        if (TokensFail)
        {
            http.Abort();
            return;
        }
        var form = await http.Request.ReadFormAsync();
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret || !codes.TryRemove(form["code"].ToString(), out var given) || form["redirect_uri"] != given.RedirectUri
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != given.Challenge)
        {
            await Refuse(http, "invalid_grant");
            return;
        }

        await http.Response.WriteAsJsonAsync(new { access_token = "none", token_type = "Bearer", expires_in = 300, id_token = IdToken(given.Nonce) });
    }

    private string IdToken(string nonce)
    {
        var now = Now().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object?>(Person, StringComparer.Ordinal) { ["iss"] = Address, ["aud"] = ClientId, ["nonce"] = nonce, ["iat"] = now, ["nbf"] = now, ["exp"] = now + 300, ["auth_time"] = SignedInAt!.Value.ToUnixTimeSeconds() };
        foreach (var (name, value) in Wrong) claims[name] = value is Func<long, object> at ? at(now) : value;
        foreach (var gone in claims.Where(c => c.Value is null).Select(c => c.Key).ToList()) claims.Remove(gone);
        var (payload, handler) = (JsonSerializer.Serialize(claims), new JsonWebTokenHandler());
        return Signature switch
        {
            "none" => handler.CreateToken(payload),
            "stripped" => handler.CreateToken(payload, new SigningCredentials(Of(own), SecurityAlgorithms.RsaSha256)) is var whole ? whole[..(whole.LastIndexOf('.') + 1)] : "",
            "secret" => handler.CreateToken(payload, new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ClientSecret)), SecurityAlgorithms.HmacSha256)),
            "others" => handler.CreateToken(payload, new SigningCredentials(Of(others), SecurityAlgorithms.RsaSha256)),
            "changed" => Changed(handler.CreateToken(payload, new SigningCredentials(Of(own), SecurityAlgorithms.RsaSha256))),
            _ => handler.CreateToken(payload, new SigningCredentials(Of(own), SecurityAlgorithms.RsaSha256)),
        };
    }

    // The same signature under other words.
    private static string Changed(string token)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("csirt-lead", "csirt-LEAD", StringComparison.Ordinal))}.{parts[2]}";
    }

    private static RsaSecurityKey Of(RSA key) => new(key) { KeyId = "k-1", CryptoProviderFactory = new() { CacheSignatureProviders = false } };

    private static object Key(RSA key)
    {
        var p = key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "k-1", n = Base64UrlEncoder.Encode(p.Modulus), e = Base64UrlEncoder.Encode(p.Exponent) };
    }

    private static Task Refuse(HttpContext http, string error)
    {
        http.Response.StatusCode = 400;
        return http.Response.WriteAsJsonAsync(new { error });
    }
}

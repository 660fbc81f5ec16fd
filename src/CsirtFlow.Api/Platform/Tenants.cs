namespace CsirtFlow.Api.Platform;

/// <summary>Which organisation (団体) a request is for: by host name where several share one installation, else the default one.</summary>
public sealed class Tenants(IConfiguration configuration)
{
    private readonly string byDefault = configuration["Organisation"] ?? "default";
    private readonly Dictionary<string, string> byHost = configuration.GetSection("Organisations").GetChildren()
        .ToDictionary(c => c.Key, c => c.Value ?? "", StringComparer.OrdinalIgnoreCase);

    public string Default => byDefault;

    public string Of(HttpContext http) => Of(http.Request.Host.Host);

    public string Of(string host) => byHost.GetValueOrDefault(host, byDefault);
}

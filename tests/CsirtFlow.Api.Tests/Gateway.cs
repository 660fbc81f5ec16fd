using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CsirtFlow.Api.Tests;

/// <summary>One call as it came over the line.</summary>
public sealed record GatewayCall(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body);

/// <summary>The receiver of the 補助の連絡手段: a web server on loopback that answers as the test wants.</summary>
public sealed class Gateway : IAsyncDisposable
{
    private readonly WebApplication server;

    private Gateway(WebApplication server) => this.server = server;

    public ConcurrentQueue<GatewayCall> Calls { get; } = new();

    public Func<HttpContext, Task> Answer { get; set; } = http => http.Response.WriteAsync("queued");

    public string Url => $"{server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/hook";

    public static async Task<Gateway> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = new Gateway(builder.Build());
        gateway.server.Run(gateway.Take);
        await gateway.server.StartAsync();
        return gateway;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Calls.Enqueue(new(http.Request.Path, http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
        await Answer(http);
    }
}

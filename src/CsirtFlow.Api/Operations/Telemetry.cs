using System.Diagnostics.Metrics;
using System.Net;
using CsirtFlow.Api.Platform;
using Marten;
using Marten.Services;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CsirtFlow.Api.Operations;

/// <summary>
/// 監視: metrics at <c>/metrics</c> (Prometheus), for the machines that <c>Metrics</c> names and this one alone; metrics and traces to an OTLP collector where
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one, and to nobody otherwise. They say how much happens and how long it takes, and nothing of a case or a person.
/// </summary>
public static class Telemetry
{
    public const string Path = "/metrics";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var collected = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        builder.Services.AddSingleton<EventMeter>();
        var telemetry = builder.Services.AddOpenTelemetry().WithMetrics(m =>
        {
            m.AddMeter(EventMeter.Name, "Wolverine:csirtflow", "Marten", "Npgsql").AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddPrometheusExporter();
            if (collected) m.AddOtlpExporter();
        });
        // Links of mails and receipts hold a secret: a trace names the route and not the address.
        if (collected) telemetry.WithTracing(t => t.AddSource("Wolverine", "Marten").AddNpgsql().AddAspNetCoreInstrumentation(o => o.EnrichWithHttpResponse = (activity, response) =>
            activity.SetTag("url.path", (response.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "unknown")).AddOtlpExporter());
    }

    /// <exception cref="InvalidOperationException">An address is none.</exception>
    public static void UseTelemetry(this WebApplication app)
    {
        var watchers = (app.Configuration.GetSection("Metrics").Get<string[]>() ?? []).Select(w => IPNetwork.TryParse(w.Contains('/', StringComparison.Ordinal) ? w : $"{w}/{(w.Contains(':', StringComparison.Ordinal) ? 128 : 32)}", out var network)
            ? network : throw new InvalidOperationException($"Metrics: '{w}' is neither an address nor a network such as 10.0.0.0/24.")).ToList();
        // Whoever may not look is asked to sign in, as at any address that is not there.
        app.UseOpenTelemetryPrometheusScrapingEndpoint(http => http.Request.Path == Path && http.Connection.RemoteIpAddress is { } from && (IPAddress.IsLoopback(from) || watchers.Exists(w => w.Contains(from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from))));
    }
}

/// <summary>Counts the events that are stored, by their kind: reports taken, notices delivered and failed, and everything else that happens.</summary>
public sealed class EventMeter : DocumentSessionListenerBase, IDisposable
{
    public const string Name = "CsirtFlow";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> events;

    public EventMeter() => events = meter.CreateCounter<long>("csirtflow.events", description: "Events stored, by type");

    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        foreach (var e in commit.GetEvents()) events.Add(1, new KeyValuePair<string, object?>("type", EarlierEvents.NameOf(e)));
        return Task.CompletedTask;
    }

    public void Dispose() => meter.Dispose();
}

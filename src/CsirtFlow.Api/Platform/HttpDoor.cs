using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Operations;
using CsirtFlow.Api.Web;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Scalar.AspNetCore;
using Wolverine.Http;
using IPNetwork = System.Net.IPNetwork;

namespace CsirtFlow.Api.Platform;

/// <summary>HTTP: problems in Japanese, limits on every size, closed unless opened, strict headers, OpenAPI.</summary>
public static class HttpDoor
{
    /// <summary>Largest request, in bytes: five files of 20 MB and the words around them.</summary>
    public const long LargestRequest = 105L * 1024 * 1024;

    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void AddHttpDoor(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = LargestRequest;
            k.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        });
        builder.Services.ConfigureSystemTextJsonForWolverineOrMinimalApi(o => Json.Configure(o.SerializerOptions));
        builder.Services.AddExceptionHandler<Problems>();
        builder.Services.AddProblemDetails(o => o.CustomizeProblemDetails = c =>
        {
            c.ProblemDetails.Type ??= "about:blank";
            if (c.ProblemDetails.Type == "about:blank" || !c.ProblemDetails.Type.StartsWith(Problems.Prefix, StringComparison.Ordinal)) Localise(c.ProblemDetails);
        });
        // Style and script alone: a compressed page would tell by its length what it holds (BREACH).
        builder.Services.AddResponseCompression(o => (o.EnableForHttps, o.MimeTypes) = (true, ["text/css", "text/javascript"]));
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddOpenApi();
        builder.Services.AddSingleton<StoreHealth>();
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store");
        builder.Services.Configure<ForwardedHeadersOptions>(o => Trust(o, builder.Configuration.GetSection("Proxies").Get<string[]>() ?? []));
    }

    // A cookie goes along from a sister host too, and not every body needs a type that a form cannot send.
    private static bool IsFromElsewhere(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.Path.StartsWithSegments("/api") && http.Request.Headers.Cookie.Count > 0
        && (http.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" || (http.Request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"{http.Request.Scheme}://{http.Request.Host}"));

    public static void UseHttpDoor(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Use((http, next) =>
        {
            // At the very start of the answer, because the exception handler clears what was set before it.
            http.Response.OnStarting(() => Harden(http));
            Language.Remember(http);
            return next(http);
        });
        app.UseExceptionHandler();
        app.UseStatusCodePages(c => ErrorPages.Write(c.HttpContext));
        app.UseTelemetry();
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = c => c.Context.Response.Headers.CacheControl = "public, max-age=3600" });
        app.UseRouting();
        // Routing answers a wrong content type by an endpoint that nobody opened to anonymous reporters: they would be told to sign in.
        app.Use((http, next) => http.GetEndpoint()?.DisplayName == "415 HTTP Unsupported Media Type"
            ? throw new BadRequestException("Content-Type は application/json にしてください。", "Content-Type must be application/json.", StatusCodes.Status415UnsupportedMediaType, "json-expected")
            : next(http));
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use((http, next) => IsFromElsewhere(http)
            ? throw new BadRequestException("ほかのサイトからの操作は受け付けません。", "What another site asks for is not done.", StatusCodes.Status403Forbidden, "other-origin")
            : next(http));
        app.UseAntiforgery();
        app.UseJsonBodyGuard();

        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = (http, report) => http.Response.WriteAsync(string.Join(": ", [report.Status, .. report.Entries.Values.Select(e => e.Description).OfType<string>()])) }).AllowAnonymous();
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference("/api-docs").AllowAnonymous();
        app.MapWolverineEndpoints(o =>
        {
            o.RequireAuthorizeOnAll();
            o.WarmUpRoutes = app.Environment.IsProduction() ? RouteWarmup.Eager : RouteWarmup.Lazy;
        });
    }

    // Anybody can write X-Forwarded-For: it is believed from this machine and from the proxies that are named, hop by hop, and from nobody else.
    private static void Trust(ForwardedHeadersOptions options, string[] proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = null;
        foreach (var proxy in proxies)
            if (IPAddress.TryParse(proxy, out var address)) options.KnownProxies.Add(address);
            else if (IPNetwork.TryParse(proxy, out var network)) options.KnownIPNetworks.Add(network);
            else throw new InvalidOperationException($"Proxies: '{proxy}' is neither an address nor a network such as 10.0.0.0/24.");
    }

    private static Task Harden(HttpContext http)
    {
        var headers = http.Response.Headers;
        // The API page brings its own inline styles; it shows no data.
        if (!http.Request.Path.StartsWithSegments("/api-docs") && headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        // By TLS alone from now on; the proxy in front says whether it was.
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        // Within the service alone: with none at all, browsers do not even say that a post comes from here.
        headers["Referrer-Policy"] = "same-origin";
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static void Localise(ProblemDetails problem) => (problem.Type, problem.Title) = problem.Status switch
    {
        400 => (Problems.Prefix + "bad-request", "リクエストに誤りがあります。"),
        401 => (Problems.Prefix + "not-signed-in", "サインインしてください。"),
        403 => (Problems.Prefix + "not-allowed", "この操作はできません。"),
        404 => (Problems.Prefix + "not-found", "見つかりません。"),
        405 => (Problems.Prefix + "method-not-allowed", "この方法では呼び出せません。"),
        413 => (Problems.Prefix + "too-large", "送信された内容が大きすぎます。"),
        415 => (Problems.Prefix + "json-expected", "Content-Type は application/json にしてください。"),
        429 => (Problems.Prefix + "too-many-requests", "回数が多すぎます。しばらくしてもう一度送ってください。急ぐときは電話で報告してください。"),
        _ => (Problems.Prefix + "unexpected", "処理できませんでした。"),
    };
}

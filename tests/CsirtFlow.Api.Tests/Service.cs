using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Tests;

/// <summary>The built program as a process, which a test may kill.</summary>
internal sealed class Service(Process process, HttpClient http, ConcurrentQueue<string?> said) : IDisposable
{
    public static async Task<Service> Start(string database, params (string Name, string Value)[] settings)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var process = AppFixture.Program(database, [("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", address), ("SingleNode", "true"), ("Logging__LogLevel__Default", "Warning"), ("Persons__MasterKey", Convert.ToBase64String(new byte[32])), .. settings]);
        // A full pipe would stop the program.
        var said = new ConcurrentQueue<string?>();
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data);
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var service = new Service(process, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) }, said);
        await Until(service.Answers, "the service to answer");
        return service;
    }

    public async Task<string> Report()
    {
        using var answer = await http.PostAsJsonAsync("/api/reports", An.Occurrence, Json.Strict);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString()!;
    }

    /// <summary>By the form, with a file beside the words.</summary>
    public async Task<HttpStatusCode> ReportWithFile(string key, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new StringContent("Loss"), "Kinds" }, { new StringContent("None"), "EmergencyImpact" }, { new StringContent("chuo"), "SectionId" }, { new StringContent("1"), "Phone" }, { new StringContent("USBメモリをなくした"), "Description" }, { new StringContent(key), "Key" }, { new ByteArrayContent(file), "Files", "画面.jpg" } };
        using var answer = await http.PostAsync(new Uri("/report", UriKind.Relative), form);
        return answer.StatusCode;
    }

    public HttpClient Http => http;

    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
        http.Dispose();
    }

    /// <summary>The last of what it has written.</summary>
    public string Said => string.Join('\n', said.TakeLast(60));

    /// <param name="instead">Says how it stands where it does not come to pass.</param>
    public static async Task Until(Func<Task<bool>> condition, string what, Func<Task<string>>? instead = null)
    {
        // What failed twice for a reason that is no outage is tried again after five minutes.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(7));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
            try { await tick.WaitForNextTickAsync(patience.Token); }
            catch (OperationCanceledException) { Assert.Fail($"Waited for {what}. {(instead is null ? "" : await instead())}"); }
    }

    private async Task<bool> Answers()
    {
        Assert.False(process.HasExited, Said);
        try { return (await http.GetAsync(new Uri("/health/live", UriKind.Relative))).IsSuccessStatusCode; }
        catch (HttpRequestException) { return false; }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using CsirtFlow.Api.Platform;
using CsirtFlow.Notifications.Tests.Mail;
using MimeKit;
using Npgsql;

namespace CsirtFlow.Api.Tests;

/// <summary>The service is killed between taking reports and sending their mails: nothing is lost, and every mail goes out once.</summary>
public sealed class KillTests(AppFixture fixture)
{
    private const int Reports = 5;

    private const string Silent = """
        S: 220 mail.example.jp
        C: EHLO
        STALL
        """;

    private const string Takes = """
        S: 220 mail.example.jp
        C: EHLO
        S: 250-mail.example.jp
        S: 250 8BITMIME
        C: MAIL FROM
        S: 250 ok
        C: RCPT TO
        S: 250 ok
        C: DATA
        S: 354 go on
        DATA
        S: 250 OK
        C: QUIT
        S: 221 bye
        """;

    [Fact]
    public async Task Every_accepted_report_survives_and_every_notice_goes_out_once()
    {
        var database = await fixture.Database();
        var numbers = new List<string>();
        await using (var silent = new ScriptedSmtpServer(Silent))
        {
            using var service = await Service.Start(database, silent.Port);
            for (var i = 0; i < Reports; i++) numbers.Add(await service.Report());
            await Until(() => Task.FromResult(!silent.Heard.IsEmpty), "the mail server to be called");
            service.Kill();
        }

        await using var takes = new ScriptedSmtpServer(Takes);
        using var again = await Service.Start(database, takes.Port);
        await Until(async () => await Count(database, "csirt.notice where data ->> 'delivery' = 'Accepted'") == 6 * Reports
            && await Count(database, "wolverine.wolverine_incoming_envelopes where status = 'Incoming'") == 0, "every mail to be sent");

        var ids = takes.Letters.Select(l => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(l))).MessageId).ToList();
        Assert.Equal(6 * Reports, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(Reports, numbers.Distinct().Count());
        Assert.Equal(Reports, await Count(database, "csirt.mt_doc_report"));
    }

    private static async Task<long> Count(string database, string what)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from " + what, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task Until(Func<Task<bool>> condition, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
            try { await tick.WaitForNextTickAsync(patience.Token); }
            catch (OperationCanceledException) { Assert.Fail($"Waited for {what}."); }
    }

    /// <summary>The built program as a process.</summary>
    private sealed class Service(Process process, HttpClient http, ConcurrentQueue<string?> said) : IDisposable
    {
        public static async Task<Service> Start(string database, int mailPort)
        {
            var address = $"http://127.0.0.1:{FreePort()}";
            var process = AppFixture.Program(database,
            [
                ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", address), ("SingleNode", "true"), ("Logging__LogLevel__Default", "Warning"),
                ("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{mailPort}"), ("Mail__Security", "None"),
            ]);
            // A full pipe would stop the program.
            var said = new ConcurrentQueue<string?>();
            process.OutputDataReceived += (_, line) => said.Enqueue(line.Data);
            process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            var service = new Service(process, new HttpClient { BaseAddress = new Uri(address) }, said);
            await Until(service.Answers, "the service to answer");
            return service;
        }

        public async Task<string> Report()
        {
            using var answer = await http.PostAsJsonAsync("/api/reports", An.Occurrence, Json.Strict);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString()!;
        }

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

        private async Task<bool> Answers()
        {
            Assert.False(process.HasExited, string.Join("\n", said));
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
}

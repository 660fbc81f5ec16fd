using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using CsirtFlow.Api.Demonstration;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Tests.Mail;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Notifications.Tests.Mail;
using Npgsql;

namespace CsirtFlow.Api.Tests;

/// <summary>The service calls nobody but whom its settings name: with every way out configured, whom it really connects to is written down by the process itself.</summary>
public sealed partial class OutboundTests(AppFixture fixture)
{
    private const int Pages = 60;

    [Fact]
    public async Task Nobody_is_called_but_whom_the_settings_name_and_no_address_in_a_report_or_mail_is_fetched()
    {
        await using var servers = await MailServers.Start();
        await using var gateway = await Gateway.Start();
        await using var collector = await Gateway.Start();
        await using var authority = await Gateway.Start();
        using var scanner = new TcpListener(IPAddress.Loopback, 0);
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        scanner.Start();
        stranger.Start();
        await using var smtp = new ScriptedSmtpServer("S: 220 mail.example.jp\nC: EHLO\nSTALL");
        var (database, file, lure) = (await fixture.Database(), Path.Combine(fixture.Folder(), "connections"), $"http://127.0.0.1:{Port(stranger)}/lure");

        int[] ports = [new NpgsqlConnectionStringBuilder(database).Port, servers.ImapPort, smtp.Port, Port(scanner), .. new[] { gateway, collector, authority }.Select(g => new Uri(g.Url).Port)];
        string[] named = [.. ports.Select(p => $"127.0.0.1:{p}")];
        var own = 0;
        using (var service = await Service.Start(database,
            [("DOTNET_EnableEventPipe", "1"), ("DOTNET_EventPipeOutputPath", file), ("DOTNET_EventPipeOutputStreaming", "1"), ("DOTNET_EventPipeConfig", "System.Net.Sockets:0xffffffffffffffff:5"), ("Record__SigningKey", App.SigningKey), ("Accounts__RequireSecondFactor", "false"), ("Documents__Browser", "none"),
             ("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{smtp.Port}"), ("Mail__Security", "None"), ("SecondChannel__Url", gateway.Url), ("SecondChannel__Secret", new string('x', 32)), ("SecondChannel__OnlyEmergency", "false"),
             ("MalwareScan__Port", $"{Port(scanner)}"), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "500"), ("Record__TimestampAuthority", authority.Url), .. Box.Settings(servers, "__")]))
        {
            servers.Deliver(Box.Address, Box.Raw($"From: a@example.net\nTo: {Box.Address}\nSubject: {lure}\nMessage-ID: <lure@example.net>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<link rel=stylesheet href={lure}><img src={lure}><p>{lure}\n"));
            using var report = await service.Http.PostAsJsonAsync("/api/reports", An.Occurrence with { Description = $"{lure} <img src={lure}> を開いた。" }, Json.Strict, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Created, report.StatusCode);
            Assert.Equal(HttpStatusCode.SeeOther, await service.ReportWithFile(An.Key(), System.Text.Encoding.UTF8.GetBytes($"<img src={lure}>")));
            await Walk(service);
            (await service.Http.PostAsync(new Uri("/api/record/verifications", UriKind.Relative), JsonContent.Create(new { }), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
            own = service.Http.BaseAddress!.Port;
            await Service.Until(() => Task.FromResult(!authority.Calls.IsEmpty && !gateway.Calls.IsEmpty && !collector.Calls.IsEmpty && !smtp.Heard.IsEmpty && scanner.Pending() && Taken(database)), "every way out to be used");
            await Service.Until(() => Task.FromResult(!named.Except(Called(file)).Any()), "the runtime to write down whom it has called");
        }

        Assert.False(stranger.Pending());
        Assert.Empty(Called(file).Except([.. named, $"127.0.0.1:{own}"]));
    }

    // From page to page, as somebody who may see much.
    private static async Task Walk(Service service)
    {
        (await service.Http.PostAsJsonAsync("/api/sign-in", new SignInRequest("csirt", DemonstrationOrganisation.Password), Json.Strict, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(["/home", "/queue", "/report", "/incoming-mails", "/api-docs", "/openapi/v1.json", "/health/ready"]));
        while (seen.Count < Pages && open.TryDequeue(out var path))
        {
            if (!seen.Add(path)) continue;

            using var page = await service.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.NotEqual(HttpStatusCode.InternalServerError, page.StatusCode);
            foreach (Match link in Links().Matches(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)))
                if (link.Groups["path"].Value is var next && !next.StartsWith("/queue/changes", StringComparison.Ordinal) && !next.StartsWith("/sign-out", StringComparison.Ordinal)) open.Enqueue(WebUtility.HtmlDecode(next));
        }
        Assert.Equal(Pages, seen.Count);
    }

    [GeneratedRegex("href=\"(?<path>/[^/\"#][^\"#]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();

    private static bool Taken(string database)
    {
        using var connection = new NpgsqlConnection(database);
        connection.Open();
        using var command = new NpgsqlCommand("select count(*) from csirt.incoming_mail_place where done_at is not null", connection);
        return (long)command.ExecuteScalar()! > 0;
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    // The trace of the runtime's own events: each socket that is opened is in it as a text, InterNetwork:16:{21,56,127,0,0,1,0,0,0,0,0,0,0,0}.
    private static HashSet<string> Called(string trace)
    {
        using var file = new FileStream(trace, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        var bytes = copy.ToArray();
        return Enumerable.Range(0, 2).SelectMany(from => Sockets().Matches(System.Text.Encoding.Unicode.GetString(bytes, from, (bytes.Length - from) / 2 * 2))).Select(Target).ToHashSet(StringComparer.Ordinal);
    }

    private static string Target(Match socket)
    {
        var bytes = socket.Groups["bytes"].Value.Split(',').Select(byte.Parse).ToArray();
        var address = new IPAddress(socket.Groups["six"].Success ? bytes[6..22] : bytes[2..6]);
        return $"{(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)}:{(bytes[0] << 8) + bytes[1]}";
    }

    [GeneratedRegex(@"InterNetwork(?<six>V6)?:\d+:\{(?<bytes>[0-9,]+)\}", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Sockets();
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CsirtFlow.Api.Tests.Evidence;

/// <summary>A real clamd from Debian's package, on loopback, for one test.</summary>
public sealed class Clamd : IAsyncDisposable
{
    /// <summary>The largest file that it takes.</summary>
    public const int Limit = 1024 * 1024;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("csirtflow-clamd-");
    private Process? server;

    /// <summary>What its signatures find; in two halves, as in clamd.sh.</summary>
    public static byte[] Malware { get; } = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR"u8.ToArray().Concat("-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"u8.ToArray()).ToArray();

    public int Port { get; } = FreePort();

    public string Socket => Path.Combine(folder.FullName, "clamd.sock");

    /// <summary>How many files it has been given.</summary>
    public int Scans => File.ReadLines(Path.Combine(folder.FullName, "clamd.log")).Count(l => l.StartsWith("instream(", StringComparison.Ordinal));

    /// <summary>How the service is told of it.</summary>
    public (string Name, string Value)[] Settings => [("MalwareScan:Socket", Socket)];

    public async Task Start()
    {
        var start = new ProcessStartInfo("/bin/sh", [Path.Combine(AppContext.BaseDirectory, "Evidence", "clamd.sh"), folder.FullName]) { RedirectStandardInput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["CLAMD_PORT"] = Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["STREAM_LIMIT"] = Limit.ToString(CultureInfo.InvariantCulture);
        server = Process.Start(start)!;
        var said = server.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await Listens())
        {
            if (server.HasExited) throw new InvalidOperationException($"clamd did not start. It needs Debian's package clamav-daemon: run script/test. {await said}");

            await tick.WaitForNextTickAsync(patience.Token);
        }
    }

    public async Task Stop()
    {
        if (server is null || server.HasExited) return;

        server.StandardInput.Close();
        await server.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        folder.Delete(recursive: true);
    }

    // It opens the socket after the port.
    private async Task<bool> Listens()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try { await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket)); }
        catch (SocketException) { return false; }
        return true;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

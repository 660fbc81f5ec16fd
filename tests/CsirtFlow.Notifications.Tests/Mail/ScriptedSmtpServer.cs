using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CsirtFlow.Notifications.Tests.Mail;

/// <summary>
/// A loopback SMTP server that plays a transcript per connection. <c>S:</c> is said (a written \r\n in one breath), <c>C:</c> is expected (as a beginning), <c>DATA</c> reads a letter to its final dot,
/// <c>LINE</c> reads one line of it, <c>TLS</c> starts encryption, <c>DROP</c> resets the connection, <c>STALL</c> answers nothing until the client is gone.
/// Connections beyond the last transcript get the last one again.
/// </summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly string[] transcripts;
    private readonly Task running;
    private int connections;

    public ScriptedSmtpServer(params string[] transcripts)
    {
        this.transcripts = transcripts;
        listener.Start();
        running = Run();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What clients said, line by line, without the letters.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    /// <summary>The letters as they came over the line, dots unstuffed.</summary>
    public ConcurrentQueue<string> Letters { get; } = new();

    public ConcurrentQueue<string> Surprises { get; } = new();

    public static X509Certificate2 Certificate { get; } = SelfSigned();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await running;
        stop.Dispose();
    }

    private async Task Run()
    {
        var clients = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                clients.Add(Serve(client, transcripts[Math.Min(connections++, transcripts.Length - 1)]));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException) { }

        await Task.WhenAll(clients);
    }

    private async Task Serve(TcpClient client, string transcript)
    {
        using (client)
        {
            Stream line = client.GetStream();
            try
            {
                foreach (var step in transcript.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (step is "TLS") line = await Encrypted(line);
                    else if (step is "DROP") { client.LingerState = new LingerOption(true, 0); return; }
                    else if (step is "DATA") Letters.Enqueue(await ReadLetter(line));
                    else if (step is "LINE") await ReadLine(line);
                    else if (step is "STALL") { while (await ReadLine(line) is { } said) Heard.Enqueue(said); }
                    else if (step.StartsWith("S: ", StringComparison.Ordinal)) await line.WriteAsync(Encoding.UTF8.GetBytes(step[3..].Replace("\\r\\n", "\r\n", StringComparison.Ordinal) + "\r\n"), stop.Token);
                    else await Expect(line, step[3..]);
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException) { }
        }
    }

    private async Task Expect(Stream line, string beginning)
    {
        var said = await ReadLine(line) ?? "(closed)";
        Heard.Enqueue(said);
        if (!said.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) Surprises.Enqueue($"expected {beginning}, heard {said}");
    }

    private async Task<string> ReadLetter(Stream line)
    {
        var letter = new StringBuilder();
        while (await ReadLine(line) is { } one)
        {
            if (one is ".") return letter.ToString();
            letter.Append(one.StartsWith('.') ? one[1..] : one).Append("\r\n");
        }

        throw new IOException("closed inside a letter");
    }

    // Byte by byte: nothing may be read ahead of a TLS handshake.
    private async Task<string?> ReadLine(Stream line)
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (await line.ReadAsync(one, stop.Token) == 1)
        {
            if (one[0] == '\n') return Encoding.UTF8.GetString([.. bytes]).TrimEnd('\r');
            bytes.Add(one[0]);
        }

        return null;
    }

    private static async Task<Stream> Encrypted(Stream line)
    {
        var tls = new SslStream(line);
        await tls.AuthenticateAsServerAsync(Certificate);
        return tls;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}

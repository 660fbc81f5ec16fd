using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using CsirtFlow.Notifications;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Evidence;

/// <summary>What clamd says of some bytes.</summary>
/// <param name="Name">Of what was found, or why it could not be scanned; empty where nothing was found. On one line.</param>
public sealed record ScanAnswer(ScanOutcome Outcome, string Name);

/// <summary>マルウェア検査: asks clamd, one connection for each question (clamd(8), INSTREAM and VERSION); never retries.</summary>
public sealed class ClamdScanner(IOptions<MalwareScanOptions> options)
{
    private const int Chunk = 64 * 1024;
    private const int LongestAnswer = 1024;
    private const int LongestName = 200;
    private const string BeforeName = "stream: ";
    private const string AfterName = " FOUND";

    private static readonly TimeSpan PatienceForVersion = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PatienceForFile = TimeSpan.FromSeconds(60);

    public bool IsConfigured => options.Value.IsConfigured;

    /// <summary>「ClamAV 1.4.6/27412/…」: the engine, then its signatures; null where clamd does not answer.</summary>
    public async Task<string?> Version(CancellationToken caller) => await Ask("zVERSION\0"u8.ToArray(), null, PatienceForVersion, caller) is { } said ? Short(said) : null;

    /// <summary>Null where clamd does not answer: that says nothing of the file.</summary>
    public async Task<ScanAnswer?> Scan(byte[] content, CancellationToken caller) => await Ask("zINSTREAM\0"u8.ToArray(), content, PatienceForFile, caller) is { } said ? Read(said) : null;

    /// <summary>What an answer to INSTREAM means. A file that was not looked into to its end counts as not scanned.</summary>
    public static ScanAnswer Read(string said) =>
        said == "stream: OK" ? new(ScanOutcome.Clean, "")
        : said.StartsWith(BeforeName, StringComparison.Ordinal) && said.EndsWith(AfterName, StringComparison.Ordinal) ? OfName(said[BeforeName.Length..^AfterName.Length])
        : new(ScanOutcome.Failed, Short(said));

    private static ScanAnswer OfName(string name) => new(name.StartsWith("Heuristics.Limits.Exceeded", StringComparison.Ordinal) ? ScanOutcome.Failed : ScanOutcome.Found, Short(name));

    private async Task<string?> Ask(byte[] command, byte[]? content, TimeSpan patience, CancellationToken caller)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(caller);
        limit.CancelAfter(patience);
        try
        {
            using var socket = options.Value.EndPoint is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(options.Value.EndPoint, limit.Token);
            await using var stream = new NetworkStream(socket);
            await Send(stream, command, content, limit.Token);
            return await Answer(stream, limit.Token);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested) { return null; }
        catch (Exception e) when (e is SocketException or IOException) { return null; }
    }

    private static async Task Send(NetworkStream stream, byte[] command, byte[]? content, CancellationToken limit)
    {
        try
        {
            await stream.WriteAsync(command, limit);
            if (content is null) return;

            var length = new byte[4];
            foreach (var start in Enumerable.Range(0, (content.Length + Chunk - 1) / Chunk).Select(n => n * Chunk))
            {
                var part = content.AsMemory(start, Math.Min(Chunk, content.Length - start));
                BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
                await stream.WriteAsync(length, limit);
                await stream.WriteAsync(part, limit);
            }
            await stream.WriteAsync(new byte[4], limit);
        }
        catch (IOException)
        {
            // It listens no more, as it does in the middle of a file that is too large: what it answered says why.
        }
    }

    // One that breaks off before its end is none.
    private static async Task<string?> Answer(NetworkStream stream, CancellationToken limit)
    {
        var (said, length) = (new byte[LongestAnswer], 0);
        while (length < said.Length && await stream.ReadAsync(said.AsMemory(length), limit) is > 0 and var more)
        {
            length += more;
            if (said[length - 1] == 0) return Encoding.UTF8.GetString(said, 0, length - 1);
        }
        return null;
    }

    private static string Short(string text) => CleanText.OneLine(text.Length > LongestName ? text[..LongestName] : text);
}

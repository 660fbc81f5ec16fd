using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using CsirtFlow.Api.Evidence;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Tests.Evidence;

/// <summary>How clamd is asked, what its answers mean, and what is asked about.</summary>
public sealed class ClamdScannerTests
{
    [Fact]
    public async Task It_answers_at_a_port_as_well()
    {
        await using var clamd = new Clamd();
        await clamd.Start();
        var scanner = At(clamd.Port);

        Assert.StartsWith("ClamAV 1.", await scanner.Version(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(new ScanAnswer(ScanOutcome.Clean, ""), await scanner.Scan([], TestContext.Current.CancellationToken));
        Assert.Equal(new ScanAnswer(ScanOutcome.Clean, ""), await scanner.Scan(new byte[Clamd.Limit], TestContext.Current.CancellationToken));
        Assert.Equal(new ScanAnswer(ScanOutcome.Failed, "INSTREAM size limit exceeded. ERROR"), await scanner.Scan(new byte[Clamd.Limit + 1], TestContext.Current.CancellationToken));
        for (var n = 0; n < 10; n++) Assert.Equal(new ScanAnswer(ScanOutcome.Failed, "INSTREAM size limit exceeded. ERROR"), await scanner.Scan(new byte[Clamd.Limit * 20], TestContext.Current.CancellationToken));
        Assert.Equal(new ScanAnswer(ScanOutcome.Found, "CsirtFlow.Test.Eicar.UNOFFICIAL"), await scanner.Scan(Clamd.Malware, TestContext.Current.CancellationToken));
        await clamd.Stop();
        Assert.Null(await scanner.Version(TestContext.Current.CancellationToken));
        Assert.Null(await scanner.Scan([], TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ClamAV 1.4.6")]
    public async Task One_that_says_nothing_or_breaks_off_has_not_answered(string said)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var scanner = At(((IPEndPoint)listener.LocalEndpoint).Port);

        var asked = scanner.Version(TestContext.Current.CancellationToken);
        using var socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(said), SocketFlags.None);
        if (said.Length > 0) socket.Shutdown(SocketShutdown.Both);

        Assert.Null(await asked.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("stream: OK", ScanOutcome.Clean, "")]
    [InlineData("stream: Win.Test FOUND FOUND", ScanOutcome.Found, "Win.Test FOUND")]
    [InlineData("stream: a\r\nb FOUND", ScanOutcome.Found, "a b")]
    [InlineData("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND", ScanOutcome.Failed, "Heuristics.Limits.Exceeded.MaxFileSize")]
    [InlineData("stream: Can't allocate memory ERROR", ScanOutcome.Failed, "stream: Can't allocate memory ERROR")]
    [InlineData("stream: OK FOUND", ScanOutcome.Found, "OK")]
    [InlineData("OK", ScanOutcome.Failed, "OK")]
    [InlineData(" FOUND", ScanOutcome.Failed, " FOUND")]
    [InlineData("", ScanOutcome.Failed, "")]
    public void Only_what_clamd_calls_OK_is_clean(string said, ScanOutcome outcome, string name) => Assert.Equal(new ScanAnswer(outcome, name.Trim()), ClamdScanner.Read(said));

    [Theory]
    [InlineData("", 0, "", false, true)]
    [InlineData("", 3310, "", true, true)]
    [InlineData("scan.example.jp", 3310, "", true, true)]
    [InlineData("", 0, "/run/clamav/clamd.ctl", true, true)]
    [InlineData("scan.example.jp", 0, "", false, false)]
    [InlineData("", 3310, "/run/clamav/clamd.ctl", true, false)]
    [InlineData("", 0, "clamd.ctl", true, false)]
    [InlineData("", 65536, "", true, false)]
    public void It_is_configured_by_a_port_or_a_socket(string host, int port, string socket, bool configured, bool usable)
    {
        var options = new MalwareScanOptions { Host = host, Port = port, Socket = socket };

        Assert.Equal((configured, usable), (options.IsConfigured, Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true)));
    }

    [Fact]
    public void Every_event_that_brings_a_file_from_outside_has_it_scanned()
    {
        var file = new EvidenceFile("a", "b", 1, "c");
        var origin = new Provenance(Actor.Service, "test", AppFixture.Start, AppFixture.Start);
        CaseEvent[] bringing = [new ReportSupplemented(ImmutableDictionary<string, string>.Empty, [file, file], origin), new EvidencePreserved("", "", file, origin), new FiledCopyKept(1, file, origin)];

        Assert.All(bringing, e => Assert.Equal([new ScanEvidence("c", "k")], ScanEvidence.After("k", e)));
        Assert.Empty(ScanEvidence.After("k", new EvidencePreserved("", "", null, origin)));
        Assert.Equal([typeof(DocumentApproved), typeof(OccurrenceReported)],
            EventStore.EventTypes.Where(t => t.GetProperties().Any(p => p.PropertyType == typeof(EvidenceFile) || p.PropertyType == typeof(ImmutableArray<EvidenceFile>))).Except(bringing.Select(b => b.GetType())).OrderBy(t => t.Name, StringComparer.Ordinal));
    }

    private static ClamdScanner At(int port) => new(Options.Create(new MalwareScanOptions { Port = port }));
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using CsirtFlow.Domain;
using CsirtFlow.Notifications;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Record;

/// <summary>時刻認証 (RFC 3161): asks a third party to confirm that a 要約値 was there at a moment. What it answers is looked at before it is kept; whatever goes wrong is said in a line and stops nothing.</summary>
public sealed class TimestampAuthority(IOptions<RecordOptions> options, TimeProvider clock) : IDisposable
{
    private const int LargestAnswer = 64 * 1024;
    private const int LongestProblem = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    // Neither a redirect nor a proxy of the environment leads it elsewhere, and nothing tells the authority of our traces.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null }) { Timeout = Patience, MaxResponseContentBufferSize = LargestAnswer };

    public void Dispose() => http.Dispose();

    /// <summary>Null where no authority is configured.</summary>
    public async Task<RecordTimestamp?> Of(RecordHead head, CancellationToken cancellation)
    {
        var address = options.Value.TimestampAuthority;
        if (address.Length == 0 || head.Position == 0) return null;

        try
        {
            var request = Rfc3161TimestampRequest.CreateFromHash(SHA256.HashData(Encoding.UTF8.GetBytes(head.ToString())), HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
            using var question = new ByteArrayContent(request.Encode()) { Headers = { ContentType = new MediaTypeHeaderValue("application/timestamp-query") } };
            using var answer = await http.PostAsync(new Uri(address), question, cancellation);
            if (!answer.IsSuccessStatusCode) return Failed(address, $"HTTP {(int)answer.StatusCode}");

            // Refuses what is not granted, not ours, or for another hash.
            var token = request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(cancellation), out _);
            var at = token.TokenInfo.Timestamp;
            return !token.VerifySignatureForHash(request.GetMessageHash().Span, HashAlgorithmName.SHA256, out var _) ? Failed(address, "the signature does not fit")
                : (at - clock.GetUtcNow()).Duration() > Apart ? Failed(address, $"its clock says {at.ToString("u", CultureInfo.InvariantCulture)}")
                : new(address, at.ToUniversalTime(), Convert.ToBase64String(token.AsSignedCms().Encode()), "");
        }
        catch (Exception e) when (e is HttpRequestException or CryptographicException or UriFormatException or InvalidOperationException or NotSupportedException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return Failed(address, e is OperationCanceledException ? $"no answer within {Patience.TotalSeconds} s" : e.Message);
        }
    }

    private static RecordTimestamp Failed(string address, string why) => new(address, null, null, CleanText.OneLine(why) is { Length: > LongestProblem } tooLong ? tooLong[..LongestProblem] : CleanText.OneLine(why));
}

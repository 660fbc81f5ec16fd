using System.Net.Http.Headers;
using System.Text;
using CsirtFlow.Domain;
using CsirtFlow.Notifications;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Notices;

/// <summary>What became of one call. The reply is on one line and at most 200 characters long.</summary>
/// <param name="Final">Another attempt would change nothing.</param>
public sealed record RelayOutcome(bool Taken, string Reply, bool Final = false);

/// <summary>補助の連絡手段: calls the configured gateway, once for each call of its own; never retries.</summary>
public sealed class SecondChannel(IOptions<SecondChannelOptions> options, TimeProvider clock) : IDisposable
{
    private const int LongestReply = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Neither a redirect nor a proxy of the environment leads a signed call elsewhere, and nothing tells the receiver of our traces.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };

    public bool IsConfigured => options.Value.IsConfigured;

    public void Dispose() => http.Dispose();

    /// <summary>The message that passes these on; null where none of them is to be.</summary>
    public RelayNotices? For(IEnumerable<PlannedNotice> recorded) => recorded.Where(n => Wants(n.Notice)).Select(n => n.Id).ToList() is { Count: > 0 } ids ? new RelayNotices([.. ids], 1) : null;

    private bool Wants(NoticeQueued notice) =>
        IsConfigured && (!options.Value.OnlyEmergency || notice.Emergency || notice.Reason is NoticeReason.Overdue or NoticeReason.MailUndelivered or NoticeReason.EmergencyView);

    /// <param name="id">The same at every attempt.</param>
    /// <exception cref="OperationCanceledException">The caller gave up; the call may have been taken.</exception>
    public async Task<RelayOutcome> Post(string id, byte[] body, CancellationToken caller)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(caller);
        limit.CancelAfter(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Url) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } } };
        foreach (var (name, value) in StandardWebhook.Headers(StandardWebhook.Key(options.Value.Secret)!, id, clock.GetUtcNow(), body)) request.Headers.Add(name, value);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return new(response.IsSuccessStatusCode, Short($"{(int)response.StatusCode} {await Beginning(response, limit.Token)}"));
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested) { return new(false, $"no answer within {Patience.TotalSeconds} s"); }
        catch (HttpRequestException e) { return new(false, Short($"{e.GetType().Name}: {e.Message}")); }
    }

    // The status has decided already; an answer that breaks off changes nothing.
    private static async Task<string> Beginning(HttpResponseMessage response, CancellationToken limit)
    {
        try
        {
            var bytes = new byte[LongestReply * 4];
            await using var body = await response.Content.ReadAsStreamAsync(limit);
            return Encoding.UTF8.GetString(bytes, 0, await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, limit));
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException) { return ""; }
    }

    private static string Short(string reply) => CleanText.OneLine(reply) is { Length: > LongestReply } tooLong ? CleanText.OneLine(tooLong[..LongestReply]) : CleanText.OneLine(reply);
}

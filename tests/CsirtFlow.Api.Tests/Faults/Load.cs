using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Tests.Faults;

/// <summary>People who report, and try again with the same key until they are given a number: on whichever node answers.</summary>
internal sealed class Load : IAsyncDisposable
{
    private const int People = 3;

    private readonly CancellationTokenSource end = new();
    private readonly Task[] people;

    public Load(params Service[] nodes) => people = [.. Enumerable.Range(0, People).Select(p => Report(nodes, p))];

    /// <summary>受付番号 that somebody was given.</summary>
    public ConcurrentBag<string> Acknowledged { get; } = [];

    public async ValueTask DisposeAsync()
    {
        if (!end.IsCancellationRequested) await Stop();
        end.Dispose();
    }

    /// <summary>Whoever has begun to report goes on until they have their number.</summary>
    public async Task Stop()
    {
        await end.CancelAsync();
        await Task.WhenAll(people).WaitAsync(TimeSpan.FromMinutes(2));
    }

    private async Task Report(Service[] nodes, int person)
    {
        for (var turn = person; !end.IsCancellationRequested; turn++)
        {
            var key = An.Key();
            while (await Number(nodes[turn % nodes.Length], key) is var number)
            {
                if (number is not null)
                {
                    Acknowledged.Add(number);
                    break;
                }
                turn++;
                await Task.Yield();
            }
        }
    }

    private static async Task<string?> Number(Service node, string key)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/reports") { Content = JsonContent.Create(An.Occurrence, options: Json.Strict), Headers = { { "Idempotency-Key", key } } };
            // Whoever waits so long tries the other node.
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            using var answer = await node.Http.SendAsync(request, patience.Token);
            return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString() : null;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            return null;
        }
    }
}

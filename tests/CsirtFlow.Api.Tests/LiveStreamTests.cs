using System.Diagnostics;
using CsirtFlow.Api.Web.Live;

namespace CsirtFlow.Api.Tests;

/// <summary>The stream that keeps open pages fresh: bounded, and one look for all.</summary>
public sealed class LiveStreamTests(AppFixture fixture)
{
    [Fact]
    public async Task One_person_has_so_many_pages_and_gets_a_place_back_for_each_that_is_closed()
    {
        await using var app = await fixture.Own();
        var pages = new Stack<HttpResponseMessage>();
        for (var i = 0; i < CaseChanges.MostOfOne; i++) pages.Push(await Open(app, "csirt"));
        Assert.All(pages, p => Assert.Equal(200, (int)p.StatusCode));

        Assert.Equal(429, (int)(await Open(app, "csirt")).StatusCode);
        using var other = await Open(app, "csirt2");
        Assert.Equal(200, (int)other.StatusCode);

        pages.Pop().Dispose();
        await app.Until(async () =>
        {
            using var again = await Open(app, "csirt");
            return (int)again.StatusCode == 200;
        }, "a place to be free again");
    }

    [Fact]
    public async Task Many_pages_cost_one_look()
    {
        await using var app = await fixture.Own();
        var looks = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = a => { if (a.TagObjects.Any(t => t.Value is string sql && sql.Contains("'notice_failed'", StringComparison.Ordinal))) Interlocked.Increment(ref looks); },
        };
        ActivitySource.AddActivityListener(listener);

        var pages = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Open(app, "csirt")));
        foreach (var page in pages) await (await page.Content.ReadAsStreamAsync()).ReadExactlyAsync(new byte[10]);

        Assert.InRange(looks, 1, 2);
        foreach (var page in pages) page.Dispose();
    }

    private static async Task<HttpResponseMessage> Open(App app, string person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/queue/changes");
        request.Headers.Add("Cookie", await app.Cookie(person));
        return await app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false }).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}

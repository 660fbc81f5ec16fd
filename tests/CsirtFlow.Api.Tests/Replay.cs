using System.Collections.Immutable;
using System.Text.Json;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests;

/// <summary>The states follow from the events alone: folded again they are the same, and so is the queue made from nothing.</summary>
internal static class Replay
{
    public static async Task Agrees(App app)
    {
        await app.Quiet();
        await Same<Report>(app);
        await Same<Incident>(app);
        await SameNotices(app);

        var before = await Rows(app);
        using var daemon = await app.Store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync(nameof(CaseBoard), CancellationToken.None);
        Assert.NotEmpty(before);
        Assert.Equal(before, await Rows(app));
    }

    private static async Task Same<T>(App app) where T : class
    {
        await using var session = app.Store.QuerySession(App.Organisation);
        foreach (var stored in await session.Query<T>().ToListAsync())
        {
            var id = (string)typeof(T).GetProperty("Id")!.GetValue(stored)!;
            Assert.Equal(Written(stored), Written((await session.Events.AggregateStreamAsync<T>(id))!));
        }
    }

    private static async Task SameNotices(App app)
    {
        await using var session = app.Store.QuerySession(App.Organisation);
        var events = await session.Events.QueryAllRawEvents().Where(e => e.StreamKey!.StartsWith("notices/") || e.StreamKey!.StartsWith("notice/")).OrderBy(e => e.Sequence).ToListAsync();
        var folded = events.Aggregate(ImmutableDictionary<string, Notice>.Empty, (known, e) => Notice.After(known, e.StreamKey!, [(NoticeEvent)e.Data]));
        var rows = await app.Services.GetRequiredService<NoticeList>().Newest(App.Organisation, int.MaxValue, CancellationToken.None);
        Assert.NotEmpty(rows);
        Assert.Equal(folded.Values.Select(Written).Order(), rows.Select(Written).Order());
    }

    private static async Task<List<string>> Rows(App app)
    {
        await using var session = app.Store.QuerySession(App.Organisation);
        return [.. (await session.Query<Case>().OrderBy(c => c.Id).ToListAsync()).Select(Written)];
    }

    private static string Written<T>(T value) => JsonSerializer.Serialize(value, Json.Strict);
}

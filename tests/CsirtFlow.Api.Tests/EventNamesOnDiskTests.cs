using System.Text.Json;
using System.Text.Json.Nodes;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;

namespace CsirtFlow.Api.Tests;

/// <summary>What is on disk outlives every refactoring: names of events are approved, and old events can be read.</summary>
public sealed class EventNamesOnDiskTests(AppFixture fixture)
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(EventFiles.Folder(), "*.v*.json").Select(f => Path.GetFileName(f)).Where(f => !f.EndsWith(".now.json", StringComparison.Ordinal)).Order()];

    [Fact]
    public async Task The_names_of_events_are_the_approved_ones()
    {
        var names = (await fixture.Shared()).Store.Options.Events.AllKnownEventTypes().Where(e => EventStore.EventTypes.Contains(e.EventType)).Select(e => e.EventTypeName).Order(StringComparer.Ordinal);
        var path = Path.Combine(EventFiles.Folder(), "names.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1") await File.WriteAllLinesAsync(path, names);

        Assert.Equal(await File.ReadAllLinesAsync(path), names);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task An_old_event_can_be_read_and_nothing_of_it_is_lost(string file)
    {
        var store = (await fixture.Shared()).Store;
        var path = Path.Combine(EventFiles.Folder(), file);

        var read = await EventFiles.Read(await fixture.Shared(), file.Split('.')[0], await File.ReadAllTextAsync(path));

        // What an upcaster has made of it is approved beside it.
        var expected = Path.ChangeExtension(path, ".now.json") is var now && File.Exists(now) ? now : path;
        Holds(JsonNode.Parse(store.Options.Serializer().ToJson(read))!, JsonNode.Parse(await File.ReadAllTextAsync(expected))!, file);
    }

    [Fact]
    public async Task A_report_of_the_first_version_is_read_as_it_was_written()
    {
        await using var app = await fixture.Own();
        var number = (await An.Report(app)).Number;
        await app.Quiet();
        Assert.Equal("occurrence_reported", (await First(app, number)).GetProperty("type").GetString());
        var written = await File.ReadAllTextAsync(Path.Combine(EventFiles.Folder(), "occurrence_reported.v1.json"));
        await app.Manipulate($"update csirt.mt_events set type = 'occurrence_reported', data = '{written}' where stream_id = '{Report.Key(number)}'");

        var line = await First(app, number);
        Assert.Equal("見本 太郎", line.GetProperty("data").GetProperty("reporter").GetProperty("contact").GetProperty("name").GetString());
        Assert.Equal("occurrence_reported", line.GetProperty("type").GetString());
    }

    private static async Task<JsonElement> First(App app, string number) => (await app.As("csirt").Get($"/api/reports/{number}/events")).Ok().Json.EnumerateArray().First();

    private static void Holds(JsonNode? now, JsonNode? then, string where)
    {
        if (then is JsonObject o) foreach (var (name, value) in o) Holds(now?[name], value, $"{where}.{name}");
        else if (then is JsonArray a) for (var i = 0; i < a.Count; i++) Holds(now?[i], a[i], $"{where}[{i}]");
        else Assert.True(JsonNode.DeepEquals(now, then), $"{where}: {then?.ToJsonString()} became {now?.ToJsonString()}");
    }
}

using System.Globalization;
using CsirtFlow.Api.Platform;
using Marten;

namespace CsirtFlow.Api.Tests.Upgrade;

/// <summary>An event that was stored is stored for ever: whoever changes its shape gives it a new version, and the old one stays readable.</summary>
public sealed class EventShapeTests(AppFixture fixture)
{
    private static readonly string Kept = Path.Combine(EventFiles.Place, "shapes.txt");

    /// <param name="Line">As it stands in the file: <c>type version shape</c>.</param>
    private sealed record Shape(string Type, int Version, string Line)
    {
        public static Shape Read(string line) => line.Split(' ', 3) is [var type, var version, _] ? new(type, int.Parse(version, CultureInfo.InvariantCulture), line) : throw new FormatException(line);
    }

    [Fact]
    public async Task The_stored_shape_of_an_event_never_changes_without_a_new_version()
    {
        var store = (await fixture.Shared()).Store;
        var kept = File.Exists(Kept) ? File.ReadAllLines(Kept).Select(Shape.Read).ToLookup(s => s.Type, StringComparer.Ordinal) : Array.Empty<Shape>().ToLookup(s => s.Type);
        List<Shape> now = [];
        List<string> changed = [];
        foreach (var e in store.Options.Events.AllKnownEventTypes().Where(e => EventStore.EventTypes.Contains(e.EventType)).OrderBy(e => e.EventTypeName, StringComparer.Ordinal))
        {
            var (name, shape, before) = (e.EventTypeName, EventShape.Of(store, e.EventType), kept[e.EventTypeName].ToList());
            now.AddRange(before);
            if (before is [.., var newest] && newest.Line == $"{name} {newest.Version} {shape}") continue;

            var version = before is [.., var last] ? last.Version + 1 : EventFiles.Versions(name).DefaultIfEmpty(1).Max();
            now.Add(new(name, version, $"{name} {version} {shape}"));
            changed.Add(before.Count == 0 ? $"{name} is new." : $"""
                {name}: its stored shape has changed, and events that are stored never do.
                  stored: {before[^1].Line}
                  now:    {name} {version} {shape}
                  Let what is new be absent in the old events, or read them by an upcaster (Events.Upcast in EventStore). Keep events/{name}.v{before[^1].Version}.json, and add one of the new shape as events/{name}.v{version}.json.
                """);
        }
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1") await File.WriteAllLinesAsync(Kept, now.Select(s => s.Line));
        else Assert.True(changed.Count == 0, string.Join('\n', [.. changed, "Then UPDATE_SNAPSHOTS=1 writes the shapes down."]));
    }

    [Fact]
    public void Each_shape_that_an_event_has_had_is_kept_as_an_event_that_must_be_readable()
    {
        foreach (var shapes in File.ReadAllLines(Kept).Select(Shape.Read).GroupBy(s => s.Type).Where(s => s.Max(v => v.Version) > 1))
            for (var version = 1; version <= shapes.Max(s => s.Version); version++)
                Assert.True(EventFiles.Versions(shapes.Key).Contains(version), $"{shapes.Key} has had {shapes.Max(s => s.Version)} shapes, and events/{shapes.Key}.v{version}.json is missing: keep one event of each, so that it stays readable.");
    }
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CsirtFlow.Domain;
using JasperFx.Events;
using Marten;

namespace CsirtFlow.Api.Platform;

/// <summary>
/// Events whose stored shape has changed. What was written stays as it is; each earlier shape has a type here and the function that makes today's event of it, and today's is
/// stored under a name of its own. A member that is only added needs none of this, where what was written before means its default.
/// </summary>
public static partial class EarlierEvents
{
    public static void Read(StoreOptions o)
    {
        // Version 2 seals how to call the reporter back.
        o.Events.MapEventTypeWithSchemaVersion<OccurrenceReported>(2);
        o.Events.Upcast<OccurrenceReported1, OccurrenceReported>("occurrence_reported", e => new(e.Number, e.Channel, e.Outside, e.Occurrence, e.Reporter.Now, e.Files, e.Origin));
    }

    /// <summary>What is stored under names of several versions has one name for those who read or count events.</summary>
    public static string NameOf(IEvent e) => VersionInName().Replace(e.EventTypeName, "");

    [GeneratedRegex(@"_v[0-9]+\z", RegexOptions.None, 1000)]
    private static partial Regex VersionInName();

    private sealed record OccurrenceReported1(string Number, Channel Channel, bool Outside, Occurrence Occurrence, Reporter1 Reporter, ImmutableArray<EvidenceFile> Files, Provenance Origin);

    private sealed record Reporter1(string Phone, string Name, string? PersonId = null, string Mail = "", bool Unconfirmed = false)
    {
        public Reporter Now => new(new(Phone, Name, Mail), PersonId, Unconfirmed);
    }
}

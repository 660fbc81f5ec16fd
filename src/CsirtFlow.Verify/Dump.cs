using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsirtFlow.Domain;

namespace CsirtFlow.Verify;

/// <summary>What a plain SQL dump of PostgreSQL (<c>pg_dump</c>) holds of the record. Nothing of it is executed: only the blocks <c>COPY … FROM stdin</c> are read.</summary>
/// <param name="Links">In the order of their positions.</param>
/// <param name="Events">In the order of their sequence.</param>
public sealed record Dump(IReadOnlyList<RecordLink> Links, IReadOnlyList<HashedEvent> Events, IReadOnlyList<(string Organisation, string Stream, long Version)> Streams, IReadOnlyList<(string Organisation, string Sha256, string Actual)> Files)
{
    private const string EventTable = "csirt.mt_events";
    private const string LinkTable = "csirt.record_link";
    private const string StreamTable = "csirt.mt_streams";
    private const string FileTable = "csirt.evidence_file";

    private static readonly Dictionary<string, string[]> Needed = new(StringComparer.Ordinal)
    {
        [EventTable] = ["seq_id", "id", "tenant_id", "stream_id", "version", "type", "timestamp", "user_name", "correlation_id", "causation_id", "headers", "data"],
        [LinkTable] = ["position", "sequence", "event_id", "organisation", "stream", "event_hash", "hash", "signature"],
        [StreamTable] = ["tenant_id", "id", "version"],
        [FileTable] = ["tenant_id", "sha256", "content"],
    };

    /// <exception cref="FormatException">It ends in the middle, or holds no record.</exception>
    public static Dump Read(TextReader text, IReadOnlyCollection<RecordKey> keys)
    {
        List<RecordLink> links = [];
        List<HashedEvent> events = [];
        List<(string, string, long)> streams = [];
        List<(string, string, string)> files = [];
        var tables = new HashSet<string>(StringComparer.Ordinal);
        while (text.ReadLine() is { } line)
        {
            if (Table(line) is not var (table, columns)) continue;

            tables.Add(table);
            if (Needed.TryGetValue(table, out var needed) && needed.Except(columns, StringComparer.Ordinal).FirstOrDefault() is { } missing) throw new FormatException($"{table} has no column {missing}: the dump is of another version.");

            foreach (var row in Rows(text, columns))
                switch (table)
                {
                    case EventTable when row["stream_id"] != StoredEvent.Placeholders:
                        events.Add(HashedEvent.Of(Event(row), keys));
                        break;
                    case LinkTable:
                        links.Add(new(Number(row["position"]), Number(row["sequence"]), Guid.Parse(row["event_id"]!), row["organisation"]!, row["stream"]!, Bytes(row["event_hash"]), Bytes(row["hash"]), row["signature"]));
                        break;
                    case StreamTable when row["id"] != StoredEvent.Placeholders:
                        streams.Add((row["tenant_id"]!, row["id"]!, Number(row["version"])));
                        break;
                    case FileTable:
                        files.Add((row["tenant_id"]!, row["sha256"]!, Convert.ToHexStringLower(SHA256.HashData(Bytes(row["content"])))));
                        break;
                    default:
                        break;
                }
        }
        if (Needed.Keys.FirstOrDefault(t => !tables.Contains(t)) is { } absent) throw new FormatException($"The dump does not hold {absent}: it must be a plain SQL dump (pg_dump, or pg_restore -f -) with the data of all tables.");

        return new([.. links.OrderBy(l => l.Position)], [.. events.OrderBy(e => e.Sequence)], streams, files);
    }

    private static StoredEvent Event(Dictionary<string, string?> row) => new(Number(row["seq_id"]), Guid.Parse(row["id"]!), row["tenant_id"]!, row["stream_id"]!, Number(row["version"]), row["type"]!, Instant(row["timestamp"]!),
        row["user_name"], row["correlation_id"], row["causation_id"], row["headers"], row["data"]!);

    // COPY csirt.mt_events (seq_id, id, "timestamp") FROM stdin;
    private static (string Name, string[] Columns)? Table(string line)
    {
        if (!line.StartsWith("COPY ", StringComparison.Ordinal) || !line.EndsWith(") FROM stdin;", StringComparison.Ordinal)) return null;

        var open = line.IndexOf('(', StringComparison.Ordinal);
        return (line["COPY ".Length..open].Trim(), [.. line[(open + 1)..line.LastIndexOf(')')].Split(',').Select(c => c.Trim().Trim('"'))]);
    }

    private static IEnumerable<Dictionary<string, string?>> Rows(TextReader text, string[] columns)
    {
        while (text.ReadLine() is { } line)
        {
            if (line == @"\.") yield break;

            var fields = line.Split('\t');
            if (fields.Length != columns.Length) throw new FormatException("A row of the dump is cut.");

            yield return columns.Zip(fields).ToDictionary(c => c.First, c => Field(c.Second), StringComparer.Ordinal);
        }
        throw new FormatException("The dump ends in the middle of a table.");
    }

    // The text format of COPY; pg_dump writes no others of its escapes.
    private static string? Field(string field)
    {
        if (field == @"\N") return null;
        if (!field.Contains('\\', StringComparison.Ordinal)) return field;

        var text = new StringBuilder(field.Length);
        for (var i = 0; i < field.Length; i++)
            text.Append(field[i] != '\\' || i + 1 == field.Length ? field[i] : field[++i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', 'v' => '\v', var c => c });
        return text.ToString();
    }

    private static long Number(string? field) => long.Parse(field!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static byte[] Bytes(string? field) => Convert.FromHexString(field.AsSpan(@"\x".Length));

    // 2030-04-01 09:00:00.123456+09
    private static DateTimeOffset Instant(string field) =>
        DateTimeOffset.Parse(field[^3] is '+' or '-' ? $"{field}:00" : field, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}

using System.Collections.Immutable;
using CsirtFlow.Notifications.Encodings;

namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>見出し (RFC 5322 2.2): the header fields of a mail or of a part as bytes. A field is cut at 64 kB, 2,000 fields are kept and 20 of one name are read, so that nobody makes the reader work for hours.</summary>
/// <param name="Junk">A line stood among them that is no field.</param>
internal sealed record MailHeaders(ImmutableArray<(string Name, ReadOnlyMemory<byte> Value)> Fields, bool Junk)
{
    private const int LongestField = 64 * 1024;
    private const int MostFields = 2000;
    private const int MostOfOneName = 20;
    private const int LongestName = 76;

    /// <summary>The fields up to the empty line, and what follows it. Without a field at the start there is no header, and everything is body.</summary>
    public static (MailHeaders Headers, ReadOnlyMemory<byte> Body) Split(ReadOnlyMemory<byte> raw)
    {
        var (fields, junk, at) = (ImmutableArray.CreateBuilder<(string, ReadOnlyMemory<byte>)>(), false, 0);
        while (at < raw.Length)
        {
            var end = LineEnd(raw.Span, at);
            var line = raw.Span[at..end].TrimEnd("\r\n"u8);
            if (line.IsEmpty) return (new(fields.ToImmutable(), junk), raw[end..]);

            var colon = FieldName(line);
            if (colon == 0)
            {
                var envelope = IsEnvelope(line) && fields.Count == 0;
                if (fields.Count == 0 && !envelope) return (new([], Junk: false), raw);
                (junk, at) = (junk || !envelope, end);
                continue;
            }

            while (end < raw.Length && raw.Span[end] is (byte)' ' or (byte)'\t') end = LineEnd(raw.Span, end);
            var start = at + colon + 1;
            if (fields.Count < MostFields)
                fields.Add((System.Text.Encoding.ASCII.GetString(line[..colon].TrimEnd(" \t"u8)).ToLowerInvariant(), raw[start..Math.Min(end, start + LongestField)]));
            at = end;
        }
        return (new(fields.ToImmutable(), junk), ReadOnlyMemory<byte>.Empty);
    }

    public bool Has(string name) => Fields.Any(field => field.Name == name);

    public IEnumerable<ReadOnlyMemory<byte>> All(string name) => Fields.Where(field => field.Name == name).Take(MostOfOneName).Select(field => field.Value);

    /// <summary>The first field of a name on one line; empty when there is none.</summary>
    public string Text(string name) => Decoded(name).Text;

    public DecodedText Decoded(string name) => HeaderText.Decode(First(name).Span);

    public HeaderParameters Parameters(string name) => HeaderParameters.Of(First(name).Span);

    private ReadOnlyMemory<byte> First(string name) => All(name).FirstOrDefault();

    private static int LineEnd(ReadOnlySpan<byte> bytes, int at) => bytes[at..].IndexOf((byte)'\n') is >= 0 and var length ? at + length + 1 : bytes.Length;

    // The length of the name, 0 when the line is no field.
    private static int FieldName(ReadOnlySpan<byte> line)
    {
        var colon = line[..Math.Min(line.Length, LongestName)].IndexOf((byte)':');
        return colon > 0 && line[..colon].TrimEnd(" \t"u8) is { IsEmpty: false } name && !name.ContainsAnyExceptInRange((byte)33, (byte)126) ? colon : 0;
    }

    // The line that mbox files put before a mail.
    private static bool IsEnvelope(ReadOnlySpan<byte> line) => line.StartsWith("From "u8) || line.StartsWith(">From "u8);
}

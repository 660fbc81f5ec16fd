namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>本文の部分 (RFC 2045 2.5): a header and the bytes below it; the whole mail is one as well.</summary>
/// <param name="Depth">How many parts it lies in; 0 for the mail.</param>
/// <param name="Alternative">The nearest multipart/alternative around it, 0 for none.</param>
internal sealed record MailPart(MailHeaders Headers, ReadOnlyMemory<byte> Body, string TypeByDefault, int Depth, int Alternative)
{
    private const int LongestBoundary = 200;

    public HeaderParameters ContentType { get; } = Headers.Parameters("content-type");

    public HeaderParameters Disposition { get; } = Headers.Parameters("content-disposition");

    /// <summary>Lower-case <c>type/subtype</c>; a type that is none counts as plain text (RFC 2045 5.2).</summary>
    public string Type => ContentType.Value.Split(' ', 2)[0] is var type && type.Length <= 127 && type.IndexOf('/', StringComparison.Ordinal) > 0 && !type.AsSpan().ContainsAnyExceptInRange('!', '~')
        ? type : TypeByDefault;

    public bool IsMultipart => Type.StartsWith("multipart/", StringComparison.Ordinal) && Boundary != "";

    /// <summary>The name as the sender wrote it; a name by RFC 2231 goes before one that is not, in either header.</summary>
    public HeaderParameter? Name
    {
        get
        {
            var (filename, name) = (Disposition.Named.GetValueOrDefault("filename"), ContentType.Named.GetValueOrDefault("name"));
            return filename is { Text: not "" } && (filename.Extended || name is not { Extended: true, Text: not "" }) ? filename : name is { Text: not "" } ? name : null;
        }
    }

    public bool IsAttached => Disposition.Value.StartsWith("attachment", StringComparison.Ordinal);

    private string Boundary => ContentType["boundary"];

    public static MailPart Of(ReadOnlyMemory<byte> raw, string typeByDefault, int depth, int alternative)
    {
        var (headers, body) = MailHeaders.Split(raw);
        return new(headers, body, typeByDefault, depth, alternative);
    }

    public byte[] Content(int most = int.MaxValue) => TransferDecoding.Decode(Body.Length > most ? Body[..most] : Body, Headers.Text("content-transfer-encoding"));

    /// <summary>子の部分 (RFC 2046 5.1.1): the bytes between the boundary lines. Only so many are given; <c>More</c> when there were others.</summary>
    public (List<ReadOnlyMemory<byte>> Parts, bool More, bool Closed) Children(int most)
    {
        var delimiter = System.Text.Encoding.UTF8.GetBytes("\n--" + (Boundary.Length > LongestBoundary ? Boundary[..LongestBoundary] : Boundary));
        var (parts, more, start, at) = (new List<ReadOnlyMemory<byte>>(), false, -1, 0);
        while (Next(Body.Span, delimiter, at) is >= 0 and var found)
        {
            if (start >= 0) Take(Body[start..Math.Max(start, BeforeBreak(Body.Span, found))]);
            if (Body.Span[(found + delimiter.Length - 1)..].StartsWith("--"u8)) return (parts, more, Closed: true);

            var line = Body.Span[found..].IndexOf((byte)'\n');
            at = start = line < 0 ? Body.Length : found + line + 1;
        }
        if (start >= 0) Take(Body[start..]);
        return (parts, more, Closed: false);

        void Take(ReadOnlyMemory<byte> part)
        {
            if (parts.Count < most) parts.Add(part);
            else more = true;
        }
    }

    // It is looked for at the start of a line alone: a body of hyphens would else be compared with it at every letter.
    private static int Next(ReadOnlySpan<byte> body, ReadOnlySpan<byte> delimiter, int from)
    {
        if (from == 0 && IsBoundary(body, delimiter[1..])) return 0;

        from = Math.Max(from - 1, 0);
        while (body[from..].IndexOf(delimiter) is >= 0 and var length)
        {
            from += length + 1;
            if (IsBoundary(body[from..], delimiter[1..])) return from;
        }
        return -1;
    }

    // A boundary of another part may begin with this one: after it only blanks, the end mark or a line break may come.
    private static bool IsBoundary(ReadOnlySpan<byte> line, ReadOnlySpan<byte> boundary) =>
        line.StartsWith(boundary) && line[boundary.Length..] is var after
        && (after.IsEmpty || after[0] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t' || after.StartsWith("--"u8));

    // The line break before a boundary belongs to the boundary.
    private static int BeforeBreak(ReadOnlySpan<byte> body, int at) => at >= 2 && body[at - 2] == '\r' ? at - 2 : at - 1;
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CsirtFlow.Domain;

/// <summary>
/// 連鎖の環: ties one event to all before it. Its hash is the SHA-256 of the hash before (32 zeros before the first), the event's own hash, and organisation and stream in
/// UTF-8, each behind a zero byte; so no event can be changed, taken away, put between or moved without every later hash being another.
/// </summary>
/// <param name="Position">From 1, without gaps, in the order of <paramref name="Sequence"/>.</param>
/// <param name="Sequence">Of the event. Numbers of transactions that failed are missing.</param>
/// <param name="Stream">Stands here too, so that a removed event can still be named.</param>
/// <param name="EventHash"><see cref="StoredEvent.Hash"/>.</param>
/// <param name="Hash">要約値 of the record up to here.</param>
/// <param name="Signature">By the service, on the last of the links that it made together; null on the others.</param>
public sealed record RecordLink(long Position, long Sequence, Guid EventId, string Organisation, string Stream, byte[] EventHash, byte[] Hash, string? Signature)
{
    /// <summary>What stands before the first.</summary>
    public static RecordLink None { get; } = new(0, 0, Guid.Empty, "", "", [], new byte[SHA256.HashSizeInBytes], null);

    /// <summary>The link of the event that follows.</summary>
    public RecordLink Next(long sequence, Guid eventId, string organisation, string stream, byte[] eventHash) =>
        new(Position + 1, sequence, eventId, organisation, stream, eventHash, HashAfter(Hash, organisation, stream, eventHash), null);

    /// <summary>Its hash is what follows on the one before.</summary>
    public bool Follows(RecordLink before) => Position == before.Position + 1 && Sequence > before.Sequence && Hash.AsSpan().SequenceEqual(HashAfter(before.Hash, Organisation, Stream, EventHash));

    private static byte[] HashAfter(byte[] before, string organisation, string stream, byte[] eventHash) =>
        SHA256.HashData([.. before, .. eventHash, 0, .. Encoding.UTF8.GetBytes(organisation), 0, .. Encoding.UTF8.GetBytes(stream)]);

    public RecordHead Head => new(Position, Convert.ToHexStringLower(Hash));

    /// <summary>What the service signs.</summary>
    public string Statement() => $"[\"csirtflow head 1\",{Position.ToString(CultureInfo.InvariantCulture)},\"{Convert.ToHexStringLower(Hash)}\"]";
}

/// <summary>要約値: the state of the whole record in one line, to be kept outside. Written <c>position:hash</c>.</summary>
/// <param name="Hash">64 hexadecimal digits, lower case.</param>
public sealed record RecordHead(long Position, string Hash)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Position}:{Hash}");

    /// <summary>Null where the text is none; spaces do not count, as it may be typed from paper.</summary>
    public static RecordHead? Parse(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Split(':') is [var position, { Length: 2 * SHA256.HashSizeInBytes } hash] && hash.All(char.IsAsciiHexDigit)
        && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? new(number, hash.ToLowerInvariant()) : null;
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CsirtFlow.Domain;

/// <summary>An event as it lies in the store, without any understanding of it.</summary>
/// <param name="Sequence">Its place in the store, over all organisations.</param>
/// <param name="Organisation">Tenant id.</param>
/// <param name="Version">Its place in its stream, from 1.</param>
/// <param name="At">UTC instant, whole microseconds.</param>
/// <param name="Headers">JSON, or null.</param>
/// <param name="Data">JSON.</param>
public sealed record StoredEvent(long Sequence, Guid Id, string Organisation, string Stream, long Version, string Type, DateTimeOffset At, string? User, string? Correlation, string? Causation, string? Headers, string Data)
{
    /// <summary>Stream of the store's own marks for numbers that a failed transaction has used up. They say nothing and are no part of the record; an event that is turned into one is missed.</summary>
    public const string Placeholders = "mt_tombstone";

    /// <summary>Header that holds the service's signature (<see cref="RecordKey"/>), as base64.</summary>
    public const string SignatureHeader = "signature";

    /// <summary>Header that says by which key (<see cref="RecordKey.Id"/>).</summary>
    public const string KeyHeader = "signed-by";

    /// <summary>The canonical form of the event: a JSON array of everything that is stored of it (docs/decisions/0020).</summary>
    public string Canonical()
    {
        var text = new StringBuilder("[\"csirtflow event 1\",");
        text.Append(CultureInfo.InvariantCulture, $"{Sequence},{Version},");
        foreach (var word in new[] { Id.ToString(), Organisation, Stream, Type, At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture), User, Correlation, Causation })
        {
            if (word is null) text.Append("null");
            else CanonicalJson.Write(text, word);
            text.Append(',');
        }
        text.Append(Headers is null ? "null" : CanonicalJson.Of(Headers)).Append(',').Append(CanonicalJson.Of(Data)).Append(']');
        return text.ToString();
    }

    /// <summary>SHA-256 of the canonical form.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(Canonical()));

    /// <summary>What the service signs before it stores an event: all that it knows of it by then.</summary>
    public static string Statement(Guid id, string organisation, string stream, string type, string? user, string data)
    {
        var text = new StringBuilder("[\"csirtflow signature 1\",");
        foreach (var word in new[] { id.ToString(), organisation, stream, type, user ?? "" })
        {
            CanonicalJson.Write(text, word);
            text.Append(',');
        }
        return text.Append(CanonicalJson.Of(data)).Append(']').ToString();
    }

    /// <summary>The statement of this event.</summary>
    public string Statement() => Statement(Id, Organisation, Stream, Type, User, Data);
}

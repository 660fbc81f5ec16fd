using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CsirtFlow.Domain;

/// <summary>What the verification needs of an event, without its content.</summary>
/// <param name="Body">First eight bytes of the SHA-256 of the data in canonical form: by it a copy is known.</param>
/// <param name="Authentic">Null where it bears no signature.</param>
/// <param name="Files">SHA-256 of the files that it names.</param>
/// <param name="Disposed">SHA-256 of the files that were destroyed with it (廃棄).</param>
/// <param name="Saw">The 要約値 that an earlier verification recorded with it; null in other events.</param>
public sealed record HashedEvent(long Sequence, Guid Id, string Organisation, string Stream, long Version, string Type, byte[] Hash, ulong Body, bool? Authentic, ImmutableArray<string> Files, ImmutableArray<string> Disposed, RecordHead? Saw)
{
    /// <summary>By which it says that it was signed; null where it bears no signature.</summary>
    public string? KeyId { get; init; }

    private const string FileMember = "sha256";

    /// <exception cref="JsonException">Headers or data are no JSON.</exception>
    public static HashedEvent Of(StoredEvent e, IReadOnlyCollection<RecordKey> keys)
    {
        using var data = JsonDocument.Parse(e.Data);
        var files = ImmutableArray.CreateBuilder<string>();
        Collect(data.RootElement, files);
        var body = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Of(e.Data))));
        var (authentic, by) = Signature(e, keys);
        return new(e.Sequence, e.Id, e.Organisation, e.Stream, e.Version, e.Type, e.Hash(), body, authentic, files.ToImmutable(), e.Type == MatterDisposed.StoredAs ? Texts(data.RootElement, "files") : [], e.Type == RecordVerified.StoredAs ? Head(data.RootElement) : null) { KeyId = by };
    }

    private static (bool? Authentic, string? By) Signature(StoredEvent e, IReadOnlyCollection<RecordKey> keys)
    {
        if (e.Headers is null) return default;

        using var headers = JsonDocument.Parse(e.Headers);
        if (headers.RootElement.ValueKind != JsonValueKind.Object || Text(headers.RootElement, StoredEvent.SignatureHeader) is not { } signature) return default;

        var by = Text(headers.RootElement, StoredEvent.KeyHeader);
        return (keys.FirstOrDefault(k => k.Id == by) is { } key && key.Fits(e.Statement(), signature), by);
    }

    private static RecordHead? Head(JsonElement data) => Text(data, "head") is { } head ? RecordHead.Parse(head) : null;

    private static ImmutableArray<string> Texts(JsonElement of, string member) =>
        of.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)] : [];

    private static string? Text(JsonElement of, string member) => of.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void Collect(JsonElement value, ImmutableArray<string>.Builder files)
    {
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray()) Collect(item, files);
        else if (value.ValueKind == JsonValueKind.Object)
            foreach (var member in value.EnumerateObject())
                if (member.NameEquals(FileMember) && member.Value.ValueKind == JsonValueKind.String) files.Add(member.Value.GetString()!);
                else Collect(member.Value, files);
    }
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.PersonalData;

/// <summary>What is said of persons, as it is stored.</summary>
/// <param name="Key">The subject's own key, wrapped by the master key.</param>
/// <param name="Content">Encrypted with the subject's own key.</param>
public sealed record SealedBox(byte[] Key, byte[] Content);

/// <summary>
/// 封緘: AES-256-GCM with a key of its own for each subject (a report, a mail, a 本人の名簿), which a master key from outside the database wraps: where the subject's key
/// is destroyed, nobody can read it again. Format: docs/decisions/0014.
/// </summary>
public sealed class PersonalSeal
{
    private const byte Version = 1;
    private const int KeySize = 32;
    private const int IdSize = 8;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly ImmutableArray<byte[]> masters;

    /// <exception cref="InvalidOperationException">No key is set, or one that is none.</exception>
    public PersonalSeal(IConfiguration configuration)
    {
        var section = configuration.GetSection("Persons");
        var lines = section["MasterKeyFile"] is { Length: > 0 } path ? File.ReadAllLines(path) : [section["MasterKey"] ?? ""];
        masters = [.. lines.Where(l => !string.IsNullOrWhiteSpace(l)).Select(Key)];
        if (masters.IsEmpty) throw new InvalidOperationException("No key is set that seals what is said of persons: set Persons__MasterKeyFile (openssl rand -base64 32).");
    }

    /// <summary>Keyed hash of a content within a place: the same is known again, and names cannot be tried against it.</summary>
    public string Fingerprint(string tenant, string place, byte[] content)
    {
        byte[] bound = [.. Bound("fingerprint", tenant, place), 0, .. content];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Derived(masters[0], "fingerprint", KeySize), bound));
    }

    /// <param name="subject">Stream key.</param>
    /// <param name="kind">What it is: opened as something else, it does not open.</param>
    public SealedBox Seal<T>(string tenant, string subject, string kind, T content)
    {
        var key = RandomNumberGenerator.GetBytes(KeySize);
        var text = JsonSerializer.SerializeToUtf8Bytes(content, Json.Strict);
        try
        {
            return new([Version, .. Id(masters[0]), .. Encrypted(masters[0], key, Bound("key", tenant, subject))], [Version, .. Encrypted(key, text, Bound(kind, tenant, subject))]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <exception cref="BadRequestException">It is not what was stored, or the master key is another one.</exception>
    public T Open<T>(string tenant, string subject, string kind, SealedBox kept)
    {
        var master = masters.FirstOrDefault(m => kept.Key is [Version, ..] && kept.Key.AsSpan(1).StartsWith(Id(m)))
            ?? throw new BadRequestException("個人情報を暗号化した鍵が設定されていないため、開けません。管理者に連絡してください（設定 Persons__MasterKeyFile）。", "The key that sealed this personal data is not set. Tell the administrator (setting Persons__MasterKeyFile).", StatusCodes.Status503ServiceUnavailable, "personal-data-key-missing");
        var key = Array.Empty<byte>();
        var text = Array.Empty<byte>();
        try
        {
            key = Decrypted(master, kept.Key.AsSpan(1 + IdSize), Bound("key", tenant, subject));
            text = Decrypted(key, kept.Content is [Version, ..] ? kept.Content.AsSpan(1) : [], Bound(kind, tenant, subject));
            return JsonSerializer.Deserialize<T>(text, Json.Strict)!;
        }
        catch (CryptographicException e)
        {
            throw new BadRequestException("保管している個人情報が、記録したものと一致しません。開かずに管理者に連絡してください。", "The personal data that is kept is not what was recorded. It was not opened: tell the administrator.", StatusCodes.Status500InternalServerError, "personal-data-damaged", e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(text);
        }
    }

    // What was moved to another place, or a key to another subject, does not open.
    private static byte[] Bound(string what, string tenant, string to) => Encoding.UTF8.GetBytes(string.Join('\0', "csirtflow", what, tenant, to));

    private static byte[] Encrypted(byte[] key, byte[] text, byte[] bound)
    {
        var box = new byte[NonceSize + text.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(box.AsSpan(0, NonceSize), text, box.AsSpan(NonceSize, text.Length), box.AsSpan(NonceSize + text.Length), bound);
        return box;
    }

    private static byte[] Decrypted(byte[] key, ReadOnlySpan<byte> box, byte[] bound)
    {
        if (box.Length < NonceSize + TagSize) throw new CryptographicException("The box is too short.");

        var text = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], text, bound);
        return text;
    }

    private static byte[] Id(byte[] master) => Derived(master, "id", IdSize);

    private static byte[] Derived(byte[] master, string what, int size) => HKDF.DeriveKey(HashAlgorithmName.SHA256, master, size, info: Encoding.UTF8.GetBytes($"csirtflow {what}"));

    private static byte[] Key(string line)
    {
        var key = new byte[KeySize];
        return Convert.TryFromBase64String(line.Trim(), key, out var size) && size == KeySize ? key
            : throw new InvalidOperationException("Persons: a master key is 32 random bytes in base64, one a line (openssl rand -base64 32).");
    }
}

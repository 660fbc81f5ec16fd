using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Persons;

/// <summary>A 本人の名簿 as it is stored.</summary>
/// <param name="Key">The list's own key, wrapped by the master key.</param>
/// <param name="Content">The persons, encrypted with the list's own key.</param>
public sealed record SealedList(byte[] Key, byte[] Content);

/// <summary>封緘: AES-256-GCM with a key of its own for each list, which a master key from outside the database wraps. Format: docs/decisions/0014.</summary>
public sealed class PersonListSeal
{
    private const byte Version = 1;
    private const int KeySize = 32;
    private const int IdSize = 8;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly ImmutableArray<byte[]> masters;

    /// <exception cref="InvalidOperationException">A key is set that is none.</exception>
    public PersonListSeal(IConfiguration configuration)
    {
        var section = configuration.GetSection("Persons");
        var lines = section["MasterKeyFile"] is { Length: > 0 } path ? File.ReadAllLines(path) : [section["MasterKey"] ?? ""];
        masters = [.. lines.Where(l => !string.IsNullOrWhiteSpace(l)).Select(Key)];
    }

    /// <summary>A master key is there: without one no list is taken.</summary>
    public bool IsReady => !masters.IsEmpty;

    /// <summary>Keyed hash of a file, for one incident: the same file is known again, and names cannot be tried against it.</summary>
    public string Fingerprint(string tenant, string number, byte[] file)
    {
        byte[] bound = [.. Bound("fingerprint", tenant, number), 0, .. file];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Derived(Master, "fingerprint", KeySize), bound));
    }

    public SealedList Seal(string tenant, string list, ImmutableArray<PersonConcerned> persons)
    {
        var key = RandomNumberGenerator.GetBytes(KeySize);
        var text = JsonSerializer.SerializeToUtf8Bytes(persons, Json.Strict);
        try
        {
            return new([Version, .. Id(Master), .. Encrypted(Master, key, Bound("key", tenant, list))], [Version, .. Encrypted(key, text, Bound("persons", tenant, list))]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <exception cref="BadRequestException">It is not what was stored, or the master key is another one.</exception>
    public ImmutableArray<PersonConcerned> Open(string tenant, string list, SealedList kept)
    {
        var master = masters.FirstOrDefault(m => kept.Key is [Version, ..] && kept.Key.AsSpan(1).StartsWith(Id(m)))
            ?? throw new BadRequestException("名簿を暗号化した鍵が設定されていないため、開けません。管理者に連絡してください。", "The key with which the list was encrypted is not set. Tell the administrator.", StatusCodes.Status503ServiceUnavailable, "person-list-key-missing");
        var key = Array.Empty<byte>();
        var text = Array.Empty<byte>();
        try
        {
            key = Decrypted(master, kept.Key.AsSpan(1 + IdSize), Bound("key", tenant, list));
            text = Decrypted(key, kept.Content is [Version, ..] ? kept.Content.AsSpan(1) : [], Bound("persons", tenant, list));
            return JsonSerializer.Deserialize<ImmutableArray<PersonConcerned>>(text, Json.Strict);
        }
        catch (CryptographicException e)
        {
            throw new BadRequestException("保管している名簿が、登録したものと一致しません。開かずに管理者に連絡してください。", "The list that is kept is not the one that was registered. It was not opened: tell the administrator.", StatusCodes.Status500InternalServerError, "person-list-damaged", e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(text);
        }
    }

    private byte[] Master => IsReady ? masters[0]
        : throw new BadRequestException("名簿を暗号化する鍵が設定されていないため、登録できません。管理者に連絡してください（設定 Persons__MasterKeyFile）。", "No key is set with which lists are encrypted, so none can be registered. Tell the administrator (setting Persons__MasterKeyFile).", StatusCodes.Status503ServiceUnavailable, "person-list-key-missing");

    // A list that was moved to another place, or a key to another list, does not open.
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

using System.Security.Cryptography;
using System.Text;
using CsirtFlow.Api.Platform;
using Npgsql;

namespace CsirtFlow.Api.Mail;

/// <summary>What a message of this service was.</summary>
public enum MessageKind { Notice, Answer }

/// <summary>
/// 返信の符号: the left part of the Message-ID of what the service sends. It names the message by a hash and proves by a keyed one that it was this service that
/// named it, so that an answer or a delivery failure can be told from somebody who only guesses a 受付番号. A mail program puts it into its answer by itself (RFC 5322 3.6.4).
/// </summary>
public sealed class ReplyTokens(NpgsqlDataSource source)
{
    private const int MacLength = 32;

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, byte[]> keys = new(StringComparer.Ordinal);

    /// <summary>SHA-256 of the notice's id within its organisation, as the rows of notices have it.</summary>
    public static string HashOf(string tenant, string notice) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}/{notice}")));

    public string ForNotice(string tenant, string notice) => Signed(tenant, MessageKind.Notice, HashOf(tenant, notice));

    /// <param name="sha256">Of the mail that is answered.</param>
    public string ForAnswer(string tenant, string sha256) => Signed(tenant, MessageKind.Answer, sha256);

    /// <summary>What a Message-ID names: the hash of a notice or of the mail that was answered. Null where this service has not made it.</summary>
    public (MessageKind Kind, string Hash)? Read(string tenant, string messageId)
    {
        var left = messageId.Split('@', 2)[0];
        foreach (var kind in Enum.GetValues<MessageKind>())
            if (left.Split('.', 2) is [{ Length: 64 } hash, { Length: MacLength } mac] && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Mac(tenant, kind, hash)), Encoding.UTF8.GetBytes(mac)))
                return (kind, hash);
        return null;
    }

    /// <summary>Whether an id has the form of those of this service, proven or not.</summary>
    public static bool IsLikeOurs(string messageId) => messageId.Split('@', 2)[0].Split('.') is [{ Length: 64 } hash, { Length: MacLength } mac] && (hash + mac).All(char.IsAsciiHexDigit);

    private string Signed(string tenant, MessageKind kind, string hash) => $"{hash}.{Mac(tenant, kind, hash)}";

    private string Mac(string tenant, MessageKind kind, string hash) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.GetOrAdd(tenant, Key), Encoding.UTF8.GetBytes($"{kind}/{hash}")))[..MacLength];

    // Made once and kept with the rest, so that all nodes have the same. Whoever reads the database needs no token to read a case.
    private byte[] Key(string tenant)
    {
        using var command = source.CreateCommand($"""
            with made as (insert into {EventStore.Schema}.reply_key (tenant_id, key) values ($1, $2) on conflict do nothing returning key)
            select key from made union all select key from {EventStore.Schema}.reply_key where tenant_id = $1 limit 1
            """);
        command.Parameters.AddWithValue(tenant);
        command.Parameters.AddWithValue(RandomNumberGenerator.GetBytes(32));
        // Made by somebody else in the same moment, it shows at the second look.
        return (byte[]?)command.ExecuteScalar() ?? (byte[])command.ExecuteScalar()!;
    }
}

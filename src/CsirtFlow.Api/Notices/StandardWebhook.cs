using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CsirtFlow.Api.Notices;

/// <summary>署名: the headers of Standard Webhooks 1.0.0, by which a receiver knows who calls, when, and whether it has had this call already.</summary>
public static class StandardWebhook
{
    private const string Prefix = "whsec_";

    /// <summary>The key that a secret stands for; null where it is none.</summary>
    public static byte[]? Key(string secret)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal)) return Encoding.UTF8.GetBytes(secret);
        var key = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length) ? key[..length] : null;
    }

    /// <summary>An id without a dot, which would blur what is signed.</summary>
    public static string Id(string organisation, string notice) => $"notice_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{organisation}/{notice}")))}";

    public static IEnumerable<(string Name, string Value)> Headers(byte[] key, string id, DateTimeOffset at, byte[] body)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return [("webhook-id", id), ("webhook-timestamp", timestamp), ("webhook-signature", $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}")];
    }
}

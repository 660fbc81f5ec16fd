using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CsirtFlow.Api.Accounts;

/// <summary>確認コード (RFC 6238): six digits that an app on the person's telephone makes anew every thirty seconds.</summary>
public static class Totp
{
    public const int Digits = 6;

    private const int Seconds = 30;

    // A telephone's clock may be half a minute off, and the code takes a moment to type.
    private const int Neighbours = 1;

    public static string NewKey() => Base32.Of(RandomNumberGenerator.GetBytes(20));

    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / Seconds;

    // SHA-1 is what every app reads; as a keyed hash it is not broken (RFC 6238, section 1.2).
#pragma warning disable CA5350
    public static string Code(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(Base32.Bytes(key), counter, hash);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 15)..]) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
#pragma warning restore CA5350

    /// <summary>The half minute that a code is of, or null when it is wrong or its time is over.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        long? found = null;
        for (var step = StepAt(now) - Neighbours; step <= StepAt(now) + Neighbours; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(key, step)), Encoding.UTF8.GetBytes(code))) found = step;
        return found;
    }

    /// <summary>What the QR code says.</summary>
    /// <param name="issuer">Whose service it is, as the app shows it.</param>
    public static string Address(string key, string issuer, string name) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(name)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}&period={Seconds}";
}

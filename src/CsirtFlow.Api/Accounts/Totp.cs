using OtpNet;

namespace CsirtFlow.Api.Accounts;

/// <summary>確認コード (RFC 6238): six digits that an app on the person's telephone makes anew every thirty seconds, with SHA-1, which every app reads.</summary>
public static class Totp
{
    public const int Digits = 6;

    private const int Seconds = 30;

    // A telephone's clock may be half a minute off, and the code takes a moment to type.
    private static readonly VerificationWindow Neighbours = new(previous: 1, future: 1);

    /// <returns>Base32 (RFC 4648), as people can type it.</returns>
    public static string NewKey() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(OtpHashMode.Sha1));

    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / Seconds;

    public static string Code(string key, long step) => With(key).ComputeTotp(DateTimeOffset.FromUnixTimeSeconds(step * Seconds).UtcDateTime);

    /// <summary>The half minute that a code is of, or null when it is wrong or its time is over.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now) =>
        With(key).VerifyTotp(now.UtcDateTime, code, out var step, Neighbours) ? step : null;

    /// <summary>What the QR code says.</summary>
    /// <param name="issuer">Whose service it is, as the app shows it.</param>
    public static string Address(string key, string issuer, string name) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(name)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}&period={Seconds}";

    private static OtpNet.Totp With(string key) => new(Base32Encoding.ToBytes(key), step: Seconds, totpSize: Digits);
}

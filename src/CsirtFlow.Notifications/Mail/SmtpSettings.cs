using System.Net;

namespace CsirtFlow.Notifications.Mail;

/// <summary>送信路の暗号化. RFC 8314 prefers <see cref="Implicit"/>; <see cref="None"/> is for a server on the same machine.</summary>
public enum SmtpSecurity { StartTls, Implicit, None }

/// <summary>
/// 送信サーバーの設定.
/// </summary>
/// <param name="User">Empty: no sign-in.</param>
/// <param name="TimeoutSeconds">For one letter as a whole, from connecting to the reply.</param>
/// <param name="CertificateSha256">
/// Hexadecimal SHA-256 of the server's certificate, where an internal network has no public authority. Empty: the machine's own trust store decides.
/// </param>
/// <param name="CheckRevocation">False only where revocation lists cannot be reached from the network (LGWAN).</param>
public sealed record SmtpSettings(
    string Host, int Port, SmtpSecurity Security, string User = "", string Password = "", int TimeoutSeconds = 30, string CertificateSha256 = "", bool CheckRevocation = true)
{
    /// <summary>What is wrong with these settings, in the setting's own name; null if nothing is.</summary>
    public string? Problem() => this switch
    {
        { Host: "" } => "Host is empty.",
        { Port: < 1 or > 65535 } => "Port must be 1 to 65535.",
        { TimeoutSeconds: < 1 or > 600 } => "TimeoutSeconds must be 1 to 600.",
        { Security: SmtpSecurity.None } when !IsLoopback => "Security None is allowed for a server on this machine only.",
        { CertificateSha256: not "" } when CertificateSha256.Length != 64 || !CertificateSha256.All(char.IsAsciiHexDigit) => "CertificateSha256 must be 64 hexadecimal digits.",
        _ => null,
    };

    private bool IsLoopback => string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(Host, out var ip) && IPAddress.IsLoopback(ip));

    // A record would print the password.
    public override string ToString() => $"{Host}:{Port} {Security}";
}

using System.Net;

namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>
/// 受信箱の設定 (IMAP, RFC 9051).
/// </summary>
/// <param name="Folder">Where the mails lie; <c>INBOX</c> otherwise.</param>
/// <param name="CertificateSha256">Hexadecimal SHA-256 of the server's certificate, where an internal network has no public authority. Empty: the machine's own trust store decides.</param>
/// <param name="CheckRevocation">False only where revocation lists cannot be reached from the network (LGWAN).</param>
/// <param name="TimeoutSeconds">For one command; a whole mail may take ten times as long.</param>
public sealed record MailboxSettings(
    string Host, int Port, SmtpSecurity Security, string User, string Folder = "INBOX", string CertificateSha256 = "", bool CheckRevocation = true, int TimeoutSeconds = 30)
{
    /// <summary>What is wrong with these settings, in the setting's own name; null if nothing is.</summary>
    public string? Problem() => this switch
    {
        { Host: "" } => "Host is empty.",
        { Port: < 1 or > 65535 } => "Port must be 1 to 65535.",
        { User: "" } => "User is empty.",
        { Folder: "" } => "Folder is empty.",
        { TimeoutSeconds: < 1 or > 600 } => "TimeoutSeconds must be 1 to 600.",
        { Security: SmtpSecurity.None } when !IsLoopback => "Security None is allowed for a server on this machine only.",
        { CertificateSha256: not "" } when CertificateSha256.Length != 64 || !CertificateSha256.All(char.IsAsciiHexDigit) => "CertificateSha256 must be 64 hexadecimal digits.",
        _ => null,
    };

    private bool IsLoopback => string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(Host, out var ip) && IPAddress.IsLoopback(ip));
}

/// <summary>サインインの証明: a password, or a token that another server gave out.</summary>
/// <param name="IsToken">OAuth 2.0 bearer token (RFC 7628, XOAUTH2).</param>
public sealed record MailboxCredential(string Secret, bool IsToken)
{
    // A record would print it.
    public override string ToString() => IsToken ? "token" : "password";
}

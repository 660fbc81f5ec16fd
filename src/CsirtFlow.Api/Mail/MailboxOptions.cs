using CsirtFlow.Notifications.Mail;
using CsirtFlow.Notifications.Mail.Incoming;

namespace CsirtFlow.Api.Mail;

/// <summary>One entry of the section <c>Mailboxes</c> of the configuration: a mailbox whose mails become reports.</summary>
public sealed class MailboxOptions
{
    /// <summary>The organisation that it belongs to; the default one when empty.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>Address of the mailbox, as people write to it.</summary>
    public string Address { get; set; } = "";

    public string Host { get; set; } = "";

    public int Port { get; set; } = 993;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.Implicit;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>File with the password, read at each sign-in; instead of <see cref="Password"/>.</summary>
    public string PasswordFile { get; set; } = "";

    /// <summary>OAuth 2.0 client credentials (RFC 6749 4.4): where tokens are given out. Empty: sign-in with a password.</summary>
    public string TokenEndpoint { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    public string Scope { get; set; } = "";

    public string Folder { get; set; } = "INBOX";

    public string CertificateSha256 { get; set; } = "";

    public bool CheckRevocation { get; set; } = true;

    /// <summary>How often the mailbox is looked into where the server does not tell of new mail by itself.</summary>
    public int PollSeconds { get; set; } = 60;

    /// <summary>The name under which our own mail server writes Authentication-Results (RFC 8601 2.5). Empty: no sender is ever confirmed.</summary>
    public string AuthenticationServer { get; set; } = "";

    /// <summary>What the mailbox is called in the record and on pages.</summary>
    public string Name => Folder == "INBOX" ? Address : $"{Address} ({Folder})";

    /// <summary>The address within a <see cref="Name"/>.</summary>
    public static string AddressIn(string name) => name.Split(" (")[0];

    /// <summary>Where its mails lie: UIDs of another server or folder are others.</summary>
    public string Place => $"{User}@{Host}:{Port}/{Folder}";

    public MailboxSettings Settings => new(Host, Port, Security, User, Folder, CertificateSha256, CheckRevocation);

    /// <summary>What is wrong with this entry, in the setting's own name; null if nothing is.</summary>
    public string? Problem() => Settings.Problem() ?? this switch
    {
        { Address: var a } when MailboxAddresses.Problem(a) is not null => "Address is no mail address.",
        { PollSeconds: < 1 or > 3600 } => "PollSeconds must be 1 to 3600.",
        { TokenEndpoint: "", Password: "", PasswordFile: "" } => "Password, PasswordFile or TokenEndpoint is needed.",
        { TokenEndpoint: not "" } when !IsSafe(TokenEndpoint) => "TokenEndpoint must be https, or http on this machine.",
        { TokenEndpoint: not "", ClientId: "" } => "ClientId is needed with TokenEndpoint.",
        _ => null,
    };

    private static bool IsSafe(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}

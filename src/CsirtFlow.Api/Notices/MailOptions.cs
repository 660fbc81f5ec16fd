using System.ComponentModel.DataAnnotations;
using CsirtFlow.Notifications.Mail;

namespace CsirtFlow.Api.Notices;

/// <summary>Section <c>Mail</c> of the configuration. Without a host, mails are written as .eml files.</summary>
public sealed class MailOptions
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    [EmailAddress]
    public string From { get; set; } = "csirt@csirtflow.invalid";

    /// <summary>Addresses of organisations that have one of their own, by their ids: failures and answers come back to it.</summary>
    public IDictionary<string, string> FromByOrganisation { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string FromOf(string organisation) => FromByOrganisation.TryGetValue(organisation, out var own) ? own : From;

    /// <summary>SHA-256 of the server's certificate, where it is not signed by a known authority; empty otherwise.</summary>
    public string CertificateSha256 { get; set; } = "";

    /// <summary>Folder with the certificates of recipients (<see cref="RecipientCertificates"/>); empty where nobody has one.</summary>
    public string CertificateDirectory { get; set; } = "";

    public string PickupDirectory { get; set; } = "mail";

    /// <summary>Minutes between attempts; empty for the built-in ones. Configured values would be added to an array that is not empty.</summary>
    public int[] RetryMinutes { get; set; } = [];

    /// <summary>Minutes between attempts; after the last a person is asked to telephone.</summary>
    public IReadOnlyList<int> Waits => RetryMinutes.Length > 0 ? RetryMinutes : [1, 5, 15, 30, 60, 120];

    /// <summary>Whether an attempt was planned for later and has to wait. What lies further away than any wait was planned by a clock that has been set back since.</summary>
    public bool IsTooEarly(DateTimeOffset? next, DateTimeOffset now) => !Hold && next is { } at && at > now && at - now <= LongestWait;

    public TimeSpan LongestWait => TimeSpan.FromMinutes(Waits.Max());

    /// <summary>Nothing leaves by mail or by the 補助の連絡手段; what would have is recorded as held back. Set by <c>after-restore</c> alone.</summary>
    public bool Hold { get; set; }

    public bool UsesServer => Host.Length > 0;
}

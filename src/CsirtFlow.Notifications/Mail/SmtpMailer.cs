using System.Net.Sockets;
using System.Security.Cryptography;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CsirtFlow.Notifications.Mail;

/// <summary>
/// SMTP送信 (RFC 5321). One connection per letter: nothing is left over from one letter to the next, and a slow one holds up no other.
/// At most four at a time, because mail servers limit the connections of one client.
/// </summary>
public sealed class SmtpMailer : IMailer, IDisposable
{
    private const int AtOnce = 4;

    private readonly SmtpSettings settings;
    private readonly SemaphoreSlim connections = new(AtOnce);

    /// <exception cref="ArgumentException">The settings are not usable (<see cref="SmtpSettings.Problem"/>).</exception>
    public SmtpMailer(SmtpSettings settings)
    {
        if (settings.Problem() is { } problem) throw new ArgumentException(problem, nameof(settings));
        this.settings = settings;
    }

    /// <summary>A mail server delivers every copy.</summary>
    public bool RepeatsHarmlessly => false;

    public void Dispose() => connections.Dispose();

    public async Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        MimeMessage message;
        try { message = letter.ToMimeMessage(); }
        catch (MailAddressException e) { return new Refused(e.Message); }

        await connections.WaitAsync(cancellationToken);
        try { return await Carry(message, cancellationToken); }
        finally { connections.Release(); }
    }

    private async Task<MailOutcome> Carry(MimeMessage message, CancellationToken caller)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(caller);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        using var client = Client();
        var connected = false;
        try
        {
            await Connect(client, limit.Token);
            connected = true;
            var reply = await client.SendAsync(message, (MailboxAddress)message.From[0], [(MailboxAddress)message.To[0]], limit.Token);
            await Leave(client, limit.Token);
            return new Accepted($"250 {reply}");
        }
        catch (SmtpCommandException e) when (connected && IsAboutTheLetter(e)) { return new Refused(Said(e)); }
        catch (SmtpCommandException e) { return new Unavailable(Said(e)); }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested) { return new Unavailable($"no answer within {settings.TimeoutSeconds} s"); }
        catch (Exception e) when (IsTheLine(e)) { return new Unavailable($"{e.GetType().Name}: {e.Message}"); }
    }

    private async Task Connect(SmtpClient client, CancellationToken limit)
    {
        await client.ConnectAsync(settings.Host, settings.Port, settings.Security switch
        {
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            SmtpSecurity.Implicit => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.None,
        }, limit);
        if (settings.User != "") await client.AuthenticateAsync(settings.User, settings.Password, limit);
    }

    // The letter is taken over already; a server that does not say good-bye must not cause a second one.
    private static async Task Leave(SmtpClient client, CancellationToken limit)
    {
        try { await client.DisconnectAsync(quit: true, limit); }
        catch (Exception e) when (e is OperationCanceledException || IsTheLine(e)) { }
    }

    private ReportingClient Client()
    {
        var client = new ReportingClient { Timeout = settings.TimeoutSeconds * 1000, CheckCertificateRevocation = settings.CheckRevocation };
        if (settings.CertificateSha256 != "")
            client.ServerCertificateValidationCallback = (_, certificate, _, _) =>
                certificate is not null && string.Equals(certificate.GetCertHashString(HashAlgorithmName.SHA256), settings.CertificateSha256, StringComparison.OrdinalIgnoreCase);
        return client;
    }

    // 530, 534, 535, 538: the server wants another sign-in (RFC 4954 6), which says nothing about the recipient. Nor does a refused greeting.
    private static bool IsAboutTheLetter(SmtpCommandException e) => (int)e.StatusCode is >= 500 and not (530 or 534 or 535 or 538);

    private static bool IsTheLine(Exception e) => e is IOException or SocketException or ProtocolException or CommandException
        or System.Security.Authentication.AuthenticationException or MailKit.Security.AuthenticationException or SslHandshakeException
        or ServiceNotConnectedException or ServiceNotAuthenticatedException or NotSupportedException or TimeoutException;

    private static string Said(SmtpCommandException e) => $"{(int)e.StatusCode} {e.Message}";
}

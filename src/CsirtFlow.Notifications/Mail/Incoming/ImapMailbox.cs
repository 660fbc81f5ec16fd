using System.Net.Sockets;
using System.Security.Cryptography;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>
/// 受信箱 (IMAP, RFC 9051): lists, fetches and marks. Nothing is ever deleted or moved: the mailbox is the copy of last resort.
/// One user at a time; it is opened anew after any failure.
/// </summary>
public sealed class ImapMailbox : IAsyncDisposable
{
    private readonly ImapClient client;
    private readonly IMailFolder folder;

    // Word of new mail also comes while something else is asked (RFC 9051 7.4.1); it must not be lost until the next wait.
    private readonly ManualResetEventSlim arrived = new();

    private ImapMailbox(ImapClient client, IMailFolder folder)
    {
        (this.client, this.folder) = (client, folder);
        folder.CountChanged += (_, _) => arrived.Set();
    }

    /// <summary>UIDs mean something only together with it (RFC 9051 2.3.1.1).</summary>
    public uint UidValidity => folder.UidValidity;

    /// <summary>The server tells of new mail by itself (IDLE, RFC 2177).</summary>
    public bool CanWait => client.Capabilities.HasFlag(ImapCapabilities.Idle);

    /// <exception cref="ArgumentException">The settings are not usable.</exception>
    /// <exception cref="MailboxException">The server cannot be reached, does not encrypt, refuses the sign-in or has no such folder.</exception>
    public static async Task<ImapMailbox> OpenAsync(MailboxSettings settings, MailboxCredential credential, CancellationToken cancellationToken)
    {
        if (settings.Problem() is { } problem) throw new ArgumentException(problem, nameof(settings));

        var imap = new ImapClient { Timeout = settings.TimeoutSeconds * 1000, CheckCertificateRevocation = settings.CheckRevocation };
        if (settings.CertificateSha256 != "")
            imap.ServerCertificateValidationCallback = (_, certificate, _, _) =>
                certificate is not null && string.Equals(certificate.GetCertHashString(HashAlgorithmName.SHA256), settings.CertificateSha256, StringComparison.OrdinalIgnoreCase);
        try
        {
            return await Guarded(async () =>
            {
                await imap.ConnectAsync(settings.Host, settings.Port, settings.Security switch
                {
                    SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
                    SmtpSecurity.Implicit => SecureSocketOptions.SslOnConnect,
                    _ => SecureSocketOptions.None,
                }, cancellationToken);
                await SignIn(imap, settings.User, credential, cancellationToken);
                var opened = await imap.GetFolderAsync(settings.Folder, cancellationToken);
                await opened.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
                return new ImapMailbox(imap, opened);
            });
        }
        catch
        {
            imap.Dispose();
            throw;
        }
    }

    /// <summary>UIDs of all mails, in the order of their arrival.</summary>
    /// <param name="after">Only those above; 0 for all.</param>
    public Task<IReadOnlyList<uint>> ListAsync(uint after, CancellationToken cancellationToken) => Guarded(async () =>
    {
        arrived.Reset();
        var all = after == 0 ? SearchQuery.All : SearchQuery.Uids(new UniqueIdRange(new UniqueId(after + 1), UniqueId.MaxValue));
        // A range up to * always holds the last mail, whatever its UID (RFC 9051 6.4.9).
        return (IReadOnlyList<uint>)[.. (await folder.SearchAsync(all, cancellationToken)).Select(u => u.Id).Where(u => u > after).Order()];
    });

    /// <summary>When it came into the mailbox (UTC instant); null when it is there no longer.</summary>
    public Task<DateTimeOffset?> ArrivedAsync(uint uid, CancellationToken cancellationToken) => Guarded(async () =>
        (await folder.FetchAsync([new UniqueId(uid)], MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate, cancellationToken)).FirstOrDefault()?.InternalDate?.ToUniversalTime());

    /// <summary>The bytes of a mail as the server has them, without marking it as read; null when it is there no longer.</summary>
    /// <param name="most">Bytes; of a larger mail only the beginning.</param>
    public Task<byte[]?> FetchAsync(uint uid, int most, CancellationToken cancellationToken) => Guarded(async () =>
    {
        try
        {
            using var bytes = new MemoryStream();
            await using var mail = await folder.GetStreamAsync(new UniqueId(uid), 0, most, cancellationToken);
            await mail.CopyToAsync(bytes, cancellationToken);
            return bytes.ToArray();
        }
        catch (MessageNotFoundException) { return null; }
    });

    /// <summary>Marks a mail as read, for people who look into the mailbox.</summary>
    public Task MarkAsync(uint uid, CancellationToken cancellationToken) => Guarded(async () =>
    {
        await folder.StoreAsync(new UniqueId(uid), new StoreFlagsRequest(StoreAction.Add, MessageFlags.Seen) { Silent = true }, cancellationToken);
        return true;
    });

    /// <summary>Returns when the server tells of another mail, or after the time.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => Guarded(async () =>
    {
        using var done = new CancellationTokenSource(longest);
        // A line that is cut on one side only says nothing at all.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(longest + TimeSpan.FromSeconds(client.Timeout / 1000));
        void Tell(object? sender, EventArgs e) => done.Cancel();
        folder.CountChanged += Tell;
        try
        {
            if (!arrived.IsSet) await client.IdleAsync(done.Token, limit.Token);
            return true;
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested) { throw new TimeoutException("The server does not end the wait.", e); }
        finally { folder.CountChanged -= Tell; }
    });

    /// <summary>Asks whether the connection still stands, which also lets the server tell of new mail where it cannot do so by itself.</summary>
    public Task CheckAsync(CancellationToken cancellationToken) => Guarded(async () =>
    {
        await client.NoOpAsync(cancellationToken);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException || IsTheLine(e)) { }
        client.Dispose();
        arrived.Dispose();
    }

    private static Task SignIn(ImapClient client, string user, MailboxCredential credential, CancellationToken cancellationToken) =>
        !credential.IsToken ? client.AuthenticateAsync(user, credential.Secret, cancellationToken)
        : client.AuthenticationMechanisms.Contains("OAUTHBEARER") ? client.AuthenticateAsync(new SaslMechanismOAuthBearer(user, credential.Secret), cancellationToken)
        : client.AuthenticateAsync(new SaslMechanismOAuth2(user, credential.Secret), cancellationToken);

    // Whatever the line or the server does wrong is one thing for the caller: close, wait, open anew.
    private static async Task<T> Guarded<T>(Func<Task<T>> ask)
    {
        try { return await ask(); }
        catch (ImapCommandException e) { throw new MailboxException($"{e.Response}: {CleanText.OneLine(e.Message)}", e) { Refused = true }; }
        catch (Exception e) when (IsTheLine(e)) { throw new MailboxException($"{e.GetType().Name}: {CleanText.OneLine(e.Message)}", e); }
    }

    private static bool IsTheLine(Exception e) => e is IOException or SocketException or ProtocolException or CommandException or FolderNotFoundException or TimeoutException
        or System.Security.Authentication.AuthenticationException or MailKit.Security.AuthenticationException or SslHandshakeException
        or ServiceNotConnectedException or ServiceNotAuthenticatedException or FolderNotOpenException or NotSupportedException or InvalidOperationException or ObjectDisposedException;
}

/// <summary>受信箱の障害: for the log and for whoever keeps the mail server.</summary>
public sealed class MailboxException : Exception
{
    public MailboxException() { }

    public MailboxException(string message) : base(message) { }

    public MailboxException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>The server has refused one thing, and the line still stands.</summary>
    public bool Refused { get; init; }
}

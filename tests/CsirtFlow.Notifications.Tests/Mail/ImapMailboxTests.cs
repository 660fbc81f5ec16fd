using CsirtFlow.Notifications.Mail;
using CsirtFlow.Notifications.Mail.Incoming;

namespace CsirtFlow.Notifications.Tests.Mail;

/// <summary>The mailbox, against Dovecot.</summary>
public sealed class ImapMailboxTests : IAsyncLifetime
{
    private const string User = "csirt@example.jp";

    private static readonly MailboxCredential Password = new(MailServers.Password, IsToken: false);

    private MailServers? servers;

    private MailServers Servers => servers!;

    private MailboxSettings Settings => new("127.0.0.1", Servers.ImapPort, SmtpSecurity.StartTls, User, CertificateSha256: Servers.CertificateSha256);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => servers = await MailServers.Start();

    public ValueTask DisposeAsync() => Servers.DisposeAsync();

    [Fact]
    public async Task The_bytes_come_as_they_lie_there_and_nothing_is_marked_until_it_is_asked_for()
    {
        byte[] raw = [.. "Subject: "u8, 0x8A, 0xBF, 0x9B, .. "\r\n\r\n.\r\n..\r\n"u8, 0xFF, .. "\r\n"u8];
        Servers.Deliver(User, raw, "From: a@example.jp\r\n\r\nb\r\n"u8.ToArray());
        await using var box = await ImapMailbox.OpenAsync(Settings, Password, Cancellation);

        var uids = await box.ListAsync(0, Cancellation);
        Assert.Equal(2, uids.Count);
        Assert.Equal(raw, await box.FetchAsync(uids[0], 1000, Cancellation));
        Assert.Equal(5, (await box.FetchAsync(uids[1], 5, Cancellation))!.Length);
        Assert.DoesNotContain(Servers.Files(User), f => f.EndsWith('S'));

        await box.MarkAsync(uids[1], Cancellation);
        Assert.Single(Servers.Files(User), f => f.EndsWith('S'));
        Assert.Empty(await box.ListAsync(uids[1], Cancellation));
        Assert.Null(await box.FetchAsync(99, 1000, Cancellation));
    }

    [Fact]
    public async Task The_server_tells_of_new_mail_by_itself()
    {
        await using var box = await ImapMailbox.OpenAsync(Settings, Password, Cancellation);
        Assert.True(box.CanWait);
        var told = box.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        Servers.Deliver(User, "From: a@example.jp\r\n\r\nb\r\n"u8.ToArray());
        await told;
        Assert.Single(await box.ListAsync(0, Cancellation));
    }

    [Fact]
    public async Task Word_of_a_mail_that_comes_while_something_else_is_asked_is_not_lost()
    {
        await using var box = await ImapMailbox.OpenAsync(Settings, Password, Cancellation);
        await box.ListAsync(0, Cancellation);
        Servers.Deliver(User, "From: a@example.jp\r\n\r\nb\r\n"u8.ToArray());
        await box.CheckAsync(Cancellation);

        // The server has said it already and says it no more.
        await box.WaitAsync(TimeSpan.FromMinutes(10), Cancellation).WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        Assert.Single(await box.ListAsync(0, Cancellation));
    }

    [Fact]
    public async Task Tls_from_the_first_byte_works_and_another_certificate_or_password_does_not()
    {
        await using (var box = await ImapMailbox.OpenAsync(Settings with { Port = Servers.ImapsPort, Security = SmtpSecurity.Implicit }, Password, Cancellation)) Assert.True(box.UidValidity > 0);

        await Assert.ThrowsAsync<MailboxException>(() => ImapMailbox.OpenAsync(Settings with { CertificateSha256 = new string('0', 64) }, Password, Cancellation));
        await Assert.ThrowsAsync<MailboxException>(() => ImapMailbox.OpenAsync(Settings, new("wrong", IsToken: false), Cancellation));
        await Assert.ThrowsAsync<MailboxException>(() => ImapMailbox.OpenAsync(Settings with { Folder = "nowhere" }, Password, Cancellation));
    }

    [Fact]
    public async Task Plain_text_is_for_this_machine_alone()
    {
        Assert.Contains("None", (Settings with { Host = "mail.example.jp", Security = SmtpSecurity.None }).Problem(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => ImapMailbox.OpenAsync(Settings with { Host = "mail.example.jp", Security = SmtpSecurity.None }, Password, Cancellation));
    }

    [Fact]
    public async Task A_server_that_does_not_offer_tls_gets_no_password()
    {
        await using var plain = await MailServers.Start(false, ("IMAP_SSL", "no"), ("IMAP_PLAIN_REFUSED", "no"));
        var refused = await Assert.ThrowsAsync<MailboxException>(() => ImapMailbox.OpenAsync(Settings with { Port = plain.ImapPort }, Password, Cancellation));
        Assert.Contains("STARTTLS", refused.Message, StringComparison.OrdinalIgnoreCase);
        await using var box = await ImapMailbox.OpenAsync(Settings with { Port = plain.ImapPort, Security = SmtpSecurity.None }, Password, Cancellation);
        Assert.Empty(await box.ListAsync(0, Cancellation));
    }
}

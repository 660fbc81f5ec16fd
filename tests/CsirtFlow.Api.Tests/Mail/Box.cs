using System.Text;
using CsirtFlow.Api.PersonalData;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Tests.Mail;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests.Mail;

/// <summary>A service with a mailbox on a real IMAP server.</summary>
public sealed class Box(MailServers servers, App app) : IAsyncDisposable
{
    public const string Address = "csirt-mado@example.jp";

    public MailServers Servers => servers;

    public App App => app;

    /// <summary>Where its mails lie, as the service remembers it.</summary>
    public string Place => $"{Address}@127.0.0.1:{servers.ImapPort}/INBOX";

    public static async Task<Box> Start(AppFixture fixture, params (string Name, string Value)[] more)
    {
        var servers = await MailServers.Start();
        return new Box(servers, await fixture.Own([.. Settings(servers), .. more]));
    }

    /// <summary>How the service is told of the mailbox.</summary>
    public static (string Name, string Value)[] Settings(MailServers servers, string separator = ":") =>
    [
        .. new (string Name, string Value)[]
        {
            ("Address", Address), ("Host", "127.0.0.1"), ("Port", $"{servers.ImapPort}"), ("Security", "StartTls"), ("User", Address),
            ("Password", MailServers.Password), ("CertificateSha256", servers.CertificateSha256), ("AuthenticationServer", "mx.example.jp"),
        }.Select(s => (string.Join(separator, "Mailboxes", "0", s.Name), s.Value)),
    ];

    public void Deliver(params string[] mails) => servers.Deliver(Address, [.. mails.Select(Raw)]);

    /// <summary>Waits until so many mails have been taken and the service is quiet.</summary>
    public async Task<IReadOnlyList<IncomingMail>> Taken(int mails)
    {
        await app.Until(async () => await app.Scalar("select count(*) from csirt.incoming_mail_place where done_at is not null") >= mails, $"{mails} mails to be taken");
        await app.Quiet();
        return await All();
    }

    public async Task<IReadOnlyList<IncomingMail>> All()
    {
        await using var session = app.Store.QuerySession(App.Organisation);
        var stored = await session.Query<IncomingMail>().ToListAsync();
        return [.. (await app.Services.GetRequiredService<MailHeadings>().Opened(App.Organisation, stored, TestContext.Current.CancellationToken)).OrderBy(m => m.ReceivedAt).ThenBy(m => m.Heading.Subject, StringComparer.Ordinal)];
    }

    public async Task<Report> Report(string number)
    {
        await using var session = app.Store.QuerySession(App.Organisation);
        return await app.Services.GetRequiredService<ReporterContacts>().Opened(App.Organisation, (await session.LoadAsync<Report>(Domain.Report.Key(number)))!, TestContext.Current.CancellationToken);
    }

    /// <summary>A mail as it lies on the server.</summary>
    public static byte[] Raw(string mail) => Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n"));

    public static string Letter(string from, string subject, string text, string id, string more = "") => $"""
        From: {from}
        To: {Address}
        Subject: {subject}
        Message-ID: <{id}>
        Date: Mon, 1 Apr 2030 08:50:00 +0900
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit{(more.Length > 0 ? "\n" + more : "")}

        {text}
        """;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await servers.DisposeAsync();
    }
}

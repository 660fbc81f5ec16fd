using CsirtFlow.Api.Notices;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Tests.Mail;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace CsirtFlow.Api.Tests.Mail;

/// <summary>Notices and answers through a real mail server (Exim), and what comes back from it; sign-in to the mailbox with a token.</summary>
public sealed class MailServerTests(AppFixture fixture)
{
    private static readonly string[] Told = ["csirt", "csirt2", "csirt3", "jicho", "madoguchi", "tocho"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static (string Name, string Value)[] Outgoing(MailServers servers) =>
    [
        ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{servers.SmtpPort}"), ("Mail:User", "csirtflow"), ("Mail:Password", MailServers.Password), ("Mail:CertificateSha256", servers.CertificateSha256), ("Mail:From", Box.Address),
    ];

    [Fact]
    public async Task A_mail_server_that_is_away_for_long_gets_every_notice_once_when_it_is_back()
    {
        await using var servers = await MailServers.Start(smtp: true);
        await servers.StopSmtp();
        await using var app = await fixture.Own(Outgoing(servers));
        for (var i = 0; i < 3; i++) await An.Report(app);
        await app.Quiet();

        for (var hour = 0; hour < 4; hour++) await Again(app);
        Assert.All(await Waiting(app), n => Assert.Equal((Delivery.Retrying, 5), (n.Delivery, n.Attempts)));
        await servers.StartSmtp();
        await Again(app);

        Assert.Empty(await Waiting(app));
        var mails = new List<string?>();
        await app.Until(() =>
        {
            mails = [.. Told.SelectMany(p => servers.Mails($"{p}@kakuu-shobo.example.jp")).Select(m => MimeMessage.Load(new MemoryStream(m)).MessageId)];
            return Task.FromResult(mails.Count >= 18);
        }, "the mails to arrive");
        Assert.Equal((18, 18), (mails.Count, mails.Distinct().Count()));
    }

    [Fact]
    public async Task A_notice_that_comes_back_from_the_mail_server_asks_for_a_telephone_call()
    {
        await using var servers = await MailServers.Start(smtp: true);
        await using var app = await fixture.Own([.. Box.Settings(servers), .. Outgoing(servers)]);
        await app.Revise(o => o with { People = o.People.Replace(o.Person("tocho")!, o.Person("tocho")! with { Mail = "gone@kakuu-shobo.example.jp" }) });

        var number = (await An.Report(app)).Number;
        IReadOnlyList<Notice> notices = [];
        await app.Until(async () => (notices = await OfNumber(app, number)).Any(n => n.Reason == NoticeReason.MailUndelivered), "the failure to come back");

        Assert.Equal(Delivery.Undeliverable, notices.Single(n => n.PersonId == "tocho" && n.Reason != NoticeReason.MailUndelivered).Delivery);
        Assert.All(notices.Where(n => n.PersonId != "tocho"), n => Assert.NotEqual(Delivery.Undeliverable, n.Delivery));
    }

    [Fact]
    public async Task A_mailbox_is_read_with_a_token_that_another_server_gives_out()
    {
        await using var authority = await Gateway.Start();
        var asked = 0;
        authority.Answer = async http =>
        {
            if (HttpMethods.IsGet(http.Request.Method))
            {
                await http.Response.WriteAsJsonAsync(new { active = http.Request.Query["access_token"].ToString().StartsWith("token-", StringComparison.Ordinal), user = Box.Address });
                return;
            }

            // The form has been read already.
            var form = System.Text.Encoding.UTF8.GetString(authority.Calls.Last().Body);
            if (form != "grant_type=client_credentials&client_id=csirtflow&client_secret=s%2Becret&scope=imap") http.Response.StatusCode = 401;
            else await http.Response.WriteAsJsonAsync(new { access_token = $"token-{Interlocked.Increment(ref asked)}", token_type = "Bearer" });
        };
        await using var servers = await MailServers.Start(false, ("TOKEN_INFO", authority.Url));
        servers.Deliver(Box.Address, Box.Raw(Box.Letter("a@example.net", "相談", "本文", "t1@example.net")));
        (string Name, string Value)[] settings = [.. Box.Settings(servers).Where(s => !s.Name.EndsWith("Password", StringComparison.Ordinal)), ("Mailboxes:0:TokenEndpoint", authority.Url), ("Mailboxes:0:ClientId", "csirtflow"), ("Mailboxes:0:Scope", "imap")];
        await using var box = new Box(servers, await fixture.Own([.. settings, ("Mailboxes:0:ClientSecret", "s+ecret")]));

        Assert.Equal(MailStanding.Report, Assert.Single(await box.Taken(1)).Standing);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_mailbox_whose_settings_are_wrong_is_not_begun_with()
    {
        var refused = await AppFixture.Operate("migrate", await fixture.Database(), ("Mailboxes__0__Address", Box.Address), ("Mailboxes__0__Host", "imap.example.jp"), ("Mailboxes__0__User", "a"), ("Mailboxes__0__Password", "b"), ("Mailboxes__0__Security", "None"));

        Assert.NotEqual(0, refused.Status);
        Assert.Contains("Security None is allowed for a server on this machine only", refused.Said, StringComparison.Ordinal);
    }

    private static async Task Again(App app)
    {
        var waiting = await Waiting(app);
        app.Clock.SetUtcNow(waiting.Max(n => n.NextAttempt)!.Value.ToUniversalTime());
        await app.Tell(new DeliverNotices([.. waiting.Select(n => n.Id)]));
        await app.Quiet();
    }

    private static async Task<IReadOnlyList<Notice>> Waiting(App app) => [.. (await app.Services.GetRequiredService<NoticeList>().Newest(App.Organisation, 100, Cancellation)).Where(n => n.Delivery is not Delivery.Accepted)];

    private static Task<IReadOnlyList<Notice>> OfNumber(App app, string number) => app.Services.GetRequiredService<NoticeList>().OfNumber(App.Organisation, number, Cancellation);
}

using CsirtFlow.Api.Mail;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Mail.Incoming;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CsirtFlow.Api.Tests.Mail;

/// <summary>What becomes of mails once their bytes are stored, wherever they came from.</summary>
public sealed class MailIntakeTests(AppFixture fixture)
{
    private const string Member = "tocho@kakuu-shobo.example.jp";

    [Fact]
    public async Task Of_two_copies_that_come_at_once_one_waits_for_the_other()
    {
        var app = await fixture.Shared();
        var raw = Box.Letter("copies@example.net", "誤送信", "二つの受信箱に届いた。", "copies-1@example.net").ReplaceLineEndings("\r\n");
        var fingerprint = MailReading.Fingerprint(MailReader.Read(System.Text.Encoding.UTF8.GetBytes(raw), "", ""), "", said => app.Services.GetRequiredService<CsirtFlow.Api.PersonalData.PersonalSeal>().Fingerprint(App.Organisation, "mail", said));
        await using var other = new NpgsqlConnection(app.Database);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var turn = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var taken = new NpgsqlCommand($"select pg_advisory_xact_lock(hashtextextended('mail {fingerprint}', 0))", other);
        await taken.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var coming = An.Mail(app, raw);
        await app.Until(async () => await app.Scalar("select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0 || coming.IsCompleted, "the mail to wait");
        Assert.False(coming.IsCompleted);

        await turn.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.Equal(MailStanding.Report, (await Mail(app, await coming)).Standing);
    }

    [Fact]
    public async Task Many_mails_that_wait_are_told_together()
    {
        await using var app = await fixture.Own();
        for (var n = 0; n < 14; n++) await An.Mail(app, $"no mail {n}");
        await app.Quiet();

        Assert.InRange(app.Mails("").Count(m => m.Subject!.Contains("受信メールの確認", StringComparison.Ordinal)), 1, 6);
    }

    [Fact]
    public async Task A_link_that_somebody_else_follows_opens_the_notice_for_nobody()
    {
        var app = await fixture.Shared();
        var number = (await An.Report(app)).Number;
        await app.Quiet();
        var notice = app.Mails(number).First(m => m.To.Mailboxes.Single().Address == Member);

        await An.Destination(app, "csirt", notice);
        Assert.Null((await Notice(app, number)).OpenedAt);

        await An.Destination(app, "tocho", notice);
        Assert.NotNull((await Notice(app, number)).OpenedAt);
    }

    [Fact]
    public async Task Whom_a_mail_names_has_not_reported_it_unless_our_own_server_says_so()
    {
        var app = await fixture.Shared();
        var mail = await Mail(app, await An.Mail(app, Box.Letter(Member, "誤送信", "名乗っただけのメール。", "claims-1@example.jp")));

        await using var session = app.Store.QuerySession(App.Organisation);
        var reported = (OccurrenceReported)(await session.Events.FetchStreamAsync(Report.Key(mail.Number!)))[0].Data;
        Assert.NotEqual("tocho", reported.Origin.By.PersonId);
    }

    [Fact]
    public async Task An_answer_comes_back_once()
    {
        var app = await fixture.Shared();
        var key = IncomingMail.Key(await An.Mail(app, Box.Letter("gone@example.net", "誤送信", "届かない差出人。", "gone-1@example.net")));
        await app.Until(async () => await app.Scalar($"select count(*) from csirt.mt_events where stream_id = '{key}' and type = 'mail_answered'") == 1, "the answer");

        for (var time = 0; time < 2; time++) await app.Services.GetRequiredService<MailAnswers>().CameBack(key, "550 5.1.1", Caller.Clock(App.Organisation), TestContext.Current.CancellationToken);

        Assert.Equal(1, await app.Scalar($"select count(*) from csirt.mt_events where stream_id = '{key}' and type = 'mail_answer_failed'"));
    }

    private static async Task<IncomingMail> Mail(App app, string sha256)
    {
        await using var session = app.Store.QuerySession(App.Organisation);
        return (await session.LoadAsync<IncomingMail>(IncomingMail.Key(sha256)))!;
    }

    private static async Task<Notice> Notice(App app, string number) =>
        (await app.Services.GetRequiredService<NoticeList>().OfNumber(App.Organisation, number, TestContext.Current.CancellationToken)).First(n => n.Address == Member);
}

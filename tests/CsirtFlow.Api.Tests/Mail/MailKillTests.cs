using CsirtFlow.Notifications.Tests.Mail;
using MimeKit;
using Npgsql;

namespace CsirtFlow.Api.Tests.Mail;

/// <summary>The service is killed between storing, reading, recording, answering and marking a mail: nothing is lost, and nothing is done twice.</summary>
public sealed class MailKillTests(AppFixture fixture)
{
    private const string Sender = "jumin@example.net";

    private const string Waiting = "pg_locks l join pg_class c on c.oid = l.relation where not l.granted and c.relname in ('incoming_mail_place', 'mt_doc_incomingmail')";

    private const string Silent = """
        S: 220 mail.example.jp
        C: EHLO
        STALL
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_every_stage_each_mail_becomes_one_report_and_is_answered()
    {
        await using var servers = await MailServers.Start(smtp: true);
        await using var silent = new ScriptedSmtpServer(Silent);
        var database = await fixture.Database();
        (string, string)[] settings = [.. Box.Settings(servers, "__")];
        (string, string)[] mail =
        [
            .. settings, ("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{servers.SmtpPort}"), ("Mail__User", "csirtflow"), ("Mail__Password", MailServers.Password), ("Mail__CertificateSha256", servers.CertificateSha256),
        ];

        // Stored: neither the bytes nor their place are there.
        await Killed(database, mail, servers, "store", "incoming_mail_place in share mode");
        Assert.Equal(0, await Count(database, "csirt.incoming_mail_place"));
        // Read: the bytes are there, and nothing knows of them.
        await Killed(database, mail, servers, "read", "mt_doc_incomingmail in access exclusive mode");
        // Recorded: the report is there, and the mail is not.
        await Killed(database, mail, servers, "record", "mt_doc_incomingmail in share mode");
        Assert.True(await Count(database, "csirt.mt_doc_report") > await Count(database, "csirt.mt_doc_incomingmail"));
        // Answered: the answer is under way to a mail server that does not speak.
        servers.Deliver(Box.Address, Letter("answer"));
        using (var service = await Service.Start(database, [.. settings, ("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{silent.Port}"), ("Mail__Security", "None")]))
        {
            await Service.Until(async () => await Count(database, "csirt.incoming_mail_place where done_at is not null") == 4 && !silent.Heard.IsEmpty, "the answer to be under way");
            service.Kill();
        }
        // Marked: the mail is recorded, and its place is still open.
        servers.Deliver(Box.Address, Letter("mark"));
        await using (var first = await Lock(database, "mt_doc_incomingmail in access exclusive mode"))
        using (var service = await Service.Start(database, mail))
        {
            await Service.Until(async () => await Count(database, "csirt.incoming_mail_place") == 5 && await Waits(database), "the mail to be stored");
            await using var then = await Lock(database, "incoming_mail_place in share mode");
            await first.DisposeAsync();
            await Service.Until(async () => await Count(database, "csirt.mt_doc_incomingmail") == 5 && await Waits(database), "the mail to be recorded");
            await Kill(service, database);
        }

        using var last = await Service.Start(database, mail);
        await Service.Until(async () => await Count(database, "csirt.incoming_mail_place where done_at is not null") == 5 && await Count(database, "csirt.mt_doc_incomingmail where data ->> 'answer' = 'Accepted'") == 5, "every mail to be dealt with");

        Assert.Equal(5, await Count(database, "csirt.mt_doc_incomingmail where data ->> 'standing' = 'Report'"));
        Assert.Equal(5, await Count(database, "csirt.mt_doc_report"));
        Assert.Equal(5, await Count(database, "csirt.mt_events where type = 'mail_received'"));
        Assert.Equal(5, servers.Files(Box.Address).Count(f => f.EndsWith('S')));
        await Service.Until(() => Task.FromResult(servers.Files(Sender).Count >= 5), "the answers to arrive");
        var answers = servers.Mails(Sender).Select(m => MimeMessage.Load(new MemoryStream(m)).MessageId).GroupBy(id => id).ToList();
        Assert.Equal(5, answers.Count);
        Assert.InRange(answers.Sum(a => a.Count()), 5, 6);
    }

    [Fact]
    public async Task Of_two_nodes_one_reads_the_mailbox_and_the_other_goes_on_when_it_dies()
    {
        await using var servers = await MailServers.Start();
        var database = await fixture.Database();
        (string, string)[] settings = [.. Box.Settings(servers, "__"), ("SingleNode", "false"), ("Mail__PickupDirectory", fixture.Folder())];
        servers.Deliver(Box.Address, [.. Enumerable.Range(0, 30).Select(n => Letter($"two-{n}", $"a{n}@example.net"))]);

        using var one = await Service.Start(database, settings);
        using var two = await Service.Start(database, settings);
        await Service.Until(async () => await Count(database, "csirt.mt_doc_incomingmail") > 5, "the first to read");
        one.Kill();
        servers.Deliver(Box.Address, Letter("two-last"));
        await Service.Until(async () => await Count(database, "csirt.incoming_mail_place where done_at is not null") == 31, "the other to read the rest");

        Assert.Equal(31, await Count(database, "csirt.mt_doc_incomingmail where data ->> 'standing' = 'Report'"));
        Assert.Equal(31, await Count(database, "csirt.mt_doc_report"));
    }

    private static byte[] Letter(string what, string sender = Sender) => Box.Raw(Box.Letter(sender, $"相談 {what}", "ホームページが変です。", $"{what}@example.net"));

    // The lock holds the service where it is about to write or read; then it is killed.
    private static async Task Killed(string database, (string, string)[] settings, MailServers servers, string stage, string at)
    {
        servers.Deliver(Box.Address, Letter(stage));
        await using var held = await Lock(database, at);
        using var service = await Service.Start(database, settings);
        await Service.Until(() => Waits(database), $"the service to come to {stage}");
        await Kill(service, database);
    }

    // PostgreSQL would go on with what a dead client has asked for as soon as the lock is gone.
    private static async Task Kill(Service service, string database)
    {
        service.Kill();
        Assert.True(await Count(database, $"(select pg_terminate_backend(l.pid) from {Waiting}) ended") > 0);
    }

    private static async Task<NpgsqlConnection> Lock(string database, string what)
    {
        var connection = Own(database);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand($"begin; lock table csirt.{what}", connection);
        await command.ExecuteNonQueryAsync(Cancellation);
        return connection;
    }

    // One that is given back to a pool keeps its locks.
    private static NpgsqlConnection Own(string database) => new(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);

    private static async Task<bool> Waits(string database) => await Count(database, Waiting) > 0;

    private static async Task<long> Count(string database, string what)
    {
        await using var connection = Own(database);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("select count(*) from " + what, connection);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}

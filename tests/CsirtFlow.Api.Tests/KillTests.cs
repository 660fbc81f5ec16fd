using CsirtFlow.Notifications.Tests.Mail;
using MimeKit;
using Npgsql;

namespace CsirtFlow.Api.Tests;

/// <summary>The service is killed between taking reports and sending their mails: nothing is lost, and every mail goes out once.</summary>
public sealed class KillTests(AppFixture fixture)
{
    private const int Reports = 5;

    private const string Silent = """
        S: 220 mail.example.jp
        C: EHLO
        STALL
        """;

    private const string Takes = """
        S: 220 mail.example.jp
        C: EHLO
        S: 250-mail.example.jp
        S: 250 8BITMIME
        C: MAIL FROM
        S: 250 ok
        C: RCPT TO
        S: 250 ok
        C: DATA
        S: 354 go on
        DATA
        S: 250 OK
        C: QUIT
        S: 221 bye
        """;

    [Fact]
    public async Task Every_accepted_report_survives_and_every_notice_goes_out_once()
    {
        var database = await fixture.Database();
        var numbers = new List<string>();
        await using (var silent = new ScriptedSmtpServer(Silent))
        {
            using var service = await Service.Start(database, Mail(silent.Port));
            for (var i = 0; i < Reports; i++) numbers.Add(await service.Report());
            await Service.Until(() => Task.FromResult(!silent.Heard.IsEmpty), "the mail server to be called");
            service.Kill();
        }

        await using var takes = new ScriptedSmtpServer(Takes);
        using var again = await Service.Start(database, Mail(takes.Port));
        await Service.Until(async () => await Count(database, "csirt.notice where data ->> 'delivery' = 'Accepted'") == 6 * Reports
            && await Count(database, "wolverine.wolverine_incoming_envelopes where status = 'Incoming'") == 0, "every mail to be sent");

        var ids = takes.Letters.Select(l => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(l))).MessageId).ToList();
        Assert.Equal(6 * Reports, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(Reports, numbers.Distinct().Count());
        Assert.Equal(Reports, await Count(database, "csirt.mt_doc_report"));
    }

    private static (string, string)[] Mail(int port) => [("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{port}"), ("Mail__Security", "None")];

    private static async Task<long> Count(string database, string what)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from " + what, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

using CsirtFlow.Notifications.Mail;
using MimeKit;

namespace CsirtFlow.Notifications.Tests.Mail;

public sealed class SmtpMailerTests
{
    private const string Hello = """
        S: 220 mail.example.jp ESMTP
        C: EHLO
        S: 250-mail.example.jp
        S: 250 8BITMIME

        """;

    private const string Envelope = Hello + """
        C: MAIL FROM:<csirt@example.jp>
        S: 250 ok
        C: RCPT TO:<takasaki@example.jp>
        S: 250 ok
        C: DATA
        S: 354 go on

        """;

    private const string Takes = Envelope + """
        DATA
        S: 250 OK id=1tEabc-000001
        C: QUIT
        S: 221 bye
        """;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_taken_over_is_accepted_with_the_servers_words()
    {
        var (outcome, server) = await Send(Takes);

        Assert.Equal(new Accepted("250 OK id=1tEabc-000001"), outcome);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task Japanese_arrives_as_it_was_written()
    {
        var (_, server) = await Send(Takes);

        var arrived = MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(server.Letters.Single())), Now);
        Assert.Equal(Letters.ToTakasaki.Subject, arrived.Subject);
        Assert.Equal("髙﨑 𠮷男", arrived.To.Mailboxes.Single().Name);
        Assert.Equal(Letters.ToTakasaki.Text, arrived.TextBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_server_that_offers_it_is_asked_for_word_of_failure_and_delay()
    {
        var (outcome, server) = await Send(Takes.Replace("S: 250 8BITMIME", "S: 250-8BITMIME\nS: 250 DSN", StringComparison.Ordinal));

        Assert.IsType<Accepted>(outcome);
        Assert.Contains(server.Heard, line => line.StartsWith("MAIL FROM:<csirt@example.jp>", StringComparison.Ordinal) && line.EndsWith(" ENVID=0197-duty-32-3-1 RET=HDRS", StringComparison.Ordinal));
        Assert.Contains("RCPT TO:<takasaki@example.jp> NOTIFY=FAILURE,DELAY ORCPT=rfc822;takasaki@example.jp", server.Heard);
    }

    [Fact]
    public async Task The_longest_message_id_is_in_the_envelope_without_its_domain()
    {
        var (_, server) = await Send(Takes.Replace("S: 250 8BITMIME", "S: 250 DSN", StringComparison.Ordinal), letter: Letters.ToTakasaki with { MessageId = MessageIds.For(new string('n', 100), new string('a', 40) + ".jp") });

        Assert.Contains(server.Heard, line => line.Contains($" ENVID={new string('n', 100)} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_id_too_long_for_the_envelope_is_left_out_of_it()
    {
        var (outcome, server) = await Send(Takes.Replace("S: 250 8BITMIME", "S: 250 DSN", StringComparison.Ordinal), letter: Letters.ToTakasaki with { MessageId = new string('n', 101) + "@csirt.example.jp" });

        Assert.IsType<Accepted>(outcome);
        Assert.DoesNotContain(server.Heard, line => line.Contains("ENVID", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_does_not_offer_it_is_not_asked()
    {
        var (_, server) = await Send(Takes);

        Assert.DoesNotContain(server.Heard, line => line.Contains("NOTIFY", StringComparison.Ordinal) || line.Contains("ENVID", StringComparison.Ordinal) || line.Contains("RET=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_refused_for_good()
    {
        var (outcome, _) = await Send(Hello + """
            C: MAIL FROM
            S: 250 ok
            C: RCPT TO
            S: 550 5.1.1 no such user
            C: RSET
            S: 250 ok
            STALL
            """);

        Assert.Equal(new Refused("550 5.1.1 no such user"), outcome);
    }

    [Fact]
    public async Task A_letter_refused_after_its_text_is_refused_for_good()
    {
        var (outcome, _) = await Send(Envelope + """
            DATA
            S: 554 5.7.1 not wanted
            C: RSET
            S: 250 ok
            STALL
            """);

        Assert.Equal(new Refused("554 5.7.1 not wanted"), outcome);
    }

    [Fact]
    public async Task A_busy_server_is_tried_again_later()
    {
        var (outcome, _) = await Send(Hello + """
            C: MAIL FROM
            S: 250 ok
            C: RCPT TO
            S: 451 4.7.1 greylisted
            C: RSET
            S: 250 ok
            STALL
            """);

        Assert.Equal(new Unavailable("451 4.7.1 greylisted"), outcome);
    }

    [Fact]
    public async Task A_server_that_turns_everybody_away_says_nothing_about_the_recipient()
    {
        var (outcome, _) = await Send("""
            S: 554 no service here
            STALL
            """);

        Assert.Equal("554 no service here", Assert.IsType<Unavailable>(outcome).Reply);
    }

    [Fact]
    public async Task A_server_that_wants_a_sign_in_says_nothing_about_the_recipient()
    {
        var (outcome, _) = await Send(Hello + """
            C: MAIL FROM
            S: 530 5.7.0 authentication required
            C: RSET
            S: 250 ok
            STALL
            """);

        Assert.IsType<Unavailable>(outcome);
    }

    [Fact]
    public async Task A_line_cut_inside_the_letter_is_tried_again_later()
    {
        var (outcome, _) = await Send(Envelope + """
            LINE
            DROP
            """);

        Assert.IsType<Unavailable>(outcome);
    }

    [Fact]
    public async Task A_line_cut_after_the_letter_was_taken_over_causes_no_second_one()
    {
        var (outcome, _) = await Send(Envelope + """
            DATA
            S: 250 OK id=7
            C: QUIT
            DROP
            """);

        Assert.Equal(new Accepted("250 OK id=7"), outcome);
    }

    [Fact]
    public async Task A_server_that_stops_answering_is_left_after_the_time_limit()
    {
        var (outcome, _) = await Send(Hello + """
            STALL
            """, settings => settings with { TimeoutSeconds = 1 });

        Assert.IsType<Unavailable>(outcome);
    }

    [Fact]
    public async Task Nobody_at_the_port_is_tried_again_later()
    {
        var closed = new ScriptedSmtpServer(Takes);
        var port = closed.Port;
        await closed.DisposeAsync();
        using var mailer = new SmtpMailer(Plain(port));

        Assert.IsType<Unavailable>(await mailer.SendAsync(Letters.ToTakasaki, Now));
    }

    [Fact]
    public async Task A_caller_who_gives_up_hears_it()
    {
        await using var server = new ScriptedSmtpServer("STALL");
        using var mailer = new SmtpMailer(Plain(server.Port));
        using var caller = new CancellationTokenSource();

        var sending = mailer.SendAsync(Letters.ToTakasaki, caller.Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Theory]
    [InlineData("a@example.jp,b@example.jp")]
    [InlineData("a@example.jp>\r\nRCPT TO:<b@example.jp")]
    public async Task A_wrong_address_is_refused_before_anything_is_said(string address)
    {
        var (outcome, server) = await Send(Takes, letter: Letters.ToTakasaki with { ToAddress = address });

        Assert.Contains("メールアドレスに", Assert.IsType<Refused>(outcome).Reply, StringComparison.Ordinal);
        Assert.Empty(server.Heard);
    }

    [Fact]
    public async Task An_address_of_an_old_mobile_carrier_gets_its_letter()
    {
        var (outcome, server) = await Send(Takes.Replace("takasaki@", "\"taro..yama.\"@", StringComparison.Ordinal), letter: Letters.ToTakasaki with { ToAddress = "taro..yama.@example.jp" });

        Assert.IsType<Accepted>(outcome);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task A_line_that_begins_with_a_dot_does_not_end_the_letter()
    {
        var (outcome, server) = await Send(Takes, letter: Letters.ToTakasaki with { Text = "一\n.\nRCPT TO:<b@example.jp>\n" });

        Assert.IsType<Accepted>(outcome);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task Thirty_letters_at_once_go_out_once_each()
    {
        await using var server = new ScriptedSmtpServer(Takes.Replace("takasaki@example.jp>", "member", StringComparison.Ordinal));
        using var mailer = new SmtpMailer(Plain(server.Port));

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 30).Select(n => mailer.SendAsync(
            Letters.ToTakasaki with { MessageId = MessageIds.For($"n{n}", "example.jp"), ToAddress = $"member{n}@example.jp" }, Now)));

        Assert.All(outcomes, outcome => Assert.IsType<Accepted>(outcome));
        Assert.Equal(30, server.Letters.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(30, server.Heard.Where(line => line.StartsWith("RCPT", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task One_slow_letter_does_not_hold_up_the_next()
    {
        await using var server = new ScriptedSmtpServer("STALL", Takes);
        using var mailer = new SmtpMailer(Plain(server.Port));
        using var patience = new CancellationTokenSource();

        var slow = mailer.SendAsync(Letters.ToTakasaki, patience.Token);
        Assert.IsType<Accepted>(await mailer.SendAsync(Letters.ToTakasaki, Now));

        Assert.False(slow.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
    }

    [Fact]
    public async Task Signing_in_happens_after_encryption_only()
    {
        var (outcome, server) = await Send("""
            S: 220 mail.example.jp ESMTP
            C: EHLO
            S: 250-mail.example.jp
            S: 250 STARTTLS
            C: STARTTLS
            S: 220 go ahead
            TLS
            C: EHLO
            S: 250-mail.example.jp
            S: 250 AUTH PLAIN
            C: AUTH PLAIN
            S: 235 welcome
            C: MAIL FROM
            S: 250 ok
            C: RCPT TO
            S: 250 ok
            C: DATA
            S: 354 go on
            DATA
            S: 250 OK id=9
            C: QUIT
            S: 221 bye
            """, Encrypted);

        Assert.Equal(new Accepted("250 OK id=9"), outcome);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task A_wrong_password_is_tried_again_later_and_not_told()
    {
        var (outcome, _) = await Send("""
            S: 220 mail.example.jp ESMTP
            C: EHLO
            S: 250-mail.example.jp
            S: 250 STARTTLS
            C: STARTTLS
            S: 220 go ahead
            TLS
            C: EHLO
            S: 250-mail.example.jp
            S: 250 AUTH PLAIN
            C: AUTH PLAIN
            S: 535 5.7.8 wrong
            STALL
            """, Encrypted);

        Assert.DoesNotContain("secret", Assert.IsType<Unavailable>(outcome).Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_encryption_gets_neither_password_nor_letter()
    {
        var (outcome, server) = await Send(Takes, settings => Encrypted(settings) with { User = "csirtflow", Password = "secret" });

        Assert.IsType<Unavailable>(outcome);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_slipped_in_before_encryption_are_not_believed()
    {
        var (outcome, server) = await Send("""
            S: 220 mail.example.jp ESMTP
            C: EHLO
            S: 250-mail.example.jp
            S: 250 STARTTLS
            C: STARTTLS
            S: 220 go ahead\r\n250-mail.example.jp\r\n250 AUTH PLAIN
            TLS
            C: EHLO
            S: 250 mail.example.jp
            STALL
            """, settings => Encrypted(settings) with { TimeoutSeconds = 5 });

        Assert.IsType<Unavailable>(outcome);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_with_another_certificate_gets_nothing()
    {
        var (outcome, server) = await Send("""
            TLS
            S: 220 mail.example.jp ESMTP
            STALL
            """, settings => settings with { Security = SmtpSecurity.Implicit, CertificateSha256 = new string('0', 64) });

        Assert.IsType<Unavailable>(outcome);
        Assert.Empty(server.Heard);
    }

    [Theory]
    [InlineData("mail.example.jp", SmtpSecurity.None, false)]
    [InlineData("192.0.2.1", SmtpSecurity.None, false)]
    [InlineData("localhost.example.jp", SmtpSecurity.None, false)]
    [InlineData("localhost", SmtpSecurity.None, true)]
    [InlineData("127.0.0.1", SmtpSecurity.None, true)]
    [InlineData("::1", SmtpSecurity.None, true)]
    [InlineData("mail.example.jp", SmtpSecurity.StartTls, true)]
    public void Only_the_own_machine_may_do_without_encryption(string host, SmtpSecurity security, bool usable) =>
        Assert.Equal(usable, new SmtpSettings(host, 25, security).Problem() is null);

    [Fact]
    public void Settings_in_a_log_do_not_show_the_password() =>
        Assert.DoesNotContain("secret", $"{new SmtpSettings("mail.example.jp", 587, SmtpSecurity.StartTls, "csirtflow", "secret")}", StringComparison.Ordinal);

    [Fact]
    public void A_reply_is_kept_short_and_on_one_line()
    {
        var reply = new Unavailable("451 a\r\nb\0" + new string('x', 2000)).Reply;

        Assert.StartsWith("451 a b x", reply, StringComparison.Ordinal);
        Assert.Equal(500, reply.Length);
    }

    private static SmtpSettings Plain(int port) => new("127.0.0.1", port, SmtpSecurity.None, TimeoutSeconds: 20);

    private static SmtpSettings Encrypted(SmtpSettings settings) => settings with
    {
        Security = SmtpSecurity.StartTls, User = "csirtflow", Password = "secret",
        CertificateSha256 = ScriptedSmtpServer.Certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256),
    };

    private static async Task<(MailOutcome, ScriptedSmtpServer)> Send(string transcript, Func<SmtpSettings, SmtpSettings>? change = null, Letter? letter = null)
    {
        await using var server = new ScriptedSmtpServer(transcript);
        using var mailer = new SmtpMailer((change ?? (s => s))(Plain(server.Port)));
        return (await mailer.SendAsync(letter ?? Letters.ToTakasaki, Now), server);
    }
}

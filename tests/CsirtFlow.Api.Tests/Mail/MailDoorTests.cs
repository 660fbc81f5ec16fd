using CsirtFlow.Domain;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace CsirtFlow.Api.Tests.Mail;

/// <summary>メールの窓口 (32-1-1, 32-2-1), from a mail on a real IMAP server to the report, its notices and the answer.</summary>
public sealed class MailDoorTests(AppFixture fixture)
{
    private const string Member = "tocho@kakuu-shobo.example.jp";

    [Fact]
    public async Task A_mail_becomes_a_report_and_its_sender_is_told_the_number()
    {
        await using var box = await Box.Start(fixture);
        box.Deliver(Box.Letter($"髙﨑 <{Member}>", "誤送信しました", "住民の名簿を、誤って別の住民へ送ってしまいました。", "a1@example.jp"));

        var mail = Assert.Single(await box.Taken(1));
        Assert.Equal((MailStanding.Report, "tocho", false), (mail.Standing, mail.Heading.Sender!.PersonId, mail.Heading.Sender.Confirmed));
        var report = await box.Report(mail.Number!);
        Assert.Equal((Channel.Mail, false, EmergencyImpact.Unknown), (report.Channel, report.Outside, report.Occurrence.EmergencyImpact));
        Assert.Equal([OccurrenceKind.Missent], report.Occurrence.Kinds);
        Assert.Contains("件名：誤送信しました\n\n住民の名簿を", report.Occurrence.Description, StringComparison.Ordinal);
        // The address is known, but anybody could have written it: the report is nobody's, and the telephone number is that of the contacts.
        Assert.Equal((null, Member, true, "髙﨑", "0000-00-0000"), (report.Reporter.PersonId, report.Reporter.Mail, report.Reporter.Unconfirmed, report.Reporter.Name, report.Reporter.Phone));
        Assert.Equal(mail.Sha256, Assert.Single(report.Files).Sha256);
        Assert.Equal(new DateTimeOffset(2030, 3, 31, 23, 50, 0, TimeSpan.Zero), report.Occurrence.NoticedAt);

        var answer = Assert.Single(box.App.Mails(mail.Number!), m => m.To.Mailboxes.Single().Address == Member && m.Subject!.Contains("受け付けました", StringComparison.Ordinal));
        Assert.Equal(("auto-replied", "a1@example.jp"), (answer.Headers["Auto-Submitted"], answer.InReplyTo));
        Assert.Contains("0000-00-0000", answer.TextBody!, StringComparison.Ordinal);
        Assert.Contains("送った相手に連絡して", answer.TextBody!, StringComparison.Ordinal);
        Assert.DoesNotContain("確認番号", answer.TextBody!, StringComparison.Ordinal);
        Assert.DoesNotContain("名簿", answer.TextBody!, StringComparison.Ordinal);
        Assert.Equal(Delivery.Accepted, (await box.All()).Single().Answer);
        Assert.All(box.Servers.Files(Box.Address), f => Assert.EndsWith("S", f, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_our_own_server_confirms_is_the_persons_report()
    {
        await using var box = await Box.Start(fixture);
        box.Deliver("Authentication-Results: mx.example.jp; dkim=pass header.d=kakuu-shobo.example.jp; spf=pass smtp.mailfrom=x@kakuu-shobo.example.jp\n" + Box.Letter(Member, "指令台が使えない", "指令台が動かない。119が受けられない。", "a2@example.jp"));

        var mail = Assert.Single(await box.Taken(1));
        var report = await box.Report(mail.Number!);
        Assert.Equal(("tocho", false, EmergencyImpact.Present), (report.Reporter.PersonId, report.Reporter.Unconfirmed, report.Occurrence.EmergencyImpact));
        Assert.Contains("確認番号：", Answer(box, mail.Number!).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_from_outside_is_an_outsider()
    {
        await using var box = await Box.Start(fixture);
        box.Deliver(Box.Letter("見本 住子 <sumiko@example.net>", "ホームページについて", "ホームページが書き換えられているようです。", "a3@example.net"));

        var report = await box.Report(Assert.Single(await box.Taken(1)).Number!);
        Assert.True(report.Outside);
        Assert.Equal([OccurrenceKind.Website, OccurrenceKind.OutsideContact], report.Occurrence.Kinds.Order());
        // Nothing of what the mail says goes to an address that may be another's, and no line that is meant for staff.
        var answer = Answer(box, report.Number);
        Assert.Equal(("", Box.Address), (answer.To.Mailboxes.Single().Name ?? "", answer.ReplyTo.Mailboxes.Single().Address));
        Assert.DoesNotContain("今すぐしてください", answer.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_joins_its_report_only_with_the_token_and_from_whom_it_went_to()
    {
        await using var box = await Box.Start(fixture);
        box.Deliver(Box.Letter($"見本 <{Member}>", "誤送信", "誤って送った。", "b1@example.jp"));
        var number = Assert.Single(await box.Taken(1)).Number!;
        var answer = Answer(box, number);
        var notice = box.App.Mails(number).First(m => m.To.Mailboxes.Single().Address.StartsWith("madoguchi@", StringComparison.Ordinal));

        box.Deliver(
            Box.Letter($"見本 <{Member}>", $"Re: {answer.Subject}", "削除してもらえました。", "b2@example.jp", $"In-Reply-To: <{answer.MessageId}>"),
            Box.Letter("madoguchi@kakuu-shobo.example.jp", "Re: 通知", "電話しました。承認します。", "b3@example.jp", $"References: <x@y> <{notice.MessageId}>"),
            Box.Letter("stranger@example.net", $"Re: {answer.Subject}", "なりすまし", "b4@example.net", $"In-Reply-To: <{answer.MessageId}>"),
            Box.Letter(Member, $"[{number}] 追加です", "番号だけの返信", "b5@example.jp"),
            Box.Letter(Member, "Re: 通知", "偽の符号", "b6@example.jp", $"In-Reply-To: <{notice.MessageId!.Split('.')[0]}.{new string('0', 32)}@csirtflow.invalid>"));

        var sorted = (await box.Taken(6)).ToDictionary(m => m.Heading.MessageId[..2]);
        Assert.Equal((MailStanding.Addition, number), (sorted["b2"].Standing, sorted["b2"].Number));
        Assert.Equal((MailStanding.Addition, number), (sorted["b3"].Standing, sorted["b3"].Number));
        Assert.Equal((MailStanding.Held, MailReason.OtherSender, number), (sorted["b4"].Standing, sorted["b4"].Reason, sorted["b4"].Number));
        Assert.Equal((MailStanding.Held, MailReason.UnprovenReply, number), (sorted["b5"].Standing, sorted["b5"].Reason, sorted["b5"].Number));
        Assert.Equal((MailStanding.Held, MailReason.UnprovenReply), (sorted["b6"].Standing, sorted["b6"].Reason));
        await using var session = box.App.Store.QuerySession(App.Organisation);
        var events = (await session.Events.FetchStreamAsync(Report.Key(number))).Select(e => e.Data).ToList();
        Assert.Equal([typeof(OccurrenceReported), typeof(ReportSupplemented), typeof(ReportSupplemented)], events.Select(e => e.GetType()));
        Assert.Contains(events.OfType<ReportSupplemented>(), e => e.Answers["メールの本文"] == "削除してもらえました。");
        Assert.Equal(3, (await box.Report(number)).Files.Length);
        // One answer for the report, none for what was added or waits.
        Assert.Single(box.App.Mails(number), m => m.Subject!.Contains("受け付けました", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_report_is_kept_and_answered_to_nobody()
    {
        await using var box = await Box.Start(fixture);
        box.Deliver(
            Box.Letter(Member, "自動応答", "不在です。", "c1@example.jp", "Auto-Submitted: auto-replied"),
            Box.Letter("list@example.net", "お知らせ", "一斉配信", "c2@example.net", "List-Id: <news.example.net>"),
            Box.Letter("a@example.net", "もう一度", "同じメール", "c3@example.net"),
            "Received: by another way\n" + Box.Letter("a@example.net", "もう一度", "同じメール", "c3@example.net"),
            Box.Letter("a@example.net", "もう一度", "同じ番号の別のメール", "c3@example.net"),
            "{}", "");

        var all = await box.Taken(7);
        Assert.Equal(2, all.Count(m => m.Standing == MailStanding.Report));
        Assert.Single(all, m => (m.Standing, m.Reason) == (MailStanding.Kept, MailReason.AutoReply));
        Assert.Single(all, m => (m.Standing, m.Reason) == (MailStanding.Kept, MailReason.MailingList));
        Assert.Single(all, m => (m.Standing, m.Reason) == (MailStanding.Kept, MailReason.Duplicate));
        Assert.Equal(2, all.Count(m => (m.Standing, m.Reason) == (MailStanding.Held, MailReason.NotMail)));
        Assert.Equal(2, Directory.EnumerateFiles(box.App.MailFolder, "*.eml").Select(f => MimeMessage.Load(f)).Count(m => m.Headers["Auto-Submitted"] == "auto-replied"));
        // The contact point is told of each that waits.
        Assert.Equal(2, Directory.EnumerateFiles(box.App.MailFolder, "*.eml").Select(f => MimeMessage.Load(f)).Count(m => m.Subject!.Contains("受信メールの確認", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_delivery_failure_is_recorded_with_its_notice_and_asks_for_a_telephone_call()
    {
        await using var box = await Box.Start(fixture);
        var number = (await An.Report(box.App)).Number;
        await box.App.Quiet();
        var notice = box.App.Mails(number).First(m => m.To.Mailboxes.Single().Address == Member);

        box.Deliver(Bounce(notice.MessageId!), Bounce("unknown@csirtflow.invalid"));
        var all = await box.Taken(2);

        Assert.Single(all, m => (m.Standing, m.Reason) == (MailStanding.Kept, MailReason.NoticeFailure));
        Assert.Single(all, m => (m.Standing, m.Reason) == (MailStanding.Held, MailReason.UnknownFailure));
        var notices = await box.App.Services.GetRequiredService<CsirtFlow.Api.Notices.NoticeList>().OfNumber(App.Organisation, number, TestContext.Current.CancellationToken);
        var failed = notices.Single(n => n.Address == Member && n.Reason != NoticeReason.MailUndelivered);
        Assert.Equal(Delivery.Undeliverable, failed.Delivery);
        Assert.Contains("5.1.1", failed.LastReply, StringComparison.Ordinal);
        Assert.Equal("madoguchi", Assert.Single(notices, n => n.Reason == NoticeReason.MailUndelivered).PersonId);
    }

    private static MimeMessage Answer(Box box, string number) => box.App.Mails(number).Single(m => m.Headers["Auto-Submitted"] == "auto-replied");

    private static string Bounce(string id) => $"""
        Return-Path: <>
        From: Mail Delivery System <MAILER-DAEMON@mail.example.jp>
        To: csirt@csirtflow.invalid
        Subject: Mail delivery failed
        Message-ID: <bounce-{id.GetHashCode(StringComparison.Ordinal)}@mail.example.jp>
        MIME-Version: 1.0
        Auto-Submitted: auto-replied
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        failed
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.jp

        Final-Recipient: rfc822; {Member}
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 no such user

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <{id}>
        Subject: x

        --b--
        """;
}

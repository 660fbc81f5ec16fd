using CsirtFlow.Domain;
using CsirtFlow.Notifications.Tests.Incoming;
using CsirtFlow.Notifications.Tests.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests.Mail;

/// <summary>A mailbox with a thousand mails, a server that goes away, UIDs that begin anew: every mail is accounted for, once.</summary>
public sealed class MailboxFaultTests(AppFixture fixture)
{
    private const int Reports = 100;

    [Fact]
    public async Task A_thousand_mails_with_fifty_broken_ones_are_all_accounted_for()
    {
        var broken = SampleMails.All.Where(s => s.Reading.Nature is MailNature.NotMail || s.Reading.Doubts.Length > 0).Select(s => s.Raw()).Where(r => r.Length < 100_000).Take(50).ToList();
        while (broken.Count < 50) broken.Add(Box.Raw($"broken {broken.Count}"));
        var good = Enumerable.Range(0, 950).Select(n => Box.Raw(n < Reports
            ? Box.Letter($"reporter{n}@example.net", $"報告 {n}", "USBメモリを紛失しました。", $"r{n}@example.net")
            : Box.Letter($"list{n}@example.net", $"お知らせ {n}", "一斉配信", $"l{n}@example.net", n % 2 == 0 ? "List-Id: <news.example.net>" : "Auto-Submitted: auto-replied"))).ToList();
        await using var servers = await MailServers.Start();
        // A broken one stands first.
        servers.Deliver(Box.Address, [.. broken.Take(1), .. good.Take(500), .. broken.Skip(1), .. good.Skip(500)]);
        await using var box = new Box(servers, await fixture.Own(Box.Settings(servers)));

        var all = await box.Taken(1000);
        var (shas, numbers) = (all.Select(m => m.Sha256).ToHashSet(), all.Where(m => m.Heading.Subject.StartsWith("報告", StringComparison.Ordinal)).Select(m => m.Number).ToHashSet());
        Assert.Equal(1000, await box.App.Scalar("select count(*) from csirt.incoming_mail_place"));
        Assert.Equal(await box.App.Scalar("select count(distinct sha256) from csirt.incoming_mail_place"), shas.Count);
        Assert.True(shas.Count >= 990, "Samples with the same bytes are one mail.");
        Assert.Equal(Reports, numbers.Count);
        Assert.Equal(850, all.Count(m => m.Heading.Subject.StartsWith("お知らせ", StringComparison.Ordinal) && m.Standing == MailStanding.Kept));
        Assert.All(all, m => Assert.True(m.Standing is not MailStanding.Report || m.Number is not null));
        Assert.Equal(1000, box.Servers.Files(Box.Address).Count(f => f.EndsWith('S')));
    }

    [Fact]
    public async Task A_mail_that_the_server_does_not_hand_out_holds_up_no_other()
    {
        await using var servers = await MailServers.Start();
        servers.Deliver(Box.Address, Letter(1), Letter(2), Letter(3), Letter(4));
        servers.Damage(Box.Address, m => System.Text.Encoding.UTF8.GetString(m).Contains("<r2@example.net>", StringComparison.Ordinal));
        await using var box = new Box(servers, await fixture.Own(Box.Settings(servers)));
        await Again(box, 3);

        Assert.Equal(["報告 1", "報告 3", "報告 4"], (await box.Taken(3)).Select(m => m.Heading.Subject).Order());
        await box.App.Until(async () => await box.App.Scalar("select count(*) from csirt.mailbox_state where problem_since is not null") == 1, "the problem to be recorded");
    }

    [Fact]
    public async Task A_server_that_drops_in_the_middle_loses_nothing_and_doubles_nothing()
    {
        await using var servers = await MailServers.Start();
        servers.Deliver(Box.Address, [.. Enumerable.Range(0, 60).Select(n => Letter(n))]);
        await using var box = new Box(servers, await fixture.Own(Box.Settings(servers)));
        await box.App.Until(async () => await Done(box) >= 5, "some mails");
        await servers.StopImap();
        await box.App.Until(async () => await box.App.Scalar("select count(*) from csirt.mailbox_state where problem_since is not null") == 1 || await Done(box) == 60, "the problem to be recorded");
        servers.Deliver(Box.Address, Letter(60));
        await servers.StartImap();

        await Again(box, 61);
        var all = await box.Taken(61);
        Assert.Equal(61, all.Select(m => m.Number).Distinct().Count());
        Assert.Equal(61, await box.App.Scalar("select count(*) from csirt.mt_doc_report"));
        Assert.Equal(0, await box.App.Scalar("select count(*) from csirt.mailbox_state where problem_since is not null"));
    }

    [Fact]
    public async Task Uids_that_begin_anew_double_nothing()
    {
        await using var box = await Box.Start(fixture);
        box.Servers.Deliver(Box.Address, Letter(1), Letter(2), Letter(3));
        await box.Taken(3);

        await box.Servers.StopImap();
        box.Servers.ForgetUids(Box.Address);
        box.Servers.Deliver(Box.Address, Letter(4));
        await box.Servers.StartImap();
        await Again(box, 7);

        Assert.Equal(4, (await box.Taken(7)).Count);
        Assert.Equal(4, await box.App.Scalar("select count(*) from csirt.mt_doc_report"));
        Assert.Equal(2, await box.App.Scalar("select count(distinct uid_validity) from csirt.incoming_mail_place"));
    }

    [Fact]
    public async Task What_was_stored_is_taken_though_the_mailbox_has_been_emptied_and_its_server_is_gone()
    {
        await using var box = await Box.Start(fixture);
        box.Servers.Deliver(Box.Address, Letter(1));
        await box.Taken(1);
        await box.Servers.StopImap();
        // As a crash between storing and reading leaves it.
        await box.App.Services.GetRequiredService<CsirtFlow.Api.Mail.MailStore>().Keep(new(App.Organisation, box.Place, 7, 7), Letter(2), old: false, TestContext.Current.CancellationToken);
        box.Servers.Empty(Box.Address);

        await box.App.Until(async () =>
        {
            box.App.Clock.Advance(TimeSpan.FromMinutes(1));
            return (await box.All()).Count == 2;
        }, "the stored mail to be taken");
        await box.Servers.StartImap();
        await Again(box, 2);
    }

    [Fact]
    public async Task Who_looks_after_the_mails_sees_that_a_mailbox_cannot_be_read()
    {
        await using var box = await Box.Start(fixture);
        await box.App.Until(async () => await box.App.Scalar("select count(*) from csirt.mailbox_state where contacted_at is not null") == 1, "the mailbox to be read");
        Assert.DoesNotContain("を読めていません", (await box.App.As("madoguchi").Get("/home")).Ok().Text, StringComparison.Ordinal);

        await box.Servers.StopImap();
        await box.App.Until(async () =>
        {
            box.App.Clock.Advance(TimeSpan.FromSeconds(30));
            return await box.App.Scalar("select count(*) from csirt.mailbox_state where problem_since is not null") == 1;
        }, "the problem to be recorded");
        box.App.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Contains("を読めていません", (await box.App.As("madoguchi").Get("/home")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains("を読めていません", (await box.App.As("csirt").Get("/incoming-mails")).Ok().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("を読めていません", (await box.App.As("tocho").Get("/home")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains("1 mailboxes cannot be read", (await box.App.Nobody.Get("/health/ready")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lay_in_the_mailbox_before_is_kept_and_nobody_is_told_or_answered()
    {
        await using var servers = await MailServers.Start();
        servers.Arrived = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc);
        servers.Deliver(Box.Address, Letter(1));
        servers.Arrived = new(2030, 3, 31, 20, 0, 0, DateTimeKind.Utc);
        servers.Deliver(Box.Address, Letter(2));
        await using var box = new Box(servers, await fixture.Own(Box.Settings(servers)));

        var all = (await box.Taken(2)).OrderBy(m => m.Heading.Subject, StringComparer.Ordinal).ToList();
        Assert.Equal((MailStanding.Kept, MailReason.BeforeService, null), (all[0].Standing, all[0].Reason, all[0].Answer));
        Assert.Equal(MailStanding.Report, all[1].Standing);
    }

    [Fact]
    public async Task A_mail_that_comes_into_two_mailboxes_is_one_report_with_one_answer()
    {
        await using var servers = await MailServers.Start();
        await using var box = new Box(servers, await fixture.Own([.. Box.Settings(servers), .. Box.Settings(servers).Select(s => (s.Name.Replace(":0:", ":1:", StringComparison.Ordinal), s.Name.EndsWith("Address", StringComparison.Ordinal) || s.Name.EndsWith("User", StringComparison.Ordinal) ? "second@example.jp" : s.Value))]));
        for (var n = 0; n < 10; n++)
        {
            servers.Deliver(Box.Address, Letter(n));
            servers.Deliver("second@example.jp", [.. Box.Raw("Received: by another way\n"), .. Letter(n)]);
        }

        var all = await box.Taken(20);
        Assert.Equal((10, 10), (all.Count(m => m.Standing == MailStanding.Report), all.Count(m => m.Reason == MailReason.Duplicate)));
        Assert.Equal(10, all.Count(m => m.Answer is not null));
        Assert.Equal(10, await box.App.Scalar("select count(*) from csirt.mt_doc_report"));
    }

    [Fact]
    public async Task Strangers_fill_neither_the_queue_nor_the_mailbox_of_the_contact_point()
    {
        await using var servers = await MailServers.Start();
        servers.Deliver(Box.Address, [.. Enumerable.Range(0, 30).Select(Letter)]);
        await using var box = new Box(servers, await fixture.Own([.. Box.Settings(servers), ("Limits:MailReportsPerHour", "10")]));

        var all = await box.Taken(30);
        Assert.Equal(10, all.Count(m => m.Standing == MailStanding.Report));
        Assert.Equal(20, all.Count(m => (m.Standing, m.Reason) == (MailStanding.Held, MailReason.TooMany)));
        var told = (await box.App.Services.GetRequiredService<CsirtFlow.Api.Notices.NoticeList>().OfNumber(App.Organisation, IncomingMail.NoNumber, TestContext.Current.CancellationToken)).Where(n => n.Reason == NoticeReason.MailHeld).ToList();
        Assert.InRange(told.Count, 1, 6);
        Assert.Equal(told.Count, told.Select(n => n.Id).Distinct().Count());
    }

    private static byte[] Letter(int n) => Box.Raw(Box.Letter($"reporter{n}@example.net", $"報告 {n}", "USBメモリを紛失しました。", $"r{n}@example.net"));

    private static Task<long> Done(Box box) => box.App.Scalar("select count(*) from csirt.incoming_mail_place where done_at is not null");

    // The service waits before it tries again, by the clock of the test.
    private static Task Again(Box box, int mails) => box.App.Until(async () =>
    {
        box.App.Clock.Advance(TimeSpan.FromSeconds(5));
        return await Done(box) >= mails;
    }, $"{mails} mails to be taken");
}

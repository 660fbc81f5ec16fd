using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CsirtFlow.Api.Tests;

/// <summary>通知: who is told, that it is known what became of each mail, and that one that fails holds up no other.</summary>
public sealed class NoticeTests(AppFixture fixture)
{
    [Fact]
    public async Task Everybody_who_must_know_of_a_report_gets_one_mail_of_their_own()
    {
        var app = await fixture.Shared();

        var number = (await An.Report(app)).Number;
        await app.Quiet();

        var mails = app.Mails(number);
        Assert.Equal(["csirt", "csirt2", "csirt3", "jicho", "madoguchi", "tocho"], mails.Select(m => m.To.Mailboxes.Single().Address.Split('@')[0]).Order());
        Assert.All(mails, m => Assert.Empty(m.Cc.Concat(m.Bcc)));
        Assert.All(mails, m => Assert.True(File.Exists(Path.Combine(app.MailFolder, m.MessageId + ".eml"))));
        Assert.All(mails, m => Assert.DoesNotContain("宛先を間違えて", m.TextBody, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_notice_keeps_its_life_as_events()
    {
        var app = await fixture.Shared();
        var number = (await An.Report(app)).Number;
        await app.Quiet();
        var id = $"notice/{number}/r1/tocho";

        (await app.As("tocho").Get($"/reports/{number}")).Ok();
        (await app.As("tocho").PostText($"/api/notices/acknowledgement?id={Uri.EscapeDataString(id)}", "{}")).Ok();

        await using var session = app.Store.QuerySession(App.Organisation);
        var events = (await session.Events.FetchStreamAsync(Notice.Key(number))).Select(e => e.Data).Cast<NoticeEvent>().Where(e => e.Notice == id).ToList();
        Assert.Equal([typeof(NoticeQueued), typeof(NoticeAccepted), typeof(NoticeOpened), typeof(NoticeAcknowledged)], events.Select(e => e.GetType()));
        Assert.StartsWith("250 ", events.OfType<NoticeAccepted>().Single().Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_of_a_notice_leads_to_where_its_recipient_acts_and_says_that_it_was_opened()
    {
        var app = await fixture.Shared();
        var number = (await An.Report(app)).Number;
        await app.Quiet();
        var text = app.Mails(number).Single(m => m.To.Mailboxes.Single().Address.StartsWith("tocho@", StringComparison.Ordinal)).TextBody!;
        var link = new Uri(text.Split('\n').Single(l => l.Contains("/notices/open/", StringComparison.Ordinal)).Trim()).AbsolutePath;

        var stranger = await app.Nobody.Get(link);
        Assert.Equal((302, true), (stranger.Code, stranger.Headers.Location!.OriginalString.Contains("/sign-in", StringComparison.Ordinal)));
        var other = await app.As("shocho").Get(link);
        Assert.Equal((303, $"/reports/{number}/receive"), (other.Code, other.Headers.Location!.OriginalString));
        Assert.Null((await Notices(app, number)).Single(n => n.Id == $"notice/{number}/r1/tocho").OpenedAt);
        Assert.Equal(303, (await app.As("tocho").Get(link)).Code);
        Assert.NotNull((await Notices(app, number)).Single(n => n.Id == $"notice/{number}/r1/tocho").OpenedAt);
        Assert.Equal(404, (await app.As("tocho").Get(link[..^1] + (link[^1] == '0' ? '1' : '0'))).Code);
    }

    [Fact]
    public async Task A_refused_address_is_given_up_at_once_and_a_person_is_asked_to_telephone()
    {
        await using var app = await fixture.Own();
        await app.Revise(o => o with { People = o.People.Replace(o.Person("tocho")!, o.Person("tocho")! with { Mail = "no address at all" }) });

        var number = (await An.Report(app)).Number;
        await app.Quiet();

        var notices = await Notices(app, number);
        var failed = notices.Single(n => n.PersonId == "tocho");
        Assert.Equal(Delivery.Undeliverable, failed.Delivery);
        Assert.All(notices.Where(n => n.PersonId != "tocho"), n => Assert.Equal(Delivery.Accepted, n.Delivery));
        Assert.Equal("madoguchi", Assert.Single(notices, n => n.Reason == NoticeReason.MailUndelivered).PersonId);
        Assert.Contains(failed.Id, (await app.As("madoguchi").Get("/api/notices")).Ok().Read<List<Notice>>().Select(n => n.Id));
    }

    [Fact]
    public async Task What_is_refused_again_after_a_resend_asks_a_person_again()
    {
        await using var app = await fixture.Own();
        await app.Revise(o => o with { People = o.People.Replace(o.Person("tocho")!, o.Person("tocho")! with { Mail = "no address at all" }) });
        var number = (await An.Report(app)).Number;
        await app.Quiet();

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await app.As("madoguchi").PostText($"/api/notices/resend?id={Uri.EscapeDataString($"notice/{number}/r1/tocho")}", "{}")).Ok();
        await app.Quiet();

        var notices = await Notices(app, number);
        Assert.Equal((Delivery.Undeliverable, 1), notices.Where(n => n.Id == $"notice/{number}/r1/tocho").Select(n => (n.Delivery, n.Attempts)).Single());
        Assert.Equal(2, notices.Count(n => n.Reason == NoticeReason.MailUndelivered));
        Assert.Empty((await app.As("csirt").Get("/api/dead-letters")).Ok().Read<List<DeadLetter>>());
    }

    [Fact]
    public async Task Looking_at_a_report_before_its_mails_are_out_sends_none_twice_and_loses_none()
    {
        var blocked = Path.Combine(fixture.Folder(), "file");
        await File.WriteAllTextAsync(blocked, "");
        await using var app = await fixture.Own(("Mail:PickupDirectory", Path.Combine(blocked, "mail")));
        var number = (await An.Report(app)).Number;
        await app.Quiet();

        (await app.As("csirt").Get($"/reports/{number}")).Ok();
        File.Delete(blocked);
        var next = (await Notices(app, number)).Max(n => n.NextAttempt)!.Value;
        app.Clock.SetUtcNow(next);
        await app.Tell(new DeliverNotices([.. (await Notices(app, number)).Select(n => n.Id)]));
        await app.Quiet();

        var notices = await Notices(app, number);
        Assert.All(notices, n => Assert.Equal((Delivery.Accepted, 2), (n.Delivery, n.Attempts)));
        Assert.NotNull(notices.Single(n => n.PersonId == "csirt").OpenedAt);
        Assert.Equal(notices.Count, Directory.EnumerateFiles(Path.Combine(blocked, "mail"), "*.eml").Count());
    }

    [Fact]
    public async Task What_was_to_be_told_before_a_restriction_is_told_only_to_who_may_still_see_it()
    {
        var blocked = Path.Combine(fixture.Folder(), "file");
        await File.WriteAllTextAsync(blocked, "");
        await using var app = await fixture.Own(("Mail:PickupDirectory", Path.Combine(blocked, "mail")));
        var number = await An.Incident(app);
        await app.Quiet();
        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["jicho"], "内部不正の疑い"))).Ok();
        await app.Quiet();

        File.Delete(blocked);
        var waiting = (await Notices(app, number)).Where(n => n.Delivery == Delivery.Retrying).ToList();
        app.Clock.SetUtcNow(waiting.Max(n => n.NextAttempt)!.Value);
        await app.Tell(new DeliverNotices([.. waiting.Select(n => n.Id)]));
        await app.Quiet();

        var then = (await Notices(app, number)).ToLookup(n => n.Delivery, n => n.PersonId);
        string[] named = ["csirt", "jicho", "kanri"];
        Assert.Contains("tocho", then[Delivery.Undeliverable]);
        Assert.Empty(then[Delivery.Accepted].Except(named));
        Assert.Empty(then[Delivery.Undeliverable].Intersect(named));
        Assert.DoesNotContain(await Notices(app, number), n => n.Reason == NoticeReason.MailUndelivered);
    }

    [Fact]
    public async Task A_mail_server_that_is_away_is_tried_again_then_given_up_and_a_resend_works()
    {
        var blocked = Path.Combine(fixture.Folder(), "file");
        await File.WriteAllTextAsync(blocked, "");
        await using var app = await fixture.Own(("Mail:PickupDirectory", Path.Combine(blocked, "mail")));
        var number = (await An.Report(app)).Number;
        await app.Quiet();
        var id = $"notice/{number}/r1/tocho";

        var waits = app.Services.GetRequiredService<IOptions<MailOptions>>().Value.Waits;
        foreach (var (minutes, attempt) in waits.Select((m, i) => (m, i + 1)))
        {
            var notice = (await Notices(app, number)).Single(n => n.Id == id);
            Assert.Equal((Delivery.Retrying, attempt, app.Clock.GetUtcNow().AddMinutes(minutes)), (notice.Delivery, notice.Attempts, notice.NextAttempt));
            app.Clock.SetUtcNow(notice.NextAttempt!.Value);
            await app.Tell(new DeliverNotices([id]));
            await app.Quiet();
        }

        Assert.Equal(Delivery.Undeliverable, (await Notices(app, number)).Single(n => n.Id == id).Delivery);
        Assert.Contains(await Notices(app, number), n => n.Reason == NoticeReason.MailUndelivered && n.PersonId == "madoguchi");

        File.Delete(blocked);
        (await app.As("madoguchi").PostText($"/api/notices/resend?id={Uri.EscapeDataString(id)}", "{}")).Ok();
        await app.Until(async () => (await Notices(app, number)).Single(n => n.Id == id).Delivery == Delivery.Accepted, "the mail to go out");
    }

    [Fact]
    public async Task An_attempt_that_comes_too_early_waits()
    {
        var blocked = Path.Combine(fixture.Folder(), "file");
        await File.WriteAllTextAsync(blocked, "");
        await using var app = await fixture.Own(("Mail:PickupDirectory", Path.Combine(blocked, "mail")));
        var number = (await An.Report(app)).Number;
        await app.Quiet();

        await app.Tell(new DeliverNotices([$"notice/{number}/r1/tocho"]));

        Assert.Equal(1, (await Notices(app, number)).Single(n => n.PersonId == "tocho").Attempts);
    }

    [Fact]
    public async Task The_configured_waits_replace_the_built_in_ones()
    {
        await using var app = await fixture.Own(("Mail:RetryMinutes:0", "2"), ("Mail:RetryMinutes:1", "4"));

        Assert.Equal([2, 4], app.Services.GetRequiredService<IOptions<MailOptions>>().Value.Waits);
    }

    [Fact]
    public async Task Notices_that_an_earlier_version_has_kept_in_streams_of_their_own_are_listed_and_go_on()
    {
        await using var app = await fixture.Own();
        var number = (await An.Report(app)).Number;
        await app.Quiet();
        var id = $"notice/{number}/r9/tocho";
        await using (var session = app.Store.LightweightSession(App.Organisation))
        {
            session.Events.StartStream<Notice>(id, new NoticeQueued(Report.Key(number), number, NoticeReason.Told, "tocho", "見本 直樹", "tocho@example.jp", Office.SecurityManager, [], "", false, app.Clock.GetUtcNow()), new NoticeAccepted(1, "250 OK", app.Clock.GetUtcNow()));
            await session.SaveChangesAsync();
        }
        await using (var forget = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"delete from {EventStore.Schema}.notice")) await forget.ExecuteNonQueryAsync();
        var rebuild = app.Services.GetRequiredService<NoticeRebuild>();

        Assert.True(await rebuild.IsNeeded());
        Assert.Equal(2, await rebuild.Run());
        Assert.False(await rebuild.IsNeeded());
        (await app.As("tocho").PostText($"/api/notices/acknowledgement?id={Uri.EscapeDataString(id)}", "{}")).Ok();

        var notices = await Notices(app, number);
        Assert.Equal(7, notices.Count);
        Assert.Equal((id, Delivery.Accepted, true), notices.Where(n => n.Id == id).Select(n => (n.Stream, n.Delivery, n.AcknowledgedAt is not null)).Single());
    }

    internal static Task<IReadOnlyList<Notice>> Notices(App app, string number, string organisation = App.Organisation) =>
        app.Services.GetRequiredService<NoticeList>().OfNumber(organisation, number, CancellationToken.None);
}

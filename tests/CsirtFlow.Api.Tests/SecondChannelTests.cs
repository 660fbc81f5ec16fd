using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsirtFlow.Api.Intake;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Tests;

/// <summary>補助の連絡手段: what is passed on, signed and under one id, and that it never stands in the way of a mail.</summary>
public sealed class SecondChannelTests(AppFixture fixture)
{
    private const string Secret = "a secret of forty characters, more or less";

    private static readonly ReportOccurrence Emergency = An.Occurrence with { EmergencyImpact = EmergencyImpact.Present };

    [Fact]
    public async Task Who_is_told_of_an_emergency_is_told_there_too_once_and_signed()
    {
        await using var gateway = await Gateway.Start();
        await using var app = await Started(gateway);

        var number = (await An.Report(app, Emergency)).Number;
        await app.Quiet();

        var notices = await NoticeTests.Notices(app, number);
        var calls = gateway.Calls.ToList();
        Assert.Equal(notices.Select(n => n.PersonId).Order(), calls.Select(c => Read(c).PersonId).Order());
        Assert.All(calls, IsSigned);
        Assert.Equal(calls.Count, calls.Select(c => c.Headers["webhook-id"]).Distinct().Count());
        Assert.All(calls, c => Assert.DoesNotContain("宛先を間違えて", Encoding.UTF8.GetString(c.Body), StringComparison.Ordinal));
        Assert.All(calls, c => Assert.DoesNotContain("traceparent", c.Headers.Keys));
        var told = Read(calls.Single(c => Read(c).PersonId == "tocho"));
        var notice = notices.Single(n => n.PersonId == "tocho");
        Assert.Equal((number, notice.Reason, notice.Office, notice.PersonName, true, notice.QueuedAt, false), (told.Number, told.Reason, told.Office, told.PersonName, told.Emergency, told.At, told.Drill));
        var mail = app.Mails(number).Single(m => m.To.Mailboxes.Single().Address == notice.Address);
        Assert.Equal(mail.Subject, told.Text);
        Assert.Contains(told.Link, mail.TextBody, StringComparison.Ordinal);
        Assert.All(notices, n => Assert.Equal((true, 1, "200 queued", Delivery.Accepted), (n.Relay!.Sent, n.Relay.Attempts, n.Relay.LastReply, n.Delivery)));
        Assert.Contains("補助の連絡手段：送りました", (await app.As("csirt").Get($"/reports/{number}")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains("補助の連絡手段：送りました", (await app.As("csirt").Get("/notices?all=true")).Ok().Text, StringComparison.Ordinal);
        await Replay.Agrees(app);
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task Of_what_is_no_emergency_only_an_overdue_duty_and_an_undelivered_mail_are_passed_on()
    {
        await using var gateway = await Gateway.Start();
        await using var app = await Started(gateway);
        await app.Revise(o => o with { People = o.People.Replace(o.Person("tocho")!, o.Person("tocho")! with { Mail = "no address at all" }) });

        var number = (await An.Report(app)).Number;
        await app.Quiet();
        Assert.Equal([(NoticeReason.MailUndelivered, "madoguchi")], gateway.Calls.Select(c => (Read(c).Reason, Read(c).PersonId)));

        while ((await NoticeTests.Notices(app, number)).All(n => n.Reason != NoticeReason.Overdue)) await app.Ring(number);
        Assert.Contains(NoticeReason.Overdue, gateway.Calls.Select(c => Read(c).Reason));
        Assert.Equal(Wanted(await NoticeTests.Notices(app, number)), gateway.Calls.Select(c => Read(c)).Select(r => (r.Reason, r.PersonId)).Order());

        static IEnumerable<(NoticeReason, string)> Wanted(IEnumerable<Notice> notices) =>
            notices.Where(n => n.Reason is NoticeReason.Overdue or NoticeReason.MailUndelivered).Select(n => (n.Reason, n.PersonId)).Order();
    }

    [Fact]
    public async Task All_can_be_passed_on()
    {
        await using var gateway = await Gateway.Start();
        await using var app = await Started(gateway, ("SecondChannel:OnlyEmergency", "false"));

        var number = (await An.Report(app)).Number;
        await app.Quiet();

        Assert.Equal((await NoticeTests.Notices(app, number)).Count, gateway.Calls.Count);
    }

    [Fact]
    public async Task What_the_gateway_did_not_take_is_tried_again_under_the_same_id_and_not_once_it_has()
    {
        await using var gateway = await Gateway.Start();
        await using var app = await Started(gateway);
        gateway.Answer = http => { http.Response.StatusCode = 500; return http.Response.WriteAsync("no\r\ncredit"); };
        var number = (await An.Report(app, Emergency)).Number;
        await app.Quiet();
        var failed = await NoticeTests.Notices(app, number);
        Assert.All(failed, n => Assert.Equal((new Relay(1, "500 no credit", app.Clock.GetUtcNow(), false, app.Clock.GetUtcNow().AddMinutes(1)), Delivery.Accepted), (n.Relay!, n.Delivery)));
        Assert.Equal(failed.Count, await app.Scalar($"select count(*) from {EventStore.Schema}.mt_events where type = 'notice_relay_failed'"));
        Assert.True(await app.Scalar($"select count(*) from {EventStore.MessageSchema}.wolverine_incoming_envelopes where status = 'Scheduled' and message_type like '%RelayNotices'") is > 0);
        var first = gateway.Calls.ToList();
        gateway.Calls.Clear();
        gateway.Answer = http => { http.Response.StatusCode = 202; return Task.CompletedTask; };

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = new RelayNotices([.. failed.Select(n => n.Id)], 2);
        await app.Tell(again);
        await app.Tell(again);
        await app.Tell(again with { Attempt = 1 });
        await app.Tell(again with { Attempt = 3 });

        Assert.Equal(first.Select(c => c.Headers["webhook-id"]).Order(), gateway.Calls.Select(c => c.Headers["webhook-id"]).Order());
        Assert.All(gateway.Calls, IsSigned);
        Assert.Equal([1L * 60], gateway.Calls.Select(Timestamp).Distinct().Select(t => t - Timestamp(first[0])));
        Assert.All(await NoticeTests.Notices(app, number), n => Assert.Equal(new Relay(2, "202", app.Clock.GetUtcNow(), true, null), n.Relay));
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task After_the_last_wait_it_is_given_up()
    {
        await using var gateway = await Gateway.Start();
        await using var app = await Started(gateway, ("Mail:RetryMinutes:0", "5"));
        gateway.Answer = http => { http.Response.StatusCode = 503; return Task.CompletedTask; };
        var number = (await An.Report(app, Emergency)).Number;
        await app.Quiet();

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.Tell(new RelayNotices([.. (await NoticeTests.Notices(app, number)).Select(n => n.Id)], 2));

        Assert.All(await NoticeTests.Notices(app, number), n => Assert.Equal((2, false, null), (n.Relay!.Attempts, n.Relay.Sent, n.Relay.NextAttempt)));
        Assert.Contains("補助の連絡手段：送れませんでした", (await app.As("csirt").Get($"/reports/{number}")).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_restriction_hides_a_matter_from_is_not_told_there_either()
    {
        await using var gateway = await Gateway.Start();
        await using var app = await Started(gateway);
        gateway.Answer = http => { http.Response.StatusCode = 500; return Task.CompletedTask; };
        var number = await An.Incident(app, Emergency);
        await app.Quiet();
        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["jicho"], "内部不正の疑い"))).Ok();
        await app.Quiet();
        gateway.Calls.Clear();
        gateway.Answer = _ => Task.CompletedTask;

        var waiting = (await NoticeTests.Notices(app, number)).Where(n => n.Relay is { Sent: false }).ToList();
        await app.Tell(new RelayNotices([.. waiting.Select(n => n.Id)], 2));

        string[] named = ["csirt", "jicho", "kanri"];
        Assert.Contains(waiting, n => !named.Contains(n.PersonId));
        Assert.Empty(gateway.Calls.Select(c => Read(c).PersonId).Except(named));
        Assert.All((await NoticeTests.Notices(app, number)).Where(n => waiting.Any(w => w.Id == n.Id)), n => Assert.Equal(named.Contains(n.PersonId), n.Relay!.Sent));
    }

    [Fact]
    public async Task Without_a_gateway_nothing_is_passed_on()
    {
        var app = await fixture.Shared();
        var number = (await An.Report(app, Emergency)).Number;
        await app.Quiet();

        Assert.All(await NoticeTests.Notices(app, number), n => Assert.Null(n.Relay));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var gateway = await Gateway.Start();
        gateway.Answer = http => { http.Response.StatusCode = 307; http.Response.Headers.Location = "/elsewhere"; return Task.CompletedTask; };

        Assert.Equal(new RelayOutcome(false, "307"), await Post(gateway));
        Assert.Equal(["/hook"], gateway.Calls.Select(c => c.Path));
    }

    [Fact]
    public async Task A_long_answer_is_kept_short_and_on_one_line()
    {
        await using var gateway = await Gateway.Start();
        gateway.Answer = http => http.Response.WriteAsync("a\r\nb\0" + new string('長', 100_000));

        var outcome = await Post(gateway);

        Assert.True(outcome.Taken);
        Assert.StartsWith("200 a b 長", outcome.Reply, StringComparison.Ordinal);
        Assert.Equal(200, outcome.Reply.Length);
    }

    [Fact]
    public async Task A_gateway_that_says_nothing_is_left_after_ten_seconds()
    {
        await using var gateway = await Gateway.Start();
        gateway.Answer = http => Task.Delay(TimeSpan.FromMinutes(1), http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(new RelayOutcome(false, "no answer within 10 s"), await Post(gateway).WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_gateway_that_is_not_there_is_an_outcome()
    {
        var gateway = await Gateway.Start();
        var url = gateway.Url;
        await gateway.DisposeAsync();
        using var channel = Channel(url);

        Assert.False((await channel.Post("notice_1", "{}"u8.ToArray(), CancellationToken.None)).Taken);
    }

    // The example of the specification.
    [Fact]
    public void The_signature_is_that_of_standard_webhooks() =>
        Assert.Contains(("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
            StandardWebhook.Headers(StandardWebhook.Key("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!, "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), "{\"test\": 2432232314}"u8.ToArray()));

    [Theory]
    [InlineData("", "", true)]
    [InlineData("https://sms.example.jp/hook", Secret, true)]
    [InlineData("http://127.0.0.1:8080/hook", Secret, true)]
    [InlineData("http://[::1]:8080/hook", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true)]
    [InlineData("http://sms.example.jp/hook", Secret, false)]
    [InlineData("http://127.0.0.1.example.jp/hook", Secret, false)]
    [InlineData("ftp://127.0.0.1/hook", Secret, false)]
    [InlineData("/hook", Secret, false)]
    [InlineData("https://user:password@sms.example.jp/", Secret, false)]
    [InlineData("https://sms.example.jp/hook", "", false)]
    [InlineData("https://sms.example.jp/hook", "too short for a secret", false)]
    [InlineData("https://sms.example.jp/hook", "whsec_no base64, though it is long enough", false)]
    public void Only_a_signed_call_over_a_safe_line_can_be_configured(string url, string secret, bool usable)
    {
        var options = new SecondChannelOptions { Url = url, Secret = secret };

        Assert.Equal(usable, Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true));
    }

    private Task<App> Started(Gateway gateway, params (string, string)[] settings) => fixture.Own([("SecondChannel:Url", gateway.Url), ("SecondChannel:Secret", Secret), .. settings]);

    private static SecondChannel Channel(string url) => new(Options.Create(new SecondChannelOptions { Url = url, Secret = Secret }), TimeProvider.System);

    private static async Task<RelayOutcome> Post(Gateway gateway)
    {
        using var channel = Channel(gateway.Url);
        return await channel.Post("notice_1", "{}"u8.ToArray(), CancellationToken.None);
    }

    private static RelayedNotice Read(GatewayCall call) => JsonSerializer.Deserialize<RelayedNotice>(call.Body, Json.Strict)!;

    private static long Timestamp(GatewayCall call) => long.Parse(call.Headers["webhook-timestamp"], CultureInfo.InvariantCulture);

    private static void IsSigned(GatewayCall call)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{call.Headers["webhook-id"]}.{call.Headers["webhook-timestamp"]}."), .. call.Body];
        Assert.Equal($"v1,{Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed))}", call.Headers["webhook-signature"]);
        Assert.Equal(call.Headers["webhook-id"], Read(call).Id);
        Assert.Equal("application/json; charset=utf-8", call.Headers["Content-Type"]);
    }
}

using CsirtFlow.Api.Mail;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests.Mail;

/// <summary>要確認 (32-2-1): what waits for a person, who may say what it is, and what becomes of it.</summary>
public sealed class InboxTests(AppFixture fixture)
{
    private static readonly string[] Desk = ["madoguchi", "csirt", "csirt3"];

    private static string Mail(string from, string subject, string text) => $"From: {from}\nTo: csirt@example.jp\nSubject: {subject}\nMessage-ID: <{Guid.NewGuid():N}@example.net>\nContent-Type: text/plain; charset=utf-8\n\n{text}\n";

    [Fact]
    public async Task What_waits_is_taken_as_a_report_once_whoever_says_it_and_its_sender_is_told()
    {
        var app = await fixture.Shared();
        var sha256 = await An.Mail(app, Mail("住子 <a@example.net>", "R8-0001 の件", "番号だけを知っている人"));

        var numbers = await Task.WhenAll(Desk.Select(async p => (await app.As(p).PostText($"/api/incoming-mails/{sha256}/report", "{}")).Ok().Json.GetProperty("number").GetString()));
        await app.Quiet();

        var number = Assert.Single(numbers.Distinct());
        var mail = (await app.As("csirt").Get($"/api/incoming-mails/{sha256}")).Ok().Read<InboxEndpoints.MailAnswer>();
        Assert.Equal((MailStanding.Report, number, Delivery.Accepted), (mail.Mail.Standing, mail.Mail.Number, mail.Mail.Answer));
        Assert.Single(app.Mails(number!), m => m.Headers["Auto-Submitted"] == "auto-replied");
        (await app.As("csirt").Post($"/api/incoming-mails/{sha256}/dismissal", new DismissMail("違った"))).Is(409, "policy-refuses");
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task What_waits_joins_a_report_that_the_person_may_see()
    {
        var app = await fixture.Shared();
        var number = (await An.Report(app)).Number;
        var hidden = await An.Incident(app);
        (await app.As("csirt").Post($"/api/incidents/{hidden}/restriction", new RestrictIncident(["csirt"], "調査のため"))).Ok();
        var sha256 = await An.Mail(app, Mail("a@example.net", $"{number} 追加", "続きです"));

        (await app.As("madoguchi").Post($"/api/incoming-mails/{sha256}/addition", new AddMailToReport(hidden))).Is(409, "policy-refuses");
        Assert.Equal(204, (await app.As("madoguchi").Post($"/api/incoming-mails/{sha256}/addition", new AddMailToReport(number))).Code);
        Assert.Equal(204, (await app.As("madoguchi").Post($"/api/incoming-mails/{sha256}/addition", new AddMailToReport(number))).Code);
        await app.Quiet();

        await using var session = app.Store.QuerySession(App.Organisation);
        var added = Assert.Single((await session.Events.FetchStreamAsync(Report.Key(number))).Select(e => e.Data).OfType<ReportSupplemented>());
        Assert.Equal(("madoguchi", "続きです"), (added.Origin.By.PersonId, added.Answers["メールの本文"]));
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task What_belongs_to_a_restricted_incident_is_seen_by_those_who_may_see_it_alone()
    {
        var app = await fixture.Shared();
        var sha256 = await An.Mail(app, Mail("b@example.net", "内部の不正", "職員が持ち出しています"));
        var mail = (await app.As("csirt").Get($"/api/incoming-mails/{sha256}")).Ok().Read<InboxEndpoints.MailAnswer>().Mail;
        Assert.Equal(MailStanding.Report, mail.Standing);
        (await app.As("csirt").Post($"/api/reports/{mail.Number}/evaluation", new EvaluateReport(Verdict.Incident, "確認した", "内部不正"))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{mail.Number}/restriction", new RestrictIncident(["csirt"], "調査のため"))).Ok();

        Assert.Equal(404, (await app.As("madoguchi").Get($"/api/incoming-mails/{sha256}")).Code);
        Assert.DoesNotContain(sha256, (await app.As("madoguchi").Get("/api/incoming-mails?all=true")).Ok().Text, StringComparison.Ordinal);
        Assert.Equal(404, (await app.As("madoguchi").Get($"/incoming-mails/{sha256}/raw")).Code);
        (await app.As("csirt").Get($"/api/incoming-mails/{sha256}")).Ok();
    }

    [Fact]
    public async Task Nor_does_the_start_page_count_it_for_others()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        await app.Quiet();
        var notice = app.Mails(number).First(m => m.To.Mailboxes.Single().Address.StartsWith("tocho@", StringComparison.Ordinal));
        await An.Mail(app, $"From: b@example.net\nIn-Reply-To: <{notice.MessageId}>\nSubject: Re: {number}\n\nほかの人から\n");
        async Task<int> Waiting(string person) => (await app.Services.GetRequiredService<InboxDesk>().Glance(new Caller(App.Organisation, person, "test", "test"), CancellationToken.None))!.Waiting;
        Assert.Equal(1, await Waiting("madoguchi"));

        (await app.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["csirt"], "調査のため"))).Ok();

        Assert.Equal((0, 1), (await Waiting("madoguchi"), await Waiting("csirt")));
    }

    [Fact]
    public async Task The_original_is_downloaded_as_it_came_and_never_opened_by_the_browser()
    {
        var app = await fixture.Shared();
        var raw = "Subject: <script>alert(1)</script>\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<script>alert(1)</script><p>本文</p>\n--b\nContent-Type: text/html\nContent-Disposition: attachment; filename=\"../../x\\\"y.html\"\n\n<script>alert(2)</script>\n--b--\n";
        var sha256 = await An.Mail(app, raw);

        var page = (await app.As("madoguchi").Get($"/incoming-mails/{sha256}")).Ok().Text;
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("本文", page, StringComparison.Ordinal);
        foreach (var path in new[] { "raw", "files/1" })
        {
            var file = await app.As("madoguchi").Get($"/incoming-mails/{sha256}/{path}");
            Assert.Equal("application/octet-stream", file.ContentType);
            Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(raw.ReplaceLineEndings("\r\n")), (await app.As("madoguchi").Get($"/incoming-mails/{sha256}/raw")).Bytes);
        Assert.Equal(404, (await app.As("madoguchi").Get($"/incoming-mails/{sha256}/files/9")).Code);
        Assert.Equal(403, (await app.As("tocho").Get($"/incoming-mails/{sha256}/raw")).Code);
        Assert.Equal(404, (await app.As("madoguchi").Get("/incoming-mails/zz")).Code);
    }

    [Fact]
    public async Task Mail_decides_nothing()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        var before = (await app.As("csirt").Get($"/api/incidents/{number}/events")).Ok().Json.GetArrayLength();
        await An.Mail(app, Mail("\"管理者\" <kanri@kakuu-shobo.example.jp>", $"［{number}］承認", $"承認します。{number} を受領しました。評価：インシデント"));
        await app.Quiet();

        Assert.Equal(before, (await app.As("csirt").Get($"/api/incidents/{number}/events")).Ok().Json.GetArrayLength());
    }

    [Fact]
    public async Task A_mail_of_one_organisation_is_none_of_another()
    {
        var app = await fixture.Shared();
        var sha256 = await An.Mail(app, Mail("a@example.net", "相談", "本文"));
        await using var session = app.Store.QuerySession("elsewhere");
        Assert.Null(await session.LoadAsync<IncomingMail>(IncomingMail.Key(sha256), TestContext.Current.CancellationToken));
    }
}

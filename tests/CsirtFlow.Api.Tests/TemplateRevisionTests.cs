using CsirtFlow.Api.Forms;
using CsirtFlow.Domain;
using CsirtFlow.Notifications;

namespace CsirtFlow.Api.Tests;

/// <summary>通知文のひな形の改定: a mail goes out with what two persons approved, and goes out even where that fails.</summary>
public sealed class TemplateRevisionTests(AppFixture fixture)
{
    private const string Path = "/api/templates/duty_opened";

    [Fact]
    public async Task A_mail_goes_out_with_the_approved_template()
    {
        await using var app = await fixture.Own();
        await Approve(app, NoticeTemplates.Join("【要対応】{{ first.title }}", "{{ first.title }}を、まず電話で相談してから進めてください。"));

        var number = (await An.Report(app)).Number;
        await app.Quiet();

        var mail = app.Mails(number).First(m => m.Subject?.Contains("【要対応】", StringComparison.Ordinal) is true);
        Assert.Contains("まず電話で相談してから進めてください。", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("/notices/open/", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(2, (await app.As("csirt").Get(Path)).Ok().Read<TemplateAnswer>().Version);
    }

    [Fact]
    public async Task Where_an_approved_template_fails_the_products_is_used_and_health_says_so()
    {
        await using var app = await fixture.Own();
        // The sample has another number.
        await Approve(app, NoticeTemplates.Join("【要対応】{{ first.title }}", "{{ first.title }}{{ if number != \"R8-0017\" }}{{ while true }}x{{ end }}{{ end }}"));

        var number = (await An.Report(app)).Number;
        await app.Quiet();

        Assert.Contains(app.Mails(number), m => m.TextBody?.Contains("次の対応をお願いします。", StringComparison.Ordinal) is true);
        Assert.DoesNotContain(app.Mails(number), m => m.Subject?.Contains("【要対応】", StringComparison.Ordinal) is true);
        Assert.Contains("duty_opened", (await app.Nobody.Get("/health/ready")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("お願い：{{ first.title }}\n---\n{{ nummer }}", "nummer")]
    [InlineData("お願い：{{ first.title }}\n---\n{{ while true }}x{{ end }}", "作れません")]
    [InlineData("お願い：{{ first.title }}\n---\n{{ first.title }}\n{{ if drill }}訓練", "本文の2行目までに、書き方の誤り")]
    [InlineData("お願い：{{ first.title\n---\n{{ first.title }}", "件名の {{ と }} の数が合いません。")]
    [InlineData("お願い：{{ first.title }}", "---")]
    public async Task A_text_that_could_not_be_sent_is_refused_with_a_sentence(string text, string said)
    {
        var refused = (await (await fixture.Shared()).As("csirt").Post($"{Path}/revision", new ProposeFormRevision(text, "試し"))).Is(400, "form-unfit");

        Assert.Contains(said, refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_other_template() => (await (await fixture.Shared()).As("csirt").Post("/api/templates/letter/revision", new ProposeFormRevision("一\n---\n二", "試し"))).Is(404, "not-found");

    private static async Task Approve(App app, string text)
    {
        (await app.As("somu-shukan").Post($"{Path}/revision", new ProposeFormRevision(text, "電話を先にする"))).Ok();
        (await app.As("shobocho").Post($"{Path}/approval", new ApproveFormRevision((await app.As("shobocho").Get(Path)).Ok().Read<TemplateAnswer>().Proposal!.Content))).Ok();
    }
}

using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Tests.OpenIdConnect;
using CsirtFlow.Api.Web.Entrance;
using MimeKit;

namespace CsirtFlow.Api.Tests;

/// <summary>アカウントの変更: whoever it may not have been is told by mail.</summary>
public sealed class AccountNoticeTests(AppFixture fixture)
{
    private const string Subject = "アカウントの変更";

    [Fact]
    public async Task A_person_is_told_when_somebody_else_resets_the_second_factor()
    {
        await using var app = await fixture.Own();
        var (_, madoguchi) = (await SecondFactor.SetUp(app, "csirt"), await SecondFactor.SetUp(app, "madoguchi"));
        await (await Opened.At(app, SecondFactorListPages.Path, madoguchi.Cookies)).Post(SecondFactorListPages.Path, "192.0.2.20", ("Person", "csirt"), ("Reason", "機種変更。内線で本人と確かめた。"));

        var mail = await Mail(app, "csirt", "二要素認証の解除");

        Assert.Contains("/notices/open/", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("機種変更", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_told_of_a_new_token_and_of_nothing_that_came_to_nothing()
    {
        await using var app = await fixture.Own();
        var page = await Opened.At(app, TokenPages.Path, Entrance.Cookie(await Entrance.SignIn(app, "192.0.2.20", "csirt")));
        Assert.Equal(422, (await page.Post(TokenPages.Path, "192.0.2.20", ("Name", ""), ("Days", "30"))).Code);
        Assert.Equal(200, (await page.Post(TokenPages.Path, "192.0.2.20", ("Name", "秘密の用途"), ("Days", "30"))).Code);

        var mail = await Mail(app, "csirt", "APIトークンの作成");

        Assert.DoesNotContain("csf_", mail.TextBody, StringComparison.Ordinal);
        Assert.Single(Mails(app));
        Assert.Contains("APIトークンの作成", (await app.As("csirt").Get("/notices")).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_told_when_the_account_is_bound_to_a_user_elsewhere()
    {
        await using var by = (await ByProvider.Linking(fixture)).As("csirt", "csirt-lead");
        by.Inside(await by.Come());
        by.Inside(await by.Come());

        await Mail(by.App, "csirt", "組織の認証サービスとのひも付け");
        Assert.Single(Mails(by.App));
    }

    private static async Task<MimeMessage> Mail(App app, string person, string what)
    {
        await app.Quiet();
        await app.Until(() => Task.FromResult(Mails(app).Count > 0), "the mail");
        var mail = Mails(app)[0];
        Assert.Equal($"{person}@kakuu-shobo.example.jp", mail.To.Mailboxes.Single().Address);
        Assert.Contains(what, mail.TextBody, StringComparison.Ordinal);
        return mail;
    }

    private static List<MimeMessage> Mails(App app) => [.. Directory.EnumerateFiles(app.MailFolder, "*.eml").Select(f => MimeMessage.Load(f)).Where(m => m.Subject!.Contains(Subject, StringComparison.Ordinal))];
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CsirtFlow.Api.Organisations;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests;

/// <summary>Notices to people whose certificate is kept.</summary>
public sealed class EncryptedNoticeTests(AppFixture fixture)
{
    [Fact]
    public async Task Who_has_a_certificate_gets_notices_encrypted_and_a_bad_one_keeps_none_back()
    {
        var folder = fixture.Folder();
        await using var app = await fixture.Own(("Mail:CertificateDirectory", folder));
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var valid = request.CreateSelfSigned(AppFixture.Start.AddYears(-1), AppFixture.Start.AddYears(1));
        using var expired = request.CreateSelfSigned(AppFixture.Start.AddYears(-1), AppFixture.Start.AddDays(-1));
        var organisation = await app.Services.GetRequiredService<OrganisationDirectory>().Get(App.Organisation, CancellationToken.None);
        var address = organisation.Person("tocho")!.Mail;
        await File.WriteAllTextAsync(Path.Combine(folder, $"{address}.pem"), valid.ExportCertificatePem());
        Assert.DoesNotContain("certificates", (await app.Nobody.Get("/health/ready")).Text, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{organisation.Person("jicho")!.Mail}.cer"), expired.RawData);

        var number = (await An.Report(app)).Number;
        await app.Quiet();

        var mails = app.Mails(number);
        Assert.Equal(6, mails.Count);
        Assert.Equal([address], mails.Where(m => m.Body!.ContentType.MimeType == "application/pkcs7-mime").Select(m => m.To.Mailboxes.Single().Address));
        Assert.Equal(5, mails.Count(m => m.TextBody is not null && m.HtmlBody is not null));
        var health = (await app.Nobody.Get("/health/ready")).Text;
        Assert.Contains("1 certificates of recipients cannot be used", health, StringComparison.Ordinal);
        Assert.DoesNotContain("@", health, StringComparison.Ordinal);
    }
}

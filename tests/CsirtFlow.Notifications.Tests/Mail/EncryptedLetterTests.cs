using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CsirtFlow.Notifications.Mail;
using MimeKit;
using ApplicationPkcs7Mime = MimeKit.Cryptography.ApplicationPkcs7Mime;
using SecureMimeType = MimeKit.Cryptography.SecureMimeType;

namespace CsirtFlow.Notifications.Tests.Mail;

/// <summary>S/MIME: who has a certificate gets letters that nobody else can read, and a bad certificate keeps no letter back.</summary>
public sealed class EncryptedLetterTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("csirtflow-certificates-").FullName;

    private RecipientCertificates Certificates => new(directory, new Standing(Letters.Sunday1145));

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [InlineData("takasaki@example.jp.cer", false)]
    [InlineData("takasaki@example.jp.crt", true)]
    [InlineData("takasaki@example.jp.pem", true)]
    public void Only_the_key_of_its_recipient_opens_it(string file, bool pem)
    {
        using var own = Certificate();
        Keep(own, file, pem);

        var arrived = Sent(Letters.ToTakasaki with { EncryptFor = Certificates.Of("Takasaki@example.jp")!.Certificate });

        var envelope = Assert.IsType<ApplicationPkcs7Mime>(arrived.Body);
        Assert.Equal((SecureMimeType.EnvelopedData, Letters.ToTakasaki.Subject), (envelope.SecureMimeType, arrived.Subject));
        Assert.Null(arrived.TextBody);
        using var content = new MemoryStream();
        envelope.Content!.DecodeTo(content);
        var cms = new EnvelopedCms();
        cms.Decode(content.ToArray());
        Assert.Equal("2.16.840.1.101.3.4.1.42", cms.ContentEncryptionAlgorithm.Oid.Value);
        cms.Decrypt([own]);
        var inner = Assert.IsType<MultipartAlternative>(MimeEntity.Load(new MemoryStream(cms.ContentInfo.Content)));
        Assert.Equal(Letters.ToTakasaki.Text, inner.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(Letters.ToTakasaki.ToMimeMessage().HtmlBody, inner.HtmlBody);
        Assert.DoesNotContain("\n", Encoding.Latin1.GetString(cms.ContentInfo.Content).Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_else_can_open_it()
    {
        using var own = Certificate();
        using var other = Certificate();
        var cms = new EnvelopedCms();
        cms.Decode(Content(Letters.ToTakasaki with { EncryptFor = own }));

        Assert.ThrowsAny<CryptographicException>(() => cms.Decrypt([other]));
    }

    [Theory]
    [InlineData("../takasaki@example.jp")]
    [InlineData("sub/takasaki@example.jp")]
    [InlineData("takasaki@example.jp.cer")]
    [InlineData("*")]
    [InlineData("")]
    public void An_address_is_looked_up_and_makes_no_path(string address)
    {
        using var own = Certificate();
        Directory.CreateDirectory(Path.Combine(directory, "sub"));
        Keep(own, "takasaki@example.jp.cer", pem: false);
        Keep(own, "sub/takasaki@example.jp.cer", pem: false);

        Assert.Null(new RecipientCertificates(Path.Combine(directory, "sub"), TimeProvider.System).Of("../takasaki@example.jp"));
        Assert.Null(Certificates.Of(address));
    }

    [Fact]
    public void What_cannot_be_used_is_named_with_its_reason()
    {
        using var expired = Certificate(until: Letters.Sunday1145.AddSeconds(-1));
        using var early = Certificate(from: Letters.Sunday1145.AddDays(1));
        using var weak = Certificate(bits: 1024);
        using var signing = Certificate(usage: X509KeyUsageFlags.DigitalSignature);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var elliptic = new CertificateRequest("CN=x", ec, HashAlgorithmName.SHA256).CreateSelfSigned(Letters.Sunday1145.AddDays(-1), Letters.Sunday1145.AddDays(1));
        (X509Certificate2, string)[] bad = [(expired, "expired"), (early, "not valid yet"), (weak, "no RSA key of 2048 bits or more"), (signing, "its key is not for encryption"), (elliptic, "no RSA key of 2048 bits or more")];
        foreach (var (certificate, reason) in bad) Keep(certificate, $"{reason}{certificate.Thumbprint}@example.jp.cer", pem: false);
        File.WriteAllText(Path.Combine(directory, "broken@example.jp.pem"), "no certificate");
        File.WriteAllText(Path.Combine(directory, "readme.txt"), "no certificate either");

        Assert.All(bad, b => Assert.Equal((null, b.Item2), (Certificates.Of($"{b.Item2}{b.Item1.Thumbprint}@example.jp")!.Certificate, Certificates.Of($"{b.Item2}{b.Item1.Thumbprint}@example.jp")!.Problem)));
        Assert.NotNull(Certificates.Of("broken@example.jp")!.Problem);
        Assert.Equal(6, Certificates.Problems().Count);
    }

    [Fact]
    public void A_new_certificate_lies_beside_the_old_one()
    {
        using var old = Certificate(until: Letters.Sunday1145.AddDays(-1));
        using var renewed = Certificate();
        Keep(old, "takasaki@example.jp.cer", pem: false);
        Keep(renewed, "takasaki@example.jp.pem", pem: true);

        Assert.Equal(renewed.Thumbprint, Certificates.Of("takasaki@example.jp")!.Certificate!.Thumbprint);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_problem_and_none_is_not()
    {
        var missing = new RecipientCertificates(Path.Combine(directory, "missing"), TimeProvider.System);

        Assert.Null(missing.Of("takasaki@example.jp"));
        Assert.Single(missing.Problems());
        Assert.Empty(new RecipientCertificates("", TimeProvider.System).Problems());
    }

    private void Keep(X509Certificate2 certificate, string file, bool pem)
    {
        if (pem) File.WriteAllText(Path.Combine(directory, file), certificate.ExportCertificatePem());
        else File.WriteAllBytes(Path.Combine(directory, file), certificate.RawData);
    }

    private static X509Certificate2 Certificate(DateTimeOffset? from = null, DateTimeOffset? until = null, int bits = 2048, X509KeyUsageFlags? usage = null)
    {
        using var key = RSA.Create(bits);
        var request = new CertificateRequest("CN=takasaki@example.jp", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (usage is { } only) request.CertificateExtensions.Add(new X509KeyUsageExtension(only, critical: true));
        return request.CreateSelfSigned(from ?? Letters.Sunday1145.AddYears(-1), until ?? Letters.Sunday1145.AddYears(2));
    }

    private static byte[] Content(Letter letter)
    {
        using var content = new MemoryStream();
        ((ApplicationPkcs7Mime)letter.ToMimeMessage().Body!).Content!.DecodeTo(content);
        return content.ToArray();
    }

    private static MimeMessage Sent(Letter letter)
    {
        using var bytes = new MemoryStream();
        letter.ToMimeMessage().WriteTo(bytes);
        return MimeMessage.Load(new MemoryStream(bytes.ToArray()));
    }

    private sealed class Standing(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using ApplicationPkcs7Mime = MimeKit.Cryptography.ApplicationPkcs7Mime;
using SecureMimeType = MimeKit.Cryptography.SecureMimeType;

namespace CsirtFlow.Notifications.Mail;

/// <summary>S/MIMEによる暗号化 (RFC 8551 3.3): enveloped data with AES-256 in CBC mode, which every mail program in use opens.</summary>
internal static class Enveloped
{
    private static readonly Oid Aes256Cbc = new("2.16.840.1.101.3.4.1.42");

    // Line ends as on the wire, whatever the machine's own are (RFC 8551 3.1.1).
    private static readonly FormatOptions Canonical = new() { NewLineFormat = NewLineFormat.Dos };

    /// <exception cref="CryptographicException">The certificate's key cannot be used.</exception>
    public static ApplicationPkcs7Mime For(X509Certificate2 certificate, MimeEntity body)
    {
        using var bytes = new MemoryStream();
        body.WriteTo(Canonical, bytes);
        return new ApplicationPkcs7Mime(SecureMimeType.EnvelopedData, new MemoryStream(Encrypted(certificate, bytes.ToArray())));
    }

    /// <inheritdoc cref="For"/>
    public static byte[] Encrypted(X509Certificate2 certificate, byte[] content)
    {
        var cms = new EnvelopedCms(new ContentInfo(content), new AlgorithmIdentifier(Aes256Cbc));
        cms.Encrypt(new CmsRecipient(SubjectIdentifierType.IssuerAndSerialNumber, certificate, RSAEncryptionPadding.Pkcs1));
        return cms.Encode();
    }
}

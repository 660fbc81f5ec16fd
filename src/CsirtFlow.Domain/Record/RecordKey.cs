using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CsirtFlow.Domain;

/// <summary>署名鍵: an ECDSA key (P-256) of the service. With its private half, which lies outside the database, events are signed; the public half tells whether they were.</summary>
public sealed class RecordKey : IDisposable
{
    private readonly ECDsa key;

    /// <param name="until">Last position of the chain that it has signed; what it signs behind that is none of the service's.</param>
    /// <exception cref="ArgumentException">It is no key in PEM, or of another curve.</exception>
    public RecordKey(string pem, long until = long.MaxValue)
    {
        Until = until;
        key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new ArgumentException("The signing key must be an ECDSA key on P-256 in PEM.", nameof(pem), e);
        }
        if (key.KeySize != 256) throw new ArgumentException("The signing key must be an ECDSA key on P-256 in PEM.", nameof(pem));
        Id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
    }

    /// <summary>First 16 digits of the SHA-256 of the public key (SubjectPublicKeyInfo), in hexadecimal.</summary>
    public string Id { get; }

    /// <summary>Last position of the chain at which it counts: whoever has stolen a key that is no longer used writes nothing new with it.</summary>
    public long Until { get; }

    /// <summary>A key as it is named in settings and commands.</summary>
    /// <param name="named">File, or file, colon and the position until which it counts.</param>
    /// <param name="read">Reads a file.</param>
    /// <exception cref="ArgumentException">The file holds no key.</exception>
    public static RecordKey Named(string named, Func<string, string> read) =>
        named.LastIndexOf(':') is > 0 and var colon && long.TryParse(named.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var until) ? new(read(named[..colon]), until) : new(read(named));

    /// <summary>The public half in PEM.</summary>
    public string PublicPem => key.ExportSubjectPublicKeyInfoPem();

    /// <summary>A new key, both halves, in PEM (PKCS #8).</summary>
    public static string Create()
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return made.ExportPkcs8PrivateKeyPem();
    }

    /// <returns>Base64.</returns>
    public string Sign(string statement) => Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(statement), HashAlgorithmName.SHA256));

    public bool Fits(string statement, string signature)
    {
        var bytes = new byte[64];
        return Convert.TryFromBase64String(signature, bytes, out var written) && written == bytes.Length && key.VerifyData(Encoding.UTF8.GetBytes(statement), bytes, HashAlgorithmName.SHA256);
    }

    public void Dispose() => key.Dispose();
}

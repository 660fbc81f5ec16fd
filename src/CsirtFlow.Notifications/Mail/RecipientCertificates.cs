using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CsirtFlow.Notifications.Mail;

/// <summary>One file of the folder: a certificate that can be used, or the reason why it cannot.</summary>
public sealed record CertificateFile(string Name, X509Certificate2? Certificate, string? Problem);

/// <summary>
/// 宛先の証明書 (RFC 8551): <c>{address}.cer</c>, <c>.crt</c> or <c>.pem</c> in one folder. Read at each use, so that a new file counts at once.
/// Which of several lasts longest is used. An address is looked up among the files and never made into a path.
/// </summary>
/// <param name="directory">Empty: nobody has a certificate.</param>
public sealed class RecipientCertificates(string directory, TimeProvider clock)
{
    private const int ShortestKey = 2048;

    private static readonly string[] Extensions = [".cer", ".crt", ".pem"];

    /// <summary>The file of an address; null where there is none, or the folder cannot be read (<see cref="Problems"/> tells).</summary>
    public CertificateFile? Of(string address) =>
        Listed().Where(path => string.Equals(Path.GetFileNameWithoutExtension(path), address, StringComparison.OrdinalIgnoreCase))
            .Select(Read).OrderByDescending(file => file.Certificate?.NotAfter).FirstOrDefault();

    /// <summary>What keeps letters from being encrypted, one sentence for each file.</summary>
    public IReadOnlyList<string> Problems() => directory.Length == 0 ? []
        : !Directory.Exists(directory) ? [$"{directory} does not exist"]
        : [.. Listed().Select(Read).Where(file => file.Problem is not null).Select(file => $"{file.Name}: {file.Problem}")];

    private IEnumerable<string> Listed()
    {
        if (directory.Length == 0) return [];
        try
        {
            return [.. Directory.EnumerateFiles(directory).Where(path => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return []; }
    }

    private CertificateFile Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            var certificate = X509CertificateLoader.LoadCertificateFromFile(path);
            return Problem(certificate) is { } problem ? new(name, null, problem) : new(name, certificate, null);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException) { return new(name, null, $"{e.GetType().Name}: {e.Message}"); }
    }

    private string? Problem(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPublicKey();
        if (key is null || key.KeySize < ShortestKey) return $"no RSA key of {ShortestKey} bits or more";
        if (certificate.Extensions.OfType<X509KeyUsageExtension>().Any(usage => !usage.KeyUsages.HasFlag(X509KeyUsageFlags.KeyEncipherment))) return "its key is not for encryption";

        var now = clock.GetUtcNow().UtcDateTime;
        if (now < certificate.NotBefore.ToUniversalTime()) return "not valid yet";
        if (now > certificate.NotAfter.ToUniversalTime()) return "expired";

        // Better found out here than when a letter is to leave.
        Enveloped.Encrypted(certificate, []);
        return null;
    }
}

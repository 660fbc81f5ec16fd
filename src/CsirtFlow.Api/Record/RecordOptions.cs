using CsirtFlow.Domain;

namespace CsirtFlow.Api.Record;

/// <summary>Section <c>Record</c> of the configuration: 記録の保全.</summary>
public sealed class RecordOptions
{
    /// <summary>File with the signing key (PEM, ECDSA P-256), readable by the service alone; <c>create-signing-key</c> makes one.</summary>
    public string SigningKeyFile { get; set; } = "";

    /// <summary>The key itself, where there is no file.</summary>
    public string SigningKey { get; set; } = "";

    /// <summary>Whether the record is verified each night at <see cref="NightlyAt"/>.</summary>
    public bool Nightly { get; set; } = true;

    /// <summary>In Japan, when nobody works and backups are done.</summary>
    public static readonly TimeOnly NightlyAt = new(3, 30);

    /// <exception cref="InvalidOperationException">The file is missing or holds no such key.</exception>
    public RecordKey? Key()
    {
        try
        {
            var pem = SigningKeyFile.Length > 0 ? File.ReadAllText(SigningKeyFile) : SigningKey;
            return pem.Length > 0 ? new RecordKey(pem) : null;
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"Record: {e.Message}", e);
        }
    }
}

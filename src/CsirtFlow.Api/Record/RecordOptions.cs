using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Record;

/// <summary>Section <c>Record</c> of the configuration: 記録の保全.</summary>
public sealed class RecordOptions
{
    /// <summary>File with the signing key (PEM, ECDSA P-256), readable by the service alone; <c>create-signing-key</c> makes one.</summary>
    public string SigningKeyFile { get; set; } = "";

    /// <summary>The key itself, where there is no file.</summary>
    public string SigningKey { get; set; } = "";

    /// <summary>Address of a 時刻認証局 (RFC 3161) that confirms each 要約値 that a verification finds; empty for none.</summary>
    public string TimestampAuthority { get; set; } = "";

    /// <summary>Whether the record is verified each night at <see cref="NightlyAt"/>.</summary>
    public bool Nightly { get; set; } = true;

    /// <summary>In Japan, when nobody works and backups are done.</summary>
    public static readonly TimeOnly NightlyAt = new(3, 30);

    /// <summary>The newest moment at which a nightly verification is due (UTC instant).</summary>
    public static DateTimeOffset NightBefore(DateTimeOffset now)
    {
        var today = JapaneseCalendar.StartOf(JapaneseCalendar.DayOf(now)) + NightlyAt.ToTimeSpan();
        return today <= now ? today : today.AddDays(-1);
    }

    /// <summary>
    /// Whether a verification is that of a night. One whose time lies hours ahead was made while the clock was wrong and stands for no night; one that lies a little ahead does, or the night
    /// would be verified again after the clock was put right.
    /// </summary>
    /// <param name="night">When it was due.</param>
    public static bool IsOfNight(DateTimeOffset verified, DateTimeOffset night, DateTimeOffset now) => verified >= night && verified < night.AddDays(1) && verified <= now.AddHours(2);

    /// <summary>Files with public keys that have signed before (PEM): what they have signed fits still. A name with <c>:</c> and a position behind it fits up to that place in the record and no further.</summary>
    public string[] FormerKeyFiles { get; set; } = [];

    /// <exception cref="InvalidOperationException">The file is missing or holds no such key.</exception>
    public RecordKey? Key() => Read(() => (SigningKeyFile.Length > 0 ? File.ReadAllText(SigningKeyFile) : SigningKey) is { Length: > 0 } pem ? new RecordKey(pem) : null);

    /// <exception cref="InvalidOperationException">A file is missing or holds no such key.</exception>
    public IReadOnlyList<RecordKey> Former() => Read(() => FormerKeyFiles.Select(named => RecordKey.Named(named, File.ReadAllText)).ToList());

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"Record: {e.Message}", e);
        }
    }
}

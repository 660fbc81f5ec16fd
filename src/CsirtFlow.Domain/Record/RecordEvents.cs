using System.Collections.Immutable;
using System.Diagnostics;

namespace CsirtFlow.Domain;

/// <summary>What happened to the record itself (50-6: 監査証拠・監査調書の保管). Of one organisation; the chain runs through all.</summary>
public abstract record RecordEvent(Provenance Origin) : CaseEvent(Origin);

/// <param name="Head">要約値 that the verification found, as <see cref="RecordHead"/> writes it. What it saw cannot be changed afterwards unseen, for it is itself an event.</param>
/// <param name="Events">How many events were read.</param>
/// <param name="Files">How many files were read.</param>
/// <param name="Faults">How many things did not fit, in all organisations.</param>
/// <param name="Findings">Those of this organisation and those of none, the first <see cref="RecordHistory.MostKept"/>.</param>
/// <param name="Scheduled">The nightly one; false where somebody asked for it.</param>
[Term("記録の検証", "Verification of the record", "50-6")]
public sealed record RecordVerified(string Head, long Events, long Files, int Faults, ImmutableArray<RecordFinding> Findings, bool Scheduled, Provenance Origin) : RecordEvent(Origin)
{
    /// <summary>時刻認証 of the <see cref="Head"/>; null where no authority was configured.</summary>
    public RecordTimestamp? Timestamp { get; init; }

    /// <summary>Its name in the store.</summary>
    public const string StoredAs = "record_verified";
}

/// <summary>A limit that passed while the record was lost.</summary>
/// <param name="Case">Stream key of the report or incident.</param>
/// <param name="Duty">Key of the duty.</param>
/// <param name="Due">UTC instant.</param>
/// <param name="IsLegal">期限（法令）, or else 目安.</param>
public sealed record PassedLimit(string Case, string Duty, DateTimeOffset Due, bool IsLegal);

/// <param name="End">Where the record of the backup ends (UTC instant): what was recorded after it is lost.</param>
/// <param name="Numbers">受付番号 of the fiscal year that were passed over, because they may have been given out in the lost time.</param>
/// <param name="Held">通知 that were held back, because they may have been sent in it.</param>
/// <param name="Passed">Limits that fell into it and are still open.</param>
[Term("記録の復元", "Restoration of the record", "50-6")]
public sealed record RecordRestored(DateTimeOffset End, int Numbers, int Held, ImmutableArray<PassedLimit> Passed, Provenance Origin) : RecordEvent(Origin);

/// <summary>記録の検証と復元の履歴. The fold of its events.</summary>
/// <param name="Last">The newest verification; null before the first.</param>
/// <param name="Restored">The newest restoration; null where there was none.</param>
public sealed record RecordHistory(string Id, RecordVerified? Last = null, RecordRestored? Restored = null)
{
    /// <summary>Findings that one event holds.</summary>
    public const int MostKept = 200;

    /// <summary>Stream key.</summary>
    public const string Key = "record";

    public static RecordHistory Evolve(RecordHistory? state, string key, RecordEvent e) => e switch
    {
        RecordVerified f => (state ?? new(key)) with { Last = f },
        RecordRestored f => (state ?? new(key)) with { Restored = f },
        _ => throw new UnreachableException(e.GetType().Name),
    };
}

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
    /// <summary>Its name in the store.</summary>
    public const string StoredAs = "record_verified";
}

/// <summary>記録の検証の履歴. The fold of its events.</summary>
/// <param name="Last">The newest verification.</param>
public sealed record RecordHistory(string Id, RecordVerified Last)
{
    /// <summary>Findings that one event holds.</summary>
    public const int MostKept = 200;

    /// <summary>Stream key.</summary>
    public const string Key = "record";

    public static RecordHistory Evolve(RecordHistory? state, string key, RecordEvent e) => e switch
    {
        RecordVerified f => new(key, f),
        _ => throw new UnreachableException(e.GetType().Name),
    };
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CsirtFlow.Domain;

/// <summary>提出: a report to outside as it stands after corrections.</summary>
/// <param name="Number">Running number within the incident, from 1.</param>
/// <param name="Copies">控え of what was really handed in.</param>
public sealed record Filing(int Number, FilingRecorded Recorded, ImmutableArray<EvidenceFile> Copies);

/// <summary>外部への報告の記録の訂正 (19-5): the first record stays; time, 受付番号 and counterpart stand corrected from then on.</summary>
/// <param name="Filing">Running number within the incident, from 1.</param>
/// <param name="FiledAt">UTC instant; this and the others null where they were right.</param>
[Term("外部への報告の記録の訂正", "Correction of a recorded report", "19-5"), By(Office.Administration, Office.CsirtLead, Office.CsirtMember)]
public sealed record CorrectFiling(int Filing, string Reason, string? Counterpart = null, string? ReceiptNumber = null, DateTimeOffset? FiledAt = null) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        var recorded = state.FilingOf(Filing);
        Check.Text(Reason, Rules.ReasonGiven);
        Check.Length(Counterpart, 200);
        Check.Length(ReceiptNumber, 100);
        var at = FiledAt ?? recorded.FiledAt;
        Check.Past(at, c);

        var corrected = recorded with { Counterpart = Counterpart ?? recorded.Counterpart, ReceiptNumber = ReceiptNumber ?? recorded.ReceiptNumber, FiledAt = at };
        return corrected == recorded ? [] : [new FilingCorrected(Filing, recorded.Serves, corrected.Counterpart, corrected.ReceiptNumber, at, recorded.FiledAt, Reason, c.Origin)];
    }
}

/// <summary>提出の控えの保存 (19-5): what was really handed in, as PDF or picture: the page of the web form, the receipt.</summary>
/// <param name="Filing">Running number within the incident, from 1.</param>
[Term("提出の控えの保存", "Keeping the copy of what was filed", "19-5"), By(Office.Administration, Office.CsirtLead, Office.CsirtMember)]
public sealed record KeepFiledCopy(int Filing) : ITakesFiles<Incident, IncidentEvent>
{
    [JsonIgnore]
    public ImmutableArray<EvidenceFile> Files { get; init; } = [];

    public ICommand<Incident, IncidentEvent> With(ImmutableArray<EvidenceFile> files) => this with { Files = files };

    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        state.FilingOf(Filing);
        PolicyViolationException.ThrowIf(Files.IsEmpty || !Files.All(IsPdfOrPicture), Rules.CopyGiven);

        return [.. Files.Select(f => new FiledCopyKept(Filing, f, c.Origin))];
    }

    private static bool IsPdfOrPicture(EvidenceFile file) => file.ContentType is "application/pdf" || file.ContentType.StartsWith("image/", StringComparison.Ordinal);
}

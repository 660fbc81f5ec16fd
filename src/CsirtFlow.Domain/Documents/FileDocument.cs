using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CsirtFlow.Domain;

/// <summary>文書の提出 (19-5, 32-1-4, 38-2): a person has filed the approved document; nothing is ever sent to an outside body by the service.</summary>
/// <param name="FilingChannel">Webフォーム, LGWANメール, 電話, 報道機関への配布 ….</param>
/// <param name="Serves">Keys of the incident's duties that this filing serves beside those of the form.</param>
/// <param name="Counterpart">担当者・部署 who took it.</param>
/// <param name="ReceiptNumber">受付番号 of the body; empty when it gives none.</param>
/// <param name="FiledAt">UTC instant; now when not given.</param>
[Term("文書の提出", "Filing of a document", "19-5"), By(Office.Administration, Office.CsirtLead, Office.CsirtMember)]
public sealed record FileDocument(string Addressee, string FilingChannel, ImmutableArray<string>? Serves = null, string Counterpart = "", string ReceiptNumber = "", DateTimeOffset? FiledAt = null)
    : ICommand<CaseDocument, DocumentEvent>, IReachesIncident<CaseDocument>
{
    /// <summary>Keys of the incident's duties that the form is for, put in by the service.</summary>
    [JsonIgnore]
    public ImmutableArray<string> OfForm { get; init; } = [];

    public DocumentEvent[] Decide(CaseDocument state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(state.Stage is not DocumentStage.Approved, Rules.ApprovedBefore);
        Check.Text(Addressee, Rules.TextGiven, 200);
        Check.Text(FilingChannel, Rules.TextGiven, 100);
        Check.Length(Counterpart, 200);
        Check.Length(ReceiptNumber, 100);
        var at = FiledAt ?? c.Now;
        Check.Past(at, c);

        return [new DocumentFiled(state.Content, Served, Addressee, FilingChannel, Counterpart ?? "", ReceiptNumber ?? "", at, c.Origin with { OccurredAt = at })];
    }

    public IEnumerable<Consequence> Consequences(CaseDocument state, Circumstances c)
    {
        var at = FiledAt ?? c.Now;
        var origin = c.Origin with { OccurredAt = at };
        yield return new(state.Number, state.Basis.Publication
            ? new PublicationRecorded(FilingChannel, state.Fields.GetValueOrDefault("publication.title") is { Text.Length: > 0 } subject ? subject.Text : state.Basis.Title, at, origin)
            : new FilingRecorded(state.Basis.Form, Served, Addressee, FilingChannel, Counterpart ?? "", ReceiptNumber ?? "", at, origin), Opens: false);
    }

    private ImmutableArray<string> Served => [.. OfForm.Union(Serves ?? [])];
}

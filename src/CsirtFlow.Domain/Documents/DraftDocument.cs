using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CsirtFlow.Domain;

/// <summary>起案 (18-1): a document begins with what the record says at that moment. A further one (続報, 訂正) says why.</summary>
/// <param name="Form">Id of the form.</param>
/// <param name="Final">最終報・確報.</param>
[Term("文書の起案", "Draft of a document", "18-1"), By(Office.Administration, Office.CsirtLead, Office.CsirtMember)]
public sealed record DraftDocument(string Form, bool Final = false, string Reason = "")
{
    /// <param name="basis">What the form demands, from its definition.</param>
    /// <param name="recorded">欄の鍵 → what the record says now.</param>
    /// <param name="before">The issue before it on the same form, if any.</param>
    public DocumentDrafted Decide(Incident incident, DocumentBasis basis, ImmutableDictionary<string, DocumentField> recorded, CaseDocument? before, Circumstances c)
    {
        Check.Length(Reason);
        PolicyViolationException.ThrowIf(before is { Stage: not (DocumentStage.Filed or DocumentStage.Withdrawn) }, Rules.EarlierIssueFiled);
        if (basis.Issue > 1) Check.Text(Reason, Rules.ReasonGiven);

        return new(incident.Number, basis, recorded, Reason ?? "", c.Origin);
    }
}

/// <summary>One row as somebody left it.</summary>
/// <param name="Was">The text that the person had before them; another text now means that somebody else was faster.</param>
/// <param name="State">Null makes the row 未記入.</param>
/// <param name="FromRecord">取り込む: what the record says, instead of <paramref name="Text"/>.</param>
public sealed record FieldRevision(string Was, string Text, FactState? State, bool FromRecord = false);

/// <summary>文書の修正: only the rows that the person changed or compared, so that several can write at once. Other words void what was permitted or approved.</summary>
[Term("文書の修正", "Change of a document", "18-1"), By(Office.Administration, Office.CsirtLead, Office.CsirtMember)]
public sealed record ReviseDocument(ImmutableDictionary<string, FieldRevision> Fields) : ICommand<CaseDocument, DocumentEvent>
{
    /// <summary>What the record says now, put in by the service: each row that was sent has been compared with it.</summary>
    [JsonIgnore]
    public ImmutableDictionary<string, DocumentField> Recorded { get; init; } = ImmutableDictionary<string, DocumentField>.Empty;

    public DocumentEvent[] Decide(CaseDocument state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(state.Stage is DocumentStage.Filed or DocumentStage.Withdrawn, Rules.DocumentFrozen);
        // JSON may hold null where a row should be.
        foreach (var row in Fields.Values)
        {
            PolicyViolationException.ThrowIf(row is null, Rules.TextGiven);
            Check.Length(row!.Text);
            PolicyViolationException.ThrowIf(row is { State: FactState.Confirmed, FromRecord: false } && string.IsNullOrWhiteSpace(row.Text), Rules.TextGiven);
        }
        var changed = Fields.ToImmutableDictionary(f => f.Key, f => Next(state.Fields.GetValueOrDefault(f.Key), f.Key, f.Value, c))
            .Where(f => f.Value != state.Fields.GetValueOrDefault(f.Key)).ToImmutableDictionary();
        PolicyViolationException.ThrowIf(changed.Keys.Any(key => Text(state, key) != Fields[key].Was), Rules.RowChangedMeanwhile);

        return changed.IsEmpty ? [] : [new DocumentRevised(changed, c.Origin)];
    }

    private DocumentField? Next(DocumentField? before, string key, FieldRevision row, Circumstances c)
    {
        var recorded = Recorded.GetValueOrDefault(key);
        if (row.FromRecord) return recorded;
        if (row.State is not { } state) return null;

        // Whoever only compares has not written the words.
        var source = before?.Text == row.Text ? before.Source : $"この文書に記入　{c.By.Name}";
        return new(row.Text, state, source, recorded?.Recorded ?? "");
    }

    private static string Text(CaseDocument state, string key) => state.Fields.GetValueOrDefault(key)?.Text ?? "";
}

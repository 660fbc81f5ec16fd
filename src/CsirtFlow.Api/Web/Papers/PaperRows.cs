using System.Collections.Immutable;
using CsirtFlow.Api.Documents;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Web.Papers;

/// <summary>One row of the editor.</summary>
/// <param name="Choices">選択肢 to tick; empty where the row is words alone.</param>
/// <param name="Was">What the document says: sent along, so that nobody overwrites what another wrote meanwhile.</param>
/// <param name="Text">What stands in the field: typed, or what the document says.</param>
/// <param name="Meanwhile">The document says something else than the person who typed had before them.</param>
/// <param name="Recorded">「記録と違います」: what the record says; null where nothing differs.</param>
public sealed record PaperRow(string Key, string Label, string Hint, bool Required, ImmutableArray<string> Choices, string Was, FactState? WasState, string Text, FactState? State, string Source, bool Meanwhile, DocumentField? Recorded)
{
    /// <summary>What a person who touches nothing sends: the same choices, but maybe in another order than the document has them.</summary>
    public string Untouched => ChoiceText.Joined(ChoiceText.Chosen(Choices, Was), ChoiceText.Beside(Choices, Was));
}

/// <summary>Between the rows of a document and the fields of its editor.</summary>
public static class PaperRows
{
    private const string Text = "text:";
    private const string Was = "was:";
    private const string Untouched = "untouched:";
    private const string State = "state:";
    private const string WasState = "was-state:";
    private const string Record = "record:";
    private const string Take = "take";

    public static ImmutableArray<PaperRow> Of(DocumentView view, IFormCollection? typed) => [.. view.Form.Written.DistinctBy(r => r.Key).Select(row => Row(view, row, typed))];

    /// <summary>Only what the person changed, or compared with the record.</summary>
    public static ReviseDocument Read(IFormCollection typed)
    {
        var rows = ImmutableDictionary.CreateBuilder<string, FieldRevision>(StringComparer.Ordinal);
        foreach (var key in typed.Keys.Where(k => k.StartsWith(Text, StringComparison.Ordinal)).Select(k => k[Text.Length..]))
        {
            var (was, text, state, record) = (Lines(typed[Was + key]), Said(typed, key), Parse(typed[State + key]), typed[Record + key].ToString());
            // Words without a state are meant: nobody chooses a state for each row first.
            state ??= text.Length > 0 ? FactState.Confirmed : null;
            if (text != was || state != Parse(typed[WasState + key]) || record.Length > 0) rows[key] = new(was, text, text.Length == 0 && state is FactState.Confirmed ? null : state, record == Take);
        }
        return new ReviseDocument(rows.ToImmutable());
    }

    private static PaperRow Row(DocumentView view, FormRow row, IFormCollection? typed)
    {
        var now = view.Document.Fields.GetValueOrDefault(row.Key);
        var (was, typedText) = (now?.Text ?? "", typed is not null && typed.ContainsKey(Text + row.Key) ? Said(typed, row.Key) : null);
        var mine = typedText is not null && typedText != Lines(typed![Was + row.Key]);
        return new(row.Key, row.Label, row.Hint, row.Required, [.. row.Choices ?? []], was, now?.State, mine ? typedText! : was, mine ? Parse(typed![State + row.Key]) ?? now?.State : now?.State, now?.Source ?? "",
            mine && Lines(typed![Was + row.Key]) != was, view.Differs(row.Key) ? view.Recorded[row.Key] : null);
    }

    private static string Said(IFormCollection typed, string key)
    {
        var (said, untouched) = (Lines(FormReader.Ticked(typed[Text + key])), typed[Untouched + key]);
        return untouched.Count > 0 && said == Lines(untouched) ? Lines(typed[Was + key]) : said;
    }

    private static string Lines(Microsoft.Extensions.Primitives.StringValues value) => KeepableText.Of(value.ToString())!.ReplaceLineEndings("\n");

    private static FactState? Parse(Microsoft.Extensions.Primitives.StringValues value) => Enum.TryParse<FactState>(value.ToString(), out var state) && Enum.IsDefined(state) ? state : null;
}

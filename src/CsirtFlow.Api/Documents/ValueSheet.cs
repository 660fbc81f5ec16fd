using CsirtFlow.Domain;
using CsirtFlow.Notifications;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Documents;

/// <summary>Values while they are gathered: what is blank is not put down, so that it stays 未記入.</summary>
internal sealed class ValueSheet
{
    private readonly Dictionary<string, FormValue> values = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, FormValue> Values => values;

    /// <summary>One line of a list: each cell on one line, and the mark between cells in none of them.</summary>
    public static string Cells(params IEnumerable<string> cells) => string.Join(TableBlock.Separator, cells.Select(cell => CleanText.OneLine(cell).Replace(TableBlock.Separator, '|')));

    public void Put(string key, string? text, string source)
    {
        if (!string.IsNullOrWhiteSpace(text)) values[key] = FormValue.Confirmed(text, source);
    }

    public void Put(string key, string? text, CaseEvent? source, bool confirmed = true)
    {
        if (source is null || string.IsNullOrWhiteSpace(text)) return;

        var from = CaseFile.Source(source);
        values[key] = confirmed ? FormValue.Confirmed(text, from) : FormValue.Investigating(text, from);
    }

    /// <summary>One line per event; the source is the latest of them.</summary>
    public void Put<T>(string key, IEnumerable<T> events, Func<T, string> line, bool confirmed = true) where T : CaseEvent
    {
        var all = events.ToList();
        Put(key, string.Join('\n', all.Select(line).Where(text => text.Length > 0).Distinct()), all.MaxBy(e => e.Origin.RecordedAt), confirmed);
    }

    /// <summary>事実: what people stated wins over whatever was derived; 調査中 stays 調査中.</summary>
    public void State(string key, Fact fact, CaseEvent source) => values[key] = fact.State is FactState.UnderInvestigation
        ? FormValue.Investigating(fact.Text, CaseFile.Source(source))
        : FormValue.Confirmed(fact.Text, CaseFile.Source(source));
}

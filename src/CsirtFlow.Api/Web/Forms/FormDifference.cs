using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Web.Forms;

/// <summary>What a proposal changes in a form, in words. Pure.</summary>
public static class FormDifference
{
    public static IEnumerable<Difference> Of(FormDefinition before, FormDefinition after, Language language)
    {
        var words = new FormWords(language);
        return OfHead(before, words, language).Zip(OfHead(after, words, language), (b, a) => new Difference(b.What, b.Said, a.Said)).Concat(OfRows(before, after, words, language)).Where(d => d.Before != d.After);
    }

    private static IEnumerable<(string What, string Said)> OfHead(FormDefinition f, FormWords w, Language language) =>
    [
        (w.FormTitle, f.Title), (w.ValidFrom, language.Day(f.ValidFrom)), (w.Classification, f.Classification), (w.Audience, w.AudienceOf(f.Audience)), (w.Internal, Said(f.Internal)), (w.Publication, Said(f.Publication)),
        (w.Confirmed, Said(f.OfficialNamesConfirmed)), (w.SourcesLines, Lines(f.Sources)), (w.Addressees, Lines(f.Addressees.Select(a => $"{a.Name} {a.Honorific}"))), (w.LeadText, Lines(f.Lead)), (w.Notes, Lines(f.Notes)),
        (w.Serves, Lines((f.Serves ?? []).Select(key => language.Of(DutyTable.TitleOf(key))))), (w.SectionsTitle, Lines(f.Sections.Select(s => $"{s.Number} {s.Title}".Trim()))),
    ];

    private static IEnumerable<Difference> OfRows(FormDefinition before, FormDefinition after, FormWords w, Language language)
    {
        var (was, now) = (Rows(before, w, language), Rows(after, w, language));
        foreach (var id in was.Keys.Union(now.Keys)) yield return new(w.RowOf(Called(after.Rows.Concat(before.Rows).First(r => r.Id == id))), was.GetValueOrDefault(id, w.Added), now.GetValueOrDefault(id, w.Removed));

        string Called(FormRow row) => language.Say(row.Label, Labels.OfFact(row.Key).English);
        var both = was.Keys.Intersect(now.Keys).ToHashSet(StringComparer.Ordinal);
        string Order(FormDefinition f) => string.Join(" → ", f.Rows.Where(r => both.Contains(r.Id)).Select(r => r.Label));
        if (!before.Rows.Where(r => both.Contains(r.Id)).Select(r => r.Id).SequenceEqual(after.Rows.Where(r => both.Contains(r.Id)).Select(r => r.Id))) yield return new(w.RowOrder, Order(before), Order(after));
    }

    private static Dictionary<string, string> Rows(FormDefinition form, FormWords w, Language language) =>
        form.Sections.SelectMany(s => s.Rows.Select(r => (Section: s, Row: r))).ToDictionary(x => x.Row.Id, x => string.Join('\n', new[]
        {
            $"{x.Section.Number} {x.Section.Title}".Trim(), x.Row.Label, language.Of(Labels.OfFact(x.Row.Key)), x.Row.Required ? w.Required : w.Optional,
            x.Row.Choices is { Count: > 0 } choices ? $"□ {string.Join(" □ ", choices)}" : "", x.Row.Columns is { Count: > 0 } columns ? string.Join('｜', columns) : "", x.Row.Hint,
        }.Where(line => line.Length > 0)), StringComparer.Ordinal);

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Said(bool yes) => yes ? "☑" : "☐";
}

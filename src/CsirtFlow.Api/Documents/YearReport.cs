using CsirtFlow.Api.Board;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications.Documents;
using Reiwa = CsirtFlow.Domain.Statutory.Reiwa;

namespace CsirtFlow.Api.Documents;

/// <summary>委員会向け年度集計 (17): 統計 of one 年度 on its form, for the 情報セキュリティ委員会. Pure; numbers alone.</summary>
public static class YearReport
{
    private const string Form = "year-figures";

    /// <param name="at">When it was drawn up (UTC instant).</param>
    public static OfficialDocument Of(YearStatistics s, Organisation organisation, FormCatalogue forms, DateTimeOffset at)
    {
        var (profile, day) = (organisation.Profile, JapaneseCalendar.DayOf(at));
        var head = new DocumentHead("", day, profile.Sender.Length > 0 ? profile.Sender : organisation.Name, s.Year.LongForm,
            [.. new[] { profile.ContactSection, profile.ContactPhone.Length > 0 ? $"電話　{profile.ContactPhone}" : "" }.Where(line => line.Length > 0)], organisation.DrillMark);
        return DocumentComposer.Compose(forms.InForce(Form, day) ?? FormDefinition.Valid(Form, day), head, Values(s, at).ToDictionary(v => v.Key, v => FormValue.Confirmed(v.Text), StringComparer.Ordinal));
    }

    private static IEnumerable<(string Key, string Text)> Values(YearStatistics s, DateTimeOffset at) =>
    [
        ("year.as_of", at < JapaneseCalendar.EndOf(s.Year.LastDay) ? $"年度の途中の集計（{Reiwa.Moment(at)}時点）" : "年度の全体"),
        ("year.cases", Count(s.Cases)), ("year.incidents", Count(s.Incidents)),
        ("year.months", Tallies(s.Months)), ("year.kinds", Tallies(s.Kinds)), ("year.sections", Tallies(s.Sections)),
        ("year.severities", TableBlock.Written(s.Severities.Select(t => new[] { t.Label.Japanese, Count(t.Incidents) }))),
        ("year.duties", Duties(s.Duties.Where(d => !d.IsLegal))), ("year.legal", Duties(s.Duties.Where(d => d.IsLegal))),
        ("year.measures_done", Share.Of(s.Measures.Done, s.Measures.Planned).Japanese), ("year.measures_late", Count(s.Measures.Late)),
    ];

    private static string Tallies(IEnumerable<Tally> tallies) => TableBlock.Written(tallies.Where(t => t.Cases > 0).Select(t => new[] { t.Label.Japanese, Count(t.Cases), Count(t.Incidents) }));

    private static string Duties(IEnumerable<DutyTally> duties) =>
        TableBlock.Written(duties.Select(d => new[] { Clause.Spell(d.Clause), d.Title.Japanese, Count(d.Owed), Share.Of(d.InTime, d.Judged).Japanese, Span(d.Median), Span(d.Longest) }));

    private static string Count(int n) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{n:N0}件");

    private static string Span(TimeSpan? span) => span is { } s ? Language.Japanese.Span(s) : "―";
}

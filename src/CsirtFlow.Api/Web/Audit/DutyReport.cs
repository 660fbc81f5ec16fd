using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications.Documents;
using Reiwa = CsirtFlow.Domain.Statutory.Reiwa;

namespace CsirtFlow.Api.Web.Audit;

/// <summary>第32条履行状況 on its form (50-1): each duty with its clause, who owed it, its limit and what proves it. Pure.</summary>
public static class DutyReport
{
    private const string Form = "duty-sheet";

    public static OfficialDocument Of(DutySheet sheet, FormCatalogue forms)
    {
        var day = JapaneseCalendar.DayOf(sheet.At);
        var head = new DocumentHead("", day, sheet.Organisation.Profile.Sender is { Length: > 0 } sender ? sender : sheet.Organisation.Name, sheet.Number, [], sheet.Organisation.DrillMark);
        return DocumentComposer.Compose(forms.InForce(Form, day) ?? FormDefinition.Valid(Form, day), head, Values(sheet).ToDictionary(v => v.Key, v => FormValue.Confirmed(v.Text), StringComparer.Ordinal));
    }

    private static IEnumerable<(string Key, string Text)> Values(DutySheet sheet) =>
    [
        ("incident.number", sheet.Number),
        ("incident.title", sheet.Incident?.Title ?? Language.Japanese.Kinds(sheet.Report!)),
        ("incident.noticed_at", Reiwa.Moment(sheet.Incident?.NoticedAt ?? sheet.Report!.Occurrence.NoticedAt)),
        ("duties.as_of", Reiwa.Moment(sheet.At)),
        ("duties.count", $"履行 {sheet.Count(Standing.Met)}（うち期限内 {sheet.MetInTime}）、未履行 {sheet.Count(Standing.Open)}、期限超過 {sheet.Count(Standing.Overdue)}、不要と判断 {sheet.Count(Standing.Unnecessary)}、該当しなくなった {sheet.Count(Standing.Lapsed)}"),
        ("duties.list", TableBlock.Written(sheet.Duties.Select(line => Cells(line.Duty)))),
    ];

    private static IEnumerable<string> Cells(DutyStanding d) =>
    [
        Clause.Spell(d.Clause), d.Title, Language.Japanese.List(d.Owners), $"{d.ClockWord} {Reiwa.Moment(d.Due)}", d.SettledAt is { } at ? Reiwa.Moment(at) : "―",
        d.Standing is Standing.Met && d.SettledAt > d.Due ? "遅れて履行" : Term.Of(d.Standing), d.Proof,
    ];
}

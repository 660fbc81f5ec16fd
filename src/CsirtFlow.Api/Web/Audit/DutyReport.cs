using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications.Documents;
using Reiwa = CsirtFlow.Domain.Statutory.Reiwa;

namespace CsirtFlow.Api.Web.Audit;

/// <summary>第32条履行状況 as an official document (50-1): each duty with its clause, who owed it, its limit and what proves it. Pure.</summary>
public static class DutyReport
{
    public static OfficialDocument Of(DutySheet sheet) => new(
        "自治体機密性2", "", JapaneseCalendar.DayOf(sheet.At), [], sheet.Organisation.Profile.Sender is { Length: > 0 } sender ? sender : sheet.Organisation.Name, $"第32条履行状況（{sheet.Number}）",
        [], [new HeadingBlock("1　件"), new RowsBlock([.. Head(sheet)]), new HeadingBlock("2　義務の履行状況"), Duties(sheet), new EndBlock()],
        [], Mark: sheet.Organisation.DrillMark, ["目安は組合が定めた時間で、法令の期限ではありません。"]);

    private static IEnumerable<DocumentRow> Head(DutySheet sheet) =>
    [
        DocumentRow.Of("number", "受付番号", sheet.Number),
        DocumentRow.Of("title", "件名", sheet.Incident?.Title ?? Language.Japanese.Kinds(sheet.Report!.Occurrence.Kinds)),
        DocumentRow.Of("noticed", "認知した日時", sheet.Incident?.NoticedAt is { } noticed ? Reiwa.Moment(noticed) : Reiwa.Moment(sheet.Report!.Occurrence.NoticedAt)),
        DocumentRow.Of("as-of", "作成時点", Reiwa.Moment(sheet.At)),
        DocumentRow.Of("count", "義務の数", $"履行 {sheet.Count(Standing.Met)}（うち期限内 {sheet.MetInTime}）、未履行 {sheet.Count(Standing.Open)}、期限超過 {sheet.Count(Standing.Overdue)}、不要と判断 {sheet.Count(Standing.Unnecessary)}、該当しなくなった {sheet.Count(Standing.Lapsed)}"),
    ];

    private static TableBlock Duties(DutySheet sheet) =>
        TableBlock.Of("duties", "義務", ["条項", "義務", "負う役職", "期限", "履行", "状況", "証拠"], sheet.Duties.Select(line => Cells(line.Duty)));

    private static IEnumerable<string> Cells(DutyStanding d) =>
    [
        Clause.Spell(d.Clause), d.Title, Language.Japanese.List(d.Owners), $"{d.ClockWord} {Reiwa.Moment(d.Due)}", d.SettledAt is { } at ? Reiwa.Moment(at) : "―",
        d.Standing is Standing.Met && d.SettledAt > d.Due ? "遅れて履行" : Term.Of(d.Standing), d.Proof,
    ];
}

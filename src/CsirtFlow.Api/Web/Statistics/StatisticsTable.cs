using System.Globalization;
using CsirtFlow.Api.Board;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Statistics;

/// <summary>統計 as one long table: a row for each figure, so that a spreadsheet can group it as it likes. Japanese alone: programs go by its headings.</summary>
public static class StatisticsTable
{
    private static readonly string[] Head = ["年度", "区分", "項目", "指標", "値"];

    public static IEnumerable<string[]> Of(YearStatistics s) =>
        Figures(s).Select(f => new[] { s.Year.LongForm, f.Group, f.Item, f.Figure, f.Value }).Prepend(Head);

    private static IEnumerable<(string Group, string Item, string Figure, string Value)> Figures(YearStatistics s) =>
    [
        .. Tallies("月別", s.Months), .. Tallies("種別", s.Kinds), .. Tallies("所属別", s.Sections),
        .. s.Severities.Select(t => ("重要度別", t.Label.Japanese, "インシデント（件）", Number(t.Incidents))),
        .. s.Duties.SelectMany(Duty),
        ("再発防止策", "全体", "指示された件数", Number(s.Measures.Planned)), ("再発防止策", "全体", "実施済み（件）", Number(s.Measures.Done)), ("再発防止策", "全体", "期日を過ぎた件数", Number(s.Measures.Late)),
    ];

    private static IEnumerable<(string, string, string, string)> Tallies(string group, IEnumerable<Tally> tallies) =>
        tallies.SelectMany(t => new[] { (group, t.Label.Japanese, "受付（件）", Number(t.Cases)), (group, t.Label.Japanese, "インシデント（件）", Number(t.Incidents)) });

    private static IEnumerable<(string, string, string, string)> Duty(DutyTally d)
    {
        var (group, item) = (d.IsLegal ? "義務（法令の期限）" : "義務（目安）", $"{Clause.Spell(d.Clause)} {d.Title.Japanese}");
        return
        [
            (group, item, "生じた件数", Number(d.Owed)), (group, item, "履行（件）", Number(d.Met)), (group, item, "期限内の履行（件）", Number(d.InTime)), (group, item, "期限を過ぎて未履行（件）", Number(d.Overdue)),
            (group, item, "期限内の割合（%）", Share.Number(d.InTime, d.Judged)), (group, item, "履行までの中央値（分）", Minutes(d.Median)), (group, item, "履行までの最長（分）", Minutes(d.Longest)),
        ];
    }

    private static string Minutes(TimeSpan? span) => span is { } s ? Math.Round(s.TotalMinutes, 1).ToString(CultureInfo.InvariantCulture) : "";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

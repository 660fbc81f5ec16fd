using CsirtFlow.Api.Board;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications.Documents;
using Reiwa = CsirtFlow.Domain.Statutory.Reiwa;

namespace CsirtFlow.Api.Documents;

/// <summary>委員会向け年度集計 (17): 統計 of one 年度 as an official document for the 情報セキュリティ委員会. Pure; numbers alone.</summary>
public static class YearReport
{
    private const string Classification = "自治体機密性2";

    private static readonly Addressee Committee = new("情報セキュリティ委員会", "御中");

    /// <param name="at">When it was drawn up (UTC instant).</param>
    public static OfficialDocument Of(YearStatistics s, Organisation organisation, DateTimeOffset at)
    {
        var profile = organisation.Profile;
        return new(Classification, "", JapaneseCalendar.DayOf(at), [Committee], profile.Sender.Length > 0 ? profile.Sender : organisation.Name, $"{s.Year.LongForm}　情報セキュリティインシデント集計",
            [$"{s.Year.LongForm}のインシデントの受付と対応の状況は、次のとおりです。{(at < JapaneseCalendar.EndOf(s.Year.LastDay) ? $"年度の途中の集計で、{Reiwa.Moment(at)}時点です。" : "")}"],
            [new NoticeMarkBlock(), .. Sections(s), new EndBlock()],
            [.. new[] { profile.ContactSection, profile.ContactPhone.Length > 0 ? $"電話　{profile.ContactPhone}" : "" }.Where(line => line.Length > 0)], Mark: organisation.DrillMark,
            ["10件に満たないものは割合を示していません。"]);
    }

    private static IEnumerable<Block> Sections(YearStatistics s) =>
    [
        new HeadingBlock("1　件数"), new RowsBlock([DocumentRow.Of("cases", "受け付けた報告", Count(s.Cases)), DocumentRow.Of("incidents", "うちインシデント", Count(s.Incidents))]),
        new HeadingBlock("2　内訳"), Tallies("months", "月別", s.Months), Tallies("kinds", "種別", s.Kinds), Tallies("sections", "所属別", s.Sections),
        TableBlock.Of("severities", "重要度別", ["重要度", "インシデント"], s.Severities.Select(t => new[] { t.Label.Japanese, Count(t.Incidents) })),
        new HeadingBlock("3　義務の履行（目安は組合の設定）"), Duties("duties", "目安のある義務", s.Duties.Where(d => !d.IsLegal)),
        new HeadingBlock("4　法令の期限"), Duties("legal", "期限（法令）のある義務", s.Duties.Where(d => d.IsLegal)),
        new HeadingBlock("5　再発防止策"), new RowsBlock([DocumentRow.Of("measures", "実施済み", Share.Of(s.Measures.Done, s.Measures.Planned).Japanese), DocumentRow.Of("late", "期日を過ぎたもの", Count(s.Measures.Late))]),
    ];

    private static TableBlock Tallies(string id, string label, IEnumerable<Tally> tallies) =>
        TableBlock.Of(id, label, [label, "受付", "インシデント"], tallies.Where(t => t.Cases > 0).Select(t => new[] { t.Label.Japanese, Count(t.Cases), Count(t.Incidents) }));

    private static TableBlock Duties(string id, string label, IEnumerable<DutyTally> duties) =>
        TableBlock.Of(id, label, ["条項", "義務", "生じた", "期限内の履行", "中央値", "最長"], duties.Select(d => new[]
        {
            Clause.Spell(d.Clause), d.Title.Japanese, Count(d.Owed), Share.Of(d.InTime, d.Judged).Japanese, Span(d.Median), Span(d.Longest),
        }));

    private static string Count(int n) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{n:N0}件");

    private static string Span(TimeSpan? span) => span is { } s ? Language.Japanese.Span(s) : "―";
}

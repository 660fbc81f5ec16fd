using CsirtFlow.Api.Platform;
using FiscalYearOf = CsirtFlow.Domain.Statutory.FiscalYear;

namespace CsirtFlow.Api.Web.Statistics;

/// <summary>統計, in both languages.</summary>
public sealed class StatisticsWords(Language language)
{
    public string Name(int year) => language.Say(new FiscalYearOf(year).LongForm, $"Fiscal year {year} ({new FiscalYearOf(year).ShortForm})");

    public string Title(int year) => language.Say($"統計　{Name(year)}", $"Statistics, {Name(year)}");

    public string FiscalYear => language.Say("年度", "Fiscal year");

    public string ThisYear => language.Say("今年度", "This year");

    public string Show => language.Say("表示する", "Show");

    public string Report => language.Say("委員会向け年度集計", "Yearly report to the committee");

    public string ReportAsWord => language.Say("年度集計（Word）", "Yearly report (Word)");

    public string Save => language.Say("CSVで保存する", "Save as CSV (in Japanese)");

    public string Lead(int year, DateTimeOffset now)
    {
        var (first, last) = (language.Date(new FiscalYearOf(year).FirstDay), language.Date(new FiscalYearOf(year).LastDay));
        return language.Say($"{Name(year)}（{first}から{last}まで）に受け付けた報告。{language.FullMoment(now)}現在。", $"Reports received in {Name(year)}, from {first} to {last}. As of {language.FullMoment(now)}.");
    }

    public string Reports => language.Say("受け付けた報告", "Reports received");

    public string Received => language.Say("受付", "Received");

    public string Incidents => language.Say("うちインシデント", "Of these, incidents");

    public string Count(int count) => language.Say($"{count}件", $"{count}");

    public string MeasuresDone => language.Say("再発防止策の実施", "Prevention measures carried out");

    public string MeasuresLate => language.Say("期日を過ぎた再発防止策", "Prevention measures past their due date");

    public string ChartHint => language.Say("図の枠は受け付けた報告、塗りつぶしとかっこ内の数はそのうちのインシデントです。閲覧を制限した件は、監査の担当者だけに数えます。10件に満たないものは割合を示しません。",
        "An outline stands for the reports received; what is filled, and the number in brackets, for the incidents among them. Restricted matters are counted for the auditor alone. Under ten, no percentage is given.");

    public string Bar(string label, int cases, int incidents) => language.Say($"{label} {cases}件（うちインシデント{incidents}件）", $"{label}: {cases} (incidents: {incidents})");

    public string Chart(string bars) => language.Say($"{(bars.Length == 0 ? "すべて0件" : bars)}。数は表にもあります。", $"{(bars.Length == 0 ? "None at all" : bars)}. The table has the same numbers.");

    public string Numbers(string title) => language.Say($"{title}（件）", $"{title} (numbers)");

    public string ByMonth => language.Say("月別の件数", "By month");

    public string Month => language.Say("月", "Month");

    public string ByKind => language.Say("種別の件数", "By kind");

    public string Kind => language.Say("種別", "Kind");

    public string KindHint => language.Say("一つの報告に複数の種別があるときは、それぞれに数えます。", "A report of several kinds is counted under each.");

    public string BySection => language.Say("所属別の件数", "By section");

    public string Section => language.Say("所属", "Section");

    public string BySeverity => language.Say("インシデントの重要度", "Severity of the incidents");

    public string Severity => language.Say("重要度", "Severity");

    public string Duties(bool legal) => legal ? language.Say("義務の履行（法令の期限）", "How duties were fulfilled (limits of law)") : language.Say("義務の履行（目安）", "How duties were fulfilled (guide limits)");

    public string DutyHint => language.Say("目安は組合の設定で、規程の期限ではありません。目安の時刻がまだ来ていない未履行の義務は、割合に入れていません。",
        "A guide limit is set by the association; it is no limit of the policy. A duty not yet fulfilled whose guide limit is still to come is left out of the shares.");

    public string NoDuties => language.Say("この年度には生じていません。", "None arose in this fiscal year.");

    public string ClauseAndDuty => language.Say("条項・義務", "Clause, duty");

    public string Arose => language.Say("生じた件数", "Arose");

    public string Met => language.Say("履行", "Fulfilled");

    public string InTime(bool legal) => language.Say($"{(legal ? "期限" : "目安")}内の履行", $"Within the {(legal ? "limit" : "guide limit")}");

    public string Late(bool legal) => language.Say($"{(legal ? "期限" : "目安")}を過ぎて未履行", $"Open past the {(legal ? "limit" : "guide limit")}");

    public string Median => language.Say("履行まで 中央値", "Median until fulfilled");

    public string Longest => language.Say("最長", "Longest");

    public string Measures => language.Say("再発防止策", "Prevention measures");

    public string MeasureTable => language.Say("CISOが指示した再発防止策（件）", "Prevention measures that the CISO instructed");

    public string Instructed => language.Say("指示された件数", "Instructed");

    public string CarriedOut => language.Say("実施済み", "Carried out");

    public string PastDue => language.Say("期日を過ぎた件数（遅れて実施したものを含む）", "Past their due date (those carried out late included)");
}

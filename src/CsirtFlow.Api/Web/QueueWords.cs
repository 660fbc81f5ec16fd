using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web;

/// <summary>対応中の一覧, in both languages.</summary>
public sealed class QueueWords(Language language)
{
    public string Heading => language.Say("対応中の報告とインシデント", "Open reports and incidents");

    public string Narrow => language.Say("絞り込み", "Narrow down");

    public string NarrowNow => language.Say("絞り込む", "Narrow down");

    public string All => language.Say("すべて", "All");

    public string Mine => language.Say("自分の担当", "Yours");

    public string Overdue(long count) => language.Say($"期限超過 {count}", $"Overdue {count}");

    public string Outside => language.Say("外部報告あり", "With reports outside");

    public string FromOutside => language.Say("　外部から", ", from outside");

    public string Done => language.Say("終わった件", "Done");

    public string DoneToo => language.Say("終わった件も含める", "Done ones too");

    public string Section => language.Say("所属", "Section");

    public string Kind => language.Say("種別", "Kind");

    public string Search => language.Say("語句", "Words");

    /// <param name="counted">How many are counted at most.</param>
    public string Total(long total, int counted) => total > counted ? language.Say($"{counted}件以上", $"{counted} matters or more") : language.Say($"{total}件", $"Matters: {total}");

    public string OnPage(int page) => language.Say($"（{page} ページ目）", $" (page {page})");

    public string Order => language.Say("119番・指令への影響がある件、期限を過ぎた件、次の期限が近い件の順", "Those that affect 119 first, then what is overdue, then by the next limit");

    public string Nothing => language.Say("当てはまる件はありません。", "There is no such matter.");

    public string[] Columns => [language.Say("重要度", "Severity"), language.Say("受付番号", "Receipt number"), language.Say("概要・所属", "Summary, section"), language.Say("今の段階", "Stage"), language.Say("次の期限", "Next limit"), language.Say("担当", "Owed by"), language.Say("経過", "Elapsed")];

    public string Paging => language.Say("ページ送り", "Pages");

    public string Before(int size) => language.Say($"前の{size}件", $"Previous {size}");

    public string After(int size) => language.Say($"次の{size}件", $"Next {size}");

    public string NoSeverity => language.Say("未評価・未決定", "Not evaluated or not decided");

    public string Reminded(DateTimeOffset at) => language.Say($"催促 {language.Moment(at)} に送信", $"Reminded {language.Moment(at)}");

    /// <summary>The limit by which a row stands where it does, when the row shows the reader's own first.</summary>
    public string Nearest(string duty, string owners) => language.Say($"先に：{duty}（{owners}）", $"Before that: {duty} ({owners})");

    public string Emergencies(int count) => language.Say($"119番の受付・指令・救急出動への影響がある件が{count}件", $"Affects 119 calls, dispatching or ambulances: {count}");

    public string Critical(int count) => language.Say($"重要度1が{count}件", $"Severity 1: {count}");
}

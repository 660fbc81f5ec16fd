using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;

namespace CsirtFlow.Api.Web.Cases;

/// <summary>The tables of a case, in both languages: orders, checks, measures, work, the course, documents, duties and who was told.</summary>
public sealed class CourseWords(Language language)
{
    public string None => language.Say("まだありません。", "None yet.");

    public string OrderList => language.Say("指示の一覧", "List of orders");

    public string Number => language.Say("番号", "No.");

    public string Kind => language.Say("種類", "Kind");

    public string Section => language.Say("所属", "Section");

    public string Order => language.Say("指示", "Order");

    public string Limit => language.Say("期限", "Limit");

    public string Standing => language.Say("状況", "State");

    public string Checks => language.Say("ほかの情報システムの確認", "Check of other information systems");

    public string Answered(int answered, int all) => language.Say($"（{all}件中{answered}件回答）", $" ({answered} of {all} answered)");

    public string NotOrdered => language.Say("まだ指示していません。", "None ordered yet.");

    public string System => language.Say("情報システム", "Information system");

    public string Answer => language.Say("回答", "Answer");

    public string Measures => language.Say("再発防止策", "Prevention measures");

    public string Instructed(string instruction) => language.Say($"（CISOの指示：{instruction}）", $" (CISO's instruction: {instruction})");

    public string NotInstructed => language.Say("（CISOの指示待ち）", " (waiting for the CISO's instruction)");

    public string Content => language.Say("内容", "Content");

    public string DueDay => language.Say("期日", "Due");

    public string Done(int done, int all) => all == 0 ? "" : language.Say($"（{all}件中{done}件完了）", $" ({done} of {all} done)");

    public string WorkList => language.Say("作業の一覧", "List of work");

    public string OneWork => language.Say("作業", "Work");

    public string Who => language.Say("担当", "Who");

    public string Nobody => language.Say("未定", "Nobody yet");

    public string All(int count) => language.Say($"（全{count}件）", $" (all {count})");

    public string AddNote => language.Say("経過に記録する", "Record in the course");

    public string OccurredAt => language.Say("発生時刻", "Happened at");

    public string RecordedAt => language.Say("記録時刻", "Recorded at");

    public string Event => language.Say("できごと", "Event");

    public string ByWhom => language.Say("だれが", "By whom");

    public string Filter => language.Say("経過の絞り込み", "Show of the course");

    public string Older(int count) => language.Say($"これより前の {count} 件", $"{count} earlier");

    public string ToldBy => language.Say("メールで知らせた相手：", "Told by mail: ");

    public string AndMore(int count) => language.Say($"ほか{count}人", $" and {count} more");

    public string Missed(int count) => language.Say($"（届いていない {count}人）", $" (not arrived: {count})");

    public string WithThis => language.Say("この記録を…", "With this record ...");

    public string Correct => language.Say("訂正を追記", "Add a correction");

    public string PlaceInCourse => language.Say("経過表に載せる", "Put it into the course for outside");

    public string SeeThen => language.Say("この時点の状態を見る", "See how it stood then");

    public string RecordNo(long number) => language.Say($"記録{number}", $"Record {number}");

    public string ForOutside(int lines) => language.Say($"経過表（外部用・{lines}行）", $"Course for outside ({lines} lines)");

    public string ForOutsideHint => language.Say("報告文書の「事実経過」に、このまま入ります。人名や端末名は入りません。", "It goes into the documents as it is, in Japanese. It holds no names of persons or devices.");

    public string CourseTable => language.Say("経過表", "Course for outside");

    public string Worded => language.Say("（文を直した行）", " (line worded by hand)");

    public string Source => language.Say("もとの記録", "Record behind it");

    public string CourseOfReport(string number, int count) => language.Say($"報告 {number} の経過（全{count}件）", $"Course of the report {number} ({count})");

    public string TheReport => language.Say("報告", "report");

    public string DocumentTable => language.Say("外部・庁内への報告文書", "Documents for outside and for the house");

    public string Document => language.Say("文書", "Document");

    public string AllForms(int count) => language.Say($"様式の一覧（{count}）", $"All forms ({count})");

    public string FilledIn => language.Say("記入の状況", "How far filled in");

    public string Open => language.Say("開く", "Open");

    public string Filings => language.Say("提出の記録", "Filings");

    public string Unconfirmed => language.Say("（公式欄名は未照合）", " (official field names not checked)");

    public string Completeness(int confirmed, int investigating, int missing) => language.Say($"確定 {confirmed}・調査中 {investigating}・未記入 {missing}", $"confirmed {confirmed}, under investigation {investigating}, empty {missing}");

    public string Blocking(int count) => language.Say($"未記入の必須項目（{count}）", $"Required and still empty ({count})");

    public string Format(string format) => format switch
    {
        "html" => language.Say("画面", "On screen"),
        "docx" => language.Say("Word", "Word file"),
        "pdf" => language.Say("PDF", "PDF"),
        _ => language.Say("テキスト", "Text"),
    };

    public string ToldSummary(int all, int opened, int missed) => language.Say($"{all}通（開封・受領 {opened}、届いていない {missed}）", $"{all} mails (opened {opened}, not arrived {missed})");

    public string Arrival => language.Say("通知の到達", "How notices arrived");

    public string ToWhom => language.Say("相手", "To whom");

    public string Reason => language.Say("理由", "Reason");

    public string State => language.Say("状態", "State");

    public string Time => language.Say("時刻", "Time");

    public string Seen => language.Say("開封・受領", "Opened, received");

    public string Received(DateTimeOffset at) => language.Say($"受領 {language.Moment(at)}", $"received {language.Moment(at)}");

    public string Opened(DateTimeOffset at) => language.Say($"開封 {language.Moment(at)}", $"opened {language.Moment(at)}");

    public string NotYet => language.Say("まだ", "not yet");

    /// <param name="open">Without the overdue ones.</param>
    public string DutySummary(int all, int overdue, int open, int settled, int lapsed) => language.Say(
        $"{all}件（期限超過 {overdue}、未履行 {open}、済み {settled}{(lapsed > 0 ? $"、該当しなくなった {lapsed}" : "")}）", $"{all} duties (overdue {overdue}, open {open}, settled {settled}{(lapsed > 0 ? $", lapsed {lapsed}" : "")})");

    public string DutyTable => language.Say("義務と期限", "Duties and limits");

    public string Clause => language.Say("条項", "Clause");

    public string Duty => language.Say("義務", "Duty");

    public string OwnerAndTowards => language.Say("担当 → 相手", "Owed by → towards");

    public string WordAndLimit => language.Say("規程の語・期限", "Word of the policy, limit");

    public string Proof => language.Say("根拠となる記録", "Record that proves it");

    /// <summary>Of what is not done yet.</summary>
    public string Passed(TimeSpan span) => language.Say($"未履行（開始から{language.Span(span)}経過）", $"not yet ({language.Span(span)} since it began)");

    public string Since(TimeSpan span) => language.Say($"開始から{language.Span(span)}", $"{language.Span(span)} after it began");

    public string OnOneSheet => language.Say("履行状況を1枚で見る（印刷用）", "All duties on one sheet (to print)");

    public string Statutory => language.Say("個人情報の漏えい等の該当性", "Loss of personal data: what the law asks");

    public string NotReportable => language.Say("報告対象事態に該当しません。", "Not of a kind that must be reported.");

    public string Preliminary => language.Say("速報", "Preliminary report");

    public string Final => language.Say("確報", "Final report");

    public string Grounds => language.Say("各号の判定", "Judgement of each ground");

    public string Reasoning => language.Say("", "The reasoning quotes Japanese law and stays in Japanese.");
}

using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Cases;

/// <summary>The page of a report or an incident, in both languages: what stands in the panels beside the course.</summary>
public sealed class CaseWords(Language language)
{
    public string Noticed => language.Say("認知", "Noticed");

    public string Elapsed(TimeSpan span) => language.Say($"（経過 {language.Span(span)}）", $" ({language.Span(span)} ago)");

    public string Reporter => language.Say("報告者", "Reported by");

    public string Nameless => language.Say("氏名なし", "no name given");

    public string ContactErased => language.Say("氏名・連絡先は消去済み（又は鍵がなく読めません）", "name and contact were erased (or their key is not at hand)");

    public string Contents => language.Say("このページの内容", "On this page");

    public string Past => language.Say("過去の時点の表示", "A moment in the past");

    public string Grounds => language.Say("評価の理由", "Grounds of the evaluation");

    public string Severity => language.Say("重要度", "Severity");

    public string ToldCiso => language.Say("CISO・副CISOへの報告", "Report to the CISO and deputy CISO");

    public string Receipt => language.Say("受領", "Received by");

    public string NotYet => language.Say("まだ", "not yet");

    public string AsOf(DateTimeOffset at) => language.Say($"{language.FullMoment(at)}の時点でわかっていたことを表示しています。", $"This is what was known on {language.FullMoment(at)}. ");

    public string ToNow => language.Say("今の状態へ", "To how it stands now");

    public string Recorded(string term) => language.Say($"「{term}」を記録しました。", $"Recorded: {term}.");

    public string RecordedBefore(string term) => language.Say($"「{term}」は、もう記録してあります。記録は増やしていません。", $"Recorded before: {term}. Nothing was added.");

    public string JoinedTo(string number) => language.Say($"この報告は {number} の件に統合しました。対応はそちらで進めます。", $"This report was joined to {number}, where it is dealt with.");

    public string ToIncident(string number) => language.Say($"{number} を開く", $"Open {number}");

    /// <param name="key"><c>report/R8-0017</c>.</param>
    public string OfReport(string key, long number) => language.Say($"報告{key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..]}の{number}", $"{number} of report {key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..]}");

    public string CauseIs => language.Say("原因：", "Cause: ");

    public string CauseUnknown => language.Say("原因は特定できていません。調べたこと：", "The cause could not be determined. What was examined: ");

    public string DraftIt => language.Say("文書を起案する・開く", "Draft or open the document");

    public string WithoutDocument => language.Say("文書によらずに済ませたとき（電話、先方の用紙など）", "Where it was done without a document (by telephone, on their own paper ...)");

    public string HandedOver => language.Say("引継ぎ（未受領）：", "Handed over, not received yet: ");

    public string NextThen(string duty, DateTimeOffset due) => language.Say($"このときの次の期限：{duty} {language.Moment(due)}", $"Next limit at that time: {duty}, {language.Moment(due)}");

    public string Receive => language.Say("引継ぎを受領する", "Receive the handover");

    public string Next => language.Say("次にすること", "What to do next");

    public string Owners => language.Say("担当：", "Owed by: ");

    public string YourOffice => language.Say("（あなたの役職です）", " (an office of yours)");

    public string RecordIt(string term) => language.Say($"「{term}」を記録する", $"Record: {term}");

    public string OpenContacts => language.Say("連絡先を開く", "Open the contacts");

    public string MissingForClosing(int count) => language.Say($"終結までに必要なこと（{count} 件）", $"What is needed before closing ({count})");

    public string Moment => language.Say("時点（空欄は今）", "Moment (empty: now)");

    public string WhoKnew => language.Say("だれの知っていたことか", "What was known to");

    public string AllRecords => language.Say("すべての記録", "All records");

    public string Show => language.Say("表示する", "Show");

    public string Knew(DateTimeOffset at, string office) => language.Say($"{language.FullMoment(at)}の時点で{office}が知っていたこと", $"What was known on {language.FullMoment(at)} to: {office}");

    public string NothingReached => language.Say("届いた記録はありません。", "No record had reached it.");

    public string Reached(string office) => language.Say($"{office}に届いていた記録", $"Records that had reached: {office}");

    public string KnewSince => language.Say("知った時刻", "Known since");

    public string How => language.Say("どのように", "How");

    public string Chain => language.Say("報告の鎖（第32条）", "Chain of reports (Art. 32)");

    public string InOrder => language.Say("上の段は順に進みます。", "The upper row goes on step by step.");

    public string Beside => language.Say("並行して進めること", "What goes on beside it");

    public string Settled(int settled, int all) => language.Say($"（{all}件中{settled}件済み）", $" ({settled} of {all} settled)");

    public string NextDuty => language.Say("次：", "Next: ");

    public string State(ChainStep step) => step switch
    {
        { Late: true } => language.Say("期限超過", "Overdue"),
        { Done: true } => language.Say("✓ 済み", "✓ Settled"),
        { Lapsed: true } => language.Of(Standing.Lapsed),
        { NotBegun: true } => language.Say("まだ始まっていません", "Not begun"),
        _ => language.Say("進行中", "Going on"),
    };

    public string Took(TimeSpan taken, TimeSpan allowed, bool legal) => language.Say($"（{language.Span(taken)}／{(legal ? "期限" : "目安")}{language.Span(allowed)}）", $" ({language.Span(taken)}; {language.Clock(legal)}: {language.Span(allowed)})");

    public string Record => language.Say("記録する", "Record");

    /// <param name="onBehalf">Why the person acts for another; empty for none.</param>
    public string RecordedAs(string office, string onBehalf) => onBehalf.Length > 0
        ? language.Say($"{office}（{onBehalf}）として記録します。", $"It is recorded in your office as: {office} ({onBehalf}).")
        : language.Say($"{office}として記録します。", $"It is recorded in your office as: {office}.");

    public string Row(int number) => language.Say($"{number} 件目", $"No. {number}");

    public string Rows(string label, int count) => language.Say($"{label}（{count} 項目。書いた項目だけが記録されます）", $"{label} ({count} items; only those you fill in are recorded)");

    public string StateOf(string label) => language.Say($"{label}の確度", $"How sure: {label}");

    public string ConfirmedWhenWritten => language.Say("書いたときは確定", "Confirmed, when written");

    public string Kinds => language.Say("種別", "Kinds");

    public string Impact => language.Say("119番・指令", "119 and dispatching");

    public string Section => language.Say("所属", "Section");

    public string NoSection => language.Say("（未確定）", "(not known yet)");

    public string Nature => language.Say("性質", "Nature");

    public string PersonalData => language.Say("個人情報", "Personal data");

    public string Attack => language.Say("攻撃", "attack");

    public string Crime => language.Say("犯罪の可能性", "may be a crime");

    public string Cloud => language.Say("クラウド", "cloud");

    public string Contractor => language.Say("委託先", "contractor");

    public string StaffAccess => language.Say("職員等による不正アクセス", "unauthorised access by staff");

    public string StaffBreach => language.Say("職員等の違反", "breach by staff");

    public string FactTable => language.Say("わかっている項目", "Items known");

    public string Item => language.Say("項目", "Item");

    public string Value => language.Say("わかっていること", "What is known");

    public string StatedBy => language.Say("だれが、いつ", "By whom, when");

    public string Earlier => language.Say("前の記録：", "Recorded before: ");

    public string Unknown(int count) => language.Say($"文書が求めていて、まだわからない項目（{count}）", $"Asked for by documents and not known yet ({count})");

    public string AskedBy => language.Say("求めている文書：", "Asked for by: ");

    public string NatureUnstated => language.Say("判断の記録なし", "no judgement recorded");

    public string NotAssessed => language.Say("未判定", "not assessed");

    public string NotKnownWhether => language.Say("報告対象か、まだ分からない（暫定の期限あり）", "Not known yet whether it must be reported (provisional limits run)");

    public string NotReportable => language.Say("報告対象事態に該当しない", "not of a kind that must be reported");

    public string FirstReport(string number) => language.Say($"もとの報告 {number}", $"First report {number}");

    public string JoinedReport(string number) => language.Say($"統合した報告 {number}", $"Joined report {number}");

    public string UndoJoin => language.Say("統合を取り消す", "Undo the join");

    public string Linked(string number) => language.Say($"関連する件 {number}", $"Related incident {number}");

    public string None => language.Say("まだありません。", "None yet.");

    public string Bytes(long size) => language.Say($"{size:N0} バイト", $"{size:N0} bytes");

    public string KeptAt => language.Say("保管：", "Kept: ");

    public string FiledCopy => language.Say("提出の控え：", "Copy of what was filed: ");

    public string Supplement => language.Say("追加で教えてもらったこと", "Told later");

    public string ReportHidden => language.Say("報告の内容は、あなたの役職では表示しません（知る必要のある者に限る。第34条第2項第3号）。", "What was reported is not shown to your office (only those who need to know, Art. 34(2)(iii)).");

    public string HiddenStep => language.Say("この役職では表示しません", "Not shown to your office");

    public string BelowAllRecords => language.Say("ここから下は、その時点のすべての記録です（上の表の役職が知らなかったことを含みます）。", "Below stands all that was recorded by then, also what the office above did not know.");

    public string AwaitsInstruction => language.Say("報告は済んでいます。責任者又は統括の指示を待っています。急ぐときは電話で指示を求めてください。", "The report has been made. The instruction of the security officer or the supervising officer is awaited; telephone where it is urgent.");

    public string PlanBelow(int measures) => language.Say($"指示の対象：再発防止策の報告（{measures}件）を見る", $"What is decided on: the prevention measures that were reported ({measures})");

    public string WhatHappened => language.Say("何が起きたか", "What happened");

    public string Situation => language.Say("状況", "What they saw");

    public string NoticedAt => language.Say("認知した時刻", "Noticed at");

    public string ReceivedAt => language.Say("受け付けた時刻", "Received at");

    public string FromOutside => language.Say("、外部から", ", from outside");

    public string Sender => language.Say("差出人", "Sender");

    public string SenderUnconfirmed => language.Say("差出人は誰でも書けます。連絡網の電話番号にかけて確かめてください。", "Anybody can write a sender. Call the number in the contacts to make sure.");

    public string CallBack => language.Say("折り返し", "Call back");

    public string Incident => language.Say("インシデント", "Incident");
}

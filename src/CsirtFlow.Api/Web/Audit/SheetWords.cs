using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;

namespace CsirtFlow.Api.Web.Audit;

/// <summary>第32条履行状況, in both languages.</summary>
public sealed class SheetWords(Language language)
{
    public string Title(string number) => language.Say($"履行状況　{number}", $"How the duties stand, {number}");

    public string Heading(string number) => language.Say($"第32条ほかの履行状況　{number}", $"How the duties stand (Art. 32 and others), {number}");

    public string Back(bool incident, string number) => language.Say($"{(incident ? "インシデント" : "報告")} {number} へ戻る", $"Back to the {(incident ? "incident" : "report")} {number}");

    public string AsOf(DateTimeOffset at) => language.Say($"{language.FullMoment(at)}の時点で記録されていたことを表示しています。", $"This is what had been recorded on {language.FullMoment(at)}. ");

    public string AsWord => language.Say("この履行状況を文書で（Word）", "This sheet as a document (Word)");

    public string ToNow => language.Say("今の状態へ", "To how it stands now");

    public string Subject => language.Say("件名", "Title");

    public string Severity => language.Say("重要度", "Severity");

    public string Undecided => language.Say("未決定", "Not decided");

    public string Section => language.Say("所属", "Section");

    public string NoSection => language.Say("（未確定）", "(not known yet)");

    public string NoticedReceived => language.Say("認知・受付", "Noticed, received");

    public string Noticed(DateTimeOffset noticed, DateTimeOffset received) => language.Say($"認知 {language.FullMoment(noticed)}、受付 {language.FullMoment(received)}", $"Noticed {language.FullMoment(noticed)}; received {language.FullMoment(received)}");

    public string Evaluated => language.Say("インシデントの評価", "Evaluated as an incident");

    public string Closed(DateTimeOffset at) => language.Say($"　終結 {language.FullMoment(at)}", $"; closed {language.FullMoment(at)}");

    public string SheetAt => language.Say("この表の時点", "Moment of this sheet");

    public string Past => language.Say("（過去の時点）", " (in the past)");

    public string PrintedBy => language.Say("出力した人", "Made by");

    public string ChooseMoment => language.Say("時点を指定する（日本時間）", "Choose a moment (Japanese time)");

    public string ShowMoment => language.Say("その時点を表示する", "Show that moment");

    public string Duties(int count) => language.Say($"義務と履行（{count}件）", $"Duties and how they were fulfilled ({count})");

    public string Counts(int inTime, int late, int open, int overdue, int unnecessary, int lapsed) => language.Say(
        $"期限・目安内に履行 {inTime}件、遅れて履行 {late}件、未履行 {open}件、期限超過で未履行 {overdue}件、不要と判断 {unnecessary}件、該当しなくなった {lapsed}件。",
        $"Fulfilled within the limit {inTime}, fulfilled late {late}, not yet fulfilled {open}, overdue {overdue}, judged unnecessary {unnecessary}, no longer owed {lapsed}.");

    public string ClockHint => language.Say("「目安」は組合の設定、「期限（法令）」は法令の期限です。", "A “guide limit” is set by the association; a “limit of law” is set by law.");

    public string DutyTable => language.Say("義務と履行", "Duties and how they were fulfilled");

    public string ClauseAndDuty => language.Say("条項・義務", "Clause, duty");

    public string OwnerAndTowards => language.Say("担当 → 相手", "Owed by → towards");

    public string WordAndLimit => language.Say("規程の語・期限", "Word of the policy, limit");

    public string Begins => language.Say("始まり", "Began");

    public string Met => language.Say("履行", "Fulfilled");

    public string Judged => language.Say("判定", "Judgement");

    public string Proof => language.Say("根拠となる記録", "Record that proves it");

    public string ProofIn(bool incident, long version) => language.Say($"{(incident ? "インシデント" : "報告")}の記録 {version}", $"Record {version} of the {(incident ? "incident" : "report")}");

    public string ReportHidden => language.Say("もとの報告の義務は、知る必要のある者だけに表示します。", "The duties of the first report are shown only to those who need to know.");

    public string Told(int count) => language.Say($"知らせた相手（{count}件）", $"Who was told ({count})");

    public string NobodyTold => language.Say("通知の記録はありません。", "No notice is recorded.");

    public string Arrival => language.Say("通知の到達", "How notices arrived");

    public string ToWhom => language.Say("相手", "To whom");

    public string ReasonAndDuty => language.Say("理由・義務", "Reason, duty");

    public string ToldAt => language.Say("通知した時刻", "Told at");

    public string Arrived => language.Say("到達", "Arrival");

    public string NoWord => language.Say("（規程に定めなし）", "(the policy has no word)");

    public string Within(TimeSpan span) => language.Say($"{language.Span(span)}以内", $" within {language.Span(span)}");
}

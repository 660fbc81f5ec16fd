using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Web.Assessment;

/// <summary>The page of the assessment, in both languages.</summary>
public sealed class AssessmentWords(Language language)
{
    public string Title => language.Say("個人情報の漏えい等の該当性判定", "Assessment of personal data loss");

    public string Lead => language.Say("分かっていることだけ答えてください。「わからない」のままで構いません。答えが変わったら、理由を書いて記録し直します。前の答えと期限は履歴に残ります。",
        "Answer what is known. “Not known” may stay. When an answer changes, record it again with the reason. Earlier answers and limits stay in the history.");

    public string Back => language.Say("インシデントの画面へ戻る", "Back to the incident");

    public string Recorded => language.Say("判定を記録しました。", "The assessment is recorded.");

    public string Tried => language.Say("試算です。まだ記録していません。このとおりでよければ、下の「判定を記録する」を押してください。", "A trial. Nothing is recorded yet. If it is right, press “Record the assessment” below.");

    public string NotStated => language.Say("まだ判定していません。下の質問に答えてください。", "Not assessed yet. Answer the questions below.");

    public string Outcome => language.Say("判定の結果", "What follows");

    public static Wording Verdict(StatutoryAssessment a) => a switch
    {
        { IsReportable: true } => new("個人情報保護委員会へ報告する義務があります。", "A report to the Personal Information Protection Commission is owed."),
        { MustBeReported: true } => new("ガイドラインに基づき、個人情報保護委員会へ報告します。", "A report to the Personal Information Protection Commission is made under its guideline."),
        { Duties.Count: > 0 } => new("報告する義務があるか、まだ分かりません。", "It is not known yet whether a report is owed."),
        _ => new("報告する義務はありません。", "No report is owed."),
    };

    public string OpenQuestions => language.Say("確かめること", "To be found out");

    public string Limits => language.Say("報告の期限", "Limits");

    public string Report => language.Say("報告", "Report");

    public string Limit => language.Say("期限", "Limit");

    public string Standing => language.Say("状況", "State");

    public string How => language.Say("数え方", "How it is counted");

    public string Kind(Law law, ReportKind kind) => language.Say(
        $"{(kind is ReportKind.Preliminary ? "速報" : "確報")}（{(law is Law.MyNumber ? "特定個人情報" : "保有個人情報")}）",
        $"{(kind is ReportKind.Preliminary ? "Preliminary" : "Final")} report ({(law is Law.MyNumber ? "My Number data" : "held personal information")})");

    public string Provisional => language.Say("仮の期限（義務があると分かった場合）", "Provisional limit (if a report turns out to be owed)");

    public string Persons => language.Say("本人への通知", "Notice to the persons concerned");

    public static Wording Of(NotificationState state) => state switch
    {
        NotificationState.Owed => new("通知する", "They are told"),
        NotificationState.ReplacedByMeasure => new("代わるべき措置をとる", "A measure is taken in its place"),
        NotificationState.NonDisclosable => new("通知を要しない（不開示情報）", "Not owed (information that must not be disclosed)"),
        _ => new("事案の内容等に応じて通知する", "They are told as the case requires"),
    };

    public string Grounds => language.Say("該当する号（根拠）", "Grounds");

    public string Article => language.Say("条文", "Article");

    public string Ground => language.Say("内容", "Ground");

    public string Why => language.Say("理由", "Why");

    public static Mark Of(GroundState state) => state switch
    {
        GroundState.Applies => new("該当", "Applies", Tone.Critical),
        GroundState.Feared => new("該当するおそれ", "Feared", Tone.High),
        GroundState.Unknown => new("分からない", "Not known", Tone.Notice),
        _ => new("非該当", "Does not apply", Tone.Plain),
    };

    public string Unnecessary => language.Say("報告不要の判断", "Judgement that no report is owed");

    public string UnnecessaryAt => language.Say("この事実に基づき、報告不要と判断されました。", "On these facts it was judged that no report is owed.");

    public string UnnecessaryOpen => language.Say("個人情報を含み、報告の義務がないときは、統括情報セキュリティ責任者又はCISOが理由を書いて判断します。", "Where personal data is concerned and no report is owed, the supervising officer or the CISO says so with the reason.");

    public string Judge => language.Say("判断を記録する", "Record the judgement");

    public string Questions => language.Say("質問", "Questions");

    public string Data => language.Say("含まれるデータと原因", "Data and cause");

    public string Knowing(string moment) => language.Say($"空欄なら今のまま（{moment}）。組織のどこかの部署が最初に知った時点です。", $"Empty: as it is ({moment}). The moment at which any department knew first.");

    public string Try => language.Say("試算する（記録しない）", "Try (record nothing)");

    public string Record => language.Say("判定を記録する", "Record the assessment");

    public string ReasonHint => language.Say("判定し直すときは必須です。何が分かったかを書いてください。", "Required when assessing again: what became known.");

    public string LimitHistory => language.Say("期限の履歴", "History of the limits");

    public string SetAt => language.Say("決まった時刻", "Set");

    public string Until => language.Say("変わった時刻と理由", "Replaced, and why");

    public string InForce => language.Say("今の期限", "In force");

    public string History => language.Say("判定の履歴", "History of the assessments");

    public string Knew => language.Say("知った時点", "Moment of knowing");

    public string NoChange => language.Say("答えの変更はありません。", "No answer changed.");
}

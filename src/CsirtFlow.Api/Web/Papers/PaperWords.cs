using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Papers;

/// <summary>A document on its way from 起案 to 提出, in both languages; its own words are Japanese.</summary>
public sealed class PaperWords(Language language)
{
    public string Releases => language.Say("起案・承認", "Drafts and approval");

    public string Issue(int issue, bool final) => final ? language.Say("最終報", "Final issue") : language.Say($"第{issue}報", $"Issue {issue}");

    public string Draft => language.Say("起案する", "Draft");

    public string Reason => language.Say("続報・訂正の理由", "Why it is supplemented or corrected");

    public string Final => language.Say("最終報にする", "Make it the final issue");

    public string Course => language.Say("文書の経過", "Course of the document");

    public string When => language.Say("いつ", "When");

    public string Separation => language.Say("作成・許可・承認は、それぞれ別の人が行います（第18条第1項）", "Drafting, permitting and approving are done by different people (Art. 18(1)).");

    public string Permission => language.Say("。外部へ提供するため、情報セキュリティ管理者の許可が必要です（第22条第9項第2号）", " It goes outside, so the security manager must permit it (Art. 22(9)(ii)).");

    public string Difference(int issue) => language.Say($"前の報（第{issue}報）との違い", $"How it differs from the issue before (issue {issue})");

    public string NoDifference => language.Say("内容の違いはありません。", "The content is the same.");

    public string Row => language.Say("欄", "Row");

    public string Before => language.Say("前の報", "Issue before");

    public string After => language.Say("この報", "This issue");

    public string Empty => language.Say("［未記入］", "[empty]");

    public string Investigating => language.Say("［調査中］", "[under investigation] ");

    public string FillIn => language.Say("記入", "Fill in");

    public string Meanwhile => language.Say("ほかの人が先に書き換えました。今の内容：", "Somebody else has changed it first. It says now: ");

    public string Certainty => language.Say("確度", "How sure");

    public string EmptyState => language.Say("未記入", "Empty");

    public string Record => language.Say("記録：", "The record: ");

    public string TakeOver => language.Say("取り込む", "Take it over");

    public string Keep => language.Say("このままにする", "Keep it as it is");

    public string Source => language.Say("元の記録：", "Record behind it: ");

    public string Rows(int count) => language.Say($"全{count}欄", $"All {count} rows");

    public string Save => language.Say("下書きを保存", "Save the draft");

    public string Voids => language.Say("内容を変えて保存すると、許可と承認は無効になり、下書きに戻ります。", "Saved with other content, it becomes a draft again: permission and approval are void.");

    public string Recorded => language.Say("記録しました。", "Recorded.");

    public string Returned => language.Say("差し戻されました：", "It was returned: ");

    public string Blocking => language.Say("未記入の必須項目：", "Required and still empty: ");

    public string Finished => language.Say("仕上がり", "As it will look");

    public string NoPdf => language.Say("PDFを作成できませんでした", "No PDF could be made");

    public string Checks => language.Say("公表前の確認（第19条第6項）", "Checks before publication (Art. 19(6))");

    /// <param name="published">False for what was filed with an authority.</param>
    public string TakenBack(bool published) => published
        ? language.Say("この文書は公表した後に取り下げました。公表そのものの取下げは、インシデントの画面で記録してください（知らせ直す義務が始まります）。", "This document was withdrawn after it was published. Record the withdrawal of the publication itself on the incident's page: the duty to inform begins anew.")
        : language.Say("この文書は提出した後に取り下げました。提出先に取下げを伝え、訂正した文書を次の報として提出してください。提出の記録が誤りなら、インシデントの画面で訂正してください。", "This document was withdrawn after it was filed. Tell the addressee, and file a corrected one as the next issue. If the record of the filing is wrong, correct it on the incident's page.");

    public string Found => language.Say("外へ出る文に入れないはずの文字（人の名前、端末名、アドレス、電話番号）に見えるもの：", "What looks like a person, a device, an address or a telephone number, which do not belong into words that leave the house:");

    public string GoBack => language.Say("前の画面に戻って、もう一度操作してください。", "Go back and try again.");

    public string PrintInstead => language.Say("ブラウザーの印刷からPDFにしてください。", "Print it to PDF from your browser.");

    public string Verification => language.Say("控えの検証", "Check of the kept files");

    public string AllIntact(int files) => language.Say($"保管している{files}件は、すべて記録した時のままです。", $"All kept files are as they were recorded ({files}).");

    public string NotIntact(int files) => language.Say($"{files}件が、記録した時と違います。データベースの管理者に連絡し、下の表を控えてください。", $"Files that are not as they were recorded: {files}. Call the administrator of the database, and keep this table.");

    public string Result => language.Say("結果", "Result");

    public string KeptFile => language.Say("ファイル", "File");

    public string AsNamed => language.Say("記録：", "Recorded: ");

    public string AsStored => language.Say("保管：", "Stored: ");

    public string HowVerified => language.Say("保管しているデータからSHA-256を計算し直し、承認・保全・報告の記録にある値と比べています。", "The SHA-256 of the stored data is computed anew and compared with what the approval, the preservation or the report recorded.");

    public string Fulfils => language.Say("この提出で履行する義務：", "Duties that this filing fulfils:");

    public string Filing => language.Say("提出の記録", "How it was filed");

    public string KeepCopy => language.Say("提出の控えを保存する", "Keep the copy of what was filed");

    public string CorrectFiling => language.Say("記録を訂正する", "Correct this record");

    public string CopySheet => language.Say("入力フォーム用に写す", "Copy into a web form");

    public string NotApproved => language.Say("この文書は、まだ承認されていません。承認された内容だけを提出してください。", "This document is not approved yet. File only what was approved.");

    public string HowToCopy => language.Say("様式の順に並んでいます。欄を1つずつ写して、提出先のフォームに貼り付けてください。", "The fields stand in the order of the form. Copy them one by one and paste them into the form of the addressee.");

    public string Copy => language.Say("写す", "Copy");

    public string Copied => language.Say("写しました：", "Copied: ");

    public string Copies => language.Say("承認した文書（凍結）", "Approved document (frozen)");
}

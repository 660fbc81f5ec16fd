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

    public string Copies => language.Say("承認した文書（凍結）", "Approved document (frozen)");
}

using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Papers;

/// <summary>The page of a 文書 and what leads to it, in both languages. The document itself stays Japanese.</summary>
public sealed class PaperWords(Language language)
{
    public string Drafts => language.Say("起案・承認", "Drafts and approvals");

    public string Draft => language.Say("起案する", "Draft");

    public string Reason => language.Say("続報・訂正の理由", "Reason for the further issue or correction");

    public string Final => language.Say("最終報にする", "This is the final report");

    public string Issue(DocumentBasis basis) => basis.Final ? language.Say("最終報", "Final report") : language.Say($"第{basis.Issue}報", $"Report {basis.Issue}");

    public string NotDrafted => language.Say("起案できませんでした", "It could not be drafted");

    public string GoBack => language.Say("前の画面に戻って、もう一度操作してください。", "Go back to the page before and try again.");

    public string NotRecorded => language.Say("記録できませんでした。入力した内容は下に残っています", "It was not recorded. What you typed is still there below");

    public string Recorded => language.Say("記録しました。", "Recorded.");

    public string Returned => language.Say("差し戻されました：", "Returned: ");

    public string FilledIn => language.Say("記入の状況", "How far it is filled in");

    public string Blocking => language.Say("未記入の必須項目：", "Required and not filled in: ");

    public string Paper => language.Say("仕上がり", "The finished page");

    public string Editor => language.Say("記入", "Fill in");

    public string Certainty(string row) => language.Say($"確度（{row}）", $"Certainty ({row})");

    public string NotFilledIn => language.Say("未記入", "Not filled in");

    public string Meanwhile => language.Say("ほかの人が先に書き換えました。今の内容：", "Somebody else changed it first. It now says: ");

    public string RecordSays => language.Say("記録：", "The record says: ");

    public string TakeOver => language.Say("取り込む", "Take over");

    public string Keep => language.Say("このままにする", "Keep as it is");

    public string Source => language.Say("元の記録：", "From: ");

    public string Save => language.Say("下書きを保存", "Save the draft");

    public string Voids => language.Say("内容を変えて保存すると、許可と承認は無効になり、下書きに戻ります。", "Saving other words voids permission and approval; the document becomes a draft again.");

    public string Course => language.Say("文書の経過", "Course of the document");

    public string Event => language.Say("できごと", "Event");

    public string Who => language.Say("だれが", "Who");

    public string When => language.Say("いつ", "When");

    public string Content => language.Say("内容", "Content");

    public string TwoPersons => language.Say("作成・許可・承認は、それぞれ別の人が行います（第18条第1項）", "Drafting, permission and approval are acts of different people (Art. 18(1))");

    public string PermissionNeeded => language.Say("。外部へ提供するため、情報セキュリティ管理者の許可が必要です（第22条第9項第2号）", "; it leaves the organisation, so the security manager must permit it (Art. 22(9)(ii))");

    public string Frozen => language.Say("承認した文書（凍結）", "The document as approved (frozen)");

    public string Difference(int issue) => language.Say($"前の報（第{issue}報）との違い", $"What differs from report {issue}");

    public string NoDifference => language.Say("内容の違いはありません。", "Nothing differs.");

    public string Row => language.Say("欄", "Row");

    public string Before => language.Say("前の報", "Before");

    public string Now => language.Say("この報", "Now");

    /// <summary>「記録と違います」.</summary>
    public static Wording Differs { get; } = new("記録と違います", "Differs from the record");

    public static Wording Review { get; } = new("止むを得ない場合：事後確認が必要", "Done by one person: later review needed");
}

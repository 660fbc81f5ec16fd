using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Home;

/// <summary>The start page and 受領, in both languages.</summary>
public sealed class HomeWords(Language language)
{
    public string Title => language.Say("ホーム", "Home");

    public string Waiting => language.Say("いま待っていること", "What waits for you");

    public string Received(string number) => language.Say($"{number} を受領し、報告しました。", $"You received {number} and passed it on.");

    public string ToReport => language.Say("報告の画面へ", "To the report");

    public string Nothing => language.Say("いま待っているものはありません。", "Nothing waits for you.");

    public string NothingToDo(bool holdsOffice) => holdsOffice
        ? language.Say("あなたの担当ができると、メールで知らせ、ここに出します。", "When something is yours to do, you are told by mail and find it here.")
        : language.Say("異常に気づいたら、小さなことでもすぐに報告してください。", "If you notice anything unusual, however small, please report it at once.");

    public string Count(int count) => language.Say($"（{count}件）", $" ({count})");

    public string Group(Hurry hurry) => hurry switch
    {
        Hurry.Emergency => language.Say("119番・指令への影響がある件", "Affects 119 and dispatching"),
        Hurry.Law => language.Say("法令の期限が近いもの", "Limits of law that are near"),
        Hurry.Late => language.Say("期限を過ぎたもの", "Overdue"),
        Hurry.Today => language.Say("今日のうちにするもの", "Due today"),
        _ => language.Say("明日以降・期限のないもの", "Later, or without a limit"),
    };

    public string ShowRest(int count) => language.Say($"ほかに{count}件。対応中の一覧（自分の担当）で見る", $"{count} more: see yours in the list of open matters");

    public string News => language.Say("新しい知らせ", "News");

    public string From(string offices) => language.Say($"{offices}から", $"From: {offices}");

    public string Earlier(int count) => language.Say($"ほかに{count}通", $"{count} more");

    public string Read => language.Say("内容を見る", "Read it");

    public string AllNews(int count) => language.Say($"ほかに{count}件。通知の一覧で見る", $"{count} more: see the list of notices");

    public string Desk => language.Say("窓口・CSIRT", "Contact point and CSIRT");

    public string Undelivered => language.Say("メールを送れなかった通知", "Notices whose mail could not be sent");

    public string ToStatistics => language.Say("統計を見る", "See the statistics");

    public string Cases(int count) => language.Say($"{count} 件", $"{count}");

    public string ToQueue => language.Say("対応中の一覧へ", "To the open matters");

    public string ToNotices => language.Say("通知の到達を見る", "See how notices arrived");

    public string Recent => language.Say("最近のインシデント", "Recent incidents");

    public string DutiesOf => language.Say(" の履行状況", ": how its duties stand");

    public string Report => language.Say("報告する", "Report");

    public string Own => language.Say("自分の報告", "Your reports");

    public string NoneYet => language.Say("まだ報告はありません。", "You have reported nothing yet.");

    public string Offices => language.Say("あなたの役職：", "Your offices: ");

    public string Deputy => language.Say("の代理", " (deputy)");

    public string Alarm(int count) => language.Say($"メールを送れなかった通知が {count} 件あります。電話で伝えてください。", $"Notices whose mail could not be sent: {count}. Please tell them by telephone.");

    public string SeeNotices => language.Say("通知を見る", "See the notices");

    /// <summary>What waits.</summary>
    public string Heading(WorkKind kind) => kind switch
    {
        WorkKind.Assign => language.Say("所属の決まっていない報告", "Belongs to no section yet"),
        WorkKind.PassUp => PassUp,
        WorkKind.Evaluate => language.Say("評価を待っている報告", "Waits for evaluation"),
        WorkKind.Instruct => language.Say("指示を待っている報告", "Waits for an instruction"),
        WorkKind.Acknowledge => language.Say("受領を待っている報告", "Waits to be received"),
        WorkKind.Approve => language.Say("指示を待っている再発防止策", "Prevention measures wait for an instruction"),
        WorkKind.CarryOut => language.Say("実施する指示", "Order to carry out"),
        WorkKind.Check => language.Say("回答する確認", "Check to answer"),
        WorkKind.Verify => language.Say("完了を確認する指示", "Order whose completion is to be checked"),
        WorkKind.Measure => language.Say("実施・確認する再発防止策", "Prevention measure to carry out or check"),
        WorkKind.Review => language.Say("事後確認を待っている文書（止むを得ない場合）", "Document that waits for a review: an unavoidable case"),
        WorkKind.ListDeletion => language.Say("削除を待っている本人の名簿", "List of persons that waits to be deleted"),
        WorkKind.ListOfClosed => language.Say("終結した件に残る本人の名簿", "List of persons left over from a closed incident"),
        WorkKind.Form => language.Say("承認を待っている、又は差し戻された改定案（様式・ひな形）", "Revision of a form or template that waits for approval, or was returned"),
        _ => language.Say("許可・承認・提出を待っている文書", "Document that waits for permission, approval or filing"),
    };

    /// <summary>The button that leads to what ends the waiting.</summary>
    public string Go(WorkKind kind) => kind switch
    {
        WorkKind.Assign => language.Say("所属を決める", "Assign it to a section"),
        WorkKind.Evaluate => language.Say("評価する", "Evaluate"),
        WorkKind.Instruct => language.Say("指示する", "Give the instruction"),
        WorkKind.Approve => language.Say("内容を見て指示する", "Look, and give the instruction"),
        WorkKind.CarryOut => language.Say("完了を報告する", "Report it as carried out"),
        WorkKind.Verify => language.Say("完了を確認する", "Check its completion"),
        WorkKind.Document => language.Say("文書を開く", "Open the document"),
        WorkKind.Review => language.Say("事後確認をする", "Review it"),
        WorkKind.ListDeletion => language.Say("名簿を確かめて削除する", "Look at the list, and delete it"),
        WorkKind.ListOfClosed => language.Say("削除を依頼する", "Ask for its deletion"),
        WorkKind.Form => language.Say("改定案を見る", "Look at the proposal"),
        _ => language.Say("実施・確認を記録する", "Record it as done or checked"),
    };

    public string PassUp => language.Say("受領して責任者へ報告する", "Receive and report to the security officer");

    public string LookFirst => language.Say("内容を見てから報告する", "Look first, then report");

    public string Receive => language.Say("受領する", "Receive");

    public string SameRisk => language.Say(" に同じおそれがありますか。", ": is it at the same risk?");

    public string Checked => language.Say("確認した内容", "What you checked");

    public string NotFound => language.Say("該当なしと回答する", "Answer: not found");

    public string Found => language.Say("該当ありと回答する", "Answer: found");

    public string Order(int number) => language.Say($"指示{number}：", $"Order {number}: ");

    public string OpenDocuments => language.Say("文書を開く", "Open the documents");

    public string Record(string command) => language.Say($"「{command}」を記録する", $"Record: {command}");

    public string RecordDone => language.Say("したことを記録する", "Record what was done");

    public string OpenPage => language.Say("画面を開く", "Open the page");

    public string ReceiveTitle(string number) => language.Say($"受領 {number}", $"Receive {number}");

    public string AlreadyReported => language.Say("この報告は、責任者と統括へ報告済みです。", "This report has already gone to the security officer and the supervising officer.");

    public string ToldByMail => language.Say("選んだ役職へメールで知らせます。", "The offices you choose are told by mail.");
}

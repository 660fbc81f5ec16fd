using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Inbox;

/// <summary>受信メール, in both languages; what stands in a mail is shown as it was written.</summary>
public sealed class InboxWords(Language language)
{
    public string Title => language.Say("受信メール", "Incoming mail");

    public string Lead => language.Say("窓口のメールアドレスに届いたメールです。報告は自動で受け付けます。確かめられないものだけが、ここで担当者の確認を待ちます。",
        "What came to the mail address of the contact point. Reports are taken by themselves; only what cannot be made sure of waits here for a person.");

    public string Paging => language.Say("ページ", "Pages");

    public string Previous => language.Say("前のページ", "Previous page");

    public string Next => language.Say("次のページ", "Next page");

    public string Waiting => language.Say("要確認", "To be looked at");

    public string All => language.Say("すべての受信メール", "All incoming mail");

    public string SeeAll => language.Say("すべての受信メールを見る", "See all incoming mail");

    public string OnlyWaiting => language.Say("要確認だけを見る", "See only what is to be looked at");

    public string None => language.Say("ありません。", "None.");

    public string NoMailbox => language.Say("受信箱が設定されていません（設定 Mailboxes）。メールによる報告は届きません。", "No mailbox is configured (setting Mailboxes): reports by mail do not arrive.");

    public string Mailboxes => language.Say("受信箱の状態", "State of the mailboxes");

    public string Mailbox => language.Say("受信箱", "Mailbox");

    public string LastLook => language.Say("最後に確認した時刻", "Last looked into");

    public string Never => language.Say("まだ確認していません", "Not yet");

    public string Problem => language.Say("障害", "Problem");

    public string ProblemSince => language.Say("から読めていません", ": not readable since then");

    public string Works => language.Say("なし", "None");

    public string Received => language.Say("受信", "Received");

    public string Sender => language.Say("差出人", "Sender");

    public string Subject => language.Say("件名", "Subject");

    public string Erased => language.Say("（消去済み）", "(erased)");

    public string NoSubject => language.Say("（件名なし）", "(no subject)");

    public string NoSender => language.Say("（差出人なし）", "(no sender)");

    public string Standing => language.Say("扱い", "What became of it");

    public string Why => language.Say("理由", "Why");

    public string Number => language.Say("受付番号", "Receipt number");

    public string SentAt => language.Say("送信日時（差出人の時計）", "Sent (by the sender's clock)");

    public string Guessed => language.Say("推定して読みました。文字が正しくないことがあります。", "The encoding was guessed: some characters may be wrong.");

    public string Doubts => language.Say("読み取りの注意", "Note on reading it");

    public string Text => language.Say("本文", "Text");

    public string NoText => language.Say("（読める本文はありません）", "(no readable text)");

    public string Files => language.Say("添付ファイル", "Files");

    public string FilesHint => language.Say("添付ファイルは検査していないことがあります。開くのは、隔離された端末だけにしてください。", "Files may not have been scanned. Open them on an isolated device only.");

    public string Scan => language.Say("マルウェア検査", "Malware scan");

    public string ScanHint => language.Say("原本を、添付ファイルも含めて検査します。", "The original is scanned, with the files in it.");

    public string Raw => language.Say("原本（.eml）を保存する", "Save the original (.eml)");

    public string RawHint => language.Say("届いたままのデータです。", "The bytes as they came.");

    public string Person => language.Say("連絡網の該当者", "Person in the contacts");

    public string NoPerson => language.Say("該当なし", "Nobody");

    public string Answer => language.Say("差出人への返信", "Answer to the sender");

    public string NoAnswer => language.Say("返信していません", "Not answered");

    public string Decided => language.Say("扱いを決めた人", "Decided by");

    public string Course => language.Say("このメールの経過", "Course of this mail");

    public string Filed => language.Say("このメールをどうしますか", "What is this mail?");

    public string ReportHint => language.Say("新しい報告を作り、受付番号を付けます。内容の確認は、いつもの手順で行います。", "Makes a new report with a number of its own. It is then evaluated as any other.");

    public string Added => language.Say("追加する報告の受付番号", "Receipt number of the report");

    public string AddHint => language.Say("差出人に電話などで確かめてから追加してください。", "Make sure with the sender, by telephone, before you add it.");

    public string Reason => language.Say("報告ではない理由", "Why it is no report");

    public string Done(string what) => language.Say($"記録しました：{what}", $"Recorded: {what}");

    public string Bytes(long bytes) => language.Say($"{bytes:N0}バイト", $"{bytes:N0} bytes");

    public string Wait(int mails) => language.Say($"確かめる必要のある受信メールが{mails}通あります。", $"{mails} incoming mails are to be looked at.");

    public string Look => language.Say("受信メールを見る", "See the incoming mail");

    public string Troubled(string mailbox) => language.Say($"受信箱 {mailbox} を読めていません。メールによる報告が届いていないおそれがあります。電話での報告を呼びかけ、メールサーバーの管理者に連絡してください。",
        $"The mailbox {mailbox} cannot be read: reports by mail may not arrive. Ask for reports by telephone, and tell whoever keeps the mail server.");
}

namespace CsirtFlow.Domain;

/// <summary>受信メールの扱い: what has become of a mail.</summary>
public enum MailStanding
{
    [Term("要確認", "To be looked at")] Held,
    [Term("報告として受け付けました", "Taken as a report")] Report,
    [Term("報告に追加しました", "Added to a report")] Addition,
    [Term("記録だけしました", "Kept on record")] Kept,
    [Term("報告ではないと判断しました", "Judged to be no report")] Dismissed,
}

/// <summary>なぜ: why a mail waits in 要確認 or was kept without an answer.</summary>
public enum MailReason
{
    [Term("メールの形になっていません", "It is not a mail")] NotMail,
    [Term("差出人が分かりません", "The sender is not known")] NoSender,
    [Term("読める本文も添付ファイルもありません", "There is neither readable text nor a file")] NoContent,
    [Term("暗号化されていて読めません", "It is encrypted")] Encrypted,
    [Term("大きすぎるため、先頭だけを保管しました", "It is too large: only its beginning was kept")] TooLarge,
    [Term("受付番号などがありますが、通知への返信か確かめられません", "It names a receipt number, but nothing proves that it answers a notice")] UnprovenReply,
    [Term("通知を受け取った人とは別のアドレスからの返信です", "It answers a notice, but comes from another address than the one notified")] OtherSender,
    [Term("どの通知の不達か分かりません", "The delivery failure belongs to no known notice")] UnknownFailure,
    [Term("短い間に多くのメールが来ています", "Many mails came in a short time")] TooMany,
    [Term("記録の決まりに合わず、記録できませんでした", "The rules of the record refused it")] Refused,
    [Term("同じメールをすでに受け取っています", "The same mail has come before")] Duplicate,
    [Term("通知の不達として記録しました", "Recorded as a failed notice")] NoticeFailure,
    [Term("通知の配送が遅れています。届かないときは、また知らせが来ます", "The delivery of a notice is late; if it fails, word of it will come")] NoticeDelayed,
    [Term("受信箱の利用を始める前に届いていたメールです", "It lay in the mailbox before the service looked into it")] BeforeService,
    [Term("自動応答です", "It is an automatic reply")] AutoReply,
    [Term("メーリングリスト・一斉配信です", "It comes from a mailing list")] MailingList,
    [Term("開封通知です", "It is a read receipt")] ReadReceipt,
    [Term("当サービスの通知が戻ってきたものです", "It is a notice of this service that came back")] OwnNotice,
}

/// <summary>What happened to a mail that came in. One stream for each, named by the hash of its bytes.</summary>
public abstract record MailEvent(Provenance Origin) : CaseEvent(Origin);

/// <param name="Sha256">Of the stored bytes.</param>
/// <param name="Size">Bytes that are kept.</param>
/// <param name="Mailbox">Which mailbox it lay in: <c>csirt@example.jp</c>.</param>
/// <param name="Fingerprint">Of what it says, whichever way it came; of its bytes where it has no Message-ID.</param>
/// <param name="Number">受付番号 of the report that it became or joined, or that it names (要確認); null otherwise.</param>
/// <param name="Detail">The refusal in words, or what the failed delivery says; empty otherwise.</param>
/// <param name="Failed">Id of the notice, or stream key of the mail whose acknowledgement, could not be delivered; null otherwise.</param>
/// <param name="Emergency">By its words 119番・指令 may be affected.</param>
/// <param name="ToAnswer">The sender is told the 受付番号: at most once for a report.</param>
[Term("メールの受信", "Mail received", "32-2-1")]
public sealed record MailReceived(string Sha256, long Size, string Mailbox, MailHeading Heading, string Fingerprint,
    MailStanding Standing, MailReason? Reason, string? Number, string Detail, string? Failed, bool Emergency, bool ToAnswer, Provenance Origin) : MailEvent(Origin);

/// <param name="ToAnswer">The sender is told the 受付番号.</param>
[Term("受信メールを報告として受付", "Mail taken as a report", "32-2-1")]
public sealed record MailTakenAsReport(string Number, bool ToAnswer, Provenance Origin) : MailEvent(Origin);

[Term("受信メールを報告に追加", "Mail added to a report", "32-1-1")]
public sealed record MailAddedToReport(string Number, Provenance Origin) : MailEvent(Origin);

[Term("受信メールを報告でないと判断", "Mail judged to be no report")]
public sealed record MailDismissed(string Because, Provenance Origin) : MailEvent(Origin);

/// <param name="Reply">The mail server's reply.</param>
[Term("受付の返信", "Acknowledgement sent")]
public sealed record MailAnswered(int Attempt, string Reply, Provenance Origin) : MailEvent(Origin);

/// <param name="NextAttempt">When it is tried again (UTC instant); null when it is given up.</param>
[Term("受付の返信の失敗", "Acknowledgement failed")]
public sealed record MailAnswerFailed(int Attempt, string Reply, DateTimeOffset? NextAttempt, Provenance Origin) : MailEvent(Origin);

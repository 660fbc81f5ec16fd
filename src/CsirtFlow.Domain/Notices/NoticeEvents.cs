using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>Why somebody is told.</summary>
public enum NoticeReason
{
    [Term("義務の発生", "A duty has opened")] DutyOpened,
    [Term("指示", "Instruction")] InstructionGiven,
    [Term("報告の到達", "A report has arrived")] Told,
    [Term("期限の予告", "Due soon")] DueSoon,
    [Term("期限超過", "Overdue")] Overdue,
    [Term("管理者未報告のため自動通知", "Passed on automatically because the security manager had not")] PassedUpAutomatically,
    [Term("通知の不達", "A notice could not be delivered")] MailUndelivered,
    [Term("報告者への回答", "Answer to the reporter")] ReportAnswered,
    [Term("文書の許可・承認・提出", "A document waits")] DocumentWaiting,
    [Term("引継ぎ", "Handover")] HandedOver,
    [Term("連絡網・設定の改定", "The contacts were revised")] ContactsRevised,
    [Term("様式・ひな形の改定", "Revision of a form")] FormRevisionWaiting,
    [Term("本人の名簿の削除", "Deletion of a list of persons")] PersonListWaiting,
    [Term("廃棄", "Disposal")] DisposalWaiting,
    [Term("要確認の受信メール", "A mail to be looked at")] MailHeld,
    [Term("記録の検証", "Verification of the record")] RecordVerified,
    [Term("記録の不一致", "The record does not fit")] RecordAltered,
    [Term("記録の復元", "The record was restored")] RecordRestored,
    [Term("緊急閲覧", "Emergency view")] EmergencyView,
    [Term("アカウントの変更", "Something of your account was changed")] AccountChanged,
}

/// <summary>What happened to a notification, the proof of who was told when. The notices of one 受付番号 share a stream (<see cref="Domain.Notice.Key"/>).</summary>
/// <param name="At">UTC instant.</param>
public abstract record NoticeEvent(DateTimeOffset At)
{
    /// <summary>Id of the notice; null in events of earlier versions, whose stream is the notice.</summary>
    public string? Notice { get; init; }
}

/// <param name="Case">Stream key of the report or incident.</param>
/// <param name="Duties">Keys of the duties that it is about.</param>
[Term("通知の作成", "Notice made")]
public sealed record NoticeQueued(string Case, string Number, NoticeReason Reason, string PersonId, string PersonName, string Address, Office Office,
    ImmutableArray<string> Duties, string Remark, bool Emergency, DateTimeOffset At) : NoticeEvent(At);

/// <param name="Reply">The mail server's reply, such as <c>250 OK id=…</c>.</param>
[Term("メールサーバーの受領", "Accepted by the mail server")]
public sealed record NoticeAccepted(int Attempt, string Reply, DateTimeOffset At) : NoticeEvent(At);

/// <param name="NextAttempt">When it is tried again (UTC instant); null when it is given up and a person must act.</param>
[Term("送信の失敗", "Sending failed")]
public sealed record NoticeFailed(int Attempt, string Reply, DateTimeOffset? NextAttempt, DateTimeOffset At) : NoticeEvent(At);

/// <param name="Reply">The gateway's reply, such as <c>202 queued</c>.</param>
[Term("補助の連絡手段への送信", "Passed to the second channel")]
public sealed record NoticeRelayed(int Attempt, string Reply, DateTimeOffset At) : NoticeEvent(At);

/// <param name="NextAttempt">When it is tried again (UTC instant); null when it is given up. The mail goes its own way.</param>
[Term("補助の連絡手段への送信の失敗", "Passing to the second channel failed")]
public sealed record NoticeRelayFailed(int Attempt, string Reply, DateTimeOffset? NextAttempt, DateTimeOffset At) : NoticeEvent(At);

[Term("再送の指示", "Sending again asked for")]
public sealed record NoticeResendOrdered(string ByPersonId, DateTimeOffset At) : NoticeEvent(At);

[Term("開封", "Opened")]
public sealed record NoticeOpened(string ByPersonId, DateTimeOffset At) : NoticeEvent(At);

[Term("受領の確認", "Receipt confirmed")]
public sealed record NoticeAcknowledged(string ByPersonId, DateTimeOffset At) : NoticeEvent(At);

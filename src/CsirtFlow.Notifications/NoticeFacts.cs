using CsirtFlow.Domain;

namespace CsirtFlow.Notifications;

/// <summary>
/// 義務の1行.
/// </summary>
/// <param name="Clause">条項号 as people say it: 「第32条第3項第1号」.</param>
/// <param name="Title">What to do as a noun: 「報告の評価」.</param>
/// <param name="DueText">「11月22日（日）11:45まで」, or empty.</param>
/// <param name="ClockKind">「目安」 or 「法令」; not shown without a due text.</param>
public sealed record DutyLine(string Clause, string Title, string DueText, string ClockKind);

/// <summary>
/// 通知に書くこと. All that a notice may say: no text of the report, no personal data (policy 22-7, 34-15). Whoever wants to know more signs in at the link.
/// </summary>
/// <param name="Number">受付番号: 「R8-0017」.</param>
/// <param name="RecipientOffice">役職 in the policy's term: 「情報セキュリティ責任者」; empty for a reporter without office.</param>
/// <param name="Duties">May be empty for <see cref="NoticeReason.Told"/>, <see cref="NoticeReason.MailUndelivered"/>, <see cref="NoticeReason.ReportAnswered"/>, <see cref="NoticeReason.ContactsRevised"/>, <see cref="NoticeReason.FormRevisionWaiting"/>, <see cref="NoticeReason.PersonListWaiting"/>, <see cref="NoticeReason.DisposalWaiting"/>, <see cref="NoticeReason.MailHeld"/>, <see cref="NoticeReason.EmergencyView"/>, <see cref="NoticeReason.RecordVerified"/>, <see cref="NoticeReason.RecordAltered"/>, <see cref="NoticeReason.RecordRestored"/> and <see cref="NoticeReason.AccountChanged"/>.</param>
/// <param name="Link">Absolute http or https address of the matter.</param>
/// <param name="Urgent119">119番の受付・指令・救急出動に影響がある.</param>
/// <param name="RoutingRemark">Why it comes to this person: 「管理者が不在のため代理者へ送っています」; may be empty.</param>
/// <param name="Hotline">緊急の電話番号.</param>
public sealed record NoticeFacts(
    string OrganisationName, string Number, string RecipientName, string RecipientOffice, NoticeReason Reason, IReadOnlyList<DutyLine> Duties,
    string Link, bool Urgent119, string RoutingRemark, string Hotline, bool Drill);

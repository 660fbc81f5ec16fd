using System.Collections.Immutable;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>What happened to an incident (32-3 and what follows from it), in the order of the chain.</summary>
public abstract record IncidentEvent(Provenance Origin) : CaseEvent(Origin);

/// <param name="Number">受付番号 of the report that opened it.</param>
[Term("インシデントの認定", "Opening of the incident", "32-3-1")]
public sealed record IncidentOpened(string Number, string Title, string Grounds, ImmutableArray<OccurrenceKind> Kinds, EmergencyImpact EmergencyImpact,
    bool Outside, string? SectionId, Nature Nature, DateTimeOffset NoticedAt, DateTimeOffset ReportedAt, string? ReporterId, Provenance Origin) : IncidentEvent(Origin);

[Term("報告の統合", "Joining of a report", "32-3-1")]
public sealed record ReportAttached(string ReportNumber, DateTimeOffset NoticedAt, EmergencyImpact EmergencyImpact, Provenance Origin) : IncidentEvent(Origin);

[Term("統合の取消し", "Undoing a join", "32-3-1")]
public sealed record ReportDetached(string ReportNumber, string Reason, Provenance Origin) : IncidentEvent(Origin);

[Term("所属の指定", "Assignment to a section", "32-2-1")]
public sealed record IncidentSectionAssigned(string SectionId, string Reason, Provenance Origin) : IncidentEvent(Origin), ISectionAssigned;

[Term("性質の判断", "Judgement of the nature", "38-2")]
public sealed record NatureStated(Nature Nature, string Grounds, Provenance Origin) : IncidentEvent(Origin);

[Term("重要度の決定", "Decision on severity", "32-3-1")]
public sealed record SeverityDecided(Severity Severity, Severity Proposed, SeverityFactors Factors, ImmutableArray<string> ProposalGrounds, string Grounds, Provenance Origin) : IncidentEvent(Origin);

[Term("CISO・副CISOへの報告", "Report to the CISO and deputy CISO", "32-3-2")]
public sealed record CisoInformed(string Summary, Provenance Origin) : IncidentEvent(Origin);

[Term("報告の受領", "Receipt of the report", "32-3-2")]
public sealed record ReportAcknowledged(Office Office, string Remark, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Order">Running number of the order within the incident, from 1.</param>
/// <param name="Due">指示の期限 (UTC instant).</param>
[Term("応急措置・復旧の指示", "Order for containment or recovery", "32-3-3")]
public sealed record OrderGiven(int Order, OrderKind Kind, string SectionId, string Instruction, DateTimeOffset Due, Provenance Origin) : IncidentEvent(Origin);

[Term("指示の完了報告", "Report that an order is carried out", "32-3-3")]
public sealed record OrderCarriedOut(int Order, string Account, Provenance Origin) : IncidentEvent(Origin);

[Term("完了の確認", "Check of completion", "32-3-3")]
public sealed record OrderVerified(int Order, string Remark, string? SeparationOverride, Provenance Origin) : IncidentEvent(Origin);

[Term("指示の差戻し", "Return of an order", "32-3-3")]
public sealed record OrderReturned(int Order, string Reason, Provenance Origin) : IncidentEvent(Origin);

[Term("他システムの確認の指示", "Order to check other systems", "32-3-3")]
public sealed record SystemsCheckOrdered(ImmutableArray<string> SystemIds, string Instruction, DateTimeOffset Due, Provenance Origin) : IncidentEvent(Origin);

[Term("他システムの確認の回答", "Answer on the check of a system", "32-3-3")]
public sealed record SystemsCheckAnswered(string SystemId, bool Found, string Account, Provenance Origin) : IncidentEvent(Origin);

[Term("証拠の保全", "Preservation of evidence", "38-3")]
public sealed record EvidencePreserved(string Item, string Place, EvidenceFile? File, Provenance Origin) : IncidentEvent(Origin);

[Term("証拠目録の確認", "Check of the evidence inventory", "32-3-4")]
public sealed record EvidenceInventoryConfirmed(string Remark, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Determined">False when the cause cannot be determined; then <paramref name="Tried"/> says what was tried.</param>
[Term("原因の究明", "Finding of the cause", "32-3-4")]
public sealed record CauseEstablished(bool Determined, string Cause, string Tried, Provenance Origin) : IncidentEvent(Origin);

[Term("再発防止策の報告", "Report on prevention measures", "32-3-4")]
public sealed record PreventionPlanned(string Summary, ImmutableArray<PreventionMeasure> Measures, Provenance Origin) : IncidentEvent(Origin);

[Term("CISOの措置指示", "CISO's instruction on measures", "32-3-5")]
public sealed record MeasuresInstructed(Instruction Instruction, string Words, ImmutableArray<PreventionMeasure> Measures, string? SeparationOverride, Provenance Origin) : IncidentEvent(Origin);

[Term("再発防止策の実施", "Prevention measure carried out", "32-3-5")]
public sealed record MeasureDone(int Measure, string Account, Provenance Origin) : IncidentEvent(Origin);

[Term("再発防止策の確認", "Check of a prevention measure", "32-3-5")]
public sealed record MeasureVerified(int Measure, string Remark, string? SeparationOverride, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Due">JST date by which it shall be done again.</param>
[Term("再発防止策の差戻し", "Return of a prevention measure", "32-3-5")]
public sealed record MeasureReturned(int Measure, string Reason, DateOnly Due, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Facts">Key of a form item (<c>incident.overview</c> …) → what is known.</param>
[Term("事実の更新", "Update of facts")]
public sealed record FactsRecorded(ImmutableDictionary<string, Fact> Facts, Provenance Origin) : IncidentEvent(Origin);

/// <param name="KnewAt">知った時点 (UTC instant): when any department knew. Correctable by saying it again with a reason.</param>
[Term("個人情報の漏えい等の該当性判定", "Assessment of personal data loss", "32-1-4")]
public sealed record PersonalDataAssessed(PersonalDataFacts Facts, DateTimeOffset KnewAt, bool OrdinanceDefinesSensitive, string Reason, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Grounds">Every ground and how it stood, as the facts were then.</param>
[Term("報告不要の判断", "Judgement that no report is owed", "32-1-4")]
public sealed record NotReportableJudged(ImmutableArray<string> Grounds, string Reason, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Form">Id of the form definition.</param>
/// <param name="Serves">Keys of the duties that this filing serves.</param>
/// <param name="ReceiptNumber">As the receiving body gave it; empty when it gives none.</param>
/// <param name="Reason">Why it was filed without a 文書 that was approved here; empty for one that was.</param>
[Term("外部への報告の記録", "Record of a report to outside", "19-5")]
public sealed record FilingRecorded(string Form, ImmutableArray<string> Serves, string Addressee, string FilingChannel, string Counterpart, string ReceiptNumber, DateTimeOffset FiledAt, Provenance Origin, string Reason = "") : IncidentEvent(Origin);

/// <param name="Filing">Running number within the incident, from 1.</param>
/// <param name="Serves">Keys of the duties that the filing serves.</param>
/// <param name="FiledAt">UTC instant, as it stands from now on; <paramref name="Was"/> is what stood before.</param>
[Term("外部への報告の記録の訂正", "Correction of a recorded report", "19-5")]
public sealed record FilingCorrected(int Filing, ImmutableArray<string> Serves, string Counterpart, string ReceiptNumber, DateTimeOffset FiledAt, DateTimeOffset Was, string Reason, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Filing">Running number within the incident, from 1.</param>
[Term("提出の控えの保存", "Keeping the copy of what was filed", "19-5")]
public sealed record FiledCopyKept(int Filing, EvidenceFile File, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Substitute">代替措置 when notifying the persons is difficult; empty otherwise.</param>
[Term("本人への通知", "Notice to the persons concerned", "32-1-4")]
public sealed record PersonsNotified(string Method, int? Persons, string Substitute, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Criteria">公表の判断材料 that were met then.</param>
/// <param name="PlannedAt">解禁 (UTC instant).</param>
[Term("公表の判断", "Judgement on publication", "19-6")]
public sealed record PublicationJudged(PublicationVerdict Verdict, Severity Severity, string Reach, ImmutableArray<string> Criteria, string Reason, DateTimeOffset? PlannedAt, Provenance Origin) : IncidentEvent(Origin);

/// <param name="WithoutDocument">Why no 文書 was drafted and approved for it; empty where one was.</param>
[Term("公表", "Publication", "19-6")]
public sealed record PublicationRecorded(string Medium, string Title, DateTimeOffset PublishedAt, Provenance Origin, string EarlyReason = "", string WithoutDocument = "") : IncidentEvent(Origin);

/// <param name="Publication">Running number within the incident, from 1.</param>
/// <param name="Account">How those who had been told were told of it.</param>
/// <param name="WithdrawnAt">UTC instant.</param>
[Term("公表の取下げ", "Withdrawal of a publication", "19-6")]
public sealed record PublicationWithdrawn(int Publication, string Reason, string Account, DateTimeOffset WithdrawnAt, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Due">UTC instant.</param>
[Term("続報の計画", "Plan of a follow-up", "19-6")]
public sealed record FollowUpPlanned(FollowUpTo To, string Content, DateTimeOffset Due, Provenance Origin) : IncidentEvent(Origin);

[Term("情報共有", "Sharing of information", "19-7")]
public sealed record InformationShared(string With, Tlp Tlp, string Content, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Exemption">Running number within the incident, from 1.</param>
/// <param name="Until">JST date.</param>
[Term("例外措置の申請", "Application for an exceptional measure", "43-1")]
public sealed record ExemptionRequested(int Exemption, string Provision, string Instead, string Reason, DateOnly Until, Provenance Origin) : IncidentEvent(Origin);

[Term("例外措置の審査", "Decision on an exceptional measure", "43-1")]
public sealed record ExemptionDecided(int Exemption, bool Permitted, string Words, string? SeparationOverride, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Exemption">Running number within the incident, from 1.</param>
/// <param name="TakenAt">UTC instant.</param>
[Term("緊急の例外措置の報告", "Report of an exceptional measure in an emergency", "43-2")]
public sealed record ExemptionTaken(int Exemption, string Provision, string Instead, string Reason, DateTimeOffset TakenAt, Provenance Origin) : IncidentEvent(Origin);

[Term("義務の履行", "Duty carried out")]
public sealed record DutyCarriedOut(string Duty, string Account, Provenance Origin) : IncidentEvent(Origin), IDutyCarriedOut;

[Term("不要の判断", "Duty judged unnecessary")]
public sealed record DutyJudgedUnnecessary(string Duty, string Reason, Provenance Origin) : IncidentEvent(Origin), IDutyJudgedUnnecessary;

[Term("経過の記録", "Note in the course")]
public sealed record NoteAdded(string Text, Provenance Origin, NoteKind Kind = NoteKind.Memo) : IncidentEvent(Origin);

/// <param name="Event">Number of the corrected event in the course of the incident, from 1.</param>
[Term("訂正の追記", "Correction added")]
public sealed record RecordCorrected(int Event, string Correction, string Reason, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Event">Number of the event in the course of the incident, from 1.</param>
/// <param name="At">発生時刻 as the outside reads it (UTC instant).</param>
[Term("経過表への記載", "Entry in the course for outside")]
public sealed record CourseEntryPlaced(int Event, bool Shown, string Words, DateTimeOffset At, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Work">Running number within the incident, from 1.</param>
[Term("作業の追加", "Work added")]
public sealed record WorkAdded(int Work, string Text, string? PersonId, DateTimeOffset? Due, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Done">False when it was dropped, with the reason.</param>
[Term("作業の完了", "Work finished")]
public sealed record WorkFinished(int Work, bool Done, string Account, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Handover">Running number within the incident, from 1.</param>
/// <param name="To">Id of the person who comes.</param>
/// <param name="Work">Numbers of the 作業 that go over.</param>
/// <param name="NextDue">Limit of the next duty (UTC instant).</param>
[Term("引継ぎ", "Handover")]
public sealed record WorkHandedOver(int Handover, string To, string Text, ImmutableArray<int> Work, string? NextDuty, DateTimeOffset? NextDue, Provenance Origin) : IncidentEvent(Origin);

[Term("引継ぎの受領", "Receipt of a handover")]
public sealed record HandoverReceived(int Handover, string Remark, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Number">受付番号 of the other incident, whose stream holds the counterpart.</param>
[Term("関連付け", "Link", "32-3-3")]
public sealed record IncidentLinked(string Number, string Reason, Provenance Origin) : IncidentEvent(Origin);

[Term("関連付けの取消し", "Undoing a link", "32-3-3")]
public sealed record IncidentUnlinked(string Number, string Reason, Provenance Origin) : IncidentEvent(Origin);

/// <param name="PersonIds">Who alone may see the incident from now on; empty lifts the restriction.</param>
/// <param name="InvolvedIds">当事者, who do not see it whatever office they hold; null in events of earlier versions, which do not say.</param>
[Term("閲覧の制限", "Restriction of access", "34-2-3")]
public sealed record IncidentRestricted(ImmutableArray<string> PersonIds, string Reason, Provenance Origin, ImmutableArray<string>? InvolvedIds = null) : IncidentEvent(Origin);

/// <param name="Until">When it ends by itself (UTC instant).</param>
[Term("緊急閲覧", "Emergency view", "34-2-3")]
public sealed record EmergencyViewOpened(string Reason, DateTimeOffset Until, Provenance Origin) : IncidentEvent(Origin);

/// <param name="PersonId">Whose it was.</param>
[Term("緊急閲覧の終了", "End of an emergency view", "34-2-3")]
public sealed record EmergencyViewEnded(string PersonId, Provenance Origin) : IncidentEvent(Origin);

[Term("終結", "Closing")]
public sealed record IncidentClosed(string Remark, Provenance Origin) : IncidentEvent(Origin);

/// <param name="Grounds">What shows that it was none.</param>
[Term("インシデント認定の取消し（誤報）", "Revocation of an incident (false alarm)", "32-3-1")]
public sealed record IncidentRevoked(string Reason, string Grounds, Provenance Origin) : IncidentEvent(Origin);

[Term("再開", "Reopening")]
public sealed record IncidentReopened(string Reason, Provenance Origin) : IncidentEvent(Origin);

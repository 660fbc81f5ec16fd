using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>A fact that happened, of a report or an incident. Never edited, never removed.</summary>
public abstract record CaseEvent(Provenance Origin);

/// <summary>What happened to a report (32-1, 32-2, 32-3-1), in the order of the chain.</summary>
public abstract record ReportEvent(Provenance Origin) : CaseEvent(Origin);

[Term("報告", "Report", "32-1-1")]
public sealed record OccurrenceReported(string Number, Channel Channel, bool Outside, Occurrence Occurrence, Reporter Reporter,
    ImmutableArray<EvidenceFile> Files, Provenance Origin) : ReportEvent(Origin);

/// <summary>Told later by the reporter, on the second page of the form or by telephone.</summary>
/// <param name="Answers">Question → answer, in the words of the form.</param>
[Term("報告への追加", "Addition to the report", "32-1-1")]
public sealed record ReportSupplemented(ImmutableDictionary<string, string> Answers, ImmutableArray<EvidenceFile> Files, Provenance Origin) : ReportEvent(Origin);

/// <summary>Where the report belongs, when the reporter did not know it or was wrong.</summary>
[Term("所属の指定", "Assignment to a section", "32-2-1")]
public sealed record SectionAssigned(string SectionId, string Reason, Provenance Origin) : ReportEvent(Origin), ISectionAssigned;

/// <summary>The manager's report up, or the service's when the manager did not report in time.</summary>
[Term("管理者の報告", "Security manager's report", "32-1-2")]
public sealed record ReportPassedUp(ImmutableArray<Office> To, string Remark, bool Automatic, Provenance Origin) : ReportEvent(Origin);

[Term("責任者の指示", "Security officer's instruction", "14-3")]
public sealed record InstructionGiven(string Instruction, Provenance Origin) : ReportEvent(Origin);

[Term("評価", "Evaluation", "32-3-1")]
public sealed record ReportEvaluated(Verdict Verdict, string Grounds, string? IncidentNumber, Provenance Origin) : ReportEvent(Origin);

[Term("統合の取消し", "Undoing a join", "32-3-1")]
public sealed record JoinUndone(string IncidentNumber, string Reason, Provenance Origin) : ReportEvent(Origin);

[Term("報告者への回答", "Answer to the reporter", "32-3-1")]
public sealed record ReporterAnswered(string Answer, Provenance Origin) : ReportEvent(Origin);

[Term("経過の記録", "Note in the course")]
public sealed record ReportNoteAdded(string Text, Provenance Origin, NoteKind Kind = NoteKind.Memo) : ReportEvent(Origin);

/// <summary>A duty of the report carried out in a way that leaves no other event: ICカードの停止 (33-1-2), パスワードの変更 (33-3-4) ….</summary>
[Term("義務の履行", "Duty carried out")]
public sealed record ReportDutyCarriedOut(string Duty, string Account, Provenance Origin) : ReportEvent(Origin), IDutyCarriedOut;

[Term("不要の判断", "Duty judged unnecessary")]
public sealed record ReportDutyJudgedUnnecessary(string Duty, string Reason, Provenance Origin) : ReportEvent(Origin), IDutyJudgedUnnecessary;

/// <summary>A matter belongs to another section from now on: those of that section are told what they would have been told at the beginning.</summary>
public interface ISectionAssigned
{
    string SectionId { get; }

    string Reason { get; }
}

/// <summary>A 必要に応じて duty that its owner judged unnecessary, with the reason.</summary>
public interface IDutyJudgedUnnecessary
{
    string Duty { get; }

    string Reason { get; }
}

/// <summary>An account of how a duty was carried out.</summary>
public interface IDutyCarriedOut
{
    string Duty { get; }

    string Account { get; }
}

using System.Collections.Immutable;
using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain;

/// <summary>第32条（情報セキュリティインシデントの報告）: who must tell whom when an incident is noticed, and what CSIRT and the CISO must then do.</summary>
public static class Article32
{
    private static readonly ImmutableArray<Office> Csirt = [CsirtLead, CsirtMember];

    /// <summary>第1項・第2項 and the first sentence of 第3項: duties of the report.</summary>
    public static ImmutableArray<Duty<Report>> OfReport { get; } =
    [
        new()
        {
            Key = "32-1-1", Clause = "32-1-1", Title = new("管理者と統一的な窓口への報告", "Report to the security manager and the contact point"),
            Owners = [Staff], Towards = [SecurityManager, ContactPoint], Urgency = Urgency.Promptly, Within = TimeSpan.FromMinutes(30),
            Since = r => r.Outside ? null : r.Occurrence.NoticedAt,
            Met = _ => true,
            Tells = e => e is OccurrenceReported,
        },
        new()
        {
            // 第2項第1号 names the manager alone; the contact point gets a copy, on the safe side.
            Key = "32-2-1", Clause = "32-2-1", Title = new("外部から受けた報告を管理者へ報告", "Passing a report from outside to the security manager"),
            Owners = [Staff], Towards = [SecurityManager, ContactPoint], Urgency = Urgency.Unstated, Within = TimeSpan.FromMinutes(30),
            Since = r => r.Outside ? r.Occurrence.NoticedAt : null,
            Met = _ => true,
            Tells = e => e is OccurrenceReported,
        },
        new()
        {
            // Owed whatever the 評価 says: the policy asks the manager who was told, not whether it was an incident. 14-3 alone rests on 侵害又はそのおそれ.
            Key = "32-1-2", Clause = "32-1-2", Title = new("責任者への報告", "Report to the security officer"),
            Owners = [SecurityManager], Towards = [SecurityOfficer], Urgency = Urgency.Promptly, Within = TimeSpan.FromMinutes(30),
            Since = r => r.Outside ? null : r.ReachedManagerAt,
            Met = r => r.PassedUp(SecurityOfficer),
            Tells = e => e is ReportPassedUp up && up.To.Contains(SecurityOfficer),
            PassedUpAutomatically = true,
        },
        new()
        {
            Key = "32-2-2", Clause = "32-2-2", Title = new("責任者への報告（外部からの報告）", "Report to the security officer (report from outside)"),
            Owners = [SecurityManager], Towards = [SecurityOfficer], Urgency = Urgency.Promptly, Within = TimeSpan.FromMinutes(30),
            Since = r => r.Outside ? r.ReachedManagerAt : null,
            Met = r => r.PassedUp(SecurityOfficer),
            Tells = e => e is ReportPassedUp up && up.To.Contains(SecurityOfficer),
            PassedUpAutomatically = true,
        },
        new()
        {
            Key = "32-1-3", Clause = "32-1-3", Title = new("CISO・統括への報告の要否", "Whether to report to the CISO and the supervising officer"),
            Owners = [SecurityManager], Towards = [Ciso, SupervisingOfficer], Urgency = Urgency.AsNeeded, Within = TimeSpan.FromHours(2),
            Since = r => r.Outside || r.Verdict is Verdict.NotIncident ? null : r.ReachedManagerAt,
            Met = r => r.PassedUp(Ciso, SupervisingOfficer),
            Tells = e => e is ReportPassedUp up && up.To.Contains(Ciso),
            Discretionary = true,
        },
        new()
        {
            // The text names CISO and 責任者; 統括 is told as well, because 14-3 tells them in every case.
            Key = "32-2-3", Clause = "32-2-3", Title = new("CISO・責任者への報告の要否（外部からの報告）", "Whether to report to the CISO and the security officer (report from outside)"),
            Owners = [SecurityManager], Towards = [Ciso, SecurityOfficer, SupervisingOfficer], Urgency = Urgency.AsNeeded, Within = TimeSpan.FromHours(2),
            Since = r => !r.Outside || r.Verdict is Verdict.NotIncident ? null : r.ReachedManagerAt,
            Met = r => r.PassedUp(Ciso, SecurityOfficer),
            Tells = e => e is ReportPassedUp up && up.To.Contains(Ciso),
            Discretionary = true,
        },
        new()
        {
            Key = "32-3-1", Clause = "32-3-1", Title = new("インシデントであるかの評価", "Evaluation whether it is an incident"),
            Owners = Csirt, Urgency = Urgency.Unstated, Within = TimeSpan.FromMinutes(60),
            Since = r => r.ReportedAt,
            Met = r => r.Verdict is not null,
        },
        new()
        {
            Key = "32-3-1-answer", Clause = "32-3-1", Title = new("報告者への回答（インシデントでない場合）", "Answer to the reporter (where it is no incident)"),
            Owners = Csirt, Urgency = Urgency.Unstated, Within = TimeSpan.FromHours(24),
            Since = r => r.Verdict is Verdict.NotIncident ? r.EvaluatedAt : null,
            Met = r => r.AnsweredAt is not null,
            Discretionary = true,
        },
    ];

    /// <summary>第3項 and 第1項第5号: duties of the incident. 第1項第4号 stands with the law, in <see cref="PersonalDataLaw"/>.</summary>
    public static ImmutableArray<Duty<Incident>> OfIncident { get; } =
    [
        new()
        {
            Key = "32-3-2", Clause = "32-3-2", Title = new("CISOと副CISOへの報告と受領", "Report to the CISO and deputy CISO, and its receipt"),
            Owners = Csirt, Towards = [Ciso, SupervisingOfficer], Urgency = Urgency.Promptly, Within = TimeSpan.FromMinutes(30),
            Since = i => i.OpenedAt,
            Met = i => i.CisoInformedAt is not null && i.AcknowledgedAt is not null,
            Tells = e => e is CisoInformed,
        },
        new()
        {
            Key = "32-3-3", Clause = "32-3-3", Title = new("応急措置の指示", "Order for containment"),
            Owners = Csirt, Towards = [SecurityOfficer], Urgency = Urgency.Unstated, Within = TimeSpan.FromMinutes(60),
            Since = i => i.OpenedAt,
            Met = i => i.Orders.Any(o => o.Kind == OrderKind.Containment),
            Tells = e => e is OrderGiven { Kind: OrderKind.Containment },
        },
        new()
        {
            Key = "32-3-3-recovery", Clause = "32-3-3", Title = new("復旧に係る指示", "Order for recovery"),
            Owners = Csirt, Towards = [SecurityOfficer], Urgency = Urgency.Unstated, Within = TimeSpan.FromHours(24),
            Since = i => i.OpenedAt,
            Met = i => i.Orders.Any(o => o.Kind == OrderKind.Recovery),
            Tells = e => e is OrderGiven { Kind: OrderKind.Recovery },
            Discretionary = true,
        },
        new()
        {
            Key = "32-3-3-done", Clause = "32-3-3", Title = new("指示の実施・完了報告と確認", "Carrying out, reporting and checking the orders"),
            Owners = [SecurityOfficer], Urgency = Urgency.Unstated,
            DueBy = (i, _) => i.Orders.Where(o => o.VerifiedAt is null).Select(o => (DateTimeOffset?)o.Due).Min() ?? i.Orders.Max(o => o.Due),
            Since = i => i.Orders.IsEmpty ? null : i.Orders[0].GivenAt,
            Met = i => i.Orders.All(o => o.VerifiedAt is not null),
        },
        new()
        {
            Key = "32-3-3-others", Clause = "32-3-3", Title = new("同様のおそれがある他の情報システムの確認", "Check of other information systems at the same risk"),
            Owners = Csirt, Towards = [SystemManager], Urgency = Urgency.AsNeeded, Within = TimeSpan.FromHours(24),
            Since = i => i.OpenedAt,
            Met = i => !i.Checks.IsEmpty && i.Checks.All(c => c.AnsweredAt is not null),
            Tells = e => e is SystemsCheckOrdered,
            Discretionary = true,
        },
        new()
        {
            Key = "32-3-4-cause", Clause = "32-3-4", Title = new("原因の究明", "Finding of the cause"),
            Owners = Csirt, Urgency = Urgency.Unstated, Within = TimeSpan.FromDays(14),
            Since = i => i.OpenedAt,
            Met = i => i.CauseAt is not null,
        },
        new()
        {
            Key = "32-3-4-record", Clause = "32-3-4", Title = new("記録の保存（証拠目録の確認）", "Keeping the records (check of the evidence inventory)"),
            Owners = Csirt, Urgency = Urgency.Unstated, Within = TimeSpan.FromDays(21),
            Since = i => i.OpenedAt,
            Met = i => i.InventoryConfirmedAt is not null,
        },
        new()
        {
            Key = "32-3-4-prevention", Clause = "32-3-4", Title = new("再発防止策の検討とCISOへの報告", "Prevention measures: study and report to the CISO"),
            Owners = Csirt, Towards = [Ciso], Urgency = Urgency.Unstated, Within = TimeSpan.FromDays(21),
            Since = i => i.CauseAt,
            Met = i => i.PlannedAt is not null && i.Instruction is not Instruction.Returned,
            Tells = e => e is PreventionPlanned,
        },
        new()
        {
            Key = "32-3-5", Clause = "32-3-5", Title = new("再発防止のために必要な措置の指示", "Instruction on the measures that prevent a recurrence"),
            Owners = [Ciso], Towards = [SecurityOfficer], Urgency = Urgency.Unstated, Within = TimeSpan.FromDays(7),
            Since = i => i.PlannedAt,
            Met = i => i.Instruction is Instruction.AsPlanned or Instruction.Amended,
            Tells = e => e is MeasuresInstructed { Instruction: not Instruction.Returned },
        },
        new()
        {
            Key = "32-3-5-measures", Clause = "32-3-5", Title = new("再発防止策の実施と確認", "Carrying out and checking the prevention measures"),
            Owners = [SecurityOfficer], Urgency = Urgency.Unstated,
            DueBy = (i, _) => i.Measures.Where(m => m.VerifiedAt is null).Select(m => (DateTimeOffset?)LastOf(m.Due)).Min() ?? i.Measures.Max(m => LastOf(m.Due)),
            Since = i => i.Instruction is Instruction.AsPlanned or Instruction.Amended ? i.InstructedAt : null,
            Met = i => i.Measures.All(m => m.VerifiedAt is not null),
            BlocksClosing = false,
        },
        new()
        {
            Key = "32-1-5", Clause = "32-1-5", Title = new("クラウドサービスの連絡体制への報告", "Report to the contacts of the cloud service"),
            Owners = [SecurityOfficer], TowardsOutside = new("クラウドサービスの連絡体制の対象者", "the contacts of the cloud service"), Urgency = Urgency.Unstated, Within = TimeSpan.FromMinutes(60),
            Since = i => i.CloudSince,
            Met = i => i.Filed.Contains("32-1-5"),
            ToldInWords = true,
        },
    ];

    // A limit of the house ends on its day, as people read it, and not at the midnight after it.
    private static DateTimeOffset LastOf(DateOnly day) => Statutory.JapaneseCalendar.EndOf(day).AddSeconds(-1);
}

using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>管理者の報告 (32-1-2, 32-1-3, 32-2-2, 32-2-3, 14-3): the manager tells the 責任者, 統括 and, where needed, the CISO.</summary>
/// <param name="To">責任者, 統括 and/or CISO. 統括 is always added, because 14-3 names it beside the 責任者 and 32-1-3 beside the CISO.</param>
[Term("管理者の報告", "Security manager's report", "32-1-2"), By(Office.SecurityManager)]
public sealed record PassReportUp(ImmutableArray<Office> To, string Remark = "") : ICommand<Report, ReportEvent>
{
    public ReportEvent[] Decide(Report state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(To.IsDefaultOrEmpty || To.Any(o => o is not (Office.SecurityOfficer or Office.SupervisingOfficer or Office.Ciso)), Rules.TargetsGiven);
        Check.Length(Remark);

        ImmutableArray<Office> notYetTold = [.. To.Append(Office.SupervisingOfficer).Except(state.PassedUpTo).Order()];
        return notYetTold.IsEmpty ? [] : [new ReportPassedUp(notYetTold, Remark ?? "", Automatic: false, c.Origin)];
    }

    /// <summary>管理者未報告のため自動通知: what the service passes up when the manager's time is over. Nothing when the manager has reported meanwhile.</summary>
    public static ReportEvent[] Automatically(Report state, PolicySettings settings, Provenance origin)
    {
        var late = DutyTable.Standing(state, settings, origin.RecordedAt)
            .Where(d => d.Standing == Standing.Overdue && DutyTable.OfReport.Single(row => row.Key == d.Key).PassedUpAutomatically)
            .SelectMany(d => d.Towards)
            .Except(state.PassedUpTo);
        ImmutableArray<Office> to = [.. late.Distinct().Order()];
        return to.IsEmpty ? [] : [new ReportPassedUp(to, "管理者未報告のため自動通知", Automatic: true, origin)];
    }
}

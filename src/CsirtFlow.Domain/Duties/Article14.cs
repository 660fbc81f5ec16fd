using System.Collections.Immutable;
using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain;

/// <summary>第14条（情報セキュリティ管理者）第3項: 侵害又はそのおそれ — to the 責任者 and 統括 in every case, and to seek instructions.</summary>
public static class Article14
{
    public static ImmutableArray<Duty<Report>> OfReport { get; } =
    [
        new()
        {
            Key = "14-3", Clause = "14-3", Title = new("責任者・統括への報告と指示を仰ぐこと", "Report to the security officer and the supervising officer, and seeking instructions"),
            Owners = [SecurityManager], Towards = [SecurityOfficer, SupervisingOfficer], Urgency = Urgency.Unstated, Within = TimeSpan.FromMinutes(30),
            Since = r => r.Verdict is Verdict.NotIncident ? null : r.ReachedManagerAt,
            Met = r => r.PassedUp(SecurityOfficer, SupervisingOfficer) && r.InstructedAt is not null,
            Tells = e => e is ReportPassedUp up && up.To.Contains(SupervisingOfficer),
            PassedUpAutomatically = true,
        },
    ];
}

using System.Collections.Immutable;
using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain;

/// <summary>第45条（懲戒処分等）第2項: a breach of the policy by staff has been confirmed. The 責任者 is the one of the section that the person belongs to.</summary>
public static class Article45
{
    public static ImmutableArray<Duty<Report>> OfReport { get; } =
    [
        new()
        {
            // 41-3-1 and this name different addressees and words for the same act: the report tells all of them, 直ちに.
            Key = "45-2-2", Clause = "45-2-2", Title = new("違反を確認した職員等の通知", "Notice by staff who confirm a breach of the policy"),
            Owners = [Staff], Towards = [SupervisingOfficer, SecurityOfficer], Urgency = Urgency.AtOnce, Within = TimeSpan.FromMinutes(15),
            Since = r => r.Has(OccurrenceKind.PolicyBreach) ? r.Occurrence.NoticedAt : null,
            Met = _ => true,
            Tells = e => e is OccurrenceReported,
        },
    ];

    public static ImmutableArray<Duty<Incident>> OfIncident { get; } =
    [
        new()
        {
            Key = "45-2-1", Clause = "45-2-1", Title = new("違反した職員等の責任者への通知と適正な措置の要求", "Notice to the officer of the person who broke the policy, and the demand for proper measures"),
            Owners = [SupervisingOfficer], Towards = [SecurityOfficer], TowardsIn = i => Scope.Section(i.Nature.StaffSectionId), Urgency = Urgency.Promptly, Within = TimeSpan.FromMinutes(60),
            Since = i => i.StaffBreachSince,
            Met = _ => false,
            ToldInWords = true,
        },
        new()
        {
            // The policy gives the power and no moment: what is judged is whether it was used.
            Key = "45-2-3", Clause = "45-2-3", Title = new("権利を停止・剥奪した旨の通知（した場合）", "Notice that rights were suspended or withdrawn (where they were)"),
            Owners = [SupervisingOfficer], Towards = [Ciso, SecurityOfficer], TowardsIn = i => Scope.Section(i.Nature.StaffSectionId), Urgency = Urgency.Promptly, Within = TimeSpan.FromDays(14),
            Since = i => i.StaffBreachSince,
            Met = _ => false,
            Discretionary = true,
            ToldInWords = true,
        },
    ];
}

using System.Collections.Immutable;
using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain;

/// <summary>第34条・第37条・第38条第1項・第41条: kinds of report that the policy routes further or has recorded, on top of the chain of 第32条.</summary>
public static class SpecialRoutes
{
    public static ImmutableArray<Duty<Report>> OfReport { get; } =
    [
        Told("34-15-4", new("重要な電子メールの誤送信の報告", "Report of an important mail sent to the wrong address"), OccurrenceKind.Missent, Urgency.Unstated, SecurityManager),
        Told("38-1-3", new("ウェブページの書換えの通報", "Report of an altered website"), OccurrenceKind.Website, Urgency.Unstated, SupervisingOfficer, SecurityOfficer, SystemManager),
        Told("41-3-1", new("ポリシー違反の報告", "Report of a breach of the policy"), OccurrenceKind.PolicyBreach, Urgency.AtOnce, SupervisingOfficer, SecurityOfficer, SecurityManager),
        new()
        {
            Key = "37-3-7", Clause = "37-3-7", Title = new("不正プログラム感染時の初動対応の確認（LANケーブルの取外し等）", "Check of the first steps against malware (network cable unplugged and the like)"),
            Owners = [SecurityManager], Urgency = Urgency.AtOnce, Within = TimeSpan.FromMinutes(15),
            Since = r => r.Has(OccurrenceKind.Malware) || r.Has(OccurrenceKind.Ransom) ? r.ReportedAt : null,
            Met = _ => false,
            Discretionary = true,
            ToldInWords = true,
        },
        new()
        {
            // A failure is recorded whether or not it is an incident: the account names 処理結果 and 問題.
            Key = "34-7", Clause = "34-7", Title = new("障害記録（報告・処理結果・問題）", "Record of the failure (report, what was done, problems)"),
            Owners = [SupervisingOfficer, SecurityOfficer, SystemManager], Urgency = Urgency.Unstated, Within = TimeSpan.FromDays(7),
            Since = r => r.Has(OccurrenceKind.Outage) ? r.ReportedAt : null,
            Met = _ => false,
            ToldInWords = true,
        },
    ];

    private static Duty<Report> Told(string clause, Wording title, OccurrenceKind kind, Urgency urgency, params ImmutableArray<Office> towards) => new()
    {
        Key = clause,
        Clause = clause,
        Title = title,
        Owners = [Staff],
        Towards = towards,
        Urgency = urgency,
        Within = TimeSpan.FromMinutes(urgency == Urgency.AtOnce ? 15 : 30),
        Since = r => r.Has(kind) ? r.Occurrence.NoticedAt : null,
        Met = _ => true,
        Tells = e => e is OccurrenceReported,
    };
}

using System.Collections.Immutable;
using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain;

/// <summary>第38条（不正アクセス対策）第2項・第3項・第5項: an attack or the risk of one; a possible crime; unauthorised access by staff.</summary>
public static class Article38
{
    public static ImmutableArray<Duty<Incident>> OfIncident { get; } =
    [
        new()
        {
            Key = "38-2", Clause = "38-2", Title = new("攻撃時の措置と総務省・都道府県等との連絡", "Measures under attack, and contact with the ministry and the prefecture"),
            Owners = [Ciso, SupervisingOfficer], TowardsOutside = new("総務省、都道府県等", "the ministry, the prefecture"), Urgency = Urgency.AtOnce, Within = TimeSpan.FromMinutes(60),
            Since = i => i.AttackSince,
            Met = i => i.Filed.Contains("38-2"),
            ToldInWords = true,
        },
        new()
        {
            Key = "38-3", Clause = "38-3", Title = new("攻撃の記録の保存と警察との連携", "Keeping the records of the attack, and work with the police"),
            Owners = [Ciso, SupervisingOfficer], TowardsOutside = new("警察及び関係機関", "the police and related bodies"), Urgency = Urgency.AtOnce, Within = TimeSpan.FromMinutes(60),
            Since = i => i.CrimeSince,
            Met = i => i.Filed.Contains("38-3") && i.EvidenceItems > 0,
            ToldInWords = true,
        },
        new()
        {
            Key = "38-5", Clause = "38-5", Title = new("不正アクセスをした職員等の責任者への通知と適正な処置の要求", "Notice to the officer of the person who gained unauthorised access, and the demand for proper steps"),
            Owners = [SupervisingOfficer, SecurityOfficer, SystemManager], Towards = [SecurityOfficer], TowardsIn = i => Scope.Section(i.Nature.StaffSectionId), Urgency = Urgency.Unstated, Within = TimeSpan.FromMinutes(60),
            Since = i => i.StaffAccessSince,
            Met = _ => false,
            ToldInWords = true,
        },
    ];
}

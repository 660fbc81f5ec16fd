namespace CsirtFlow.Domain;

/// <summary>性質: what decides which articles besides 32 apply.</summary>
/// <param name="Attack">サーバ等への攻撃又はそのリスク (38-2).</param>
/// <param name="MayBeCrime">不正アクセス禁止法違反等の犯罪の可能性 (38-3).</param>
/// <param name="Cloud">クラウドサービスのインシデント (32-1-5).</param>
/// <param name="Contractor">委託した業務のインシデント (46-3).</param>
/// <param name="StaffAccess">職員等による不正アクセス (38-5).</param>
/// <param name="StaffBreach">職員等のポリシー違反を確認 (45-2).</param>
/// <param name="StaffSectionId">当該職員等が所属する各課等: given with the two before, and only then.</param>
public sealed record Nature(bool Attack = false, bool MayBeCrime = false, bool Cloud = false, bool Contractor = false, bool StaffAccess = false, bool StaffBreach = false, string? StaffSectionId = null)
{
    internal void CheckStaff(Circumstances c)
    {
        PolicyViolationException.ThrowIf((StaffAccess || StaffBreach) != (StaffSectionId is not null), Rules.StaffSectionGiven);
        if (StaffSectionId is { } section) Check.Section(section, c);
    }
}

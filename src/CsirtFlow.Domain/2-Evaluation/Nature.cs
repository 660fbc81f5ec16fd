namespace CsirtFlow.Domain;

/// <summary>性質: what decides which articles besides 32 apply.</summary>
/// <param name="Attack">サーバ等への攻撃又はそのリスク (38-2).</param>
/// <param name="MayBeCrime">不正アクセス禁止法違反等の犯罪の可能性 (38-3).</param>
/// <param name="Cloud">クラウドサービスのインシデント (32-1-5).</param>
public sealed record Nature(bool Attack = false, bool MayBeCrime = false, bool Cloud = false);

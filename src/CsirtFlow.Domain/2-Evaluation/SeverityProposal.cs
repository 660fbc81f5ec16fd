using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>機密性の分類 (21-1).</summary>
public enum Confidentiality
{
    [Term("わからない")] Unknown,
    [Term("自治体機密性1")] C1,
    [Term("自治体機密性2")] C2,
    [Term("自治体機密性3C")] C3C,
    [Term("自治体機密性3B")] C3B,
    [Term("自治体機密性3A")] C3A,
}

/// <summary>完全性・可用性の分類 (21-2, 21-3).</summary>
public enum AssetLevel
{
    [Term("わからない")] Unknown,
    [Term("1")] Level1,
    [Term("2")] Level2,
}

/// <summary>広がり.</summary>
public enum Spread
{
    [Term("わからない")] Unknown,
    [Term("1台・1件に限られる")] OneOnly,
    [Term("所属の中で広がっている")] Section,
    [Term("所属を超えて広がっている")] Beyond,
}

/// <summary>重要度の判断材料: what the proposal is computed from.</summary>
/// <param name="Persons">Persons concerned, possible maximum; null when unknown.</param>
/// <param name="ResidentServiceStopped">住民サービス・指令業務の停止.</param>
public sealed record SeverityFactors(Confidentiality Confidentiality = Confidentiality.Unknown, AssetLevel Integrity = AssetLevel.Unknown, AssetLevel Availability = AssetLevel.Unknown,
    int? Persons = null, bool ResidentServiceStopped = false, Spread Spread = Spread.Unknown);

/// <summary>重要度の案 and its grounds. The most severe ground decides; CSIRT may decide otherwise, with reasons.</summary>
public sealed record SeverityProposal(Severity Severity, ImmutableArray<string> Grounds)
{
    public static SeverityProposal For(SeverityFactors f, EmergencyImpact impact, Nature nature)
    {
        (Severity Level, bool Applies, string Ground)[] criteria =
        [
            (Severity.Critical, impact == EmergencyImpact.Present, "119番の受付・指令・救急出動に影響がある"),
            (Severity.Critical, f.ResidentServiceStopped, "住民サービス又は指令業務が止まっている"),
            (Severity.Critical, f is { Confidentiality: Confidentiality.C3A } && nature.Attack, "自治体機密性3Aの情報資産が攻撃を受けている"),
            (Severity.High, impact == EmergencyImpact.Unknown, "119番・指令業務への影響がわからない"),
            (Severity.High, f.Confidentiality is Confidentiality.C3A or Confidentiality.C3B, $"{Term.Of(f.Confidentiality)}の情報資産に関わる"),
            (Severity.High, f.Persons > 100, $"本人の数が最大 {f.Persons:N0} 人で、100人を超えるおそれがある"),
            (Severity.High, f.Spread == Spread.Beyond, "所属を超えて広がっている"),
            (Severity.High, nature.MayBeCrime, "犯罪の可能性がある"),
            (Severity.Medium, f.Confidentiality is Confidentiality.C3C or Confidentiality.C2, $"{Term.Of(f.Confidentiality)}の情報資産に関わる"),
            (Severity.Medium, f.Persons is > 0 and <= 100, $"本人の数は最大 {f.Persons:N0} 人"),
            (Severity.Medium, f.Availability == AssetLevel.Level2 || f.Integrity == AssetLevel.Level2, "完全性2又は可用性2の情報資産に関わる"),
            (Severity.Medium, f.Spread == Spread.Section, "所属の中で広がっている"),
            (Severity.Medium, nature.Attack, "攻撃又はそのおそれがある"),
        ];

        var applying = criteria.Where(c => c.Applies).ToList();
        return applying.Count == 0
            ? new(Severity.Low, ["重要度を上げる事実は見つかっていない"])
            : new(applying.Min(c => c.Level), [.. applying.OrderBy(c => c.Level).Select(c => $"{Term.Of(c.Level)}：{c.Ground}")]);
    }
}

/// <summary>重要度の決定: the proposal is computed, CSIRT decides. Deciding otherwise takes grounds.</summary>
/// <param name="Severity">Null takes the proposal.</param>
[Term("重要度の決定", "32-3-1"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record DecideSeverity(SeverityFactors Factors, Severity? Severity = null, string Grounds = "") : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Length(Grounds);
        var proposal = SeverityProposal.For(Factors, state.EmergencyImpact, state.Nature);
        var decided = Severity ?? proposal.Severity;
        PolicyViolationException.ThrowIf(decided != proposal.Severity && string.IsNullOrWhiteSpace(Grounds), Rules.ReasonGiven);

        return [new SeverityDecided(decided, proposal.Severity, Factors, proposal.Grounds, Grounds ?? "", c.Origin)];
    }
}

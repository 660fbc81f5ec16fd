using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>機密性の分類 (21-1).</summary>
public enum Confidentiality
{
    [Term("わからない", "Not known")] Unknown,
    [Term("自治体機密性1", "Confidentiality 1")] C1,
    [Term("自治体機密性2", "Confidentiality 2")] C2,
    [Term("自治体機密性3C", "Confidentiality 3C")] C3C,
    [Term("自治体機密性3B", "Confidentiality 3B")] C3B,
    [Term("自治体機密性3A", "Confidentiality 3A")] C3A,
}

/// <summary>完全性・可用性の分類 (21-2, 21-3).</summary>
public enum AssetLevel
{
    [Term("わからない", "Not known")] Unknown,
    [Term("1", "1")] Level1,
    [Term("2", "2")] Level2,
}

/// <summary>広がり.</summary>
public enum Spread
{
    [Term("わからない", "Not known")] Unknown,
    [Term("1台・1件に限られる", "One device or matter only")] OneOnly,
    [Term("所属の中で広がっている", "Spreading within the section")] Section,
    [Term("所属を超えて広がっている", "Spreading beyond the section")] Beyond,
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
        var applying = Criteria(f, impact, nature).Where(c => c.Applies).ToList();
        return applying.Count == 0
            ? new(Severity.Low, [NothingFound.Japanese])
            : new(applying.Min(c => c.Level), [.. applying.OrderBy(c => c.Level).Select(c => Said(c.Level, c.Ground).Japanese)]);
    }

    /// <summary>A ground as it was recorded from these factors, for readers of English.</summary>
    public static string InEnglish(string ground, SeverityFactors f) =>
        Criteria(f, EmergencyImpact.Unknown, new Nature()).Select(c => Said(c.Level, c.Ground)).Append(NothingFound).FirstOrDefault(g => g.Japanese == ground)?.English ?? ground;

    private static readonly Wording NothingFound = new("重要度を上げる事実は見つかっていない", "nothing was found that raises the severity");

    private static Wording Said(Severity level, Wording ground) => new($"{Term.Of(level)}：{ground.Japanese}", $"{Term.InEnglish(level)}: {ground.English}");

    private static (Severity Level, bool Applies, Wording Ground)[] Criteria(SeverityFactors f, EmergencyImpact impact, Nature nature) =>
        [
            (Severity.Critical, impact == EmergencyImpact.Present, new("119番の受付・指令・救急出動に影響がある", "119 calls, dispatching or ambulances are affected")),
            (Severity.Critical, f.ResidentServiceStopped, new("住民サービス又は指令業務が止まっている", "services to residents or dispatching have stopped")),
            (Severity.Critical, f is { Confidentiality: Confidentiality.C3A } && nature.Attack, new("自治体機密性3Aの情報資産が攻撃を受けている", "information of Confidentiality 3A is under attack")),
            (Severity.High, impact == EmergencyImpact.Unknown, new("119番・指令業務への影響がわからない", "the effect on 119 calls and dispatching is not known")),
            (Severity.High, f.Confidentiality is Confidentiality.C3A or Confidentiality.C3B, new($"{Term.Of(f.Confidentiality)}の情報資産に関わる", $"concerns information of {Term.InEnglish(f.Confidentiality)}")),
            (Severity.High, f.Persons > 100, new($"本人の数が最大 {f.Persons:N0} 人で、100人を超えるおそれがある", $"{f.Persons:N0} persons at most; more than 100 may be concerned")),
            (Severity.High, f.Spread == Spread.Beyond, new("所属を超えて広がっている", "spreading beyond the section")),
            (Severity.High, nature.MayBeCrime, new("犯罪の可能性がある", "may be a crime")),
            (Severity.Medium, f.Confidentiality is Confidentiality.C3C or Confidentiality.C2, new($"{Term.Of(f.Confidentiality)}の情報資産に関わる", $"concerns information of {Term.InEnglish(f.Confidentiality)}")),
            (Severity.Medium, f.Persons is > 0 and <= 100, new($"本人の数は最大 {f.Persons:N0} 人", $"{f.Persons:N0} persons at most")),
            (Severity.Medium, f.Availability == AssetLevel.Level2 || f.Integrity == AssetLevel.Level2, new("完全性2又は可用性2の情報資産に関わる", "concerns information of integrity 2 or availability 2")),
            (Severity.Medium, f.Spread == Spread.Section, new("所属の中で広がっている", "spreading within the section")),
            (Severity.Medium, nature.Attack, new("攻撃又はそのおそれがある", "an attack or the risk of one")),
        ];
}

/// <summary>重要度の決定: the proposal is computed, CSIRT decides. Deciding otherwise takes grounds.</summary>
/// <param name="Severity">Null takes the proposal.</param>
[Term("重要度の決定", "Decision on severity", "32-3-1"), By(Office.CsirtLead, Office.CsirtMember)]
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

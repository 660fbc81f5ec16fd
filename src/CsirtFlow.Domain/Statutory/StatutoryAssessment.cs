namespace CsirtFlow.Domain.Statutory;

/// <summary>組織の設定: what the acts leave to an ordinance or to nobody.</summary>
public sealed record StatutorySettings
{
    /// <summary>条例要配慮個人情報の定めがある (規則43条5号).</summary>
    public bool OrdinanceDefinesSensitiveInformation { get; init; }

    /// <summary>確報の警告: days before the limit.</summary>
    public int FinalReportWarningDays { get; init; } = 7;
}

/// <summary>報告の義務の強さ.</summary>
public enum DutyBasis
{
    /// <summary>法律上の義務</summary>
    Act,

    /// <summary>番号GL別添2 3B: 報告対象事態でなくても報告する; no time limit is given.</summary>
    Guideline,

    /// <summary>判断の材料が足りない</summary>
    Undetermined,
}

/// <summary>個人情報保護委員会への報告 under one act, and the grounds that make it so.</summary>
public sealed record ReportDuty(Law Law, DutyBasis Basis, string Article, IReadOnlyList<Ground> Grounds, string Explanation)
{
    /// <summary>60日 (規則44条2項かっこ書, 番号規則3条2項かっこ書): one such ground is enough, whatever else applies.</summary>
    public bool ForImproperPurpose => Grounds.Any(g => g.IsImproperPurpose);
}

/// <summary>
/// 報告対象事態の該当性 (規則43条, 番号規則2条): every ground, the reports and the notices to persons that follow.
/// A pure answer to the facts, so that it can be asked again whenever they change.
/// </summary>
public sealed record StatutoryAssessment(IReadOnlyList<Ground> Grounds, IReadOnlyList<ReportDuty> Duties, IReadOnlyList<NotificationDuty> Notifications)
{
    /// <summary>報告対象事態に当たる, under either act.</summary>
    public bool IsReportable => Duties.Any(d => d.Basis is DutyBasis.Act);

    /// <summary>委員会に報告する, by an act or by the guideline: while true, no incident closes as 「報告不要」.</summary>
    public bool MustBeReported => Duties.Any(d => d.Basis is not DutyBasis.Undetermined);

    /// <summary>確かめること, each once.</summary>
    public IReadOnlyList<string> OpenQuestions => [.. Grounds.SelectMany(g => g.OpenQuestions).Distinct(StringComparer.Ordinal)];

    public ReportDuty? DutyUnder(Law law) => Duties.FirstOrDefault(d => d.Law == law);

    public static StatutoryAssessment Of(PersonalDataFacts facts, StatutorySettings? settings = null)
    {
        Ground[] grounds = [.. PersonalInformationGrounds.Of(facts, settings ?? new()), .. MyNumberGrounds.Of(facts)];
        ReportDuty[] duties = [.. new[] { Duty(Law.PersonalInformation, grounds, facts), Duty(Law.MyNumber, grounds, facts) }.OfType<ReportDuty>()];

        return new(grounds, duties, [.. duties.Select(d => NotificationDuty.Of(d, facts.Notification)).OfType<NotificationDuty>()]);
    }

    private static ReportDuty? Duty(Law law, IEnumerable<Ground> all, PersonalDataFacts facts)
    {
        Ground[] ofLaw = [.. all.Where(g => g.Law == law)];
        Ground[] reportable = [.. ofLaw.Where(g => g.IsReportable)];
        Ground[] open = [.. ofLaw.Where(g => g.State is GroundState.Unknown)];

        return law switch
        {
            _ when reportable.Length > 0 => new(law, DutyBasis.Act, law.ReportArticle(), reportable, $"{string.Join("、", reportable.Select(g => g.Article))}に該当し、又は該当するおそれがあるため、報告する義務がある。"),
            Law.MyNumber when ByGuideline(facts) is { } why => new(law, DutyBasis.Guideline, "番号GL別添2 3B", [], why),
            _ when open.Length > 0 => new(law, DutyBasis.Undetermined, law.ReportArticle(), [], $"{string.Join("、", open.Select(g => g.Article))}に該当するか、まだ分からない。"),
            _ => null,
        };
    }

    /// <summary>番号GL別添2 3B: a My Number incident that is no 報告対象事態 is reported all the same, unless the encryption exclusion holds.</summary>
    private static string? ByGuideline(PersonalDataFacts facts)
    {
        Element[] elements = [MyNumberGrounds.Included(facts), MyNumberGrounds.Anything(facts), PersonalInformationGrounds.Unprotected(facts)];

        return elements.All(e => e.State >= GroundState.Feared)
            ? $"{elements[0].Sentence}。{elements[1].Sentence}。報告対象事態に該当しない場合も、ガイドラインに基づき報告する（期限の定めはない）。"
            : null;
    }
}

/// <summary>条文の呼び名.</summary>
public static class LawNames
{
    public static string ReportArticle(this Law law) => law is Law.MyNumber ? "番号法第29条の4第1項" : "個人情報保護法第68条第1項";

    public static string NotificationArticle(this Law law) => law is Law.MyNumber ? "番号法第29条の4第2項" : "個人情報保護法第68条第2項";

    /// <summary>速報 and 確報: the paragraph of the commission's rules.</summary>
    internal static string DeadlineArticle(this Law law, ReportKind kind) =>
        (law is Law.MyNumber ? "番号規則第3条" : "規則第44条") + (kind is ReportKind.Preliminary ? "第1項" : "第2項");
}

using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Cases;

/// <summary>A part of the page of a case, in its contents and above its forms.</summary>
/// <param name="Id">Where a link of the page leads.</param>
public sealed record CaseSection(string Id, Wording Title)
{
    public static CaseSection Content { get; } = new("content", new("報告の内容と評価", "The report and its evaluation"));

    public static CaseSection Reported { get; } = new("reported", new("報告の内容", "What was reported"));

    public static CaseSection Evaluation { get; } = new("evaluation", new("評価とCISOへの報告", "Evaluation and report to the CISO"));

    public static CaseSection Facts { get; } = new("facts", new("わかっていること", "What is known"));

    public static CaseSection Orders { get; } = new("orders", new("応急措置と復旧", "Containment and recovery"));

    public static CaseSection Work { get; } = new("work", new("作業", "Work"));

    public static CaseSection Evidence { get; } = new("evidence", new("証拠と原因", "Evidence and cause"));

    public static CaseSection Measures { get; } = new("measures", new("再発防止策", "Prevention measures"));

    public static CaseSection Documents { get; } = new("documents", new("文書と外部への報告", "Documents and reports to outside"));

    public static CaseSection Course { get; } = new("events", new("経過の記録", "Course of events"));

    public static CaseSection Links { get; } = new("links", new("関連する報告と事案", "Related reports and incidents"));

    public static CaseSection Exemptions { get; } = new("exemptions", new("例外措置", "Exceptional measures"));

    public static CaseSection Duties { get; } = new("duties", new("義務の履行状況", "How the duties stand"));

    public static CaseSection Told { get; } = new("notices", new("知らせた相手", "Who was told"));

    public static CaseSection Closing { get; } = new("closing", new("終結と閲覧の制限", "Closing and restriction of access"));

    public static CaseSection Past { get; } = new("past", new("過去の時点", "Moments in the past"));

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<CaseSection> OfIncident { get; } = [Reported, Facts, Orders, Work, Evaluation, Evidence, Measures, Documents, Course, Links, Exemptions, Duties, Told, Closing, Past];

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<CaseSection> OfReport { get; } = [Content, Evidence, Course, Duties, Told, Past];
}

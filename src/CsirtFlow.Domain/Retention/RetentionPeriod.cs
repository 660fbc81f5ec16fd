using System.Collections.Immutable;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>保存期間の区分. 34-6-2 wants a period and names none; the organisation's rules on documents do. The value is in years.</summary>
public enum RetentionClass
{
    [Term("1年", "1 year")] OneYear = 1,
    [Term("3年", "3 years")] ThreeYears = 3,
    [Term("5年", "5 years")] FiveYears = 5,
    [Term("10年", "10 years")] TenYears = 10,
    [Term("30年", "30 years")] ThirtyYears = 30,
}

/// <summary>保存期間の標準: how long a matter is kept where nobody has set a period for it.</summary>
public sealed record RetentionDefaults
{
    /// <summary>インシデントでないと評価した報告.</summary>
    public RetentionClass Report { get; init; } = RetentionClass.OneYear;

    /// <summary>インシデント; a false alarm too, because it explains why nothing was reported.</summary>
    public RetentionClass Incident { get; init; } = RetentionClass.FiveYears;

    /// <summary>重要度1, or a loss of personal data that the law wants reported.</summary>
    public RetentionClass Grave { get; init; } = RetentionClass.TenYears;
}

/// <summary>保存期間 of a matter: a report, or an incident with the reports that belong to it.</summary>
/// <param name="Begins">起算日 (JST date): 1 April after the fiscal year in which the matter was completed; null while it is not.</param>
public sealed record RetentionPeriod(RetentionClass Class, DateOnly? Begins)
{
    /// <summary>満了日: the last day (JST) on which it is kept.</summary>
    public DateOnly? Ends => Begins?.AddYears((int)Class).AddDays(-1);

    public bool IsOver(DateOnly today) => Ends < today;

    /// <param name="incident">The one that the report opened; null where it opened none.</param>
    /// <param name="set">What somebody has set for the matter.</param>
    public static RetentionPeriod Of(Report report, Incident? incident, RetentionClass? set, RetentionDefaults defaults)
    {
        var completed = incident is not null ? incident.ClosedAt : report.Verdict is Verdict.NotIncident ? report.EvaluatedAt : null;
        var byDefault = incident is null ? defaults.Report
            : incident.Severity is Severity.Critical || incident.Assessment is { MustBeReported: true } ? defaults.Grave : defaults.Incident;
        return new(set ?? byDefault, completed is { } at ? new DateOnly(FiscalYear.Of(at).Year + 1, 4, 1) : null);
    }
}

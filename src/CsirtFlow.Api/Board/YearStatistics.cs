using System.Collections.Immutable;
using System.Globalization;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Board;

/// <summary>件数 of one month, kind, section or severity.</summary>
/// <param name="Incidents">Those of them that became incidents.</param>
public sealed record Tally(Wording Label, int Cases, int Incidents);

/// <summary>How one duty was fulfilled within a year.</summary>
/// <param name="Owed">Times it arose, without 不要と判断 and 該当しなくなった.</param>
/// <param name="InTime">Fulfilled within 目安 or 期限（法令）.</param>
/// <param name="Overdue">Not fulfilled although the limit is over.</param>
public sealed record DutyTally(string Clause, Wording Title, bool IsLegal, int Owed, int Met, TimeSpan? Median, TimeSpan? Longest, int InTime, int Overdue)
{
    /// <summary>What can be judged: a duty whose limit is still to come is neither in time nor late.</summary>
    public int Judged => Met + Overdue;
}

/// <summary>再発防止策 that the CISO has instructed.</summary>
/// <param name="Late">Done after 期日, or not done although it is over.</param>
public sealed record MeasureTally(int Planned, int Done, int Late);

/// <summary>統計 of one 年度, over the whole organisation. Numbers alone: a restricted incident counts, and nothing of it can be read.</summary>
/// <param name="Years">年度 that can be chosen, newest first.</param>
public sealed record YearStatistics(FiscalYear Year, ImmutableArray<FiscalYear> Years, ImmutableArray<Tally> Months, ImmutableArray<Tally> Kinds, ImmutableArray<Tally> Sections,
    ImmutableArray<Tally> Severities, ImmutableArray<DutyTally> Duties, MeasureTally Measures)
{
    public int Cases => Months.Sum(m => m.Cases);

    public int Incidents => Months.Sum(m => m.Incidents);
}

/// <summary>Parts of a whole in words.</summary>
public static class Share
{
    private const int Few = 10;

    /// <summary>「12件中9件（75%）」, "9 of 12 (75%)"; under ten a percentage says more than is known, so there is none. Rounded down: 100% means all of them.</summary>
    public static Wording Of(int part, int whole) => whole switch
    {
        0 => Wording.Of("―"),
        < Few => new($"{whole}件中{part}件", $"{part} of {whole}"),
        _ => new($"{whole}件中{part}件（{Percent(part, whole)}%）", $"{part} of {whole} ({Percent(part, whole)}%)"),
    };

    /// <summary>As a number for tables, empty where there is none.</summary>
    public static string Number(int part, int whole) => whole < Few ? "" : Percent(part, whole).ToString(CultureInfo.InvariantCulture);

    private static int Percent(int part, int whole) => (int)(part * 100L / whole);
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using Npgsql;
using JapaneseCalendar = CsirtFlow.Domain.Statutory.JapaneseCalendar;

namespace CsirtFlow.Api.Board;

/// <summary>Adds up a year of the figures. The caller must have been allowed to see 統計.</summary>
public sealed class StatisticsReader(NpgsqlDataSource source, MonthlyFigures figures, OrganisationDirectory directory, TimeProvider clock)
{
    // In the order of the policy.
    private static readonly ImmutableArray<DutyTally> Table =
    [
        .. DutyTable.OfReport.Select(d => new DutyTally(d.Clause, d.Title, d.IsLegal, 0, 0, null, null, 0, 0)),
        .. DutyTable.OfIncident.Select(d => new DutyTally(d.Clause, d.Title, d.IsLegal, 0, 0, null, null, 0, 0)),
    ];

    private static readonly FrozenDictionary<string, int> Rows = DutyTable.OfReport.Select(d => d.Key).Concat(DutyTable.OfIncident.Select(d => d.Key)).Index().ToFrozenDictionary(d => d.Item, d => d.Index);

    /// <param name="year">Short form such as <c>R8</c>; null means the current year.</param>
    public async Task<YearStatistics> Of(Caller caller, string? year, CancellationToken cancellation)
    {
        var (now, tenant) = (clock.GetUtcNow(), caller.Tenant);
        var organisation = await directory.Get(tenant, cancellation);
        var years = await Years(tenant, FiscalYear.Of(now), cancellation);
        var chosen = year is null ? years[0] : years.Where(y => y.ShortForm == year).Select(y => (FiscalYear?)y).FirstOrDefault() ?? throw new BadRequestException("年度の値が正しくありません。", "There is no such fiscal year.");

        var months = await figures.Of(tenant, NeedToKnow.CountedFor(NeedToKnow.AudiencesOf(organisation, caller.PersonId ?? "", now)), chosen.Year, cancellation);
        var found = months.SelectMany(m => m.Tallies).GroupBy(t => (t.What, t.Key), t => t.Tally).ToDictionary(g => g.Key, g => Sum(Wording.None, g));

        return new(chosen, years,
            [.. Enumerable.Range(0, 12).Select(m => ((m + 3) % 12) + 1).Select(m => Named("month", $"{m}", new($"{m}月", CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(m))))],
            [.. Enum.GetValues<OccurrenceKind>().Select(k => Named("kind", k.ToString(), Wording.Of(k)))],
            // Last the reports from outside that name no section, and those of sections that are no more.
            [
                .. organisation.Sections.Select(s => Named("section", s.Id, Wording.Of(s.Name))),
                Sum(new("所属なし", "No section"), found.Where(t => t.Key.What == "section" && organisation.Section(t.Key.Key) is null).Select(t => t.Value)),
            ],
            [.. Enum.GetValues<Severity>().Select(s => Named("severity", $"{(int)s}", Wording.Of(s))), Named("severity", "0", new("重要度は未決定", "Severity not decided"))],
            [.. months.SelectMany(m => m.Duties).Where(d => Rows.ContainsKey(d.Key)).GroupBy(d => Rows[d.Key]).OrderBy(g => g.Key).Select(g => Sum(Table[g.Key], [.. g], now))],
            Sum([.. months.SelectMany(m => m.Measures)], JapaneseCalendar.DayOf(now)));

        Tally Named(string what, string key, Wording label) => found.TryGetValue((what, key), out var tally) ? tally with { Label = label } : new(label, 0, 0);
    }

    private static Tally Sum(Wording label, IEnumerable<Tally> parts) => parts.Aggregate(new Tally(label, 0, 0), (sum, t) => sum with { Cases = sum.Cases + t.Cases, Incidents = sum.Incidents + t.Incidents });

    private static DutyTally Sum(DutyTally row, ImmutableArray<MonthDuty> months, DateTimeOffset now)
    {
        int[] seconds = [.. months.SelectMany(m => m.Seconds)];
        Array.Sort(seconds);
        return row with
        {
            Owed = seconds.Length + months.Sum(m => m.Dues.Length),
            Met = seconds.Length,
            Median = seconds is [] ? null : TimeSpan.FromSeconds(((double)seconds[(seconds.Length - 1) / 2] + seconds[seconds.Length / 2]) / 2),
            Longest = seconds is [.., var most] ? TimeSpan.FromSeconds(most) : null,
            InTime = months.Sum(m => m.InTime),
            Overdue = months.Sum(m => m.Dues.Count(due => due <= now.UtcDateTime)),
        };
    }

    private static MeasureTally Sum(ImmutableArray<MonthMeasures> months, DateOnly today) =>
        new(months.Sum(m => m.Done + m.Dues.Length), months.Sum(m => m.Done), months.Sum(m => m.Late + m.Dues.Count(due => due < today)));

    private async Task<ImmutableArray<FiscalYear>> Years(string tenant, FiscalYear current, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select min(fiscal_year) from {EventStore.Schema}.case_month where tenant_id = $1");
        command.Parameters.AddWithValue(tenant);
        var first = await command.ExecuteScalarAsync(cancellation) is int y ? Math.Min(y, current.Year) : current.Year;
        return [.. Enumerable.Range(first, current.Year - first + 1).Reverse().Select(n => new FiscalYear(n))];
    }
}

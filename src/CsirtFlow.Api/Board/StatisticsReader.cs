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

/// <summary>Counts the flat rows of the queue. The caller must have been allowed to see 統計.</summary>
public sealed class StatisticsReader(NpgsqlDataSource source, OrganisationDirectory directory, TimeProvider clock)
{
    private const string OfYear = $"from {EventStore.Schema}.case_line l where l.tenant_id = $1 and l.fiscal_year = $2";

    private const string Tallies = $"""
        with l as materialized (select month, kinds, section_id, severity, incident {OfYear})
        select 'month', month::text, count(*)::int, (count(*) filter (where incident))::int from l group by 2
        union all select 'kind', kind, count(*)::int, (count(*) filter (where incident))::int from l, unnest(kinds) kind group by 2
        union all select 'section', coalesce(section_id, ''), count(*)::int, (count(*) filter (where incident))::int from l group by 2
        union all select 'severity', coalesce(severity, 0)::text, count(*)::int, count(*)::int from l where incident group by 2
        """;

    private const string Duties = $"""
        select d.key, count(*)::int, count(d.seconds)::int, percentile_cont(0.5) within group (order by d.seconds), max(d.seconds),
            (count(*) filter (where d.seconds <= d.allowed))::int, (count(*) filter (where d.seconds is null and d.due <= $3))::int
        from {EventStore.Schema}.case_line l, unnest(l.duty_keys, l.duty_seconds, l.duty_limits, l.duty_dues) as d(key, seconds, allowed, due)
        where l.tenant_id = $1 and l.fiscal_year = $2 group by d.key
        """;

    private const string Measures = $"""
        select count(*)::int, count(m.done)::int, (count(*) filter (where coalesce(m.done, $3) > m.due))::int
        from {EventStore.Schema}.case_line l, unnest(l.measure_dues, l.measure_dones) as m(due, done)
        where l.tenant_id = $1 and l.fiscal_year = $2
        """;

    // In the order of the policy.
    private static readonly ImmutableArray<DutyTally> Table =
    [
        .. DutyTable.OfReport.Select(d => new DutyTally(d.Clause, d.Title, d.IsLegal, 0, 0, null, null, 0, 0)),
        .. DutyTable.OfIncident.Select(d => new DutyTally(d.Clause, d.Title, d.IsLegal, 0, 0, null, null, 0, 0)),
    ];

    private static readonly FrozenDictionary<string, int> Rows = DutyTable.OfReport.Select(d => d.Key).Concat(DutyTable.OfIncident.Select(d => d.Key)).Index().ToFrozenDictionary(d => d.Item, d => d.Index);

    /// <param name="year">Short form such as <c>R8</c>; null means the current year.</param>
    public async Task<YearStatistics> Of(string tenant, string? year, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var organisation = await directory.Get(tenant, cancellation);
        var years = await Years(tenant, FiscalYear.Of(now), cancellation);
        var chosen = year is null ? years[0] : years.Where(y => y.ShortForm == year).Select(y => (FiscalYear?)y).FirstOrDefault() ?? throw new BadRequestException("年度の値が正しくありません。", "There is no such fiscal year.");

        var tallies = await Read(Tallies, tenant, chosen, null, r => (What: r.GetString(0), Key: r.GetString(1), Tally: new Tally(Wording.None, r.GetInt32(2), r.GetInt32(3))), cancellation);
        var duties = await Read(Duties, tenant, chosen, now, r => (Key: r.GetString(0), Tally: new DutyTally("", Wording.None, false, r.GetInt32(1), r.GetInt32(2), Span(r, 3), Span(r, 4), r.GetInt32(5), r.GetInt32(6))), cancellation);
        var measures = await Read(Measures, tenant, chosen, JapaneseCalendar.DayOf(now), r => new MeasureTally(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2)), cancellation);
        var found = tallies.ToDictionary(t => (t.What, t.Key), t => t.Tally);

        return new(chosen, years,
            [.. Enumerable.Range(0, 12).Select(m => ((m + 3) % 12) + 1).Select(m => Named("month", $"{m}", new($"{m}月", CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(m))))],
            [.. Enum.GetValues<OccurrenceKind>().Select(k => Named("kind", k.ToString(), Wording.Of(k)))],
            [.. organisation.Sections.Select(s => Named("section", s.Id, Wording.Of(s.Name))), Elsewhere(tallies.Where(t => t.What == "section" && organisation.Section(t.Key) is null).Select(t => t.Tally))],
            [.. Enum.GetValues<Severity>().Select(s => Named("severity", $"{(int)s}", Wording.Of(s))), Named("severity", "0", new("重要度は未決定", "Severity not decided"))],
            [.. duties.Where(d => Rows.ContainsKey(d.Key)).OrderBy(d => Rows[d.Key]).Select(d => d.Tally with { Clause = Table[Rows[d.Key]].Clause, Title = Table[Rows[d.Key]].Title, IsLegal = Table[Rows[d.Key]].IsLegal })],
            measures[0]);

        Tally Named(string what, string key, Wording label) => found.TryGetValue((what, key), out var tally) ? tally with { Label = label } : new(label, 0, 0);
    }

    /// <summary>Reports from outside that name no section, and those of sections that are no more.</summary>
    private static Tally Elsewhere(IEnumerable<Tally> others) => others.Aggregate(new Tally(new("所属なし", "No section"), 0, 0), (sum, t) => sum with { Cases = sum.Cases + t.Cases, Incidents = sum.Incidents + t.Incidents });

    private async Task<ImmutableArray<FiscalYear>> Years(string tenant, FiscalYear current, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select min(fiscal_year) from {EventStore.Schema}.case_line where tenant_id = $1");
        command.Parameters.AddWithValue(tenant);
        var first = await command.ExecuteScalarAsync(cancellation) is int y ? Math.Min(y, current.Year) : current.Year;
        return [.. Enumerable.Range(first, current.Year - first + 1).Reverse().Select(n => new FiscalYear(n))];
    }

    private async Task<List<T>> Read<T>(string sql, string tenant, FiscalYear year, object? third, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue(tenant);
        command.Parameters.AddWithValue(year.Year);
        if (third is not null) command.Parameters.AddWithValue(third);
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) rows.Add(row(reader));
        return rows;
    }

    private static TimeSpan? Span(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? null : TimeSpan.FromSeconds(Convert.ToDouble(r.GetValue(column), CultureInfo.InvariantCulture));
}

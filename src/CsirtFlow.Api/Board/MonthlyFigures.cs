using System.Collections.Concurrent;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Npgsql;

namespace CsirtFlow.Api.Board;

/// <summary>What 統計 adds up, for the reports of one month. Nothing in it changes with the clock: what is still open stands with its limit.</summary>
internal sealed record MonthFigures(long Version)
{
    public List<(string What, string Key, Tally Tally)> Tallies { get; } = [];

    public List<MonthDuty> Duties { get; } = [];

    public List<MonthMeasures> Measures { get; } = [];
}

/// <param name="Seconds">How long each took that was fulfilled.</param>
/// <param name="Dues">Limits of those that are open (UTC instants).</param>
internal sealed record MonthDuty(string Key, int[] Seconds, int InTime, DateTime[] Dues);

/// <param name="Late">Done after 期日.</param>
/// <param name="Dues">期日 of those that are not done.</param>
internal sealed record MonthMeasures(int Done, int Late, DateOnly[] Dues);

/// <summary>Counts the flat rows of the queue month by month and remembers what it has counted until a row of the month changes: a year is too much to be counted for every look.</summary>
public sealed class MonthlyFigures(NpgsqlDataSource source)
{
    private const string OfMonths = $"from {EventStore.Schema}.case_line where tenant_id = $1 and fiscal_year = $2 and month = any ($3) and audience @> array[$4]";

    private const string Tallies = $"""
        with l as materialized (select month, kinds, section_id, severity, incident, count(*) as n {OfMonths} group by 1, 2, 3, 4, 5)
        select month, 'month', month::text, sum(n)::int, coalesce(sum(n) filter (where incident), 0)::int from l group by 1
        union all select month, 'kind', kind, sum(n)::int, coalesce(sum(n) filter (where incident), 0)::int from l, unnest(kinds) kind group by 1, 3
        union all select month, 'section', coalesce(section_id, ''), sum(n)::int, coalesce(sum(n) filter (where incident), 0)::int from l group by 1, 3
        union all select month, 'severity', coalesce(severity, 0)::text, sum(n)::int, sum(n)::int from l where incident group by 1, 3
        """;

    // The arrays are unfolded in the list of columns: as a join it would take twice as long.
    private const string Duties = $"""
        select month, key, coalesce(array_agg(seconds) filter (where seconds is not null), array[]::integer[]), (count(*) filter (where seconds <= allowed))::int,
            coalesce(array_agg(due) filter (where seconds is null), array[]::timestamptz[])
        from (select month, unnest(duty_keys) as key, unnest(duty_seconds) as seconds, unnest(duty_limits) as allowed, unnest(duty_dues) as due {OfMonths}) d group by month, key
        """;

    private const string Measures = $"""
        select month, count(done)::int, (count(*) filter (where done > due))::int, coalesce(array_agg(due) filter (where done is null), array[]::date[])
        from (select month, unnest(measure_dues) as due, unnest(measure_dones) as done {OfMonths}) m group by month
        """;

    private readonly ConcurrentDictionary<(string Tenant, string Audience, int Year, int Month), MonthFigures> counted = new();

    /// <summary>The months of a 年度 in which something was reported.</summary>
    /// <param name="audience">Only what is marked for it is counted (<see cref="NeedToKnow"/>).</param>
    internal async Task<IReadOnlyList<MonthFigures>> Of(string tenant, string audience, int year, CancellationToken cancellation)
    {
        // The versions come first: rows that change while they are counted are counted again at the next look.
        var versions = new Dictionary<int, long>();
        await Read($"select month, version from {EventStore.Schema}.case_month where tenant_id = $1 and fiscal_year = $2", [tenant, year], r => versions.Add(r.GetInt32(0), r.GetInt64(1)), cancellation);
        var changed = versions.Where(m => counted.GetValueOrDefault((tenant, audience, year, m.Key))?.Version != m.Value).ToDictionary(m => m.Key, m => new MonthFigures(m.Value));
        if (changed.Count > 0) await Count(tenant, audience, year, changed, cancellation);

        return [.. versions.Keys.Select(m => changed.GetValueOrDefault(m) ?? counted[(tenant, audience, year, m)])];
    }

    private async Task Count(string tenant, string audience, int year, Dictionary<int, MonthFigures> months, CancellationToken cancellation)
    {
        object[] asked = [tenant, year, months.Keys.ToArray(), audience];
        await Task.WhenAll(
            Read(Tallies, asked, r => months[r.GetInt32(0)].Tallies.Add((r.GetString(1), r.GetString(2), new(Wording.None, r.GetInt32(3), r.GetInt32(4)))), cancellation),
            Read(Duties, asked, r => months[r.GetInt32(0)].Duties.Add(new(r.GetString(1), r.GetFieldValue<int[]>(2), r.GetInt32(3), r.GetFieldValue<DateTime[]>(4))), cancellation),
            Read(Measures, asked, r => months[r.GetInt32(0)].Measures.Add(new(r.GetInt32(1), r.GetInt32(2), r.GetFieldValue<DateOnly[]>(3))), cancellation));
        foreach (var (month, figures) in months) counted[(tenant, audience, year, month)] = figures;
    }

    private async Task Read(string sql, object[] values, Action<NpgsqlDataReader> row, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) row(reader);
    }
}

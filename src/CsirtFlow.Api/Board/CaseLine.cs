using System.Collections.Immutable;
using System.Text.Json;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Board;

/// <summary>One flat row beside each <see cref="Case"/>: what the queue is searched and sorted by, and what 統計 counts, so that neither opens a document.</summary>
/// <remarks>The duty columns belong together by position, and so do those of the measures. 不要と判断 and 該当しなくなった are no longer owed and are left out.</remarks>
public sealed record CaseLine
{
    private static readonly JsonSerializerOptions Columns = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Takes an array of lines as JSON, and marks their months as changed (<see cref="MonthlyFigures"/>).</summary>
    public const string Upsert = $"""
        with line as (select * from jsonb_populate_recordset(null::{EventStore.Schema}.case_line, ?::jsonb)),
            changed as (
                insert into {EventStore.Schema}.case_month as m (tenant_id, fiscal_year, month, version) select distinct tenant_id, fiscal_year, month, 1 from line order by tenant_id, fiscal_year, month
                on conflict (tenant_id, fiscal_year, month) do update set version = m.version + 1)
        insert into {EventStore.Schema}.case_line select * from line
        on conflict (tenant_id, number) do update set done = excluded.done, rank = excluded.rank, next_due = excluded.next_due, reported_at = excluded.reported_at,
            audience = excluded.audience, readers = excluded.readers, owners = excluded.owners, kinds = excluded.kinds, section_id = excluded.section_id, heading = excluded.heading, words = excluded.words, grams = excluded.grams,
            incident = excluded.incident, severity = excluded.severity, fiscal_year = excluded.fiscal_year, month = excluded.month, duty_keys = excluded.duty_keys,
            duty_seconds = excluded.duty_seconds, duty_limits = excluded.duty_limits, duty_dues = excluded.duty_dues, measure_dues = excluded.measure_dues, measure_dones = excluded.measure_dones
        """;

    public required string TenantId { get; init; }

    public required string Number { get; init; }

    public bool Done { get; init; }

    public int Rank { get; init; }

    public DateTimeOffset? NextDue { get; init; }

    public DateTimeOffset ReportedAt { get; init; }

    public required string[] Audience { get; init; }

    /// <summary>Those of the audience who may read the report, and therefore search it.</summary>
    public required string[] Readers { get; init; }

    /// <summary>Who owes an open duty or the answer to a check, as <see cref="Charge"/> marks it.</summary>
    public required string[] Owners { get; init; }

    public required string[] Kinds { get; init; }

    public string? SectionId { get; init; }

    /// <summary>The folded text that the search looks through for everybody who may see the case.</summary>
    public required string Heading { get; init; }

    /// <summary>The same with the words of the reporter, for <see cref="Readers"/> alone.</summary>
    public required string Words { get; init; }

    /// <summary>What the search and its filters look up (<see cref="SearchGrams"/>).</summary>
    public required string[] Grams { get; init; }

    public bool Incident { get; init; }

    public int? Severity { get; init; }

    /// <summary>年度 of the report.</summary>
    public int FiscalYear { get; init; }

    /// <summary>Month of the report in Japan, 1 to 12.</summary>
    public int Month { get; init; }

    public required string[] DutyKeys { get; init; }

    /// <summary>From the start of the clock to 履行; null while it is open.</summary>
    public required int?[] DutySeconds { get; init; }

    /// <summary>目安 or 期限（法令）, from the start of the clock.</summary>
    public required int[] DutyLimits { get; init; }

    public required DateTimeOffset[] DutyDues { get; init; }

    /// <summary>期日 of the measures that the CISO has instructed.</summary>
    public required DateOnly[] MeasureDues { get; init; }

    public required DateOnly?[] MeasureDones { get; init; }

    public static string Json(IEnumerable<CaseLine> lines) => JsonSerializer.Serialize(lines, Columns);

    public static CaseLine Of(string tenant, Case row, Report report, Incident? incident, PolicySettings settings, DateTimeOffset now)
    {
        var own = row.IsIncident ? incident : null;
        ImmutableArray<DutyStanding> owed =
        [
            .. DutyTable.Standing(report, settings, now).Concat(own is null ? [] : DutyTable.Standing(own, settings, now)).Where(d => d.IsOpen || d.Standing is Standing.Met),
        ];
        ImmutableArray<PreventionMeasure> measures = own is { RevokedAt: null, Instruction: Instruction.AsPlanned or Instruction.Amended } ? own.Measures : [];
        var asked = own is { IsClosed: false } ? new Scope([], [.. own.Checks.Where(c => c.AnsweredAt is null).Select(c => c.SystemId)]) : Scope.Section(null);
        var heading = Case.Fold($"{row.Id} {row.Title} {row.SectionName}");
        var words = $"{heading} {Case.Fold(report.Occurrence.Description)}";
        var day = JapaneseCalendar.DayOf(report.ReportedAt);

        return new CaseLine
        {
            TenantId = tenant,
            Number = row.Id,
            Done = row.Done,
            Rank = row.Rank,
            NextDue = row.NextDue,
            ReportedAt = row.ReportedAt,
            Audience = [.. row.Audience],
            Readers = [.. row.Readers],
            Owners = [.. row.OpenDuties.SelectMany(d => d.Charge).Concat(Charge.Of([Office.SystemManager, Office.SystemOperator], asked)).Distinct()],
            Kinds = [.. row.Kinds.Select(k => k.ToString())],
            SectionId = row.SectionId,
            Heading = heading,
            Words = words,
            Grams = [.. SearchGrams.Of(words), .. row.SectionId is { } section ? [SearchGrams.OfSection(section)] : Array.Empty<string>(), .. row.Kinds.Select(SearchGrams.OfKind)],
            Incident = own is { RevokedAt: null },
            Severity = (int?)row.Severity,
            FiscalYear = Domain.Statutory.FiscalYear.Of(day).Year,
            Month = day.Month,
            DutyKeys = [.. owed.Select(d => d.Key)],
            DutySeconds = [.. owed.Select(d => d.Standing is Standing.Met ? Seconds(d.SettledAt!.Value - d.Since) : (int?)null)],
            DutyLimits = [.. owed.Select(d => Seconds(d.Due - d.Since))],
            DutyDues = [.. owed.Select(d => d.Due)],
            MeasureDues = [.. measures.Select(m => m.Due)],
            MeasureDones = [.. measures.Select(m => m.DoneAt is { } at ? JapaneseCalendar.DayOf(at) : (DateOnly?)null)],
        };
    }

    // What was noticed after it was done, or done before the clock began, took no time.
    private static int Seconds(TimeSpan span) => (int)Math.Clamp(Math.Ceiling(span.TotalSeconds), 0, int.MaxValue);
}

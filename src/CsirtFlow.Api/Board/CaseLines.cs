using System.Globalization;
using System.Text;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Npgsql;

namespace CsirtFlow.Api.Board;

/// <summary>Searches the flat rows of the queue.</summary>
public sealed class CaseLines(NpgsqlDataSource source)
{
    /// <summary>A word found in more cases than this is common: then walking the queue in its order finds a page sooner than the index does.</summary>
    private const int Rare = 5_000;

    /// <summary>外部報告: owed where the duty stands. Whether to report at all is asked in every incident; of those duties only what was done counts.</summary>
    private static readonly string[] OwedOutside = Outside(discretionary: false);

    private static readonly string[] DoneOutside = Outside(discretionary: true);

    /// <summary>受付番号 in the order of the queue, the first <paramref name="limit"/>: what is under way, then what is over. What was marked as heading is searched for everybody, the rest for the readers of the report.</summary>
    /// <param name="audiences">Audiences of the person who asks.</param>
    /// <param name="charges">What that person is in charge of (<see cref="Charge"/>): all there is for <c>mine</c>.</param>
    public async Task<IReadOnlyList<string>> Find(string tenant, CaseQuery query, string[] audiences, string[] charges, DateTimeOffset now, int limit, CancellationToken cancellation)
    {
        var folded = query.Search is { Length: > 0 } search ? Case.Fold(search.Length > 100 ? search[..100] : search) : "";
        string[]? candidates = await Candidates(tenant, Required(query, folded), cancellation);
        if (candidates is []) return [];

        var values = new List<object> { tenant, audiences };
        var where = new StringBuilder($"from {EventStore.Schema}.case_line where tenant_id = $1 and {Seen}");
        void And(string condition, object value)
        {
            values.Add(value);
            where.Append(CultureInfo.InvariantCulture, $" and {condition.Replace("?", $"${values.Count}", StringComparison.Ordinal)}");
        }

        if (query.Show == "overdue") And("next_due <= ?", now);
        if (query.Show == "mine") And("owners && ?", charges);
        if (query.Show == "outside")
        {
            And("(duty_keys && ?", OwedOutside);
            values.Add(DoneOutside);
            where.Append(CultureInfo.InvariantCulture, $" or exists (select from unnest(duty_keys, duty_seconds) as duty (key, seconds) where key = any (${values.Count}) and seconds is not null))");
        }
        if (query.SectionId is { Length: > 0 } section) And("section_id = ?", section);
        if (query.Kind is { } kind) And("kinds @> array[?]", kind.ToString());
        if (query.Severity == CaseQuery.Unrated) where.Append(" and severity is null");
        else if (Enum.TryParse<Severity>(query.Severity, out var severity)) And("severity = ?", (int)severity);
        if (candidates is not null) And("number = any (?)", candidates);
        if (folded.Length > 0) And("position(? in case when readers && $2 then words else heading end) > 0", folded);

        List<string> numbers = [];
        if (query.Show != "done") numbers = await Numbers($"{where} and not done order by rank, next_due, reported_at desc, number limit {limit}", values, cancellation);
        if (query.Show is "done" or "all" && numbers.Count < limit)
            numbers.AddRange(await Numbers($"{where} and done order by rank, next_due, reported_at desc, number limit {limit - numbers.Count}", values, cancellation));
        return numbers;
    }

    /// <summary>受付番号 of the open cases that the person may see and of those in which the person has an own duty, most urgent first; the latter may be over.</summary>
    public async Task<IReadOnlyList<string>> Waiting(string tenant, string[] audiences, string[] charges, int limit, CancellationToken cancellation) =>
        await Numbers($"from {EventStore.Schema}.case_line where tenant_id = $1 and {Seen} and (not done or owners && $3) order by rank, owners && $3 desc, next_due, number limit $4", [tenant, audiences, charges, limit], cancellation);

    /// <summary>受付番号 of what the person may see, newest first.</summary>
    public async Task<IReadOnlyList<string>> Newest(string tenant, string[] audiences, bool incidentsOnly, int limit, CancellationToken cancellation) =>
        await Numbers($"from {EventStore.Schema}.case_line where tenant_id = $1 and {Seen} and (incident or not $3) order by reported_at desc limit $4", [tenant, audiences, incidentsOnly, limit], cancellation);

    /// <summary>受付番号 of the open incidents that the person may see and that owe one of these duties, the nearest limit of these first.</summary>
    public async Task<IReadOnlyList<string>> Owing(string tenant, string[] audiences, string[] duties, int limit, CancellationToken cancellation) =>
        await Numbers($"""
            from {EventStore.Schema}.case_line cross join lateral (
                select min(due) as nearest from unnest(duty_keys, duty_seconds, duty_dues) as duty (key, seconds, due) where key = any ($3) and seconds is null) owed
            where tenant_id = $1 and not done and {Seen} and duty_keys && $3 and nearest is not null order by nearest, number limit $4
            """, [tenant, audiences, duties, limit], cancellation);

    /// <summary>受付番号 of the open incidents of one 重要度 that the person may see, next limit first.</summary>
    public async Task<IReadOnlyList<string>> Open(string tenant, string[] audiences, Severity severity, CancellationToken cancellation) =>
        await Numbers($"from {EventStore.Schema}.case_line where tenant_id = $1 and not done and severity = $3 and {Seen} order by next_due limit 100", [tenant, audiences, (int)severity], cancellation);

    /// <summary>受付番号 of the open cases with 119番・指令への影響 that the person may see, next limit first.</summary>
    public async Task<IReadOnlyList<string>> Emergencies(string tenant, string[] audiences, CancellationToken cancellation) =>
        await Numbers($"from {EventStore.Schema}.case_line where tenant_id = $1 and not done and rank = 0 and {Seen} order by next_due limit 100", [tenant, audiences], cancellation);

    // The person's own mark stands first among the audiences (NeedToKnow.AudiencesOf).
    private const string Seen = $"(audience && $2 and not audience @> array['{NeedToKnow.Not}' || $2[1]])";

    // 報道機関への公表 is no report.
    private static string[] Outside(bool discretionary) => [.. DutyTable.OfIncident.Where(d => !d.TowardsOutside.IsEmpty && d.Discretionary == discretionary && d.Key is not (Article19.Publication or Article19.FollowUpToPublic)).Select(d => d.Key)];

    private static string[] Required(CaseQuery query, string folded) =>
    [
        .. SearchGrams.Required(folded),
        .. query.SectionId is { Length: > 0 } section ? [SearchGrams.OfSection(section)] : Array.Empty<string>(),
        .. query.Kind is { } kind ? [SearchGrams.OfKind(kind)] : Array.Empty<string>(),
    ];

    /// <summary>The cases among which those looked for are; null when there are too many for this to help.</summary>
    private async Task<string[]?> Candidates(string tenant, string[] grams, CancellationToken cancellation)
    {
        if (grams.Length == 0) return null;

        var numbers = await Numbers($"from {EventStore.Schema}.case_line where tenant_id = $1 and grams @> $2 limit {Rare + 1}", [tenant, grams], cancellation);
        return numbers.Count > Rare ? null : [.. numbers];
    }

    private async Task<List<string>> Numbers(string sql, IEnumerable<object> values, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select number {sql}");
        foreach (var value in values) command.Parameters.AddWithValue(value);
        var numbers = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) numbers.Add(reader.GetString(0));
        return numbers;
    }
}

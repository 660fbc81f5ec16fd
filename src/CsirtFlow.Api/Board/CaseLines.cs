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

    /// <summary>受付番号 in the order of the queue, the first <paramref name="limit"/>.</summary>
    /// <param name="audiences">Audiences of the person who asks.</param>
    /// <param name="offices">Offices of that person, for <c>mine</c>.</param>
    public async Task<IReadOnlyList<string>> Find(string tenant, CaseQuery query, string[] audiences, string[] offices, DateTimeOffset now, int limit, CancellationToken cancellation)
    {
        var folded = query.Search is { Length: > 0 } search ? Case.Fold(search.Length > 100 ? search[..100] : search) : "";
        string[]? candidates = folded.Length > 0 ? await Candidates(tenant, folded, cancellation) : null;
        if (candidates is []) return [];

        await using var command = source.CreateCommand();
        var sql = new StringBuilder($"select number from {EventStore.Schema}.case_line where tenant_id = $1");
        command.Parameters.AddWithValue(tenant);
        void And(string condition, object? value = null)
        {
            if (value is not null) command.Parameters.AddWithValue(value);
            sql.Append(CultureInfo.InvariantCulture, $" and {condition.Replace("?", $"${command.Parameters.Count}", StringComparison.Ordinal)}");
        }

        And("audience && ?", audiences);
        if (query.Show == "done") And("done");
        else if (query.Show != "all") And("not done");
        if (query.Show == "overdue") And("next_due <= ?", now);
        if (query.Show == "mine") And("owners && ?", offices);
        if (query.SectionId is { Length: > 0 } section) And("section_id = ?", section);
        if (query.Kind is { } kind) And("kinds @> array[?]", kind.ToString());
        if (candidates is not null) And("number = any (?)", candidates);
        if (folded.Length > 0) And("position(? in words) > 0", folded);
        And("true order by done, rank, next_due, reported_at desc limit ?", limit);

        command.CommandText = sql.ToString();
        return await Numbers(command, cancellation);
    }

    /// <summary>受付番号 of the open cases that the person may see and of those in which one of the offices owes something, most urgent first; the latter may be nobody's business yet.</summary>
    public async Task<IReadOnlyList<string>> Waiting(string tenant, string[] audiences, string[] offices, int limit, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            $"select number from {EventStore.Schema}.case_line where tenant_id = $1 and ((not done and audience && $2) or owners && $3) order by rank, next_due limit $4");
        foreach (object value in new object[] { tenant, audiences, offices, limit }) command.Parameters.AddWithValue(value);
        return await Numbers(command, cancellation);
    }

    /// <summary>受付番号 of what the person may see, newest first.</summary>
    public async Task<IReadOnlyList<string>> Newest(string tenant, string[] audiences, bool incidentsOnly, int limit, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            $"select number from {EventStore.Schema}.case_line where tenant_id = $1 and audience && $2 and (incident or not $3) order by reported_at desc limit $4");
        foreach (object value in new object[] { tenant, audiences, incidentsOnly, limit }) command.Parameters.AddWithValue(value);
        return await Numbers(command, cancellation);
    }

    /// <summary>受付番号 of the open incidents of one 重要度 that the person may see, next limit first.</summary>
    public async Task<IReadOnlyList<string>> Open(string tenant, string[] audiences, Severity severity, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            $"select number from {EventStore.Schema}.case_line where tenant_id = $1 and not done and severity = $3 and audience && $2 order by next_due limit 100");
        foreach (object value in new object[] { tenant, audiences, (int)severity }) command.Parameters.AddWithValue(value);
        return await Numbers(command, cancellation);
    }

    /// <summary>The cases that may contain the words; null when there are too many for this to help.</summary>
    private async Task<string[]?> Candidates(string tenant, string folded, CancellationToken cancellation)
    {
        string[] grams = [.. SearchGrams.Required(folded)];
        if (grams.Length == 0) return null;

        await using var command = source.CreateCommand($"select number from {EventStore.Schema}.case_line where tenant_id = $1 and grams @> $2 limit {Rare + 1}");
        command.Parameters.AddWithValue(tenant);
        command.Parameters.AddWithValue(grams);
        var numbers = await Numbers(command, cancellation);
        return numbers.Count > Rare ? null : [.. numbers];
    }

    private static async Task<List<string>> Numbers(NpgsqlCommand command, CancellationToken cancellation)
    {
        var numbers = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) numbers.Add(reader.GetString(0));
        return numbers;
    }
}

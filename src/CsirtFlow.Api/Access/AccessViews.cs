using System.Text.Json;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Npgsql;

namespace CsirtFlow.Api.Access;

/// <summary>What the record is narrowed down to; null for all.</summary>
/// <param name="Number">受付番号.</param>
/// <param name="Day">JST date.</param>
public sealed record ViewFilter(string? Number = null, string? PersonId = null, DateOnly? Day = null);

/// <summary>Reads 閲覧の記録 from its rows. Who may see it is asked elsewhere.</summary>
public sealed class AccessViews(NpgsqlDataSource source)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<MatterViewed>> Find(string tenant, ViewFilter filter, int skip, int limit, CancellationToken cancellation)
    {
        var midnight = filter.Day is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(9)).ToUniversalTime() : (DateTimeOffset?)null;
        await using var command = source.CreateCommand($"""
            select data::text from {EventStore.Schema}.access_view where tenant_id = $1 and ($2::text is null or number = $2) and ($3::text is null or person_id = $3)
            and ($4::timestamptz is null or (viewed_at >= $4 and viewed_at < $4 + interval '1 day')) order by viewed_at desc, id offset $5 limit $6
            """);
        foreach (var value in new object?[] { tenant, filter.Number, filter.PersonId, midnight, skip, limit }) command.Parameters.AddWithValue(value ?? DBNull.Value);
        var found = new List<MatterViewed>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) found.Add(JsonSerializer.Deserialize<MatterViewed>(reader.GetString(0), Json.Strict)!);
        return found;
    }

    /// <summary>When the person has last looked at it in this way (UTC instant); null for never.</summary>
    public async Task<DateTimeOffset?> Last(string tenant, string number, string personId, ViewKind kind, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select viewed_at from {EventStore.Schema}.access_view where tenant_id = $1 and number = $2 and person_id = $3 and kind = $4 order by viewed_at desc limit 1");
        foreach (var value in new[] { tenant, number, personId, kind.ToString() }) command.Parameters.AddWithValue(value);
        return await command.ExecuteScalarAsync(cancellation) is DateTime at ? new DateTimeOffset(at) : null;
    }
}

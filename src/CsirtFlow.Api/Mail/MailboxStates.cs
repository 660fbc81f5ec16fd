using CsirtFlow.Api.Platform;
using Npgsql;

namespace CsirtFlow.Api.Mail;

/// <summary>受信箱の状態: when a mailbox was last looked into, and what has kept the service from it since.</summary>
/// <param name="ContactedAt">UTC instant; null where it never was.</param>
/// <param name="Problem">Empty where there is none.</param>
/// <param name="ProblemSince">UTC instant.</param>
public sealed record MailboxState(string Mailbox, DateTimeOffset? ContactedAt, string Problem, DateTimeOffset? ProblemSince)
{
    private static readonly TimeSpan Brief = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(15);

    /// <summary>Somebody has to know: it could not be read for a while, or nobody has looked into it.</summary>
    public bool IsTroubled(DateTimeOffset now) => (ProblemSince is { } since && now - since >= Brief) || (ContactedAt is { } at && now - at >= LongestSilence);
}

/// <summary>Keeps the state of the mailboxes where every node can read it: one of them alone looks into a mailbox.</summary>
public sealed class MailboxStates(NpgsqlDataSource source, TimeProvider clock)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string, string), DateTimeOffset> begun = new();

    /// <summary>What came longer before the first look is kept, and nobody is told or answered.</summary>
    public static readonly TimeSpan BeforeBegun = TimeSpan.FromDays(1);

    /// <summary>When the service looked into a mailbox for the first time (UTC instant).</summary>
    public async Task<DateTimeOffset> Begun(string tenant, string mailbox, CancellationToken cancellation)
    {
        if (begun.TryGetValue((tenant, mailbox), out var known)) return known;

        await using var command = source.CreateCommand($"insert into {EventStore.Schema}.mailbox_state as s (tenant_id, mailbox, begun_at, problem) values ($1, $2, $3, '') on conflict (tenant_id, mailbox) do update set begun_at = coalesce(s.begun_at, $3) returning begun_at");
        command.Parameters.AddWithValue(tenant);
        command.Parameters.AddWithValue(mailbox);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return begun[(tenant, mailbox)] = reader.GetFieldValue<DateTimeOffset>(0);
    }

    public Task Contacted(string tenant, string mailbox, CancellationToken cancellation) => Write(
        $"insert into {EventStore.Schema}.mailbox_state (tenant_id, mailbox, contacted_at, problem) values ($1, $2, $3, $4) on conflict (tenant_id, mailbox) do update set contacted_at = $3, problem = '', problem_since = null",
        tenant, mailbox, "", cancellation);

    public Task Failed(string tenant, string mailbox, string problem, CancellationToken cancellation) => Write(
        $"insert into {EventStore.Schema}.mailbox_state (tenant_id, mailbox, problem_since, problem) values ($1, $2, $3, $4) on conflict (tenant_id, mailbox) do update set problem = $4, problem_since = coalesce({EventStore.Schema}.mailbox_state.problem_since, $3)",
        tenant, mailbox, problem, cancellation);

    /// <summary>Those of a tenant; of all where it is null.</summary>
    public async Task<IReadOnlyList<MailboxState>> All(string? tenant, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select mailbox, contacted_at, problem, problem_since from {EventStore.Schema}.mailbox_state where $1::text is null or tenant_id = $1 order by mailbox");
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)tenant ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        var states = new List<MailboxState>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            states.Add(new(reader.GetString(0), await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), await reader.IsDBNullAsync(3, cancellation) ? null : reader.GetFieldValue<DateTimeOffset>(3)));
        return states;
    }

    private async Task Write(string sql, string tenant, string mailbox, string problem, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue(tenant);
        command.Parameters.AddWithValue(mailbox);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        command.Parameters.AddWithValue(problem);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

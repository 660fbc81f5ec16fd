using CsirtFlow.Api.Platform;
using Npgsql;

namespace CsirtFlow.Api.Record;

/// <summary>追記のみ: events, chain and files can be added to and nothing else, whoever asks. Part of <c>migrate</c>; Marten knows nothing of it and leaves it alone.</summary>
public static class RecordGuard
{
    /// <summary>Tables of which nothing is ever changed or taken away.</summary>
    public static readonly string[] AppendOnly = ["mt_events", "record_link", "evidence_file"];

    /// <summary>What makes the guard. A stream grows; it does not go.</summary>
    public static IEnumerable<string> Statements =>
    [
        $"""
        create or replace function {EventStore.Schema}.guard_record() returns trigger language plpgsql as $f$
        begin
            raise exception '% on %: the record is append-only', tg_op, tg_table_name using errcode = 'insufficient_privilege';
        end $f$
        """,
        .. AppendOnly.Select(table => Forbid("update or delete or truncate", table)),
        Forbid("delete or truncate", "mt_streams"),
    ];

    public static async Task Install(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var sql in Statements) await Execute(connection, sql, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static string Forbid(string what, string table) =>
        $"create or replace trigger guard_record before {what} on {EventStore.Schema}.{table} for each statement execute function {EventStore.Schema}.guard_record()";

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

using CsirtFlow.Api.Platform;
using Npgsql;

namespace CsirtFlow.Api.Record;

/// <summary>追記のみ: events and chain can be added to and nothing else, whoever asks; files and keys go with the event that says so (廃棄), and in no other way. Part of <c>migrate</c>; Marten knows nothing of it and leaves it alone.</summary>
public static class RecordGuard
{
    /// <summary>Tables of which nothing is ever changed or taken away.</summary>
    public static readonly string[] AppendOnly = ["mt_events", "record_link"];

    /// <summary>Tables whose rows go with an event (<see cref="Domain.MatterDisposed"/>), each with the column by which the event names a row, and the member in which it does.</summary>
    public static readonly (string Table, string Column, string Member)[] Disposable = [("evidence_file", "sha256", "files"), ("subject_key", "subject", "subjects")];

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
        .. Disposable.SelectMany(d => new[]
        {
            Forbid("update or truncate", d.Table),
            Disposal(d.Table, d.Column, d.Member),
            $"create or replace trigger guard_disposal after delete on {EventStore.Schema}.{d.Table} referencing old table as gone for each statement execute function {EventStore.Schema}.guard_disposal_of_{d.Table}()",
        }),
        Forbid("delete or truncate", "mt_streams"),
    ];

    public static async Task Install(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var sql in Statements) await Execute(connection, sql, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static string Disposal(string table, string column, string member) => $"""
        create or replace function {EventStore.Schema}.guard_disposal_of_{table}() returns trigger language plpgsql as $f$
        begin
            if exists (select from gone g where not exists (
                select from {EventStore.Schema}.mt_events e where e.tenant_id = g.tenant_id and e.type = '{Domain.MatterDisposed.StoredAs}' and e.xmin = pg_current_xact_id()::xid and e.data -> '{member}' ? g.{column})) then
                raise exception 'delete on {table}: no disposal of this transaction says so' using errcode = 'insufficient_privilege';
            end if;
            return null;
        end $f$
        """;

    private static string Forbid(string what, string table) =>
        $"create or replace trigger guard_record before {what} on {EventStore.Schema}.{table} for each statement execute function {EventStore.Schema}.guard_record()";

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

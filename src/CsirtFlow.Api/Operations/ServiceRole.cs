using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Record;
using Npgsql;

namespace CsirtFlow.Api.Operations;

/// <summary>
/// The role as which the service works, section <c>Database</c> of the configuration. It owns nothing: it cannot change what was recorded, nor lift the guard that
/// forbids it. The owner of the database runs <c>migrate</c>, which makes the role and gives it its rights anew after each change of the schema.
/// </summary>
public sealed class ServiceRole(IConfiguration configuration, NpgsqlDataSource source)
{
    private readonly string name = configuration["Database:ServiceRole"] ?? "", password = configuration["Database:ServicePassword"] ?? "";

    /// <summary>Does nothing where no role is configured.</summary>
    /// <exception cref="InvalidOperationException">The owner cannot make it.</exception>
    public async Task Grant(CancellationToken cancellation)
    {
        if (name.Length == 0) return;

        await using var connection = await source.OpenConnectionAsync(cancellation);
        var (role, schemas) = (Identifier(name), $"{EventStore.Schema}, {EventStore.MessageSchema}, {AccountsDb.Schema}");
        var record = string.Join(", ", RecordGuard.AppendOnly.Select(t => $"{EventStore.Schema}.{t}"));
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var known = new NpgsqlCommand("select exists (select from pg_roles where rolname = $1)", connection) { Parameters = { new() { Value = name } } };
        if (!(bool)(await known.ExecuteScalarAsync(cancellation))!)
        {
            if (password.Length < 16) throw new InvalidOperationException("Database__ServicePassword: set one of 16 characters or more, so that the role can be made.");
            await Execute(connection, $"create role {role} login nosuperuser nocreatedb nocreaterole noinherit", cancellation);
        }
        if (password.Length > 0) await Execute(connection, $"alter role {role} password '{password.Replace("'", "''", StringComparison.Ordinal)}'", cancellation);
        foreach (var sql in new[]
        {
            $"grant usage on schema {schemas} to {role}",
            $"grant select, insert, update, delete on all tables in schema {schemas} to {role}",
            $"grant usage, select, update on all sequences in schema {schemas} to {role}",
            $"grant execute on all functions in schema {EventStore.Schema}, {EventStore.MessageSchema} to {role}",
            $"revoke update, delete on {record} from {role}",
            $"revoke delete on {EventStore.Schema}.mt_streams from {role}",
        })
            await Execute(connection, sql, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

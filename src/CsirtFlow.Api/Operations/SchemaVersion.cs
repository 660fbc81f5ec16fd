using System.Security.Cryptography;
using System.Text;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Record;
using Marten;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wolverine;

namespace CsirtFlow.Api.Operations;

/// <summary>
/// Whether the database is as this version of the program needs it. <c>migrate</c> takes many steps, each of them whole, and writes the version down as its last: one that was stopped
/// in the middle has not written it, and the new program does not start before another has finished. Earlier programs find their own version still and go on.
/// </summary>
public sealed class SchemaVersion(IDocumentStore store, IServiceScopeFactory scopes, NpgsqlDataSource source)
{
    // One migration at a time.
    private const long Turn = 0x637369727466_03;

    private const string Table = $"{EventStore.Schema}.schema_version";

    /// <summary>Of everything that lies in the database: SHA-256 of what makes it, in hexadecimal.</summary>
    public async Task<string> Fingerprint()
    {
        await using var scope = scopes.CreateAsyncScope();
        string[] parts =
        [
            store.Storage.ToDatabaseScript(),
            typeof(WolverineOptions).Assembly.GetName().Version!.ToString(),
            .. scope.ServiceProvider.GetRequiredService<AccountsDb>().Database.GetMigrations(),
            .. RecordGuard.Statements,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }

    /// <summary>Waits until no other migration is under way; ends with the connection, whatever ends that.</summary>
    public async Task<IAsyncDisposable> TakeTurn(CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand($"set lock_timeout = 0; select pg_advisory_lock({Turn})", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    /// <summary>Everything has been done.</summary>
    public async Task WriteDown(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"insert into {Table} (fingerprint, applied_at) values ($1, now()) on conflict do nothing");
        command.Parameters.AddWithValue(await Fingerprint());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>False when nobody has brought the database to this version, or not to the end.</summary>
    public async Task<bool> IsThere(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select exists (select from {Table} where fingerprint = $1)");
        command.Parameters.AddWithValue(await Fingerprint());
        try
        {
            return (bool)(await command.ExecuteScalarAsync(cancellation))!;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.InsufficientPrivilege)
        {
            // An earlier version has made it, which wrote nothing down, or nobody has.
            return false;
        }
    }
}

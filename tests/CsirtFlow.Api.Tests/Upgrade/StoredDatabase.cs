using System.IO.Compression;
using System.Runtime.CompilerServices;
using Npgsql;

namespace CsirtFlow.Api.Tests.Upgrade;

/// <summary>Databases as earlier versions have left them, one for each state of the schema that was ever stored: <c>databases/NNNN-what-changed.sql.gz</c>. A file that is there is never touched.</summary>
/// <param name="Connection">To the copy that a test works with.</param>
internal sealed record StoredDatabase(string Connection)
{
    public const string SigningKeyFile = "record-key.pem";

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder(), "*.sql.gz").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    /// <summary>Of the service that has made them, where it had one; for these tests alone.</summary>
    public static string SigningKey => File.ReadAllText(Path.Combine(Folder(), SigningKeyFile));

    public static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "databases");

    /// <summary>A copy of one of them.</summary>
    public static async Task<StoredDatabase> Restored(AppFixture fixture, string name)
    {
        var plain = Path.Combine(fixture.Folder(), name[..^".gz".Length]);
        await using (var packed = new GZipStream(File.OpenRead(Path.Combine(Folder(), name)), CompressionMode.Decompress))
        await using (var unpacked = File.Create(plain)) await packed.CopyToAsync(unpacked);
        return new(await fixture.Restore(plain));
    }

    /// <summary>Brings it up to date as an operator does.</summary>
    public Task<(int Status, string Said)> Migrate() =>
        AppFixture.Operate("migrate", Connection, ("Database__ServiceRole", App.ServiceRole), ("Database__ServicePassword", App.ServicePassword), ("Logging__LogLevel__Default", "Warning"));

    public async Task Migrated()
    {
        var (status, said) = await Migrate();
        Assert.True(status == 0, said);
    }

    /// <summary>What a statement says, its rows as lines.</summary>
    public async Task<string[]> Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Connection) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var row = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await row.ReadAsync()) lines.Add(string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => row.GetValue(i))));
        return [.. lines];
    }

    // Marten lets the database work out 'now' when it makes a column.
    /// <summary>What there is: tables with their columns, indexes, constraints, triggers and functions of our schemas.</summary>
    public Task<string[]> Shape() => Ask("""
        select 'column ' || table_schema || '.' || table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' || coalesce(regexp_replace(column_default, '^''20.*', 'a moment'), '') from information_schema.columns where table_schema in ('csirt', 'wolverine', 'auth')
        union all select 'index ' || indexdef from pg_indexes where schemaname in ('csirt', 'wolverine', 'auth')
        union all select 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace::regnamespace::text in ('csirt', 'wolverine', 'auth') and conrelid <> 0
        union all select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace::regnamespace::text in ('csirt', 'wolverine', 'auth') and not t.tgisinternal
        union all select 'function ' || pg_get_functiondef(p.oid) from pg_proc p where p.pronamespace::regnamespace::text in ('csirt', 'wolverine', 'auth')
        order by 1
        """);
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Testcontainers.PostgreSql;

namespace CsirtFlow.Api.Tests;

/// <summary>
/// One PostgreSQL for all tests of an assembly: the server in CSIRTFLOW_TEST_PG, else a container where an engine
/// answers, else a cluster of our own from the programs on this machine. Every test class takes its own database.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    // The same image as in docker-compose.yml and script/postgres.
    private const string Image = "postgres:17.7-bookworm";

    private const string Missing =
        "No PostgreSQL for the tests: run script/test, install Debian's package 'postgresql', start a container engine, or set CSIRTFLOW_TEST_PG.";

    private static readonly string[] s_hasty = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=400"];

    /// <summary>Keeps what it has confirmed, whatever happens to it: for tests in which it crashes. The others have no time for that.</summary>
    public bool Durable { get; init; }

    /// <summary>Bytes that no file of the server may exceed, so that it finds a full disk; 0 for none. Of a local server alone.</summary>
    public long LargestFile { get; init; }

    /// <summary>Size of a disk for the write-ahead log alone; 0 for none. Of a local server alone, and by root, who may mount one; the server is started again whenever it ends.</summary>
    public int LogMegabytes { get; init; }

    /// <summary>That disk, and what the server says.</summary>
    public (string Disk, string Log) LogDisk => _cluster is { } cluster ? (cluster.LogDisk, Path.Combine(cluster.Folder, "log")) : throw new InvalidOperationException("Only a local server has one.");

    // Each piece of the log is made anew and given back: a full disk shows at the next one.
    private string[] Settings => LogMegabytes > 0 ? ["max_connections=400", "wal_recycle=off", "min_wal_size=2MB", "max_wal_size=8MB"] : Durable ? ["max_connections=400"] : s_hasty;

    private string? _server;
    private PostgreSqlContainer? _container;
    private LocalCluster? _cluster;

    /// <summary>Connects to the server's own database, as a role that may create others.</summary>
    public string Server => _server ?? throw new InvalidOperationException(Missing);

    public async ValueTask InitializeAsync()
    {
        _server = Environment.GetEnvironmentVariable("CSIRTFLOW_TEST_PG") is { Length: > 0 } given
            ? given
            : LargestFile == 0 && LogMegabytes == 0 && await ContainerAsync() is { } contained ? contained : await ClusterAsync();
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
    }

    /// <summary>A new database, empty or a copy of <paramref name="template"/> (its name or its connection string).</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = "t_" + Guid.NewGuid().ToString("N")[..12];
        var origin = template?.Contains('=', StringComparison.Ordinal) == true
            ? new NpgsqlConnectionStringBuilder(template).Database
            : template;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"create database {name}" + (origin is null ? "" : $" template \"{origin}\"");
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString;
    }

    /// <summary>The database as <c>pg_dump</c> writes it, as plain SQL.</summary>
    public async Task<string> DumpAsync(string database, params string[] options)
    {
        var of = new NpgsqlConnectionStringBuilder(database);
        if (_container is not null)
        {
            var inside = await _container.ExecAsync(["pg_dump", "-U", of.Username!, "-d", of.Database!, .. options]);
            return inside.ExitCode == 0 ? inside.Stdout : throw new InvalidOperationException(inside.Stderr);
        }

        return await LocalAsync(of, ["pg_dump", "-U", of.Username!, "-d", of.Database!, .. options]);
    }

    /// <summary>A new database with what a dump holds.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> RestoreAsync(string dump)
    {
        var database = await CreateDatabaseAsync();
        var of = new NpgsqlConnectionStringBuilder(database);
        string[] psql = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-U", of.Username!, "-d", of.Database!];
        if (_container is not null)
        {
            await _container.CopyAsync(new FileInfo(dump), "/tmp");
            var inside = await _container.ExecAsync([.. psql, "-f", $"/tmp/{Path.GetFileName(dump)}"]);
            return inside.ExitCode == 0 ? database : throw new InvalidOperationException(inside.Stderr);
        }

        await LocalAsync(of, [.. psql, "-f", dump]);
        return database;
    }

    private static async Task<string> LocalAsync(NpgsqlConnectionStringBuilder of, string[] command)
    {
        var start = new ProcessStartInfo(Path.Combine(LocalCluster.FindPrograms() ?? throw new InvalidOperationException(Missing), command[0]), [.. command[1..], "-h", of.Host!, "-p", of.Port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PGPASSWORD"] = of.Password;
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said[0] : throw new InvalidOperationException(said[1]);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_container is not null)
        {
            await _container.DisposeAsync();
        }

        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }

    private async Task<string?> ContainerAsync()
    {
        if (!await EngineAnswersAsync())
        {
            return null;
        }

        var container = new PostgreSqlBuilder(Image)
            .WithEnvironment("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C.UTF-8")
            .WithCommand([.. Settings.SelectMany(setting => new[] { "-c", setting })])
            .Build();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
            await container.StartAsync(patience.Token);
            _container = container;
            return container.GetConnectionString();
        }
        catch (Exception) when (LocalCluster.FindPrograms() is not null)
        {
            // The engine answers but cannot have the image, for instance without a network.
            await container.DisposeAsync();
            return null;
        }
    }

    private static async Task<bool> EngineAnswersAsync()
    {
        var host = new Uri(Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } set ? set : "unix:///var/run/docker.sock");
        var local = string.Equals(host.Scheme, "unix", StringComparison.Ordinal);
        EndPoint engine = local ? new UnixDomainSocketEndPoint(host.AbsolutePath) : new DnsEndPoint(host.Host, host.Port);
        using var socket = local
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(engine).WaitAsync(TimeSpan.FromSeconds(3));
            return true;
        }
        catch (Exception e) when (e is SocketException or TimeoutException)
        {
            return false;
        }
    }

    private async Task<string> ClusterAsync()
    {
        _cluster = new LocalCluster(LocalCluster.FindPrograms() ?? throw new InvalidOperationException(Missing), LargestFile, LogMegabytes);
        return await _cluster.StartAsync(Settings);
    }
}

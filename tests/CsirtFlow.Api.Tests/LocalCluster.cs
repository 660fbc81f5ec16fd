using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CsirtFlow.Api.Tests;

/// <summary>A throw-away cluster that cannot outlive the test process, however that ends.</summary>
internal sealed class LocalCluster(string programs, long largestFile, int logMegabytes = 0) : IAsyncDisposable
{
    // Standard input is the leash: the system closes it even when the tests are killed. What this shell does not do:
    // listen to Ctrl-C, which reaches the whole process group and would leave the folder behind.
    private const string Keeper = """
        set -u
        trap '' INT
        exec 3<&0 </dev/null
        umask 077
        [ "$largest" = 0 ] || ulimit -f "$largest"
        if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
            owner=postgres; id -u "$owner" >/dev/null 2>&1 || owner=nobody
            as_owner() { exec setpriv --reuid "$owner" --regid "$(id -g "$owner")" --init-groups -- "$@"; }
        else
            owner=; as_owner() { exec "$@"; }
        fi
        mkdir "$dir" && cd "$dir" && printf '%s' "$password" >password || exit 1
        if [ -n "$owner" ]; then
            chown "$owner" . password
            (as_owner test -w "$dir") || { echo "the user $owner cannot reach $dir; set TMPDIR to a folder that it can reach." >&2; rm -rf "$dir"; exit 1; }
        fi
        if [ "$log_megabytes" != 0 ]; then # a disk of its own for the write-ahead log, in small pieces
            mkdir disk && mount -t tmpfs -o "size=${log_megabytes}m,mode=777" tmpfs disk || { rm -rf "$dir"; exit 1; }
            wal="--waldir=$dir/disk/wal --wal-segsize=1"
        else
            wal=
        fi
        (as_owner "$programs/initdb" -D data -U postgres -A scram-sha-256 --pwfile=password -E UTF8 --locale=C.UTF-8 --no-sync $wal) >log 2>&1 ||
            { tail -n 1 log >&2; rm -rf "$dir"; exit 1; }
        start() {
            as_owner "$programs/postgres" -D data -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= "$@" >>log 2>&1 3<&- &
            server=$!
            echo "$server" >server
        }
        start "$@"
        { read -r _ <&3; : >over; kill -QUIT "$(cat server)"; } 2>/dev/null &
        wait "$server" || [ "$log_megabytes" != 0 ] || tail -n 1 log >&2
        # Where the disk is full it may have ended for good: whoever runs it starts it again and again.
        while [ "$log_megabytes" != 0 ] && [ ! -e over ]; do
            sleep 1
            [ -e over ] || { start "$@"; wait "$server"; }
        done
        [ "$log_megabytes" = 0 ] || umount disk
        cd / && rm -rf "$dir"
        """;

    private Process? _keeper;

    /// <summary>Where it lives.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "csirtflow-tests-" + Guid.NewGuid().ToString("N")[..12]);

    /// <summary>The disk of the write-ahead log, where it has one of its own.</summary>
    public string LogDisk => Path.Combine(Folder, "disk");

    /// <summary>The folder of the newest server's programs, or null.</summary>
    public static string? FindPrograms()
    {
        const string Debian = "/usr/lib/postgresql";
        var debian = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathRooted);
        return debian.Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));

        static double Version(string folder) =>
            double.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;
    }

    public async Task<string> StartAsync(IEnumerable<string> settings)
    {
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = FreePort(),
            Username = "postgres",
            Password = Guid.NewGuid().ToString("N"),
            Database = "postgres",
        };
        var start = new ProcessStartInfo("/bin/sh", ["-c", Keeper, "postgres", .. settings.SelectMany(setting => new[] { "-c", setting })])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["programs"] = programs;
        start.Environment["dir"] = Folder;
        start.Environment["log_megabytes"] = logMegabytes.ToString(CultureInfo.InvariantCulture);
        start.Environment["port"] = connection.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["password"] = connection.Password;
        start.Environment["largest"] = (largestFile / 512).ToString(CultureInfo.InvariantCulture);
        start.Environment["LC_ALL"] = "C.UTF-8";
        _keeper = Process.Start(start)!;
        var complaints = _keeper.StandardError.ReadToEndAsync();

        var waited = Stopwatch.StartNew();
        while (!await AnswersAsync(connection.ConnectionString))
        {
            if (_keeper.HasExited)
            {
                throw new InvalidOperationException($"The PostgreSQL in {programs} did not start: {(await complaints).Trim()}");
            }

            if (waited.Elapsed > TimeSpan.FromMinutes(1))
            {
                throw new InvalidOperationException($"The PostgreSQL in {programs} does not answer after a minute.");
            }

            await Task.Delay(50);
        }

        return connection.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (_keeper is not null)
        {
            _keeper.StandardInput.Close();
            await _keeper.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
            _keeper.Dispose();
        }
    }

    private static async Task<bool> AnswersAsync(string connectionString)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

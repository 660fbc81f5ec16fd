using System.Collections.Concurrent;
using System.Diagnostics;
using CsirtFlow.Api.Platform;
using Microsoft.Extensions.Time.Testing;

[assembly: AssemblyFixture(typeof(CsirtFlow.Api.Tests.AppFixture))]
// Tests with servers and processes of their own wait more than they compute.
[assembly: Xunit.v3.Parallelization(MaxThreads = 3)]

namespace CsirtFlow.Api.Tests;

/// <summary>
/// One PostgreSQL for the assembly with a template that the program's own commands have made (migrate, seed-demo).
/// Tests that leave the clock alone share one service and keep apart by case; a class that moves it starts its own on a copy.
/// </summary>
public sealed class AppFixture : IAsyncLifetime
{
    /// <summary>月曜日, the first day of 令和12年度, nine o'clock in Japan (UTC instant).</summary>
    public static readonly DateTimeOffset Start = new(2030, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PostgresFixture postgres = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("csirtflow-tests-");
    private readonly ConcurrentDictionary<App, bool> started = [];
    private string? template;
    private Lazy<Task<App>>? shared;

    /// <summary>The service that tests share which never move its clock.</summary>
    public Task<App> Shared() => shared!.Value;

    public async ValueTask InitializeAsync()
    {
        await postgres.InitializeAsync();
        template = await postgres.CreateDatabaseAsync();
        await Operated("migrate", template, ("Database__ServiceRole", App.ServiceRole), ("Database__ServicePassword", App.ServicePassword));
        await Operated("seed-demo", template);
        shared = new(() => Own());
    }

    /// <summary>A database of its own: migrated and with the demonstration organisation, or empty.</summary>
    public Task<string> Database(bool empty = false) => postgres.CreateDatabaseAsync(empty ? null : template);

    /// <summary>Writes a dump of the database, as an operator does.</summary>
    /// <returns>Path of the file.</returns>
    public async Task<string> Dump(string database)
    {
        var path = Path.Combine(Folder(), "dump.sql");
        await File.WriteAllTextAsync(path, await DumpText(database));
        return path;
    }

    /// <summary>The same, as text.</summary>
    public Task<string> DumpText(string database, params string[] options) => postgres.DumpAsync(database, options);

    /// <summary>A service on what a dump holds, with a folder of its own where mails arrive</summary>
    public App Restored(string database, FakeTimeProvider clock, params (string Name, string Value)[] settings) => Started(database, clock, Folder(), settings);

    /// <summary>A service whose clock stands at another moment.</summary>
    public async Task<App> OwnAt(DateTimeOffset moment) => Started(await Database(), new FakeTimeProvider(moment), Folder(), []);

    /// <summary>A new database with what a dump holds.</summary>
    public Task<string> Restore(string dump) => postgres.RestoreAsync(dump);

    /// <summary>A service with a database, a clock and a mail folder of its own.</summary>
    public async Task<App> Own(params (string Name, string Value)[] settings) => Started(await Database(), new FakeTimeProvider(Start), Folder(), settings);

    /// <summary>The same installation started again: same database, clock and mail folder.</summary>
    public async Task<App> Again(App before, params (string Name, string Value)[] settings)
    {
        await before.DisposeAsync();
        return Started(before.Database, before.Clock, before.MailFolder, settings);
    }

    public string Folder() => folder.CreateSubdirectory(Path.GetRandomFileName()).FullName;

    /// <summary>Runs a command of the program, as an operator does.</summary>
    public static async Task<(int Status, string Said)> Operate(string command, string database, params (string Name, string Value)[] settings)
    {
        using var process = Program(database, [("ASPNETCORE_ENVIRONMENT", "Development"), .. settings], command.Split(' '));
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return (process.ExitCode, string.Concat(said));
    }

    // Beside the tests it would find their libraries, and searches every one for commands.
    private static string Built => AppContext.BaseDirectory.Replace($"tests{Path.DirectorySeparatorChar}CsirtFlow.Api.Tests", $"src{Path.DirectorySeparatorChar}CsirtFlow.Api", StringComparison.Ordinal) + "CsirtFlow.Api.dll";

    /// <summary>The built service as a process of its own.</summary>
    public static Process Program(string database, IEnumerable<(string Name, string Value)> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Built, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["ConnectionStrings__" + EventStore.ConnectionName] = database;
        // Most of these processes live for seconds: what they compile thoroughly they run once.
        start.Environment["DOTNET_TC_QuickJit"] = "1";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in started.Keys) await app.DisposeAsync();
        await postgres.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private App Started(string database, FakeTimeProvider clock, string mailFolder, (string Name, string Value)[] settings)
    {
        var app = new App(database, clock, mailFolder, settings);
        // What has ended is let go of: hundreds of services would be looked through at every collection.
        app.Ended = () => started.TryRemove(app, out _);
        started.TryAdd(app, true);
        app.CreateClient().Dispose();
        return app;
    }

    private static async Task Operated(string command, string database, params (string Name, string Value)[] settings)
    {
        var (status, said) = await Operate(command, database, settings);
        Assert.True(status == 0, $"{command} ended with {status}: {said}");
    }
}

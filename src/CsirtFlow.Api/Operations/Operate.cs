using System.Globalization;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Demonstration;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.PersonalData;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Record;
using CsirtFlow.Api.Recovery;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using JasperFx;
using Marten;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wolverine.Persistence.Durability;

namespace CsirtFlow.Api.Operations;

/// <summary>The commands of the program: <c>migrate</c>, <c>seed-demo</c>, <c>rebuild-queue</c>, <c>prepare-drill</c>, <c>verify</c>, <c>create-signing-key</c>, <c>after-restore</c>, everything that JasperFx brings (<c>codegen</c>, <c>projections</c> …), and without a word it serves.</summary>
public static class Operate
{
    /// <summary>Says what is missing in one sentence instead of a stack trace.</summary>
    public static bool IsConfigured(IConfiguration configuration)
    {
        if (configuration.GetConnectionString(EventStore.ConnectionName) is { Length: > 0 }) return true;

        Console.Error.WriteLine("No database is configured: set ConnectionStrings__csirtflow.");
        return false;
    }

    /// <summary>The schema changes by <c>migrate</c> alone, never silently at start: the service works as a role that could not.</summary>
    public static bool KeepsSchema { get; } = Environment.GetCommandLineArgs().ElementAtOrDefault(1) != "migrate";

    /// <summary>Before anything is set up: secrets may lie in files, each named as its setting; and after a restoration nothing may leave the service.</summary>
    public static void Prepare(WebApplicationBuilder builder, string[] args)
    {
        if (builder.Configuration["SecretsDirectory"] is { Length: > 0 } folder) builder.Configuration.AddKeyPerFile(folder, optional: false);
        // Nor does anybody sign in, and the master key, without which the keys of cookies cannot be read, may still lie elsewhere.
        if (args.FirstOrDefault() is "after-restore") builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Mail:Hold"] = "true", ["Record:Nightly"] = "false", ["Urls"] = "http://127.0.0.1:0", ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "None" });
    }

    public static async Task<int> RunOrOperate(this WebApplication app, string[] args)
    {
        try
        {
            if (NeedsSchema(args.FirstOrDefault()) && !await app.Services.GetRequiredService<SchemaVersion>().IsThere(default))
            {
                await Console.Error.WriteLineAsync("The database was not brought to this version, or not to the end: run 'migrate' as its owner, then start again.");
                return 1;
            }
            switch (args.FirstOrDefault())
            {
                case "migrate":
                    await Migrate(app);
                    return 0;
                case "seed-demo":
                    await DemonstrationOrganisation.Seed(app.Services);
                    return 0;
                case "prepare-drill" when args.Length is 2:
                    await using (var scope = app.Services.CreateAsyncScope()) Console.WriteLine($"Drills are held at {await scope.ServiceProvider.GetRequiredService<DrillGround>().Prepare(args[1])}");
                    return 0;
                case "create-signing-key":
                    Console.WriteLine(RecordKey.Create());
                    return 0;
                case "after-restore" when args.Length <= 2:
                    await AfterRestored(app, args.ElementAtOrDefault(1));
                    return 0;
                case "verify":
                    return await Verify(app, args[1..]) ? 0 : 1;
                case "rebuild-queue":
                    await RebuildQueue(app);
                    return 0;
                case null or "run" or ['-', ..] when !Seals(app):
                    return 1;
                default:
                    return await app.RunJasperFxCommands(args);
            }
        }
        catch (Exception e) when (args.FirstOrDefault() is "migrate" && e is not OutOfMemoryException)
        {
            await Console.Error.WriteLineAsync($"The database could not be brought up to date: {e.GetBaseException().Message} What was not finished was not kept; run 'migrate' again.");
            return 1;
        }
        catch (Exception e) when (IsOurs(args.FirstOrDefault()) && e is InvalidOperationException or TimeoutException or UnknownOrganisationException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (NpgsqlException e)
        {
            await Console.Error.WriteLineAsync($"The database does not answer: {e.Message}");
            return 1;
        }
    }

    // No report may fail for want of the key that seals it.
    private static bool Seals(WebApplication app)
    {
        try
        {
            return app.Services.GetRequiredService<PersonalSeal>() is not null;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            Console.Error.WriteLine(e.Message);
            return false;
        }
    }

    // Serving, and what works with the data: everything but what JasperFx brings.
    private static bool NeedsSchema(string? command) => command is null or "run" || command.StartsWith('-') || (IsOurs(command) && command is not ("migrate" or "create-signing-key"));

    private static bool IsOurs(string? command) => command is "migrate" or "seed-demo" or "prepare-drill" or "create-signing-key" or "after-restore" or "verify" or "rebuild-queue";

    /// <summary>
    /// Brings the database to this version: events and documents, messages, accounts. Safe to repeat: each step is whole or has not happened, and one that was done is passed over.
    /// </summary>
    private static async Task Migrate(WebApplication app)
    {
        var version = app.Services.GetRequiredService<SchemaVersion>();
        await using var turn = await version.TakeTurn(default);
        await app.Services.GetRequiredService<IDocumentStore>().Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        await app.Services.GetRequiredService<IMessageStore>().Admin.MigrateAsync();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountsDb>().Database.MigrateAsync();
        // Keys of cookies that an earlier version has kept open: people sign in once more.
        await scope.ServiceProvider.GetRequiredService<AccountsDb>().DataProtectionKeys.Where(k => k.Xml!.Contains("<masterKey")).ExecuteDeleteAsync();
        await RecordGuard.Install(app.Services.GetRequiredService<NpgsqlDataSource>(), default);
        await new ServiceRole(app.Configuration, app.Services.GetRequiredService<NpgsqlDataSource>()).Grant(default);
        var first = !await version.IsThere(default);
        if (first) await Say(app.Services.GetRequiredService<StateRebuild>().Run(default), "states were folded anew.");
        if (await app.Services.GetRequiredService<NoticeRebuild>().IsNeeded()) await Say(app.Services.GetRequiredService<NoticeRebuild>().Run(), "streams of notices were listed.");
        if (first || await app.Services.GetRequiredService<QueueRebuild>().IsNeeded()) await RebuildQueue(app);
        await version.WriteDown(default);
        Console.WriteLine("The database is up to date.");
    }

    private static async Task AfterRestored(WebApplication app, string? numbers)
    {
        if (!int.TryParse(numbers ?? $"{AfterRestore.PassedOver}", NumberStyles.None, CultureInfo.InvariantCulture, out var passedOver)) throw new InvalidOperationException($"'{numbers}' is no number of 受付番号 to pass over.");

        var after = app.Services.GetRequiredService<AfterRestore>();
        var end = await after.End(default);
        await app.StartAsync();
        await after.Settle(passedOver, default);
        await app.StopAsync();
        var passed = await after.Record(end, passedOver, default);

        Console.WriteLine($"The record ends at {Reiwa.OnScreen(end)}; what came after it is lost. {passedOver} numbers were passed over.");
        foreach (var limit in passed) Console.WriteLine($"Passed meanwhile: {limit.Case} {limit.Duty} {Reiwa.OnScreen(limit.Due)}{(limit.IsLegal ? " 期限（法令）" : "")}");
        Console.WriteLine("Notices that may have been sent already are held back under /notices.");
    }

    private static async Task<bool> Verify(WebApplication app, string[] kept)
    {
        if (Array.Find(kept, k => RecordHead.Parse(k) is null) is { } wrong) throw new InvalidOperationException($"'{wrong}' is no head of the record (position:hash).");

        var verdict = await app.Services.GetRequiredService<RecordCheck>().Verify(kept.Select(k => RecordHead.Parse(k)!), default);
        foreach (var line in RecordText.Of(verdict)) Console.WriteLine(line);
        return verdict.Fits;
    }

    private static Task RebuildQueue(WebApplication app) => Say(app.Services.GetRequiredService<QueueRebuild>().Run(), "reports: the queue was made anew from them.");

    private static async Task Say(Task<int> done, string what)
    {
        if (await done is > 0 and var count) Console.WriteLine($"{count} {what}");
    }
}

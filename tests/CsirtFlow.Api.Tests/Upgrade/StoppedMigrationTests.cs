using System.Diagnostics;

namespace CsirtFlow.Api.Tests.Upgrade;

/// <summary><c>migrate</c> is stopped in the middle: nothing is half, nobody works on what is not finished, and the next one finishes it.</summary>
public sealed class StoppedMigrationTests(AppFixture fixture)
{
    private const string Trap = """
        create schema trap;
        create sequence trap.steps;
        create table trap.at (step int);
        insert into trap.at values (0);
        create function trap.spring() returns event_trigger language plpgsql as $f$
        begin
            if nextval('trap.steps') >= (select step from trap.at) then raise exception 'It was stopped here.'; end if;
        end $f$;
        create event trigger trap on ddl_command_end execute function trap.spring();
        """;

    private const string Events = "select seq_id, id, stream_id, version, type, timestamp, data from csirt.mt_events order by seq_id";

    [Fact]
    public async Task Stopped_at_any_step_nothing_is_half_and_the_next_one_finishes()
    {
        var old = await StoredDatabase.Restored(fixture, StoredDatabase.Names.First());
        var events = await old.Ask(Events);
        await old.Ask(Trap);

        var stops = 0;
        for (var step = 1; ; step *= 3)
        {
            await old.Ask($"select setval('trap.steps', 1, false); update trap.at set step = {step}");
            var (status, said) = await old.Migrate();
            if (status == 0) break;

            stops++;
            Assert.Contains("It was stopped here. What was not finished was not kept; run 'migrate' again.", said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
            Assert.Equal(events, await old.Ask(Events));
            if (stops <= 2) await Refuses(old);
        }

        Assert.InRange(stops, 3, int.MaxValue);
        await old.Ask("drop event trigger trap; drop schema trap cascade");
        Assert.Empty((await new StoredDatabase(await fixture.Database()).Shape()).Except(await old.Shape()));
        Assert.Equal(events, await old.Ask(Events));
    }

    [Fact]
    public async Task What_another_version_has_made_is_not_served_before_it_is_brought_up_to_date()
    {
        var other = new StoredDatabase(await fixture.Database());
        await other.Ask("update csirt.schema_version set fingerprint = repeat('0', 64)");

        await Refuses(other);

        await other.Migrated();
        Assert.Equal(["2"], await other.Ask("select count(*) from csirt.schema_version"));
    }

    [Fact]
    public async Task Rows_that_a_stopped_migration_has_not_made_are_made_by_the_next()
    {
        var old = await StoredDatabase.Restored(fixture, StoredDatabase.Names.First());
        await old.Migrated();
        var (notices, lines) = (await old.Ask("select id, data from csirt.notice order by id"), await old.Ask("select number from csirt.case_line order by 1"));
        await old.Ask("delete from csirt.notice where id in (select id from csirt.notice order by id offset 2); delete from csirt.case_line where number in (select number from csirt.case_line order by number offset 1)");

        await old.Migrated();

        Assert.Equal(notices, await old.Ask("select id, data from csirt.notice order by id"));
        Assert.Equal(lines, await old.Ask("select number from csirt.case_line order by 1"));
    }

    [Fact]
    public async Task Of_two_at_once_one_waits_and_goes_on_when_the_other_is_killed()
    {
        var old = await StoredDatabase.Restored(fixture, StoredDatabase.Names.First());
        await using var held = new Npgsql.NpgsqlConnection(old.Connection);
        await held.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await held.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var hold = new Npgsql.NpgsqlCommand("lock table csirt.mt_streams in access exclusive mode", held)) await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        using var first = Migration(old, "Options=-c lock_timeout=0");
        await Service.Until(() => Waits(old, "relation"), "the first to wait for the table");
        using var second = Migration(old, "");
        await Service.Until(() => Waits(old, "advisory"), "the second to wait for its turn");
        first.Kill();
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        var said = await second.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await second.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(second.ExitCode == 0, said);
        Assert.Empty((await new StoredDatabase(await fixture.Database()).Shape()).Except(await old.Shape()));
    }

    private static Process Migration(StoredDatabase old, string more) =>
        AppFixture.Program($"{old.Connection};{more}", [("ASPNETCORE_ENVIRONMENT", "Development"), ("Logging__LogLevel__Default", "Warning"), ("Database__ServiceRole", App.ServiceRole), ("Database__ServicePassword", App.ServicePassword)], "migrate");

    private static async Task<bool> Waits(StoredDatabase old, string kind) =>
        (await old.Ask($"select 1 from pg_locks where not granted and locktype = '{kind}' and database = (select oid from pg_database where datname = current_database())")).Length > 0;

    private static async Task Refuses(StoredDatabase old)
    {
        using var process = AppFixture.Program(old.Connection, [("ASPNETCORE_ENVIRONMENT", "Development"), ("Logging__LogLevel__Default", "Warning")], "--urls", "http://127.0.0.1:0");
        try
        {
            var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(3));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal((1, true), (process.ExitCode, said.Contains("run 'migrate' as its owner", StringComparison.Ordinal)));
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}

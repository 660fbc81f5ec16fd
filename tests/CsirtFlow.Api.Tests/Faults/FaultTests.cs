using System.Diagnostics;
using System.Net;
using CsirtFlow.Domain;
using Npgsql;

namespace CsirtFlow.Api.Tests.Faults;

/// <summary>What a bad night brings, under load, with a PostgreSQL that nobody else uses.</summary>
public sealed class FaultTests
{
    internal static readonly (string, string)[] Settings = [("SingleNode", "false"), ("Limits__ReportsPerTenMinutes", "1000000"), ("Record__SigningKey", App.SigningKey), ("Record__Nightly", "false"), ("Persons__MasterKey", Convert.ToBase64String(new byte[32]))];

    [Fact]
    public async Task Nodes_databases_and_lines_fail_in_turn_and_no_report_or_notice_is_lost_or_doubled()
    {
        await using var postgres = new PostgresFixture { Durable = true };
        await postgres.InitializeAsync();
        var database = await Prepared(postgres);
        var mails = Directory.CreateTempSubdirectory("csirtflow-faults-");
        using var line = new Line(new NpgsqlConnectionStringBuilder(database).Port);
        var far = new NpgsqlConnectionStringBuilder(database) { Port = line.Port, CommandTimeout = 5 }.ConnectionString;
        using var first = await Service.Start(database, [.. Settings, ("Mail__PickupDirectory", mails.FullName)]);
        using var second = await Service.Start(far, [.. Settings, ("Mail__PickupDirectory", mails.FullName)]);
        await using var load = new Load(first, second);
        await Reached(load, 20);

        await Crash(database);
        await Reached(load, load.Acknowledged.Count + 20);
        line.Freeze();
        await Reached(load, load.Acknowledged.Count + 10);
        line.Thaw();
        await Reached(load, load.Acknowledged.Count + 20);
        first.Kill();
        await Reached(load, load.Acknowledged.Count + 20);
        await Crash(database);
        await Reached(load, load.Acknowledged.Count + 20);
        await load.Stop();

        var reports = load.Acknowledged.Distinct().ToList();
        Assert.Equal(load.Acknowledged.Count, reports.Count);
        Assert.Equal(reports.Count, await Count(database, $"csirt.mt_doc_report where data ->> 'number' in ({string.Join(',', reports.Select(n => $"'{n}'"))})"));
        // What waited with the dead node goes out with the other.
        var all = await EveryNoticeIsOut(database, second);
        // A number that was given out and never acknowledged belongs to a report all the same.
        Assert.InRange(all, reports.Count, reports.Count + 6);
        Assert.Equal(0, await Count(database, "(select 1 from csirt.mt_events where type = 'notice_accepted' group by data ->> 'notice' having count(*) > 1) twice"));
        Assert.Equal(all, await Count(database, "csirt.mt_doc_dutyalarm"));
        Assert.Equal("", await Text(database, "select string_agg(distinct message_type || ': ' || exception_type || ' ' || exception_message, '; ') from wolverine.wolverine_dead_letters"));
        var (status, said) = await AppFixture.Operate("verify", database, ("Record__SigningKey", App.SigningKey));
        Assert.True(status == 0, said);
        mails.Delete(recursive: true);
    }

    [Fact]
    public async Task A_full_disk_takes_no_half_of_a_report_and_the_others_go_on()
    {
        // Two files of twelve megabytes where no table may grow beyond twenty: the second finds no place.
        await using var full = new PostgresFixture { LargestFile = 20 * 1024 * 1024 };
        await full.InitializeAsync();
        var database = await Prepared(full);
        using var service = await Service.Start(database, [.. Settings, ("Mail__PickupDirectory", Directory.CreateTempSubdirectory("csirtflow-faults-").FullName)]);
        Assert.Equal(HttpStatusCode.SeeOther, await WithFile(service, 1));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await WithFile(service, 2));
        await service.Report();

        Assert.Equal(1, await Count(database, "csirt.evidence_file"));
        Assert.Equal(2, await Count(database, "csirt.mt_doc_report"));
        Assert.Equal(2, await Count(database, "csirt.mt_streams where id like 'report/%'"));
    }

    internal static Task Reached(Load load, int reports) => Service.Until(() => Task.FromResult(load.Acknowledged.Count >= reports), $"{reports} reports");

    // One process of the server dies the hard way: it ends all others, and recovers from its logs.
    private static async Task Crash(string database)
    {
        await using (var victim = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString))
        {
            await victim.OpenAsync();
            Process.GetProcessById(victim.ProcessID).Kill();
        }
        await Service.Until(async () =>
        {
            try { return await Count(database, "csirt.mt_streams") > 0; }
            catch (NpgsqlException) { return false; }
        }, "PostgreSQL to recover");
    }

    private static async Task<HttpStatusCode> WithFile(Service service, byte content)
    {
        var bytes = new byte[12 * 1024 * 1024];
        new Random(content).NextBytes(bytes);
        return await service.ReportWithFile(An.Key(), bytes);
    }

    /// <summary>Six people are told of each report.</summary>
    /// <returns>How many reports there are.</returns>
    internal static async Task<long> EveryNoticeIsOut(string database, Service last)
    {
        const string Waiting = """
            select string_agg(line, e'\n') from (
                select concat_ws(' ', 'message', message_type, status, 'of node', owner_id, 'after', attempts, 'attempts, next', execution_time) from wolverine.wolverine_incoming_envelopes where status <> 'Handled'
                union all select concat_ws(' ', count(*), 'notices', data ->> 'delivery', max(data ->> 'nextAttempt')) from csirt.notice group by data ->> 'delivery'
                union all select concat_ws(' ', 'read to', last_seq_id, name) from csirt.mt_event_progression
                union all select concat_ws(' ', 'dead', message_type, exception_type, exception_message) from wolverine.wolverine_dead_letters) waiting (line)
            """;
        var all = await Count(database, "csirt.mt_doc_report");
        await Service.Until(async () => await Count(database, "csirt.notice where data ->> 'delivery' = 'Accepted'") == 6 * all, "every notice to go out", async () => $"{await Text(database, Waiting)}\n{last.Said}");
        return all;
    }

    internal static async Task<long> Count(string database, string what)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from " + what, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    internal static async Task<string> Text(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() as string ?? "";
    }

    internal static async Task<string> Prepared(PostgresFixture postgres)
    {
        var database = await postgres.CreateDatabaseAsync();
        foreach (var command in new[] { "migrate", "seed-demo" })
        {
            var (status, said) = await AppFixture.Operate(command, database, ("Record__SigningKey", App.SigningKey));
            Assert.True(status == 0, said);
        }
        return database;
    }
}

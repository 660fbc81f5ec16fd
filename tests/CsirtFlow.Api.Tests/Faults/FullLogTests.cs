namespace CsirtFlow.Api.Tests.Faults;

/// <summary>The disk of the write-ahead log is full: PostgreSQL stops at once, whatever it was at, and comes back when there is room again.</summary>
public sealed class FullLogTests
{
    [Fact]
    public async Task What_was_accepted_is_there_when_the_log_has_room_again_and_every_notice_goes_out_once()
    {
        if (!Environment.IsPrivilegedProcess || Environment.GetEnvironmentVariable("CSIRTFLOW_TEST_PG") is { Length: > 0 }) Assert.Skip("Needs root, who may mount a disk for the log, and a server of its own.");

        await using var postgres = new PostgresFixture { LogMegabytes = 64 };
        await postgres.InitializeAsync();
        var database = await FaultTests.Prepared(postgres);
        var mails = Directory.CreateTempSubdirectory("csirtflow-faults-");
        using var service = await Service.Start(database, [.. FaultTests.Settings, ("Mail__PickupDirectory", mails.FullName)]);
        await using var load = new Load(service);
        await FaultTests.Reached(load, 10);

        var ballast = Path.Combine(postgres.LogDisk.Disk, "ballast");
        Fill(ballast);
        await Service.Until(async () => (await File.ReadAllTextAsync(postgres.LogDisk.Log)).Contains("PANIC", StringComparison.Ordinal), "PostgreSQL to find no room for its log");
        File.Delete(ballast);
        await FaultTests.Reached(load, load.Acknowledged.Count + 10);
        await load.Stop();

        var reports = load.Acknowledged.Distinct().ToList();
        Assert.Equal(load.Acknowledged.Count, reports.Count);
        Assert.Equal(reports.Count, await FaultTests.Count(database, $"csirt.mt_doc_report where data ->> 'number' in ({string.Join(',', reports.Select(n => $"'{n}'"))})"));
        await FaultTests.EveryNoticeIsOut(database, service);
        Assert.Equal(0, await FaultTests.Count(database, "(select 1 from csirt.mt_events where type = 'notice_accepted' group by data ->> 'notice' having count(*) > 1) twice"));
        Assert.Equal("", await FaultTests.Text(database, "select string_agg(distinct message_type || ': ' || exception_message, '; ') from wolverine.wolverine_dead_letters"));
        var (status, said) = await AppFixture.Operate("verify", database, ("Record__SigningKey", App.SigningKey));
        Assert.True(status == 0, said);
        mails.Delete(recursive: true);
    }

    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var piece = new byte[64 * 1024]; ;) file.Write(piece);
        }
        catch (IOException)
        {
            // Full.
        }
    }
}

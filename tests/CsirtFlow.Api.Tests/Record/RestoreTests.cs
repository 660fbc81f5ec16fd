using CsirtFlow.Api.Record;
using CsirtFlow.Domain;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CsirtFlow.Api.Tests.Record;

/// <summary>After a restoration nothing is sent twice, no number is given out twice, and everybody knows what may be missing.</summary>
public sealed class RestoreTests(AppFixture fixture)
{
    [Fact]
    public async Task A_backup_is_restored_and_nothing_is_sent_or_numbered_twice()
    {
        // Real clocks: the command of the restoration knows no other.
        await using var app = await fixture.OwnAt(DateTimeOffset.UtcNow);
        var before = await An.Incident(app);
        await app.Quiet();
        // What the backup has not sent yet: the mail folder is away when it is made.
        Directory.Delete(app.MailFolder, recursive: true);
        await File.WriteAllTextAsync(app.MailFolder, "");
        var late = (await An.Report(app)).Number;
        await app.Until(async () => await app.Scalar($"select count(*) from csirt.notice where number = '{late}' and data ->> 'delivery' = 'Retrying'") > 0, "the mails to fail");
        var dump = await fixture.Dump(app.Database);
        File.Delete(app.MailFolder);
        var lost = (await An.Report(app)).Number;
        await app.DisposeAsync();

        var database = await fixture.Restore(dump);
        var held = fixture.Folder();
        // The key that seals persons may come later.
        var (status, said) = await AppFixture.Operate("after-restore 50", Service(database), ("Mail__PickupDirectory", held), ("Record__SigningKey", App.SigningKey), ("SingleNode", "true"));
        Assert.True(status == 0, said);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(held));

        await using var restored = fixture.Restored(database, new(DateTimeOffset.UtcNow));
        await restored.Quiet();
        // Only of the restoration itself anybody is told.
        var mails = restored.Mails("");
        Assert.All(mails, m => Assert.Contains("記録を復元しました", m.Subject, StringComparison.Ordinal));
        Assert.Equal(["csirt", "kanri", "kansa", "madoguchi", "shobocho"], mails.Select(m => m.To.Mailboxes.Single().Address.Split('@')[0]).Order());
        Assert.True(await restored.Scalar($"select count(*) from csirt.notice where number = '{late}' and data ->> 'lastReply' like '復元の前に%'") > 0);

        var next = (await An.Report(restored)).Number;
        Assert.Equal(int.Parse(late[^4..], System.Globalization.CultureInfo.InvariantCulture) + 51, int.Parse(next[^4..], System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotEqual(lost, next);
        var verdict = await restored.Services.GetRequiredService<RecordCheck>().Verify([], TestContext.Current.CancellationToken);
        Assert.True(verdict.Fits, string.Join('\n', RecordText.Of(verdict)));
        (await restored.As("csirt").Get($"/api/incidents/{before}")).Ok();
        Assert.Contains("最後の復元", (await restored.As("kansa").Get("/record")).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_that_fell_into_the_lost_time_are_named_to_whom_may_know()
    {
        await using var app = await fixture.OwnAt(DateTimeOffset.UtcNow - TimeSpan.FromDays(3));
        var number = await An.Incident(app);
        await app.Quiet();
        await app.DisposeAsync();

        var (status, said) = await AppFixture.Operate("after-restore", Service(app.Database), ("Mail__PickupDirectory", fixture.Folder()), ("Record__SigningKey", App.SigningKey), ("SingleNode", "true"), ("Persons__MasterKey", Convert.ToBase64String(new byte[32])));
        Assert.True(status == 0, said);
        Assert.Contains($"Passed meanwhile: incident/{number} 32-3-3", said, StringComparison.Ordinal);

        await using var again = fixture.Restored(app.Database, new(DateTimeOffset.UtcNow));
        await again.Quiet();
        Assert.Contains($"/incidents/{number}", (await again.As("csirt").Get("/record")).Ok().Text, StringComparison.Ordinal);
        // Reminders of the lost time are held back too.
        Assert.All(again.Mails(""), m => Assert.Contains("記録を復元しました", m.Subject, StringComparison.Ordinal));
    }

    private static string Service(string database) => new NpgsqlConnectionStringBuilder(database) { Username = App.ServiceRole, Password = App.ServicePassword }.ConnectionString;
}

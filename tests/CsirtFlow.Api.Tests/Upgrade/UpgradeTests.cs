using System.Globalization;
using CsirtFlow.Api.Demonstration;
using CsirtFlow.Api.Record;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests.Upgrade;

/// <summary>What each earlier version has stored goes on with this one: the database of each is brought up to date by the program's own command, and people work with what is in it.</summary>
public sealed class UpgradeTests(AppFixture fixture)
{
    public static TheoryData<string> Databases => [.. StoredDatabase.Names];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_an_earlier_version_has_stored_goes_on(string name)
    {
        var old = await StoredDatabase.Restored(fixture, name);
        var events = await old.Ask("select seq_id, id, stream_id, version, type, timestamp, data, headers from csirt.mt_events order by seq_id");

        await old.Migrated();
        if (name == StoredDatabase.Names.First())
        {
            var once = await Lines(old);
            await old.Migrated();
            var twice = await Lines(old);
            Assert.True(once.SequenceEqual(twice), $"The second migration has changed {string.Join(" | ", twice.Except(once).Take(3))}");
        }
        Assert.Empty((await new StoredDatabase(await fixture.Database()).Shape()).Except(await old.Shape()));

        await using var app = await Started(old);
        await ItsPeopleGoOn(app, old);
        await NothingIsSentAgain(app, old);
        await Replay.Agrees(app);
        await ItsRecordFits(app, old, events.Length);
        Assert.Equal(events, await old.Ask($"select seq_id, id, stream_id, version, type, timestamp, data, headers from csirt.mt_events where seq_id <= {events[^1].Split('|')[0]} order by seq_id"));
    }

    // Without the token that pg_dump makes up anew each time.
    private async Task<string[]> Lines(StoredDatabase old) => [.. (await fixture.DumpText(old.Connection)).Split('\n').Where(l => !l.StartsWith('\\') || l == "\\.")];

    // Not before the newest event, whatever this machine's clock says.
    private async Task<App> Started(StoredDatabase old)
    {
        var end = DateTimeOffset.Parse((await old.Ask("select to_char(max(timestamp) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from csirt.mt_events"))[0], CultureInfo.InvariantCulture).AddMinutes(1);
        var former = Path.Combine(fixture.Folder(), "former.pem");
        using (var key = new RecordKey(StoredDatabase.SigningKey)) await File.WriteAllTextAsync(former, key.PublicPem);
        return fixture.Restored(old.Connection, new(end > DateTimeOffset.UtcNow ? end : DateTimeOffset.UtcNow), ("Record:FormerKeyFiles:0", former));
    }

    private static async Task ItsPeopleGoOn(App app, StoredDatabase old)
    {
        (await app.Nobody.Post("/api/sign-in", new SignInRequest("csirt", DemonstrationOrganisation.Password))).Ok();
        foreach (var secret in await old.Ask("select data ->> 'secret' from csirt.mt_doc_submission where data ->> 'secret' is not null")) (await app.Nobody.Get($"/report/received/{secret}")).Ok();

        var incident = (await old.Ask("select replace(id, 'incident/', '') from csirt.mt_doc_incident where data ->> 'title' = 'メールの誤送信'")).Single();
        Assert.Contains(incident, (await app.As("csirt").Get("/queue")).Ok().Text, StringComparison.Ordinal);
        foreach (var page in new[] { "/home", "/queue", "/notices", "/statistics", "/deadlines", $"/incidents/{incident}", $"/incidents/{incident}/persons" }) (await app.As("csirt").Get(page)).Ok();
        foreach (var moment in await old.Ask($"select to_char(timestamp at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from csirt.mt_events where stream_id = 'incident/{incident}'")) (await app.As("kansa").Get($"/api/incidents/{incident}?asOf={moment}")).Ok();
        foreach (var file in await old.Ask("select sha256 from csirt.evidence_file")) Assert.Equal(1, await app.Scalar($"select count(*) from csirt.evidence_file where sha256 = '{file}' and encode(sha256(content), 'hex') = sha256"));
        if ((await old.Ask("select 1 from pg_tables where tablename = 'mt_doc_casedocument'")).Length > 0)
            foreach (var paper in await old.Ask($"select split_part(id, '/', 3) || '/' || split_part(id, '/', 4) from csirt.mt_doc_casedocument where id like 'document/{incident}/%'")) (await app.As("csirt").Get($"/api/incidents/{incident}/drafts/{paper}")).Ok();

        (await app.As("csirt").Post($"/api/incidents/{incident}/notes", new AddNote("移行後に記録した。"))).Ok();
        var number = (await An.Report(app)).Number;
        await app.Quiet();
        Assert.Equal(6, app.Mails(number).Count);
    }

    private static async Task NothingIsSentAgain(App app, StoredDatabase old)
    {
        await app.Quiet();
        Assert.Empty(await old.Ask("select stream_id, data ->> 'notice' from csirt.mt_events where type = 'notice_accepted' group by 1, 2 having count(*) > 1"));
        Assert.Equal(Directory.EnumerateFiles(app.MailFolder, "*.eml").Count(), await app.Scalar($"select count(*) from csirt.mt_events where type = 'notice_accepted' and timestamp >= '{app.Clock.GetUtcNow().AddSeconds(-1):O}'"));
    }

    // docs/decisions/0020: what was written before the first key is in the chain, and counts as unsigned.
    private static async Task ItsRecordFits(App app, StoredDatabase old, int before)
    {
        var verdict = await app.Services.GetRequiredService<RecordCheck>().Verify([], TestContext.Current.CancellationToken);

        Assert.True(verdict.Fits, string.Join('\n', RecordText.Of(verdict)));
        var unsigned = (await old.Ask("select count(*) from csirt.mt_events where not coalesce(headers ? 'signature', false) and stream_id <> 'mt_tombstone'"))[0];
        Assert.Equal(unsigned, verdict.BeforeSigning.ToString(CultureInfo.InvariantCulture));
        Assert.InRange(verdict.Head.Position, before, verdict.Events);
    }
}

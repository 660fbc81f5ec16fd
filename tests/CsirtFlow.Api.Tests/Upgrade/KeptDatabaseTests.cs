using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CsirtFlow.Api.Operations;
using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Api.Tests.Scenarios;
using CsirtFlow.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests.Upgrade;

/// <summary>A schema that people have stored something with is kept as a database, so that every later version is tried on it.</summary>
public sealed partial class KeptDatabaseTests(AppFixture fixture)
{
    [Fact]
    public async Task The_schema_of_this_version_is_kept_with_what_this_version_has_stored()
    {
        var fingerprint = await (await fixture.Shared()).Services.GetRequiredService<SchemaVersion>().Fingerprint();
        var file = StoredDatabase.Names.LastOrDefault(n => n.Contains(fingerprint[..8], StringComparison.Ordinal));
        if (file is null && Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1") await Keep($"{int.Parse(StoredDatabase.Names.Last()[..4], System.Globalization.CultureInfo.InvariantCulture) + 1:0000}-{fingerprint[..8]}.sql.gz");
        else Assert.True(file is not null, $"The schema has changed to {fingerprint[..8]}, and Upgrade/databases holds no database of it: run this test with UPDATE_SNAPSHOTS=1, which makes one. Those that are there stay.");
    }

    private async Task Keep(string name)
    {
        await using var app = fixture.Restored(await fixture.Database(), new(AppFixture.Start), ("Record:SigningKey", StoredDatabase.SigningKey));
        var story = await Story.Begins(app, An.Occurrence, "メールの誤送信");
        await story.Contained();
        await story.Do("csirt", "notes", new AddNote("送信先に電話で依頼した。"));
        var paper = await Paper.Drafted(app, story.Number, "internal-first-report");
        await paper.Investigate("somu-shukan");
        await paper.Release();
        (await app.As("somu-shukan").PostBytes($"/api/incidents/{story.Number}/persons?purpose={Uri.EscapeDataString("謝罪文の郵送")}", Encoding.UTF8.GetBytes("氏名,郵便番号,住所\n架空 花子,000-0000,架空市1-1\n"), "text/csv")).Ok();
        await An.Mail(app, "From: x@example.net\r\nSubject: x\r\nMessage-ID: <kept@example.net>\r\n\r\nhelp");
        await An.Report(app);
        await app.Quiet();
        await app.Until(async () => await app.Scalar("select count(*) from csirt.record_link") == await app.Scalar("select count(*) from csirt.mt_events where stream_id <> 'mt_tombstone'"), "every event to be linked");
        var dump = await fixture.DumpText(app.Database, "--no-owner", "--no-privileges");
        await using var packed = new GZipStream(File.Create(Path.Combine(StoredDatabase.Folder(), name)), CompressionLevel.SmallestSize);
        await packed.WriteAsync(Encoding.UTF8.GetBytes(OfThisMachine().Replace(dump, "")));
    }

    // Comments with versions, tokens that pg_dump makes up, and the nodes that were there.
    [GeneratedRegex(@"^--.*\n|^\\(?:un)?restrict .*\n|(?<=^COPY wolverine\.wolverine_node[a-z_]* \(.*\n)(?:(?!\\\.).*\n)+", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex OfThisMachine();
}

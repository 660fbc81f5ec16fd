using CsirtFlow.Api.Record;
using CsirtFlow.Domain;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CsirtFlow.Api.Tests.Record;

/// <summary>Nobody changes the record unseen: what plain SQL does to the store, the verification names.</summary>
public sealed class RecordTests(AppFixture fixture)
{
    [Fact]
    public async Task What_the_service_writes_fits_and_is_linked_and_signed()
    {
        await using var app = await fixture.Own();
        await An.Incident(app);
        await app.Quiet();

        var verdict = await Verify(app);

        Fits(verdict);
        Assert.Equal((0, 1), (verdict.NotYetLinked, verdict.BeforeSigning));
        Assert.Equal(verdict.Events, verdict.Head.Position);
    }

    private static readonly (string How, string Sql, RecordFault Fault)[] Manipulations =
    [
        ("another content", "update csirt.mt_events set data = jsonb_set(data, '{origin,from}', '\"web 192.0.2.99\"') where seq_id = $1", RecordFault.Changed),
        ("another time", "update csirt.mt_events set timestamp = timestamp + interval '1 microsecond' where seq_id = $1", RecordFault.Changed),
        ("another person", "update csirt.mt_events set user_name = 'p-other' where seq_id = $1", RecordFault.Changed),
        ("without its signature", "update csirt.mt_events set headers = headers - 'signature' where seq_id = $1", RecordFault.Changed),
        ("in another case", $"update csirt.mt_events set stream_id = {Other}, version = 90 where seq_id = $1", RecordFault.Changed),
        ("gone", "delete from csirt.mt_events where seq_id = $1", RecordFault.Removed),
        ("in the place of another", "update csirt.mt_events set seq_id = -seq_id where seq_id in ($1, $1 + 1); update csirt.mt_events set seq_id = case when seq_id = -$1 then $1 + 1 else $1 end where seq_id < 0", RecordFault.Moved),
    ];

    private const string Other = "(select min(id) from csirt.mt_streams where id like 'report/%')";

    [Fact]
    public async Task Each_event_that_was_changed_removed_or_moved_is_named()
    {
        await using var app = await fixture.Own();
        foreach (var _ in Manipulations) await An.Incident(app);
        await app.Quiet();
        Fits(await Verify(app));

        // The one that went into another case is missed in its own.
        var wrong = new List<(RecordFault, long)> { (RecordFault.StreamCut, 0) };
        foreach (var ((how, sql, fault), number) in Manipulations.Select((m, i) => (m, i + 1)))
        {
            var victim = await app.Scalar($"select max(seq_id) from csirt.mt_events where stream_id = 'incident/R12-{number:d4}'");
            wrong.Add((fault, victim));
            if (fault == RecordFault.Moved) wrong.Add((fault, victim + 1));
            await app.Manipulate(sql.Replace("$1", $"{victim}", StringComparison.Ordinal));
        }

        Assert.Equal(wrong, (await Verify(app)).Findings.Select(f => (f.Fault, f.Sequence)));
    }

    [Fact]
    public async Task Each_event_that_was_written_past_the_service_is_named()
    {
        await using var app = await fixture.Own();
        await An.Report(app);
        // A number that a failed transaction has used up: the chain passes it.
        var gap = await app.Scalar("select nextval('csirt.mt_events_sequence')");
        await An.Incident(app);
        await app.Quiet();
        await app.Until(async () => (await Verify(app)).NotYetLinked == 0, "the chain to pass the gap");
        Fits(await Verify(app));
        var original = await app.Scalar("select max(seq_id) from csirt.mt_events where stream_id like 'incident/%'");

        await app.Manipulate($"{Copy($"{gap}", Other, 70, "data", "headers")}; {Copy($"{gap} - 1000", "stream_id", 71, "jsonb_set(data, '{origin,from}', '\"web 192.0.2.99\"')", "headers")}");
        await app.Manipulate($"{Copy("nextval('csirt.mt_events_sequence')", Other, 72, "data", "headers")}; {Copy("nextval('csirt.mt_events_sequence')", "stream_id", 73, "jsonb_set(data, '{origin,from}', '\"web 192.0.2.98\"')", "null")}");
        var verdict = await Verify(app);

        Assert.Equal([RecordFault.Inserted, RecordFault.Copied, RecordFault.Copied, RecordFault.NotSigned], verdict.Findings.Select(f => f.Fault));
        Assert.Contains($"← {original}", verdict.Findings[2].Detail, StringComparison.Ordinal);

        string Copy(string sequence, string stream, int version, string data, string headers) => $"""
            insert into csirt.mt_events select {sequence}, gen_random_uuid(), {stream}, {version}, {data}, bdata, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, {headers}, user_name, is_archived
            from csirt.mt_events where seq_id = {original}
            """;
    }

    [Fact]
    public async Task The_chain_waits_for_a_number_that_somebody_has_drawn_and_not_yet_used()
    {
        await using var app = await fixture.Own();
        var chain = app.Services.GetRequiredService<RecordChain>();
        await app.Quiet();
        await using var other = new NpgsqlConnection(app.Database);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var draw = new NpgsqlCommand("select nextval('csirt.mt_events_sequence')", other);
        var drawn = (long)(await draw.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;

        await An.Report(app);
        await app.Quiet();
        for (var look = 0; look < 3; look++) Assert.False(await chain.Extend(TestContext.Current.CancellationToken));
        Assert.True(await app.Scalar("select max(sequence) from csirt.record_link") < drawn);

        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.True(await chain.Extend(TestContext.Current.CancellationToken));
        Fits(await Verify(app));
    }

    [Fact]
    public async Task Each_night_the_auditor_is_mailed_the_head_and_a_later_verification_holds_against_it()
    {
        await using var app = await fixture.Own();
        await An.Report(app);
        await app.Quiet();

        await VerifyAndRecord(app);
        await app.Quiet();

        var mail = Assert.Single(app.Mails(""), m => m.Subject!.Contains("記録の検証", StringComparison.Ordinal));
        var head = RecordHead.Parse(mail.TextBody!.Split("要約値 ")[1].Split('\n')[0])!;
        Assert.Equal("kansa", mail.To.Mailboxes.Single().Address.Split('@')[0]);
        Assert.Contains("この要約値", mail.TextBody, StringComparison.Ordinal);
        Fits(await app.Services.GetRequiredService<RecordCheck>().Verify([head], TestContext.Current.CancellationToken));
        Assert.Contains("一致しました", (await app.As("kansa").Get($"/record?head={head}")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains("一致しません", (await app.As("kansa").Get($"/record?head={head.Position}:{new string('0', 64)}")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains("要約値の形ではありません", (await app.As("kansa").Get("/record?head=1%3Axyz%00")).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_change_of_the_key_what_the_old_one_has_signed_fits_where_it_is_listed()
    {
        await using var app = await fixture.Own();
        await An.Report(app);
        await app.Quiet();
        var end = (await Verify(app)).Head.Position;
        var former = Path.Combine(fixture.Folder(), "former.pem");
        using (var old = new RecordKey(App.SigningKey)) await File.WriteAllTextAsync(former, old.PublicPem, TestContext.Current.CancellationToken);

        var key = ("Record:SigningKey", RecordKey.Create());
        await using var alone = await fixture.Again(app, key);
        Assert.Contains((await Verify(alone)).Findings, f => f.Fault == RecordFault.WrongSignature);

        await using var both = await fixture.Again(alone, key, ("Record:FormerKeyFiles:0", $"{former}:{end}"));
        await An.Report(both);
        await both.Quiet();
        Fits(await Verify(both));

        await using var before = await fixture.Again(both, key, ("Record:FormerKeyFiles:0", $"{former}:{end - 1}"));
        Assert.Contains((await Verify(before)).Findings, f => f.Fault == RecordFault.WrongSignature);
    }

    [Fact]
    public async Task What_does_not_fit_is_told_at_once_and_shown_to_the_auditor_alone()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        await app.Quiet();
        await Verify(app);
        await app.Manipulate($"delete from csirt.mt_events where stream_id = 'incident/{number}'");

        (await app.As("csirt").PostText("/api/record/verifications", "{}")).Ok();
        await app.Until(async () => await app.Scalar("select count(*) from csirt.mt_events where type = 'record_verified'") > 0, "the verification");
        await app.Quiet();
        Assert.Equal(["csirt", "kanri", "kansa", "shobocho"], app.Mails("").Where(m => m.Subject!.Contains("不一致あり", StringComparison.Ordinal)).Select(m => m.To.Mailboxes.Single().Address.Split((char)64)[0]).Order());

        Assert.Contains($"incident/{number}", (await app.As("kansa").Get("/record")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains($"incident/{number}", (await app.As("kansa").Get("/api/record")).Ok().Text, StringComparison.Ordinal);
        foreach (var person in new[] { "csirt", "shobocho", "kanri" })
            foreach (var path in new[] { "/record", "/api/record" })
            {
                var text = (await app.As(person).Get(path)).Ok().Text;
                Assert.DoesNotContain(number, text, StringComparison.Ordinal);
            }
        Assert.DoesNotContain(app.Mails(""), m => m.Subject!.Contains("不一致あり", StringComparison.Ordinal) && m.TextBody!.Contains(number, StringComparison.Ordinal));
    }

    private static Task VerifyAndRecord(App app) => app.Services.GetRequiredService<RecordCheck>().VerifyAndRecord(scheduled: true, Actor.Service, "clock", TestContext.Current.CancellationToken);

    private static void Fits(RecordVerdict verdict) => Assert.True(verdict.Fits, string.Join('\n', RecordText.Of(verdict)));

    private static Task<RecordVerdict> Verify(App app) => app.Services.GetRequiredService<RecordCheck>().Verify([], TestContext.Current.CancellationToken);
}

using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Record;
using CsirtFlow.Api.Retention;
using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Domain;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CsirtFlow.Api.Tests.Retention;

/// <summary>保存と廃棄: what belongs to persons is kept apart under keys of its own, goes by two persons, and the record can still be verified.</summary>
public sealed class DisposalTests(AppFixture fixture)
{
    private const string Phone = "0000-55-4711";
    private const string Name = "髙﨑 見本之助";
    private const string Address = "mihon.nosuke@example.net";

    private static readonly CarryOutDisposal CarryOut = new();

    [Fact]
    public async Task How_to_call_the_reporter_back_stands_nowhere_in_the_database_and_is_read_all_the_same()
    {
        await using var app = await fixture.Own();
        var number = (await An.Report(app, An.Occurrence with { Phone = Phone, Name = Name })).Number;
        (await app.As("csirt").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "外部への漏えいのおそれがある。", "メールの誤送信"))).Ok();
        await app.Quiet();

        var dump = await File.ReadAllTextAsync(await fixture.Dump(app.Database));
        Assert.Contains(An.Occurrence.Description, dump, StringComparison.Ordinal);
        // Nor do the keys of cookies, with which anybody could come in as anybody.
        foreach (var told in new[] { Phone, Name, "見本之助", "<masterKey" }) Assert.DoesNotContain(told, dump, StringComparison.Ordinal);

        var report = (await app.As("csirt").Get($"/api/reports/{number}")).Ok().Read<ReportAnswer>().Report;
        Assert.Equal(new ReporterContact(Phone, Name), report.Reporter.Contact);
        foreach (var page in new[] { $"/incidents/{number}", $"/reports/{number}" })
            Assert.Contains(Name, (await app.As("csirt").Get(page)).Ok().Text, StringComparison.Ordinal);
        Assert.Contains(Phone, (await app.As("csirt").Get($"/api/reports/{number}/events")).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_reporter_asks_to_be_erased_is_erased_by_two_persons_and_the_chain_still_fits()
    {
        await using var app = await fixture.Own();
        var number = (await An.Report(app, An.Occurrence with { Phone = Phone, Name = Name })).Number;
        var kept = (await An.Report(app)).Number;
        (await app.As("csirt").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.NotIncident, "誤送信ではなかった。"))).Ok();
        await app.Quiet();
        var path = $"/api/retention/{number}";

        (await app.As("csirt").Post($"{path}/disposal-proposal", new ProposeDisposal(DisposalScope.Everything, "本人の求め"))).Breaks("retention-over");
        (await app.As("shobocho").Post($"{path}/period", new SetRetention(RetentionClass.ThreeYears, "裁判が続いている。"))).Ok();
        (await app.As("csirt").Post($"{path}/disposal-proposal", new ProposeDisposal(DisposalScope.Contacts, "本人の求め"))).Ok();
        (await app.As("kanri").Post($"{path}/declined-disposal", new DeclineDisposal("回答がまだ済んでいない。"))).Ok();
        (await app.As("shobocho").Post($"{path}/disposal", CarryOut)).Breaks("disposal-proposed-before");
        (await app.As("csirt").Post($"{path}/disposal-proposal", new ProposeDisposal(DisposalScope.Contacts, "本人の求め"))).Ok();
        (await app.As("csirt").Post($"{path}/disposal", CarryOut)).Is(403, "office-may-not");
        Assert.Equal(new ReporterContact(Phone, Name), (await app.As("csirt").Get($"/api/reports/{number}")).Ok().Read<ReportAnswer>().Report.Reporter.Contact);
        foreach (var person in new[] { "csirt", "shobocho", "kanri", "kansa" }) (await app.As(person).Get($"/retention/{number}")).Ok();
        Assert.Contains("carry-out-disposal", (await app.As("shobocho").Get($"/retention/{number}")).Text, StringComparison.Ordinal);
        (await app.As("shobocho").Post($"{path}/disposal", CarryOut)).Ok();

        Assert.Null((await app.As("csirt").Get($"/api/reports/{number}")).Ok().Read<ReportAnswer>().Report.Reporter.Contact);
        Assert.Contains("消去済み", (await app.As("csirt").Get($"/reports/{number}")).Ok().Text, StringComparison.Ordinal);
        Assert.NotNull((await app.As("csirt").Get($"/api/reports/{kept}")).Ok().Read<ReportAnswer>().Report.Reporter.Contact);
        Assert.Equal(0, await app.Scalar($"select count(*) from csirt.subject_key where subject = '{Report.Key(number)}'"));
        var disposed = Assert.Single((await app.As("kansa").Get("/api/retention")).Ok().Read<ImmutableArray<KeptMatter>>().Single().History.Disposals);
        Assert.Equal((Report.Key(number), "shobocho"), (Assert.Single(disposed.Subjects), disposed.Origin.By.PersonId));
        Fits(await Verify(app));
        (await app.As("csirt").Post($"{path}/disposal-proposal", new ProposeDisposal(DisposalScope.Contacts, "もう一度"))).Breaks("not-disposed");
        // What says that a key went says it once.
        await app.Execute($"insert into csirt.subject_key values ('{App.Organisation}', '{Report.Key(number)}', 'x')");
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => app.Execute($"delete from csirt.subject_key where subject = '{Report.Key(number)}'"))).SqlState);
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task When_its_time_is_over_a_matter_is_disposed_of_with_its_files_mails_and_lists()
    {
        await using var first = await fixture.Own();
        var raw = $"From: {Name} <{Address}>\r\nTo: csirt@example.jp\r\nSubject: 119\r\nMessage-ID: <1@example.net>\r\n\r\n119番の画面が止まっています。";
        var mail = await An.Mail(first, raw);
        var number = (await first.As("csirt").Get("/api/incoming-mails?all=true")).Ok().Json.EnumerateArray().Single().GetProperty("number").GetString()!;
        var other = (await An.Report(first)).Number;
        byte[] own = "この件だけの証拠"u8.ToArray(), shared = "二つの件の証拠"u8.ToArray();
        (await first.As("csirt").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "指令への影響がある。", "画面の停止"))).Ok();
        (await first.As("csirt").Post($"/api/reports/{other}/evaluation", new EvaluateReport(Verdict.Incident, "漏えいのおそれがある。", "別の件"))).Ok();
        foreach (var (to, file) in new[] { (number, own), (number, shared), (other, shared) })
            await first.Services.GetRequiredService<CommandDesk>().Take(to, new PreserveEvidence("画面の写し", "金庫"), new Sent(new Caller(App.Organisation, "csirt", "test", "test")) { Files = [new("shot.png", "image/png", file)] }, TestContext.Current.CancellationToken);
        var list = (await first.As("csirt").PostBytes($"/api/incidents/{number}/persons?purpose={Uri.EscapeDataString("漏えいの通知")}", "氏名,住所\n架空 花子,例示市1\n"u8.ToArray(), "text/csv")).Ok().Read<PersonList>();
        (await first.As("csirt").Post($"/api/reports/{number}/revocation", new RevokeIncident("誤報だった。", "画面を調べた。"))).Ok();
        await first.Quiet();
        await first.DisposeAsync();

        await using var app = fixture.Restored(first.Database, new(first.Clock.GetUtcNow().AddYears(7)));
        var due = Assert.Single((await app.As("csirt").Get("/api/retention")).Ok().Read<ImmutableArray<KeptMatter>>());
        Assert.Equal((number, RetentionClass.FiveYears), (due.Number, due.Period.Class));
        Assert.Contains($"/retention/{number}", (await app.As("csirt").Get("/retention")).Ok().Text, StringComparison.Ordinal);
        (await app.As("csirt").Post($"/api/retention/{number}/disposal-proposal", new ProposeDisposal(DisposalScope.Everything, "保存期間の満了"))).Ok();
        (await app.As("shobocho").Post($"/api/retention/{number}/disposal", CarryOut)).Ok();

        var disposed = (await app.As("kansa").Get($"/api/retention/{number}")).Ok().Read<KeptMatter>().History.Disposals.Single();
        Assert.Equal([list.Id], disposed.Lists.AsEnumerable());
        Assert.Equal(new[] { mail, Sha(own) }.Order(), disposed.Files.Order());
        Assert.Equal(1, await app.Scalar("select count(*) from csirt.evidence_file"));
        Assert.Equal(0, await app.Scalar($"select (select count(*) from csirt.person_list_content) + (select count(*) from csirt.subject_key where subject <> '{Report.Key(other)}')"));
        Assert.Equal(PersonListStage.Deleted, Assert.Single((await app.As("kansa").Get($"/api/incidents/{number}/persons")).Ok().Read<ImmutableArray<PersonList>>()).Stage);
        foreach (var page in new[] { $"/incidents/{number}", "/incoming-mails?all=true", "/retention", $"/retention/{number}" }) (await app.As("csirt").Get(page)).Ok();
        Assert.Equal(404, (await app.As("csirt").Get($"/incoming-mails/{mail}")).Code);
        // Also when the mailbox begins its numbers anew and hands the mail out again.
        await An.Mail(app, raw);
        Assert.Equal(1, await app.Scalar("select count(*) from csirt.evidence_file"));
        Fits(await Verify(app));
        var dump = await File.ReadAllTextAsync(await fixture.Dump(app.Database));
        foreach (var told in new[] { Name, "見本之助", Address, "mihon.nosuke" }) Assert.DoesNotContain(told, dump, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_restricted_is_due_for_nobody_else()
    {
        await using var first = await fixture.Own();
        var number = await An.Incident(first);
        (await first.As("csirt").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["csirt"], "内部不正の疑い"))).Ok();
        (await first.As("csirt").Post($"/api/reports/{number}/revocation", new RevokeIncident("誤報だった。", "画面を調べた。"))).Ok();
        await first.Quiet();
        await first.DisposeAsync();

        await using var app = fixture.Restored(first.Database, new(first.Clock.GetUtcNow().AddYears(7)));

        Assert.Equal(number, Assert.Single((await app.As("csirt").Get("/api/retention")).Ok().Read<ImmutableArray<KeptMatter>>()).Number);
        Assert.Empty((await app.As("shobocho").Get("/api/retention")).Ok().Read<ImmutableArray<KeptMatter>>());
        Assert.DoesNotContain(number, (await app.As("shobocho").Get("/retention")).Ok().Text, StringComparison.Ordinal);
        (await app.As("shobocho").Get($"/api/retention/{number}")).Is(404, "not-found");
    }

    [Fact]
    public async Task Keys_and_files_go_with_an_event_that_says_so_and_in_no_other_way()
    {
        await using var app = await fixture.Own();
        await An.Mail(app, "From: x@example.net\r\nSubject: x\r\n\r\nhelp");
        await An.Report(app);
        await using var service = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(app.Database) { Username = App.ServiceRole, Password = App.ServicePassword }.ConnectionString);

        foreach (var sql in new[] { "delete from csirt.subject_key", "delete from csirt.evidence_file", "truncate csirt.subject_key", "truncate csirt.evidence_file", "update csirt.subject_key set wrapped = ''" })
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => service.CreateCommand(sql).ExecuteNonQueryAsync())).SqlState);
        foreach (var sql in new[] { "delete from csirt.subject_key", "delete from csirt.evidence_file", "truncate csirt.evidence_file" })
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => app.Execute(sql))).SqlState);
    }

    private static string Sha(byte[] content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));

    private static async Task<RecordVerdict> Verify(App app)
    {
        await app.Quiet();
        return await app.Services.GetRequiredService<RecordCheck>().Verify([], TestContext.Current.CancellationToken);
    }

    private static void Fits(RecordVerdict verdict) => Assert.True(verdict.Fits, string.Join('\n', RecordText.Of(verdict)));
}

using System.Security.Cryptography;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Record;
using CsirtFlow.Domain;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CsirtFlow.Api.Tests.Retention;

/// <summary>While a matter is being disposed of, work goes on with others.</summary>
public sealed class DisposalMomentTests(AppFixture fixture)
{
    [Fact]
    public async Task What_another_matter_keeps_in_the_same_moment_stays_there_for_it()
    {
        await using var first = await fixture.Own();
        var (number, other) = (await Opened(first, "古い件"), await Opened(first, "別の件"));
        var file = "二つの件の証拠"u8.ToArray();
        await Keep(first, number, file);
        (await first.As("csirt").Post($"/api/reports/{number}/revocation", new RevokeIncident("誤報だった。", "画面を調べた。"))).Ok();
        await first.Quiet();
        await first.DisposeAsync();
        await using var app = fixture.Restored(first.Database, new(first.Clock.GetUtcNow().AddYears(7)));
        (await app.As("csirt").Post($"/api/retention/{number}/disposal-proposal", new ProposeDisposal(DisposalScope.Everything, "保存期間の満了"))).Ok();

        // The disposal has looked, and comes to the file only when this lets go of it.
        await using var connection = new NpgsqlConnection(app.Database);
        await connection.OpenAsync();
        await using var hold = await connection.BeginTransactionAsync();
        await using (var row = new NpgsqlCommand("select 1 from csirt.evidence_file for update", connection, hold)) await row.ExecuteNonQueryAsync();
        var disposal = app.As("shobocho").Post($"/api/retention/{number}/disposal", new CarryOutDisposal());
        await app.Until(async () => await Waiting(app) == 1, "the disposal to come to the file");
        var keeping = Keep(app, other, file);
        await app.Until(async () => keeping.IsCompleted || await Waiting(app) == 2, "the other matter to come to the file");
        await hold.RollbackAsync();
        (await disposal).Ok();
        await keeping;

        Assert.Equal(1, await app.Scalar($"select count(*) from csirt.evidence_file where sha256 = '{Convert.ToHexStringLower(SHA256.HashData(file))}'"));
        await app.Quiet();
        var verdict = await app.Services.GetRequiredService<RecordCheck>().Verify([], TestContext.Current.CancellationToken);
        Assert.True(verdict.Fits, string.Join('\n', RecordText.Of(verdict)));
    }

    private static Task<long> Waiting(App app) => app.Scalar("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");

    private static async Task<string> Opened(App app, string title)
    {
        var number = (await An.Report(app)).Number;
        (await app.As("csirt").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "漏えいのおそれがある。", title))).Ok();
        return number;
    }

    private static Task<CommandOutcome> Keep(App app, string number, byte[] file) =>
        app.Services.GetRequiredService<CommandDesk>().Take(number, new PreserveEvidence("画面の写し", "金庫"), new Sent(new Caller(App.Organisation, "csirt", "test", "test")) { Files = [new("shot.png", "image/png", file)] }, TestContext.Current.CancellationToken);
}

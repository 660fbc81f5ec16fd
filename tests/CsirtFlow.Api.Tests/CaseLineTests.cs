using CsirtFlow.Api.Board;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Api.Tests.Scenarios;
using CsirtFlow.Domain;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CsirtFlow.Api.Tests;

/// <summary>The flat rows that the queue and 統計 are read from.</summary>
public sealed class CaseLineTests(AppFixture fixture)
{
    [Fact]
    public async Task Words_of_one_letter_and_more_are_found_as_they_stand()
    {
        var app = await fixture.Shared();
        var mark = An.Key();
        var number = (await An.Report(app, An.Occurrence with { Description = $"{mark} 住民情報の漏洩、100%の確率ではない。ルーター 故障" })).Number;
        await app.Quiet();
        async Task<string[]> Found(string words) =>
            [.. (await app.As("csirt").Get($"/api/incidents?show=all&size=100&search={Uri.EscapeDataString(words)}")).Ok().Read<CaseList>().Cases.Select(c => c.Id)];

        foreach (var words in new[] { "漏洩", "洩", "100%の", "１００％", "るーたー 故障", mark[..2], number }) Assert.Contains(number, await Found(words));
        foreach (var words in new[] { "が漏洩", "率確", "10%の確", "a_b%", "霞" }) Assert.DoesNotContain(number, await Found(words));
    }

    [Fact]
    public async Task A_page_says_whether_another_follows()
    {
        var app = await fixture.Shared();
        var mark = An.Key();
        foreach (var _ in Enumerable.Range(0, 3)) await An.Report(app, An.Occurrence with { Description = mark });
        await app.Quiet();
        async Task<(int, long, bool)> Page(int page) => (await app.As("csirt").Get($"/api/incidents?search={mark}&size=2&page={page}")).Ok().Read<CaseList>() is var l ? (l.Cases.Length, l.Total, l.HasMore) : default;

        Assert.Equal((2, 3L, true), await Page(1));
        Assert.Equal((1, 3L, false), await Page(2));
        Assert.Equal((0, 3L, false), await Page(3));
    }

    [Fact]
    public async Task The_queue_made_anew_is_the_same_and_migrating_brings_back_what_an_older_version_lacks()
    {
        await using var app = await fixture.Own();
        var story = await Story.Begins(app, An.Occurrence, "誤送信");
        await story.Contained();
        await story.Learned(new EstablishCause(Determined: true, "宛先の確認不足"));
        await An.Report(app);
        await app.Quiet();
        var before = await Lines(app);
        var figures = await Figures(app);
        Assert.Equal(2, before.Count);

        foreach (var command in new[] { "rebuild-queue", "migrate" })
        {
            await app.Scalar($"with gone as (delete from {EventStore.Schema}.case_line returning 1), months as (delete from {EventStore.Schema}.case_month) select count(*) from gone");
            var (status, said) = await AppFixture.Operate(command, app.Database);
            Assert.True(status == 0, said);
            Assert.Contains("2 reports", said, StringComparison.Ordinal);
            Assert.Equal(before, await Lines(app));
            Assert.Equivalent(figures, await Figures(app), strict: true);
        }
        await app.Store.Storage.Database.AssertDatabaseMatchesConfigurationAsync();
    }

    private static async Task<List<string>> Lines(App app)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"select to_jsonb(l)::text from {EventStore.Schema}.case_line l order by number");
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }

    private static Task<YearStatistics> Figures(App app, string person = "kansa") => app.Services.GetRequiredService<StatisticsReader>().Of(new Caller(App.Organisation, person, "test", ""), null, CancellationToken.None);
}

using CsirtFlow.Api.Platform;
using Npgsql;

namespace CsirtFlow.Api.Tests;

/// <summary>What operators and programs rely on: health, the description of the API, problems, and the commands of the program.</summary>
public sealed class OperationTests(AppFixture fixture)
{
    [Fact]
    public async Task Health_is_answered_without_an_account()
    {
        var app = await fixture.Shared();

        Assert.Equal("Healthy", (await app.Nobody.Get("/health/live")).Ok().Text);
        (await app.Nobody.Get("/health/ready")).Ok();
    }

    [Fact]
    public async Task Health_names_what_stands_still_while_events_wait()
    {
        await using var app = await fixture.Own();
        await An.Report(app);
        await app.Quiet();
        Assert.Equal("Healthy", (await app.Nobody.Get("/health/ready")).Ok().Text);

        await app.Scalar("insert into csirt.mt_event_progression (name, last_seq_id) values ('Stopped:All', 1) returning 1");
        Assert.Equal("Healthy", (await app.Nobody.Get("/health/ready")).Ok().Text);
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("Degraded: Stopped:All stands still", (await app.Nobody.Get("/health/ready")).Ok().Text);
    }

    [Fact]
    public async Task The_description_of_the_API_lists_the_approved_paths()
    {
        var paths = (await (await fixture.Shared()).Nobody.Get("/openapi/v1.json")).Ok().Json.GetProperty("paths").EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}")).Where(p => p.Contains("/api/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        Assert.Equal(AccessTable.All.Keys.Where(e => e.Contains("/api/", StringComparison.Ordinal)).Order(StringComparer.Ordinal), paths);
    }

    [Fact]
    public async Task Every_refusal_is_a_problem_of_one_shape()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        Reply[] refusals =
        [
            await app.Nobody.Get("/api/incidents"),
            await app.Nobody.PostText("/api/reports", "{"),
            await app.Nobody.PostText("/api/reports", "{}"),
            await app.Nobody.PostBytes("/api/reports", [], "text/plain"),
            await app.Nobody.Get("/api/no-such-thing"),
            await app.As("csirt").Get("/api/no-such-thing"),
            await app.As("csirt").Get("/api/incidents/R12-9997"),
            await app.As("csirt").Get($"/api/incidents/{number}?asOf=yesterday"),
            await app.As("csirt").Get($"/api/incidents/{number}?asOf=2030-01-01T00:00:00Z"),
            await app.As("csirt").PostText($"/api/incidents/{number}/closure", "{}"),
            await app.As("csirt").PostText($"/api/incidents/{number}/notes", """{"text":"x"}""", version: 99),
            await app.As("tocho").PostText($"/api/incidents/{number}/closure", "{}"),
        ];

        Assert.All(refusals, r =>
        {
            Assert.Equal("application/problem+json", r.ContentType);
            Assert.StartsWith(Problems.Prefix, r.Json.GetProperty("type").GetString(), StringComparison.Ordinal);
            Assert.Equal(r.Code, r.Json.GetProperty("status").GetInt32());
            Assert.Contains(r.Json.GetProperty("title").GetString()!, c => c > '\u3000');
            Assert.DoesNotContain("Exception", r.Text, StringComparison.Ordinal);
        });
        Assert.All(refusals, r => Assert.InRange(r.Code, 400, 499));
    }

    [Fact]
    public async Task Migrating_and_seeding_again_change_nothing()
    {
        var database = await fixture.Database();
        var before = await Counts(database);

        foreach (var command in new[] { "migrate", "seed-demo" })
        {
            var (status, said) = await AppFixture.Operate(command, database);
            Assert.True(status == 0, said);
        }

        Assert.Equal(before, await Counts(database));
    }

    [Fact]
    public async Task Secrets_are_read_from_files_too()
    {
        var folder = fixture.Folder();
        await File.WriteAllTextAsync(Path.Combine(folder, "ConnectionStrings__csirtflow"), await fixture.Database() + "\n");

        var (status, said) = await AppFixture.Operate("verify", "", ("SecretsDirectory", folder));
        Assert.True(status == 0, said);

        (status, said) = await AppFixture.Operate("verify", "");
        Assert.Equal(1, status);
        Assert.Contains("No database is configured", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_nothing_creates_the_schema_in_silence()
    {
        var database = await fixture.Database(empty: true);
        using var process = AppFixture.Program(database, [("ASPNETCORE_ENVIRONMENT", "Production"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("SingleNode", "true")]);
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

        try { await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1)); }
        finally { if (!process.HasExited) process.Kill(); }

        Assert.True(process.ExitCode != 0, string.Concat(await said));
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from pg_tables where schemaname in ('csirt', 'wolverine', 'auth')", connection);
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    private static async Task<(long, long, long)> Counts(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select (select count(*) from csirt.mt_events), (select count(*) from auth.account), (select count(*) from pg_tables)", connection);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }
}

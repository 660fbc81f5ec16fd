using CsirtFlow.Api.Record;
using Npgsql;

namespace CsirtFlow.Api.Tests.Record;

/// <summary>追記のみ: neither the service nor, by mistake, the owner of the database changes what was recorded.</summary>
public sealed class RecordGuardTests(AppFixture fixture)
{
    [Fact]
    public async Task The_service_itself_cannot_change_what_it_has_recorded()
    {
        await using var app = await fixture.Own();
        await An.Incident(app);
        await using var service = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(app.Database) { Username = App.ServiceRole, Password = App.ServicePassword }.ConnectionString);

        foreach (var sql in new[]
        {
            "update csirt.mt_events set data = '{}'", "delete from csirt.mt_events", "truncate csirt.mt_events cascade", "update csirt.record_link set hash = ''", "delete from csirt.record_link", "delete from csirt.mt_streams",
            "update csirt.evidence_file set content = ''", "alter table csirt.mt_events disable trigger all", "drop trigger guard_record on csirt.mt_events", "set session_replication_role = replica",
        })
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => service.CreateCommand(sql).ExecuteNonQueryAsync())).SqlState);
    }

    [Fact]
    public async Task The_service_has_no_right_to_change_it_even_without_the_guard()
    {
        var app = await fixture.Shared();

        foreach (var table in RecordGuard.AppendOnly)
            Assert.Equal(0, await app.Scalar($"select count(*) from unnest('{{update,delete,truncate,trigger}}'::text[]) what where has_table_privilege('{App.ServiceRole}', 'csirt.{table}', what)"));
        Assert.Equal(0, await app.Scalar($"select count(*) from unnest('{{delete,truncate}}'::text[]) what where has_table_privilege('{App.ServiceRole}', 'csirt.mt_streams', what)"));
    }

    [Fact]
    public async Task Not_even_the_owner_changes_it_by_mistake()
    {
        await using var app = await fixture.Own();
        await An.Incident(app);

        foreach (var sql in new[] { "update csirt.mt_events set data = '{}'", "delete from csirt.mt_events", "truncate csirt.mt_events cascade", "update csirt.record_link set hash = ''", "delete from csirt.mt_streams" })
            Assert.Contains("append-only", (await Assert.ThrowsAsync<PostgresException>(() => app.Execute(sql))).MessageText, StringComparison.Ordinal);
    }
}

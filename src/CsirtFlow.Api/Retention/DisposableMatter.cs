using System.Collections.Immutable;
using CsirtFlow.Api.Persons;
using CsirtFlow.Api.PersonalData;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;
using Marten;
using Npgsql;

namespace CsirtFlow.Api.Retention;

/// <summary>What of a matter can be destroyed: found in the store, and destroyed in the transaction of the event that says so.</summary>
public static class DisposableMatter
{
    /// <summary>Files that another matter names too are not among them: the same bytes are kept once.</summary>
    /// <param name="reports">受付番号 of the matter itself and of the reports joined to it.</param>
    public static async Task<DisposableParts> Find(IQuerySession session, NpgsqlDataSource source, string number, string[] reports, DisposalScope scope, CancellationToken cancellation)
    {
        string[] mails = [.. (await session.Query<IncomingMail>().Where(m => m.Number!.IsOneOf(reports) && (m.Standing == MailStanding.Report || m.Standing == MailStanding.Addition || m.Standing == MailStanding.Kept)).ToListAsync(cancellation)).Select(m => m.Id)];
        string[] subjects = [.. reports.Select(Report.Key), .. mails];
        string[] lists = scope is DisposalScope.Contacts ? [] : [.. (await session.Query<PersonList>().Where(l => l.Number == number && l.Stage != PersonListStage.Deleted).ToListAsync(cancellation)).Select(l => l.Id)];
        string[] papers = [.. (await session.Query<CaseDocument>().Where(d => d.Number == number).ToListAsync(cancellation)).Select(d => d.Id)];
        // What the incident itself has kept as evidence stays when only what belongs to persons goes.
        string[] own = scope is DisposalScope.Contacts ? subjects : [.. subjects, Incident.Key(number), .. papers];
        var named = await Files(source, session.TenantId, scope is DisposalScope.Contacts ? mails : own, own, cancellation);
        return new([.. (await SubjectKeys.Load(source, session.TenantId, subjects, cancellation)).Keys.Order(StringComparer.Ordinal)], named, [.. lists]);
    }

    public static void Destroy(IDocumentSession session, DisposableParts parts, Provenance origin)
    {
        SubjectKeys.Destroy(session, parts.Subjects);
        EvidenceStore.Destroy(session, parts.Files);
        foreach (var list in parts.Lists)
        {
            PersonListStore.Destroy(session, list);
            session.Events.Append(list, new PersonListDeleted(origin));
        }
    }

    // Of the streams, those that are stored and that no stream besides the matter's own names.
    private static async Task<ImmutableArray<string>> Files(NpgsqlDataSource source, string tenant, string[] streams, string[] own, CancellationToken cancellation)
    {
        const string Named = "regexp_matches(e.data::text, '\"sha256\": ?\"([0-9a-f]{64})\"', 'g') m";
        await using var command = source.CreateCommand($"""
            select f.sha256 from {EventStore.Schema}.evidence_file f
            where f.tenant_id = $1
              and f.sha256 in (select m[1] from {EventStore.Schema}.mt_events e, {Named} where e.tenant_id = $1 and e.stream_id = any($2))
              and f.sha256 not in (select m[1] from {EventStore.Schema}.mt_events e, {Named} where e.tenant_id = $1 and e.stream_id <> all($3))
            order by f.sha256
            """);
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = streams });
        command.Parameters.Add(new() { Value = own });
        var files = ImmutableArray.CreateBuilder<string>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) files.Add(rows.GetString(0));
        return files.ToImmutable();
    }
}

using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using Marten;
using Medallion.Threading;
using Medallion.Threading.Postgres;
using Npgsql;

namespace CsirtFlow.Api.Retention;

/// <summary>保存と廃棄 of one matter.</summary>
/// <param name="Title">件名 of the incident; what was reported where there is none.</param>
/// <param name="History">What has been set, asked for and destroyed.</param>
public sealed record KeptMatter(string Number, string Title, bool IsIncident, RetentionPeriod Period, RetentionHistory History);

/// <summary>保存期間と廃棄 (22-10, 34-6-2): what is due, and what a person does about it. A matter that the person may not see does not exist here either.</summary>
public sealed class RetentionDesk(CaseReader cases, CommandDesk desk, Sessions sessions, NpgsqlDataSource source, OrganisationDirectory directory, TimeProvider clock)
{
    public static readonly Office[] Readers = [Office.Administration, Office.CsirtLead, Office.SupervisingOfficer, Office.Ciso, Office.Auditor];

    /// <summary>Matters looked through at once; the oldest come first, so what is disposed of makes room.</summary>
    private const int Most = 2_000;

    /// <summary>Every matter whose period is over or whose disposal is asked for, and those that were disposed of; the oldest first.</summary>
    /// <exception cref="PolicyViolationException">The caller holds none of the offices.</exception>
    public async Task<ImmutableArray<KeptMatter>> List(Caller caller, CancellationToken cancellation)
    {
        var organisation = await Require(caller, cancellation);
        var today = JapaneseCalendar.DayOf(clock.GetUtcNow());
        await using var session = sessions.Read(caller.Tenant);
        var told = (await session.Query<RetentionHistory>().ToListAsync(cancellation)).ToDictionary(r => r.Number);
        // Nothing is over before the second April after its fiscal year.
        string[] numbers = [.. (await Old(caller.Tenant, FiscalYear.Of(today).Year - 2, cancellation)).Union(told.Values.Where(r => r.Proposal is not null || !r.Disposals.IsEmpty).Select(r => r.Number))];
        // The audience alone: an emergency view opens a matter and shows it in no list.
        var mine = NeedToKnow.AudiencesOf(organisation, caller.PersonId ?? "", clock.GetUtcNow());
        var incidents = (await session.LoadManyAsync<Incident>(cancellation, numbers.Select(Incident.Key))).ToDictionary(i => i.Number);
        return
        [
            .. from report in await session.LoadManyAsync<Report>(cancellation, numbers.Select(Report.Key))
               where report.IncidentNumber is null || report.IncidentNumber == report.Number
               where NeedToKnow.MaySee(mine, NeedToKnow.AudienceOf(report, incidents.GetValueOrDefault(report.Number)))
               let matter = Of(report, incidents.GetValueOrDefault(report.Number), told.GetValueOrDefault(report.Number), organisation)
               where matter.History.Proposal is not null || !matter.History.Disposals.IsEmpty || matter.Period.IsOver(today)
               orderby report.ReportedAt
               select matter,
        ];
    }

    /// <exception cref="NotFoundException">There is no such matter, or the caller may not see it.</exception>
    public async Task<KeptMatter> Get(Caller caller, string number, CancellationToken cancellation)
    {
        var report = await cases.Report(caller, number, null, cancellation);
        var organisation = await Require(caller, cancellation);
        await using var session = sessions.Read(caller.Tenant);
        if (report.IncidentNumber is { } other && other != number) throw new NotFoundException("その件", "matter");

        return Of(report, await session.LoadAsync<Incident>(Incident.Key(number), cancellation), await session.LoadAsync<RetentionHistory>(RetentionHistory.Key(number), cancellation), organisation);
    }

    public async Task<CommandOutcome> Take(string number, ICommand<RetentionHistory, RetentionEvent> command, Sent sent, CancellationToken cancellation)
    {
        var matter = await Get(sent.Caller, number, cancellation);
        return command switch
        {
            ProposeDisposal wish => await desk.Take(number, wish with { Period = matter.Period, Parts = await Parts(sent.Caller.Tenant, number, wish.Scope, cancellation) }, sent, cancellation),
            CarryOutDisposal wish => await CarryOut(matter, wish, sent, cancellation),
            _ => await desk.Take(number, command, sent, cancellation),
        };
    }

    private async Task<CommandOutcome> CarryOut(KeptMatter matter, CarryOutDisposal wish, Sent sent, CancellationToken cancellation)
    {
        await using var turn = await new PostgresDistributedLock(new(EvidenceStore.Turn(sent.Caller.Tenant)), source).AcquireAsync(timeout: null, cancellation);
        var parts = await Parts(sent.Caller.Tenant, matter.Number, matter.History.Proposal?.Scope ?? DisposalScope.Contacts, cancellation);
        // What was found belongs to the proposal that was read: where another has come meanwhile, nothing is destroyed.
        return await desk.Take(matter.Number, wish with { Period = matter.Period, Parts = parts }, sent with { ExpectedVersion = sent.ExpectedVersion ?? matter.History.Version, AlongWith = (writing, origin) => DisposableMatter.Destroy(writing, parts, origin) }, cancellation);
    }

    private async Task<DisposableParts> Parts(string tenant, string number, DisposalScope scope, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        string[] reports = [number, .. await session.LoadAsync<Incident>(Incident.Key(number), cancellation) is { } incident ? incident.JoinedReports : []];
        return await DisposableMatter.Find(session, source, number, reports, scope, cancellation);
    }

    private async Task<Organisation> Require(Caller caller, CancellationToken cancellation)
    {
        var organisation = await directory.Get(caller.Tenant, cancellation);
        PolicyViolationException.ThrowIf(!Acting.Held(organisation, caller.PersonId ?? "", clock.GetUtcNow()).Any(a => Readers.Contains(a.Office)), Rules.OfficeMayNot);
        return organisation;
    }

    private async Task<IEnumerable<string>> Old(string tenant, int fiscalYear, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"""
            select number from {EventStore.Schema}.case_line l where tenant_id = $1 and fiscal_year <= $2
              and not exists (select from {EventStore.Schema}.mt_events e where e.tenant_id = $1 and e.stream_id = 'retention/' || l.number and e.type = '{MatterDisposed.StoredAs}' and e.data ->> 'scope' = '{DisposalScope.Everything}')
            order by reported_at limit {Most}
            """);
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = fiscalYear });
        var numbers = new List<string>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) numbers.Add(rows.GetString(0));
        return numbers;
    }

    private static KeptMatter Of(Report report, Incident? incident, RetentionHistory? told, Organisation organisation) =>
        new(report.Number, incident?.Title ?? report.Occurrence.Description, incident is not null, RetentionPeriod.Of(report, incident, told?.Class, organisation.Settings.Retention), told ?? new(report.Number));
}

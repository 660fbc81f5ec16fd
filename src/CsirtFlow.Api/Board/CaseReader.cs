using System.Collections.Immutable;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using JasperFx.Events;
using Marten;
using Marten.Linq.MatchesSql;

namespace CsirtFlow.Api.Board;

/// <summary>What the queue is asked for.</summary>
/// <param name="Show"><c>open</c> (default), <c>overdue</c>, <c>mine</c>, <c>done</c> or <c>all</c>.</param>
/// <param name="Search">Substring; widths, case and kana do not matter. Up to 100 characters.</param>
/// <param name="Page">From 1.</param>
/// <param name="Size">Rows a page, 1 to 100.</param>
public sealed record CaseQuery(string Show = "open", string? Search = null, string? SectionId = null, OccurrenceKind? Kind = null, int Page = 1, int Size = 50);

/// <summary>One page of the queue.</summary>
public sealed record CaseList(ImmutableArray<Case> Cases, long Total, int Page, int Size);

/// <summary>Reads cases for one person: whatever is not the person's matter does not exist, not even in a count.</summary>
public sealed class CaseReader(Sessions sessions, OrganisationDirectory directory, TimeProvider clock)
{
    public async Task<CaseList> Find(Caller caller, CaseQuery query, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var organisation = await directory.Get(caller.Tenant, cancellation);
        string[] mine = [.. NeedToKnow.AudiencesOf(organisation, caller.PersonId ?? "", now)];
        var (page, size) = (Math.Max(1, query.Page), Math.Clamp(query.Size, 1, 100));

        await using var session = sessions.Read(caller.Tenant);
        var cases = session.Query<Case>().Where(c => c.MatchesSql("jsonb_exists_any(d.data -> 'audience', ?)", (object)mine));
        cases = query.Show switch
        {
            "all" => cases,
            "done" => cases.Where(c => c.Done),
            "overdue" => cases.Where(c => !c.Done && c.NextDue <= now),
            "mine" => Mine(cases, organisation, caller.PersonId ?? "", now),
            _ => cases.Where(c => !c.Done),
        };
        if (query.SectionId is { Length: > 0 } section) cases = cases.Where(c => c.SectionId == section);
        if (query.Kind is { } kind) cases = cases.Where(c => c.MatchesSql("d.data -> 'kinds' @> to_jsonb(?::text)", kind.ToString()));
        if (query.Search is { Length: > 0 } search) cases = Search(cases, search);

        var rows = await cases.Stats(out var statistics)
            // Impact on 119 outranks everything, then the nearest limit.
            .OrderBy(c => c.Done).ThenBy(c => c.Rank).ThenBy(c => c.NextDue!).ThenByDescending(c => c.ReportedAt)
            .Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        return new([.. rows], statistics.TotalResults, page, size);
    }

    private static IQueryable<Case> Mine(IQueryable<Case> cases, Organisation o, string personId, DateTimeOffset now)
    {
        string[] offices = [.. Acting.Held(o, personId, now).Select(a => a.Office.ToString()).Distinct()];
        return cases.Where(c => !c.Done && c.MatchesSql("jsonb_path_query_array(d.data, '$.openDuties[*].owners[*]') <> '[]' and jsonb_exists_any(jsonb_path_query_array(d.data, '$.openDuties[*].owners[*]'), ?)", (object)offices));
    }

    private static IQueryable<Case> Search(IQueryable<Case> cases, string search)
    {
        var folded = Case.Fold(search.Length > 100 ? search[..100] : search);
        return cases.Where(c => c.SearchText.Contains(folded));
    }

    /// <summary>The report, when the person may see it.</summary>
    public async Task<Report> Report(Caller caller, string number, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        await using var session = sessions.Read(caller.Tenant);
        var now = await State<Report>(session, Domain.Report.Key(number), null, number, cancellation);
        var incident = now.IncidentNumber is { } n ? await session.LoadAsync<Incident>(Domain.Incident.Key(n), cancellation) : null;
        await Allow(caller, NeedToKnow.AudienceOf(now, incident), cancellation);
        return asOf is null ? now : await State<Report>(session, Domain.Report.Key(number), asOf, number, cancellation);
    }

    /// <summary>The incident, when the person may see it now; its state as of <paramref name="asOf"/> (UTC instant).</summary>
    public async Task<Incident> Incident(Caller caller, string number, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        await using var session = sessions.Read(caller.Tenant);
        var now = await State<Incident>(session, Domain.Incident.Key(number), null, number, cancellation);
        await Allow(caller, NeedToKnow.AudienceOf(now), cancellation);
        return asOf is null ? now : await State<Incident>(session, Domain.Incident.Key(number), asOf, number, cancellation);
    }

    /// <summary>Every event of a stream, oldest first; the caller must have been allowed to see the case.</summary>
    public async Task<ImmutableArray<EventLine>> Events(string tenant, string key, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        var events = await session.Events.FetchStreamAsync(key, timestamp: asOf, token: cancellation);
        return [.. events.Select(EventLine.Of)];
    }

    /// <summary>Which of these cases the person may see.</summary>
    public async Task<IReadOnlySet<string>> Visible(Caller caller, IEnumerable<string> numbers, CancellationToken cancellation)
    {
        var mine = NeedToKnow.AudiencesOf(await directory.Get(caller.Tenant, cancellation), caller.PersonId ?? "", clock.GetUtcNow());
        await using var session = sessions.Read(caller.Tenant);
        var reports = await session.LoadManyAsync<Report>(cancellation, numbers.Distinct().Select(Domain.Report.Key));
        var incidents = (await session.LoadManyAsync<Incident>(cancellation, reports.Select(r => r.IncidentNumber).OfType<string>().Distinct().Select(Domain.Incident.Key))).ToDictionary(i => i.Number);
        return reports.Where(r => NeedToKnow.MaySee(mine, NeedToKnow.AudienceOf(r, r.IncidentNumber is { } n ? incidents.GetValueOrDefault(n) : null))).Select(r => r.Number).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The notices of a case, oldest first.</summary>
    public async Task<IReadOnlyList<Notice>> Notices(string tenant, string number, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        return await session.Query<Notice>().Where(n => n.Number == number).OrderBy(n => n.QueuedAt).ToListAsync(cancellation);
    }

    private static async Task<TState> State<TState>(IQuerySession session, string key, DateTimeOffset? asOf, string number, CancellationToken cancellation) where TState : class
    {
        if (!ReceiptNumber.IsValid(number)) throw new NotFoundException("その受付番号の件");

        var state = asOf is null
            ? await session.LoadAsync<TState>(key, cancellation)
            : await session.Events.AggregateStreamAsync<TState>(key, timestamp: asOf, token: cancellation);
        return state ?? throw new NotFoundException("その受付番号の件");
    }

    private async Task Allow(Caller caller, ImmutableArray<string> audience, CancellationToken cancellation)
    {
        var organisation = await directory.Get(caller.Tenant, cancellation);
        if (!NeedToKnow.MaySee(NeedToKnow.AudiencesOf(organisation, caller.PersonId ?? "", clock.GetUtcNow()), audience)) throw new NotFoundException("その受付番号の件");
    }
}

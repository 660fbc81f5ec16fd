using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Marten.Linq.MatchesSql;

namespace CsirtFlow.Api.Web.Home;

/// <summary>The start page of one person.</summary>
/// <param name="Works">What waits, most urgent first.</param>
/// <param name="Own">The person's own reports, newest first.</param>
/// <param name="Recent">The latest incidents, for the auditor alone.</param>
/// <param name="Undelivered">Notices that did not arrive; null for whoever does not look after them.</param>
public sealed record HomeView(ImmutableArray<Assignment> Held, ImmutableArray<Work> Works, ImmutableArray<Case> Own, ImmutableArray<Case> Recent, int? Undelivered);

/// <summary>Finds what waits for a person: rows of the queue say where to look, the states themselves what is still open.</summary>
public sealed class HomeReader(Sessions sessions, OrganisationDirectory directory, NoticeDesk notices, TimeProvider clock)
{
    private const int MostCases = 300;
    private const int MostListed = 20;

    /// <summary>An order or a question reaches sections and systems that the report itself did not concern.</summary>
    private static readonly string[] ReachingOut = ["32-3-3-done", "32-3-3-others", "32-3-5-measures"];

    public async Task<HomeView> Of(Caller caller, CancellationToken cancellation)
    {
        var (now, person) = (clock.GetUtcNow(), caller.PersonId ?? "");
        var organisation = await directory.Get(caller.Tenant, cancellation);
        var held = Acting.Held(organisation, person, now);
        var audiences = NeedToKnow.AudiencesOf(organisation, person, now);

        await using var session = sessions.Read(caller.Tenant);
        var works = held.IsEmpty ? [] : await Works(session, new Waiting(organisation, person, now), audiences, cancellation);
        var auditor = held.Any(a => a.Office == Office.Auditor);
        return new(held, [.. works.OrderBy(w => w.Urgency)], await Own(session, person, cancellation),
            auditor ? await Rows(Visible(session, audiences).Where(c => c.IsIncident), cancellation) : [],
            await notices.IsAtDesk(caller, cancellation) ? (await notices.List(caller, all: false, cancellation)).Count : null);
    }

    private static async Task<List<Work>> Works(IQuerySession session, Waiting waiting, ImmutableArray<string> audiences, CancellationToken cancellation)
    {
        var rows = await session.Query<Case>()
            .Where(c => c.MatchesSql("(not (d.data ->> 'done')::boolean and jsonb_exists_any(d.data -> 'audience', ?)) or jsonb_exists_any(jsonb_path_query_array(d.data, '$.openDuties[*].key'), ?)", audiences.ToArray(), ReachingOut))
            .OrderBy(c => c.Rank).ThenBy(c => c.NextDue!).Take(MostCases).ToListAsync(cancellation);
        var reports = await session.LoadManyAsync<Report>(cancellation, rows.Select(r => Report.Key(r.Id)));
        var incidents = (await session.LoadManyAsync<Incident>(cancellation, reports.Select(r => r.IncidentNumber).OfType<string>().Distinct().Select(Incident.Key))).ToDictionary(i => i.Number);

        var works = new List<Work>();
        foreach (var report in reports)
            if (NeedToKnow.MaySee(audiences, NeedToKnow.AudienceOf(report, report.IncidentNumber is { } n ? incidents.GetValueOrDefault(n) : null))) works.AddRange(waiting.Of(report));
        foreach (var incident in incidents.Values)
            if (NeedToKnow.MaySee(audiences, NeedToKnow.AudienceOf(incident))) works.AddRange(waiting.Of(incident, waiting.AsksForWords(incident) ? [.. (await session.Events.FetchStreamAsync(incident.Id, token: cancellation)).Select(e => e.Data)] : []));
        return works;
    }

    // A mark of the person may also come from a restriction to them: the report itself says whose it is.
    private static async Task<ImmutableArray<Case>> Own(IQuerySession session, string person, CancellationToken cancellation)
    {
        var rows = await Rows(Visible(session, [$"person:{person}"]), cancellation);
        var mine = (await session.LoadManyAsync<Report>(cancellation, rows.Select(r => Report.Key(r.Id)))).Where(r => r.Reporter.PersonId == person).Select(r => r.Number).ToHashSet(StringComparer.Ordinal);
        return [.. rows.Where(r => mine.Contains(r.Id))];
    }

    private static IQueryable<Case> Visible(IQuerySession session, ImmutableArray<string> audiences) =>
        session.Query<Case>().Where(c => c.MatchesSql("jsonb_exists_any(d.data -> 'audience', ?)", (object)audiences.ToArray()));

    private static async Task<ImmutableArray<Case>> Rows(IQueryable<Case> cases, CancellationToken cancellation) =>
        [.. await cases.OrderByDescending(c => c.ReportedAt).Take(MostListed).ToListAsync(cancellation)];
}

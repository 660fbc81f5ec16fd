using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Evidence;
using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Mail;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Marten.Events;

namespace CsirtFlow.Api.Web.Home;

/// <summary>The start page of one person.</summary>
/// <param name="Works">What waits, most urgent first.</param>
/// <param name="News">Unread notices about other matters, newest first.</param>
/// <param name="Own">The person's own reports, newest first.</param>
/// <param name="Recent">The latest incidents, for the auditor alone.</param>
/// <param name="Alone">受付番号 of those among the latest in which one person did alone what two should (18-1).</param>
/// <param name="Undelivered">Notices that did not arrive; null for whoever does not look after them.</param>
/// <param name="Inbox">受信メール that wait, and mailboxes that cannot be read; null for whoever does not look after them.</param>
/// <param name="Found">検出 in files that came lately; empty for whoever is not CSIRT.</param>
public sealed record HomeView(ImmutableArray<Assignment> Held, ImmutableArray<Work> Works, ImmutableArray<News> News, ImmutableArray<Case> Own, ImmutableArray<Case> Recent, ImmutableHashSet<string> Alone, int? Undelivered, InboxGlance? Inbox, IReadOnlyList<FoundFile> Found);

/// <summary>Finds what waits for a person: rows of the queue say where to look, the states themselves what is still open.</summary>
public sealed class HomeReader(Sessions sessions, CaseLines lines, OrganisationDirectory directory, FormDirectory forms, NoticeDesk notices, InboxDesk inbox, FoundFiles found, TimeProvider clock)
{
    private const int MostCases = 150;
    private const int MostDocuments = 30;
    private const int MostListed = 20;

    public async Task<HomeView> Of(Caller caller, CancellationToken cancellation)
    {
        var (now, person) = (clock.GetUtcNow(), caller.PersonId ?? "");
        var organisation = await directory.Get(caller.Tenant, cancellation);
        var held = Acting.Held(organisation, person, now);
        var audiences = NeedToKnow.AudiencesOf(organisation, person, now);

        await using var session = sessions.Read(caller.Tenant);
        var waiting = new Waiting(organisation, person, now);
        List<Work> works = held.IsEmpty ? [] : await Works(session, waiting, audiences, await lines.Waiting(caller.Tenant, [.. audiences], [.. Charge.Held(organisation, person, now)], MostCases, cancellation), cancellation);
        if (!held.IsEmpty) works.AddRange((await forms.Histories(caller.Tenant, cancellation)).SelectMany(waiting.Of));
        var auditor = held.Any(a => a.Office == Office.Auditor);
        var recent = auditor ? await Rows(session, await lines.Newest(caller.Tenant, [.. audiences], incidentsOnly: true, MostListed, cancellation), cancellation) : [];
        return new(held, [.. works.OrderBy(w => w.HurryAt(now)).ThenByDescending(w => w.IsLegal).ThenBy(w => w.Due ?? DateTimeOffset.MaxValue)], await News(session, caller, works, cancellation), await Own(session, caller.Tenant, person, cancellation),
            recent, await Alone(session, [.. recent.Select(c => c.Id)], cancellation), await notices.IsAtDesk(caller, cancellation) ? (await notices.List(caller, all: false, cancellation)).Count : null, await inbox.Glance(caller, cancellation),
            held.Any(a => a.Office is Office.CsirtLead or Office.CsirtMember) ? await found.Of(caller, cancellation) : []);
    }

    // An order or a question reaches sections and systems that the report itself did not concern: each state says who may see it.
    private static async Task<List<Work>> Works(IQuerySession session, Waiting waiting, ImmutableArray<string> audiences, IReadOnlyList<string> numbers, CancellationToken cancellation)
    {
        var reports = await session.LoadManyAsync<Report>(cancellation, numbers.Select(Report.Key));
        var incidents = (await session.LoadManyAsync<Incident>(cancellation, reports.Select(r => r.IncidentNumber).OfType<string>().Distinct().Select(Incident.Key))).ToDictionary(i => i.Number);

        var asking = incidents.Values.Where(i => NeedToKnow.MaySee(audiences, NeedToKnow.AudienceOf(i)) && waiting.AsksForWords(i)).Select(i => i.Id).ToArray();
        var told = asking is [] ? [] : await session.Events.QueryAllRawEvents().Where(e => asking.Contains(e.StreamKey) && e.EventTypesAre(typeof(CisoInformed), typeof(SystemsCheckOrdered))).OrderBy(e => e.Sequence).ToListAsync(cancellation);
        var words = told.ToLookup(e => e.StreamKey, e => e.Data);

        var works = new List<Work>();
        foreach (var report in reports)
            if (NeedToKnow.MaySee(audiences, NeedToKnow.AudienceOf(report, report.IncidentNumber is { } n ? incidents.GetValueOrDefault(n) : null))) works.AddRange(waiting.Of(report));
        foreach (var incident in incidents.Values)
            if (NeedToKnow.MaySee(audiences, NeedToKnow.AudienceOf(incident))) works.AddRange(waiting.Of(incident, [.. words[incident.Id]]));
        works.AddRange(await Documents(session, waiting, audiences, cancellation));
        works.AddRange(await Lists(session, waiting, audiences, cancellation));
        return works;
    }

    // Few stand open at a time, and whose turn it is does not follow from the duties of the case.
    private static async Task<IEnumerable<Work>> Documents(IQuerySession session, Waiting waiting, ImmutableArray<string> audiences, CancellationToken cancellation)
    {
        var asked = await session.Query<CaseDocument>().Where(d => d.Stage == DocumentStage.AwaitsPermission || d.Stage == DocumentStage.AwaitsApproval || d.Stage == DocumentStage.Approved || d.AwaitsReview).OrderBy(d => d.ChangedAt).Take(MostDocuments).ToListAsync(cancellation);
        var drafts = await session.Query<CaseDocument>().Where(d => d.Stage == DocumentStage.Draft).OrderByDescending(d => d.ChangedAt).Take(MostDocuments).ToListAsync(cancellation);
        var open = asked.Concat(drafts).DistinctBy(d => d.Id).ToList();
        var incidents = (await session.LoadManyAsync<Incident>(cancellation, open.Select(d => Incident.Key(d.Number)).Distinct())).Where(i => NeedToKnow.MaySee(audiences, NeedToKnow.AudienceOf(i))).ToDictionary(i => i.Number);
        return open.Where(d => incidents.ContainsKey(d.Number)).SelectMany(d => waiting.Of(d, incidents[d.Number]));
    }

    private static async Task<ImmutableHashSet<string>> Alone(IQuerySession session, string[] numbers, CancellationToken cancellation)
    {
        if (numbers is []) return [];

        var documents = (await session.Query<CaseDocument>().Where(d => numbers.Contains(d.Number)).ToListAsync(cancellation)).ToDictionary(d => d.Id, d => d.Number);
        var streams = numbers.Select(Incident.Key).Concat(documents.Keys).ToArray();
        var judged = await session.Events.QueryAllRawEvents().Where(e => streams.Contains(e.StreamKey) && e.EventTypesAre(typeof(OrderVerified), typeof(MeasuresInstructed), typeof(MeasureVerified), typeof(ExemptionDecided), typeof(DocumentPermitted), typeof(DocumentApproved))).ToListAsync(cancellation);
        return [.. judged.Where(e => Separation.Overrides(e.Data)).Select(e => documents.GetValueOrDefault(e.StreamKey!) ?? e.StreamKey![Incident.Key("").Length..])];
    }

    private static async Task<IEnumerable<Work>> Lists(IQuerySession session, Waiting waiting, ImmutableArray<string> audiences, CancellationToken cancellation)
    {
        var kept = await session.Query<PersonList>().Where(l => l.Stage != PersonListStage.Deleted).Take(MostCases).ToListAsync(cancellation);
        var incidents = (await session.LoadManyAsync<Incident>(cancellation, kept.Select(l => Incident.Key(l.Number)).Distinct())).Where(i => NeedToKnow.MaySee(audiences, NeedToKnow.AudienceOf(i))).ToDictionary(i => i.Number);
        return kept.Where(l => incidents.ContainsKey(l.Number)).SelectMany(l => waiting.Of(l, incidents[l.Number]));
    }

    // Duties that have opened and reminders of them stand among the works; what was done about them is no news.
    private async Task<ImmutableArray<News>> News(IQuerySession session, Caller caller, IReadOnlyCollection<Work> works, CancellationToken cancellation)
    {
        var waiting = works.Select(w => w.Matter.Path).ToHashSet(StringComparer.Ordinal);
        var unread = (await notices.Mine(caller, cancellation)).Where(n => n is { OpenedAt: null, AcknowledgedAt: null, Reason: NoticeReason.Told or NoticeReason.InstructionGiven or NoticeReason.PassedUpAutomatically or NoticeReason.ReportAnswered }).GroupBy(n => n.Case).ToList();
        var about = (await session.LoadManyAsync<Case>(cancellation, unread.Select(g => g.First().Number).Distinct())).ToDictionary(c => c.Id);
        return
        [
            .. from ofCase in unread
               let latest = ofCase.MaxBy(n => n.QueuedAt)!
               let item = about.GetValueOrDefault(latest.Number)
               let news = new News(latest, item, item?.OpenDuties.Where(d => latest.Duties.Contains(d.Key)).Min(d => (DateTimeOffset?)d.Due), ofCase.Count() - 1)
               where !waiting.Contains(news.Path) && (item?.Done != true || latest.Reason is NoticeReason.ReportAnswered)
               select news,
        ];
    }

    // A mark of the person may also come from a restriction to them: the report itself says whose it is.
    private async Task<ImmutableArray<Case>> Own(IQuerySession session, string tenant, string person, CancellationToken cancellation)
    {
        var numbers = await lines.Newest(tenant, [$"person:{person}"], incidentsOnly: false, MostListed, cancellation);
        var mine = (await session.LoadManyAsync<Report>(cancellation, numbers.Select(Report.Key))).Where(r => r.Reporter.PersonId == person).Select(r => r.Number).ToHashSet(StringComparer.Ordinal);
        return await Rows(session, [.. numbers.Where(mine.Contains)], cancellation);
    }

    private static async Task<ImmutableArray<Case>> Rows(IQuerySession session, IReadOnlyList<string> numbers, CancellationToken cancellation) =>
        [.. (await session.LoadManyAsync<Case>(cancellation, numbers)).OrderByDescending(c => c.ReportedAt)];
}

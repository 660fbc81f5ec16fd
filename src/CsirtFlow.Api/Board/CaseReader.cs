using System.Collections.Frozen;
using System.Collections.Immutable;
using CsirtFlow.Api.Access;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.PersonalData;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using JasperFx.Events;
using Marten;

namespace CsirtFlow.Api.Board;

/// <summary>What the queue is asked for.</summary>
/// <param name="Show"><c>open</c> (default), <c>overdue</c>, <c>mine</c>, <c>outside</c> (外部報告あり), <c>done</c> or <c>all</c>.</param>
/// <param name="Search">Substring; widths, case and kana do not matter. Up to 100 characters.</param>
/// <param name="Severity">重要度 of the incident; <see cref="Unrated"/> for what has none yet.</param>
/// <param name="Page">From 1.</param>
/// <param name="Size">Rows a page, 1 to 100.</param>
public sealed record CaseQuery(string Show = "open", string? Search = null, string? SectionId = null, OccurrenceKind? Kind = null, int Page = 1, int Size = 50, string? Severity = null)
{
    /// <summary>未評価: reports that wait for 評価, and incidents whose 重要度 is not decided.</summary>
    public const string Unrated = "none";
}

/// <summary>One page of the queue.</summary>
/// <param name="Total">件数, counted up to <see cref="Counted"/> + 1: nobody needs to know more exactly, and counting would take longer than reading.</param>
/// <param name="HasMore">Whether another page follows.</param>
public sealed record CaseList(ImmutableArray<Case> Cases, long Total, int Page, int Size, bool HasMore)
{
    public const int Counted = 1_000;
}

/// <summary>Reads cases for one person: whatever is not the person's matter does not exist, not even in a count.</summary>
public sealed class CaseReader(Sessions sessions, CaseLines lines, NoticeList notices, OrganisationDirectory directory, AccessRecord access, ReporterContacts contacts, TimeProvider clock)
{
    public async Task<CaseList> Find(Caller caller, CaseQuery query, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var organisation = await directory.Get(caller.Tenant, cancellation);
        var audiences = NeedToKnow.AudiencesOf(organisation, caller.PersonId ?? "", now);
        var charges = Charge.Held(organisation, caller.PersonId ?? "", now);
        var (page, size) = (Math.Max(1, query.Page), Math.Clamp(query.Size, 1, 100));

        // The numbers first, in the order of the queue: impact on 119 outranks everything, then comes what is late, then the nearest limit. Then only the rows of the page.
        var numbers = await lines.Find(caller.Tenant, query, [.. audiences], [.. charges], now, Math.Max(CaseList.Counted + 1, (page * size) + 1), cancellation);
        string[] shown = [.. numbers.Skip((page - 1) * size).Take(size)];
        await using var session = sessions.Read(caller.Tenant);
        var rows = (await session.LoadManyAsync<Case>(cancellation, shown)).ToDictionary(c => c.Id);
        return new([.. shown.Select(n => rows[n].For(audiences))], Math.Min(numbers.Count, CaseList.Counted + 1), page, size, numbers.Count > page * size);
    }

    /// <summary>The report, when the person may see it.</summary>
    public async Task<Report> Report(Caller caller, string number, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        await using var session = sessions.Read(caller.Tenant);
        var now = await State<Report>(session, Domain.Report.Key(number), null, number, cancellation);
        var incident = now.IncidentNumber is { } n ? await session.LoadAsync<Incident>(Domain.Incident.Key(n), cancellation) : null;
        await Allow(caller, (organisation, at) => NeedToKnow.OpenTo(organisation, now, incident, at), cancellation);
        await access.Looked(caller, incident, cancellation);
        return await contacts.Opened(caller.Tenant, asOf is null ? now : await State<Report>(session, Domain.Report.Key(number), asOf, number, cancellation), cancellation);
    }

    /// <summary>The incident, when the person may see it now; its state as of <paramref name="asOf"/> (UTC instant).</summary>
    public async Task<Incident> Incident(Caller caller, string number, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        await using var session = sessions.Read(caller.Tenant);
        var now = await State<Incident>(session, Domain.Incident.Key(number), null, number, cancellation);
        await Allow(caller, (organisation, at) => NeedToKnow.OpenTo(organisation, now, at), cancellation);
        await access.Looked(caller, now, cancellation);
        var then = asOf is null ? now : await State<Incident>(session, Domain.Incident.Key(number), asOf, number, cancellation);
        var seen = await Visible(caller, then.LinkedTo.Select(Domain.Incident.Key), cancellation);
        return then with { LinkedTo = [.. then.LinkedTo.Where(n => seen.Contains(Domain.Incident.Key(n)))] };
    }

    /// <summary>Those of its reports that the person may see, the one that opened it first: whoever may see the incident need not be one who may see each of them.</summary>
    public async Task<ImmutableArray<Report>> ReportsOf(Caller caller, Incident incident, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var visible = await Visible(caller, incident.ReportNumbers.Select(Domain.Report.Key), cancellation);
        var reports = new List<Report>();
        foreach (var number in incident.ReportNumbers.Where(n => visible.Contains(Domain.Report.Key(n)))) reports.Add(await Report(caller, number, asOf, cancellation));
        return [.. reports];
    }

    /// <summary>Every event of a stream, oldest first, but 関連付け with what the caller may not see: it would betray it. The caller must have been allowed to see the case.</summary>
    public async Task<ImmutableArray<EventLine>> Events(Caller caller, string key, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        await using var session = sessions.Read(caller.Tenant);
        var events = await session.Events.FetchStreamAsync(key, timestamp: asOf, token: cancellation);
        var seen = await Visible(caller, events.Select(e => Linked(e.Data)).OfType<string>(), cancellation);
        var course = ImmutableArray.CreateBuilder<EventLine>();
        foreach (var line in events.Where(e => Linked(e.Data) is not { } other || seen.Contains(other)).Select(EventLine.Of))
            course.Add(line.Data is ReportEvent told ? line with { Data = await contacts.Opened(caller.Tenant, key, told, cancellation) } : line);
        return course.ToImmutable();
    }

    private static string? Linked(object e) => e switch
    {
        IncidentLinked linked => Domain.Incident.Key(linked.Number),
        IncidentUnlinked unlinked => Domain.Incident.Key(unlinked.Number),
        _ => null,
    };

    /// <summary>Which of these reports, incidents and mails, by their keys, the person may see. The contacts and the forms are for everybody who signs in.</summary>
    public async Task<IReadOnlySet<string>> Visible(Caller caller, IEnumerable<string> keys, CancellationToken cancellation)
    {
        string[] asked = [.. keys.Distinct()];
        if (asked is []) return FrozenSet<string>.Empty;

        var (at, organisation) = (clock.GetUtcNow(), await directory.Get(caller.Tenant, cancellation));
        var mine = NeedToKnow.AudiencesOf(organisation, caller.PersonId ?? "", at);
        await using var session = sessions.Read(caller.Tenant);
        var reports = await session.LoadManyAsync<Report>(cancellation, asked);
        var incidents = (await session.LoadManyAsync<Incident>(cancellation, asked.Union(reports.Select(r => r.IncidentNumber).OfType<string>().Select(Domain.Incident.Key)))).ToDictionary(i => i.Number);
        var seen = reports.Where(r => NeedToKnow.MaySee(mine, NeedToKnow.OpenTo(organisation, r, r.IncidentNumber is { } n ? incidents.GetValueOrDefault(n) : null, at))).Select(r => r.Id)
            .Concat(incidents.Values.Where(i => NeedToKnow.MaySee(mine, NeedToKnow.OpenTo(organisation, i, at))).Select(i => i.Id))
            .Append(OrganisationState.Key).Append(AccountNotices.Key).Concat(NeedToKnow.MaySee(mine, NeedToKnow.AudienceOfMail) ? asked.Where(key => key == IncomingMail.NoNumber || key.StartsWith(IncomingMail.Key(""), StringComparison.Ordinal)) : []).Concat(asked.Where(key => key.StartsWith("form/", StringComparison.Ordinal) || key.StartsWith("template/", StringComparison.Ordinal)));
        return seen.Intersect(asked).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The incident, where a restriction keeps the person out who may open it in an emergency (緊急閲覧); null for everybody else, and where there is none.</summary>
    public async Task<Incident?> KeptOutFrom(Caller caller, string number, CancellationToken cancellation)
    {
        await using var session = sessions.Read(caller.Tenant);
        return await session.LoadAsync<Incident>(Domain.Incident.Key(number), cancellation) is { } incident
            && NeedToKnow.MayViewInEmergency(await directory.Get(caller.Tenant, cancellation), caller.PersonId ?? "", incident, clock.GetUtcNow()) ? incident : null;
    }

    /// <summary>The 文書 of an incident by form and issue; the caller must have been allowed to read documents.</summary>
    public async Task<ImmutableArray<CaseDocument>> Documents(string tenant, string number, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        return [.. (await session.Query<CaseDocument>().Where(d => d.Number == number).ToListAsync(cancellation)).OrderBy(d => d.Basis.Form, StringComparer.Ordinal).ThenBy(d => d.Basis.Issue)];
    }

    /// <summary>The notices of a case, oldest first.</summary>
    public Task<IReadOnlyList<Notice>> Notices(string tenant, string number, CancellationToken cancellation) => notices.OfNumber(tenant, number, cancellation);

    /// <summary>The notices of a case as they were at a moment (UTC instant), oldest first.</summary>
    public async Task<IReadOnlyList<Notice>> Notices(string tenant, string number, DateTimeOffset asOf, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        var then = ImmutableDictionary<string, Notice>.Empty;
        foreach (var stream in (await notices.OfNumber(tenant, number, cancellation)).Where(n => n.QueuedAt <= asOf).Select(n => n.Stream).Distinct())
            then = Notice.After(then, stream, (await session.Events.FetchStreamAsync(stream, timestamp: asOf, token: cancellation)).Select(e => e.Data).Cast<NoticeEvent>());
        return [.. then.Values.OrderBy(n => n.QueuedAt).ThenBy(n => n.Id, StringComparer.Ordinal)];
    }

    private static async Task<TState> State<TState>(IQuerySession session, string key, DateTimeOffset? asOf, string number, CancellationToken cancellation) where TState : class
    {
        if (!ReceiptNumber.IsValid(number)) throw NotFoundException.Case();

        var state = asOf is null
            ? await session.LoadAsync<TState>(key, cancellation)
            : await session.Events.AggregateStreamAsync<TState>(key, timestamp: asOf, token: cancellation);
        return state ?? throw NotFoundException.Case();
    }

    private async Task Allow(Caller caller, Func<Organisation, DateTimeOffset, ImmutableArray<string>> openTo, CancellationToken cancellation)
    {
        var (at, organisation) = (clock.GetUtcNow(), await directory.Get(caller.Tenant, cancellation));
        if (!NeedToKnow.MaySee(NeedToKnow.AudiencesOf(organisation, caller.PersonId ?? "", at), openTo(organisation, at))) throw NotFoundException.Case();
    }
}

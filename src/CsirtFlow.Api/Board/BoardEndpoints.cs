using System.Collections.Immutable;
using System.Globalization;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Wolverine.Http;

namespace CsirtFlow.Api.Board;

/// <summary>An incident with how its duties stand.</summary>
/// <param name="MissingForClosing">What stands in the way of closing; of its reports, those that the reader may see.</param>
public sealed record IncidentAnswer(Incident Incident, ImmutableArray<DutyStanding> Duties, ImmutableArray<PolicyRule> MissingForClosing, DateTimeOffset AsOf);

/// <summary>A report with how its duties stand.</summary>
public sealed record ReportAnswer(Report Report, ImmutableArray<DutyStanding> Duties, DateTimeOffset AsOf);

/// <summary>Reading: the queue, one case, as of any moment.</summary>
public static class BoardEndpoints
{
    /// <summary>GET /api/incidents?show=&amp;search=&amp;section=&amp;kind=&amp;severity=&amp;page=&amp;size= — reports that wait for 評価 are in it too.</summary>
    [WolverineGet("/api/incidents")]
    public static async Task<CaseList> Queue(CaseReader cases, HttpContext http) => await cases.Find(Caller.Of(http, "api"), QueryOf(http.Request.Query), http.RequestAborted);

    [WolverineGet("/api/incidents/{number}")]
    public static async Task<IncidentAnswer> Incident(string number, CaseReader cases, OrganisationDirectory directory, TimeProvider clock, HttpContext http)
    {
        var (caller, asOf) = (Caller.Of(http, "api"), AsOf(http.Request.Query));
        var incident = await cases.Incident(caller, number, asOf, http.RequestAborted);
        http.Response.Headers.ETag = Answers.ETag(incident.Version);
        var (organisation, at) = await Then(directory, caller, asOf, clock, http);
        var reports = await cases.ReportsOf(caller, incident, asOf, http.RequestAborted);
        return new(incident, DutyTable.Standing(incident, organisation.Settings, at), [.. ClosingConditions.Unmet(incident, reports, organisation)], at);
    }

    [WolverineGet("/api/incidents/{number}/events")]
    public static async Task<ImmutableArray<EventLine>> IncidentEvents(string number, CaseReader cases, HttpContext http)
    {
        var (caller, asOf) = (Caller.Of(http, "api"), AsOf(http.Request.Query));
        await cases.Incident(caller, number, null, http.RequestAborted);
        return await cases.Events(caller, Domain.Incident.Key(number), asOf, http.RequestAborted);
    }

    [WolverineGet("/api/incidents/{number}/duties")]
    public static async Task<ImmutableArray<DutyStanding>> IncidentDuties(string number, CaseReader cases, OrganisationDirectory directory, TimeProvider clock, HttpContext http)
    {
        var (caller, asOf) = (Caller.Of(http, "api"), AsOf(http.Request.Query));
        var incident = await cases.Incident(caller, number, asOf, http.RequestAborted);
        var (organisation, at) = await Then(directory, caller, asOf, clock, http);
        return DutyTable.Standing(incident, organisation.Settings, at);
    }

    [WolverineGet("/api/incidents/{number}/notices")]
    public static async Task<IReadOnlyList<Notice>> IncidentNotices(string number, CaseReader cases, HttpContext http)
    {
        var caller = Caller.Of(http, "api");
        await cases.Incident(caller, number, null, http.RequestAborted);
        return await cases.Notices(caller.Tenant, number, http.RequestAborted);
    }

    [WolverineGet("/api/reports/{number}")]
    public static async Task<ReportAnswer> Report(string number, CaseReader cases, OrganisationDirectory directory, TimeProvider clock, HttpContext http)
    {
        var (caller, asOf) = (Caller.Of(http, "api"), AsOf(http.Request.Query));
        var report = await cases.Report(caller, number, asOf, http.RequestAborted);
        http.Response.Headers.ETag = Answers.ETag(report.Version);
        var (organisation, at) = await Then(directory, caller, asOf, clock, http);
        return new(report, DutyTable.Standing(report, organisation.Settings, at), at);
    }

    [WolverineGet("/api/reports/{number}/events")]
    public static async Task<ImmutableArray<EventLine>> ReportEvents(string number, CaseReader cases, HttpContext http)
    {
        var (caller, asOf) = (Caller.Of(http, "api"), AsOf(http.Request.Query));
        await cases.Report(caller, number, null, http.RequestAborted);
        return await cases.Events(caller, Domain.Report.Key(number), asOf, http.RequestAborted);
    }

    [WolverineGet("/api/reports/{number}/duties")]
    public static async Task<ImmutableArray<DutyStanding>> ReportDuties(string number, CaseReader cases, OrganisationDirectory directory, TimeProvider clock, HttpContext http) =>
        (await Report(number, cases, directory, clock, http)).Duties;

    [WolverineGet("/api/reports/{number}/notices")]
    public static async Task<IReadOnlyList<Notice>> ReportNotices(string number, CaseReader cases, HttpContext http)
    {
        var caller = Caller.Of(http, "api");
        await cases.Report(caller, number, null, http.RequestAborted);
        return await cases.Notices(caller.Tenant, number, http.RequestAborted);
    }

    public static CaseQuery QueryOf(IQueryCollection q) => new(
        q["show"].ToString() is { Length: > 0 } show ? show : "open",
        KeepableText.Of(q["search"]),
        KeepableText.Of(q["section"]),
        q["kind"].ToString() is { Length: > 0 } kind ? Enum.TryParse<OccurrenceKind>(kind, ignoreCase: true, out var k) && Enum.IsDefined(k) ? k : throw new BadRequestException("kind の値が正しくありません。", "There is no such kind.") : null,
        Number(q, "page", 1),
        Number(q, "size", 50),
        q["severity"].ToString() is { Length: > 0 } severity ? severity == CaseQuery.Unrated || Enum.GetNames<Severity>().Contains(severity) ? severity : throw new BadRequestException("severity の値が正しくありません。", "There is no such severity.") : null);

    /// <summary>asOf, an ISO 8601 instant with its offset.</summary>
    public static DateTimeOffset? AsOf(IQueryCollection q) =>
        q["asOf"].ToString() is { Length: > 0 } text
            ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) && at.Year is > 2000 and < 2100 ? at
                : throw new BadRequestException("asOf は 2026-11-22T09:52:00+09:00 の形で書いてください。", "Write asOf as 2026-11-22T09:52:00+09:00.")
            : null;

    private static int Number(IQueryCollection q, string name, int byDefault) =>
        q[name].ToString() is { Length: > 0 } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 100_000 ? n : throw new BadRequestException($"{name} は1以上の数にしてください。", $"{name} must be a number from 1.")
            : byDefault;

    private static async Task<(Organisation, DateTimeOffset)> Then(OrganisationDirectory directory, Caller caller, DateTimeOffset? asOf, TimeProvider clock, HttpContext http) =>
        asOf is { } at
            ? (await directory.At(caller.Tenant, at, http.RequestAborted), at)
            : (await directory.Get(caller.Tenant, http.RequestAborted), clock.GetUtcNow());
}

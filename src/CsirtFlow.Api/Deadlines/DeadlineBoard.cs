using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.Deadlines;

/// <summary>期限の一覧: the running statutory clocks of the incidents that a person may see, most urgent first. Asked anew at each look, so that nothing is missed after an outage.</summary>
public sealed class DeadlineBoard(CaseReader cases, CaseLines lines, Sessions sessions, OrganisationDirectory directory, TimeProvider clock)
{
    internal static readonly Office[] Readers = [Office.CsirtLead, Office.CsirtMember, Office.ContactPoint, Office.SupervisingOfficer, Office.Ciso, Office.Administration, Office.Auditor];

    /// <summary>Incidents of one look, those with the nearest limits; the page says when there are more.</summary>
    internal const int MostIncidents = 80;

    public Task<ImmutableArray<RunningDeadline>> All(Caller caller, CancellationToken cancellation) => Of(caller, [.. PersonalDataLaw.DutyKeys], RunningDeadline.Of, cancellation);

    /// <summary>仮の期限 of the incidents of which it is not known yet whether a report is owed.</summary>
    public Task<ImmutableArray<RunningDeadline>> Provisional(Caller caller, CancellationToken cancellation) => Of(caller, [PersonalDataLaw.AssessmentDuty], RunningDeadline.ProvisionalOf, cancellation);

    private async Task<ImmutableArray<RunningDeadline>> Of(Caller caller, string[] owing, Func<Incident, Organisation, DateTimeOffset, IEnumerable<RunningDeadline>> of, CancellationToken cancellation)
    {
        var (now, organisation) = (clock.GetUtcNow(), await directory.Get(caller.Tenant, cancellation));
        var audiences = NeedToKnow.AudiencesOf(organisation, caller.PersonId ?? "", now);
        var numbers = await lines.Owing(caller.Tenant, [.. audiences], owing, MostIncidents, cancellation);
        await using var session = sessions.Read(caller.Tenant);
        var incidents = (await session.LoadManyAsync<Incident>(cancellation, numbers.Select(Incident.Key))).Where(i => NeedToKnow.MaySee(audiences, NeedToKnow.AudienceOf(i)));
        return [.. incidents.SelectMany(i => of(i, organisation, now)).OrderBy(d => d.Deadline.Limit).ThenBy(d => d.Number, StringComparer.Ordinal)];
    }

    /// <exception cref="NotFoundException">No such incident, or not the person's matter.</exception>
    public async Task<ImmutableArray<RunningDeadline>> Of(Caller caller, string number, CancellationToken cancellation) =>
        [.. RunningDeadline.Of(await cases.Incident(caller, number, null, cancellation), await directory.Get(caller.Tenant, cancellation), clock.GetUtcNow())];
}

public static class DeadlineEndpoints
{
    /// <summary>GET /api/deadlines — the 期限（法令） that run, next limit first, of up to 80 incidents.</summary>
    [WolverineGet("/api/deadlines")]
    public static async Task<ImmutableArray<RunningDeadline>> All(DeadlineBoard board, NoticeDesk desk, HttpContext http) =>
        await board.All(await desk.Require(http, DeadlineBoard.Readers), http.RequestAborted);
}

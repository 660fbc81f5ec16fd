using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Audit;

/// <summary>One line of 履行状況 with what proves it.</summary>
/// <param name="Kind"><c>reports</c> or <c>incidents</c>: where the proving event stands.</param>
/// <param name="Proof">Version of the event that fulfilled it, or after which it was no longer owed.</param>
public sealed record ProvenDuty(DutyStanding Duty, string Kind, long? Proof);

/// <summary>第32条履行状況 of one case at a moment, for the auditor (50-1) and the file.</summary>
/// <param name="Kind"><c>reports</c> or <c>incidents</c>, as in the address.</param>
/// <param name="At">The moment that is shown (UTC instant).</param>
/// <param name="Report">Null when the reader may see the incident but not the report that it was made of.</param>
/// <param name="Reader">Offices of the person who looks.</param>
public sealed record DutySheet(string Kind, string Number, Report? Report, Incident? Incident, ImmutableArray<ProvenDuty> Duties, ImmutableArray<Notice> Notices, Organisation Organisation,
    DateTimeOffset At, bool Past, ImmutableArray<Office> Reader)
{
    public int Count(Standing standing) => Duties.Count(d => d.Duty.Standing == standing);

    public int MetInTime => Duties.Count(d => d.Duty.Standing is Standing.Met && d.Duty.SettledAt <= d.Duty.Due);

    /// <summary>Titles of the duties that a notice was about.</summary>
    public IEnumerable<Wording> About(Notice notice) => Duties.Where(d => notice.Duties.Contains(d.Duty.Key)).Select(d => new Wording($"{Clause.Spell(d.Duty.Clause)}　{d.Duty.Title}", $"{Clause.InEnglish(d.Duty.Clause)} {d.Duty.English.Title}"));
}

/// <summary>Puts the sheet together; <see cref="CaseReader"/> decides who may see what.</summary>
public sealed class DutySheets(CaseReader cases, OrganisationDirectory directory, TimeProvider clock)
{
    public async Task<DutySheet> Of(Caller caller, string kind, string number, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // What has not happened yet cannot be shown.
        if (asOf > now) asOf = null;
        var at = asOf ?? now;
        var incident = kind == "incidents" ? await cases.Incident(caller, number, asOf, cancellation) : null;
        var report = incident is null ? await cases.Report(caller, number, asOf, cancellation) : await Visible(caller, number, asOf, cancellation);
        var organisation = asOf is null ? await directory.Get(caller.Tenant, cancellation) : await directory.At(caller.Tenant, at, cancellation);
        var notices = asOf is null ? await cases.Notices(caller.Tenant, number, cancellation) : await cases.Notices(caller.Tenant, number, at, cancellation);

        return new(kind, number, report, incident,
            [
                .. report is null ? [] : Proven("reports", DutyTable.Standing(report, organisation.Settings, at), Proofs.OfReport(report.Id, await cases.Events(caller, report.Id, asOf, cancellation))),
                .. incident is null ? [] : Proven("incidents", DutyTable.Standing(incident, organisation.Settings, at), Proofs.OfIncident(incident.Id, await cases.Events(caller, incident.Id, asOf, cancellation))),
            ],
            [.. notices.Where(n => n.Case == report?.Id || n.Case == incident?.Id)], organisation, at, asOf is not null,
            [.. Acting.Held(await directory.Get(caller.Tenant, cancellation), caller.PersonId ?? "", now).Select(a => a.Office).Distinct()]);
    }

    // A section that the incident reached later sees the incident, but not what the reporter said.
    private async Task<Report?> Visible(Caller caller, string number, DateTimeOffset? asOf, CancellationToken cancellation) =>
        (await cases.Visible(caller, [Report.Key(number)], cancellation)).Contains(Report.Key(number)) ? await cases.Report(caller, number, asOf, cancellation) : null;

    private static IEnumerable<ProvenDuty> Proven(string kind, IEnumerable<DutyStanding> duties, IReadOnlyDictionary<string, long> proofs) =>
        duties.Select(d => new ProvenDuty(d, kind, proofs.TryGetValue(d.Key, out var version) ? version : null));
}

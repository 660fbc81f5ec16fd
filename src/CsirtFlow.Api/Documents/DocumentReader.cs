using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Documents;

/// <summary>Reads the documents of an incident for one person: whoever may see the incident by an office. Whoever only reported it sees the receipt.</summary>
public sealed class DocumentReader(CaseReader cases, OrganisationDirectory directory, FormDirectory forms, TimeProvider clock)
{
    private static readonly Office[] Readers =
    [
        Office.CsirtLead, Office.CsirtMember, Office.ContactPoint, Office.SupervisingOfficer, Office.Ciso, Office.Administration, Office.Auditor,
        Office.SecurityOfficer, Office.SecurityManager, Office.SystemManager, Office.SystemOperator,
    ];

    /// <summary>The incident with all that had happened until the moment; null when the person may not read documents, so that a page leaves them away.</summary>
    /// <param name="asOf">UTC instant, or null for now.</param>
    public async Task<CaseFile?> Find(Caller caller, string number, DateTimeOffset? asOf, CancellationToken cancellation) =>
        MayRead(await directory.Get(caller.Tenant, cancellation), caller, await cases.Incident(caller, number, null, cancellation))
            ? await Open(caller, number, asOf, cancellation)
            : null;

    /// <exception cref="PolicyViolationException">The person may see the incident, but no documents.</exception>
    public async Task<ImmutableArray<DocumentListing>> List(Caller caller, string number, DateTimeOffset? asOf, CancellationToken cancellation) =>
        DocumentBinder.List(await Open(caller, number, asOf, cancellation), asOf?.ToString("O"));

    /// <summary>The incident with all that had happened until the moment.</summary>
    /// <exception cref="NotFoundException">No such incident, not the person's matter, or not begun at that moment.</exception>
    /// <exception cref="PolicyViolationException">The person may see the incident, but no documents.</exception>
    public async Task<CaseFile> Open(Caller caller, string number, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (asOf > now) throw new BadRequestException("asOf は過去の時点にしてください。", "asOf must be in the past.");

        var incident = await cases.Incident(caller, number, null, cancellation);
        PolicyViolationException.ThrowIf(!MayRead(await directory.Get(caller.Tenant, cancellation), caller, incident), Rules.OfficeMayNot);

        var organisation = asOf is { } then ? await directory.At(caller.Tenant, then, cancellation) : await directory.Get(caller.Tenant, cancellation);
        var catalogue = asOf is { } moment ? await forms.At(caller.Tenant, moment, cancellation) : await forms.Get(caller.Tenant, cancellation);
        var events = await Stream<IncidentEvent>(caller, Incident.Key(number), cancellation);
        // A report that was detached since belongs to what was written before.
        string[] numbers = [number, .. events.OfType<ReportAttached>().Select(a => a.ReportNumber).Distinct()];
        var reports = new List<ImmutableArray<ReportEvent>>();
        foreach (var report in numbers) reports.Add(await Stream<ReportEvent>(caller, Report.Key(report), cancellation));

        return CaseFile.Open(organisation, events, reports.Select(r => r.AsEnumerable()), asOf ?? now, catalogue) ?? throw new NotFoundException("その時点のインシデント", "incident at that moment");
    }

    // By an office that concerns the incident; or named in its restriction, and then any office will do.
    private bool MayRead(Organisation organisation, Caller caller, Incident incident)
    {
        var (person, now) = (caller.PersonId ?? "", clock.GetUtcNow());
        return Acting.As(organisation, person, Readers, Scope.Of(incident), now) is not null
            || (incident.RestrictedTo.Contains(person) && Acting.Held(organisation, person, now).Any(a => Readers.Contains(a.Office)));
    }

    private async Task<ImmutableArray<T>> Stream<T>(Caller caller, string key, CancellationToken cancellation) =>
        [.. (await cases.Events(caller, key, null, cancellation)).Select(line => line.Data).OfType<T>()];
}

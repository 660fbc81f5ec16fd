using System.Collections.Immutable;
using CsirtFlow.Api.Documents;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web;

/// <summary>A form on the page of a case, for a person who may use it.</summary>
/// <param name="As">The office in which the person would act.</param>
/// <param name="Open">True when it was just refused; then <paramref name="Errors"/> says why and the fields hold what was typed.</param>
public sealed record OfferedForm(CommandForm Form, ImmutableArray<FormField> Fields, Actor As, bool Open, FormErrors Errors);

/// <summary>Everything on the page of a report or an incident.</summary>
/// <param name="Kind"><c>reports</c> or <c>incidents</c>, as in the address.</param>
/// <param name="AsOf">The moment in the past that is shown, or null for now.</param>
public sealed record CaseView(string Kind, string Number, string Title, Report? Report, Incident? Incident, long Version, ImmutableArray<DutyStanding> Duties,
    ImmutableArray<EventLine> Events, IReadOnlyList<Notice> Notices, ImmutableArray<OfferedForm> Forms, ImmutableArray<PolicyRule> MissingForClosing,
    ImmutableArray<DocumentListing> Documents, Organisation Organisation, ImmutableArray<Office> Mine, DateTimeOffset Now, DateTimeOffset? AsOf, string Done)
{
    /// <summary>次にすること: the nearest open duty of my own offices, else the nearest of anybody.</summary>
    public DutyStanding? Next => Duties.Where(d => d.IsOpen).OrderByDescending(d => d.Owners.Any(Mine.Contains)).ThenBy(d => d.Due).FirstOrDefault();

    public bool IsMine(DutyStanding duty) => duty.Owners.Any(Mine.Contains);
}

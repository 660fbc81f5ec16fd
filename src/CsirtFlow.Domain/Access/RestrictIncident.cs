using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>閲覧の制限 (34-2-3): only the named persons and the auditor; then even counts do not leak. Empty lists lift it.</summary>
/// <param name="CisoConcerned">True when the matter concerns the CISO; then the 統括 stays inside in the CISO's place.</param>
/// <param name="InvolvedIds">当事者: they do not see it whatever office they hold.</param>
[Term("閲覧の制限", "Restriction of access", "34-2-3"), By(Office.CsirtLead, Office.SupervisingOfficer, Office.Ciso, Proved = true)]
public sealed record RestrictIncident(ImmutableArray<string> PersonIds, string Reason, bool CisoConcerned = false, ImmutableArray<string>? InvolvedIds = null) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Text(Reason, Rules.ReasonGiven);
        var people = PersonIds.IsDefault ? [] : PersonIds;
        var involved = (InvolvedIds ?? []).Concat(CisoConcerned && !people.IsEmpty ? Holding(Office.Ciso, c) : []).Distinct().ToImmutableArray();
        PolicyViolationException.ThrowIf(people.Concat(involved).Any(id => c.Organisation.Person(id) is null), Rules.PersonKnown);
        PolicyViolationException.ThrowIf(involved.Contains(c.By.PersonId), Rules.NotInvolved);
        if (people.IsEmpty && involved.IsEmpty) return [new IncidentRestricted([], Reason, c.Origin, [])];

        // Who restricts stays inside, and so does whoever answers for the whole: nobody may lock a matter away from everybody.
        var answerable = Holding(Office.Ciso, c).Except(involved).ToList() is { Count: > 0 } cisos ? cisos : Holding(Office.SupervisingOfficer, c);
        return [new IncidentRestricted([.. people.Append(c.By.PersonId).Concat(answerable).Except(involved)], Reason, c.Origin, involved)];
    }

    private static IEnumerable<string> Holding(Office office, Circumstances c) => Holders.Of(c.Organisation, office, Scope.Section(null), c.Now).Select(p => p.Id);
}

namespace CsirtFlow.Domain;

/// <summary>所属の指定 (32-2-1): the desk says where a report belongs that named no section, or the wrong one. The 管理者 of that section is then told.</summary>
[Term("所属の指定", "Assignment to a section", "32-2-1"), By(Office.ContactPoint, Office.CsirtLead, Office.CsirtMember)]
public sealed record AssignSection(string SectionId, string Reason = "") : ICommand<Report, ReportEvent>, IReachesIncident<Report>
{
    public ReportEvent[] Decide(Report state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(string.IsNullOrEmpty(SectionId), Rules.SectionGiven);
        PolicyViolationException.ThrowIf(c.Organisation.Section(SectionId) is null, Rules.SectionKnown);
        Check.Length(Reason);

        return state.Occurrence.SectionId == SectionId ? [] : [new SectionAssigned(SectionId, Reason ?? "", c.Origin)];
    }

    /// <summary>The incident that the report opened is of the same section.</summary>
    public IEnumerable<Consequence> Consequences(Report state, Circumstances c) =>
        state.IncidentNumber == state.Number && state.Occurrence.SectionId != SectionId ? [new(state.Number, new IncidentSectionAssigned(SectionId, Reason ?? "", c.Origin), Opens: false)] : [];
}

using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>担当: whose a duty is, in marks that are stored for searching. A duty names those who are in charge of it, a person is in charge under certain marks; who shares one has it as an own duty.</summary>
/// <remarks>It says of offices and a scope what <see cref="Scope.Covers(Assignment, Organisation)"/> says of one assignment.</remarks>
public static class Charge
{
    public static IEnumerable<string> Of(IEnumerable<Office> offices, Scope scope) => offices.SelectMany(office => office switch
    {
        Office.SecurityManager or Office.SecurityOfficer => InSections(office, scope.SectionIds),
        // Which systems a section has may change while the duty is open.
        Office.SystemManager or Office.SystemOperator => [.. InSections(office, scope.SectionIds), .. scope.SystemIds.Select(id => $"{office}/system:{id}")],
        _ => [$"{office}"],
    }).Distinct();

    /// <summary>The marks of a person at a moment.</summary>
    public static ImmutableArray<string> Held(Organisation o, string personId, DateTimeOffset at) => [.. Acting.Held(o, personId, at).SelectMany(a => Marks(a, o)).Distinct()];

    private static IEnumerable<string> Marks(Assignment a, Organisation o) => a.Office switch
    {
        Office.SecurityManager or Office.SecurityOfficer => a.SectionId is { } section ? InSections(a.Office, [section]) : [],
        Office.SystemManager or Office.SystemOperator => a.SystemId is { } system
            ? [$"{a.Office}/system:{system}", .. InSections(a.Office, o.Systems.Where(s => s.Id == system).Select(s => s.SectionId))]
            : [],
        _ => [$"{a.Office}"],
    };

    private static IEnumerable<string> InSections(Office office, IEnumerable<string> sections) => sections.Select(id => $"{office}/section:{id}");
}

using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>Which section and systems a matter concerns: decides which 情報セキュリティ管理者・責任者・情報システム管理者 are meant.</summary>
public sealed record Scope(ImmutableArray<string> SectionIds, ImmutableArray<string> SystemIds)
{
    public static Scope Of(Report report) => new(report.Occurrence.SectionId is { } s ? [s] : [], []);

    public static Scope Of(Incident i) => new(
        [.. i.Orders.Select(o => o.SectionId).Concat(i.Measures.Select(m => m.SectionId)).Concat(i.SectionId is { } s ? [s] : []).Distinct()],
        [.. i.Checks.Select(c => c.SystemId).Distinct()]);

    /// <summary>Whose information the document carries.</summary>
    public static Scope Of(CaseDocument d) => new(d.Basis.SectionIds, []);

    public static Scope Section(string? id) => new(id is null ? [] : [id], []);

    /// <summary>Whether an assignment concerns this scope; offices that are one per organisation always do.</summary>
    public bool Covers(Assignment a, Organisation organisation) => a.Office switch
    {
        Office.SecurityManager or Office.SecurityOfficer => a.SectionId is { } id && SectionIds.Contains(id),
        Office.SystemManager or Office.SystemOperator => a.SystemId is { } id && (SystemIds.Contains(id) || Systems(organisation).Contains(id)),
        _ => true,
    };

    /// <summary>Whether a shift concerns this scope; where the office is one per organisation, its shifts always do.</summary>
    public bool Covers(Shift shift) => shift.Office is not (Office.SecurityManager or Office.SecurityOfficer) || SectionIds.Contains(shift.SectionId);

    /// <summary>The parts in each of which somebody must be found: one section or one system at a time.</summary>
    internal ImmutableArray<Scope> Apart(Office office, Organisation organisation)
    {
        ImmutableArray<Scope> parts = office switch
        {
            Office.SecurityManager or Office.SecurityOfficer => [.. SectionIds.Select(Section)],
            Office.SystemManager or Office.SystemOperator when Systems(organisation).Any() => [.. Systems(organisation).Select(id => new Scope([], [id]))],
            Office.SystemManager or Office.SystemOperator => [.. SectionIds.Select(Section)],
            _ => [],
        };
        return parts.IsEmpty ? [this] : parts;
    }

    /// <summary>The sections that answer for the systems: where a 情報システム管理者 cannot be reached.</summary>
    internal Scope Owners(Organisation organisation) =>
        new([.. SectionIds.Concat(organisation.Systems.Where(s => SystemIds.Contains(s.Id)).Select(s => s.SectionId)).Distinct()], []);

    private IEnumerable<string> Systems(Organisation organisation) =>
        organisation.Systems.Where(s => SystemIds.Contains(s.Id) || SectionIds.Contains(s.SectionId)).Select(s => s.Id);
}

namespace CsirtFlow.Notifications.Documents;

/// <summary>様式集: every version of every form that there was at a moment, those of the product and those that the house made of them.</summary>
public sealed class FormCatalogue
{
    /// <param name="house">改定した版. Under the number of a version of the product they stand in its place: a document keeps what it began with.</param>
    public FormCatalogue(IEnumerable<FormDefinition> house)
    {
        All = [.. house.Concat(FormDefinition.All).DistinctBy(f => (f.Id, f.Version)).OrderBy(f => f.Order).ThenBy(f => f.Id, StringComparer.Ordinal).ThenBy(f => f.Version)];
        AskedByMany = All.SelectMany(f => f.Rows.Select(r => (f.Id, r.Key))).Distinct().GroupBy(r => r.Key, StringComparer.Ordinal).Where(asked => asked.Count() > 1).Select(asked => asked.Key).ToHashSet(StringComparer.Ordinal);
        Choices = All.GroupBy(f => f.Id, StringComparer.Ordinal).SelectMany(f => Latest(f).Rows).Where(r => r.Choices is { Count: > 0 })
            .GroupBy(r => r.Key, StringComparer.Ordinal).ToDictionary(rows => rows.Key, IReadOnlyList<string> (rows) => [.. rows.SelectMany(r => r.Choices!).Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);
    }

    /// <summary>Without any revision of the house.</summary>
    public static FormCatalogue Product { get; } = new([]);

    public IReadOnlyList<FormDefinition> All { get; }

    /// <summary>欄の鍵 that more than one form asks for.</summary>
    public IReadOnlySet<string> AskedByMany { get; }

    /// <summary>欄の鍵 → 選択肢 that the forms offer for it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Choices { get; }

    /// <summary>The forms that are valid on a day: the house's own, then by law, then to other bodies, then for everybody.</summary>
    public IEnumerable<FormDefinition> InForce(DateOnly on) => All.Where(f => f.ValidFrom <= on).GroupBy(f => f.Id, StringComparer.Ordinal).Select(Latest).OrderBy(f => f.Order).ThenBy(f => f.Id, StringComparer.Ordinal);

    /// <summary>The version of a form that is valid on a day, or null.</summary>
    public FormDefinition? InForce(string id, DateOnly on) => All.Where(f => f.Id == id && f.ValidFrom <= on) is var versions && versions.Any() ? Latest(versions) : null;

    public FormDefinition? Version(string id, int version) => All.FirstOrDefault(f => f.Id == id && f.Version == version);

    // A version that was made for a later day outlasts one that was made after it for an earlier day.
    private static FormDefinition Latest(IEnumerable<FormDefinition> versions) => versions.OrderBy(f => f.ValidFrom).ThenBy(f => f.Version).Last();
}

using System.Collections.Immutable;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Cases;

/// <summary>わかっていること in groups, as people ask for them: by the first part of the key.</summary>
public static class FactGroups
{
    private static readonly (Wording Title, ImmutableArray<string> Parts)[] Groups =
    [
        (new("事案", "The incident"), ["incident", "reporter"]),
        (new("システムと影響", "Systems and effects"), ["system", "impact"]),
        (new("個人情報と本人", "Personal data and persons concerned"), ["data", "my_number", "persons", "harm"]),
        (new("原因と攻撃", "Cause and attack"), ["cause", "attack", "ddos", "ransom", "investigation"]),
        (new("対応", "Response"), ["containment", "recovery", "prevention", "evidence"]),
    ];

    private static readonly Wording Rest = new("外部との関係・そのほか", "Outside, and the rest");

    public static Wording Of(string key) => Array.Find(Groups, g => g.Parts.Contains(key.Split('.')[0])).Title ?? Rest;

    /// <summary>In the order of the page, each group with its items.</summary>
    public static IEnumerable<IGrouping<Wording, T>> Of<T>(IEnumerable<T> items, Func<T, string> key) =>
        items.GroupBy(i => Of(key(i))).OrderBy(g => Array.FindIndex(Groups, x => x.Title == g.Key) is >= 0 and var i ? i : Groups.Length);
}

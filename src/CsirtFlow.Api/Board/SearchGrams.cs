using System.Text;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Board;

/// <summary>The search's index: every letter and every pair of neighbouring letters of a folded text. Japanese has no spaces and many words of two letters, which the trigrams of PostgreSQL cannot find.</summary>
/// <remarks>The section and the kinds stand among them, so that one look-up narrows down by all that is asked for.</remarks>
public static class SearchGrams
{
    /// <summary>What a text is found by.</summary>
    public static IEnumerable<string> Of(string folded) => Letters(folded).Concat(Pairs(folded)).Distinct(StringComparer.Ordinal);

    /// <summary>What must be among the grams of a text for it to contain the words looked for; empty when only reading it can tell.</summary>
    public static IReadOnlyList<string> Required(string folded)
    {
        var pairs = Pairs(folded).Distinct(StringComparer.Ordinal).ToList();
        return pairs.Count > 0 ? pairs : [.. Letters(folded).Distinct(StringComparer.Ordinal)];
    }

    public static string OfSection(string id) => $"section:{id}";

    public static string OfKind(OccurrenceKind kind) => $"kind:{kind}";

    private static IEnumerable<string> Letters(string text) => text.EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r)).Select(r => r.ToString());

    private static IEnumerable<string> Pairs(string text) =>
        text.EnumerateRunes().Zip(text.EnumerateRunes().Skip(1)).Where(p => !Rune.IsWhiteSpace(p.First) && !Rune.IsWhiteSpace(p.Second)).Select(p => $"{p.First}{p.Second}");
}

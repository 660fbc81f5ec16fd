namespace CsirtFlow.Domain.Statutory;

/// <summary>報告の根拠となる法律: both may apply to one incident, each with its own report.</summary>
public enum Law
{
    /// <summary>個人情報の保護に関する法律68条</summary>
    PersonalInformation,

    /// <summary>番号法29条の4</summary>
    MyNumber,
}

/// <summary>該当性. The order is the rule: of what must hold together the least counts, of alternatives the most.</summary>
public enum GroundState
{
    /// <summary>非該当</summary>
    DoesNotApply,

    /// <summary>不明</summary>
    Unknown,

    /// <summary>該当するおそれ</summary>
    Feared,

    /// <summary>該当</summary>
    Applies,
}

/// <summary>One 号 of 規則43条 or 番号規則2条, judged. Article as in 「規則第43条第4号」, Explanation in Japanese from the facts used.</summary>
public sealed record Ground(string Code, Law Law, string Article, string Title, GroundState State, string Explanation)
{
    /// <summary>不正の目的 (規則43条3号, 番号規則2条2号): 60 days for the 確報.</summary>
    public bool IsImproperPurpose { get; init; }

    /// <summary>What one would have to find out, while the ground is 不明.</summary>
    public IReadOnlyList<string> OpenQuestions { get; init; } = [];

    /// <summary>報告対象: 「おそれがある事態」 is reported like the thing itself.</summary>
    public bool IsReportable => State >= GroundState.Feared;

    /// <summary>The ground of elements that must all hold; the explanation names those that decided.</summary>
    internal static Ground Of(Law law, string code, string article, string title, params Element[] elements)
    {
        var state = elements.Min(e => e.State);
        var deciding = state >= GroundState.Feared ? elements : [.. elements.Where(e => e.State == state)];
        string[] sentences = [.. deciding.Where(e => e.Sentence.Length > 0).Select(e => $"{e.Sentence}。").Distinct(StringComparer.Ordinal)];

        return new(code, law, article, title, state, string.Concat(sentences))
        {
            OpenQuestions = state is GroundState.Unknown ? sentences : [],
        };
    }

    public bool Equals(Ground? other) =>
        other is not null && (Code, Law, State, Explanation, IsImproperPurpose) == (other.Code, other.Law, other.State, other.Explanation, other.IsImproperPurpose);

    public override int GetHashCode() => HashCode.Combine(Code, Law, State, Explanation);
}

/// <summary>One element of a ground and the sentence, without its full stop, that says how it stands; empty where there is nothing to tell.</summary>
internal sealed record Element(GroundState State, string Sentence)
{
    public static Element Of(Answer answer, string yes, string no, string unknown) => answer switch
    {
        Answer.Yes => new(GroundState.Applies, yes),
        Answer.No => new(GroundState.DoesNotApply, no),
        _ => new(GroundState.Unknown, unknown),
    };

    /// <summary>Either will do: the stronger of two.</summary>
    public Element Or(Element other) => other.State > State ? other : this;
}

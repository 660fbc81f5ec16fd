using System.Globalization;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>発生事案と本人の数, in the words of the commission's form (規則44条1項1号・3号). What the facts leave open is not said.</summary>
public static class BreachKinds
{
    /// <summary>漏えい, 漏えいのおそれ, 滅失 …: as the law judges them, so that what was recovered unseen is no leak.</summary>
    public static IReadOnlyList<string> Of(LossFacts facts) =>
    [
        .. new[] { ("漏えい", LossJudgement.Leak(facts)), ("滅失", LossJudgement.Destruction(facts)), ("毀損", LossJudgement.Damage(facts)) }
            .Where(k => k.Item2.State >= GroundState.Feared)
            .Select(k => k.Item2.State is GroundState.Applies ? k.Item1 : $"{k.Item1}のおそれ"),
    ];

    /// <summary>「1,780人」, 「最大1,780人（見込み1,500人）」, 「1,500人（見込み）」 and how sure it is; null when no number was stated.</summary>
    public static (string Count, string Certainty, bool Confirmed)? Say(PersonCount persons) => persons switch
    {
        { Confirmed: { } n } => (Persons(n), "確定", true),
        { PossibleMaximum: { } n, Estimated: { } e } => ($"最大{Persons(n)}（見込み{Persons(e)}）", "最大", false),
        { PossibleMaximum: { } n } => ($"最大{Persons(n)}", "最大", false),
        { Estimated: { } n } => ($"{Persons(n)}（見込み）", "概数（見込み）", false),
        _ => null,
    };

    /// <summary>「1,780人」</summary>
    public static string Persons(int number) => $"{number.ToString("N0", CultureInfo.InvariantCulture)}人";

    /// <summary>マイナンバーが含まれる, or nobody knows: then the report goes on the form for 特定個人情報, as the commission's entrance asks.</summary>
    public static bool MyNumberPossible(PersonalDataFacts facts) => MyNumberGrounds.Included(facts).State is not GroundState.DoesNotApply;
}

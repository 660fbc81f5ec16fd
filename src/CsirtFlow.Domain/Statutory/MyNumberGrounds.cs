namespace CsirtFlow.Domain.Statutory;

/// <summary>報告対象事態 (番号規則2条各号イロハ): all ten, judged one by one; how many persons matters for 4号 only.</summary>
internal static class MyNumberGrounds
{
    public static IReadOnlyList<Ground> Of(PersonalDataFacts facts)
    {
        var my = facts.MyNumber;
        var loss = LossJudgement.Of(facts.Loss);
        var many = (my.Persons ?? facts.Persons).ExceedsThreshold();
        Element[] always = [Included(facts), PersonalInformationGrounds.Unprotected(facts)];

        return
        [
            Ground(1, "イ", "情報提供ネットワークシステム", [.. always, loss, In(my, MyNumberSystem.InformationNetwork)]),
            Ground(1, "ロ", "個人番号利用事務のシステム", [.. always, loss, In(my, MyNumberSystem.UsageAffairs)]),
            Ground(1, "ハ", "個人番号関係事務のシステム", [.. always, loss, In(my, MyNumberSystem.RelatedAffairs)]),
            Ground(2, "イ", "不正の目的による漏えい等", [.. always, loss, PersonalInformationGrounds.ImproperPurpose(facts)]),
            Ground(2, "ロ", "不正の目的による利用", [.. always, Done(my.UsedWithImproperPurpose, "不正の目的をもって利用された")]),
            Ground(2, "ハ", "不正の目的による提供", [.. always, Done(my.ProvidedWithImproperPurpose, "不正の目的をもって提供された")]),
            Ground(3, "", "不特定多数の者による閲覧", [.. always, Done(my.ViewableByUnspecifiedPersons, "電磁的方法により不特定多数の者に閲覧された")]),
            Ground(4, "イ", "百人を超える漏えい等", [.. always, loss, many]),
            Ground(4, "ロ", "百人を超える番号法9条違反の利用", [.. always, Done(my.UsedAgainstArticle9, "番号法第9条に反して利用された"), many]),
            Ground(4, "ハ", "百人を超える番号法19条違反の提供", [.. always, Done(my.ProvidedAgainstArticle19, "番号法第19条に反して提供された"), many]),
        ];
    }

    /// <summary>含まれるか: わからない is the fear that it is.</summary>
    public static Element Included(PersonalDataFacts facts) => (facts.MyNumber.Included, facts.HeldInformation) switch
    {
        (Answer.Yes, _) => new(GroundState.Applies, "マイナンバーが含まれる"),
        (Answer.No, _) => new(GroundState.DoesNotApply, "マイナンバーは含まれない"),
        (_, Answer.No) when facts.InformationBeingCollected is Answer.No => new(GroundState.DoesNotApply, "個人情報が含まれない"),
        _ => new(GroundState.Feared, "マイナンバーが含まれるか分からないため、含まれるものとして扱う"),
    };

    /// <summary>漏えい等事案 (番号GL別添2): losses, and also use or provision against the act.</summary>
    public static Element Anything(PersonalDataFacts facts) => LossJudgement.Of(facts.Loss)
        .Or(Done(facts.MyNumber.UsedWithImproperPurpose, "不正の目的をもって利用された"))
        .Or(Done(facts.MyNumber.ProvidedWithImproperPurpose, "不正の目的をもって提供された"))
        .Or(Done(facts.MyNumber.ViewableByUnspecifiedPersons, "電磁的方法により不特定多数の者に閲覧された"))
        .Or(Done(facts.MyNumber.UsedAgainstArticle9, "番号法第9条に反して利用された"))
        .Or(Done(facts.MyNumber.ProvidedAgainstArticle19, "番号法第19条に反して提供された"));

    private static Ground Ground(int number, string letter, string title, Element[] elements) =>
        Statutory.Ground.Of(Law.MyNumber, letter.Length is 0 ? $"my-2-{number}" : $"my-2-{number}-{letter}", $"番号規則第2条第{number}号{letter}", title, elements)
            with { IsImproperPurpose = number is 2 };

    private static Element Done(Answer answer, string what) => Element.Of(answer,
        $"{what}、又はそのおそれがある", $"{what}ことも、そのおそれもない", $"{what}おそれがあるか分からない");

    private static Element In(MyNumberFacts my, MyNumberSystem system) => my.System switch
    {
        MyNumberSystem.Unknown => new(GroundState.Unknown, "どのシステムで管理されていたか分からない"),
        var actual when actual == system => new(GroundState.Applies, $"{Name(system)}で管理されていた"),
        _ => new(GroundState.DoesNotApply, $"{Name(system)}で管理されていたものではない"),
    };

    private static string Name(MyNumberSystem system) => system switch
    {
        MyNumberSystem.InformationNetwork => "情報提供ネットワークシステム（接続された電子計算機を含む）",
        MyNumberSystem.UsageAffairs => "個人番号利用事務を処理する情報システム",
        _ => "地方公共団体が個人番号関係事務を処理する情報システム",
    };
}

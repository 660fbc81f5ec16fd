namespace CsirtFlow.Domain.Statutory;

/// <summary>報告対象事態 (個人情報の保護に関する法律施行規則43条各号): all five, judged one by one.</summary>
internal static class PersonalInformationGrounds
{
    public static IReadOnlyList<Ground> Of(PersonalDataFacts facts, StatutorySettings settings)
    {
        var held = Held(facts);
        var unprotected = Unprotected(facts);
        var loss = LossJudgement.Of(facts.Loss);

        return
        [
            Ground("1", "要配慮個人情報", held, unprotected, loss, Element.Of(facts.SensitiveInformation,
                "要配慮個人情報が含まれる", "要配慮個人情報は含まれない", "要配慮個人情報が含まれるか分からない")),
            Ground("2", "財産的被害のおそれ", held, unprotected, loss, Element.Of(facts.PropertyDamageFeared,
                "不正に利用されることにより財産的被害が生じるおそれがある", "財産的被害が生じるおそれはない", "財産的被害が生じるおそれがあるか分からない")),
            Ground("3", "不正の目的のおそれ", held.Or(BeingCollected(facts)), unprotected, loss, ImproperPurpose(facts)) with { IsImproperPurpose = true },
            Ground("4", "本人の数が百人を超える", held, unprotected, loss, facts.Persons.ExceedsThreshold()),
            Ground("5", "条例要配慮個人情報", held, unprotected, loss, Ordinance(facts, settings)),
        ];
    }

    /// <summary>Encryption is written into 1号 and holds for the rest (「以下この条…において同じ」); without a full record it excludes nothing.</summary>
    public static Element Unprotected(PersonalDataFacts facts) => facts.Encryption switch
    {
        { Excludes: true } e => new(GroundState.DoesNotApply, $"高度な暗号化等の措置（方式: {e.Method}、復号鍵は分離）が講じられている（理由: {e.Grounds}）"),
        { Method: { } method } when !string.IsNullOrWhiteSpace(method) =>
            new(GroundState.Applies, $"暗号化（{method}）はあるが、復号鍵の分離と判断の理由がそろわないため除外されない"),
        _ => new(GroundState.Applies, ""),
    };

    public static Element ImproperPurpose(PersonalDataFacts facts) => Element.Of(facts.ImproperPurposeFeared,
        "不正の目的をもって行われたおそれがある", "不正の目的をもって行われたおそれはない", "不正の目的をもって行われたおそれがあるか分からない");

    private static Ground Ground(string number, string title, params Element[] elements) =>
        Statutory.Ground.Of(Law.PersonalInformation, $"43-{number}", $"規則第43条第{number}号", title, elements);

    private static Element Held(PersonalDataFacts facts) => Element.Of(facts.HeldInformation,
        "保有個人情報が含まれる", "保有個人情報は含まれない", "保有個人情報が含まれるか分からない");

    private static Element BeingCollected(PersonalDataFacts facts) => Element.Of(facts.InformationBeingCollected,
        "取得しようとしていた個人情報（保有個人情報として取り扱う予定のもの）が含まれる",
        "取得しようとしていた個人情報は含まれない",
        "取得しようとしていた個人情報が含まれるか分からない");

    private static Element Ordinance(PersonalDataFacts facts, StatutorySettings settings) => settings.OrdinanceDefinesSensitiveInformation
        ? Element.Of(facts.OrdinanceSensitiveInformation, "条例要配慮個人情報が含まれる", "条例要配慮個人情報は含まれない", "条例要配慮個人情報が含まれるか分からない")
        : new(GroundState.DoesNotApply, "適用される条例に条例要配慮個人情報の定めがない");
}

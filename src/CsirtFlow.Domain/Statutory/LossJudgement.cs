namespace CsirtFlow.Domain.Statutory;

/// <summary>漏えい等の有無 (番号GL別添2 1A-1C): 漏えい, 滅失 and 毀損 after what takes them away again.</summary>
internal static class LossJudgement
{
    public static Element Of(LossFacts facts)
    {
        Element[] all = [Leak(facts), Destruction(facts), Damage(facts)];
        var strongest = all.Max(e => e.State);
        string[] excused = [.. all.Where(e => e.State is GroundState.DoesNotApply && e.Sentence.EndsWith("当たらない", StringComparison.Ordinal)).Select(e => e.Sentence)];

        return (strongest, excused) switch
        {
            (GroundState.DoesNotApply, []) => new(strongest, "漏えい、滅失又は毀損のいずれもない"),
            (GroundState.DoesNotApply, _) => new(strongest, string.Join("。", excused)),
            _ => new(strongest, string.Join("。", all.Where(e => e.State == strongest).Select(e => e.Sentence))),
        };
    }

    public static Element Leak(LossFacts facts) => facts switch
    {
        { StolenAtSameTime: Answer.Yes } => new(GroundState.Applies, "データが窃取され、漏えいが発生した"),
        { Leak: LossState.Feared or LossState.Occurred, AllRecoveredUnseen: Answer.Yes } =>
            new(GroundState.DoesNotApply, "第三者に閲覧されないうちに全て回収したため、漏えいに当たらない"),
        // Ransomware nowadays steals before it encrypts: while nobody knows, the backup does not end the matter.
        { StolenAtSameTime: Answer.Unknown } when Lost(facts) => Of(facts.Leak, "漏えい").Or(new(GroundState.Unknown, "同時に窃取されたか分からない")),
        _ => Of(facts.Leak, "漏えい"),
    };

    private static bool Lost(LossFacts facts) => facts.Destruction >= LossState.Feared || facts.Damage >= LossState.Feared;

    public static Element Destruction(LossFacts facts) => facts switch
    {
        { Destruction: LossState.Feared or LossState.Occurred, SameDataElsewhere: Answer.Yes } =>
            new(GroundState.DoesNotApply, "同じ内容のデータが他に保管されているため、滅失に当たらない"),
        _ => Of(facts.Destruction, "滅失"),
    };

    public static Element Damage(LossFacts facts) => facts switch
    {
        { Damage: LossState.Feared or LossState.Occurred, DamageKind: DamageKind.Unusable, SameDataElsewhere: Answer.Yes } =>
            new(GroundState.DoesNotApply, "利用できなくなったデータと同じデータが他に保管されているため、毀損に当たらない"),
        _ => Of(facts.Damage, "毀損"),
    };

    private static Element Of(LossState occurrence, string word) => occurrence switch
    {
        LossState.Occurred => new(GroundState.Applies, $"{word}が発生した"),
        LossState.Feared => new(GroundState.Feared, $"{word}が発生したおそれがある"),
        LossState.None => new(GroundState.DoesNotApply, $"{word}はない"),
        _ => new(GroundState.Unknown, $"{word}の有無が分からない"),
    };
}

using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain.Tests.Statutory;

/// <summary>Facts to start a story from: everything answered with いいえ, and what the stories then change.</summary>
internal static class Known
{
    public static readonly DateTimeOffset Sunday952 = new(2026, 11, 22, 0, 52, 0, TimeSpan.Zero);

    /// <summary>A leak of held information that no ground covers yet.</summary>
    public static readonly PersonalDataFacts SmallLeak = new()
    {
        HeldInformation = Answer.Yes,
        InformationBeingCollected = Answer.No,
        SensitiveInformation = Answer.No,
        PropertyDamageFeared = Answer.No,
        OrdinanceSensitiveInformation = Answer.No,
        ImproperPurposeFeared = Answer.No,
        Persons = new() { Confirmed = 3 },
        Loss = new()
        {
            Leak = LossState.Occurred,
            Destruction = LossState.None,
            Damage = LossState.None,
            AllRecoveredUnseen = Answer.No,
            SameDataElsewhere = Answer.No,
            StolenAtSameTime = Answer.No,
        },
        MyNumber = new() { Included = Answer.No },
    };

    /// <summary>The same leak with My Number data, kept on paper.</summary>
    public static readonly PersonalDataFacts MyNumberLeak = SmallLeak with
    {
        MyNumber = new()
        {
            Included = Answer.Yes,
            System = MyNumberSystem.None,
            UsedWithImproperPurpose = Answer.No,
            ProvidedWithImproperPurpose = Answer.No,
            ViewableByUnspecifiedPersons = Answer.No,
            UsedAgainstArticle9 = Answer.No,
            ProvidedAgainstArticle19 = Answer.No,
        },
    };

    public static readonly PersonalDataFacts Sensitive = SmallLeak with { SensitiveInformation = Answer.Yes };

    public static readonly PersonalDataFacts Stolen = SmallLeak with { ImproperPurposeFeared = Answer.Yes };

    public static Ground GroundOf(PersonalDataFacts facts, string code, StatutorySettings? settings = null) =>
        StatutoryAssessment.Of(facts, settings).Grounds.Single(g => string.Equals(g.Code, code, StringComparison.Ordinal));

    public static IReadOnlyList<StatutoryDeadline> Deadlines(PersonalDataFacts facts, DateTimeOffset? knewAt = null) =>
        StatutoryClock.For(StatutoryAssessment.Of(facts), knewAt ?? Sunday952, JapaneseCalendar.Computed);
}

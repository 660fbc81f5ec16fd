using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain.Tests.Statutory;

/// <summary>What holds for any facts and any day, whatever the examples forgot.</summary>
public sealed class StatutoryPropertiesTests
{
    private static readonly JapaneseCalendar Calendar = JapaneseCalendar.Computed;

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private static readonly Gen<Answer> AnyAnswer = Gen.Enum<Answer>();

    private static readonly Gen<LossState> AnyOccurrence = Gen.Enum<LossState>();

    private static readonly Gen<DateTimeOffset> AnyMoment =
        Gen.Int[0, 79 * 365 * 24 * 60].Select(minutes => new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    private static readonly Gen<PersonCount> AnyCount =
        Gen.Select(Gen.Int[0, 200].Nullable(), Gen.Int[0, 200].Nullable(), Gen.Int[0, 200].Nullable())
            .Select((confirmed, estimated, maximum) => new PersonCount { Confirmed = confirmed, Estimated = estimated, PossibleMaximum = maximum });

    private static readonly Gen<LossFacts> AnyLoss =
        Gen.Select(AnyOccurrence, AnyOccurrence, AnyOccurrence, Gen.Enum<DamageKind>(), AnyAnswer, AnyAnswer, AnyAnswer)
            .Select((leak, destruction, damage, kind, recovered, copy, stolen) => new LossFacts
            {
                Leak = leak, Destruction = destruction, Damage = damage, DamageKind = kind,
                AllRecoveredUnseen = recovered, SameDataElsewhere = copy, StolenAtSameTime = stolen,
            });

    private static readonly Gen<MyNumberFacts> AnyMyNumber =
        Gen.Select(AnyAnswer, Gen.Enum<MyNumberSystem>(), AnyAnswer, AnyAnswer, AnyAnswer, AnyAnswer, AnyAnswer)
            .Select((included, system, used, provided, viewable, against9, against19) => new MyNumberFacts
            {
                Included = included, System = system, UsedWithImproperPurpose = used, ProvidedWithImproperPurpose = provided,
                ViewableByUnspecifiedPersons = viewable, UsedAgainstArticle9 = against9, ProvidedAgainstArticle19 = against19,
            });

    private static readonly Gen<PersonalDataFacts> AnyFacts =
        Gen.Select(Gen.Select(AnyAnswer, AnyAnswer, AnyAnswer, AnyAnswer, AnyAnswer), AnyCount, AnyLoss, AnyMyNumber, Gen.Bool)
            .Select((answers, persons, loss, my, encrypted) => new PersonalDataFacts
            {
                HeldInformation = answers.Item1, InformationBeingCollected = answers.Item2, SensitiveInformation = answers.Item3,
                PropertyDamageFeared = answers.Item4, ImproperPurposeFeared = answers.Item5, Persons = persons, Loss = loss, MyNumber = my,
                Encryption = encrypted ? new() { Method = "AES-256", KeySeparated = Answer.Yes, Grounds = "鍵は別" } : new(),
            });

    [Fact]
    public void No_deadline_is_before_the_day_of_knowing() =>
        Gen.Select(AnyFacts, AnyMoment).Sample((facts, knewAt) =>
            Assert.All(Deadlines(facts, knewAt), d => Assert.True(d.KnewOn <= d.WarnOn && d.WarnOn <= d.Limit && d.DueAt > knewAt)));

    [Fact]
    public void No_final_report_is_due_on_a_closed_day() =>
        Gen.Select(AnyFacts, AnyMoment).Sample((facts, knewAt) =>
            Assert.All(Deadlines(facts, knewAt).Where(d => d.Kind is ReportKind.Final), d => Assert.False(Calendar.IsClosed(d.Limit))));

    [Fact]
    public void Sixty_days_are_never_shorter_than_thirty() =>
        AnyMoment.Sample(knewAt => Assert.True(Deadlines(Known.Stolen, knewAt)[1].Limit >= Deadlines(Known.Sensitive, knewAt)[1].Limit));

    [Fact]
    public void Another_ground_never_takes_a_duty_away() =>
        AnyFacts.Sample(facts =>
        {
            var before = Obliging(facts);

            Assert.All<PersonalDataFacts>(
            [
                facts with { SensitiveInformation = Answer.Yes },
                facts with { PropertyDamageFeared = Answer.Yes },
                facts with { ImproperPurposeFeared = Answer.Yes },
                facts with { Persons = new() { Confirmed = 101 } },
                facts with { MyNumber = facts.MyNumber with { ViewableByUnspecifiedPersons = Answer.Yes } },
                facts with { MyNumber = facts.MyNumber with { UsedWithImproperPurpose = Answer.Yes } },
            ], more => Assert.True(before.IsSubsetOf(Obliging(more))));
        });

    [Fact]
    public void The_purpose_alone_changes_the_final_report_alone() =>
        Gen.Select(AnyFacts, AnyMoment).Sample((any, knewAt) =>
        {
            // Other grounds oblige already, so that the purpose cannot be what makes the incident reportable.
            var facts = any with { SensitiveInformation = Answer.Yes, HeldInformation = Answer.Yes, MyNumber = any.MyNumber with { Included = Answer.No } };

            var (innocent, improper) = (With(Answer.No), With(Answer.Yes));

            Assert.Equal(innocent.Select(d => (d.Law, d.Kind)), improper.Select(d => (d.Law, d.Kind)));
            Assert.All(improper.Except(innocent), d => Assert.Equal((ReportKind.Final, 60), (d.Kind, d.Days)));

            IReadOnlyList<StatutoryDeadline> With(Answer purpose) => Deadlines(facts with { ImproperPurposeFeared = purpose }, knewAt);
        });

    [Fact]
    public void A_number_that_may_have_got_out_is_always_reported_unless_encrypted() =>
        AnyFacts.Select(f => f with { MyNumber = f.MyNumber with { Included = Answer.Yes }, Loss = f.Loss with { StolenAtSameTime = Answer.Yes } })
            .Sample(facts => Assert.NotEqual(facts.Encryption.Excludes, StatutoryAssessment.Of(facts).MustBeReported));

    [Fact]
    public void Every_ground_explains_itself() =>
        AnyFacts.Sample(facts => Assert.All(StatutoryAssessment.Of(facts).Grounds, g => Assert.EndsWith("。", g.Explanation, StringComparison.Ordinal)));

    [Fact]
    public void Facts_survive_their_journey_through_JSON() =>
        AnyFacts.Sample(facts => Assert.Equal(facts, JsonSerializer.Deserialize<PersonalDataFacts>(JsonSerializer.Serialize(facts, Json), Json)));

    [Fact]
    public void Facts_left_out_of_JSON_are_unknown() =>
        Assert.Equal(new PersonalDataFacts { SensitiveInformation = Answer.Yes }, JsonSerializer.Deserialize<PersonalDataFacts>("""{"SensitiveInformation":"Yes"}""", Json));

    private static IReadOnlyList<StatutoryDeadline> Deadlines(PersonalDataFacts facts, DateTimeOffset knewAt) =>
        StatutoryClock.For(StatutoryAssessment.Of(facts), knewAt, Calendar);

    private static HashSet<Law> Obliging(PersonalDataFacts facts) =>
        [.. StatutoryAssessment.Of(facts).Duties.Where(d => d.Basis is DutyBasis.Act).Select(d => d.Law)];
}

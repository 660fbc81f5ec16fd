using CsirtFlow.Api.Documents;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications.Documents;
using static CsirtFlow.Api.Tests.Documents.Missent;
using JapaneseCalendar = CsirtFlow.Domain.Statutory.JapaneseCalendar;

namespace CsirtFlow.Api.Tests.Documents;

/// <summary>様式の選択: which form is for which incident.</summary>
public sealed class FormChoiceTests
{
    private static readonly string[] Commission = ["ppc-preliminary", "ppc-final"];
    private static readonly string[] MyNumber = ["my-number-preliminary", "my-number-final"];
    private static readonly string[] Common = ["common-form-1", "common-form-2", "common-form-3"];

    [Fact]
    public void Before_the_data_were_judged_nothing_goes_to_the_commission() =>
        Assert.All([.. Commission, .. MyNumber], form => Assert.Equal("assess-personal-data-first", Refused(File("12:30"), form)));

    [Fact]
    public void Without_my_number_there_is_one_report() => Assert.Equal((null, "my-number-not-included"), Both(File("22:00")));

    [Theory]
    [InlineData(Answer.Yes)]
    [InlineData(Answer.Unknown)]
    public void With_my_number_and_nothing_else_the_report_is_the_other_one(Answer included)
    {
        var file = With(Data with { Persons = new() { Confirmed = 50 }, MyNumber = new() { Included = included } });

        Assert.Equal(("my-number-has-its-own-form", null), Both(file));
        var listed = DocumentBinder.List(file, null).Single(l => l.Form == Commission[0]);
        Assert.Contains("マイナンバー", listed.NotOffered, StringComparison.Ordinal);
        Assert.Empty(listed.Links);
        Assert.Single(listed.Filings);
    }

    [Theory]
    [InlineData(Answer.Yes)]
    [InlineData(Answer.Unknown)]
    public void Where_both_laws_apply_both_reports_stand_side_by_side(Answer included) =>
        Assert.Equal((null, null), Both(With(Data with { MyNumber = new() { Included = included } })));

    [Theory]
    [InlineData(OccurrenceKind.Ransom, "common-form-2")]
    [InlineData(OccurrenceKind.Outage, "common-form-1")]
    [InlineData(OccurrenceKind.Website, "common-form-1 common-form-3")]
    [InlineData(OccurrenceKind.Malware, "common-form-2 common-form-3")]
    [InlineData(OccurrenceKind.SuspiciousMail, "common-form-3")]
    [InlineData(OccurrenceKind.AccountMisuse, "common-form-3")]
    [InlineData(OccurrenceKind.Missent, "")]
    [InlineData(OccurrenceKind.Loss, "")]
    public void A_common_form_is_for_its_kind_of_attack(OccurrenceKind kind, string offered)
    {
        Assert.Equal(offered.Split(' ', StringSplitOptions.RemoveEmptyEntries), Common.Where(form => Refused(Of(kind), form) is null));
        Assert.All(Common.Except(offered.Split(' ')), form => Assert.Equal("no-attack-of-this-kind", Refused(Of(kind), form)));
    }

    [Fact]
    public void Whatever_was_held_to_be_an_attack_may_use_any_of_them() =>
        Assert.All(Common, form => Assert.Null(Refused(File("22:00", new NatureStated(new(Attack: true), "大量の通信", By(Suzu, "21:40"))), form)));

    [Fact]
    public void The_police_are_asked_where_a_crime_is_possible_or_somebody_says_so()
    {
        const string Police = "police-consultation";
        IncidentEvent[] said =
        [
            new NatureStated(new(MayBeCrime: true), "不正アクセスの疑い", By(Suzu, "21:40")),
            new PersonalDataAssessed(Data with { ImproperPurposeFeared = Answer.Yes }, At("09:52"), false, "訂正", By(Fumiko, "21:40")),
            new FactsRecorded(Facts(("police.request", "相談", FactState.Confirmed)), By(Fumiko, "21:40")),
            new FilingRecorded("other", ["38-3"], "福島県警察", "電話", "", "", At("21:30"), By(Fumiko, "21:40")),
        ];

        Assert.Equal("no-crime-suspected", Refused(File("22:00"), Police));
        Assert.All(said, e => Assert.Null(Refused(File("22:00", e), Police)));
        Assert.Null(Refused(Of(OccurrenceKind.Ransom), Police));
    }

    [Theory]
    [InlineData("press-release")]
    [InlineData("press-questions")]
    [InlineData("website-notice")]
    [InlineData("person-notice")]
    [InlineData("internal-final")]
    [InlineData("evidence-inventory")]
    public void Some_are_for_every_incident(string form) => Assert.Null(Refused(File("11:00"), form));

    private static CaseFile With(PersonalDataFacts facts) => File("22:00", new PersonalDataAssessed(facts, At("09:52"), false, "訂正", By(Fumiko, "21:40")));

    private static CaseFile Of(OccurrenceKind kind) => CaseFile.Open(Association, [((IncidentOpened)Events[0]) with { Kinds = [kind] }], [Reported], At("22:00"))!;

    // Preliminary and final report go together.
    private static (string? Commission, string? MyNumber) Both(CaseFile file)
    {
        string? Only(string[] forms) => Assert.Single(forms.Select(form => Refused(file, form)).Distinct());
        return (Only(Commission), Only(MyNumber));
    }

    private static string? Refused(CaseFile file, string form) => DocumentBinder.Refusal(file, FormDefinition.Valid(form, JapaneseCalendar.DayOf(file.AsOf)))?.Code;
}

namespace CsirtFlow.Domain.Tests;

/// <summary>報告 (32-1-1, 32-2-1).</summary>
public sealed class ReportOccurrenceTests
{
    private static readonly ReportOccurrence Wish = new([OccurrenceKind.Malware], EmergencyImpact.Unknown, "警告が出た", Station, "内線 214", "山本");
    private static readonly ReportOccurrence FromOutside = new([OccurrenceKind.OutsideContact], EmergencyImpact.Unknown, "ホームページがおかしい", null, Outside: true);

    [Fact]
    public void Five_answers_are_enough() =>
        Assert.Equal(
            Written([new OccurrenceReported(Number, Channel.Form, false, new([OccurrenceKind.Malware], EmergencyImpact.Unknown, "警告が出た", Station, Monday9), new(new("内線 214", "山本"), Yamamoto.Id), [], Yamamoto.As(Office.Staff, Monday9))]),
            Written([Reports(Wish)]));

    [Fact]
    public void The_moment_of_noticing_is_kept_apart_from_the_moment_of_recording()
    {
        var reported = Reports(Wish with { NoticedAt = Monday9.AddHours(-3) });

        Assert.Equal(Monday9.AddHours(-3), reported.Occurrence.NoticedAt);
        Assert.Equal((Monday9.AddHours(-3), Monday9), (reported.Origin.OccurredAt, reported.Origin.RecordedAt));
    }

    [Fact]
    public void A_resident_needs_neither_section_nor_telephone() => Assert.True(Reports(FromOutside, Actor.Anonymous).Outside);

    [Fact]
    public void Without_an_account_no_person_is_recorded() => Assert.Null(Reports(FromOutside, Actor.Anonymous).Reporter.PersonId);

    [Fact]
    public void A_kind_ticked_twice_counts_once() => Assert.Equal([OccurrenceKind.Loss], Reports(Wish with { Kinds = [OccurrenceKind.Loss, OccurrenceKind.Loss] }).Occurrence.Kinds.AsEnumerable());

    [Fact]
    public void Everything_missing_is_named_at_once() =>
        ThenRefused(new([], EmergencyImpact.Unknown, " ", null), Rules.KindsGiven, Rules.DescriptionGiven, Rules.SectionGiven, Rules.PhoneGiven);

    [Fact]
    public void Kinds_are_not_left_out() => ThenRefused(Wish with { Kinds = default }, Rules.KindsGiven);

    [Fact]
    public void A_section_is_one_of_the_organisation() => ThenRefused(Wish with { SectionId = "よその課" }, Rules.SectionKnown);

    [Fact]
    public void A_description_ends_at_2000_characters()
    {
        Assert.NotNull(Reports(Wish with { Description = new('火', 2000) }));
        ThenRefused(Wish with { Description = new('火', 2001) }, Rules.TextTooLong);
    }

    [Fact]
    public void Telephone_and_name_have_an_end_too() => ThenRefused(Wish with { Phone = new('0', 61), Name = new('山', 101) }, Rules.TextTooLong, Rules.TextTooLong);

    [Fact]
    public void What_has_not_happened_yet_was_not_noticed()
    {
        Assert.NotNull(Reports(Wish with { NoticedAt = Monday9.AddMinutes(1) }));
        ThenRefused(Wish with { NoticedAt = Monday9.AddMinutes(2) }, Rules.NotInFuture);
    }

    [Fact]
    public void A_report_without_any_name_or_telephone_in_it_is_still_a_report() => Assert.Equal("", Reports(FromOutside with { Phone = null!, Name = null! }, Actor.Anonymous).Reporter.Phone);

    private static OccurrenceReported Reports(ReportOccurrence wish, Actor? by = null) =>
        wish.Decide(Number, Channel.Form, [], new(new(by ?? Yamamoto.As(Office.Staff, Monday9).By, "test", Monday9, Monday9), Demo.Organisation));

    private static void ThenRefused(ReportOccurrence wish, params PolicyRule[] rules) =>
        Assert.Equal(rules, Assert.Throws<PolicyViolationException>(() => Reports(wish)).Rules.AsEnumerable());
}

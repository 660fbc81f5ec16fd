using System.Globalization;
using CsirtFlow.Domain.Statutory;
using JapaneseCalendar = CsirtFlow.Domain.Statutory.JapaneseCalendar;
using static CsirtFlow.Domain.Tests.Statutory.Known;

namespace CsirtFlow.Domain.Tests.Statutory;

public sealed class StatutoryClockTests
{
    [Theory]
    [InlineData("2026-04-01", "2026-04-03", "2026-04-05", "2026-04-30", "2026-06-01")]
    [InlineData("2026-04-04", "2026-04-06", "2026-04-08", "2026-05-07", "2026-06-02")]
    [InlineData("2026-10-31", "2026-11-02", "2026-11-04", "2026-11-30", "2027-01-04")]
    [InlineData("2026-11-05", "2026-11-07", "2026-11-09", "2026-12-04", "2027-01-04")]
    [InlineData("2026-11-23", "2026-11-25", "2026-11-27", "2026-12-22", "2027-01-21")]
    [InlineData("2026-11-24", "2026-11-26", "2026-11-28", "2026-12-23", "2027-01-22")]
    [InlineData("2026-11-30", "2026-12-02", "2026-12-04", "2027-01-04", "2027-01-28")]
    [InlineData("2026-12-01", "2026-12-03", "2026-12-05", "2027-01-04", "2027-01-29")]
    [InlineData("2026-12-06", "2026-12-08", "2026-12-10", "2027-01-04", "2027-02-03")]
    [InlineData("2028-02-29", "2028-03-02", "2028-03-04", "2028-03-29", "2028-04-28")]
    [InlineData("2029-11-05", "2029-11-07", "2029-11-09", "2029-12-04", "2030-01-04")]
    public void The_day_of_knowing_is_the_first_day(string knewOn, string third, string fifth, string in30, string in60)
    {
        var lastMinute = JapaneseCalendar.EndOf(Day(knewOn)).AddMinutes(-1);

        var thirty = Deadlines(Sensitive, lastMinute);
        var sixty = Deadlines(Stolen, lastMinute);

        Assert.Equal((Day(third), Day(fifth)), (thirty[0].WarnOn, thirty[0].Limit));
        Assert.Equal((Day(third), Day(fifth)), (sixty[0].WarnOn, sixty[0].Limit));
        Assert.Equal((Day(in30), Day(in60)), (thirty[1].Limit, sixty[1].Limit));
    }

    [Theory]
    [InlineData("2026-11-22T14:59:59Z", "2026-11-26")]
    [InlineData("2026-11-22T15:00:00Z", "2026-11-27")]
    public void Midnight_in_Japan_parts_the_days(string knewAt, string fifth) =>
        Assert.Equal(Day(fifth), Deadlines(Sensitive, DateTimeOffset.Parse(knewAt, CultureInfo.InvariantCulture))[0].Limit);

    [Fact]
    public void A_report_is_in_time_until_the_limit_day_is_over_in_Japan() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 15, 0, 0, TimeSpan.Zero), Deadlines(Sensitive)[0].DueAt);

    [Fact]
    public void Sixty_days_hold_when_other_grounds_overlap()
    {
        var final = Deadlines(Sensitive with { ImproperPurposeFeared = Answer.Yes, Persons = new() { Confirmed = 101 } })[1];

        Assert.Equal(60, final.Days);
        Assert.Equal("規則第43条第3号（不正の目的）に当たり、他の号と重なる場合も同じであるため、確報は60日以内に行う（規則第44条第2項）。", final.Explanation[2]);
    }

    [Fact]
    public void A_moved_limit_names_every_closed_day_it_passes()
    {
        var final = Deadlines(Sensitive, JapaneseCalendar.StartOf(new(2026, 4, 4)))[1];

        Assert.Equal(
        [
            "知った日は令和8年4月4日（土）（日本時間。いずれかの部署が知った日）。",
            "知った日を1日目とし、土日・祝日も数える。",
            "確報は30日以内に行う（規則第44条第2項）。",
            "30日目は令和8年5月3日（日）。",
            "5月3日（日）は憲法記念日、5月4日（月）はみどりの日、5月5日（火）はこどもの日、5月6日（水）は振替休日のため、次の開庁日に移る（行政機関の休日に関する法律第2条）。",
            "令和8年5月7日（木）を期限とする。",
        ], final.Explanation);
    }

    [Fact]
    public void The_preliminary_report_says_that_holidays_do_not_move_it() =>
        Assert.Equal("速報には休日による繰延べがないため、令和8年11月26日（木）を期限とする。", Deadlines(Sensitive)[0].Explanation[^1]);

    [Fact]
    public void Both_acts_have_their_own_clocks()
    {
        var both = Deadlines(MyNumberLeak with
        {
            SensitiveInformation = Answer.Yes,
            MyNumber = MyNumberLeak.MyNumber with { UsedWithImproperPurpose = Answer.Yes },
        });

        Assert.Equal(
        [
            (Law.PersonalInformation, ReportKind.Preliminary, 5), (Law.PersonalInformation, ReportKind.Final, 30),
            (Law.MyNumber, ReportKind.Preliminary, 5), (Law.MyNumber, ReportKind.Final, 60),
        ], both.Select(d => (d.Law, d.Kind, d.Days)));
    }

    [Fact]
    public void What_is_no_duty_has_no_deadline()
    {
        Assert.Empty(Deadlines(SmallLeak));
        Assert.Empty(Deadlines(MyNumberLeak));
    }

    [Fact]
    public void What_is_not_known_yet_has_a_provisional_deadline_only()
    {
        var assessment = StatutoryAssessment.Of(SmallLeak with { SensitiveInformation = Answer.Unknown });

        Assert.Empty(StatutoryClock.For(assessment, Sunday952, JapaneseCalendar.Computed));
        Assert.Equal(new DateOnly(2026, 11, 26), StatutoryClock.Provisional(assessment, Sunday952, JapaneseCalendar.Computed)[0].Limit);
    }

    [Fact]
    public void A_report_by_the_guideline_may_still_turn_out_to_be_a_duty()
    {
        var settled = StatutoryAssessment.Of(MyNumberLeak);
        var open = StatutoryAssessment.Of(MyNumberLeak with { MyNumber = MyNumberLeak.MyNumber with { System = MyNumberSystem.Unknown } });

        Assert.Equal(DutyBasis.Guideline, open.DutyUnder(Law.MyNumber)!.Basis);
        Assert.Equal([ReportKind.Preliminary, ReportKind.Final], StatutoryClock.Provisional(open, Sunday952, JapaneseCalendar.Computed).Select(d => d.Kind));
        Assert.Empty(StatutoryClock.Provisional(settled, Sunday952, JapaneseCalendar.Computed));
    }

    [Fact]
    public void An_overridden_holiday_moves_the_limit()
    {
        var calendar = new JapaneseCalendar(new() { Added = [new(new(2026, 12, 22), "即位の日", "特別法", "官報")] });

        var final = StatutoryClock.For(StatutoryAssessment.Of(Sensitive), JapaneseCalendar.StartOf(new(2026, 11, 23)), calendar)[1];

        Assert.Equal(new DateOnly(2026, 12, 23), final.Limit);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

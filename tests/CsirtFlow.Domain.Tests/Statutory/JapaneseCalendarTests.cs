using System.Globalization;
using CsirtFlow.Domain.Statutory;
using JapaneseCalendar = CsirtFlow.Domain.Statutory.JapaneseCalendar;

namespace CsirtFlow.Domain.Tests.Statutory;

public sealed class JapaneseCalendarTests
{
    private static readonly JapaneseCalendar Calendar = JapaneseCalendar.Computed;

    [Theory]
    [InlineData(2026, "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23")]
    [InlineData(2027, "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23")]
    [InlineData(2028, "1/1 1/10 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/22 10/9 11/3 11/23")]
    [InlineData(2029, "1/1 1/8 2/11 2/12 2/23 3/20 4/29 4/30 5/3 5/4 5/5 7/16 8/11 9/17 9/23 9/24 10/8 11/3 11/23")]
    [InlineData(2030, "1/1 1/14 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 11/3 11/4 11/23")]
    public void The_holidays_of_a_year_are_those_of_the_table(int year, string expected) =>
        Assert.Equal(expected, string.Join(' ', Calendar.HolidaysOf(year).Select(h => $"{h.Day.Month}/{h.Day.Day}")));

    [Theory]
    [InlineData(2020, "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23")]
    [InlineData(2021, "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23")]
    public void The_two_Olympic_years_had_three_holidays_moved(int year, string expected) =>
        Assert.Equal(expected, string.Join(' ', Calendar.HolidaysOf(year).Select(h => $"{h.Day.Month}/{h.Day.Day}")));

    [Theory]
    [InlineData("2026-11-22", "日曜日")]
    [InlineData("2026-11-21", "土曜日")]
    [InlineData("2026-05-03", "憲法記念日")]
    [InlineData("2026-05-06", "振替休日")]
    [InlineData("2026-09-22", "国民の休日")]
    [InlineData("2026-12-29", "年末年始（12/29～1/3）")]
    [InlineData("2027-01-03", "年末年始（12/29～1/3）")]
    [InlineData("2027-01-01", "元日")]
    public void A_closed_day_says_why(string day, string reason)
    {
        Assert.True(Calendar.IsClosed(Day(day)));
        Assert.Equal(reason, Calendar.ReasonClosed(Day(day))!.Name);
    }

    [Theory]
    [InlineData("2026-12-28")]
    [InlineData("2027-01-04")]
    [InlineData("2026-11-24")]
    public void An_ordinary_weekday_is_open(string day)
    {
        Assert.Null(Calendar.ReasonClosed(Day(day)));
        Assert.Equal(Day(day), Calendar.NextOpenDay(Day(day)));
    }

    [Theory]
    [InlineData("2026-05-02", "2026-05-07")]
    [InlineData("2026-12-29", "2027-01-04")]
    [InlineData("2026-09-19", "2026-09-24")]
    [InlineData("2029-12-29", "2030-01-04")]
    public void A_row_of_closed_days_is_passed_over_as_a_whole(string day, string open) =>
        Assert.Equal(Day(open), Calendar.NextOpenDay(Day(day)));

    [Theory]
    [InlineData("2026-11-22T14:59:59Z", "2026-11-22")]
    [InlineData("2026-11-22T15:00:00Z", "2026-11-23")]
    [InlineData("2026-11-22T00:00:00+09:00", "2026-11-22")]
    [InlineData("2026-12-31T15:00:00Z", "2027-01-01")]
    public void A_day_begins_at_midnight_in_Japan(string instant, string day) =>
        Assert.Equal(Day(day), JapaneseCalendar.DayOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_day_ends_where_the_next_one_begins()
    {
        var end = JapaneseCalendar.EndOf(new(2028, 2, 29));

        Assert.Equal(new DateTimeOffset(2028, 2, 29, 15, 0, 0, TimeSpan.Zero), end);
        Assert.Equal(TimeSpan.Zero, end.Offset);
        Assert.Equal(new DateOnly(2028, 3, 1), JapaneseCalendar.DayOf(end));
    }

    [Fact]
    public void The_gazette_moves_an_equinox_and_its_day_in_lieu_with_it()
    {
        const string Gazette = "令和11年2月1日官報";
        var calendar = new JapaneseCalendar(new()
        {
            Removed = [new(new(2030, 3, 20), "春分日の確定", Gazette)],
            Added = [new(new(2030, 3, 24), "春分の日", "春分日の確定", Gazette)],
        });

        Assert.Null(calendar.HolidayOn(new(2030, 3, 20)));
        Assert.Equal("春分の日", calendar.HolidayOn(new(2030, 3, 24)));
        Assert.Equal("振替休日", calendar.HolidayOn(new(2030, 3, 25)));
        Assert.Equal("春分の日", Calendar.HolidayOn(new(2030, 3, 20)));
    }

    [Fact]
    public void A_day_in_lieu_can_be_taken_away_too()
    {
        var calendar = new JapaneseCalendar(new() { Removed = [new(new(2026, 5, 6), "法改正", "官報")] });

        Assert.False(calendar.IsClosed(new(2026, 5, 6)));
    }

    [Fact]
    public void A_year_without_a_table_is_refused_rather_than_guessed()
    {
        Assert.False(JapaneseCalendar.Covers(new(2100, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.IsClosed(new(2100, 1, 1)));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain.Tests.Statutory;

public sealed class ReiwaTests
{
    private static readonly DateTimeOffset Sunday952 = new(2026, 11, 22, 0, 52, 0, TimeSpan.Zero);

    [Fact]
    public void Documents_and_screens_write_the_same_moment_differently()
    {
        Assert.Equal("令和8年11月22日（日）午前9時52分", Reiwa.Moment(Sunday952));
        Assert.Equal("11月22日（日）9:52", Reiwa.OnScreen(Sunday952));
    }

    [Theory]
    [InlineData(2026, 11, 22, "令和8年11月22日")]
    [InlineData(2019, 5, 1, "令和元年5月1日")]
    [InlineData(2019, 4, 30, "平成31年4月30日")]
    [InlineData(2020, 1, 1, "令和2年1月1日")]
    [InlineData(1989, 1, 7, "昭和64年1月7日")]
    [InlineData(1900, 1, 1, "1900年1月1日")]
    public void A_date_carries_the_era_of_its_day(int year, int month, int day, string expected) =>
        Assert.Equal(expected, Reiwa.Date(new(year, month, day)));

    [Theory]
    [InlineData(0, 5, "午前0時5分", "0:05")]
    [InlineData(12, 0, "午後0時0分", "12:00")]
    [InlineData(23, 59, "午後11時59分", "23:59")]
    public void Noon_is_the_beginning_of_the_afternoon(int hour, int minute, string document, string screen)
    {
        var moment = new DateTimeOffset(2026, 11, 22, hour, minute, 0, TimeSpan.FromHours(9));

        Assert.EndsWith(document, Reiwa.Moment(moment), StringComparison.Ordinal);
        Assert.EndsWith($"（日）{screen}", Reiwa.OnScreen(moment), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-31T14:59:59Z", "R7", "令和7年度")]
    [InlineData("2026-03-31T15:00:00Z", "R8", "令和8年度")]
    [InlineData("2027-01-01T00:00:00Z", "R8", "令和8年度")]
    [InlineData("2019-04-30T00:00:00Z", "R1", "令和元年度")]
    [InlineData("2019-03-01T00:00:00Z", "H30", "平成30年度")]
    public void A_fiscal_year_begins_on_the_first_of_April_in_Japan(string instant, string shortForm, string longForm)
    {
        var year = FiscalYear.Of(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((shortForm, longForm), (year.ShortForm, year.LongForm));
    }
}

namespace CsirtFlow.Domain.Statutory;

/// <summary>祝日 (国民の祝日に関する法律2条・3条): a day and the name it is closed under.</summary>
public sealed record Holiday(DateOnly Day, string Name);

/// <summary>
/// 国民の祝日 (国民の祝日に関する法律2条): the days of one year before 3条 adds the days in lieu.
/// The equinoxes are computed; the gazette of the February before settles them, and <see cref="HolidayOverrides"/> takes that in.
/// </summary>
internal static class NationalHolidays
{
    public const int FirstYear = 2020;
    public const int LastYear = 2099;

    private const string Marine = "海の日";
    private const string Mountain = "山の日";
    private const string Sports = "スポーツの日";

    /// <summary>令和三年東京オリンピック・パラリンピック競技大会等特別措置法: three holidays stood elsewhere in these two years.</summary>
    private static readonly Holiday[] OlympicDays =
    [
        new(new(2020, 7, 23), Marine), new(new(2020, 7, 24), Sports), new(new(2020, 8, 10), Mountain),
        new(new(2021, 7, 22), Marine), new(new(2021, 7, 23), Sports), new(new(2021, 8, 8), Mountain),
    ];

    public static IEnumerable<Holiday> Of(int year)
    {
        Holiday[] ordinary =
        [
            new(new(year, 1, 1), "元日"),
            new(Monday(year, 1, 2), "成人の日"),
            new(new(year, 2, 11), "建国記念の日"),
            new(new(year, 2, 23), "天皇誕生日"),
            new(new(year, 3, Equinox(year, 20.8431)), "春分の日"),
            new(new(year, 4, 29), "昭和の日"),
            new(new(year, 5, 3), "憲法記念日"),
            new(new(year, 5, 4), "みどりの日"),
            new(new(year, 5, 5), "こどもの日"),
            new(Monday(year, 7, 3), Marine),
            new(new(year, 8, 11), Mountain),
            new(Monday(year, 9, 3), "敬老の日"),
            new(new(year, 9, Equinox(year, 23.2488)), "秋分の日"),
            new(Monday(year, 10, 2), Sports),
            new(new(year, 11, 3), "文化の日"),
            new(new(year, 11, 23), "勤労感謝の日"),
        ];
        var moved = OlympicDays.Where(h => h.Day.Year == year).ToArray();

        return ordinary.ExceptBy(moved.Select(m => m.Name), h => h.Name, StringComparer.Ordinal).Concat(moved);
    }

    private static DateOnly Monday(int year, int month, int nth)
    {
        var first = new DateOnly(year, month, 1);
        var toMonday = (DayOfWeek.Monday - first.DayOfWeek + 7) % 7;

        return first.AddDays(toMonday + (7 * (nth - 1)));
    }

    private static int Equinox(int year, double inYear1980) =>
        (int)(inYear1980 + (0.242194 * (year - 1980))) - ((year - 1980) / 4);
}

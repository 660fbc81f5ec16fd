using System.Globalization;

namespace CsirtFlow.Domain.Statutory;

/// <summary>
/// 元号表記: dates as documents and screens write them, always in Japanese time.
/// Digits are half width; 令和元年 begins on 2019-05-01, and older dates keep 平成 or 昭和.
/// </summary>
public static class Reiwa
{
    private static readonly (DateOnly From, string Name)[] Eras =
        [(new(2019, 5, 1), "令和"), (new(1989, 1, 8), "平成"), (new(1926, 12, 25), "昭和")];

    /// <summary>「令和8年11月22日」</summary>
    public static string Date(DateOnly day) => $"{Year(day)}{day.Month}月{day.Day}日";

    /// <summary>「令和8年11月22日（日）」</summary>
    public static string DateWithWeekday(DateOnly day) => $"{Date(day)}（{Weekday(day)}）";

    /// <summary>「令和8年11月22日（日）午前9時52分」, for documents.</summary>
    public static string Moment(DateTimeOffset instant)
    {
        var there = JapaneseCalendar.InJapan(instant);

        return $"{DateWithWeekday(JapaneseCalendar.DayOf(instant))}{(there.Hour < 12 ? "午前" : "午後")}{there.Hour % 12}時{there.Minute}分";
    }

    /// <summary>「11月22日（日）9:52」, for screens.</summary>
    public static string OnScreen(DateTimeOffset instant) =>
        OnScreen(JapaneseCalendar.DayOf(instant)) + JapaneseCalendar.InJapan(instant).ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>「11月22日（日）」, for screens.</summary>
    public static string OnScreen(DateOnly day) => $"{day.Month}月{day.Day}日（{Weekday(day)}）";

    /// <summary>「日」「月」…</summary>
    public static string Weekday(DateOnly day) => "日月火水木金土"[(int)day.DayOfWeek].ToString();

    private static string Year(DateOnly day)
    {
        var (from, name) = Eras.FirstOrDefault(e => day >= e.From);

        return name is null ? $"{day.Year}年" : $"{name}{InEra(day.Year - from.Year + 1)}年";
    }

    internal static string InEra(int year) => year == 1 ? "元" : year.ToString(CultureInfo.InvariantCulture);
}

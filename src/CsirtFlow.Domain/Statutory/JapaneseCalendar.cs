using System.Collections.Frozen;

namespace CsirtFlow.Domain.Statutory;

/// <summary>閉庁の理由の種類 (行政機関の休日に関する法律1条1項各号).</summary>
public enum ClosedKind
{
    Weekend,
    Holiday,
    YearEnd,
}

/// <summary>閉庁の理由: its number in 行政機関の休日に関する法律1条1項, and the word people know it by (「憲法記念日」).</summary>
public sealed record ClosedReason(ClosedKind Kind, string Name)
{
    public string Article => Kind switch
    {
        ClosedKind.Weekend => "行政機関の休日に関する法律第1条第1項第1号",
        ClosedKind.Holiday => "行政機関の休日に関する法律第1条第1項第2号",
        _ => "行政機関の休日に関する法律第1条第1項第3号",
    };

    public override string ToString() => Name;
}

/// <summary>
/// 行政機関の休日 (行政機関の休日に関する法律1条): the days on which the commission is closed, counted in Japan.
/// Knows 2020 to 2099; <see cref="Covers"/> tells before a typing error in a year becomes an exception.
/// </summary>
public sealed class JapaneseCalendar
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    private readonly FrozenDictionary<DateOnly, string> holidays;

    public JapaneseCalendar(HolidayOverrides overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        var removed = overrides.Removed.Select(r => r.Day).ToHashSet();
        var days = Enumerable.Range(NationalHolidays.FirstYear, NationalHolidays.LastYear - NationalHolidays.FirstYear + 1)
            .SelectMany(NationalHolidays.Of)
            .Where(h => !removed.Contains(h.Day))
            .ToDictionary(h => h.Day, h => h.Name);
        foreach (var added in overrides.Added)
        {
            days[added.Day] = added.Name;
        }

        // A moved equinox moves its day in lieu too, so that article 3 comes after the table; a removed day stays removed.
        holidays = WithDaysInLieu(days)
            .Where(h => !removed.Contains(h.Key) || days.ContainsKey(h.Key))
            .ToFrozenDictionary();
    }

    /// <summary>The computed table alone.</summary>
    public static JapaneseCalendar Computed { get; } = new(HolidayOverrides.None);

    /// <summary>The JST date of an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(InJapan(instant).DateTime);

    /// <summary>The same instant as the clock on a Japanese wall shows it (+09:00; Japan has no summer time).</summary>
    public static DateTimeOffset InJapan(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The UTC instant at which a JST date begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, Offset).ToUniversalTime();

    /// <summary>The UTC instant at which a JST date is over (exclusive): 24時.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));

    public static bool Covers(DateOnly day) => day.Year is >= NationalHolidays.FirstYear and <= NationalHolidays.LastYear;

    /// <summary>祝日法の休日 of one year in order: 祝日, 振替休日 and 国民の休日.</summary>
    public IReadOnlyList<Holiday> HolidaysOf(int year) =>
        [.. holidays.Where(h => h.Key.Year == year).OrderBy(h => h.Key).Select(h => new Holiday(h.Key, h.Value))];

    /// <summary>The name of the holiday, or null.</summary>
    public string? HolidayOn(DateOnly day) => holidays.GetValueOrDefault(day);

    public bool IsClosed(DateOnly day) => ReasonClosed(day) is not null;

    /// <summary>閉庁の理由, or null when open. A holiday goes before year's end (1条1項3号かっこ書) and before the day of the week, which a date shows anyway.</summary>
    public ClosedReason? ReasonClosed(DateOnly day)
    {
        if (!Covers(day))
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, $"The holidays of {NationalHolidays.FirstYear}-{NationalHolidays.LastYear} are known.");
        }

        return (HolidayOn(day), day) switch
        {
            ({ } name, _) => new(ClosedKind.Holiday, name),
            (_, { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 }) => new(ClosedKind.YearEnd, "年末年始（12/29～1/3）"),
            (_, { DayOfWeek: DayOfWeek.Saturday }) => new(ClosedKind.Weekend, "土曜日"),
            (_, { DayOfWeek: DayOfWeek.Sunday }) => new(ClosedKind.Weekend, "日曜日"),
            _ => null,
        };
    }

    /// <summary>開庁日 (行政機関の休日に関する法律2条): the day itself when open, else the next day that is.</summary>
    public DateOnly NextOpenDay(DateOnly day)
    {
        while (IsClosed(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>国民の祝日に関する法律3条2項 (振替休日) and 3項 (国民の休日).</summary>
    private static Dictionary<DateOnly, string> WithDaysInLieu(IReadOnlyDictionary<DateOnly, string> days)
    {
        var all = new Dictionary<DateOnly, string>(days);
        foreach (var day in days.Keys)
        {
            if (day.DayOfWeek is DayOfWeek.Sunday)
            {
                var free = day.AddDays(1);
                while (days.ContainsKey(free))
                {
                    free = free.AddDays(1);
                }

                all[free] = "振替休日";
            }

            if (days.ContainsKey(day.AddDays(2)))
            {
                all.TryAdd(day.AddDays(1), "国民の休日");
            }
        }

        return all;
    }
}

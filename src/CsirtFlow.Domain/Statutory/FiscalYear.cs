namespace CsirtFlow.Domain.Statutory;

/// <summary>年度 (地方自治法208条1項): 1 April to 31 March in Japan, named after the year it begins in.</summary>
public readonly record struct FiscalYear(int Year) : IComparable<FiscalYear>
{
    private const int FirstOfReiwa = 2019;

    /// <summary>「R8」</summary>
    public string ShortForm => Year >= FirstOfReiwa ? $"R{Year - FirstOfReiwa + 1}" : $"H{Year - 1988}";

    /// <summary>「令和8年度」. The year that began in 平成31年 is called 令和元年度 throughout.</summary>
    public string LongForm => Year >= FirstOfReiwa ? $"令和{Reiwa.InEra(Year - FirstOfReiwa + 1)}年度" : $"平成{Reiwa.InEra(Year - 1988)}年度";

    public DateOnly FirstDay => new(Year, 4, 1);

    public DateOnly LastDay => new(Year + 1, 3, 31);

    public static FiscalYear Of(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    public static FiscalYear Of(DateTimeOffset instant) => Of(JapaneseCalendar.DayOf(instant));

    public static bool operator <(FiscalYear left, FiscalYear right) => left.Year < right.Year;

    public static bool operator >(FiscalYear left, FiscalYear right) => left.Year > right.Year;

    public static bool operator <=(FiscalYear left, FiscalYear right) => left.Year <= right.Year;

    public static bool operator >=(FiscalYear left, FiscalYear right) => left.Year >= right.Year;

    public int CompareTo(FiscalYear other) => Year.CompareTo(other.Year);

    public override string ToString() => ShortForm;
}

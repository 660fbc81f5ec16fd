namespace CsirtFlow.Notifications.Documents;

/// <summary>和暦の日付 for documents: 「令和8年11月22日」, 「令和元年5月1日」. Half-width digits.</summary>
public static class Reiwa
{
    private static readonly DateOnly FirstDay = new(2019, 5, 1);

    /// <exception cref="ArgumentOutOfRangeException">Before 令和 began on 2019-05-01.</exception>
    public static string Date(DateOnly date)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(date, FirstDay);
        return $"令和{(date.Year == FirstDay.Year ? "元" : $"{date.Year - 2018}")}年{date.Month}月{date.Day}日";
    }
}

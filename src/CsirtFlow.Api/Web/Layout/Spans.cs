using System.Globalization;
using CsirtFlow.Domain.Statutory;
using JapaneseCalendar = CsirtFlow.Domain.Statutory.JapaneseCalendar;

namespace CsirtFlow.Api.Web.Layout;

/// <summary>Lengths of time as people say them.</summary>
public static class Spans
{
    /// <summary>「12分」「1時間38分」「2日3時間」; seconds are nobody's concern.</summary>
    public static string Words(TimeSpan span)
    {
        var length = span.Duration();
        return length switch
        {
            { TotalMinutes: < 1 } => "1分未満",
            { TotalHours: < 1 } => $"{length.Minutes}分",
            { TotalDays: < 1 } => $"{length.Hours}時間" + (length.Minutes == 0 ? "" : $"{length.Minutes}分"),
            _ => $"{length.Days}日" + (length.Hours == 0 ? "" : $"{length.Hours}時間"),
        };
    }

    /// <summary>A limit of law ends with its day: 「11月27日（金）まで」, not the midnight after it.</summary>
    public static string Due(DateTimeOffset due, bool legal) =>
        legal ? $"{Reiwa.OnScreen(JapaneseCalendar.DayOf(due.AddTicks(-1)))}まで" : Reiwa.OnScreen(due);

    /// <summary>「残り 12分」「期限超過 8分」.</summary>
    public static string Left(DateTimeOffset due, DateTimeOffset now) => due > now ? $"残り {Words(due - now)}" : $"期限超過 {Words(now - due)}";

    /// <summary>For a datetime-local field, in Japanese time.</summary>
    public static string Local(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>「9:52」 in Japan.</summary>
    public static string Clock(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(9)).ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>For the datetime attribute, in Japanese time.</summary>
    public static string Machine(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}

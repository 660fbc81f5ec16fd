using System.Globalization;
using CsirtFlow.Api.Platform;
using JapaneseCalendar = CsirtFlow.Domain.Statutory.JapaneseCalendar;

namespace CsirtFlow.Api.Web.Layout;

/// <summary>Lengths of time as people say them.</summary>
public static class Spans
{
    /// <summary>「12分」「1時間38分」「2日3時間」, "12 min", "1 h 38 min", "2 d 3 h"; seconds are nobody's concern.</summary>
    public static string Span(this Language language, TimeSpan span)
    {
        var length = span.Duration();
        return length switch
        {
            { TotalMinutes: < 1 } => language.Say("1分未満", "under 1 min"),
            { TotalHours: < 1 } => language.Say($"{length.Minutes}分", $"{length.Minutes} min"),
            { TotalDays: < 1 } => language.Say($"{length.Hours}時間", $"{length.Hours} h") + (length.Minutes == 0 ? "" : language.Say($"{length.Minutes}分", $" {length.Minutes} min")),
            _ => language.Say($"{length.Days}日", $"{length.Days} d") + (length.Hours == 0 ? "" : language.Say($"{length.Hours}時間", $" {length.Hours} h")),
        };
    }

    /// <summary>「期限（法令）」 or the organisation's 「目安」.</summary>
    public static string Clock(this Language language, bool legal) => legal ? language.Say("期限（法令）", "Limit of law") : language.Say("目安", "Guide limit");

    /// <summary>A limit of law ends with its day: 「11月27日（金）まで」, not the midnight after it.</summary>
    public static string Due(this Language language, DateTimeOffset due, bool legal)
    {
        if (!legal) return language.Moment(due);

        var day = language.Day(JapaneseCalendar.DayOf(due.AddTicks(-1)));
        return language.Say($"{day}まで", $"until the end of {day}");
    }

    /// <summary>「残り 12分」「期限超過 8分」, "12 min left", "overdue by 8 min".</summary>
    public static string Left(this Language language, DateTimeOffset due, DateTimeOffset now)
    {
        var span = language.Span(due - now);
        return due > now ? language.Say($"残り {span}", $"{span} left") : language.Say($"期限超過 {span}", $"overdue by {span}");
    }

    /// <summary>For a datetime-local field, in Japanese time.</summary>
    public static string Local(DateTimeOffset at) => JapaneseCalendar.InJapan(at).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>「9:52」 in Japan.</summary>
    public static string Clock(DateTimeOffset at) => JapaneseCalendar.InJapan(at).ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>For the datetime attribute, in Japanese time.</summary>
    public static string Machine(DateTimeOffset at) => JapaneseCalendar.InJapan(at).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}

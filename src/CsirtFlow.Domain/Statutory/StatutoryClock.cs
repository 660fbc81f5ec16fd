namespace CsirtFlow.Domain.Statutory;

/// <summary>
/// 報告の時期の数え方 (規則44条, 番号規則3条, 番号GL別添2 3D・3E): the day of knowing is the first day, every day counts.
/// Only the 確報 moves past closed days; nothing says so for the 速報, and the stricter reading is the safe one.
/// </summary>
public static class StatutoryClock
{
    public const int PreliminaryWarningDay = 3;
    public const int PreliminaryDays = 5;
    public const int FinalDays = 30;
    public const int FinalDaysForImproperPurpose = 60;

    /// <summary>速報 and 確報 for every act that obliges; the guideline's report has no time limit. knewAt is a UTC instant.</summary>
    public static IReadOnlyList<StatutoryDeadline> For(
        StatutoryAssessment assessment, DateTimeOffset knewAt, JapaneseCalendar calendar, StatutorySettings? settings = null) =>
        [.. assessment.Duties.Where(d => d.Basis is DutyBasis.Act).SelectMany(d => Of(d, knewAt, calendar, settings ?? new()))];

    /// <summary>仮の期限: as they would be if the acts still 不明 turned out to oblige. To be shown, not to be owed;
    /// 30 days for the 確報, the shorter of what may come.</summary>
    public static IReadOnlyList<StatutoryDeadline> Provisional(
        StatutoryAssessment assessment, DateTimeOffset knewAt, JapaneseCalendar calendar, StatutorySettings? settings = null) =>
        [.. assessment.Duties.Where(d => d.Basis is not DutyBasis.Act && assessment.Grounds.Any(g => g.Law == d.Law && g.State is GroundState.Unknown)).SelectMany(d => Of(d, knewAt, calendar, settings ?? new()))];

    private static StatutoryDeadline[] Of(ReportDuty duty, DateTimeOffset knewAt, JapaneseCalendar calendar, StatutorySettings settings)
    {
        var knewOn = JapaneseCalendar.DayOf(knewAt);

        return [Preliminary(duty.Law, knewOn), Final(duty, knewOn, calendar, settings)];
    }

    private static StatutoryDeadline Preliminary(Law law, DateOnly knewOn)
    {
        var warnOn = Day(PreliminaryWarningDay, knewOn);
        var limit = Day(PreliminaryDays, knewOn);

        return new(law, ReportKind.Preliminary, PreliminaryDays, knewOn, warnOn, limit, law.DeadlineArticle(ReportKind.Preliminary),
        [
            .. Start(knewOn),
            $"速報は速やかに（概ね{PreliminaryWarningDay}～{PreliminaryDays}日以内）行う（{law.DeadlineArticle(ReportKind.Preliminary)}、番号GL別添2 3D）。",
            $"{PreliminaryWarningDay}日目は{Reiwa.DateWithWeekday(warnOn)}、{PreliminaryDays}日目は{Reiwa.DateWithWeekday(limit)}。",
            $"速報には休日による繰延べがないため、{Reiwa.DateWithWeekday(limit)}を期限とする。",
        ]);
    }

    private static StatutoryDeadline Final(ReportDuty duty, DateOnly knewOn, JapaneseCalendar calendar, StatutorySettings settings)
    {
        var days = duty.ForImproperPurpose ? FinalDaysForImproperPurpose : FinalDays;
        var article = duty.Law.DeadlineArticle(ReportKind.Final);
        var raw = Day(days, knewOn);
        var limit = calendar.NextOpenDay(raw);
        var warnOn = limit.AddDays(-settings.FinalReportWarningDays);

        return new(duty.Law, ReportKind.Final, days, knewOn, warnOn < knewOn ? knewOn : warnOn, limit, article,
        [
            .. Start(knewOn),
            $"{Why(duty)}確報は{days}日以内に行う（{article}）。",
            $"{days}日目は{Reiwa.DateWithWeekday(raw)}。",
            .. Moved(raw, limit, calendar),
            $"{Reiwa.DateWithWeekday(limit)}を期限とする。",
        ]);
    }

    private static string[] Start(DateOnly knewOn) =>
    [
        $"知った日は{Reiwa.DateWithWeekday(knewOn)}（日本時間。いずれかの部署が知った日）。",
        "知った日を1日目とし、土日・祝日も数える。",
    ];

    private static string Why(ReportDuty duty) => string.Join("、", duty.Grounds.Where(g => g.IsImproperPurpose).Select(g => g.Article)) switch
    {
        "" => "",
        var articles when duty.Grounds.All(g => g.IsImproperPurpose) => $"{articles}（不正の目的）に当たるため、",
        var articles => $"{articles}（不正の目的）に当たり、他の号と重なる場合も同じであるため、",
    };

    private static IEnumerable<string> Moved(DateOnly raw, DateOnly limit, JapaneseCalendar calendar)
    {
        if (raw == limit)
        {
            return [];
        }

        var closed = Enumerable.Range(0, limit.DayNumber - raw.DayNumber).Select(raw.AddDays)
            .Select(day => $"{Reiwa.OnScreen(day)}は{calendar.ReasonClosed(day)}");

        return [$"{string.Join("、", closed)}のため、次の開庁日に移る（行政機関の休日に関する法律第2条）。"];
    }

    private static DateOnly Day(int nth, DateOnly first) => first.AddDays(nth - 1);
}

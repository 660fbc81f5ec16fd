using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>A 期限（法令） that runs: the duty is not fulfilled yet.</summary>
/// <param name="Day">Which day of the clock it is; the day of knowing is the first.</param>
/// <param name="DaysLeft">Days until the limit; 0 on its day, negative after it.</param>
public sealed record RunningDeadline(string Number, string Title, string SectionName, DutyStanding Duty, StatutoryDeadline Deadline, int Day, int DaysLeft)
{
    /// <summary>概ね3～5日: the warning day has come.</summary>
    public bool IsNear => DaysLeft >= 0 && Deadline.WarnOn.DayNumber <= Deadline.KnewOn.DayNumber + Day - 1;

    /// <summary>仮の期限: not known yet whether the report is owed. <see cref="Duty"/> is the assessment that will say so.</summary>
    public bool Provisional { get; init; }

    /// <summary>The clocks that would run if it turned out that the reports are owed, next limit first; none once that is known. Pure.</summary>
    public static IEnumerable<RunningDeadline> ProvisionalOf(Incident incident, Organisation o, DateTimeOffset now) =>
        incident is { Assessment: { } assessment, KnewAt: { } knewAt } && DutyTable.Standing(incident, o.Settings, now).FirstOrDefault(d => d is { Key: PersonalDataLaw.AssessmentDuty, IsOpen: true }) is { } duty
            ? StatutoryClock.Provisional(assessment, knewAt, o.Settings.Calendar).OrderBy(d => d.Limit).Select(d => Of(incident, o, duty, d, now) with { Provisional = true })
            : [];

    /// <summary>The running clocks of one incident, next limit first. Pure.</summary>
    public static IEnumerable<RunningDeadline> Of(Incident incident, Organisation o, DateTimeOffset now)
    {
        var standing = DutyTable.Standing(incident, o.Settings, now);
        return from deadline in PersonalDataLaw.Deadlines(incident, o.Settings)
               let duty = standing.FirstOrDefault(d => d.Key == PersonalDataLaw.DutyKey(deadline.Law, deadline.Kind))
               where duty is { IsOpen: true }
               orderby deadline.Limit
               select Of(incident, o, duty, deadline, now);
    }

    private static RunningDeadline Of(Incident incident, Organisation o, DutyStanding duty, StatutoryDeadline deadline, DateTimeOffset now) =>
        new(incident.Number, incident.Title, o.SectionName(incident.SectionId), duty, deadline, JapaneseCalendar.DayOf(now).DayNumber - deadline.KnewOn.DayNumber + 1, deadline.Limit.DayNumber - JapaneseCalendar.DayOf(now).DayNumber);
}

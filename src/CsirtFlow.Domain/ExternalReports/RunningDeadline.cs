using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>A 期限（法令） that runs: the duty is not fulfilled yet.</summary>
/// <param name="Day">Which day of the clock it is; the day of knowing is the first.</param>
/// <param name="DaysLeft">Days until the limit; 0 on its day, negative after it.</param>
public sealed record RunningDeadline(string Number, string Title, string SectionName, DutyStanding Duty, StatutoryDeadline Deadline, int Day, int DaysLeft)
{
    /// <summary>概ね3～5日: the warning day has come.</summary>
    public bool IsNear => DaysLeft >= 0 && Deadline.WarnOn.DayNumber <= Deadline.KnewOn.DayNumber + Day - 1;

    /// <summary>The running clocks of one incident, next limit first. Pure.</summary>
    public static IEnumerable<RunningDeadline> Of(Incident incident, Organisation o, DateTimeOffset now)
    {
        var (standing, today) = (DutyTable.Standing(incident, o.Settings, now), JapaneseCalendar.DayOf(now));
        return from deadline in PersonalDataLaw.Deadlines(incident, o.Settings)
               let duty = standing.FirstOrDefault(d => d.Key == PersonalDataLaw.DutyKey(deadline.Law, deadline.Kind))
               where duty is { IsOpen: true }
               orderby deadline.Limit
               select new RunningDeadline(incident.Number, incident.Title, o.SectionName(incident.SectionId), duty, deadline, today.DayNumber - deadline.KnewOn.DayNumber + 1, deadline.Limit.DayNumber - today.DayNumber);
    }
}

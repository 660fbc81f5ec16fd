using CsirtFlow.Domain;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CsirtFlow.Api.Deadlines;

/// <summary>期限の暦 (RFC 5545): the limits of an incident for a calendar of one's own. It leaves the service, so it says the number and the duty and nothing of the incident.</summary>
public static class DeadlineCalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <param name="stamp">When the file was made (UTC instant).</param>
    public static string Of(IEnumerable<RunningDeadline> deadlines, DateTimeOffset stamp)
    {
        var calendar = new Calendar { ProductId = "-//CsirtFlow//Deadlines//JA" };
        foreach (var deadline in deadlines)
        {
            var limit = new CalendarEvent
            {
                Uid = $"{deadline.Number}-{deadline.Duty.Key}@csirtflow",
                Summary = $"期限（法令）{deadline.Number} {deadline.Duty.Title}",
                Description = string.Join('\n', deadline.Deadline.Explanation),
                Start = new CalDateTime(deadline.Deadline.Limit),
                DtStamp = new CalDateTime(stamp.UtcDateTime),
            };
            limit.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = limit.Summary, Trigger = new Trigger(Duration.FromDays(-1)) });
            calendar.Events.Add(limit);
        }
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }
}

using System.Collections.Immutable;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Duties;

/// <summary>When a case is looked at next. One alarm a case: an alarm that rings at another moment than this is an old one and does nothing.</summary>
/// <param name="Id">Stream key of the report or incident.</param>
public sealed record DutyAlarm(string Id, DateTimeOffset RingsAt)
{
    /// <summary>Reminders go out in the day, never at midnight: a day of reminding begins at nine, in Japan.</summary>
    private static readonly TimeSpan NineOClock = TimeSpan.FromHours(9);

    /// <summary>When the owner of a duty is reminded, in order: on the warning day and on the last day of a limit of law, else when a share of the time has passed.</summary>
    public static ImmutableArray<DateTimeOffset> Reminders(DutyStanding duty, IReadOnlyList<StatutoryDeadline> deadlines, PolicySettings settings)
    {
        var legal = deadlines.FirstOrDefault(d => d.DueAt == duty.Due);
        return duty.IsLegal && legal is not null
            ? [.. new[] { legal.WarnOn, legal.Limit }.Distinct().Select(day => JapaneseCalendar.StartOf(day) + NineOClock)]
            : [duty.Since + (duty.Due - duty.Since) * (settings.RemindAtPercent / 100.0)];
    }

    /// <summary>The next moment at which something has to be told, or null when nothing is open.</summary>
    public static DateTimeOffset? Next(ImmutableArray<DutyStanding> duties, IReadOnlyList<StatutoryDeadline> deadlines, PolicySettings settings, DateTimeOffset now) =>
        duties.Where(d => d.IsOpen)
            .SelectMany(d => Reminders(d, deadlines, settings).Add(d.Due))
            .Where(at => at > now)
            .Select(at => (DateTimeOffset?)at)
            .Min();
}

/// <summary>Message for later: look at the duties of this case. Never cancelled; when it rings, the state decides.</summary>
/// <param name="Case">Stream key of the report or incident.</param>
public sealed record WatchDuties(string Case, DateTimeOffset RingsAt);

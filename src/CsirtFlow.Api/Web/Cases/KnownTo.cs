using System.Collections.Immutable;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Cases;

/// <summary>How an office came to know of an event.</summary>
/// <param name="Of">Stream key of the report or incident that the event belongs to.</param>
public sealed record KnownEvent(string Of, EventLine Line, DateTimeOffset Since, EventText How);

/// <summary>「14:05 に CISO が知っていたこと」: the events that had reached the holders of one office by a moment, by mail, on the page, or because they did it themselves.</summary>
public static class KnownTo
{
    /// <param name="of">Stream key of the report or incident; notices name the event that caused them by its first letter.</param>
    /// <param name="lines">The course of that stream, whose notices are <paramref name="notices"/>.</param>
    public static ImmutableArray<KnownEvent> Of(Office office, DateTimeOffset moment, string of, IEnumerable<EventLine> lines, IReadOnlyList<Notice> notices)
    {
        var reached = notices.Where(n => n.Office == office && n.AcceptedAt <= moment).ToList();
        return [.. lines.Where(l => l.RecordedAt <= moment).Select(Known).OfType<KnownEvent>().OrderBy(k => k.Line.Version)];

        KnownEvent? Known(EventLine line)
        {
            if (line.Data is CaseEvent e && e.Origin.By.Office == office) return new(of, line, line.RecordedAt, new($"本人の操作", $"did it"));

            var told = reached.Where(n => CauseOf(n) == $"{of[0]}{line.Version}").Select(n => new KnownEvent(of, line, n.AcceptedAt!.Value, new($"{Name(n)}へのメール", $"mail to {Name(n)}")));
            // Whoever opened the page saw the course as it stood then.
            var seen = notices.Where(n => n.Office == office && n.OpenedAt <= moment && n.OpenedAt >= line.RecordedAt).Select(n => new KnownEvent(of, line, n.OpenedAt!.Value, new($"{Name(n)}が画面で確認", $"{Name(n)} on the page")));
            return told.Concat(seen).MinBy(k => k.Since);
        }
    }

    private static Stretch Name(Notice notice) => new(notice.PersonName, Typed: true);

    /// <summary>The event that caused a notice: <c>i3</c> of an incident, <c>r3</c> of a report.</summary>
    public static string? CauseOf(Notice notice) => notice.Id.Split('/') is [_, _, var cause, ..] ? cause : null;

    /// <summary>The notices as they stood at a moment.</summary>
    public static IEnumerable<Notice> AsOf(this IEnumerable<Notice> notices, DateTimeOffset moment) =>
        notices.Where(n => n.QueuedAt <= moment).Select(n => n with
        {
            Delivery = n.AcceptedAt <= moment ? Delivery.Accepted : n.Delivery is Delivery.Accepted ? Delivery.Queued : n.Delivery,
            AcceptedAt = n.AcceptedAt <= moment ? n.AcceptedAt : null,
            Relay = n.Relay?.At <= moment ? n.Relay : null,
            OpenedAt = n.OpenedAt <= moment ? n.OpenedAt : null,
            AcknowledgedAt = n.AcknowledgedAt <= moment ? n.AcknowledgedAt : null,
        });
}

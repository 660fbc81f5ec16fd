using System.Collections.Immutable;
using System.Globalization;

namespace CsirtFlow.Domain;

/// <summary>緊急閲覧 of one person.</summary>
/// <param name="Until">UTC instant from which it is over.</param>
public sealed record EmergencyView(string PersonId, DateTimeOffset Until)
{
    // Clocks of two nodes are never quite the same.
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    /// <summary>Whether it lets somebody in at a moment. Opened by a clock that was set back since, it lasts no longer for that.</summary>
    public bool IsOpen(DateTimeOffset at) => at < Until && Until - at <= ViewInEmergency.Lasts + Apart;
}

/// <summary>緊急閲覧 (34-2-3): who answers for the whole and is kept out by a restriction opens the matter all the same, for an hour, to look at it and no more. Everybody named in the restriction and the auditor are alarmed at once.</summary>
/// <remarks>By the offices of <see cref="PolicySettings.EmergencyViewOffices"/>; those that stand here are the ones where the organisation has not decided.</remarks>
[Term("緊急閲覧", "Emergency view", "34-2-3"), By(Office.SupervisingOfficer, Office.Ciso, KeptOut = true, Proved = true)]
public sealed record ViewInEmergency(string Reason) : ICommand<Incident, IncidentEvent>
{
    /// <summary>In characters.</summary>
    public const int ShortestReason = 10;

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(60);

    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(!NeedToKnow.MayViewInEmergency(c.Organisation, c.By.PersonId, state, c.Now), Rules.KeptOutNow);
        PolicyViolationException.ThrowIf(new StringInfo(Reason?.Trim() ?? "").LengthInTextElements < ShortestReason, Rules.EmergencyExplained);
        Check.Length(Reason);
        if (state.EmergencyViewOf(c.By.PersonId, c.Now) is not null) return [];

        return [new EmergencyViewOpened(Reason!, c.Now + Lasts, c.Origin)];
    }
}

/// <summary>緊急閲覧の終了 before its time: by whoever has opened it, or by those who look after the restricted matter.</summary>
[Term("緊急閲覧の終了", "End of an emergency view", "34-2-3"), By(Office.SupervisingOfficer, Office.Ciso, Office.CsirtLead, KeptOut = true)]
public sealed record EndEmergencyView(string PersonId) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(state.EmergencyViewOf(PersonId, c.Now) is null || !(PersonId == c.By.PersonId || state.RestrictedTo.Contains(c.By.PersonId)), Rules.EmergencyViewRuns);

        return [new EmergencyViewEnded(PersonId, c.Origin)];
    }
}

/// <summary>The alarm of a 緊急閲覧: the named and the auditors are told that it happened to this number, and nothing else.</summary>
internal static class EmergencyAlarm
{
    public static ImmutableArray<NoticeQueued> Of(EmergencyViewOpened e, Incident after, Organisation o, DateTimeOffset at) =>
    [
        .. after.RestrictedTo.Select(o.Person).OfType<Person>().Select(p => (Person: p, Office: Acting.Held(o, p.Id, at).FirstOrDefault()?.Office ?? Office.Staff))
            .Concat(Holders.Of(o, Office.Auditor, Scope.Section(null), at).Select(p => (Person: p, Office: Office.Auditor)))
            .DistinctBy(t => t.Person.Id).Where(t => t.Person.Id != e.Origin.By.PersonId && !after.Involved.Contains(t.Person.Id))
            .Select(t => new NoticeQueued(after.Id, after.Number, NoticeReason.EmergencyView, t.Person.Id, t.Person.Name, t.Person.Mail, t.Office, [], "", after.EmergencyImpact == EmergencyImpact.Present, at)),
    ];
}

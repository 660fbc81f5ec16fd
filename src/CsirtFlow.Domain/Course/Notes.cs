namespace CsirtFlow.Domain;

/// <summary>記録の種類.</summary>
public enum NoteKind
{
    [Term("メモ", "Memo")] Memo,
    [Term("電話", "Telephone")] Telephone,
    [Term("決定", "Decision")] Decision,
    [Term("観察", "Observation")] Observation,
    [Term("状況確認", "Status check")] StatusCheck,
}

/// <summary>経過の記録: a call, a decision, an observation; may have happened earlier than it is written down.</summary>
/// <param name="InCourse">True to put the same words into the 経過表 for outside.</param>
[Term("経過の記録", "Note in the course"), By(Office.CsirtLead, Office.CsirtMember, Office.ContactPoint, Office.SupervisingOfficer, Office.Ciso, Office.SecurityOfficer, Office.SecurityManager, Office.SystemManager, Office.Administration)]
public sealed record AddNote(string Text, DateTimeOffset? OccurredAt = null, NoteKind Kind = NoteKind.Memo, bool InCourse = false) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Text(Text, Rules.TextGiven);
        var at = OccurredAt ?? c.Now;
        Check.Past(at, c);

        var note = new NoteAdded(Text, c.Origin with { OccurredAt = at }, Kind);
        return InCourse ? [note, .. new PlaceInCourse((int)state.Version + 1, true, Text, at).Decide(state with { Version = state.Version + 1 }, c)] : [note];
    }
}

/// <summary>経過の記録 of a report that is no incident, or not yet: a call back (折り返し), a 状況確認.</summary>
[Term("経過の記録", "Note in the course"), By(Office.ContactPoint, Office.CsirtLead, Office.CsirtMember, Office.SecurityManager, Office.SecurityOfficer, Office.SupervisingOfficer, Office.Ciso)]
public sealed record AddReportNote(string Text, DateTimeOffset? OccurredAt = null, NoteKind Kind = NoteKind.Telephone) : ICommand<Report, ReportEvent>
{
    public ReportEvent[] Decide(Report state, Circumstances c)
    {
        Check.Text(Text, Rules.TextGiven);
        var at = OccurredAt ?? c.Now;
        Check.Past(at, c);

        return [new ReportNoteAdded(Text, c.Origin with { OccurredAt = at }, Kind)];
    }
}

/// <summary>訂正の追記: what was recorded stays, and what was wrong about it stands beside it from then on.</summary>
/// <param name="Event">Number of the event in the course of the incident, from 1.</param>
[Term("訂正の追記", "Correction added"), By(Office.CsirtLead, Office.CsirtMember, Office.ContactPoint, Office.SupervisingOfficer, Office.Ciso, Office.SecurityOfficer, Office.SecurityManager, Office.SystemManager, Office.Administration)]
public sealed record CorrectRecord(int Event, string Correction, string Reason) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(Event < 1 || Event > state.Version, Rules.EventKnown);
        Check.Text(Correction, Rules.TextGiven);
        Check.Text(Reason, Rules.ReasonGiven);

        return [new RecordCorrected(Event, Correction, Reason, c.Origin)];
    }
}

/// <summary>経過表への記載: whether, in which words and under which time an event stands in the course that leaves the house.</summary>
/// <param name="Event">Number of the event in the course of the incident, from 1.</param>
/// <param name="Words">Without names of persons and devices; up to 200 characters.</param>
/// <param name="At">発生時刻 as the outside reads it (UTC instant); null for now.</param>
[Term("経過表への記載", "Entry in the course for outside"), By(Office.CsirtLead, Office.CsirtMember, Office.Administration)]
public sealed record PlaceInCourse(int Event, bool Shown, string Words = "", DateTimeOffset? At = null) : ICommand<Incident, IncidentEvent>
{
    public const int LongestWords = 200;

    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(Event < 1 || Event > state.Version, Rules.EventKnown);
        if (Shown) Check.Text(Words, Rules.TextGiven, LongestWords);
        var at = At ?? c.Now;
        Check.Past(at, c);

        var entry = Shown ? new CourseEntry(true, Words.Trim(), at) : new CourseEntry(false, "", state.Course.GetValueOrDefault(Event)?.At ?? at);
        return state.Course.GetValueOrDefault(Event) == entry ? [] : [new CourseEntryPlaced(Event, entry.Shown, entry.Words, entry.At, c.Origin)];
    }
}

/// <summary>経過表の1行, as somebody put it for the outside.</summary>
/// <param name="At">UTC instant.</param>
public sealed record CourseEntry(bool Shown, string Words, DateTimeOffset At);

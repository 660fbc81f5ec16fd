using System.Collections.Immutable;
using System.Globalization;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications.Documents;
using JapaneseCalendar = CsirtFlow.Domain.Statutory.JapaneseCalendar;
using Reiwa = CsirtFlow.Domain.Statutory.Reiwa;

namespace CsirtFlow.Api.Documents;

/// <summary>One line of the 経過表 for outside.</summary>
/// <param name="At">発生時刻 (UTC instant).</param>
/// <param name="Event">Number of the event in the course of the incident; null for what happened to its reports.</param>
/// <param name="Curated">True when somebody gave it these words.</param>
public sealed record CourseStep(DateTimeOffset At, string Text, int? Event = null, bool Curated = false);

/// <summary>
/// 事実経過: the chain in the policy's terms, one line each under its day. By itself without free text and names of persons, so that it may go outside;
/// where somebody decided on an event (<see cref="CourseEntry"/>), that decision stands.
/// </summary>
internal static class FactualCourse
{
    public static string Of(CaseFile file) => Written(Steps(file));

    /// <summary>What happened by itself, without who told whom in the house, without the house's own decisions on it and without the police, who agree to it first.</summary>
    public static string ForEverybody(CaseFile file) =>
        Written(Ordered(file.ReportEvents.Where(e => e is OccurrenceReported).SelectMany(e => OfReport(file, e)).Concat(OfIncident(file).Where(s => s.Curated || ForEverybody(file.Events[s.Event!.Value - 1])))));

    /// <summary>What one event says by itself, whatever was decided on it.</summary>
    public static IEnumerable<CourseStep> Of(CaseFile file, CaseEvent e) => e switch
    {
        ReportEvent r => OfReport(file, r),
        IncidentEvent i => OfIncident(file, i),
        _ => [],
    };

    private static bool ForEverybody(IncidentEvent e) => e is OrderGiven or OrderVerified or PersonsNotified { Substitute: "" } or PublicationRecorded or PublicationWithdrawn || (e is FilingRecorded f && !OutsideValues.ToPolice(f));

    private static string Written(IEnumerable<CourseStep> steps) =>
        string.Join('\n', steps.GroupBy(s => JapaneseCalendar.DayOf(s.At)).SelectMany(day => day.Select(Line).Distinct().Prepend(Reiwa.DateWithWeekday(day.Key))));

    public static ImmutableArray<CourseStep> Steps(CaseFile file) =>
        [.. Ordered(file.ReportEvents.SelectMany(e => OfReport(file, e)).Concat(OfIncident(file)))];

    private static IEnumerable<CourseStep> OfIncident(CaseFile file) => file.Events.SelectMany((e, i) => Decided(file, e, i + 1));

    private static IEnumerable<CourseStep> Ordered(IEnumerable<CourseStep> steps) => steps.OrderBy(s => s.At);

    private static IEnumerable<CourseStep> Decided(CaseFile file, IncidentEvent e, int number) => file.Incident.Course.GetValueOrDefault(number) switch
    {
        { Shown: true } entry => [new(entry.At, entry.Words, number, Curated: true)],
        { Shown: false } => [],
        // A join that was undone is none to readers outside.
        null when e is ReportAttached attached && !file.Incident.JoinedReports.Contains(attached.ReportNumber) => [],
        null => OfIncident(file, e).Select(s => s with { Event = number }),
    };

    private static string Line(CourseStep step) => $"{JapaneseCalendar.InJapan(step.At).ToString("H時mm分", CultureInfo.InvariantCulture)}　{step.Text}";

    private static IEnumerable<CourseStep> OfReport(CaseFile file, ReportEvent e) => e switch
    {
        OccurrenceReported r => [new(r.Occurrence.NoticedAt, "認知"), At(e, Term.Of(e.GetType()) + Bracketed(r.Outside ? "住民等外部" : file.Organisation.SectionName(r.Occurrence.SectionId)))],
        ReportPassedUp p => [At(e, (p.Automatic ? "自動通知" : Term.Of(e.GetType())) + Bracketed($"{string.Join('、', p.To.Select(o => Term.Of(o)))}へ"))],
        InstructionGiven => [At(e)],
        ReportEvaluated { Verdict: Verdict.Incident } v => [At(e, $"{Term.Of(e.GetType())}：{Term.Of(v.Verdict)}")],
        _ => [],
    };

    private static IEnumerable<CourseStep> OfIncident(CaseFile file, IncidentEvent e) => e switch
    {
        ReportAttached or SystemsCheckOrdered or EvidencePreserved or PreventionPlanned or MeasuresInstructed or MeasureDone or CisoInformed or PersonalDataAssessed
            or MeasureReturned or IncidentRevoked or IncidentClosed or IncidentReopened => [At(e)],
        SeverityDecided s => [At(e, $"{Term.Of(e.GetType())}：{Term.Of(s.Severity)}")],
        ReportAcknowledged a => [At(e, Term.Of(e.GetType()) + Bracketed(Term.Of(a.Office)))],
        OrderGiven o => [At(e, $"{Term.Of(o.Kind)}の指示" + Bracketed(file.Organisation.SectionName(o.SectionId)))],
        OrderCarriedOut o => [At(e, $"{KindOf(file, o.Order)}の完了報告")],
        OrderVerified o => [At(e, $"{KindOf(file, o.Order)}の完了の確認")],
        SystemsCheckAnswered a => [At(e, $"{Term.Of(e.GetType())}：{(a.Found ? "該当あり" : "該当なし")}")],
        CauseEstablished c => [At(e, Term.Of(e.GetType()) + (c.Determined ? "" : "（特定できず）"))],
        FilingRecorded f => [new(file.Corrected(f).FiledAt, "外部への報告" + Bracketed(Addressees(file, f)))],
        PersonsNotified n => [new(e.Origin.OccurredAt, Term.Of(e.GetType()) + (n.Substitute is "" ? "" : "（代替措置）"))],
        PublicationRecorded p => [new(p.PublishedAt, Term.Of(e.GetType()))],
        PublicationWithdrawn w => [new(w.WithdrawnAt, Term.Of(e.GetType()))],
        _ => [],
    };

    private static string KindOf(CaseFile file, int order) => Term.Of(file.Incident.Orders.First(o => o.Number == order).Kind);

    /// <summary>What a person typed is free text: only those of the form's addressees that it names, in the form's words.</summary>
    public static string Addressees(CaseFile file, FilingRecorded f) => string.Join('、', file.Forms.All.LastOrDefault(form => form.Id == f.Form)?.Addressees.Select(a => a.Name)
        .Where(name => name.StartsWith(f.Addressee, StringComparison.Ordinal) || f.Addressee.Contains(name, StringComparison.Ordinal)) ?? []);

    private static string Bracketed(string text) => text is "" ? "" : $"（{text}）";

    private static CourseStep At(CaseEvent e, string? text = null) => new(e.Origin.RecordedAt, text ?? Term.Of(e.GetType()));
}

using System.Collections.Immutable;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications;

namespace CsirtFlow.Api.Documents;

/// <summary>記録 for the house alone: 時系列, 証拠目録, 他システムの確認, 再発防止策, with names and places. Nothing of it goes outside.</summary>
internal static class RecordValues
{
    public static void Put(CaseFile file, ValueSheet sheet)
    {
        var organisation = file.Organisation;
        sheet.Put("incident.chronology", Chronology(file), file.Events[^1]);
        Inventory(file, sheet);
        sheet.Put("evidence.inventory_confirmed", file.Events.OfType<EvidenceInventoryConfirmed>().TakeLast(file.Incident.InventoryConfirmedAt is null ? 0 : 1),
            c => $"{Reiwa.Moment(c.Origin.RecordedAt)}　{By(c)}　{CleanText.OneLine(c.Remark)}");
        if (file.Unnecessary("32-3-3-others") is { } none) sheet.Put("system.checks", $"不要と判断：{none.Reason}", none);
        sheet.Put("system.checks", string.Join('\n', file.Incident.Checks.Select(Check)), file.Events.LastOrDefault(e => e is SystemsCheckOrdered or SystemsCheckAnswered));
        sheet.Put("external.sharing", file.Events.OfType<InformationShared>(), s => $"{Reiwa.Moment(s.Origin.RecordedAt)}　{CleanText.OneLine(s.With)}（{Term.Of(s.Tlp)}）");
        sheet.Put("incident.informed", file.Events.Where(e => e is CisoInformed or ReportAcknowledged),
            e => $"{Reiwa.Moment(e.Origin.RecordedAt)}　{Term.Of(e.GetType())}{(e is ReportAcknowledged a ? $"（{Term.Of(a.Office)}）" : "")}");
        if (file.Incident.ClosedAt is { } closed) sheet.Put("incident.closed_at", Reiwa.Moment(closed), file.Events.LastOrDefault(e => e is IncidentClosed or IncidentRevoked));
        Law(file, sheet);
        Prevention(file, sheet);

        string Check(SystemsCheck c) => $"{organisation.Systems.FirstOrDefault(s => s.Id == c.SystemId)?.Name ?? c.SystemId}：{c.Found switch { true => "該当あり", false => "該当なし", _ => $"確認中（期限{Reiwa.Moment(c.Due)}）" }}"
            + (c.Account is "" ? "" : $"　{CleanText.OneLine(c.Account)}");
    }

    // Every event, in the order in which things happened; what was written down later says so by its last column.
    private static string Chronology(CaseFile file) => string.Join('\n', file.ReportEvents.Concat<CaseEvent>(file.Events)
        .SelectMany(e => Steps(file, e).Select(step => (step.At, step.Text, Event: e))).OrderBy(l => l.At)
        .Select(l => ValueSheet.Cells(Reiwa.Moment(l.At), l.Text, Term.Of(l.Event.Origin.By.Office), Reiwa.Moment(l.Event.Origin.RecordedAt))));

    private static IEnumerable<CourseStep> Steps(CaseFile file, CaseEvent e) =>
        FactualCourse.Of(file, e).DefaultIfEmpty(new(e.Origin.OccurredAt, e is NoteAdded note ? $"{Term.Of(note.Kind)}：{note.Text}" : Term.Of(e.GetType())));

    private static void Inventory(CaseFile file, ValueSheet sheet)
    {
        List<Kept> kept = [.. file.ReportEvents.SelectMany(Attached), .. file.Events.OfType<EvidencePreserved>().Select(e => new Kept(e, e.Item, e.Place, e.File))];
        var lines = kept.Select((k, n) => ValueSheet.Cells($"{n + 1}", k.Item, k.Place, k.File is { } f ? $"{f.Name} SHA-256 {f.Sha256}" : "", Reiwa.Moment(k.By.Origin.OccurredAt), By(k.By)));
        if (kept is [.., var last]) sheet.Put("evidence.inventory", string.Join('\n', lines), last.By);
        else if (file.Incident.InventoryConfirmedAt is not null) sheet.Put("evidence.inventory", ValueSheet.Cells("", "保全した証拠はない"), file.Last<EvidenceInventoryConfirmed>());
    }

    private static IEnumerable<Kept> Attached(ReportEvent e)
    {
        ImmutableArray<EvidenceFile> files = e switch { OccurrenceReported r => r.Files, ReportSupplemented s => s.Files, _ => [] };
        return files.Select(f => new Kept(e, "報告に添付されたファイル", "この記録システム", f));
    }

    private static void Law(CaseFile file, ValueSheet sheet)
    {
        if (file.Last<PersonalDataAssessed>() is not { } said || file.Incident.Assessment is not { } assessment) return;

        var duties = assessment.Duties.Select(d => $"{d.Article}：{d.Explanation}");
        var deadlines = PersonalDataLaw.Deadlines(file.Incident, file.Organisation.Settings)
            .Select(d => $"{d.Article}：{(d.Kind is ReportKind.Preliminary ? "速報" : "確報")}の期限　{Reiwa.DateWithWeekday(d.Limit)}");
        sheet.Put("law.duties", string.Join('\n', duties.Concat(deadlines).DefaultIfEmpty("報告対象事態に該当しない。")), said, confirmed: assessment.Duties.All(d => d.Basis is not DutyBasis.Undetermined));
    }

    private static void Prevention(CaseFile file, ValueSheet sheet)
    {
        var plan = file.Last<PreventionPlanned>();
        sheet.Put("prevention.plan", plan?.Summary, plan);

        // A plan that came after an instruction waits for a new one.
        var instructed = file.Incident.Instruction is not null ? file.Last<MeasuresInstructed>() : null;
        sheet.Put("prevention.instruction", instructed is null ? "" : string.Join('　', new[] { Term.Of(instructed.Instruction), instructed.Words }.Where(s => s is not "")), instructed);

        var decided = file.Incident.Instruction is Instruction.AsPlanned or Instruction.Amended;
        sheet.Put("prevention.measures", string.Join('\n', file.Incident.Measures.Select(m =>
            ValueSheet.Cells($"{m.Number}", m.Text, file.Organisation.SectionName(m.SectionId), Reiwa.Date(m.Due), State(m)))), plan, confirmed: decided);

        string State(PreventionMeasure m) => m switch
        {
            { VerifiedAt: { } at } => $"{Reiwa.Date(JapaneseCalendar.DayOf(at))}実施を確認",
            { DoneAt: { } at } => $"{Reiwa.Date(JapaneseCalendar.DayOf(at))}実施、確認中",
            _ => decided ? "実施中" : "指示前",
        };
    }

    private static string By(CaseEvent e) => $"{e.Origin.By.Name}（{Term.Of(e.Origin.By.Office)}）";

    private sealed record Kept(CaseEvent By, string Item, string Place, EvidenceFile? File);
}

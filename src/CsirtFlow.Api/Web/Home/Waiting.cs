using System.Collections.Immutable;
using CsirtFlow.Api.Web.Cases;
using CsirtFlow.Api.Web.Papers;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Web.Home;

/// <summary>What waits for one person in a report or an incident. It asks <see cref="Acting"/> as the commands do, so that nothing is offered that would be refused.</summary>
public sealed class Waiting(Organisation organisation, string personId, DateTimeOffset now)
{
    private static readonly Office[] Csirt = [Office.CsirtLead, Office.CsirtMember];

    /// <summary>Duties that stand as work of their own.</summary>
    private static readonly string[] Shown = ["32-1-2", "32-2-2", "14-3", "32-3-1", "32-3-5", "32-3-3-done", "32-3-5-measures"];

    public IEnumerable<Work> Of(Report report)
    {
        var (matter, scope) = (Matter.Of(report, organisation), Scope.Of(report));
        var open = DutyTable.Standing(report, organisation.Settings, now).Where(d => d.IsOpen).ToImmutableArray();
        DateTimeOffset? DueOf(params string[] keys) => open.Where(d => keys.Contains(d.Key)).Min(d => (DateTimeOffset?)d.Due);

        if (report.Occurrence.SectionId is null && report.Verdict is not Verdict.NotIncident && May<AssignSection>(scope))
            yield return new(WorkKind.Assign, matter, Wording.Of(report.Occurrence.Description), DueOf("32-1-2", "32-2-2", "14-3"), Form: typeof(AssignSection));
        var passesUp = May<PassReportUp>(scope) && !report.PassedUp(Office.SecurityOfficer, Office.SupervisingOfficer);
        if (passesUp && DueOf("32-1-2", "32-2-2", "14-3") is { } upBy)
            yield return new(WorkKind.PassUp, matter, Wording.Of(report.Occurrence.Description), upBy);
        if (May<EvaluateReport>(scope) && report.Verdict is null)
            yield return new(WorkKind.Evaluate, matter, Wording.Of(report.Occurrence.Description), DueOf("32-3-1"), Form: typeof(EvaluateReport));
        if (As(scope, Office.SecurityOfficer) && !report.PassedUpTo.IsEmpty && report.InstructedAt is null && DueOf("14-3") is { } instructBy)
            yield return new(WorkKind.Instruct, matter, Wording.Of(report.Occurrence.Description), instructBy, Form: typeof(GiveInstruction));
        // Whether the CISO is told as well is asked in the same form, and by itself only afterwards.
        foreach (var duty in Others(open, scope).Where(d => !passesUp || d.Key is not ("32-1-3" or "32-2-3"))) yield return Owed(matter, duty, scope, null);
    }

    /// <param name="happened">The incident's events where <see cref="AsksForWords"/>: an order's words stand in them alone.</param>
    public IEnumerable<Work> Of(Incident incident, IReadOnlyList<object> happened)
    {
        var matter = Matter.Of(incident, organisation);
        var open = DutyTable.Standing(incident, organisation.Settings, now).Where(d => d.IsOpen).ToImmutableArray();
        DateTimeOffset? DueOf(string key) => open.FirstOrDefault(d => d.Key == key)?.Due;

        foreach (var measure in Measures(incident, matter)) yield return measure;
        if (incident.IsClosed) yield break;

        if (WaitsForReceipt(incident)) yield return new(WorkKind.Acknowledge, matter, Wording.Of(happened.OfType<CisoInformed>().LastOrDefault()?.Summary ?? ""), DueOf("32-3-2"));
        if (incident is { PlannedAt: not null, Instruction: null } && May<InstructMeasures>(Scope.Section(null)))
            yield return new(WorkKind.Approve, matter, new($"再発防止策 {incident.Measures.Length} 件の報告", $"Report on prevention measures: {incident.Measures.Length}"), DueOf("32-3-5"), Form: typeof(InstructMeasures));
        foreach (var order in incident.Orders.Where(o => o.CarriedOutAt is null && As(Scope.Section(o.SectionId), Office.SecurityOfficer)))
            yield return new(WorkKind.CarryOut, matter, Wording.Of(order.Instruction), order.Due, Number: order.Number, Form: typeof(ReportOrderCarriedOut));
        foreach (var order in incident.Orders.Where(o => o.CarriedOutAt is not null && o.VerifiedAt is null && May<VerifyOrder>(Scope.Section(null))))
            yield return new(WorkKind.Verify, matter, Wording.Of(order.Account), order.Due, Number: order.Number, Form: typeof(VerifyOrder));
        foreach (var check in incident.Checks.Where(Asked))
            if (organisation.Systems.FirstOrDefault(s => s.Id == check.SystemId) is { } system)
                yield return new(WorkKind.Check, matter, Wording.Of(happened.OfType<SystemsCheckOrdered>().LastOrDefault(e => e.SystemIds.Contains(system.Id))?.Instruction ?? ""), check.Due, System: system);
        var others = Others(open, Scope.Of(incident)).ToList();
        foreach (var duty in others) yield return Owed(matter, duty, Scope.Of(incident), incident);
        if (Next(open, Scope.Of(incident)) is { } next && !others.Contains(next)) yield return Owed(matter, next, Scope.Of(incident), incident);
    }

    /// <summary>文書: to be permitted, approved or filed by this person, or returned to them, and what one person did alone to be looked at by another. Nobody is asked to permit or approve their own.</summary>
    public IEnumerable<Work> Of(CaseDocument document, Incident incident)
    {
        var (scope, mine) = (Scope.Of(document), document.Drafters.Contains(personId));
        var waits = document.Stage switch
        {
            DocumentStage.Draft => mine,
            DocumentStage.AwaitsPermission => !mine && Acting.For(organisation, personId, typeof(PermitDocument), scope, incident.RestrictedTo, now) is not null,
            DocumentStage.AwaitsApproval when document.OpenChecks.Any() => mine,
            DocumentStage.AwaitsApproval => !document.Involved.Contains(personId) && May<ApproveDocument>(scope),
            DocumentStage.Approved => mine && May<FileDocument>(scope),
            _ => false,
        };
        var path = new PaperAddress(document.Number, document.Basis.Form, document.Basis.Issue).Path;
        if (waits) yield return new(WorkKind.Document, Matter.Of(incident, organisation), Wording.Of(document.Basis.Title), null, Stage: document.Stage, Paper: path);
        if (document.AwaitsReview && !document.TookPart(personId) && May<ReviewSeparation>(scope))
            yield return new(WorkKind.Review, Matter.Of(incident, organisation), Wording.Of(document.Basis.Title), null, Stage: document.Stage, Paper: $"{path}#{CommandCatalogue.Slug(typeof(ReviewSeparation))}");
    }

    /// <summary>本人の名簿: to be deleted by somebody else than who asked for it, and not to be forgotten after 終結.</summary>
    public IEnumerable<Work> Of(PersonList list, Incident incident)
    {
        var scope = Scope.Section(null);
        WorkKind? kind = list.Stage switch
        {
            PersonListStage.AwaitsDeletion when list.Proposal?.Origin.By.PersonId != personId && May<DeletePersonList>(scope) => WorkKind.ListDeletion,
            PersonListStage.Kept when incident.IsClosed && May<ProposePersonListDeletion>(scope) => WorkKind.ListOfClosed,
            _ => null,
        };
        if (kind is { } waits) yield return new(waits, Matter.Of(incident, organisation), Wording.Of(list.Purpose), null, Number: list.Issue, Paper: $"/incidents/{list.Number}/persons");
    }

    /// <summary>様式・ひな形の改定: to be approved by this person, or returned to them. Nobody is asked to approve their own.</summary>
    public IEnumerable<Work> Of(FormHistory form)
    {
        if (form.Proposal is { } p && (p.AwaitsApproval ? !p.Proposers.Contains(personId) && May<ApproveFormRevision>(Scope.Section(null)) : p.Proposers.Contains(personId)))
            yield return new(WorkKind.Form, Matter.Of(form, p.Title), Wording.Of(p.AwaitsApproval ? p.Reason : p.ReturnedBecause), null, Paper: Notices.NoticeWriter.Page(form.Id));
    }

    /// <summary>Whether the person must read what was told or asked before they can act.</summary>
    public bool AsksForWords(Incident incident) => !incident.IsClosed && (WaitsForReceipt(incident) || incident.Checks.Any(Asked));

    private bool WaitsForReceipt(Incident incident) => new[] { Office.Ciso, Office.SupervisingOfficer }.Any(o => As(Scope.Section(null), o) && incident.AwaitsReceiptBy(o));

    private bool Asked(SystemsCheck check) => check.AnsweredAt is null && May<AnswerSystemsCheck>(new([], [check.SystemId]));

    // 再発防止策 live on after 終結.
    private IEnumerable<Work> Measures(Incident incident, Matter matter) =>
        from measure in incident is { RevokedAt: null, Instruction: Instruction.AsPlanned or Instruction.Amended } ? incident.Measures : []
        let mine = measure.DoneAt is null ? As(Scope.Section(measure.SectionId), Office.SecurityOfficer) : measure.VerifiedAt is null && May<VerifyMeasure>(Scope.Section(null))
        where mine
        select new Work(WorkKind.Measure, matter, Wording.Of(measure.Text), JapaneseCalendar.EndOf(measure.Due).AddMinutes(-1), Number: measure.Number, Form: measure.DoneAt is null ? typeof(ReportMeasureDone) : typeof(VerifyMeasure));

    // CSIRT owns most duties all the time: what is late waits for it, and of the rest the next of each incident; the others stand in the queue.
    private DutyStanding? Next(ImmutableArray<DutyStanding> open, Scope scope) =>
        open.Where(d => As(scope, [.. d.Owners.Intersect(Csirt)])).OrderBy(d => d.Due).FirstOrDefault(d => !Shown.Contains(d.Key));

    private IEnumerable<DutyStanding> Others(ImmutableArray<DutyStanding> open, Scope scope) =>
        from duty in open
        where !Shown.Contains(duty.Key)
        let actor = Acting.As(organisation, personId, [.. duty.Owners.Where(o => o != Office.Staff)], scope, now)
        where actor is not null && (duty.Standing == Standing.Overdue || !Csirt.Contains(actor.Office))
        select duty;

    // Whoever files nothing (32-1-5, 46-3-1エ) tells by telephone, and says so in words.
    private Work Owed(Matter matter, DutyStanding duty, Scope scope, Incident? incident)
    {
        var form = Chain.FormFor(duty, incident);
        return new(WorkKind.Duty, matter, new($"{duty.Title}（{Clause.Spell(duty.Clause)}）", $"{duty.English.Title} ({Clause.InEnglish(duty.Clause)})"), duty.Due, duty.IsLegal, Duty: duty.Key,
            Outside: Chain.GoesOutside(form) && May<DraftDocument>(scope), Form: As(scope, [.. Acting.Offices(form)]) ? form : null);
    }

    private bool May<TCommand>(Scope scope) => As(scope, [.. Acting.Offices(typeof(TCommand))]);

    private bool As(Scope scope, params Office[] offices) => Acting.As(organisation, personId, offices, scope, now) is not null;
}

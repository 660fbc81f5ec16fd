using System.Collections.Immutable;
using CsirtFlow.Api.Access;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Documents;
using CsirtFlow.Api.Evidence;
using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Cases;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web;

/// <summary>Puts the page of a case together, for one person and one moment.</summary>
public sealed class CaseViews(CaseReader cases, DocumentReader documents, OrganisationDirectory directory, FormDirectory forms, ScanResults scans, AccessViews views, TimeProvider clock)
{
    private const int MostLooks = 10;

    public async Task<CaseView> Of(Caller caller, string kind, string number, CaseWish wish, RefusedForm? refused, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (wish.AsOf > now) throw new BadRequestException("時点は過去にしてください。", "Choose a moment in the past.");

        var organisation = wish.AsOf is { } at ? await directory.At(caller.Tenant, at, cancellation) : await directory.Get(caller.Tenant, cancellation);
        var view = new CaseView(kind, number, 0, wish, organisation, [.. Acting.Held(organisation, caller.PersonId ?? "", now).Select(a => a.Office).Distinct()], wish.AsOf ?? now);
        view = kind == "incidents" ? await OfIncident(caller, view, now, refused, cancellation) : await OfReport(caller, view, now, refused, cancellation);
        // In an emergency it is only looked at.
        return view is { AsOf: null, Incident.RestrictedTo.IsEmpty: false } or { Incident: null, Report.IncidentNumber: not null }
            && await cases.KeptOutFrom(caller, view.Incident?.Number ?? view.Report!.IncidentNumber!, cancellation) is not null ? view with { Forms = [], MayDraft = false } : view;
    }

    private async Task<CaseView> OfIncident(Caller caller, CaseView view, DateTimeOffset now, RefusedForm? refused, CancellationToken cancellation)
    {
        var (asOf, settings) = (view.AsOf, view.Organisation.Settings);
        var incident = await cases.Incident(caller, view.Number, asOf, cancellation);
        var reports = await cases.ReportsOf(caller, incident, asOf, cancellation);
        var report = reports.FirstOrDefault(r => r.Number == incident.Number);
        var file = await documents.Find(caller, view.Number, asOf, cancellation);
        var duties = DutyTable.Standing(incident, settings, view.Now);
        var events = await cases.Events(caller, incident.Id, asOf, cancellation);
        view = view with
        {
            Version = incident.Version,
            Report = report,
            Incident = incident,
            Duties = duties,
            AllDuties = [.. report is null ? [] : DutyTable.Standing(report, settings, view.Now), .. duties],
            MissingForClosing = [.. ClosingConditions.Unmet(incident, reports, view.Organisation)],
            Documents = file is null ? [] : DocumentBinder.List(file, asOf?.ToString("O")),
            Papers = file is null || asOf is not null ? [] : await cases.Documents(caller.Tenant, view.Number, cancellation),
            MayDraft = file is not null && asOf is null && !incident.IsClosed && Acting.As(view.Organisation, caller.PersonId ?? "", Acting.Offices(typeof(DraftDocument)), Scope.Of(incident), view.Now) is not null,
            Course = file is null ? [] : FactualCourse.Steps(file),
            Files = [.. reports.SelectMany(r => r.Files.Select(f => (r.Number, f)))],
            Reported = await Reported(caller, reports, asOf, cancellation),
            Looks = incident.RestrictedTo.IsEmpty || asOf is not null ? [] : [.. await views.Find(caller.Tenant, new(incident.Number), skip: 0, MostLooks, cancellation)],
        };
        var context = FormContext.Of(incident, events, view.Organisation, now) with { Forms = await forms.Get(caller.Tenant, cancellation), Next = view.Next?.Key, Event = view.Wish.Event, AnswersFor = AnswersFor(view.Organisation, caller, now) };
        return await Told(caller, incident.Id, events, Offering(view, CommandCatalogue.OfIncident, f => CaseRelevance.Of(f.Type, incident, caller.PersonId, context.AnswersFor), Scope.Of(incident), context, caller, refused), cancellation);
    }

    private async Task<CaseView> OfReport(Caller caller, CaseView view, DateTimeOffset now, RefusedForm? refused, CancellationToken cancellation)
    {
        var report = await cases.Report(caller, view.Number, view.AsOf, cancellation);
        var duties = DutyTable.Standing(report, view.Organisation.Settings, view.Now);
        view = view with
        {
            Version = report.Version,
            Report = report,
            Duties = duties,
            AllDuties = duties,
            Files = [.. report.Files.Select(f => (report.Number, f))],
        };
        var events = await cases.Events(caller, report.Id, view.AsOf, cancellation);
        view = view with { Reported = [new(report, events)] };
        var context = FormContext.Of(report, view.Organisation, now) with { Next = view.Next?.Key };
        return await Told(caller, report.Id, events,
            Offering(view, CommandCatalogue.OfReport, f => CaseRelevance.Of(f.Type, report), Scope.Of(report), context, caller, refused), cancellation);
    }

    private async Task<ImmutableArray<ReportedCase>> Reported(Caller caller, IEnumerable<Report> reports, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var reported = ImmutableArray.CreateBuilder<ReportedCase>();
        foreach (var report in reports) reported.Add(new(report, await cases.Events(caller, report.Id, asOf, cancellation)));
        return reported.ToImmutable();
    }

    private async Task<CaseView> Told(Caller caller, string key, ImmutableArray<EventLine> events, CaseView view, CancellationToken cancellation)
    {
        var notices = (await cases.Notices(caller.Tenant, view.Number, cancellation)).Where(n => n.Case == key).AsOf(view.Now).ToImmutableArray();
        return view with
        {
            Events = events,
            Notices = notices,
            Scans = await scans.Of(caller.Tenant, view.Files.Select(f => f.File).Concat(view.Incident is { } incident ? CasePages.Kept(incident) : []).Select(f => f.Sha256), view.Now, cancellation),
            Known = view.Viewer is { } office ? [.. KnownTo.Of(office, view.Now, key, events, notices).Concat(await OfReports(caller, office, view, key, cancellation)).OrderBy(k => k.Line.RecordedAt)] : [],
        };
    }

    // An office learns of an incident through its reports too (32-1-3).
    private async Task<IEnumerable<KnownEvent>> OfReports(Caller caller, Office office, CaseView view, string key, CancellationToken cancellation)
    {
        var known = new List<KnownEvent>();
        foreach (var (report, events) in view.Reported.Where(r => r.Report.Id != key))
            known.AddRange(KnownTo.Of(office, view.Now, report.Id, events, [.. (await cases.Notices(caller.Tenant, report.Number, cancellation)).Where(n => n.Case == report.Id).AsOf(view.Now)]));
        return known;
    }

    private static ImmutableArray<string> AnswersFor(Organisation o, Caller caller, DateTimeOffset now) =>
        [.. o.Sections.Select(s => s.Id).Where(s => Acting.As(o, caller.PersonId ?? "", Acting.Offices(typeof(ReportOrderCarriedOut)), Scope.Section(s), now) is not null)];

    // The past is only looked at.
    private static CaseView Offering(CaseView view, IEnumerable<CommandForm> all, Func<CommandForm, bool> relevant, Scope scope, FormContext context, Caller caller, RefusedForm? refused)
    {
        if (view.AsOf is not null) return view;

        ImmutableArray<OfferedForm> forms =
        [
            .. from form in all
               where relevant(form) || refused?.Slug == form.Slug
               let actor = Acting.As(view.Organisation, caller.PersonId ?? "", Acting.Offices(form.Type), scope, view.Now)
               where actor is not null
               let typed = refused?.Slug == form.Slug ? refused : null
               select new OfferedForm(form, FormFields.Of(form.Type, form.Slug, context, typed?.Typed), actor, typed is not null || view.Wish.Open == form.Slug, typed?.Errors ?? FormErrors.None),
        ];
        // What is offered no more has no field to lead to.
        var errors = refused is null || forms.Any(f => f.Form.Slug == refused.Slug) ? refused?.Errors : new(refused.Errors.All.Select(e => e.Field.StartsWith(refused.Slug, StringComparison.Ordinal) ? e with { Field = "" } : e));
        return view with { Forms = forms, Errors = errors ?? FormErrors.None, Typed = refused?.Typed };
    }
}

/// <summary>Which forms make sense now. Convenience only: the domain refuses what does not.</summary>
internal static class CaseRelevance
{
    public static bool Of(Type command, Report r) => command.Name switch
    {
        nameof(EvaluateReport) => r.IncidentNumber is null,
        nameof(AnswerReporter) => r.Verdict is Verdict.NotIncident,
        nameof(UndoJoin) => r.Verdict is Verdict.Joined,
        nameof(GiveInstruction) => !r.PassedUpTo.IsEmpty,
        nameof(PassReportUp) => r.PassedUpTo.Length < 3,
        nameof(JudgeReportDutyUnnecessary) => DutyTable.OfReport.Any(d => d.Discretionary && r.Duties.IsOpen(d.Key)),
        nameof(CarryOutReportDuty) => r.Duties.Open.Any(),
        _ => true,
    };

    /// <param name="answersFor">Sections for which the person reports what was done.</param>
    public static bool Of(Type command, Incident i, string? personId, ImmutableArray<string> answersFor) => command.Name switch
    {
        _ when i.RevokedAt is not null && command.Name is nameof(ReopenIncident) or nameof(ReportMeasureDone) or nameof(VerifyMeasure) or nameof(ReturnMeasure) => false,
        nameof(ReopenIncident) => i.IsClosed,
        nameof(AddNote) or nameof(RestrictIncident) or nameof(CorrectRecord) or nameof(PlaceInCourse) or nameof(LinkIncident) => true,
        nameof(UnlinkIncident) => !i.LinkedTo.IsEmpty,
        nameof(CorrectFiling) or nameof(KeepFiledCopy) => !i.Filings.IsEmpty,
        nameof(FinishWork) => i.Work.Any(w => w.FinishedAt is null),
        nameof(ReportMeasureDone) => i.Instruction is Instruction.AsPlanned or Instruction.Amended && i.Measures.Any(m => m.DoneAt is null && answersFor.Contains(m.SectionId)),
        nameof(ReturnMeasure) => i.Measures.Any(m => m.DoneAt is not null),
        nameof(ReceiveHandover) => i.Handovers.Any(h => h.ReceivedAt is null && h.To == personId),
        nameof(VerifyMeasure) => i.Measures.Any(m => m.DoneAt is not null && m.VerifiedAt is null),
        _ when i.IsClosed => false,
        nameof(AcknowledgeReport) => i.CisoInformedAt is not null && !i.Acknowledged(Office.Ciso, Office.SupervisingOfficer),
        nameof(ReportOrderCarriedOut) => i.Orders.Any(o => o.CarriedOutAt is null && answersFor.Contains(o.SectionId)),
        nameof(VerifyOrder) => i.Orders.Any(o => o.CarriedOutAt is not null && o.VerifiedAt is null),
        nameof(AnswerSystemsCheck) => i.Checks.Any(c => c.AnsweredAt is null),
        nameof(JudgePublication) => i.Severity is not null,
        nameof(WithdrawPublication) => i.Publications.Any(p => p.WithdrawnAt is null),
        nameof(PlanFollowUp) => i.PublishedAt is not null || i.Filed.Contains(Article19.Government),
        nameof(JudgeNotReportable) => i.Duties.IsOpen(PersonalDataLaw.NotReportable),
        nameof(DecideExemption) => i.Exemptions.Any(x => x.AwaitsDecision),
        nameof(OpenRelatedIncident) => i.Checks.Any(c => c.Found == true),
        nameof(PlanPrevention) => i.CauseAt is not null && i.Instruction is null or Instruction.Returned,
        nameof(InstructMeasures) => i.PlannedAt is not null && i.Instruction is null,
        nameof(JudgeDutyUnnecessary) => DutyTable.OfIncident.Any(d => d.Discretionary && i.Duties.IsOpen(d.Key)),
        _ => true,
    };
}

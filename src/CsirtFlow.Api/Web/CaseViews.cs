using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Documents;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web;

/// <summary>Puts the page of a case together, for one person and one moment.</summary>
public sealed class CaseViews(CaseReader cases, DocumentReader documents, OrganisationDirectory directory, TimeProvider clock)
{
    /// <param name="refused">The form that was just refused, with what was typed and why.</param>
    public async Task<CaseView> Of(Caller caller, string kind, string number, DateTimeOffset? asOf, string done, (string Slug, IFormCollection Typed, FormErrors Errors)? refused, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var organisation = asOf is { } at ? await directory.At(caller.Tenant, at, cancellation) : await directory.Get(caller.Tenant, cancellation);
        var mine = Acting.Held(organisation, caller.PersonId ?? "", now).Select(a => a.Office).Distinct().ToImmutableArray();
        var notices = asOf is null ? await cases.Notices(caller.Tenant, number, cancellation) : [];

        if (kind == "incidents")
        {
            var incident = await cases.Incident(caller, number, asOf, cancellation);
            var context = FormContext.Of(incident, organisation, now);
            return new(kind, number, incident.Title, null, incident, incident.Version, DutyTable.Standing(incident, organisation.Settings, asOf ?? now),
                await cases.Events(caller.Tenant, incident.Id, asOf, cancellation), Concerning(notices, incident.Id),
                asOf is null ? Offered(CommandCatalogue.OfIncident, f => CaseRelevance.Of(f.Type, incident), Scope.Of(incident), context, organisation, caller, now, refused) : [],
                [.. ClosingConditions.Unmet(incident)], await documents.Find(caller, number, asOf, cancellation) ?? [], organisation, mine, asOf ?? now, asOf, done);
        }

        var report = await cases.Report(caller, number, asOf, cancellation);
        return new(kind, number, string.Join("・", report.Occurrence.Kinds.Select(k => Term.Of(k))), report, null, report.Version, DutyTable.Standing(report, organisation.Settings, asOf ?? now),
            await cases.Events(caller.Tenant, report.Id, asOf, cancellation), Concerning(notices, report.Id),
            asOf is null ? Offered(CommandCatalogue.OfReport, f => CaseRelevance.Of(f.Type, report), Scope.Of(report), FormContext.Of(report, organisation, now), organisation, caller, now, refused) : [],
            [], [], organisation, mine, asOf ?? now, asOf, done);
    }

    private static ImmutableArray<Notice> Concerning(IReadOnlyList<Notice> notices, string key) => [.. notices.Where(n => n.Case == key)];

    private static ImmutableArray<OfferedForm> Offered(IEnumerable<CommandForm> forms, Func<CommandForm, bool> relevant, Scope scope, FormContext context, Organisation organisation, Caller caller,
        DateTimeOffset now, (string Slug, IFormCollection Typed, FormErrors Errors)? refused) =>
    [
        .. from form in forms
           where relevant(form) || refused?.Slug == form.Slug
           let actor = Acting.As(organisation, caller.PersonId ?? "", Acting.Offices(form.Type), scope, now)
           where actor is not null
           let wasRefused = refused?.Slug == form.Slug
           select new OfferedForm(form, FormFields.Of(form.Type, form.Slug, context, wasRefused ? refused!.Value.Typed : null), actor, wasRefused, wasRefused ? refused!.Value.Errors : FormErrors.None),
    ];
}

/// <summary>Which forms make sense now. Convenience only: the domain refuses what does not.</summary>
internal static class CaseRelevance
{
    public static bool Of(Type command, Report r) => command.Name switch
    {
        nameof(EvaluateReport) => r.Verdict is null or Verdict.NotIncident,
        nameof(AnswerReporter) => r.Verdict is Verdict.NotIncident,
        nameof(UndoJoin) => r.Verdict is Verdict.Joined,
        nameof(GiveInstruction) => !r.PassedUpTo.IsEmpty,
        nameof(PassReportUp) => r.PassedUpTo.Length < 3,
        nameof(JudgeReportDutyUnnecessary) => DutyTable.OfReport.Any(d => d.Discretionary && r.Duties.IsOpen(d.Key)),
        nameof(CarryOutReportDuty) => r.Duties.Open.Any(),
        _ => true,
    };

    public static bool Of(Type command, Incident i) => command.Name switch
    {
        nameof(ReopenIncident) => i.IsClosed,
        nameof(AddNote) or nameof(RestrictIncident) => true,
        nameof(ReportMeasureDone) => i.Instruction is Instruction.AsPlanned or Instruction.Amended && i.Measures.Any(m => m.DoneAt is null),
        nameof(VerifyMeasure) => i.Measures.Any(m => m.DoneAt is not null && m.VerifiedAt is null),
        _ when i.IsClosed => false,
        nameof(AcknowledgeReport) => i.CisoInformedAt is not null && !i.Acknowledged(Office.Ciso, Office.SupervisingOfficer),
        nameof(ReportOrderCarriedOut) => i.Orders.Any(o => o.CarriedOutAt is null),
        nameof(VerifyOrder) => i.Orders.Any(o => o.CarriedOutAt is not null && o.VerifiedAt is null),
        nameof(AnswerSystemsCheck) => i.Checks.Any(c => c.AnsweredAt is null),
        nameof(PlanPrevention) => i.CauseAt is not null && i.Instruction is null or Instruction.Returned,
        nameof(InstructMeasures) => i.PlannedAt is not null && i.Instruction is null,
        nameof(JudgeDutyUnnecessary) => DutyTable.OfIncident.Any(d => d.Discretionary && i.Duties.IsOpen(d.Key)),
        _ => true,
    };
}

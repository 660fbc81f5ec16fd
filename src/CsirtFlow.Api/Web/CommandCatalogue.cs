using System.Text.RegularExpressions;
using CsirtFlow.Api.Web.Cases;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web;

/// <summary>A command as a form on a page.</summary>
/// <param name="Slug">Part of the address, kebab case of the command's name.</param>
/// <param name="Section">Part of the page under which it is offered.</param>
public sealed record CommandForm(string Slug, Type Type, string Clause, CaseSection Section)
{
    /// <summary>経過の記録.</summary>
    public bool IsNote => Type == typeof(AddNote) || Type == typeof(AddReportNote);

    /// <summary>False for what is decided on the version of no page: a note stands whatever was written meanwhile, and 誤報 is decided on the report.</summary>
    public bool NamesVersion => !IsNote && Type != typeof(RevokeIncident);

    /// <summary>The page below that of the incident which asks for it, or null where the page of the incident does.</summary>
    public string? Page { get; } = Type == typeof(AssessPersonalData) ? "assessment" : null;

    /// <summary>証拠ファイル may come with it.</summary>
    public bool TakesFiles { get; } = Type.IsAssignableTo(typeof(ITakesFiles<Incident, IncidentEvent>)) || Type.IsAssignableTo(typeof(ITakesFiles<Report, ReportEvent>));
}

/// <summary>Every command of the chain, in its order, as forms. A test holds it against the domain.</summary>
public static partial class CommandCatalogue
{
    public static IReadOnlyList<CommandForm> OfReport { get; } =
    [
        .. Forms(CaseSection.Content, typeof(AssignSection), typeof(PassReportUp), typeof(GiveInstruction), typeof(EvaluateReport), typeof(AnswerReporter), typeof(UndoJoin), typeof(SupplementReport)),
        .. Forms(CaseSection.Course, typeof(AddReportNote)),
        .. Forms(CaseSection.Duties, typeof(CarryOutReportDuty), typeof(JudgeReportDutyUnnecessary)),
    ];

    public static IReadOnlyList<CommandForm> OfIncident { get; } =
    [
        .. Forms(CaseSection.Evaluation, typeof(DecideSeverity), typeof(StateNature), typeof(InformCiso), typeof(AcknowledgeReport)),
        .. Forms(CaseSection.Orders, typeof(GiveOrder), typeof(ReportOrderCarriedOut), typeof(VerifyOrder), typeof(OrderSystemsCheck), typeof(AnswerSystemsCheck), typeof(OpenRelatedIncident)),
        .. Forms(CaseSection.Facts, typeof(RecordFacts), typeof(AssessPersonalData), typeof(JudgeNotReportable)),
        .. Forms(CaseSection.Documents, typeof(RecordFiling), typeof(CorrectFiling), typeof(KeepFiledCopy), typeof(NotifyPersons), typeof(JudgePublication), typeof(RecordPublication), typeof(WithdrawPublication), typeof(PlanFollowUp), typeof(ShareInformation)),
        .. Forms(CaseSection.Evidence, typeof(PreserveEvidence), typeof(EstablishCause), typeof(ConfirmEvidenceInventory)),
        .. Forms(CaseSection.Measures, typeof(PlanPrevention), typeof(InstructMeasures), typeof(ReportMeasureDone), typeof(VerifyMeasure), typeof(ReturnMeasure)),
        .. Forms(CaseSection.Exemptions, typeof(RequestExemption), typeof(DecideExemption), typeof(TakeExemption)),
        .. Forms(CaseSection.Course, typeof(AddNote), typeof(CorrectRecord), typeof(PlaceInCourse)),
        .. Forms(CaseSection.Work, typeof(AddWork), typeof(AddUsualWork), typeof(FinishWork), typeof(HandOverWork), typeof(ReceiveHandover)),
        .. Forms(CaseSection.Links, typeof(LinkIncident), typeof(UnlinkIncident)),
        .. Forms(CaseSection.Duties, typeof(CarryOutDuty), typeof(JudgeDutyUnnecessary)),
        .. Forms(CaseSection.Closing, typeof(CloseIncident), typeof(RevokeIncident), typeof(ReopenIncident), typeof(RestrictIncident)),
    ];

    private static CommandForm[] Forms(CaseSection section, params Type[] types) =>
        [.. types.Select(t => new CommandForm(Slug(t), t, Term.Find(t)?.Clause ?? "", section))];

    public static string Slug(Type command) => Word().Replace(command.Name, "-$0").TrimStart('-').ToLowerInvariant();

    [GeneratedRegex("[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Word();
}

using System.Text.RegularExpressions;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web;

/// <summary>A command as a form on a page.</summary>
/// <param name="Slug">Part of the address, kebab case of the command's name.</param>
/// <param name="Group">Heading under which the page offers it.</param>
public sealed record CommandForm(string Slug, Type Type, string Clause, Wording Group)
{
    /// <summary>証拠ファイル may come with it.</summary>
    public bool TakesFiles { get; } = Type.IsAssignableTo(typeof(ITakesFiles<Incident, IncidentEvent>)) || Type.IsAssignableTo(typeof(ITakesFiles<Report, ReportEvent>));
}


/// <summary>Every command of the chain, in its order, as forms. A test holds it against the domain.</summary>
public static partial class CommandCatalogue
{
    public static IReadOnlyList<CommandForm> OfReport { get; } =
    [
        .. Forms(new("報告と評価", "Report and evaluation"), typeof(PassReportUp), typeof(GiveInstruction), typeof(EvaluateReport), typeof(AnswerReporter), typeof(UndoJoin)),
        .. Forms(new("そのほか", "Other"), typeof(CarryOutReportDuty), typeof(JudgeReportDutyUnnecessary), typeof(SupplementReport)),
    ];

    public static IReadOnlyList<CommandForm> OfIncident { get; } =
    [
        .. Forms(new("評価と報告", "Evaluation and reporting"), typeof(DecideSeverity), typeof(StateNature), typeof(InformCiso), typeof(AcknowledgeReport)),
        .. Forms(new("応急措置と復旧", "Containment and recovery"), typeof(GiveOrder), typeof(ReportOrderCarriedOut), typeof(VerifyOrder), typeof(OrderSystemsCheck), typeof(AnswerSystemsCheck), typeof(OpenRelatedIncident)),
        .. Forms(new("外部への報告と公表", "Reports to outside and publication"), typeof(AssessPersonalData), typeof(RecordFacts), typeof(RecordFiling), typeof(NotifyPersons), typeof(RecordPublication), typeof(ShareInformation)),
        .. Forms(new("証拠・原因・再発防止", "Evidence, cause, prevention"), typeof(PreserveEvidence), typeof(EstablishCause), typeof(ConfirmEvidenceInventory), typeof(PlanPrevention), typeof(InstructMeasures),
            typeof(ReportMeasureDone), typeof(VerifyMeasure)),
        .. Forms(new("例外措置", "Exceptional measures"), typeof(RequestExemption), typeof(DecideExemption), typeof(TakeExemption)),
        .. Forms(new("経過と作業", "Course and work"), typeof(AddNote), typeof(CorrectRecord), typeof(PlaceInCourse), typeof(AddWork), typeof(AddUsualWork), typeof(FinishWork), typeof(LinkIncident), typeof(UnlinkIncident)),
        .. Forms(new("義務の記録と終結", "Duties and closing"), typeof(CarryOutDuty), typeof(JudgeDutyUnnecessary), typeof(CloseIncident), typeof(ReopenIncident), typeof(RestrictIncident)),
    ];

    private static CommandForm[] Forms(Wording group, params Type[] types) =>
        [.. types.Select(t => new CommandForm(Slug(t), t, Term.Find(t)?.Clause ?? "", group))];

    public static string Slug(Type command) => Word().Replace(command.Name, "-$0").TrimStart('-').ToLowerInvariant();

    [GeneratedRegex("[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Word();
}

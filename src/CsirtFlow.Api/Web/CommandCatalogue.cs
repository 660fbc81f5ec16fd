using System.Text.RegularExpressions;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web;

/// <summary>A command as a form on a page.</summary>
/// <param name="Slug">Part of the address, kebab case of the command's name.</param>
public sealed record CommandForm(string Slug, Type Type, string Term, string Clause);

/// <summary>Every command of the chain, in its order, as forms. A test holds it against the domain.</summary>
public static partial class CommandCatalogue
{
    public static IReadOnlyList<CommandForm> OfReport { get; } = Forms(
        typeof(PassReportUp), typeof(GiveInstruction), typeof(EvaluateReport), typeof(AnswerReporter), typeof(UndoJoin),
        typeof(CarryOutReportDuty), typeof(JudgeReportDutyUnnecessary), typeof(SupplementReport));

    public static IReadOnlyList<CommandForm> OfIncident { get; } = Forms(
        typeof(DecideSeverity), typeof(StateNature), typeof(InformCiso), typeof(AcknowledgeReport),
        typeof(GiveOrder), typeof(ReportOrderCarriedOut), typeof(VerifyOrder), typeof(OrderSystemsCheck), typeof(AnswerSystemsCheck),
        typeof(AssessPersonalData), typeof(RecordFacts), typeof(RecordFiling), typeof(NotifyPersons), typeof(RecordPublication), typeof(ShareInformation),
        typeof(PreserveEvidence), typeof(EstablishCause), typeof(ConfirmEvidenceInventory), typeof(PlanPrevention), typeof(InstructMeasures),
        typeof(ReportMeasureDone), typeof(VerifyMeasure), typeof(CarryOutDuty), typeof(JudgeDutyUnnecessary), typeof(AddNote),
        typeof(CloseIncident), typeof(ReopenIncident), typeof(RestrictIncident));

    private static CommandForm[] Forms(params Type[] types) =>
        [.. types.Select(t => new CommandForm(Word().Replace(t.Name, "-$0").TrimStart('-').ToLowerInvariant(), t, Term.Of(t), Term.Find(t)?.Clause ?? ""))];

    [GeneratedRegex("[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Word();
}

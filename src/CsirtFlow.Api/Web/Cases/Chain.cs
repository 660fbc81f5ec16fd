using System.Collections.Immutable;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Cases;

/// <summary>A step of the chain as the page draws it: one or more duties of the policy.</summary>
/// <param name="Duties">Those in force; empty when the step has not begun.</param>
public sealed record ChainStep(Wording Title, ImmutableArray<DutyStanding> Duties)
{
    public bool Late => Duties.Any(d => d.Standing == Standing.Overdue);

    public bool Done => !Duties.IsEmpty && Duties.All(d => !d.IsOpen) && !Lapsed;

    /// <summary>該当しなくなった: nothing of it was done, and nothing of it is owed any more.</summary>
    public bool Lapsed => !Duties.IsEmpty && Duties.All(d => d.Standing == Standing.Lapsed);

    /// <summary>未着手: no clock of it runs yet.</summary>
    public bool NotBegun => Duties.IsEmpty;

    /// <summary>What is done with the report, before there is an incident.</summary>
    public bool OfReport { get; init; }

    /// <summary>The duty that is due next.</summary>
    public DutyStanding? Open => Duties.Where(d => d.IsOpen).OrderBy(d => d.Due).FirstOrDefault();

    public DutyStanding? LastSettled => Duties.Where(d => d.SettledAt is not null).MaxBy(d => d.SettledAt);

    /// <summary>条-項-号 of the duty that the step shows.</summary>
    public string Clause => (Open ?? LastSettled)?.Clause ?? "";
}

/// <summary>報告の鎖 of Article 32: what follows one after the other, and what goes on beside it.</summary>
public sealed record Chain(ImmutableArray<ChainStep> OneAfterTheOther, ImmutableArray<ChainStep> SideBySide)
{
    private static readonly (Wording Title, string[] Keys)[] Serial =
    [
        (new("報告", "Report"), ["32-1-1", "32-2-1"]),
        (new("責任者への報告", "Report to the security officer"), ["32-1-2", "32-2-2"]),
        (new("評価", "Evaluation"), ["32-3-1"]),
        (new("CISO・副CISOへの報告", "Report to the CISO and deputy CISO"), ["32-3-2"]),
        (new("CISOの措置指示", "CISO's instruction on measures"), ["32-3-5"]),
    ];

    private static readonly (Wording Title, string[] Keys)[] Parallel =
    [
        (new("応急措置", "Containment"), ["32-3-3", "32-3-3-done"]),
        (new("ほかのシステムの確認", "Check of other systems"), ["32-3-3-others"]),
        (new("復旧", "Recovery"), ["32-3-3-recovery"]),
        (new("原因の究明と記録の保存", "Cause, and keeping the records"), ["32-3-4-cause", "32-3-4-record"]),
        (new("再発防止策", "Prevention measures"), ["32-3-4-prevention", "32-3-5-measures"]),
    ];

    /// <param name="duties">Of the report and of the incident together.</param>
    public static Chain Of(ImmutableArray<DutyStanding> duties)
    {
        string[] placed = [.. Serial.Concat(Parallel).SelectMany(s => s.Keys)];
        var others = duties.Where(d => !placed.Contains(d.Key)).ToLookup(d => d.IsLegal || d.TowardsOutside.Length > 0);
        return new(
            [.. Serial.Select(s => Step(s.Title, s.Keys))],
            [
                .. Parallel.Select(s => Step(s.Title, s.Keys)),
                new(new("外部への報告・通知・公表", "Reports, notices and publication outside"), [.. others[true]]),
                .. others[false].Any() ? new[] { new ChainStep(new("そのほかの義務", "Other duties"), [.. others[false]]) } : [],
            ]);

        ChainStep Step(Wording title, string[] keys) => new(title, [.. keys.SelectMany(k => duties.Where(d => d.Key == k))]) { OfReport = keys.All(k => DutyTable.OfReport.Any(d => d.Key == k)) };
    }

    /// <summary>What is recorded with the form went outside: the way to it is a document that is drafted, approved and filed, and the form is for what went without one.</summary>
    public static bool GoesOutside(Type form) => form == typeof(RecordFiling) || form == typeof(RecordPublication);

    /// <summary>The form with which a duty is met, where there is one.</summary>
    public static Type FormFor(DutyStanding duty, Incident? incident) => duty.Key switch
    {
        "32-1-2" or "32-2-2" or "32-1-3" or "32-2-3" => typeof(PassReportUp),
        "14-3" => typeof(GiveInstruction),
        "32-3-1" => typeof(EvaluateReport),
        "32-3-1-answer" => typeof(AnswerReporter),
        "32-3-2" => incident?.CisoInformedAt is null ? typeof(InformCiso) : typeof(AcknowledgeReport),
        "32-3-3" or "32-3-3-recovery" => typeof(GiveOrder),
        "32-3-3-done" => incident?.Orders.Any(o => o.CarriedOutAt is null) == true ? typeof(ReportOrderCarriedOut) : typeof(VerifyOrder),
        "32-3-3-others" => incident?.Checks.IsEmpty == true ? typeof(OrderSystemsCheck) : typeof(AnswerSystemsCheck),
        "32-3-4-cause" => typeof(EstablishCause),
        "32-3-4-record" => typeof(ConfirmEvidenceInventory),
        "32-3-4-prevention" => typeof(PlanPrevention),
        "32-3-5" => typeof(InstructMeasures),
        "32-3-5-measures" => incident?.Measures.Any(m => m.DoneAt is null) == true ? typeof(ReportMeasureDone) : typeof(VerifyMeasure),
        "32-1-4" => typeof(AssessPersonalData),
        Article19.PublicationJudgement => typeof(JudgePublication),
        Article19.Publication when incident?.Publication is not null => typeof(RecordPublication),
        Article19.FollowUpToPublic => typeof(RecordPublication),
        PersonalDataLaw.NotReportable => typeof(JudgeNotReportable),
        "32-1-4-persons" => typeof(NotifyPersons),
        "43-1" => typeof(DecideExemption),
        // Told by telephone or mail, by an office that files nothing.
        "32-1-5" or "46-3-1エ" => typeof(CarryOutDuty),
        _ when duty.TowardsOutside.Length > 0 => typeof(RecordFiling),
        _ => incident is null ? typeof(CarryOutReportDuty) : typeof(CarryOutDuty),
    };
}

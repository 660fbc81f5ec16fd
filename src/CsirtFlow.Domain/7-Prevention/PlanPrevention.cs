using System.Collections.Immutable;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>A measure as it is proposed or amended; numbers are given in order.</summary>
/// <param name="Due">JST date.</param>
public sealed record ProposedMeasure(string Text, string SectionId, DateOnly Due);

/// <summary>再発防止策の検討とCISOへの報告 (32-3-4).</summary>
[Term("再発防止策の報告", "Report on prevention measures", "32-3-4"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record PlanPrevention(string Summary, ImmutableArray<ProposedMeasure> Measures) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        PolicyViolationException.ThrowIf(state.CauseAt is null, Rules.CauseFirst);
        PolicyViolationException.ThrowIf(state.Instruction is Instruction.AsPlanned or Instruction.Amended, Rules.PlanStands);
        Check.Text(Summary, Rules.TextGiven);

        return [new PreventionPlanned(Summary, Numbered(Measures, c), c.Origin)];
    }

    internal static ImmutableArray<PreventionMeasure> Numbered(ImmutableArray<ProposedMeasure> measures, Circumstances c)
    {
        PolicyViolationException.ThrowIf(measures.IsDefaultOrEmpty || measures.Length > 50 || measures.Any(m => m is null), Rules.MeasuresGiven);
        foreach (var m in measures)
        {
            Check.Text(m.Text, Rules.MeasuresGiven, 1000);
            Check.Section(m.SectionId, c);
            PolicyViolationException.ThrowIf(m.Due < JapaneseCalendar.DayOf(c.Now), Rules.DueInFuture);
        }
        return [.. measures.Select((m, n) => new PreventionMeasure(n + 1, m.Text, m.SectionId, m.Due))];
    }
}

/// <summary>CISOの指示 (32-3-5): as planned, amended (then with the measures as they shall be), or returned.</summary>
/// <param name="UnavoidableReason">止むを得ない理由 (18-1) when the person who reported the plan also instructs.</param>
[Term("CISOの措置指示", "CISO's instruction on measures", "32-3-5"), By(Office.Ciso)]
public sealed record InstructMeasures(Instruction Instruction, string Words = "", ImmutableArray<ProposedMeasure>? Measures = null, string? UnavoidableReason = null)
    : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Length(Words);
        PolicyViolationException.ThrowIf(state.PlannedAt is null, Rules.PlanFirst);
        PolicyViolationException.ThrowIf(state.Instruction is not null, Rules.InstructedOnce);
        PolicyViolationException.ThrowIf(Instruction is Instruction.Returned && string.IsNullOrWhiteSpace(Words), Rules.ReasonGiven);

        var separation = Separation.Check(state.PlannedBy, c.By, UnavoidableReason);
        var measures = Instruction is Instruction.Amended ? PlanPrevention.Numbered(Measures ?? [], c) : state.Measures;
        return [new MeasuresInstructed(Instruction, Words ?? "", measures, separation, c.Origin)];
    }
}

namespace CsirtFlow.Domain;

/// <summary>再発防止策の実施 (32-3-5): by the section that owns the measure; also after 終結.</summary>
[Term("再発防止策の実施", "Prevention measure carried out", "32-3-5"), By(Office.SecurityOfficer, Office.SecurityManager)]
public sealed record ReportMeasureDone(int Measure, string Account) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Text(Account, Rules.TextGiven);
        var measure = Measures.Find(state, Measure);
        PolicyViolationException.ThrowIf(Acting.As(c.Organisation, c.By.PersonId, [Office.SecurityOfficer, Office.SecurityManager], Scope.Section(measure.SectionId), c.Now) is null, Rules.OfficeMayNot);
        PolicyViolationException.ThrowIf(measure.DoneAt is not null, Rules.MeasureNotDoneYet);

        return [new MeasureDone(Measure, Account, c.Origin)];
    }
}

/// <summary>再発防止策の確認: CSIRT has seen it done; also after 終結.</summary>
/// <param name="UnavoidableReason">止むを得ない理由 (18-1) when the person who reported it done also checks it.</param>
[Term("再発防止策の確認", "Check of a prevention measure", "32-3-5"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record VerifyMeasure(int Measure, string Remark = "", string? UnavoidableReason = null) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Length(Remark);
        var measure = Measures.Find(state, Measure);
        PolicyViolationException.ThrowIf(measure.DoneAt is null, Rules.MeasureDoneFirst);
        if (measure.VerifiedAt is not null) return [];

        return [new MeasureVerified(Measure, Remark ?? "", Separation.Check(measure.DoneBy, c.By, UnavoidableReason), c.Origin)];
    }
}

internal static class Measures
{
    public static PreventionMeasure Find(Incident state, int number)
    {
        PolicyViolationException.ThrowIf(state.RevokedAt is not null, Rules.RevokedForGood);
        PolicyViolationException.ThrowIf(state.Instruction is not (Instruction.AsPlanned or Instruction.Amended), Rules.InstructionFirst);
        var measure = state.Measures.FirstOrDefault(m => m.Number == number);
        PolicyViolationException.ThrowIf(measure is null, Rules.MeasureKnown);
        return measure!;
    }
}

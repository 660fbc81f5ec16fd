namespace CsirtFlow.Domain;

/// <summary>指示 (14-3): what the manager who reported up is told to do.</summary>
[Term("責任者の指示", "Security officer's instruction", "14-3"), By(Office.SecurityOfficer, Office.SupervisingOfficer, Office.Ciso)]
public sealed record GiveInstruction(string Instruction) : ICommand<Report, ReportEvent>
{
    public ReportEvent[] Decide(Report state, Circumstances c)
    {
        Check.Text(Instruction, Rules.TextGiven);
        PolicyViolationException.ThrowIf(state.PassedUpTo.IsEmpty, Rules.PassedUpBefore);

        return [new InstructionGiven(Instruction, c.Origin)];
    }
}

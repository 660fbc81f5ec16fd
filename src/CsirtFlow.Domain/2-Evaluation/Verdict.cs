namespace CsirtFlow.Domain;

/// <summary>評価の結果 (32-3-1).</summary>
public enum Verdict
{
    [Term("インシデントである", "An incident")] Incident,
    [Term("インシデントでない", "No incident")] NotIncident,
    [Term("別のインシデントと同じ（統合）", "The same as another incident (joined)")] Joined,
}

/// <summary>重要度. The policy sets no levels; criteria are explained by <see cref="SeverityProposal"/>, CSIRT decides.</summary>
public enum Severity
{
    [Term("重要度1 緊急", "Severity 1, critical")] Critical = 1,
    [Term("重要度2 高", "Severity 2, high")] High = 2,
    [Term("重要度3 中", "Severity 3, medium")] Medium = 3,
    [Term("重要度4 低", "Severity 4, low")] Low = 4,
}

namespace CsirtFlow.Domain;

/// <summary>評価の結果 (32-3-1).</summary>
public enum Verdict
{
    [Term("インシデントである", English = "An incident")] Incident,
    [Term("インシデントでない", English = "No incident")] NotIncident,
    [Term("別のインシデントと同じ（統合）", English = "The same as another incident (joined)")] Joined,
}

/// <summary>重要度. The policy sets no levels; criteria are explained by <see cref="SeverityProposal"/>, CSIRT decides.</summary>
public enum Severity
{
    [Term("重要度1 緊急", English = "Severity 1, critical")] Critical = 1,
    [Term("重要度2 高", English = "Severity 2, high")] High = 2,
    [Term("重要度3 中", English = "Severity 3, medium")] Medium = 3,
    [Term("重要度4 低", English = "Severity 4, low")] Low = 4,
}

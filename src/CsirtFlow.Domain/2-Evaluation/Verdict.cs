namespace CsirtFlow.Domain;

/// <summary>評価の結果 (32-3-1).</summary>
public enum Verdict
{
    [Term("インシデントである")] Incident,
    [Term("インシデントでない")] NotIncident,
    [Term("別のインシデントと同じ（統合）")] Joined,
}

/// <summary>重要度. The policy sets no levels; criteria are explained by <see cref="SeverityProposal"/>, CSIRT decides.</summary>
public enum Severity
{
    [Term("重要度1 緊急")] Critical = 1,
    [Term("重要度2 高")] High = 2,
    [Term("重要度3 中")] Medium = 3,
    [Term("重要度4 低")] Low = 4,
}

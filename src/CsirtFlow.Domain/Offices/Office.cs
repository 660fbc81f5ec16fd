namespace CsirtFlow.Domain;

/// <summary>役職: duties and notices go to an office, never to a person.</summary>
public enum Office
{
    [Term("職員等", "Staff", "5")] Staff,
    [Term("情報セキュリティ管理者", "Security manager", "14-1")] SecurityManager,
    [Term("情報セキュリティ責任者", "Security officer", "13-1")] SecurityOfficer,
    /// <summary>副CISO holds this office (11-4, 12-1).</summary>
    [Term("統括情報セキュリティ責任者（副CISO）", "Supervising officer (deputy CISO)", "12-1")] SupervisingOfficer,
    [Term("最高情報セキュリティ責任者（CISO）", "Chief information security officer (CISO)", "11-1")] Ciso,
    [Term("情報セキュリティに関する統一的な窓口", "Contact point", "19-3")] ContactPoint,
    [Term("CSIRT責任者", "CSIRT lead", "19-2")] CsirtLead,
    [Term("CSIRT要員", "CSIRT member", "19-2")] CsirtMember,
    [Term("情報システム管理者", "System manager", "15-1")] SystemManager,
    [Term("情報システム担当者", "System operator", "16")] SystemOperator,
    [Term("総務", "Administration", "19-5")] Administration,
    [Term("情報セキュリティ監査統括責任者", "Chief auditor", "50-1")] Auditor,
    [Term("情報セキュリティ委員会", "Security committee", "17")] Committee,
    [Term("住民等外部", "Person outside", "32-2")] OutsideReporter,
    /// <summary>The service itself, for what it does by the clock (自動通知).</summary>
    [Term("自動処理", "Automatic")] System,
}

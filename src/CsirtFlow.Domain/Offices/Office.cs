namespace CsirtFlow.Domain;

/// <summary>役職: duties and notices go to an office, never to a person.</summary>
public enum Office
{
    [Term("職員等", "5", English = "Staff")] Staff,
    [Term("情報セキュリティ管理者", "14-1", English = "Security manager")] SecurityManager,
    [Term("情報セキュリティ責任者", "13-1", English = "Security officer")] SecurityOfficer,
    /// <summary>副CISO holds this office (11-4, 12-1).</summary>
    [Term("統括情報セキュリティ責任者（副CISO）", "12-1", English = "Supervising officer (deputy CISO)")] SupervisingOfficer,
    [Term("最高情報セキュリティ責任者（CISO）", "11-1", English = "Chief information security officer (CISO)")] Ciso,
    [Term("情報セキュリティに関する統一的な窓口", "19-3", English = "Contact point")] ContactPoint,
    [Term("CSIRT責任者", "19-2", English = "CSIRT lead")] CsirtLead,
    [Term("CSIRT要員", "19-2", English = "CSIRT member")] CsirtMember,
    [Term("情報システム管理者", "15-1", English = "System manager")] SystemManager,
    [Term("情報システム担当者", "16", English = "System operator")] SystemOperator,
    [Term("総務", "19-5", English = "Administration")] Administration,
    [Term("情報セキュリティ監査統括責任者", "50-1", English = "Chief auditor")] Auditor,
    [Term("情報セキュリティ委員会", "17", English = "Security committee")] Committee,
    [Term("住民等外部", "32-2", English = "Person outside")] OutsideReporter,
    /// <summary>The service itself, for what it does by the clock (自動通知).</summary>
    [Term("自動処理", English = "Automatic")] System,
}

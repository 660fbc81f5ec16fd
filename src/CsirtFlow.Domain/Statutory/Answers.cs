namespace CsirtFlow.Domain.Statutory;

/// <summary>はい・いいえ・わからない: nobody is made to guess, so that わからない is where every question starts.</summary>
public enum Answer
{
    Unknown,
    No,
    Yes,
}

/// <summary>発生・発生したおそれ・なし: 「おそれ」 means that the facts make one suspect it without proof (番号GL別添2 ※1).</summary>
public enum LossState
{
    Unknown,
    None,
    Feared,
    Occurred,
}

/// <summary>毀損の態様 (番号GL別添2 1C): a copy elsewhere makes up for data that cannot be used, not for data that was altered.</summary>
public enum DamageKind
{
    Unknown,

    /// <summary>改ざん</summary>
    Altered,

    /// <summary>復元キーの喪失、ランサムウェアによる暗号化</summary>
    Unusable,
}

/// <summary>特定個人情報を管理していたシステム (番号規則2条1号イロハ).</summary>
public enum MyNumberSystem
{
    Unknown,

    /// <summary>いずれでもない (紙を含む)</summary>
    None,

    /// <summary>イ 情報提供ネットワークシステム及びこれに接続された電子計算機</summary>
    InformationNetwork,

    /// <summary>ロ 個人番号利用事務</summary>
    UsageAffairs,

    /// <summary>ハ 個人番号関係事務 (給与・共済)</summary>
    RelatedAffairs,
}

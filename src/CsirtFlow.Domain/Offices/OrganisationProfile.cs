namespace CsirtFlow.Domain;

/// <summary>団体の概要: what official forms ask about the organisation itself. What is empty stands as 未記入 in a document.</summary>
public sealed record OrganisationProfile
{
    /// <summary>団体名のフリガナ.</summary>
    public string Kana { get; init; } = "";

    /// <summary>団体コード (地方公共団体コード).</summary>
    public string Code { get; init; } = "";

    /// <summary>法人番号, 13 digits.</summary>
    public string CorporateNumber { get; init; } = "";

    /// <summary>住所: 「〒000-0000　…」.</summary>
    public string Address { get; init; } = "";

    /// <summary>代表者: 職 and 氏名.</summary>
    public string Representative { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>発信者 of documents; the organisation's name when empty.</summary>
    public string Sender { get; init; } = "";

    /// <summary>担当: who answers for a document.</summary>
    public string ContactSection { get; init; } = "";

    /// <summary>担当者の氏名（フリガナ）.</summary>
    public string ContactPerson { get; init; } = "";

    public string ContactPhone { get; init; } = "";

    /// <summary>夜間・休日の連絡先.</summary>
    public string ContactNightPhone { get; init; } = "";

    public string ContactMail { get; init; } = "";
}

using System.Text.Json.Serialization;

namespace CsirtFlow.Domain.Statutory;

/// <summary>
/// 個人情報に関する事実: what is known about the data of one incident. Any part may be missing or わからない,
/// and a later answer is a new record, never an edit.
/// </summary>
public sealed record PersonalDataFacts
{
    /// <summary>保有個人情報が含まれるか (法60条1項).</summary>
    public Answer HeldInformation { get; init; }

    /// <summary>取得しようとしていて、保有個人情報として取り扱う予定の個人情報が含まれるか: counts for 規則43条3号 only.</summary>
    public Answer InformationBeingCollected { get; init; }

    /// <summary>要配慮個人情報 (法2条3項): 救急搬送記録、健康診断の結果 …</summary>
    public Answer SensitiveInformation { get; init; }

    /// <summary>不正に利用されることにより財産的被害が生じるおそれ (規則43条2号).</summary>
    public Answer PropertyDamageFeared { get; init; }

    /// <summary>条例要配慮個人情報 (法60条5項): asked only where an ordinance defines any.</summary>
    public Answer OrdinanceSensitiveInformation { get; init; }

    /// <summary>不正の目的をもって行われたおそれ: outsiders, staff and contractors alike.</summary>
    public Answer ImproperPurposeFeared { get; init; }

    public PersonCount Persons { get; init; } = new();

    public LossFacts Loss { get; init; } = new();

    public EncryptionFacts Encryption { get; init; } = new();

    public MyNumberFacts MyNumber { get; init; } = new();

    public NotificationFacts Notification { get; init; } = new();

    public Knowledge Knowledge { get; init; } = new();

    /// <summary>Information about persons is or may be concerned at all.</summary>
    [JsonIgnore]
    public bool ConcernsPersons => (HeldInformation, InformationBeingCollected, MyNumber.Included) is not (Answer.No, Answer.No, Answer.No);
}

/// <summary>漏えい・滅失・毀損 and what takes an incident out of those words again (番号GL別添2 1A-1C).</summary>
public sealed record LossFacts
{
    /// <summary>漏えい</summary>
    public LossState Leak { get; init; }

    /// <summary>滅失</summary>
    public LossState Destruction { get; init; }

    /// <summary>毀損</summary>
    public LossState Damage { get; init; }

    public DamageKind DamageKind { get; init; }

    /// <summary>第三者に閲覧されないうちに全て回収した.</summary>
    public Answer AllRecoveredUnseen { get; init; }

    /// <summary>同じ内容のデータが他に保管されている.</summary>
    public Answer SameDataElsewhere { get; init; }

    /// <summary>滅失・毀損と同時に窃取された: then it is a leak as well, copy or not.</summary>
    public Answer StolenAtSameTime { get; init; }
}

/// <summary>高度な暗号化等の措置 (規則43条1号かっこ書): a password alone never closes the question.</summary>
public sealed record EncryptionFacts
{
    /// <summary>方式</summary>
    public string? Method { get; init; }

    /// <summary>復号鍵の所在</summary>
    public string? KeyLocation { get; init; }

    /// <summary>復号鍵を分離し、鍵の漏えいを防いでいる.</summary>
    public Answer KeySeparated { get; init; }

    /// <summary>遠隔消去</summary>
    public Answer RemotelyWiped { get; init; }

    /// <summary>判断の理由</summary>
    public string? Grounds { get; init; }

    /// <summary>除外できるか: method, separated key and written grounds, all three.</summary>
    [JsonIgnore]
    public bool Excludes => KeySeparated is Answer.Yes && !string.IsNullOrWhiteSpace(Method) && !string.IsNullOrWhiteSpace(Grounds);
}

/// <summary>特定個人情報に関する事実 (番号規則2条).</summary>
public sealed record MyNumberFacts
{
    /// <summary>マイナンバーが含まれるか: わからない counts as はい, as the commission's form has it.</summary>
    public Answer Included { get; init; }

    public MyNumberSystem System { get; init; }

    /// <summary>個人番号に係る本人の数, where it is not the number of all persons.</summary>
    public PersonCount? Persons { get; init; }

    /// <summary>不正の目的をもって利用された、又はそのおそれ (2号ロ).</summary>
    public Answer UsedWithImproperPurpose { get; init; }

    /// <summary>不正の目的をもって提供された、又はそのおそれ (2号ハ).</summary>
    public Answer ProvidedWithImproperPurpose { get; init; }

    /// <summary>電磁的方法により不特定多数の者に閲覧された、又はそのおそれ (3号).</summary>
    public Answer ViewableByUnspecifiedPersons { get; init; }

    /// <summary>番号法9条に反する利用、又はそのおそれ (4号ロ).</summary>
    public Answer UsedAgainstArticle9 { get; init; }

    /// <summary>番号法19条に反する提供、又はそのおそれ (4号ハ).</summary>
    public Answer ProvidedAgainstArticle19 { get; init; }
}

/// <summary>本人への通知の例外 (法68条2項ただし書).</summary>
public sealed record NotificationFacts
{
    /// <summary>本人への通知が困難である.</summary>
    public Answer Difficult { get; init; }

    /// <summary>代わるべき措置: 公表、問合せ窓口 …</summary>
    public string? SubstituteMeasure { get; init; }

    /// <summary>法78条1項各号の情報 (不開示情報) が含まれる.</summary>
    public Answer NonDisclosable { get; init; }
}

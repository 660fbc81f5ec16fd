using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Web;

/// <summary>What the fields of the command forms are called. A test asks that every field has a name.</summary>
public static class Labels
{
    private static readonly Dictionary<string, Wording> Names = new(StringComparer.Ordinal)
    {
        ["Account"] = new("実施した内容", "What was done"),
        ["Accepted"] = new("完了と認める（認めないときは差し戻し）", "Accept it as done (if not, it is returned)"),
        ["Addressee"] = new("提出先", "Addressee"),
        ["Answer"] = new("報告者への回答", "Answer to the reporter"),
        ["Answers"] = new("追加でわかったこと", "What became known since"),
        ["Attack"] = new("攻撃又はそのおそれ", "An attack or the risk of one"),
        ["ByTelephoneOf"] = new("電話で受領を確認した相手（CSIRTが代わって記録するとき）", "Who confirmed receipt by telephone (where CSIRT records it for them)"),
        ["Cause"] = new("原因", "Cause"),
        ["CisoConcerned"] = new("CISO本人に関わる件（CISOの代わりに統括が閲覧する）", "Concerns the CISO in person (the supervising officer sees it in the CISO's place)"),
        ["Cloud"] = new("クラウドサービスに関わる", "Concerns a cloud service"),
        ["Contractor"] = new("委託した業務に関わる", "Concerns work given to a contractor"),
        ["Content"] = new("内容", "Content"),
        ["Counterpart"] = new("相手（部署・担当）", "Who took it (section, person)"),
        ["Determined"] = new("原因を特定できた", "The cause could be determined"),
        ["Due"] = new("期限", "Limit"),
        ["Duty"] = new("義務", "Duty"),
        ["Facts"] = new("わかっている事実", "Facts known"),
        ["Factors"] = new("判断材料", "What the judgement rests on"),
        ["FiledAt"] = new("提出した日時（空欄は今）", "When it was filed (empty: now)"),
        ["FilingChannel"] = new("方法（Webフォーム・LGWANメール・電話など）", "How (web form, LGWAN mail, telephone ...)"),
        ["Form"] = new("様式", "Form"),
        ["Found"] = new("該当あり", "Found"),
        ["Grounds"] = new("理由・根拠", "Reason, grounds"),
        ["Correction"] = new("正しい内容", "What is right"),
        ["Dropped"] = new("取りやめる（理由を内容に書く）", "Drop it (write the reason below)"),
        ["Event"] = new("記録の番号", "Number of the record"),
        ["InCourse"] = new("経過表（外部用）にも同じ文で載せる", "Put the same words into the course for outside"),
        ["Number"] = new("相手の受付番号", "Receipt number of the other incident"),
        ["PersonId"] = new("担当", "Who does it"),
        ["Shown"] = new("経過表に載せる", "Show it in the course for outside"),
        ["Work"] = new("作業の番号", "Number of the work"),
        ["At"] = new("経過表に書く時刻（空欄は今）", "Time in the course for outside (empty: now)"),
        ["Instruction"] = new("指示", "Instruction"),
        ["Item"] = new("証拠の名称", "What the evidence is"),
        ["JoinTo"] = new("統合先の受付番号（統合のとき）", "Receipt number of the incident to join (when joining)"),
        ["Kind"] = new("種類", "Kind"),
        ["KnewAt"] = new("知った時点（空欄は認知した時刻）", "Moment of knowing (empty: when it was noticed)"),
        ["MayBeCrime"] = new("犯罪の可能性", "May be a crime"),
        ["Measure"] = new("再発防止策の番号", "Number of the prevention measure"),
        ["Measures"] = new("再発防止策", "Prevention measures"),
        ["Medium"] = new("媒体（報道資料・ホームページなど）", "Medium (press release, website ...)"),
        ["Method"] = new("通知の方法", "How they were told"),
        ["Nature"] = new("性質", "Nature"),
        ["OccurredAt"] = new("発生した時刻（空欄は今）", "When it happened (empty: now)"),
        ["Order"] = new("指示の番号", "Number of the order"),
        ["PersonIds"] = new("閲覧できる人（選ばないと制限を解除）", "Who may see it (nobody chosen: lifts the restriction)"),
        ["Persons"] = new("本人の数", "Number of persons concerned"),
        ["Place"] = new("保管場所・保管者", "Where it is kept, and by whom"),
        ["PublishedAt"] = new("公表した日時（空欄は今）", "When it was published (empty: now)"),
        ["Reason"] = new("理由", "Reason"),
        ["ReceiptNumber"] = new("提出先の受付番号", "Receipt number of the addressee"),
        ["Remark"] = new("備考", "Remark"),
        ["SectionId"] = new("所属", "Section"),
        ["Serves"] = new("この提出で果たす義務", "Duties that this filing fulfils"),
        ["Severity"] = new("重要度（選ばないと案のとおり）", "Severity (nothing chosen: as proposed)"),
        ["StaffAccess"] = new("職員等による不正アクセス", "Unauthorised access by staff"),
        ["StaffBreach"] = new("職員等のポリシー違反を確認した", "A breach of the policy by staff is confirmed"),
        ["StaffSectionId"] = new("その職員等の所属（上の2つのとき。必要なら先に閲覧を制限する）", "Section of that person (for the two before; restrict access first where needed)"),
        ["Substitute"] = new("代替措置（通知が困難なとき）", "Measure in its place (where telling them is difficult)"),
        ["Summary"] = new("概要", "Summary"),
        ["SystemId"] = new("情報システム", "Information system"),
        ["SystemIds"] = new("情報システム", "Information systems"),
        ["Text"] = new("内容", "Content"),
        ["Title"] = new("件名", "Title"),
        ["Tlp"] = new("共有の範囲（TLP）", "How far it may be shared (TLP)"),
        ["To"] = new("報告先", "Report to"),
        ["Tried"] = new("調べたこと（特定できないとき）", "What was examined (where it cannot be determined)"),
        ["UnavoidableReason"] = new("止むを得ない理由（同じ人が行うとき。第18条）", "Unavoidable reason (where the same person does both, Art. 18)"),
        ["Verdict"] = new("評価", "Evaluation"),
        ["With"] = new("共有する相手", "Shared with"),
        ["Words"] = new("指示の内容", "Words of the instruction"),

        ["Availability"] = new("可用性の分類", "Availability class"),
        ["Confidentiality"] = new("機密性の分類", "Confidentiality class"),
        ["Integrity"] = new("完全性の分類", "Integrity class"),
        ["ResidentServiceStopped"] = new("住民サービス・指令業務が止まっている", "Services to residents or dispatching have stopped"),
        ["Spread"] = new("広がり", "Spread"),

        ["HeldInformation"] = new("保有個人情報が含まれる", "Held personal information is included"),
        ["InformationBeingCollected"] = new("取得しようとしている個人情報が含まれる", "Personal information about to be collected is included"),
        ["SensitiveInformation"] = new("要配慮個人情報が含まれる（病歴・救急搬送など）", "Sensitive personal information is included (illness, ambulance transport ...)"),
        ["PropertyDamageFeared"] = new("財産的被害のおそれ（口座・カードなど）", "Risk of damage to property (accounts, cards ...)"),
        ["OrdinanceSensitiveInformation"] = new("条例要配慮個人情報が含まれる", "Information that an ordinance calls sensitive is included"),
        ["ImproperPurposeFeared"] = new("不正の目的によるおそれ（不正アクセス・盗難など）", "Risk of an improper purpose (unauthorised access, theft ...)"),
        ["Confirmed"] = new("確定（人）", "Confirmed (persons)"),
        ["Estimated"] = new("見込み（人）", "Estimated (persons)"),
        ["PossibleMaximum"] = new("最大（人）", "At most (persons)"),
        ["Loss"] = new("漏えい・滅失・毀損", "Leak, destruction, damage"),
        ["Leak"] = new("漏えい", "Leak"),
        ["Destruction"] = new("滅失", "Destruction"),
        ["Damage"] = new("毀損", "Damage"),
        ["DamageKind"] = new("毀損の態様", "Kind of damage"),
        ["AllRecoveredUnseen"] = new("閲覧されないうちに全て回収した", "All was recovered before anybody saw it"),
        ["SameDataElsewhere"] = new("同じデータがほかに保管されている（バックアップ）", "The same data is kept elsewhere (backup)"),
        ["StolenAtSameTime"] = new("同時に窃取されたおそれ", "Risk that it was stolen at the same time"),
        ["Encryption"] = new("高度な暗号化", "Strong encryption"),
        ["KeyLocation"] = new("復号鍵の所在", "Where the key is"),
        ["KeySeparated"] = new("復号鍵を分離している", "The key is kept apart"),
        ["RemotelyWiped"] = new("遠隔消去した", "Wiped remotely"),
        ["MyNumber"] = new("特定個人情報（マイナンバー）", "My Number data"),
        ["Included"] = new("マイナンバーが含まれる", "My Numbers are included"),
        ["System"] = new("管理していたシステム", "System that held them"),
        ["UsedWithImproperPurpose"] = new("不正の目的で利用されたおそれ", "Risk that they were used for an improper purpose"),
        ["ProvidedWithImproperPurpose"] = new("不正の目的で提供されたおそれ", "Risk that they were provided for an improper purpose"),
        ["ViewableByUnspecifiedPersons"] = new("不特定多数が閲覧できたおそれ", "Risk that an open circle of persons could see them"),
        ["UsedAgainstArticle9"] = new("番号法9条に反する利用のおそれ", "Risk of a use against Art. 9 of the My Number Act"),
        ["ProvidedAgainstArticle19"] = new("番号法19条に反する提供のおそれ", "Risk of a provision against Art. 19 of the My Number Act"),
        ["Notification"] = new("本人への通知", "Notice to the persons concerned"),
        ["Difficult"] = new("通知が困難", "Telling them is difficult"),
        ["SubstituteMeasure"] = new("代替措置", "Measure in its place"),
        ["NonDisclosable"] = new("不開示情報が含まれる", "Includes information that must not be disclosed"),
    };

    /// <summary>Where a shared name would mislead, the command's own: <c>Command.Field</c>.</summary>
    private static readonly Dictionary<string, Wording> Own = new(StringComparer.Ordinal)
    {
        ["GiveOrder.Instruction"] = new("指示の内容", "Words of the order"),
        ["PlaceInCourse.Words"] = new("経過表に書く文（人名・端末名は書かない。200文字まで）", "Words in the course for outside (no names of persons or devices, 200 characters at most)"),
        ["FinishWork.Account"] = new("結果・理由", "Result or reason"),
        ["AddWork.Due"] = new("期限（空欄でもよい）", "Limit (may stay empty)"),
        ["GiveInstruction.Instruction"] = new("指示の内容", "Words of the instruction"),
        ["OrderSystemsCheck.Instruction"] = new("確認してもらう内容", "What is to be checked"),
        ["ShareInformation.Content"] = new("共有する内容", "What is shared"),
        ["EncryptionFacts.Method"] = new("方式", "Method"),
        ["EncryptionFacts.Grounds"] = new("暗号化で保護されていると判断した理由", "Why the encryption is judged to protect"),
        ["NotifyPersons.Persons"] = new("通知した人数", "Number of persons told"),
        ["SeverityFactors.Persons"] = new("本人の数（最大）", "Number of persons concerned (at most)"),
        ["MyNumberFacts.Persons"] = new("個人番号に係る本人の数", "Number of persons whose My Number is concerned"),
        ["InformCiso.Summary"] = new("報告する内容", "What is reported"),
        ["PlanPrevention.Summary"] = new("再発防止策の概要", "Summary of the prevention measures"),
    };

    public static Wording Of(Type owner, string field) =>
        Own.GetValueOrDefault($"{owner.Name}.{field}") ?? Names.GetValueOrDefault(field) ?? new(field, field);

    /// <summary>A fact that the forms ask for.</summary>
    public static Wording OfFact(string key) => FormKeys.All.GetValueOrDefault(key) is { } known ? new(known.Japanese, known.English) : Wording.Of(key);

    public static bool Knows(Type owner, string field) => Own.ContainsKey($"{owner.Name}.{field}") || Names.ContainsKey(field);

    /// <summary>Answers of the statutory questions, which carry no term of the policy.</summary>
    public static Wording Of(Enum value) => value switch
    {
        Answer.Unknown or LossState.Unknown or DamageKind.Unknown or MyNumberSystem.Unknown => new("わからない", "Not known"),
        Answer.No => new("いいえ", "No"),
        Answer.Yes => new("はい", "Yes"),
        LossState.None => new("ない", "None"),
        LossState.Feared => new("おそれがある", "Feared"),
        LossState.Occurred => new("発生した", "Occurred"),
        DamageKind.Altered => new("改ざん", "Altered"),
        DamageKind.Unusable => new("利用できない（暗号化・鍵の喪失）", "Unusable (encrypted, key lost)"),
        MyNumberSystem.None => new("いずれでもない（紙を含む）", "None of these (paper included)"),
        MyNumberSystem.InformationNetwork => new("情報提供ネットワークシステム", "Information Provision Network System"),
        MyNumberSystem.UsageAffairs => new("個人番号利用事務", "Affairs that use My Numbers"),
        MyNumberSystem.RelatedAffairs => new("個人番号関係事務（給与・共済）", "Affairs related to My Numbers (pay, mutual aid)"),
        _ => Wording.Of(value),
    };
}

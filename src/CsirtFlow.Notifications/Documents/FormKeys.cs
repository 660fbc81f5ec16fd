namespace CsirtFlow.Notifications.Documents;

/// <summary>What a fact is called: on the forms in Japanese, on pages in either language.</summary>
public sealed record FormKey(string Japanese, string English);

/// <summary>
/// 欄の鍵: every fact that a form may ask for, with its name. The same fact has the same key in all forms, so that it is asked and corrected once.
/// </summary>
public static class FormKeys
{
    public static IReadOnlyDictionary<string, FormKey> All { get; } = new Dictionary<string, FormKey>(StringComparer.Ordinal)
    {
        ["report.issue"] = new("報告区分（第n報・最終報）", "Issue of the report (number, final)"),
        ["report.reported_at"] = new("報告日時", "Time of the report"),
        ["report.next_at"] = new("次報の予定", "When the next report is due"),
        ["ppc.report_kind"] = new("報告種別（速報・確報）", "Kind of report (preliminary, final)"),
        ["ppc.report_sequence"] = new("新規・続報の別（前回報告年月日・受付番号）", "New or further report (date and receipt number of the last one)"),

        ["organisation.name"] = new("団体名", "Name of the organisation"),
        ["organisation.kana"] = new("団体名のフリガナ", "Name of the organisation in kana"),
        ["organisation.code"] = new("団体コード", "Code of the organisation"),
        ["organisation.corporate_number"] = new("法人番号", "Corporate number"),
        ["organisation.address"] = new("住所（郵便番号・所在地）", "Address (with postal code)"),
        ["organisation.representative"] = new("代表者の氏名", "Name of the representative"),
        ["organisation.phone"] = new("代表電話番号", "Main telephone number"),
        ["contact.section"] = new("担当者の所属", "Section of the contact person"),
        ["contact.person"] = new("担当者の氏名（フリガナ）", "Name of the contact person (in kana too)"),
        ["contact.phone"] = new("担当者の電話番号", "Telephone of the contact person"),
        ["contact.night_phone"] = new("夜間・休日の連絡先", "Contact at night and on holidays"),
        ["contact.mail"] = new("担当者のメールアドレス", "Mail address of the contact person"),

        ["incident.number"] = new("受付番号", "Receipt number"),
        ["incident.title"] = new("件名", "Title"),
        ["incident.occurred_at"] = new("発生日時", "When it happened"),
        ["incident.noticed_at"] = new("認知日時（知った日時）", "When it was noticed (moment of knowing)"),
        ["incident.noticed_how"] = new("認知の経緯", "How it was noticed"),
        ["incident.discovered_by"] = new("発見者", "Who discovered it"),
        ["incident.kind"] = new("事案種別", "Kind of incident"),
        ["incident.severity"] = new("重要度", "Severity"),
        ["incident.summary"] = new("概要", "Summary"),
        ["incident.course"] = new("事実経過", "Course of facts"),
        ["reporter.section"] = new("報告した所属", "Section that reported"),

        ["system.names"] = new("対象システム", "Systems concerned"),
        ["system.zone"] = new("対象の領域", "Network zone concerned"),
        ["system.lgwan"] = new("LGWANへの影響・切断の有無", "Effect on LGWAN, and whether it was cut off"),
        ["impact.emergency_119"] = new("119番の受付・指令・救急出動への影響", "Effect on 119 calls, dispatching and ambulances"),
        ["impact.resident_services"] = new("住民サービスへの影響", "Effect on services to residents"),
        ["impact.operations"] = new("業務の停止", "Operations stopped"),
        ["impact.other_bodies"] = new("他団体への波及", "Effect on other organisations"),

        ["data.personal"] = new("個人情報・特定個人情報の有無", "Whether personal or My Number data is concerned"),
        ["data.leak_count"] = new("情報漏えいの件数", "Number of items leaked"),
        ["data.breach_kind"] = new("発生事案（漏えい・滅失・毀損とそのおそれ）", "What happened (leak, destruction, damage or the risk of one)"),
        ["data.media"] = new("媒体", "Media"),
        ["data.categories"] = new("情報の種類", "Kinds of information"),
        ["data.items"] = new("情報の項目", "Items of information"),
        ["data.person_count"] = new("本人の数", "Number of persons concerned"),
        ["data.person_count_certainty"] = new("本人の数の確からしさ", "How sure the number of persons is"),
        ["data.person_count_card"] = new("本人の数のうちクレジットカード情報を含むもの", "Of these, with credit card data"),
        ["data.person_count_sensitive"] = new("本人の数のうち要配慮個人情報を含むもの", "Of these, with sensitive personal information"),
        ["law.rule43_grounds"] = new("施行規則第43条各号該当性", "Grounds of Art. 43 of the enforcement rules"),
        ["entrustment.from"] = new("委託元の有無・名称等", "Whether and by whom it was entrusted"),
        ["entrustment.to"] = new("委託先の有無・名称等", "Whether and to whom it was entrusted"),

        ["cause.party"] = new("原因となった主体", "Who caused it"),
        ["cause.kind"] = new("原因の類型", "Kind of cause"),
        ["cause.detail"] = new("原因の詳細（想定を含む）", "Details of the cause (as far as assumed)"),
        ["harm.secondary"] = new("二次被害又はそのおそれの有無", "Whether there is secondary harm or the risk of it"),
        ["harm.secondary_detail"] = new("二次被害又はそのおそれの内容", "What the secondary harm or its risk is"),

        ["containment.actions"] = new("応急措置", "Containment"),
        ["recovery.status"] = new("復旧の状況・見込み", "State and prospect of recovery"),
        ["evidence.preserved"] = new("証拠保全", "Evidence preserved"),
        ["investigation.external"] = new("外部機関による調査", "Investigation by an outside body"),
        ["external.contacts"] = new("関係機関への連絡状況", "Contacts with related bodies"),
        ["persons.response_status"] = new("本人への対応の状況", "State of the response to the persons concerned"),
        ["persons.response_detail"] = new("本人への対応の日・方法・内容", "Date, way and content of that response"),
        ["publication.status"] = new("公表の状況", "State of publication"),
        ["publication.date"] = new("公表（予定）日時", "When it is or will be published"),
        ["publication.method"] = new("公表の方法", "How it is published"),
        ["publication.content"] = new("公表の内容", "What is published"),
        ["prevention.done"] = new("再発防止のために実施済みの措置", "Measures already taken against a recurrence"),
        ["prevention.planned"] = new("再発防止のために今後実施予定の措置", "Measures still planned against a recurrence"),
        ["decision.requested"] = new("判断・指示を求める事項", "Decision or instruction asked for"),
        ["other.remarks"] = new("その他参考となる事項", "Anything else of use"),
    };

    public static bool IsKnown(string key) => All.ContainsKey(key);
}

namespace CsirtFlow.Notifications.Documents;

/// <summary>
/// 欄の鍵: every fact that a form may ask for, with its Japanese name. The same fact has the same key in all forms, so that it is asked and corrected once.
/// </summary>
public static class FormKeys
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["report.issue"] = "報告区分（第n報・最終報）",
        ["report.reported_at"] = "報告日時",
        ["report.next_at"] = "次報の予定",
        ["ppc.report_kind"] = "報告種別（速報・確報）",
        ["ppc.report_sequence"] = "新規・続報の別（前回報告年月日・受付番号）",

        ["organisation.name"] = "団体名",
        ["organisation.kana"] = "団体名のフリガナ",
        ["organisation.code"] = "団体コード",
        ["organisation.corporate_number"] = "法人番号",
        ["organisation.address"] = "住所（郵便番号・所在地）",
        ["organisation.representative"] = "代表者の氏名",
        ["organisation.phone"] = "代表電話番号",
        ["contact.section"] = "担当者の所属",
        ["contact.person"] = "担当者の氏名（フリガナ）",
        ["contact.phone"] = "担当者の電話番号",
        ["contact.night_phone"] = "夜間・休日の連絡先",
        ["contact.mail"] = "担当者のメールアドレス",

        ["incident.number"] = "受付番号",
        ["incident.title"] = "件名",
        ["incident.occurred_at"] = "発生日時",
        ["incident.noticed_at"] = "認知日時（知った日時）",
        ["incident.noticed_how"] = "認知の経緯",
        ["incident.discovered_by"] = "発見者",
        ["incident.kind"] = "事案種別",
        ["incident.severity"] = "重要度",
        ["incident.summary"] = "概要",
        ["incident.course"] = "事実経過",
        ["reporter.section"] = "報告した所属",

        ["system.names"] = "対象システム",
        ["system.zone"] = "対象の領域",
        ["system.lgwan"] = "LGWANへの影響・切断の有無",
        ["impact.emergency_119"] = "119番の受付・指令・救急出動への影響",
        ["impact.resident_services"] = "住民サービスへの影響",
        ["impact.operations"] = "業務の停止",
        ["impact.other_bodies"] = "他団体への波及",

        ["data.personal"] = "個人情報・特定個人情報の有無",
        ["data.leak_count"] = "情報漏えいの件数",
        ["data.breach_kind"] = "発生事案（漏えい・滅失・毀損とそのおそれ）",
        ["data.media"] = "媒体",
        ["data.categories"] = "情報の種類",
        ["data.items"] = "情報の項目",
        ["data.person_count"] = "本人の数",
        ["data.person_count_certainty"] = "本人の数の確からしさ",
        ["data.person_count_card"] = "本人の数のうちクレジットカード情報を含むもの",
        ["data.person_count_sensitive"] = "本人の数のうち要配慮個人情報を含むもの",
        ["law.rule43_grounds"] = "施行規則第43条各号該当性",
        ["entrustment.from"] = "委託元の有無・名称等",
        ["entrustment.to"] = "委託先の有無・名称等",

        ["cause.party"] = "原因となった主体",
        ["cause.kind"] = "原因の類型",
        ["cause.detail"] = "原因の詳細（想定を含む）",
        ["harm.secondary"] = "二次被害又はそのおそれの有無",
        ["harm.secondary_detail"] = "二次被害又はそのおそれの内容",

        ["containment.actions"] = "応急措置",
        ["recovery.status"] = "復旧の状況・見込み",
        ["evidence.preserved"] = "証拠保全",
        ["investigation.external"] = "外部機関による調査",
        ["external.contacts"] = "関係機関への連絡状況",
        ["persons.response_status"] = "本人への対応の状況",
        ["persons.response_detail"] = "本人への対応の日・方法・内容",
        ["publication.status"] = "公表の状況",
        ["publication.date"] = "公表（予定）日時",
        ["publication.method"] = "公表の方法",
        ["publication.content"] = "公表の内容",
        ["prevention.done"] = "再発防止のために実施済みの措置",
        ["prevention.planned"] = "再発防止のために今後実施予定の措置",
        ["decision.requested"] = "判断・指示を求める事項",
        ["other.remarks"] = "その他参考となる事項",
    };

    public static bool IsKnown(string key) => All.ContainsKey(key);
}

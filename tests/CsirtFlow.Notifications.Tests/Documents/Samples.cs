using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Notifications.Tests.Documents;

/// <summary>One invented incident, as known at 13:30 on its first day.</summary>
internal static class Samples
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static readonly DateTimeOffset At = new(2026, 11, 22, 4, 30, 0, TimeSpan.Zero);

    public static readonly DocumentHead Head = new(
        "伊達消総第123号", Today, "伊達地方消防組合消防長", "第1報", ["伊達地方消防組合消防本部総務課　渡邉 𠮷子", "電話　024-000-0000（夜間・休日　024-000-0001）", "電子メール　csirt@example.jp"], Mark: "");

    public static readonly IReadOnlyDictionary<string, FormValue> Values = new Dictionary<string, FormValue>(StringComparer.Ordinal)
    {
        ["report.issue"] = Known("第1報"),
        ["report.reported_at"] = Known("令和8年11月22日　13時30分"),
        ["report.next_at"] = Known("令和8年11月22日　18時00分"),
        ["ppc.report_kind"] = Known("速報"),
        ["ppc.report_sequence"] = Known("新規"),
        ["organisation.name"] = Known("伊達地方消防組合"),
        ["organisation.kana"] = Known("ダテチホウショウボウクミアイ"),
        ["organisation.corporate_number"] = Known("5000020078697"),
        ["organisation.address"] = Known("〒960-0000　福島県伊達市保原町大泉字大地内93-1"),
        ["organisation.representative"] = Known("管理者　石川 一郎"),
        ["organisation.phone"] = Known("024-000-0000"),
        ["contact.section"] = Known("消防本部総務課"),
        ["contact.person"] = Known("渡邉 𠮷子（ワタナベ ヨシコ）"),
        ["contact.phone"] = Known("024-000-0000"),
        ["contact.night_phone"] = Known("024-000-0001（通信指令）"),
        ["contact.mail"] = Known("csirt@example.jp"),
        ["incident.number"] = Known("R8-0017"),
        ["incident.title"] = Known("総務課ファイルサーバーのランサムウェア感染"),
        ["incident.occurred_at"] = FormValue.Investigating("令和8年11月22日　9時30分より前"),
        ["incident.noticed_at"] = Known("令和8年11月22日　9時52分"),
        ["incident.noticed_how"] = Known("職員"),
        ["incident.discovered_by"] = Known("自組織"),
        ["incident.kind"] = Known("不正プログラム感染（ランサムウェア）"),
        ["incident.severity"] = Known("重要度1（緊急）"),
        ["incident.summary"] = Known("総務課の共有フォルダーのファイルが開けなくなり、身代金を要求する文書が置かれているのを職員が見つけた。\n該当の端末とファイルサーバーをネットワークから切り離し、影響の範囲を調査している。"),
        ["incident.course"] = Known("9時52分　職員が情報セキュリティ管理者とCSIRT窓口へ報告\n10時05分　端末のLANケーブルを抜いた\n10時20分　CSIRTがインシデントと評価\n10時40分　ファイルサーバーをネットワークから切り離した"),
        ["reporter.section"] = Known("消防本部総務課"),
        ["system.names"] = Known("総務課ファイルサーバー（FS-01）、端末2台"),
        ["system.zone"] = Known("LGWAN接続系"),
        ["system.lgwan"] = Known("影響は確認されていない。念のため10時40分に接続を切り離した。"),
        ["impact.emergency_119"] = Known("影響なし（指令システムは別のネットワーク）"),
        ["impact.resident_services"] = Known("なし"),
        ["impact.operations"] = Known("総務課の文書作成業務を紙で行っている。"),
        ["impact.other_bodies"] = FormValue.Investigating(),
        ["data.personal"] = Known("個人情報あり（職員の健康診断結果を含む）。特定個人情報は調査中。"),
        ["data.leak_count"] = FormValue.Investigating(),
        ["data.breach_kind"] = Known("漏えいのおそれ、毀損"),
        ["data.media"] = Known("電子媒体（サーバー）"),
        ["data.categories"] = Known("従業員（職員）情報"),
        ["data.items"] = Known("氏名、生年月日、住所、要配慮個人情報（健康診断の結果）"),
        ["data.person_count"] = FormValue.Investigating("最大180人"),
        ["data.person_count_certainty"] = Known("最大"),
        ["law.rule43_grounds"] = Known("第1号、第3号、第4号"),
        ["entrustment.from"] = Known("無"),
        ["entrustment.to"] = Known("有（株式会社例示システム、再委託なし）"),
        ["cause.party"] = Known("不明"),
        ["cause.kind"] = Known("不正アクセス"),
        ["cause.detail"] = FormValue.Investigating("VPN装置を通じた侵入を想定している。"),
        ["harm.secondary"] = Known("不明"),
        ["containment.actions"] = Known("感染した端末2台とファイルサーバーの切り離し、管理者パスワードの変更"),
        ["recovery.status"] = FormValue.Investigating("バックアップ（11月21日23時）の健全性を確認している。"),
        ["evidence.preserved"] = Known("端末2台の電源を入れたまま保全、通信記録とサーバーのログを複写した。"),
        ["investigation.external"] = Known("検討中"),
        ["external.contacts"] = Known("福島県警察へ11時30分に電話で相談した。"),
        ["persons.response_status"] = Known("対応予定"),
        ["publication.status"] = Known("検討中"),
        ["prevention.planned"] = FormValue.Investigating(),
        ["incident.chronology"] = Known("令和8年11月22日（日）午前9時52分｜認知｜職員等｜令和8年11月22日（日）午前10時5分\n令和8年11月22日（日）午前10時20分｜インシデントの認定｜CSIRT責任者｜令和8年11月22日（日）午前10時20分"),
        ["evidence.inventory"] = Known($"1｜ファイアウォールのログ｜CSIRTの保管庫｜fw.log SHA-256 {new string('0', 64)}｜令和8年11月22日（日）午前11時20分｜見本 太郎（CSIRT要員）\n2｜端末2台｜CSIRTの保管庫｜｜令和8年11月22日（日）午前11時40分｜見本 太郎（CSIRT要員）"),
        ["prevention.measures"] = FormValue.Investigating("1｜VPN装置を更新する｜消防本部総務課｜令和8年12月25日｜指示前"),
        ["law.my_number_grounds"] = FormValue.Investigating("第1号ハ（個人番号関係事務のシステム：該当するおそれ）"),
        ["my_number.affairs"] = Known("個人番号関係事務"),
        ["my_number.person_count"] = FormValue.Investigating("最大40人"),
        ["common.sharing_consent"] = Known("同意"),
        ["incident.current_state"] = Known("継続"),
        ["attack.method"] = FormValue.Investigating("脆弱性の悪用"),
        ["ddos.category"] = Known("不明"),
        ["ransom.extension"] = Known(".locked"),
        ["ransom.type"] = Known("暗号化あり、身代金の要求"),
        ["police.request"] = Known("相談、情報提供"),
        ["public.summary"] = Known("職員が使うファイルサーバーが不正なプログラムにより利用できなくなりました。"),
        ["publication.title"] = Known("不正アクセスによる個人情報の漏えいのおそれについて"),
        ["contact.hours"] = Known("平日の8時30分から17時15分まで"),
        ["press.questions"] = Known("身代金は払うのか｜払わない。"),
        ["decision.requested"] = Known("外部接続の全面切断の継続、公表の要否"),
    };

    public static OfficialDocument Document(string form) => DocumentComposer.Compose(FormDefinition.Valid(form, Today), Head, Values);

    private static FormValue Known(string text) => FormValue.Confirmed(text, "経過の記録 11月22日（日）11:40");
}

using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Record;

/// <summary>記録の検証, in both languages.</summary>
public sealed class RecordWords(Language language)
{
    public string Title => language.Say("記録の検証", "Verification of the record");

    public string Lead => language.Say("すべてのイベントは順に連鎖でつながれ、サービスの鍵で署名されています。検証は、書き換え・削除・挿入・入替え・複写がないかと、ファイルが元のままかを確かめます。",
        "All events are linked into one chain in their order and signed with the service's key. The verification finds what was changed, removed, inserted, moved or copied, and whether every file is as it was.");

    public string Now => language.Say("現在の要約値", "Head of the record now");

    public string HeadHint => language.Say("この1行で、ここまでの記録全部が決まります。印刷して、サービスの外で保管してください。毎晩の要約値は監査統括責任者へメールで届きます。",
        "This one line stands for the whole record up to here. Print it and keep it outside the service. Each night's goes to the auditor by mail.");

    public string Position => language.Say("位置（イベントの数）", "Position (number of events)");

    public string Hash => language.Say("要約値（SHA-256）", "Head (SHA-256)");

    public string Last => language.Say("最後の検証", "Last verification");

    public string Never => language.Say("まだ検証していません。", "Not verified yet.");

    public string At => language.Say("検証した時刻", "Verified at");

    public string By => language.Say("検証した人", "Verified by");

    public string Nightly => language.Say("毎晩の自動検証", "The nightly verification");

    public string Read(long events, long files) => language.Say($"イベント{events:N0}件、ファイル{files:N0}件", $"{events:N0} events, {files:N0} files");

    public string What => language.Say("検証したもの", "What was read");

    public string Result => language.Say("結果", "Result");

    public string Timestamp => language.Say("時刻認証", "Timestamp");

    public string NoTimestamp(string problem) => language.Say($"時刻認証を得られませんでした（{problem}）。検証の結果には影響しません。", $"No timestamp was given ({problem}). What the verification found is not touched by that.");

    public string Token => language.Say("時刻認証のトークン", "Token of the timestamp");

    public string TokenHint => language.Say("1行目が要約値、2行目がそのトークン（RFC 3161、base64）です。外で確かめる方法は運用手順書にあります。", "The first line is the head, the second its token (RFC 3161, base64). The operations guide says how to verify it outside.");

    public string Alarm(int faults) => language.Say($"記録に、サービスが書いたものと一致しない箇所が{faults:N0}件あります。データベースに手を加えず、記憶媒体とバックアップを保全し、外部の専門家に相談してください。",
        $"{faults:N0} places of the record are not what the service has written. Leave the database alone, preserve disks and backups, and ask a specialist from outside.");

    public string ForAuditor => language.Say("一致しない箇所は、情報セキュリティ監査統括責任者だけが見ることができます。", "Which they are is shown to the auditor alone.");

    public string Findings => language.Say("一致しない箇所", "What does not fit");

    public string Fault => language.Say("種類", "Kind");

    public string Sequence => language.Say("記録の順番", "Place in the store");

    public string Stream => language.Say("流れ", "Stream");

    public string Detail => language.Say("手がかり", "What else is known");

    public string Verify => language.Say("今すぐ検証する", "Verify now");

    public string VerifyHint => language.Say("件数が多いと数分かかります。結果はこのページに表示され、不一致があれば通知されます。", "May take minutes. The result is shown here; if anything does not fit, people are notified.");

    public string Asked => language.Say("検証を始めました。しばらくしてから、このページを開き直してください。", "The verification has begun. Open this page again in a while.");

    public string Restored => language.Say("最後の復元", "Last restoration");

    public string Lost => language.Say("記録の最後から復元までに受けた報告・記録・通知は、失われたおそれがあります。電話で確かめ、失われたものを記録し直してください。", "Reports, records and notices between the end of the record and the restoration may be lost. Ask by telephone, and record again what is missing.");

    public string RestoredAt => language.Say("復元した時刻", "Restored at");

    public string End => language.Say("記録の最後", "End of the record");

    public string NumbersPassed => language.Say("飛ばした受付番号の数", "Receipt numbers passed over");

    public string Held => language.Say("保留した通知", "Notices held back");

    public string Notices(int held) => language.Say($"{held:N0}件（送られたかもしれないもの）", $"{held:N0} (they may have been sent)");

    public string Passed => language.Say("その間に過ぎた期限", "Limits that passed meanwhile");

    public string Case => language.Say("受付番号", "Receipt number");

    public string Duty => language.Say("義務", "Duty");

    public string Due => language.Say("期限", "Limit");

    public string Compare => language.Say("保管した要約値と比べる", "Compare with a head that was kept");

    public string Kept => language.Say("保管した要約値", "The head that was kept");

    public string KeptHint => language.Say("「位置:要約値」の形。空白は無視します。", "As position:head. Spaces do not count.");

    public string CompareButton => language.Say("比べる", "Compare");

    public string NoHead => language.Say("要約値の形ではありません。数字、コロン（:）、64桁の英数字の順に入力してください。", "That is no head: a number, a colon and 64 hexadecimal digits.");

    public string Same => language.Say("一致しました。この要約値を控えた時点までの連鎖は、いまもそのままです。中身は検証で確かめます。", "It is the same: the chain up to that moment still is what it was. The verification tells of the events themselves.");

    public string Other => language.Say("一致しません。記録が書き換えられたおそれがあります。入力に誤りがないかを確かめ、そのうえで監査統括責任者へ知らせてください。", "It is not the same: the record may have been altered. Make sure that it was typed correctly, then tell the auditor.");

    public string Key => language.Say("署名の公開鍵", "Public key of the signatures");

    public string KeyHint => language.Say("データベースの外で検証するときに使います（csirtflow verify）。控えておいてください。", "For verifying outside (csirtflow verify). Keep a copy.");

    public string NoKey => language.Say("署名鍵が設定されていません（設定 Record__SigningKeyFile）。データベースの管理者が書き加えたイベントを見分けられません。", "No signing key is configured (setting Record__SigningKeyFile): an event that a database administrator has added cannot be told from others.");
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CsirtFlow.Domain;

/// <summary>何が起きましたか: the kinds on the report form. Any number may apply.</summary>
public enum OccurrenceKind
{
    [Term("ファイルが開けない・身代金を要求する画面が出た", "Files will not open, or a screen demands a ransom", "37-3-7")] Ransom,
    [Term("ウイルスの警告が出た・動きがおかしい", "A virus warning appeared, or the device behaves strangely", "37-3-7")] Malware,
    [Term("不審なメールを開いた・リンクを押した・パスワードを入れた", "I opened a suspicious mail, followed a link or typed a password", "33-3-4")] SuspiciousMail,
    [Term("パソコン・スマートフォン・USBメモリ・ICカード・書類をなくした、盗まれた", "A computer, phone, USB memory, IC card or document was lost or stolen")] Loss,
    [Term("メール・FAX・郵便を誤って送った、情報が漏れたかもしれない", "A mail, fax or letter was sent to the wrong address, or information may have leaked", "34-15-4")] Missent,
    [Term("ホームページが書き換えられた・見られない", "The website was altered or cannot be seen", "38-1-3")] Website,
    [Term("システムやネットワークが使えない", "A system or the network cannot be used", "34-7")] Outage,
    [Term("知らない間にログインされた・パスワードが変わった", "Somebody else signed in, or a password changed by itself", "33-3-4")] AccountMisuse,
    [Term("規則に反する使い方を見つけた", "I found a use that breaks the rules", "41-3-1")] PolicyBreach,
    [Term("住民や取引先から連絡を受けた", "A resident or partner contacted us", "32-2-1")] OutsideContact,
    [Term("わからない・その他", "I do not know, or something else")] Other,
}

/// <summary>119番の受付・指令・救急出動への影響. Outranks everything in triage.</summary>
public enum EmergencyImpact
{
    [Term("わからない", "I do not know")] Unknown,
    [Term("ない", "No")] None,
    [Term("ある", "Yes")] Present,
}

/// <summary>報告の方法.</summary>
public enum Channel
{
    [Term("報告フォーム", "Report form")] Form,
    [Term("API", "API")] Api,
    [Term("電話（職員が記入）", "Telephone (written down by staff)")] Telephone,
    [Term("外部窓口", "Contact form")] Window,
    [Term("電子メール", "E-mail")] Mail,
    [Term("他システムの確認の回答", "Answer of a systems check")] SystemsCheck,
}

/// <summary>事象: what somebody noticed, in their words, before anybody has judged it.</summary>
/// <param name="Kinds">At least one.</param>
/// <param name="Description">1 to 2,000 characters as typed.</param>
/// <param name="SectionId">Where it happened; decides the 情報セキュリティ管理者 (32-1-1). Null for the public window.</param>
/// <param name="NoticedAt">認知した時刻 (UTC instant). The moment of the report when the reporter does not say.</param>
public sealed record Occurrence(ImmutableArray<OccurrenceKind> Kinds, EmergencyImpact EmergencyImpact, string Description, string? SectionId, DateTimeOffset NoticedAt);

/// <summary>報告者. How to call back is what must be erasable, so an event holds it sealed under a key of its report's own (docs/decisions/0025).</summary>
/// <param name="Contact">Null as long as it is sealed, and for good when its key was destroyed (消去).</param>
/// <param name="PersonId">Set when the reporter was signed in, or our own mail server confirmed the sender.</param>
/// <param name="Unconfirmed">未確認: nobody has confirmed that the mail comes from where it claims.</param>
/// <param name="Sealed">The contact as it is stored, in base64; null where it stands open: before it is stored, and in events of the first version.</param>
public sealed record Reporter(ReporterContact? Contact, string? PersonId = null, bool Unconfirmed = false, string? Sealed = null)
{
    /// <summary>折り返しの電話番号, as typed; empty where none is known.</summary>
    [JsonIgnore]
    public string Phone => Contact?.Phone ?? "";

    [JsonIgnore]
    public string Name => Contact?.Name ?? "";

    /// <summary>Where a report by mail came from; empty otherwise.</summary>
    [JsonIgnore]
    public string Mail => Contact?.Mail ?? "";
}

/// <summary>連絡先 of a reporter. Everything but the telephone number is optional; from outside even that.</summary>
/// <param name="Mail">Where a report by mail came from; empty otherwise.</param>
public sealed record ReporterContact(string Phone, string Name, string Mail = "");

/// <summary>証拠ファイル as stored: the hash is of the stored bytes.</summary>
/// <param name="Name">Original name, kept as text, never used as a path.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record EvidenceFile(string Name, string ContentType, long Size, string Sha256);

using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>受信メールの種類: what the mail is by its form, before anybody reads what it says.</summary>
public enum MailNature
{
    [Term("通常のメール", "Letter")] Letter,
    [Term("不達の知らせ", "Delivery failure")] Bounce,
    [Term("自動応答", "Automatic reply")] AutoReply,
    [Term("メーリングリスト・一斉配信", "Mailing list")] MailingList,
    [Term("開封通知", "Read receipt")] ReadReceipt,
    [Term("当サービスの通知", "Notice of this service")] OwnNotice,
    [Term("メールではないもの", "Not a mail")] NotMail,
}

/// <summary>読み取りの注意: what could not be read as it was meant.</summary>
public enum MailDoubt
{
    [Term("差出人がありません", "There is no sender")] NoSender,
    [Term("差出人が2人以上います", "There is more than one sender")] SeveralSenders,
    [Term("メールの形になっていません", "It is not a mail")] NotMail,
    [Term("本文がありません", "There is no text")] NoText,
    [Term("本文が長いため、途中までを表示しています", "The text is long: only its beginning is shown")] TextCut,
    [Term("読み取れなかった添付ファイルがあります", "Files were left out")] FilesLeftOut,
    [Term("入れ子が深いため、途中までを読みました", "It is nested too deep and was read in part")] TooDeep,
    [Term("暗号化されています", "It is encrypted")] Encrypted,
    [Term("電子署名が付いています（検証していません）", "It is signed; the signature was not verified")] SignatureUnverified,
    [Term("読めない文字があります", "Some characters could not be read")] Damaged,
    [Term("大きすぎるため、先頭だけを保管しました", "It is too large: only its beginning was kept")] TooLarge,
}

/// <summary>差出人, as the mail says. Anybody can write anything there.</summary>
/// <param name="Address">Lower case.</param>
/// <param name="PersonId">The person of the 連絡網 who has this address; null where nobody has.</param>
/// <param name="Confirmed">Our own mail server says that the mail comes from where it claims (RFC 8601); otherwise 未確認.</param>
public sealed record MailSender(string Address, string Name, string? PersonId, bool Confirmed);

/// <summary>見出し: what a list of mails shows. Who sent it and its subject are sealed in the event under a key of the mail's own (docs/decisions/0025).</summary>
/// <param name="Sender">Null where there is none, or more than one.</param>
/// <param name="SentAt">As the sender's clock says (UTC instant).</param>
/// <param name="Guessed">推定して読みました: the encoding was not declared, or wrongly.</param>
/// <param name="Files">How many came with it.</param>
/// <param name="NoAnswer">It says itself that nobody wants an answer (RFC 3834 2), or its address is a machine's.</param>
/// <param name="SenderMark">Keyed hash of the sender's address; null where there is none, and in events from before it was sealed.</param>
/// <param name="Sealed">Address, name and subject as they are stored, in base64; they are empty then. Null where they stand open: before the mail is stored, after it was opened, and in events from before they were sealed.</param>
public sealed record MailHeading(string MessageId, MailSender? Sender, string Subject, DateTimeOffset? SentAt, MailNature Nature, bool Guessed, ImmutableArray<MailDoubt> Doubts, int Files, bool NoAnswer = false, string? SenderMark = null, string? Sealed = null);

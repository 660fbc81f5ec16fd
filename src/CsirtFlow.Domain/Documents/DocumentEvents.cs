using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>What happened to a 文書 on its way from 起案 to 提出 (22-9-2, 18-1). One stream for each issue of a form.</summary>
public abstract record DocumentEvent(Provenance Origin) : CaseEvent(Origin);

/// <param name="Number">受付番号 of the incident.</param>
/// <param name="Basis">What form it is and what it demands.</param>
/// <param name="Fields">欄の鍵 → what the record said at that moment. A key that is not there is 未記入.</param>
/// <param name="Reason">Why it is corrected or supplemented (訂正・続報); empty for the first.</param>
[Term("文書の起案", "Draft of a document", "18-1")]
public sealed record DocumentDrafted(string Number, DocumentBasis Basis, ImmutableDictionary<string, DocumentField> Fields, string Reason, Provenance Origin) : DocumentEvent(Origin);

/// <param name="Fields">Only those that were changed; null for one that is 未記入 again.</param>
[Term("文書の修正", "Change of a document", "18-1")]
public sealed record DocumentRevised(ImmutableDictionary<string, DocumentField?> Fields, Provenance Origin) : DocumentEvent(Origin);

/// <param name="Content">Hash of exactly what is asked for (<see cref="CaseDocument.Content"/>).</param>
[Term("承認の依頼", "Request for approval", "18-1")]
public sealed record DocumentSubmitted(string Content, Provenance Origin) : DocumentEvent(Origin);

/// <summary>外部提供の許可: by the 情報セキュリティ管理者 whose information goes out.</summary>
/// <param name="UnavoidableReason">止むを得ない場合: why a drafter permits; null when two persons are at work.</param>
[Term("外部提供の許可", "Permission to give it outside", "22-9-2")]
public sealed record DocumentPermitted(string Content, string? UnavoidableReason, Provenance Origin) : DocumentEvent(Origin);

[Term("文書の差戻し", "Return of a document", "18-1")]
public sealed record DocumentReturned(string Reason, Provenance Origin) : DocumentEvent(Origin);

/// <param name="Copies">The frozen bytes: what the document was when it was approved.</param>
[Term("文書の承認", "Approval of a document", "18-1")]
public sealed record DocumentApproved(string Content, string? UnavoidableReason, ImmutableArray<EvidenceFile> Copies, Provenance Origin) : DocumentEvent(Origin);

/// <param name="FiledAt">UTC instant.</param>
[Term("文書の提出", "Filing of a document", "19-5")]
public sealed record DocumentFiled(string Content, ImmutableArray<string> Serves, string Addressee, string FilingChannel, string Counterpart, string ReceiptNumber, DateTimeOffset FiledAt, Provenance Origin)
    : DocumentEvent(Origin);

/// <param name="Content">Hash of the words that were looked at.</param>
/// <param name="Findings">What looked like a person, a device or an address and was left with the remark.</param>
[Term("公表前の確認", "Check before publication", "19-6")]
public sealed record PublicationChecked(PublicationCheck Check, string Content, ImmutableArray<string> Findings, string Remark, Provenance Origin) : DocumentEvent(Origin);

[Term("文書の取下げ", "Withdrawal of a document", "18-1")]
public sealed record DocumentWithdrawn(string Reason, Provenance Origin) : DocumentEvent(Origin);

/// <summary>事後確認: somebody else looked at what one person had done alone.</summary>
[Term("止むを得ない場合の事後確認", "Review of an unavoidable case", "18-1")]
public sealed record SeparationReviewed(string Remark, Provenance Origin) : DocumentEvent(Origin);

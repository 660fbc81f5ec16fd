namespace CsirtFlow.Api.Reports;

/// <summary>What the reporter holds: 受付番号, 確認番号 and the address of the receipt. Kept beside the events, not in them.</summary>
/// <param name="Id">Idempotency key: the same report sent twice is one.</param>
/// <param name="Secret">Unguessable part of the receipt's address.</param>
/// <param name="Confirmation">確認番号, six digits.</param>
/// <param name="Fingerprint">Of the content first sent under this key.</param>
public sealed record Submission(string Id, string Number, string Secret, string Confirmation, string Fingerprint, DateTimeOffset At);

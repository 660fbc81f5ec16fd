namespace CsirtFlow.Domain;

/// <summary>時刻認証 (RFC 3161) of a 要約値: a third party's word that it was there at a moment.</summary>
/// <param name="Authority">Address of who was asked.</param>
/// <param name="At">By the clock of the authority (UTC instant); null where it gave none.</param>
/// <param name="Token">Over the SHA-256 of the 要約値 as <see cref="RecordHead"/> writes it: TimeStampToken in DER, as base64; null where it gave none.</param>
/// <param name="Problem">Why there is no token; empty where there is one.</param>
public sealed record RecordTimestamp(string Authority, DateTimeOffset? At, string? Token, string Problem);

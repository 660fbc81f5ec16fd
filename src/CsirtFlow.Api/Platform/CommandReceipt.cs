using System.Collections.Immutable;

namespace CsirtFlow.Api.Platform;

/// <summary>What a command has done, kept under its idempotency key: the same command sent twice is done once.</summary>
/// <param name="Id">Person and key.</param>
/// <param name="Fingerprint">Of the command's content; another content under the same key is refused.</param>
public sealed record CommandReceipt(string Id, string Fingerprint, CommandOutcome Outcome, DateTimeOffset At);

/// <summary>The answer to a command.</summary>
/// <param name="Version">Version of the stream afterwards; the next command may ask for it with If-Match.</param>
/// <param name="Events">What was recorded, in the policy's terms; empty when the same had been said before.</param>
public sealed record CommandOutcome(string Number, long Version, ImmutableArray<string> Events);

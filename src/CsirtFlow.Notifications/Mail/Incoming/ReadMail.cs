using System.Collections.Immutable;
using CsirtFlow.Domain;

namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>
/// 届いたメール, as the reader understood it. All texts can be stored and shown as they are: no control characters but line breaks and tabs, no signs that turn the direction of writing.
/// Nothing here is proven: whoever writes a mail writes all of it.
/// </summary>
/// <param name="MessageId">Without brackets; empty when absent, longer than 500 characters or no id at all.</param>
/// <param name="From">All senders of all From lines. A sender with a name only has an empty address.</param>
/// <param name="Text">At most 100,000 characters.</param>
/// <param name="Files">At most 20 of at most 20 MB each; a doubt says when there were others.</param>
/// <param name="SentAt">By the sender's clock, in UTC; null when it names no time from 1990 to 2100.</param>
/// <param name="References">The ids that the mail answers: In-Reply-To, then References, at most 50.</param>
/// <param name="AuthenticationResults">RFC 8601, topmost first, as sent but on one line, at most 4,000 characters each, and unjudged: only the ones that the own server wrote are worth anything.</param>
/// <param name="Guessed">A character set was not named or named wrongly, and another one fitted.</param>
/// <param name="NoAnswer">A program sent it, or it went to many: nobody wants an answer (RFC 3834 2).</param>
public sealed record ReadMail(
    string MessageId, ImmutableArray<MailAddress> From, string Subject, string Text, ImmutableArray<MailFile> Files, DateTimeOffset? SentAt,
    MailNature Nature, BounceReport? Bounce, ImmutableArray<string> References, ImmutableArray<string> AuthenticationResults, bool Guessed, ImmutableArray<MailDoubt> Doubts, bool NoAnswer);

/// <summary>メールアドレス: in lower case, with the name beside it.</summary>
public sealed record MailAddress(string Name, string Address);

/// <summary>添付ファイル: with the name that the sender gave it, which is text and no path.</summary>
public sealed record MailFile(string Name, string ContentType, byte[] Content);

/// <summary>配送不能通知 (RFC 3464): a mail could not be handed over.</summary>
/// <param name="OriginalMessageId">Of the mail that came back, without brackets; its envelope id (RFC 3461 4.4) where that alone is told; empty when neither is.</param>
/// <param name="Status">RFC 3463, such as <c>5.1.1</c>; empty when it is not told.</param>
/// <param name="Permanent">The server gave up; it does not try again.</param>
public sealed record BounceReport(string OriginalMessageId, string Recipient, string Status, string Diagnostic, bool Permanent);

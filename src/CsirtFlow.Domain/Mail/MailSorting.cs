using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CsirtFlow.Domain;

/// <summary>What is known of a mail when it is decided where it goes.</summary>
/// <param name="Content">There is readable text, or a file.</param>
/// <param name="Reply">The notice or acknowledgement that it provably answers; null where nothing proves it.</param>
/// <param name="NamesOurs">It refers to a message of this service without proof.</param>
/// <param name="Failed">The failed delivery was matched to a notice or an acknowledgement of this matter; null otherwise.</param>
/// <param name="ReportsOfSender">How many mails of this address became reports or additions within the last hour.</param>
/// <param name="ReportsOfAll">How many mails became reports within the last hour.</param>
/// <param name="MostReports">How many of senders whom the 連絡網 does not know are taken within an hour without a person.</param>
/// <param name="Old">It lay in the mailbox before the service looked into it for the first time.</param>
/// <param name="Before">The same mail came before, by another way or into another mailbox; null where it is new.</param>
public sealed record MailFacts(MailHeading Heading, bool Content, ProvenReply? Reply, bool NamesOurs, FailedDelivery? Failed, int ReportsOfSender, int ReportsOfAll, int MostReports, bool Old, EarlierCopy? Before);

/// <param name="Number">受付番号 of the matter; null where it was about none.</param>
/// <param name="Delayed">It is still tried: nobody has to telephone yet.</param>
public sealed record FailedDelivery(string? Number, bool Delayed);

/// <param name="Number">受付番号 that it got; null where it got none.</param>
public sealed record EarlierCopy(string? Number);

/// <summary>返信の証拠: an unguessable token of this service came back.</summary>
/// <param name="Number">受付番号 of the matter that the message was about.</param>
/// <param name="Addresses">Where that message went: its recipient, under every address known.</param>
public sealed record ProvenReply(string Number, ImmutableArray<string> Addresses);

/// <summary>Where a mail goes, and why.</summary>
public sealed record SortedMail(MailStanding Standing, MailReason? Reason = null, string? Number = null);

/// <summary>受信メールの振分け (32-1-1, 32-2-1): one mail is one report, or joins the one that it provably answers, or waits for a person. Mail never approves, acknowledges or evaluates anything.</summary>
public static partial class MailSorting
{
    /// <summary>More of one address within an hour wait for a person: two machines that answer each other would never end.</summary>
    public const int MostOfSenderPerHour = 20;

    /// <summary>Reports of one address that are answered within an hour.</summary>
    public const int MostAnswersPerHour = 5;

    /// <summary>Whether the sender is told the 受付番号: at most once for a report, and never without end.</summary>
    public static bool IsAnswered(MailFacts mail, SortedMail sorted) => sorted.Standing == MailStanding.Report && MayBeAnswered(mail.Heading)
        && mail.ReportsOfSender < MostAnswersPerHour && (mail.Heading.Sender!.PersonId is not null || mail.ReportsOfAll < MostAnswersToStrangersPerHour);

    /// <summary>Somebody may read an answer there, and no machine answers it again (RFC 2142, RFC 3834 2).</summary>
    public static bool MayBeAnswered(MailHeading heading) => heading is { Nature: MailNature.Letter, NoAnswer: false, Sender: { } sender } && !IsMachine(sender.Address);

    /// <summary>No person reads what is sent there.</summary>
    public static bool IsMachine(string address)
    {
        var plain = address.Split('@')[0].Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return Machines.Any(m => plain.StartsWith(m, StringComparison.OrdinalIgnoreCase));
    }

    private const int MostAnswersToStrangersPerHour = 60;

    private static readonly string[] Machines = ["mailerdaemon", "postmaster", "noreply", "donotreply", "nobody", "bounce"];

    public static SortedMail Of(MailFacts mail) => mail.Heading.Nature switch
    {
        MailNature.NotMail => Held(MailReason.NotMail),
        MailNature.Bounce => mail.Failed is { } failed ? Kept(failed.Delayed ? MailReason.NoticeDelayed : MailReason.NoticeFailure, failed.Number) : Held(MailReason.UnknownFailure),
        MailNature.AutoReply => Kept(MailReason.AutoReply, mail.Reply?.Number),
        // One of the house's own people may be behind it, and a group address turns every mail into a list's.
        MailNature.MailingList => mail.Heading.Sender?.PersonId is null ? Kept(MailReason.MailingList, mail.Reply?.Number) : Held(MailReason.MailingList, mail.Reply?.Number),
        MailNature.ReadReceipt => Kept(MailReason.ReadReceipt, mail.Reply?.Number),
        MailNature.OwnNotice => Kept(MailReason.OwnNotice, mail.Reply?.Number),
        _ => OfLetter(mail),
    };

    private static SortedMail OfLetter(MailFacts mail)
    {
        if (mail.Before is { } before) return new(MailStanding.Kept, MailReason.Duplicate, before.Number);
        if (mail.Old) return Kept(MailReason.BeforeService);
        if (mail.Heading.Doubts.Contains(MailDoubt.TooLarge)) return Held(MailReason.TooLarge);
        if (mail.Heading.Sender is not { } sender) return Held(MailReason.NoSender);
        if (mail.Heading.Doubts.Contains(MailDoubt.Encrypted)) return Held(MailReason.Encrypted);
        if (!mail.Content && mail.Heading.Subject.Length == 0) return Held(MailReason.NoContent);
        if (mail.ReportsOfSender >= MostOfSenderPerHour) return Held(MailReason.TooMany, mail.Reply?.Number);
        if (mail.Reply is { } reply)
            return reply.Addresses.Contains(sender.Address, StringComparer.OrdinalIgnoreCase) ? new(MailStanding.Addition, null, reply.Number) : Held(MailReason.OtherSender, reply.Number);

        var named = NumberIn(mail.Heading.Subject);
        if (named is not null || mail.NamesOurs) return Held(MailReason.UnprovenReply, named);

        // Whoever invents senders closes the door for no one of the house.
        return sender.PersonId is null && mail.ReportsOfAll >= mail.MostReports ? Held(MailReason.TooMany) : new(MailStanding.Report);
    }

    /// <summary>受付番号 that a text names, or null. Knowing a number proves nothing.</summary>
    public static string? NumberIn(string text) => Number().Match(ReceiptNumber.Plain(text)) is { Success: true } found && ReceiptNumber.IsValid(found.Value) ? found.Value : null;

    private static SortedMail Held(MailReason reason, string? number = null) => new(MailStanding.Held, reason, number);

    private static SortedMail Kept(MailReason reason, string? number = null) => new(MailStanding.Kept, reason, number);

    [GeneratedRegex(@"訓?R[1-9][0-9]{0,2}-[0-9]{4,9}(?![0-9])", RegexOptions.None, 1000)]
    private static partial Regex Number();
}

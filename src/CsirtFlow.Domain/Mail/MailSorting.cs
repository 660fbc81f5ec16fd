using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CsirtFlow.Domain;

/// <summary>What is known of a mail when it is decided where it goes.</summary>
/// <param name="Content">There is readable text, or a file.</param>
/// <param name="Reply">The notice or acknowledgement that it provably answers; null where nothing proves it.</param>
/// <param name="NamesOurs">It refers to a message of this service without proof.</param>
/// <param name="FailedNotice">The failed delivery was matched to a notice or an acknowledgement.</param>
/// <param name="ReportsOfSender">How many mails of this address became reports or additions within the last hour.</param>
/// <param name="Before">The same mail came before, by another way or into another mailbox; null where it is new.</param>
public sealed record MailFacts(MailHeading Heading, bool Content, ProvenReply? Reply, bool NamesOurs, bool FailedNotice, int ReportsOfSender, EarlierCopy? Before);

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
    public static bool IsAnswered(MailFacts mail, SortedMail sorted) => sorted.Standing == MailStanding.Report && mail.ReportsOfSender < MostAnswersPerHour;

    public static SortedMail Of(MailFacts mail) => mail.Heading.Nature switch
    {
        MailNature.NotMail => Held(MailReason.NotMail),
        MailNature.Bounce => mail.FailedNotice ? Kept(MailReason.NoticeFailure) : Held(MailReason.UnknownFailure),
        MailNature.AutoReply => Kept(MailReason.AutoReply),
        MailNature.MailingList => Kept(MailReason.MailingList),
        MailNature.ReadReceipt => Kept(MailReason.ReadReceipt),
        MailNature.OwnNotice => Kept(MailReason.OwnNotice),
        _ => OfLetter(mail),
    };

    private static SortedMail OfLetter(MailFacts mail)
    {
        if (mail.Before is { } before) return new(MailStanding.Kept, MailReason.Duplicate, before.Number);
        if (mail.Heading.Doubts.Contains(MailDoubt.TooLarge)) return Held(MailReason.TooLarge);
        if (mail.Heading.Sender is not { } sender) return Held(MailReason.NoSender);
        if (mail.Heading.Doubts.Contains(MailDoubt.Encrypted)) return Held(MailReason.Encrypted);
        if (!mail.Content && mail.Heading.Subject.Length == 0) return Held(MailReason.NoContent);
        if (mail.ReportsOfSender >= MostOfSenderPerHour) return Held(MailReason.TooMany, mail.Reply?.Number);
        if (mail.Reply is { } reply)
            return reply.Addresses.Contains(sender.Address, StringComparer.OrdinalIgnoreCase) ? new(MailStanding.Addition, null, reply.Number) : Held(MailReason.OtherSender, reply.Number);

        var named = NumberIn(mail.Heading.Subject);
        return named is not null || mail.NamesOurs ? Held(MailReason.UnprovenReply, named) : new(MailStanding.Report);
    }

    /// <summary>受付番号 that a text names, or null. Knowing a number proves nothing.</summary>
    public static string? NumberIn(string text) => Number().Match(ReceiptNumber.Plain(text)) is { Success: true } found && ReceiptNumber.IsValid(found.Value) ? found.Value : null;

    private static SortedMail Held(MailReason reason, string? number = null) => new(MailStanding.Held, reason, number);

    private static SortedMail Kept(MailReason reason) => new(MailStanding.Kept, reason);

    [GeneratedRegex(@"訓?R[1-9][0-9]{0,2}-[0-9]{4,9}(?![0-9])", RegexOptions.None, 1000)]
    private static partial Regex Number();
}

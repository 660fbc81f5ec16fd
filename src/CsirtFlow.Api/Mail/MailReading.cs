using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;
using CsirtFlow.Notifications;
using CsirtFlow.Notifications.Mail.Incoming;

namespace CsirtFlow.Api.Mail;

/// <summary>What the record takes over from a mail that was read.</summary>
public static class MailReading
{
    private const int LongestAnswer = 1000;

    private static readonly TimeSpan OnTheWay = TimeSpan.FromDays(1);

    /// <param name="cut">Only the beginning of the mail is kept.</param>
    /// <param name="authenticationServer">Our own mail server, whose word about the sender counts.</param>
    public static MailHeading Heading(ReadMail mail, bool cut, Organisation organisation, string authenticationServer) => new(
        mail.MessageId, mail.From is [{ Address.Length: > 0 } only] ? Sender(only, mail, organisation, authenticationServer) : null, mail.Subject, mail.SentAt, mail.Nature, mail.Guessed,
        cut ? mail.Doubts.Add(MailDoubt.TooLarge) : mail.Doubts, mail.Files.Length, mail.NoAnswer || (mail.From is [{ } sender] && MailSorting.IsMachine(sender.Address)));

    /// <summary>Of what the mail says, so that a copy that came another way is the same; of its bytes where nothing else tells it from another.</summary>
    /// <param name="keyed">A keyed hash: senders could be tried against a plain one for ever.</param>
    public static string Fingerprint(ReadMail mail, string sha256, Func<byte[], string> keyed) => mail.MessageId.Length == 0 ? sha256
        : keyed(JsonSerializer.SerializeToUtf8Bytes(new { mail.MessageId, From = mail.From.Select(f => f.Address), mail.Subject, mail.Text, Files = mail.Files.Select(f => Convert.ToHexStringLower(SHA256.HashData(f.Content))) }));

    /// <summary>報告 as the mail proposes it.</summary>
    public static ReportOccurrence Report(Organisation organisation, MailSender sender, ReadMail mail, DateTimeOffset now)
    {
        var (said, outside) = ($"{mail.Subject}\n{mail.Text}", MailProposal.IsOutside(organisation, sender.Address));
        return new ReportOccurrence(MailProposal.KindsOf(said, outside), MailProposal.EmergencyOf(said), Description(mail), MailProposal.SectionOf(organisation, sender, said),
            organisation.Person(sender.PersonId ?? "")?.Phone ?? "", Cut(sender.Name, 100), outside, Noticed(mail.SentAt, now)) { ByMail = sender };
    }

    /// <summary>報告への追加, with the beginning of its text; the whole of it is in the file.</summary>
    public static SupplementReport Addition(MailHeading heading, ReadMail mail)
    {
        var answers = ImmutableDictionary<string, string>.Empty
            .Add("メールの差出人", heading.Sender is { Confirmed: true } ? "確認済み" : "未確認")
            .Add("メールの件名", mail.Subject);
        return new SupplementReport(mail.Text.Length == 0 ? answers : answers.Add("メールの本文", Beginning(mail.Text, LongestAnswer)));
    }

    /// <summary>Its files, and the mail itself as it came.</summary>
    public static IReadOnlyList<UploadedFile> Files(ReadMail mail, byte[] raw) =>
        [.. mail.Files.Select(f => new UploadedFile(f.Name, f.ContentType, f.Content)), new UploadedFile("受信メール.eml", "message/rfc822", raw)];

    /// <summary>On one line, as long as the record keeps it.</summary>
    public static string Brief(string text) => Cut(CleanText.OneLine(text), 500);

    private static MailSender Sender(MailAddress from, ReadMail mail, Organisation organisation, string authenticationServer)
    {
        var person = organisation.People.FirstOrDefault(p => p.Mail.Equals(from.Address, StringComparison.OrdinalIgnoreCase));
        return new MailSender(from.Address, from.Name.Length > 0 ? from.Name : person?.Name ?? "", person?.Id, AuthenticationResults.Confirm(mail.AuthenticationResults, authenticationServer, from.Address));
    }

    private static string Description(ReadMail mail)
    {
        var said = $"件名：{(mail.Subject.Length > 0 ? mail.Subject : "（なし）")}\n\n{(mail.Text.Length > 0 ? mail.Text : mail.Files.IsEmpty ? "（本文なし）" : "（本文なし。添付ファイルを見てください）")}";
        return Beginning(mail.Guessed ? $"（文字コードを推定して読みました）\n{said}" : said, ReportOccurrence.LongestDescription);
    }

    // A sender's clock is believed for a day: a mailbox that could not be read must not shorten anybody's limit.
    private static DateTimeOffset? Noticed(DateTimeOffset? sentAt, DateTimeOffset now) => sentAt is { } sent && sent <= now && now - sent < OnTheWay ? sent : null;

    private const string More = "…（続きは「受信メール.eml」にあります）";

    private static string Beginning(string text, int longest) => text.Length <= longest ? text : Cut(text, longest - More.Length) + More;

    private static string Cut(string text, int longest) => text.Length <= longest ? text : KeepableText.Of(text[..longest])!;
}

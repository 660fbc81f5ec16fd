using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>配送不能通知の読取り: the report of RFC 3464, and what mail servers write that know none: a text from the postmaster with the returned mail below it.</summary>
internal static partial class Bounces
{
    private const int LongestDiagnostic = 500;
    private const int LongestQuote = 20_000;
    private const int MostBlocks = 200;

    public static BounceReport? Of(MailPart mail, MailContent content, ImmutableArray<MailAddress> from) => content.DeliveryStatus is { } status
        ? Reported(status, content)
        : MailNatures.ReportType(mail) == "delivery-status" || IsFromPostmaster(mail.Headers, from) ? Told(mail.Headers, content) : null;

    private static BounceReport? Reported(MailPart status, MailContent content)
    {
        var blocks = Blocks(status.Content());
        var failed = blocks.Find(block => Action(block) == "failed")
            ?? blocks.Find(block => Action(block) == "delayed")
            ?? blocks.Find(block => Action(block) == "" && Status(block) is ['4' or '5', ..]);
        return failed is null ? null : new(
            Returned(content) is { Length: > 0 } id ? id : Envelope(blocks),
            Recipient(failed),
            Status(failed),
            MailReader.Cut(AfterType(failed.Text("diagnostic-code")), LongestDiagnostic),
            Action(failed) == "failed" || (Action(failed) == "" && Status(failed)[0] == '5'));
    }

    // The empty path comes from the server that took the mail in, the name from the sender: only both together say that a server wrote it.
    private static bool IsFromPostmaster(MailHeaders mail, ImmutableArray<MailAddress> from) =>
        MailNatures.IsWithoutReturn(mail)
        && from.Any(sender =>
            sender.Address.StartsWith("mailer-daemon@", StringComparison.Ordinal) || sender.Address.StartsWith("postmaster@", StringComparison.Ordinal) || sender.Name.Equals("mailer-daemon", StringComparison.OrdinalIgnoreCase));

    private static BounceReport? Told(MailHeaders mail, MailContent content)
    {
        var text = MailReader.Cut(content.Text, LongestQuote);
        var quoted = QuotedId().Match(text);
        if (content.Returned is null && !quoted.Success && !mail.Has("x-failed-recipients")) return null;

        var status = EnhancedStatus().Match(text).Value;
        var diagnostic = text.Split('\n').FirstOrDefault(line => EnhancedStatus().IsMatch(line) || ReplyCode().IsMatch(line)) ?? "";
        var recipient = Failed(mail) is { Length: > 0 } named ? named : MailReader.Cut(Mailbox().Match(text).Groups["address"].Value.ToLowerInvariant(), 320);
        return new(
            content.Returned is null ? MailIds.Usable(quoted.Groups["id"].Value) : Returned(content),
            recipient,
            status,
            MailReader.Cut(diagnostic.Trim(), LongestDiagnostic),
            Permanent: !status.StartsWith('4') && !Warning().IsMatch(text));
    }

    private static string Failed(MailHeaders mail) =>
        mail.All("x-failed-recipients").SelectMany(line => MailAddresses.Of(line.Span)).FirstOrDefault()?.Address ?? "";

    private static string Returned(MailContent content) => content.Returned is { } returned ? MailIds.First(returned.Text("message-id")) : "";

    private static string Envelope(List<MailHeaders> blocks) => MailIds.First(blocks[0].Text("original-envelope-id"));

    private static List<MailHeaders> Blocks(ReadOnlyMemory<byte> report)
    {
        var blocks = new List<MailHeaders>();
        while (!report.IsEmpty && blocks.Count < MostBlocks)
        {
            var (block, rest) = MailHeaders.Split(report);
            if (rest.Length == report.Length) break;
            if (!block.Fields.IsEmpty) blocks.Add(block);
            report = rest;
        }
        return blocks;
    }

    private static string Action(MailHeaders block) => block.Parameters("action").Value.Split(' ')[0];

    private static string Status(MailHeaders block) => EnhancedStatus().Match(block.Text("status")).Value;

    private static string Recipient(MailHeaders block)
    {
        var (original, final) = (AfterType(block.Text("original-recipient")), AfterType(block.Text("final-recipient")));
        var recipient = (original.Contains('@', StringComparison.Ordinal) ? original : final).Trim('<', '>', ' ').ToLowerInvariant();
        return MailReader.Cut(recipient, 320);
    }

    // "rfc822; hanako@example.jp"
    private static string AfterType(string value) => value[(value.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim();

    [GeneratedRegex(@"\b[245]\.[0-9]{1,3}\.[0-9]{1,3}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnhancedStatus();

    [GeneratedRegex(@"\b[45][0-9][0-9] ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReplyCode();

    [GeneratedRegex(@"(^|\n)[ \t>]{0,8}Message-Id:[ \t]{0,8}<(?<id>[^<>\s]{1,500})>", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex QuotedId();

    [GeneratedRegex(@"<?(?<address>[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,200}[A-Za-z0-9])>?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mailbox();

    [GeneratedRegex("THIS IS A WARNING MESSAGE ONLY|will be retried|still being retried|まだ配送を試みて|遅延しています", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Warning();
}

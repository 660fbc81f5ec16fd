namespace CsirtFlow.Notifications;

/// <summary>受付の返信に書くこと.</summary>
/// <param name="Number">受付番号.</param>
/// <param name="Confirmation">確認番号; empty where the sender is not confirmed.</param>
/// <param name="DoNow">今すぐすること, the most urgent first; none for somebody from outside.</param>
/// <param name="Status">Absolute address of the page where 受付番号 and 確認番号 show how it stands.</param>
/// <param name="Hotline">緊急の電話番号.</param>
/// <param name="Urgent119">119番の受付・指令・救急出動に影響がある.</param>
public sealed record ReceiptFacts(string OrganisationName, string Number, string Confirmation, IReadOnlyList<string> DoNow, string Status, string Hotline, bool Urgent119, bool Drill);

/// <summary>受付の返信: the words of the acknowledgement to whoever reported by mail. It repeats nothing of what they wrote: the address may be another's.</summary>
public static class ReceiptLetter
{
    private const string Name = "mail_receipt";

    private static readonly (NoticeTemplate Subject, NoticeTemplate Text) Template = Parsed();

    /// <summary>Subject on one line, text with LF.</summary>
    public static (string Subject, string Text) Write(ReceiptFacts facts)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["organisation"] = CleanText.OneLine(facts.OrganisationName),
            ["number"] = CleanText.OneLine(facts.Number),
            ["confirmation"] = facts.Confirmation,
            ["lines"] = facts.DoNow.Select(l => new Dictionary<string, object?>(StringComparer.Ordinal) { ["text"] = CleanText.OneLine(l) }),
            ["any_lines"] = facts.DoNow.Count > 0,
            ["status"] = facts.Status,
            ["hotline"] = CleanText.OneLine(facts.Hotline),
            ["urgent_119"] = facts.Urgent119,
            ["drill"] = facts.Drill,
        };
        return (CleanText.OneLine(Template.Subject.Render(values)), Template.Text.Render(values).Trim() + "\n");
    }

    private static (NoticeTemplate, NoticeTemplate) Parsed()
    {
        var (subject, text) = NoticeTemplates.Split(Name, NoticeTemplate.Source(Name));
        return (NoticeTemplate.Parse($"{Name} (subject)", subject), NoticeTemplate.Parse($"{Name} (text)", text));
    }
}

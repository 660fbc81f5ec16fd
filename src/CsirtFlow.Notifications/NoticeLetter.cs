using CsirtFlow.Domain;

namespace CsirtFlow.Notifications;

/// <summary>
/// 通知文: the words of one notice. The reason's template says what is wanted, the frame says from whom, about which number, where and by telephone.
/// In a template file the subject stands above the line <c>---</c>.
/// </summary>
public static class NoticeLetter
{
    private static readonly (NoticeTemplate Subject, NoticeTemplate Text) Frame = Load("frame");

    private static readonly Dictionary<NoticeReason, (NoticeTemplate Subject, NoticeTemplate Text)> Reasons =
        Enum.GetValues<NoticeReason>().ToDictionary(reason => reason, reason => Load(SnakeCase($"{reason}")));

    /// <summary>
    /// Subject on one line, text with LF.
    /// </summary>
    /// <exception cref="ArgumentException">The link is no absolute http or https address, or a reason that asks for something comes without a duty.</exception>
    public static (string Subject, string Text) Write(NoticeFacts facts)
    {
        if (!Uri.TryCreate(facts.Link, UriKind.Absolute, out var link) || link.Scheme is not ("https" or "http"))
            throw new ArgumentException("The link must be an absolute http or https address.", nameof(facts));
        if (facts.Duties is [] && facts.Reason is not (NoticeReason.Told or NoticeReason.MailUndelivered or NoticeReason.ReportAnswered or NoticeReason.DocumentWaiting or NoticeReason.HandedOver or NoticeReason.ContactsRevised or NoticeReason.FormRevisionWaiting))
            throw new ArgumentException($"{facts.Reason} without a duty.", nameof(facts));

        var values = Values(facts, link);
        var (subject, text) = Reasons[facts.Reason];
        var framed = new Dictionary<string, object?>(values, StringComparer.Ordinal)
        {
            ["subject"] = CleanText.OneLine(subject.Render(values)),
            ["body"] = text.Render(values).Trim(),
        };
        return (CleanText.OneLine(Frame.Subject.Render(framed)), Frame.Text.Render(framed).Trim() + "\n");
    }

    private static Dictionary<string, object?> Values(NoticeFacts facts, Uri link) => new(StringComparer.Ordinal)
    {
        ["organisation"] = CleanText.OneLine(facts.OrganisationName),
        ["number"] = CleanText.OneLine(facts.Number),
        ["recipient"] = CleanText.OneLine(facts.RecipientName),
        ["office"] = CleanText.OneLine(facts.RecipientOffice),
        ["first"] = facts.Duties is [var first, ..] ? Line(first) : null,
        ["duties"] = facts.Duties.Select(Line),
        ["others"] = facts.Duties.Count > 1 ? $"{facts.Duties.Count - 1}" : "",
        ["link"] = link.AbsoluteUri,
        ["urgent_119"] = facts.Urgent119,
        ["routing_remark"] = CleanText.OneLine(facts.RoutingRemark),
        ["hotline"] = CleanText.OneLine(facts.Hotline),
        ["drill"] = facts.Drill,
    };

    private static Dictionary<string, object?> Line(DutyLine duty) => new(StringComparer.Ordinal)
    {
        ["clause"] = CleanText.OneLine(duty.Clause),
        ["title"] = CleanText.OneLine(duty.Title),
        ["due"] = CleanText.OneLine(duty.DueText),
        ["clock"] = CleanText.OneLine(duty.ClockKind),
    };

    private static (NoticeTemplate Subject, NoticeTemplate Text) Load(string name)
    {
        var parts = NoticeTemplate.Source(name).Split("\n---\n", 2);
        return (NoticeTemplate.Parse($"{name} (subject)", parts[0]), NoticeTemplate.Parse($"{name} (text)", parts[1]));
    }

    private static string SnakeCase(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}

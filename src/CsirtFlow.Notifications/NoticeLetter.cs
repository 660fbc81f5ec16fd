using CsirtFlow.Domain;

namespace CsirtFlow.Notifications;

/// <summary>
/// 通知文: the words of one notice. The reason's template says what is wanted, the frame says from whom, about which number, where and by telephone.
/// </summary>
public static class NoticeLetter
{
    /// <summary>Whether a notice for this reason may come without a duty.</summary>
    public static bool MayComeAlone(NoticeReason reason) => reason is NoticeReason.Told or NoticeReason.MailUndelivered or NoticeReason.ReportAnswered or NoticeReason.DocumentWaiting or NoticeReason.HandedOver
        or NoticeReason.ContactsRevised or NoticeReason.FormRevisionWaiting or NoticeReason.PersonListWaiting or NoticeReason.DisposalWaiting or NoticeReason.MailHeld
        or NoticeReason.EmergencyView or NoticeReason.RecordVerified or NoticeReason.RecordAltered or NoticeReason.RecordRestored or NoticeReason.AccountChanged;

    /// <summary>
    /// Subject on one line, text with LF.
    /// </summary>
    /// <param name="templates">Those of the product when not given.</param>
    /// <exception cref="NoticeTemplateException">A template fails with these values.</exception>
    /// <exception cref="ArgumentException">The link is no absolute http or https address, or a reason that asks for something comes without a duty.</exception>
    public static (string Subject, string Text) Write(NoticeFacts facts, NoticeTemplates? templates = null)
    {
        templates ??= NoticeTemplates.Product;
        if (!Uri.TryCreate(facts.Link, UriKind.Absolute, out var link) || link.Scheme is not ("https" or "http"))
            throw new ArgumentException("The link must be an absolute http or https address.", nameof(facts));
        if (facts.Duties is [] && !MayComeAlone(facts.Reason))
            throw new ArgumentException($"{facts.Reason} without a duty.", nameof(facts));

        var values = Values(facts, link);
        var (subject, text) = templates[NoticeTemplates.Of(facts.Reason)];
        var frame = templates[NoticeTemplates.Frame];
        var framed = new Dictionary<string, object?>(values, StringComparer.Ordinal)
        {
            ["subject"] = CleanText.OneLine(subject.Render(values)),
            ["body"] = text.Render(values).Trim(),
        };
        return (CleanText.OneLine(frame.Subject.Render(framed)), frame.Text.Render(framed).Trim() + "\n");
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
}

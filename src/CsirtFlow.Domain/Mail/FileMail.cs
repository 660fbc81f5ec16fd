namespace CsirtFlow.Domain;

/// <summary>受信メールの受付 (32-2-1): a person says that a mail from 要確認 is a report. Its report is made before, under the same key, so that two who say it make one.</summary>
/// <param name="Number">受付番号 of the report that was made of it.</param>
[Term("受信メールを報告として受付", "Mail taken as a report", "32-2-1"), By(Office.ContactPoint, Office.CsirtLead, Office.CsirtMember)]
public sealed record TakeMailAsReport(string Number) : ICommand<IncomingMail, MailEvent>
{
    public MailEvent[] Decide(IncomingMail state, Circumstances c)
    {
        if (state.Standing == MailStanding.Report && state.Number == Number) return [];

        PolicyViolationException.ThrowIf(!state.MayBeFiled, Rules.MailNotYetFiled);
        return [new MailTakenAsReport(Number, MailSorting.MayBeAnswered(state.Heading) && state.Reason != MailReason.Duplicate, c.Origin)];
    }
}

/// <summary>受信メールの追加 (32-1-1): a person says to which report a mail from 要確認 belongs.</summary>
[Term("受信メールを報告に追加", "Mail added to a report", "32-1-1"), By(Office.ContactPoint, Office.CsirtLead, Office.CsirtMember)]
public sealed record AddMailToReport(string Number) : ICommand<IncomingMail, MailEvent>
{
    public MailEvent[] Decide(IncomingMail state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(!ReceiptNumber.IsValid(Number), Rules.ReportKnown);
        if (state.Standing == MailStanding.Addition && state.Number == Number) return [];

        PolicyViolationException.ThrowIf(!state.MayBeFiled, Rules.MailNotYetFiled);
        return [new MailAddedToReport(Number, c.Origin)];
    }
}

/// <summary>報告でないという判断: a mail from 要確認 is no report, and why.</summary>
[Term("受信メールを報告でないと判断", "Mail judged to be no report"), By(Office.ContactPoint, Office.CsirtLead, Office.CsirtMember)]
public sealed record DismissMail(string Because) : ICommand<IncomingMail, MailEvent>
{
    public MailEvent[] Decide(IncomingMail state, Circumstances c)
    {
        Check.Text(Because, Rules.ReasonGiven);
        if (state.Standing == MailStanding.Dismissed && state.Because == Because) return [];

        PolicyViolationException.ThrowIf(!state.Waits, Rules.MailNotYetFiled);
        return [new MailDismissed(Because, c.Origin)];
    }
}

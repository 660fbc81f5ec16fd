using CsirtFlow.Api.Board;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Mail.Incoming;
using Marten;
using Npgsql;

namespace CsirtFlow.Api.Mail;

/// <summary>A mail with its bytes, read again as the reader of today understands them.</summary>
public sealed record OpenedMail(IncomingMail Mail, ReadMail Content, byte[] Raw);

/// <summary>What the start page says of the mailboxes.</summary>
/// <param name="Waiting">Mails in 要確認.</param>
/// <param name="Troubled">Mailboxes that could not be read for a while.</param>
public sealed record InboxGlance(int Waiting, IReadOnlyList<MailboxState> Troubled);

/// <summary>受信メールの一覧と扱い: who may see the mails, and what a person makes of one that waits.</summary>
public sealed class InboxDesk(Sessions sessions, NpgsqlDataSource source, OrganisationDirectory directory, CaseReader cases, CommandDesk desk, ReportIntake reports, MailIntake intake, MailboxStates states, IReadOnlyList<MailboxOptions> mailboxes, TimeProvider clock)
{
    /// <summary>Who sees the mails of the mailbox.</summary>
    public static readonly Office[] Readers = [Office.ContactPoint, Office.CsirtLead, Office.CsirtMember, Office.SupervisingOfficer, Office.Ciso, Office.Auditor];

    private static readonly TimeSpan Trouble = TimeSpan.FromMinutes(5);

    /// <summary>Mails, newest first; those that waits for a person alone, or all.</summary>
    /// <exception cref="PolicyViolationException">The caller holds none of the offices.</exception>
    public async Task<IReadOnlyList<IncomingMail>> List(Caller caller, bool all, int limit, CancellationToken cancellation)
    {
        await Require(caller, cancellation);
        await using var session = sessions.Read(caller.Tenant);
        var mails = await session.Query<IncomingMail>().Where(m => all || m.Standing == MailStanding.Held).OrderByDescending(m => m.ReceivedAt).Take(limit).ToListAsync(cancellation);
        return await Visible(caller, mails, cancellation);
    }

    /// <exception cref="NotFoundException">There is no such mail, or the caller may not see it.</exception>
    public async Task<OpenedMail> Of(Caller caller, string sha256, CancellationToken cancellation)
    {
        await Require(caller, cancellation);
        await using var session = sessions.Read(caller.Tenant);
        var found = await session.LoadAsync<IncomingMail>(IncomingMail.Key(sha256), cancellation);
        if (found is null || await Visible(caller, [found], cancellation) is not [var mail] || await EvidenceStore.Load(source, caller.Tenant, sha256, cancellation) is not { } raw) throw new NotFoundException("そのメール", "mail");

        return new(mail, MailReader.Read(raw, "", mail.Mailbox), raw);
    }

    /// <summary>States of the mailboxes that are configured here.</summary>
    public async Task<IReadOnlyList<MailboxState>> States(Caller caller, CancellationToken cancellation)
    {
        var known = await states.All(caller.Tenant, cancellation);
        return [.. mailboxes.Where(m => m.Organisation.Length == 0 || m.Organisation == caller.Tenant).Select(m => known.FirstOrDefault(s => s.Mailbox == m.Name) ?? new MailboxState(m.Name, null, "", null))];
    }

    /// <summary>Null for whoever does not look after the mails.</summary>
    public async Task<InboxGlance?> Glance(Caller caller, CancellationToken cancellation)
    {
        if (!await May(caller, Acting.Offices(typeof(TakeMailAsReport)), cancellation)) return null;

        await using var session = sessions.Read(caller.Tenant);
        var waiting = await session.Query<IncomingMail>().CountAsync(m => m.Standing == MailStanding.Held, cancellation);
        return new(waiting, [.. (await States(caller, cancellation)).Where(s => s.ProblemSince is { } since && clock.GetUtcNow() - since >= Trouble)]);
    }

    /// <returns>受付番号.</returns>
    public async Task<string> TakeAsReport(string sha256, Sent sent, CancellationToken cancellation)
    {
        var opened = await Of(sent.Caller, sha256, cancellation);
        PolicyViolationException.ThrowIf(!await May(sent.Caller, Acting.Offices(typeof(TakeMailAsReport)), cancellation), Rules.OfficeMayNot);
        PolicyViolationException.ThrowIf(!opened.Mail.MayBeFiled && opened.Mail.Standing != MailStanding.Report, Rules.MailNotYetFiled);

        var sender = opened.Mail.Heading.Sender ?? new MailSender("", "", null, Confirmed: false);
        var number = await intake.Report(sent.Caller.Tenant, await directory.Get(sent.Caller.Tenant, cancellation), sender, opened.Content, opened.Raw, opened.Mail.Fingerprint, opened.Mail.ReceivedAt, cancellation);
        await desk.Take(sha256, new TakeMailAsReport(number), sent, cancellation);
        return number;
    }

    public async Task AddTo(string sha256, string number, Sent sent, CancellationToken cancellation)
    {
        var opened = await Of(sent.Caller, sha256, cancellation);
        PolicyViolationException.ThrowIf(!await May(sent.Caller, Acting.Offices(typeof(AddMailToReport)), cancellation), Rules.OfficeMayNot);
        PolicyViolationException.ThrowIf(!ReceiptNumber.IsValid(number) || !(await cases.Visible(sent.Caller, [Report.Key(number)], cancellation)).Contains(Report.Key(number)), Rules.ReportKnown);
        PolicyViolationException.ThrowIf(!opened.Mail.MayBeFiled && (opened.Mail.Standing, opened.Mail.Number) != (MailStanding.Addition, number), Rules.MailNotYetFiled);

        await reports.Supplement(number, MailReading.Addition(opened.Mail.Heading, opened.Content), MailReading.Files(opened.Content, opened.Raw), sent.Caller, cancellation);
        await desk.Take(sha256, new AddMailToReport(number), sent, cancellation);
    }

    public async Task Dismiss(string sha256, DismissMail wish, Sent sent, CancellationToken cancellation)
    {
        await Of(sent.Caller, sha256, cancellation);
        await desk.Take(sha256, wish, sent, cancellation);
    }

    /// <summary>Whether the caller may file mails.</summary>
    public Task<bool> MayFile(Caller caller, CancellationToken cancellation) => May(caller, Acting.Offices(typeof(TakeMailAsReport)), cancellation);

    private async Task<bool> May(Caller caller, IReadOnlyList<Office> offices, CancellationToken cancellation) =>
        Acting.As(await directory.Get(caller.Tenant, cancellation), caller.PersonId ?? "", offices, Scope.Section(null), clock.GetUtcNow()) is not null;

    private async Task Require(Caller caller, CancellationToken cancellation) => PolicyViolationException.ThrowIf(!await May(caller, Readers, cancellation), Rules.OfficeMayNot);

    // What became part of a report is for those who may see that report, and nobody else.
    private async Task<IReadOnlyList<IncomingMail>> Visible(Caller caller, IReadOnlyList<IncomingMail> mails, CancellationToken cancellation)
    {
        var seen = await cases.Visible(caller, mails.Select(m => m.Number).OfType<string>().Select(Report.Key), cancellation);
        return [.. mails.Where(m => m.Number is null || m.Waits || seen.Contains(Report.Key(m.Number)))];
    }
}

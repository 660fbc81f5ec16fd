using CsirtFlow.Api.Board;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.PersonalData;
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
public sealed class InboxDesk(Sessions sessions, NpgsqlDataSource source, OrganisationDirectory directory, CaseReader cases, CommandDesk desk, MailHeadings headings, ReportIntake reports, MailIntake intake, MailboxStates states, IReadOnlyList<MailboxOptions> mailboxes, Tenants tenants, TimeProvider clock)
{
    /// <summary>Who sees the mails of the mailbox.</summary>
    public static readonly Office[] Readers = [Office.ContactPoint, Office.CsirtLead, Office.CsirtMember, Office.SupervisingOfficer, Office.Ciso, Office.Auditor];

    /// <summary>Mails on one page.</summary>
    public const int PageSize = 50;

    /// <summary>Mails that wait for a person, those first that may concern 119番, then the longest waiting; or all, newest first.</summary>
    /// <param name="page">From 1.</param>
    /// <exception cref="PolicyViolationException">The caller holds none of the offices.</exception>
    public async Task<IReadOnlyList<IncomingMail>> List(Caller caller, bool all, int page, CancellationToken cancellation)
    {
        await Require(caller, cancellation);
        await using var session = sessions.Read(caller.Tenant);
        var asked = all ? session.Query<IncomingMail>().OrderByDescending(m => m.ReceivedAt) : session.Query<IncomingMail>().Where(m => m.Standing == MailStanding.Held).OrderByDescending(m => m.Emergency).ThenBy(m => m.ReceivedAt);
        var mails = await asked.Skip((Math.Clamp(page, 1, 10_000) - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return await headings.Opened(caller.Tenant, await Visible(caller, mails, cancellation), cancellation);
    }

    /// <exception cref="NotFoundException">There is no such mail, or the caller may not see it.</exception>
    public async Task<OpenedMail> Of(Caller caller, string sha256, CancellationToken cancellation)
    {
        var mail = await Find(caller, sha256, cancellation);
        var raw = await EvidenceStore.Load(source, caller.Tenant, sha256, cancellation) ?? throw new NotFoundException("そのメール（廃棄済み）", "mail (disposed of)");
        return new(mail, MailReader.Read(raw, "", mail.Mailbox), raw);
    }

    private async Task<IncomingMail> Find(Caller caller, string sha256, CancellationToken cancellation)
    {
        await Require(caller, cancellation);
        await using var session = sessions.Read(caller.Tenant);
        var found = await session.LoadAsync<IncomingMail>(IncomingMail.Key(sha256), cancellation);
        if (found is null || await Visible(caller, [found], cancellation) is not [var mail]) throw new NotFoundException("そのメール", "mail");

        // The report that it became, or joined, is looked at with it.
        if (mail is { Number: { } number, Reason: not MailReason.UnprovenReply } && (await cases.Visible(caller, [Report.Key(number)], cancellation)).Count > 0) await cases.Report(caller, number, null, cancellation);
        return await headings.Opened(caller.Tenant, mail, cancellation);
    }

    /// <summary>States of the mailboxes that are configured here.</summary>
    public async Task<IReadOnlyList<MailboxState>> States(Caller caller, CancellationToken cancellation)
    {
        var known = await states.All(caller.Tenant, cancellation);
        return [.. mailboxes.Where(m => (m.Organisation.Length > 0 ? m.Organisation : tenants.Default) == caller.Tenant).Select(m => known.FirstOrDefault(s => s.Mailbox == m.Name) ?? new MailboxState(m.Name, null, "", null))];
    }

    /// <summary>Null for whoever does not look after the mails.</summary>
    public async Task<InboxGlance?> Glance(Caller caller, CancellationToken cancellation)
    {
        if (!await May(caller, Acting.Offices(typeof(TakeMailAsReport)), cancellation)) return null;

        await using var session = sessions.Read(caller.Tenant);
        var waiting = await session.Query<IncomingMail>().CountAsync(m => m.Standing == MailStanding.Held, cancellation);
        // Not even a count leaks of a matter that the list does not show.
        var numbered = await session.Query<IncomingMail>().Where(m => m.Standing == MailStanding.Held && m.Number != null).ToListAsync(cancellation);
        return new(waiting - numbered.Count + (await Visible(caller, numbered, cancellation)).Count, [.. (await States(caller, cancellation)).Where(s => s.IsTroubled(clock.GetUtcNow()))]);
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

        // What it says reaches the report by the event alone (AddMail): of two who say different things, one is recorded.
        await desk.Take(sha256, new AddMailToReport(number), sent, cancellation);
    }

    /// <summary>What a mail says becomes part of the report that a person has named. Repeated, it changes nothing.</summary>
    public async Task Add(string tenant, string sha256, string number, string byPersonId, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        var mail = await session.LoadAsync<IncomingMail>(IncomingMail.Key(sha256), cancellation) ?? throw NotFoundException.Case();
        var raw = await EvidenceStore.Load(source, tenant, sha256, cancellation) ?? throw new InvalidOperationException($"The mail {sha256} is not stored.");
        var content = MailReader.Read(raw, "", mail.Mailbox);
        await reports.Supplement(number, MailReading.Addition(mail.Heading, content), MailReading.Files(content, raw), Caller.Clock(tenant) with { PersonId = byPersonId, From = "mail" }, cancellation);
    }

    public async Task Dismiss(string sha256, DismissMail wish, Sent sent, CancellationToken cancellation)
    {
        await Find(sent.Caller, sha256, cancellation);
        await desk.Take(sha256, wish, sent, cancellation);
    }

    /// <summary>Whether the caller may file mails.</summary>
    public Task<bool> MayFile(Caller caller, CancellationToken cancellation) => May(caller, Acting.Offices(typeof(TakeMailAsReport)), cancellation);

    private async Task<bool> May(Caller caller, IReadOnlyList<Office> offices, CancellationToken cancellation) =>
        Acting.As(await directory.Get(caller.Tenant, cancellation), caller.PersonId ?? "", offices, Scope.Section(null), clock.GetUtcNow()) is not null;

    private async Task Require(Caller caller, CancellationToken cancellation) => PolicyViolationException.ThrowIf(!await May(caller, Readers, cancellation), Rules.OfficeMayNot);

    // What belongs to a matter is for those who may see it; a number that anybody may have written into a subject says nothing.
    private async Task<IReadOnlyList<IncomingMail>> Visible(Caller caller, IReadOnlyList<IncomingMail> mails, CancellationToken cancellation)
    {
        var seen = await cases.Visible(caller, mails.Select(m => m.Number).OfType<string>().SelectMany(n => new[] { Report.Key(n), Incident.Key(n) }), cancellation);
        return [.. mails.Where(m => m.Number is null || m.Reason is MailReason.UnprovenReply || seen.Contains(Report.Key(m.Number)) || seen.Contains(Incident.Key(m.Number)))];
    }
}

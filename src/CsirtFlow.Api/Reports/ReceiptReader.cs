using System.Collections.Immutable;
using CsirtFlow.Api.Intake;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.PersonalData;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;

namespace CsirtFlow.Api.Reports;

/// <summary>Reads what the reporter may know: the receipt, who was told, how it stands. By the secret address or by 受付番号 and 確認番号.</summary>
public sealed class ReceiptReader(Sessions sessions, NoticeList notices, OrganisationDirectory directory, ReporterContacts contacts, TimeProvider clock)
{
    public async Task<Submission?> BySecret(string tenant, string secret, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        return await session.Query<Submission>().FirstOrDefaultAsync(s => s.Secret == secret, cancellation);
    }

    public async Task<Submission?> ByConfirmation(string tenant, string number, string confirmation, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        return await session.Query<Submission>().FirstOrDefaultAsync(s => s.Number == number && s.Confirmation == confirmation, cancellation);
    }

    public async Task<Report?> Report(string tenant, string number, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        return await session.LoadAsync<Report>(Domain.Report.Key(number), cancellation) is { } report ? await contacts.Opened(tenant, report, cancellation) : null;
    }

    /// <summary>The incident that the report opened or joined; the reporter learns only whether it is still at work.</summary>
    public async Task<bool> IncidentClosed(string tenant, string number, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        return await session.LoadAsync<Incident>(Incident.Key(number), cancellation) is { IsClosed: true };
    }

    public async Task<string?> Answer(string tenant, string number, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        var events = await session.Events.FetchStreamAsync(Domain.Report.Key(number), token: cancellation);
        return events.Select(e => e.Data).OfType<ReporterAnswered>().LastOrDefault()?.Answer;
    }

    /// <summary>What was told after the report, oldest first.</summary>
    public async Task<ImmutableArray<ReportSupplemented>> ToldLater(string tenant, string number, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        var events = await session.Events.FetchStreamAsync(Domain.Report.Key(number), token: cancellation);
        return [.. events.Select(e => e.Data).OfType<ReportSupplemented>()];
    }

    public async Task<ReportReceipt> Of(Submission submission, ReportOccurrence wish, string tenant, CancellationToken cancellation)
    {
        var organisation = await directory.Get(tenant, cancellation);
        return new(submission.Number, submission.Confirmation, $"/report/received/{submission.Secret}", submission.At, DoNow.For(wish.Kinds, Language.Japanese),
            Planned(organisation, wish.Outside, wish.SectionId, submission.At, Language.Japanese), organisation.Settings.Hotline);
    }

    /// <summary>Who was told of the report, one line per office, with the honest state of its notices.</summary>
    public async Task<ImmutableArray<Told>> WhoWasTold(string tenant, Report report, Language language, CancellationToken cancellation)
    {
        var organisation = await directory.Get(tenant, cancellation);
        var told = (await notices.OfNumber(tenant, report.Number, cancellation)).Where(n => n.Case == report.Id && n.Reason != NoticeReason.MailUndelivered).ToList();
        return told.Count == 0
            ? Planned(organisation, report.Outside, report.Occurrence.SectionId, report.ReportedAt, language)
            : [.. told.GroupBy(n => n.Office).Select(office => ToldOffice.Of(Named(organisation, office.Key, report.Occurrence.SectionId, language), office, language))];
    }

    private ImmutableArray<Told> Planned(Organisation o, bool outside, string? sectionId, DateTimeOffset at, Language language) =>
    [
        .. from office in outside ? DutyTable.OfReport.Single(d => d.Key == "32-2-1").Towards : DutyTable.OfReport.Single(d => d.Key == "32-1-1").Towards
           from r in Holders.ToTell(o, office, Scope.Section(sectionId), clock.GetUtcNow())
           group r by r.Office into told
           select new Told(Named(o, told.Key, sectionId, language), language.Say("知らせています", "Being told"), at),
    ];

    private static string Named(Organisation o, Office office, string? sectionId, Language language) =>
        office is Office.SecurityManager or Office.SecurityOfficer && o.Section(sectionId) is { } section
            ? language.Say($"{Term.Of(office)}（{section.Name}）", $"{Term.InEnglish(office)} ({section.Name})")
            : language.Of(office);
}

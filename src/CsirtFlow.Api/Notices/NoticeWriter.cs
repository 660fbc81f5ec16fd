using System.Collections.Immutable;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications;
using CsirtFlow.Notifications.Mail;
using Marten;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Notices;

/// <summary>Puts a notice into words: which duties, by when, and where to act. Nothing of the report itself leaves by mail (22-7, 34-15-3).</summary>
public sealed class NoticeWriter(IOptions<MailOptions> mail, IConfiguration configuration)
{
    private readonly string publicUrl = (configuration["PublicUrl"] ?? "http://127.0.0.1:5080").TrimEnd('/');

    public Letter Write(Notice notice, Organisation organisation, IEnumerable<DutyStanding> duties)
    {
        var facts = new NoticeFacts(organisation.Name, notice.Number, notice.PersonName, notice.Office == Office.Staff ? "" : Term.Of(notice.Office), notice.Reason,
            [.. duties.Select(Line)], $"{publicUrl}/{notice.Case.Replace("report/", "reports/", StringComparison.Ordinal).Replace("incident/", "incidents/", StringComparison.Ordinal)}",
            notice.Emergency, notice.Remark, organisation.Settings.Hotline, Drill: false);

        var (subject, text) = NoticeLetter.Write(facts);
        var domain = mail.Value.From[(mail.Value.From.IndexOf('@', StringComparison.Ordinal) + 1)..];
        return new Letter(MessageIds.For($"{organisation.Id}/{notice.Id}", domain), $"{organisation.Name} CSIRT", mail.Value.From, notice.PersonName, notice.Address, subject, text, notice.QueuedAt, Drill: false);
    }

    // A limit of law ends with its day, not at the midnight after it.
    private static string DueText(DutyStanding duty) =>
        duty.IsLegal ? $"{Reiwa.OnScreen(JapaneseCalendar.DayOf(duty.Due.AddTicks(-1)))}まで" : $"{Reiwa.OnScreen(duty.Due)}まで";

    private static DutyLine Line(DutyStanding duty) =>
        new(Clause.Spell(duty.Clause), duty.Title, duty.IsOpen ? DueText(duty) : "", duty.IsLegal ? "法令" : "目安");
}

/// <summary>The duties that notices are about; each case is read once however many are told of it.</summary>
public sealed class DutiesOfCases(IQuerySession session, PolicySettings settings)
{
    private readonly Dictionary<string, object?> cases = new(StringComparer.Ordinal);

    public async Task<IEnumerable<DutyStanding>> Of(Notice notice, CancellationToken cancellation)
    {
        if (!cases.TryGetValue(notice.Case, out var state))
            cases[notice.Case] = state = notice.Case.StartsWith("report/", StringComparison.Ordinal)
                ? await session.LoadAsync<Report>(notice.Case, cancellation)
                : await session.LoadAsync<Incident>(notice.Case, cancellation);

        var all = state switch
        {
            Report r => DutyTable.Standing(r, settings, notice.QueuedAt),
            Incident i => DutyTable.Standing(i, settings, notice.QueuedAt),
            _ => [],
        };
        return notice.Duties.Select(key => all.FirstOrDefault(d => d.Key == key)).OfType<DutyStanding>();
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using CsirtFlow.Api.Mail;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications;
using CsirtFlow.Notifications.Mail;
using Marten;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Notices;

/// <summary>Puts a notice into words: which duties, by when, and where to act. Nothing of the report itself leaves by mail (22-7, 34-15-3).</summary>
public sealed partial class NoticeWriter(IOptions<MailOptions> mail, ReplyTokens tokens, IConfiguration configuration, ILogger<NoticeWriter> log)
{
    private readonly string publicUrl = (configuration["PublicUrl"] ?? "http://127.0.0.1:5080").TrimEnd('/');

    private readonly ConcurrentDictionary<(string Organisation, string Template), string> failing = new();

    /// <summary>Names of revised templates that failed when they were last used; the product's stand in for them.</summary>
    public IReadOnlyCollection<string> Failing => [.. failing.Keys.Select(k => k.Template).Distinct().Order(StringComparer.Ordinal)];

    public Letter Write(Notice notice, Organisation organisation, NoticeTemplates templates, IEnumerable<DutyStanding> duties)
    {
        var address = organisation.Drill?.Address.AbsoluteUri.TrimEnd('/') ?? publicUrl;
        // Neither the contacts, nor a form, nor a mail that waits has a 受付番号.
        var facts = new NoticeFacts(organisation.Name, ReceiptNumber.IsValid(notice.Number) ? notice.Number : "", notice.PersonName, notice.Office == Office.Staff ? "" : Term.Of(notice.Office), notice.Reason,
            [.. duties.Select(Line)], $"{address}{Opening}{tokens.ForNotice(organisation.Id, notice.Id)}",
            notice.Emergency, notice.Remark, organisation.Settings.Hotline, Drill: organisation.Drill is not null);

        var (subject, text) = Written(facts, organisation.Id, templates);
        var from = mail.Value.FromOf(organisation.Id);
        var domain = from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..];
        return new Letter(MessageIds.For(tokens.ForNotice(organisation.Id, notice.Id), domain), $"{organisation.Name} CSIRT", from, notice.PersonName, notice.Address, subject, text, new Uri(facts.Link).AbsoluteUri, notice.QueuedAt, Drill: organisation.Drill is not null);
    }

    /// <summary>Where the link of a notice leads: behind it stands the token that says which notice it was, so that whoever signs in there has opened it.</summary>
    public const string Opening = "/notices/open/";

    /// <summary>The page where its recipient acts.</summary>
    public static string PageOf(Notice notice) => Page(notice.Case) + (ToReceive(notice) ? "/receive" : "");

    // The manager receives a report and passes it up in one step, on a page of its own.
    private static bool ToReceive(Notice notice) => notice is { Office: Office.SecurityManager, Reason: NoticeReason.DutyOpened } && (notice.Duties.Contains("32-1-2") || notice.Duties.Contains("32-2-2"));

    // A revised template may never keep a notice from leaving.
    private (string Subject, string Text) Written(NoticeFacts facts, string organisation, NoticeTemplates templates)
    {
        var key = (organisation, NoticeTemplates.Of(facts.Reason));
        try
        {
            var letter = NoticeLetter.Write(facts, templates);
            failing.TryRemove(key, out _);
            return letter;
        }
        catch (NoticeTemplateException e) when (templates.OfHouse.Count > 0)
        {
            failing[key] = e.Message;
            TemplateFailed(log, key.Item2, e.Message);
            return NoticeLetter.Write(facts);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The revised template of {Template} failed, the product's is used: {Problem}")]
    private static partial void TemplateFailed(ILogger log, string template, string problem);

    /// <summary>Address of the page of a stream: <c>report/R8-0001</c> is at <c>/reports/R8-0001</c>.</summary>
    public static string Page(string key) => key == IncomingMail.NoNumber ? "/incoming-mails" : key == AccountNotices.Key ? SessionPages.Path : key.Split('/', 2) is [var kind, var id] ? $"/{kind}s/{id}" : $"/{key}";

    // A limit of law ends with its day, not at the midnight after it.
    private static string DueText(DutyStanding duty) =>
        duty.IsLegal ? $"{Reiwa.OnScreen(JapaneseCalendar.DayOf(duty.Due.AddTicks(-1)))}まで" : $"{Reiwa.OnScreen(duty.Due)}まで";

    private static DutyLine Line(DutyStanding duty) =>
        new(Clause.Spell(duty.Clause), duty.Title, duty.IsOpen ? DueText(duty) : "", duty.IsLegal ? "法令" : "目安");
}

/// <summary>The duties that notices are about; each case is read once however many are told of it.</summary>
public sealed class DutiesOfCases
{
    private readonly Dictionary<(string Case, DateTimeOffset At), ImmutableArray<DutyStanding>> standing = [];
    private readonly IReadOnlyDictionary<string, Report> reports;
    private readonly IReadOnlyDictionary<string, Incident> incidents;
    private readonly PolicySettings settings;

    private DutiesOfCases(IEnumerable<Report> reports, IEnumerable<Incident> incidents, PolicySettings settings) =>
        (this.reports, this.incidents, this.settings) = (reports.ToDictionary(r => r.Id), incidents.ToDictionary(i => i.Id), settings);

    public static async Task<DutiesOfCases> Read(IQuerySession session, PolicySettings settings, IEnumerable<Notice> notices, CancellationToken cancellation)
    {
        var cases = notices.Where(n => !n.Duties.IsEmpty).Select(n => n.Case).Distinct().ToLookup(c => c.StartsWith("report/", StringComparison.Ordinal));
        return new DutiesOfCases(
            cases[true].Any() ? await session.LoadManyAsync<Report>(cancellation, cases[true]) : [],
            cases[false].Any() ? await session.LoadManyAsync<Incident>(cancellation, cases[false]) : [],
            settings);
    }

    public IEnumerable<DutyStanding> Of(Notice notice)
    {
        if (!standing.TryGetValue((notice.Case, notice.QueuedAt), out var all))
            standing[(notice.Case, notice.QueuedAt)] = all = reports.TryGetValue(notice.Case, out var r) ? DutyTable.Standing(r, settings, notice.QueuedAt)
                : incidents.TryGetValue(notice.Case, out var i) ? DutyTable.Standing(i, settings, notice.QueuedAt)
                : [];
        return notice.Duties.Select(key => all.FirstOrDefault(d => d.Key == key)).OfType<DutyStanding>();
    }
}

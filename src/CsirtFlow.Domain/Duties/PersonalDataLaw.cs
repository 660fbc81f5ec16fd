using System.Collections.Immutable;
using CsirtFlow.Domain.Statutory;
using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain;

/// <summary>第32条第1項第4号 as the law makes it: 「必要に応じて」 is no discretion where 個人情報保護法68条 or 番号法29条の4 applies. The facts decide.</summary>
public static class PersonalDataLaw
{
    private static readonly ImmutableArray<Office> InCharge = [Administration, CsirtLead];
    private static readonly Wording Commission = new("個人情報保護委員会", "the Personal Information Protection Commission");

    /// <summary>該当性判定: key of the duty.</summary>
    public const string AssessmentDuty = "32-1-4";

    /// <summary>報告不要の判断: key of the duty.</summary>
    public const string NotReportable = "32-1-4-not-reportable";

    public static ImmutableArray<Duty<Incident>> OfIncident { get; } =
    [
        new()
        {
            Key = AssessmentDuty, Clause = "32-1-4", Title = new("個人情報の漏えい等の該当性判定", "Assessment of personal data loss"),
            Owners = [CsirtLead, CsirtMember, Administration], Urgency = Urgency.AsNeeded, Within = TimeSpan.FromHours(24),
            Since = i => i.OpenedAt,
            Met = i => i.Assessment is { } a && a.Duties.All(d => d.Basis is not DutyBasis.Undetermined),
        },
        Filing("32-1-4-appi-preliminary", new("個人情報保護委員会への速報（保有個人情報）", "Preliminary report to the Personal Information Protection Commission (held personal information)"), Law.PersonalInformation, ReportKind.Preliminary),
        Filing("32-1-4-appi-final", new("個人情報保護委員会への確報（保有個人情報）", "Final report to the Personal Information Protection Commission (held personal information)"), Law.PersonalInformation, ReportKind.Final),
        Filing("32-1-4-mynumber-preliminary", new("個人情報保護委員会への速報（特定個人情報）", "Preliminary report to the Personal Information Protection Commission (My Number data)"), Law.MyNumber, ReportKind.Preliminary),
        Filing("32-1-4-mynumber-final", new("個人情報保護委員会への確報（特定個人情報）", "Final report to the Personal Information Protection Commission (My Number data)"), Law.MyNumber, ReportKind.Final),
        new()
        {
            // 番号GL別添2 3B gives no limit; the organisation's own applies.
            Key = "32-1-4-mynumber-guideline", Clause = "32-1-4", Title = new("個人情報保護委員会への報告（特定個人情報、ガイドラインによる）", "Report to the Personal Information Protection Commission (My Number data, by its guideline)"),
            Owners = InCharge, TowardsOutside = Commission, Urgency = Urgency.Promptly, Within = TimeSpan.FromDays(5),
            Since = i => i.Assessment?.DutyUnder(Law.MyNumber)?.Basis is DutyBasis.Guideline ? i.KnewAt : null,
            Met = i => i.Filed.Contains("32-1-4-mynumber-guideline"),
        },
        new()
        {
            // Personal data without a report: somebody other than who stated the facts says so, with reasons.
            Key = NotReportable, Clause = "32-1-4", Title = new("報告不要の判断（個人情報を含むとき）", "Judgement that no report is owed (where personal data is concerned)"),
            Owners = [SupervisingOfficer, Ciso], Urgency = Urgency.Promptly, Within = TimeSpan.FromHours(24),
            Since = i => i is { PersonalData: { ConcernsPersons: true }, Assessment.Duties: [] } ? i.KnewAt : null,
            Met = i => i.NotReportableAt is not null,
        },
        new()
        {
            // 法68条2項・番号法29条の4第2項 say 「速やかに」 and no number of days.
            Key = "32-1-4-persons", Clause = "32-1-4", Title = new("本人への通知（又は代替措置）", "Notice to the persons concerned (or a measure in its place)"),
            Owners = InCharge, TowardsOutside = new("本人", "the persons concerned"), Urgency = Urgency.Promptly, Within = TimeSpan.FromDays(30),
            Since = i => i.Assessment is { } a && a.Notifications.Any(n => n.State is NotificationState.Owed or NotificationState.ReplacedByMeasure) ? i.KnewAt : null,
            Met = i => i.PersonsNotifiedAt is not null,
        },
    ];

    /// <summary>The duty that a deadline belongs to.</summary>
    public static string DutyKey(Law law, ReportKind kind) => $"32-1-4-{(law is Law.PersonalInformation ? "appi" : "mynumber")}-{(kind is ReportKind.Preliminary ? "preliminary" : "final")}";

    /// <summary>Keys of the duties whose limit is one of law.</summary>
    public static ImmutableArray<string> DutyKeys { get; } = [.. from law in Enum.GetValues<Law>() from kind in Enum.GetValues<ReportKind>() select DutyKey(law, kind)];

    /// <summary>The statutory deadlines of an incident as they follow from its facts, each with its explanation.</summary>
    public static IReadOnlyList<StatutoryDeadline> Deadlines(Incident incident, PolicySettings settings) =>
        incident is { Assessment: { } assessment, KnewAt: { } knewAt }
            ? StatutoryClock.For(assessment, knewAt, settings.Calendar)
            : [];

    /// <summary>期限の履歴 of an incident: each deadline from the assessment that set it to the one that replaced it.</summary>
    public static IReadOnlyList<DeadlineInHistory> History(IEnumerable<PersonalDataAssessed> assessments, PolicySettings settings) =>
        StatutoryHistory.Recompute(assessments.Select(a => new StatutoryRecord(a.Origin.RecordedAt, a.Facts, a.KnewAt) { Reason = a.Reason, OrdinanceDefinesSensitive = a.OrdinanceDefinesSensitive }), settings.Calendar);

    private static Duty<Incident> Filing(string key, Wording title, Law law, ReportKind kind) => new()
    {
        Key = key,
        Clause = "32-1-4",
        Title = title,
        Owners = InCharge,
        TowardsOutside = Commission,
        Urgency = Urgency.Statutory,
        DueBy = (i, s) => Deadlines(i, s).FirstOrDefault(d => d.Law == law && d.Kind == kind)?.DueAt,
        Since = i => i.Assessment?.DutyUnder(law)?.Basis is DutyBasis.Act ? i.KnewAt : null,
        Met = i => i.Filed.Contains(key),
    };
}

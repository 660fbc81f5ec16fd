using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>知る必要のある者 (34-2-3, 35-1-1): who may see a report or an incident. Lists, counts, pages and exports all ask here.</summary>
/// <remarks>A matter names its audiences, a person belongs to audiences; who shares one may see. The same marks are stored for searching.</remarks>
public static class NeedToKnow
{
    private const string WholeChain = "chain";
    private const string AuditorMark = "auditor";
    private const string AdministrationMark = "administration";

    /// <summary>What the reporter said is for those of the report; the sections that an incident reached later see the incident.</summary>
    public static ImmutableArray<string> AudienceOf(Report report, Incident? incident) =>
        incident is { RestrictedTo.IsEmpty: false }
            ? Restricted(incident)
            : [.. Ordinary(report.Reporter.PersonId, Scope.Of(report)), .. ConcernsSystems(report) ? Scope.Of(report).SectionIds.Select(s => $"systems-of:{s}") : [], .. incident is not null && HandedToAdministration(incident) ? [AdministrationMark] : Array.Empty<string>()];

    public static ImmutableArray<string> AudienceOf(Incident incident) =>
        incident.RestrictedTo.IsEmpty
            ? [.. Ordinary(incident.ReporterId, Scope.Of(incident)), .. HandedToAdministration(incident) ? [AdministrationMark] : Array.Empty<string>(), .. incident.Nature.StaffSectionId is { } staff ? [$"officer:{staff}"] : Array.Empty<string>()]
            : Restricted(incident);

    /// <summary>Who may open the incident at a moment: its audience, and those who view it in an emergency and still hold an office that may. Lists, counts and commands ask for the audience alone.</summary>
    public static ImmutableArray<string> OpenTo(Organisation o, Incident incident, DateTimeOffset at) =>
        [.. AudienceOf(incident), .. incident.RestrictedTo.IsEmpty ? [] : incident.EmergencyViews.Where(v => v.IsOpen(at) && HoldsEmergencyOffice(o, v.PersonId, incident, at)).Select(v => $"person:{v.PersonId}")];

    /// <summary>Who may open the report at a moment; that of a restricted incident is opened with it.</summary>
    public static ImmutableArray<string> OpenTo(Organisation o, Report report, Incident? incident, DateTimeOffset at) =>
        incident is { RestrictedTo.IsEmpty: false } ? OpenTo(o, incident, at) : AudienceOf(report, incident);

    /// <summary>緊急閲覧: whom the restriction keeps out, in an office that may open it all the same. They alone are told that there is the matter, and never 当事者.</summary>
    public static bool MayViewInEmergency(Organisation o, string personId, Incident incident, DateTimeOffset at) =>
        !incident.RestrictedTo.IsEmpty && !incident.Involved.Contains(personId) && !MaySee(AudiencesOf(o, personId, at), AudienceOf(incident)) && HoldsEmergencyOffice(o, personId, incident, at);

    /// <summary>受信メール that belongs to no report yet: those who look after the mailbox, and the auditor. One that does is for those who may see the report.</summary>
    public static ImmutableArray<string> AudienceOfMail { get; } = [WholeChain, AuditorMark];

    /// <summary>Who may know that there is the matter: those of the report, and those whom its own incident reached later. The latter do not read the report.</summary>
    public static ImmutableArray<string> ListedFor(Report report, Incident? own) =>
        own is null ? AudienceOf(report, null) : [.. AudienceOf(report, own).Union(AudienceOf(own))];

    /// <summary>The audiences that a person belongs to at a moment; the person's own mark is the first.</summary>
    public static ImmutableArray<string> AudiencesOf(Organisation o, string personId, DateTimeOffset at) =>
        [$"person:{personId}", .. Acting.Held(o, personId, at).SelectMany(a => Marks(a, o)).Distinct()];

    public static bool MaySee(ImmutableArray<string> audiencesOfPerson, ImmutableArray<string> audienceOfMatter) =>
        audienceOfMatter.Any(audiencesOfPerson.Contains) && !audienceOfMatter.Contains(Not + audiencesOfPerson[0]);

    /// <summary>Before the own mark of somebody whom no office lets in (当事者).</summary>
    public const string Not = "not:";

    /// <summary>The mark of the matters that 統計 counts for a person: of a restricted one not even a count leaks, but to the auditor, who sees them all.</summary>
    public static string CountedFor(ImmutableArray<string> audiencesOfPerson) => audiencesOfPerson.Contains(AuditorMark) ? AuditorMark : WholeChain;

    private static IEnumerable<string> Ordinary(string? reporterId, Scope scope) =>
    [
        WholeChain,
        AuditorMark,
        .. scope.SectionIds.Select(s => $"section:{s}"),
        .. scope.SystemIds.Select(s => $"system:{s}"),
        .. reporterId is null ? [] : new[] { $"person:{reporterId}" },
    ];

    private static ImmutableArray<string> Restricted(Incident incident) => [AuditorMark, .. incident.RestrictedTo.Select(p => $"person:{p}"), .. incident.Involved.Select(p => $"{Not}person:{p}")];

    private static bool HoldsEmergencyOffice(Organisation o, string personId, Incident incident, DateTimeOffset at) =>
        Acting.As(o, personId, [.. o.Settings.EmergencyViewOffices.Where(office => !(incident.InvolvedUnstated && office is Office.Ciso))], Scope.Of(incident), at) is not null;

    private static bool HandedToAdministration(Incident incident) =>
        DutyTable.OfIncident.Any(d => d.Owners.Contains(Office.Administration) && incident.Duties.Of(d.Key) is not null);

    /// <summary>Where the policy has a report told to the system managers of the section (33-1-1ウ, 38-1-3).</summary>
    private static bool ConcernsSystems(Report report) =>
        DutyTable.OfReport.Any(d => (d.Towards.Contains(Office.SystemManager) || d.Owners.Contains(Office.SystemManager)) && report.Duties.Of(d.Key) is not null);

    private static IEnumerable<string> Marks(Assignment a, Organisation o) => a switch
    {
        { Office: Office.CsirtLead or Office.CsirtMember or Office.ContactPoint or Office.SupervisingOfficer or Office.Ciso } => [WholeChain],
        { Office: Office.Auditor } => [AuditorMark],
        { Office: Office.Administration } => [AdministrationMark],
        { Office: Office.SecurityManager or Office.SecurityOfficer, SectionId: { } section } =>
            // 13-3, 15-1: a section answers for its systems. 38-5, 45-2: of what one of its people did, its officer alone is told.
            [$"section:{section}", .. a.Office is Office.SecurityOfficer ? [$"officer:{section}"] : Array.Empty<string>(), .. o.Systems.Where(s => s.SectionId == section).Select(s => $"system:{s.Id}")],
        { Office: Office.SystemManager, SystemId: { } system } => [$"system:{system}", .. o.Systems.Where(s => s.Id == system).Select(s => $"systems-of:{s.SectionId}")],
        { Office: Office.SystemOperator, SystemId: { } system } => [$"system:{system}"],
        _ => [],
    };
}

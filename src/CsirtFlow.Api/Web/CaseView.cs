using System.Collections.Immutable;
using CsirtFlow.Api.Documents;
using CsirtFlow.Api.Evidence;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Cases;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web;

/// <summary>A form on the page of a case, for a person who may use it.</summary>
/// <param name="As">The office in which the person would act.</param>
/// <param name="Open">True when the page leads to it, or when it was just refused; then <paramref name="Errors"/> says why and the fields hold what was typed.</param>
public sealed record OfferedForm(CommandForm Form, ImmutableArray<FormField> Fields, Actor As, bool Open, FormErrors Errors);

/// <summary>What a page of a case is asked for.</summary>
/// <param name="AsOf">The moment in the past that is shown (UTC instant), or null for now.</param>
/// <param name="Viewer">Show what this office knew.</param>
/// <param name="Done">Slug of the command that was just recorded.</param>
/// <param name="Same">It had been recorded before, and nothing was added.</param>
/// <param name="Open">Slug of the form that stands open.</param>
/// <param name="Event">Number of the event that the form is about.</param>
/// <param name="Course">Which events of the course are shown.</param>
public sealed record CaseWish(DateTimeOffset? AsOf = null, Office? Viewer = null, string Done = "", bool Same = false, string Open = "", int? Event = null, CourseFilter Course = CourseFilter.All);

/// <summary>A report as it is read on a page, with its own course.</summary>
public sealed record ReportedCase(Report Report, ImmutableArray<EventLine> Events);

/// <summary>A form on the page of something else than a case, for a person who may use it now.</summary>
public sealed record PageForm(string Slug, Type Type, ImmutableArray<FormField> Fields, Actor As);

/// <summary>A form that was refused, with what was typed and why.</summary>
public sealed record RefusedForm(string Slug, IFormCollection Typed, FormErrors Errors);

/// <summary>Everything on the page of a report or an incident.</summary>
/// <param name="Kind"><c>reports</c> or <c>incidents</c>, as in the address.</param>
public sealed record CaseView(string Kind, string Number, long Version, CaseWish Wish, Organisation Organisation, ImmutableArray<Office> Mine, DateTimeOffset Now)
{
    /// <summary>The report, or the one that opened the incident.</summary>
    public Report? Report { get; init; }

    public Incident? Incident { get; init; }

    /// <summary>The reports that the person may read, the one that opened the incident first.</summary>
    public ImmutableArray<ReportedCase> Reported { get; init; } = [];

    /// <summary>Of this stream alone.</summary>
    public ImmutableArray<DutyStanding> Duties { get; init; } = [];

    /// <summary>Of the report and its incident together: the whole chain.</summary>
    public ImmutableArray<DutyStanding> AllDuties { get; init; } = [];

    public ImmutableArray<EventLine> Events { get; init; } = [];

    public ImmutableArray<Notice> Notices { get; init; } = [];

    public ImmutableArray<KnownEvent> Known { get; init; } = [];

    public ImmutableArray<OfferedForm> Forms { get; init; } = [];

    public ImmutableArray<PolicyRule> MissingForClosing { get; init; } = [];

    public ImmutableArray<DocumentListing> Documents { get; init; } = [];

    /// <summary>文書 that were drafted, by form and issue.</summary>
    public ImmutableArray<CaseDocument> Papers { get; init; } = [];

    /// <summary>The person may draft documents now.</summary>
    public bool MayDraft { get; init; }

    /// <summary>閲覧の記録 of a restricted incident, the latest.</summary>
    public ImmutableArray<MatterViewed> Looks { get; init; } = [];

    /// <summary>経過表 for outside.</summary>
    public ImmutableArray<CourseStep> Course { get; init; } = [];

    /// <summary>Files of its reports, each with the number of the report.</summary>
    public ImmutableArray<(string Number, EvidenceFile File)> Files { get; init; } = [];

    /// <summary>検査 of these and of every other file of the page, as far as it was known at that moment.</summary>
    public EvidenceScans Scans { get; init; } = EvidenceScans.None;

    /// <summary>Why what was sent was not recorded, also where its form is not offered any more.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>What was typed into the form that was refused.</summary>
    public IFormCollection? Typed { get; init; }

    public DateTimeOffset? AsOf => Wish.AsOf;

    public Office? Viewer => Wish.Viewer;

    public string Done => Wish.Done;

    /// <summary>As somebody worded it, or the kinds of what was reported.</summary>
    public string TitleIn(Language language) => Incident?.Title ?? language.Kinds(Report!);

    public string Path => $"/{Kind}/{Number}";

    /// <summary>Stream key of what the page is about.</summary>
    public string Key => Incident?.Id ?? Report!.Id;

    /// <summary>次にすること: the nearest open duty of my own offices, else the nearest of anybody.</summary>
    public DutyStanding? Next => Duties.Where(d => d.IsOpen).OrderByDescending(IsMine).ThenBy(d => d.Due).FirstOrDefault();

    /// <summary>The form with which what is next is done, where the person may use it.</summary>
    public OfferedForm? NextForm => Next is { } next ? Forms.FirstOrDefault(f => f.Form.Type == Chain.FormFor(next, Incident) && !IsDone(f)) : null;

    // Whoever has acknowledged has nothing more to do about it.
    private bool IsDone(OfferedForm f) => f.Form.Type == typeof(AcknowledgeReport) && f.As.Office is Office.Ciso or Office.SupervisingOfficer && Incident?.AwaitsReceiptBy(f.As.Office) is false;

    /// <summary>The form with which a handover to the person is received.</summary>
    public OfferedForm? HandoverForm => Forms.FirstOrDefault(f => f.Form.Type == typeof(ReceiveHandover));

    /// <summary>Who answers for it now: the lead of the CSIRT for an incident, the section's manager for a report.</summary>
    public ImmutableArray<Person> Responsible =>
        [.. Incident is null ? Holders.Of(Organisation, Office.SecurityManager, Scope.Of(Report!), Now) : Holders.Of(Organisation, Office.CsirtLead, Scope.Section(null), Now)];

    /// <summary>Whose turn it is: after the report to them, those who have not received it yet (32-3-2).</summary>
    public IEnumerable<Office> OwnersOf(DutyStanding duty) => duty.Key == "32-3-2" && Awaited is { IsEmpty: false } awaited ? awaited : duty.Owners;

    /// <summary>受付番号 of the incident that this report was joined to; null elsewhere.</summary>
    public string? JoinedTo => Incident is null && Report is { Verdict: Verdict.Joined } report ? report.IncidentNumber : null;

    public bool IsMine(DutyStanding duty) => OwnersOf(duty).Any(Mine.Contains);

    /// <summary>14-3: the manager has reported, and waits for the instruction.</summary>
    public bool AwaitsInstruction => Next?.Key == "14-3" && Report is { InstructedAt: null } report && report.PassedUp(Office.SecurityOfficer, Office.SupervisingOfficer);

    // The receipt is the second half of 32-3-2, by those who are told.
    private ImmutableArray<Office> Awaited => Incident is { } incident ? [.. new[] { Office.Ciso, Office.SupervisingOfficer }.Where(incident.AwaitsReceiptBy)] : [];
}

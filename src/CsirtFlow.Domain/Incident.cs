using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>情報セキュリティインシデント (32-3): what CSIRT's 評価 made of a report, until it is closed. The fold of its events.</summary>
/// <remarks>There is no status and no phase: progress is what has happened, so parallel and repeated steps are allowed.</remarks>
public sealed partial record Incident
{
    /// <summary>Stream key, <see cref="Key"/>.</summary>
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required ImmutableArray<OccurrenceKind> Kinds { get; init; }

    public EmergencyImpact EmergencyImpact { get; init; }

    public bool Outside { get; init; }

    public string? SectionId { get; init; }

    public Nature Nature { get; init; } = new();

    /// <summary>Since when it has been held to be an attack (38-2), a possible crime (38-3), a matter of a cloud service (32-1-5) or of a contractor (46-3), of access (38-5) or a breach (45-2) by staff; UTC instants.</summary>
    public DateTimeOffset? AttackSince { get; init; }

    public DateTimeOffset? CrimeSince { get; init; }

    public DateTimeOffset? CloudSince { get; init; }

    public DateTimeOffset? ContractorSince { get; init; }

    public DateTimeOffset? StaffAccessSince { get; init; }

    public DateTimeOffset? StaffBreachSince { get; init; }

    /// <summary>緊急時 (12-8), UTC instant: 重要度1 緊急, or 119 is affected and nobody has decided the severity yet.</summary>
    public DateTimeOffset? EmergencySince { get; init; }

    /// <summary>When the earliest of its reports was noticed (UTC instant).</summary>
    public required DateTimeOffset NoticedAt { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public string? ReporterId { get; init; }

    public ImmutableArray<string> JoinedReports { get; init; } = [];

    /// <summary>受付番号 of the report that opened it and of those joined to it.</summary>
    [JsonIgnore]
    public IEnumerable<string> ReportNumbers => JoinedReports.Prepend(Number);

    /// <summary>受付番号 of each of its reports → when that one was noticed (UTC instant).</summary>
    public ImmutableDictionary<string, DateTimeOffset> Noticed { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;

    public Severity? Severity { get; init; }

    public DateTimeOffset? CisoInformedAt { get; init; }

    /// <summary>Who drew up the report to the CISO last, and the prevention plan (18-1).</summary>
    public string? PlannedBy { get; init; }

    /// <summary>Who has acknowledged the latest report.</summary>
    public ImmutableArray<Office> AcknowledgedBy { get; init; } = [];

    /// <summary>When CISO and 副CISO had both acknowledged for the first time; a further report does not take it back.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    public ImmutableArray<Order> Orders { get; init; } = [];

    public ImmutableArray<SystemsCheck> Checks { get; init; } = [];

    /// <summary>When a cause was first recorded; a correction does not move the clock of the prevention plan.</summary>
    public DateTimeOffset? CauseAt { get; init; }

    public DateTimeOffset? PlannedAt { get; init; }

    public Instruction? Instruction { get; init; }

    public DateTimeOffset? InstructedAt { get; init; }

    public ImmutableArray<PreventionMeasure> Measures { get; init; } = [];

    public ImmutableDictionary<string, Fact> Facts { get; init; } = ImmutableDictionary<string, Fact>.Empty;

    public PersonalDataFacts? PersonalData { get; init; }

    /// <summary>条例要配慮個人情報の定め, as it stood at the assessment (規則43条5号).</summary>
    public bool OrdinanceDefinesSensitive { get; init; }

    /// <summary>該当性: what the facts oblige to; null before they have been stated.</summary>
    [JsonIgnore]
    public StatutoryAssessment? Assessment => PersonalData is { } facts ? StatutoryAssessment.Of(facts, new() { OrdinanceDefinesSensitiveInformation = OrdinanceDefinesSensitive }) : null;

    /// <summary>知った時点 (UTC instant), as last stated.</summary>
    public DateTimeOffset? KnewAt { get; init; }

    /// <summary>報告不要の判断 on the facts as last stated; other facts take it back.</summary>
    public DateTimeOffset? NotReportableAt { get; init; }

    /// <summary>Keys of duties that a recorded filing serves.</summary>
    public ImmutableArray<string> Filed { get; init; } = [];

    /// <summary>外部への報告, as they stand after corrections, oldest first.</summary>
    public ImmutableArray<Filing> Filings { get; init; } = [];

    public DateTimeOffset? PersonsNotifiedAt { get; init; }

    /// <summary>公表の判断 as last made.</summary>
    public PublicationJudgement? Publication { get; init; }

    /// <summary>When the latest publication that still stands went out (UTC instant).</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>公表, oldest first, also those withdrawn.</summary>
    public ImmutableArray<Publication> Publications { get; init; } = [];

    /// <summary>続報の予定, the last plan for each.</summary>
    public ImmutableArray<FollowUp> FollowUps { get; init; } = [];

    public DateTimeOffset? SharedAt { get; init; }

    public int EvidenceItems { get; init; }

    /// <summary>証拠ファイル that were kept with the incident itself; those of its reports stand there.</summary>
    public ImmutableArray<EvidenceFile> Files { get; init; } = [];

    /// <summary>例外措置, applied for or taken in an emergency.</summary>
    public ImmutableArray<Exemption> Exemptions { get; init; } = [];

    /// <summary>作業.</summary>
    public ImmutableArray<WorkItem> Work { get; init; } = [];

    /// <summary>Number of an event → how it stands in the 経過表 for outside; events that are not in it stand as the form says.</summary>
    public ImmutableDictionary<int, CourseEntry> Course { get; init; } = ImmutableDictionary<int, CourseEntry>.Empty;

    /// <summary>受付番号 of incidents that have to do with this one.</summary>
    public ImmutableArray<string> LinkedTo { get; init; } = [];

    public DateTimeOffset? InventoryConfirmedAt { get; init; }

    /// <summary>Who alone may see it; empty means the ordinary need to know.</summary>
    public ImmutableArray<string> RestrictedTo { get; init; } = [];

    /// <summary>当事者 of a restricted incident, who do not see it whatever office they hold.</summary>
    public ImmutableArray<string> Involved { get; init; } = [];

    /// <summary>Restricted by an earlier version, which did not say whom it is about: it may be the CISO.</summary>
    public bool InvolvedUnstated { get; init; }

    /// <summary>緊急閲覧, oldest first, also those that are over.</summary>
    public ImmutableArray<EmergencyView> EmergencyViews { get; init; } = [];

    /// <summary>引継ぎ.</summary>
    public ImmutableArray<Handover> Handovers { get; init; } = [];

    /// <summary>When it ended, by 終結 or because it was none (<see cref="RevokedAt"/>).</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>誤報: when CSIRT found that it was no incident (UTC instant).</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    public DutyLedger Duties { get; init; } = DutyLedger.Empty;

    /// <summary>Number of events; the version a person had on the screen.</summary>
    public long Version { get; init; }

    public static string Key(string number) => $"incident/{number}";

    public bool IsClosed => ClosedAt is not null;

    public bool Has(OccurrenceKind kind) => Kinds.Contains(kind);

    /// <summary>The 緊急閲覧 of the person that runs at a moment, or null.</summary>
    public EmergencyView? EmergencyViewOf(string personId, DateTimeOffset at) => EmergencyViews.LastOrDefault(v => v.PersonId == personId && v.IsOpen(at));

    public bool Acknowledged(params Office[] by) => by.All(AcknowledgedBy.Contains);

    /// <summary>Whether the CISO or the 副CISO has been told and has not acknowledged the latest report yet (32-3-2).</summary>
    public bool AwaitsReceiptBy(Office office) => CisoInformedAt is not null && office is (Office.Ciso or Office.SupervisingOfficer) && !AcknowledgedBy.Contains(office);

    /// <summary>外部への報告 of that running number, as it stands after corrections.</summary>
    public FilingRecorded FilingOf(int number) => Filings.FirstOrDefault(f => f.Number == number)?.Recorded ?? throw new PolicyViolationException(Rules.FilingKnown);

    public FollowUp? FollowUp(FollowUpTo to) => FollowUps.FirstOrDefault(f => f.To == to);

    public bool OrdersDone(OrderKind kind) => Orders.Any(o => o.Kind == kind) && Orders.All(o => o.Kind != kind || o.VerifiedAt is not null);
}

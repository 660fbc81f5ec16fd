using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>情報セキュリティインシデント (32-3): what CSIRT's 評価 made of a report, until it is closed. The fold of its events.</summary>
/// <remarks>There is no status and no phase: progress is what has happened, so parallel and repeated steps are allowed.</remarks>
public sealed record Incident
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

    /// <summary>Since when it has been held to be an attack (38-2), a possible crime (38-3), a matter of a cloud service (32-1-5); UTC instants.</summary>
    public DateTimeOffset? AttackSince { get; init; }

    public DateTimeOffset? CrimeSince { get; init; }

    public DateTimeOffset? CloudSince { get; init; }

    /// <summary>When the earliest of its reports was noticed (UTC instant).</summary>
    public required DateTimeOffset NoticedAt { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public string? ReporterId { get; init; }

    public ImmutableArray<string> JoinedReports { get; init; } = [];

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

    /// <summary>Keys of duties that a recorded filing serves.</summary>
    public ImmutableArray<string> Filed { get; init; } = [];

    public DateTimeOffset? PersonsNotifiedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? SharedAt { get; init; }

    public int EvidenceItems { get; init; }

    /// <summary>証拠ファイル that were kept with the incident itself; those of its reports stand there.</summary>
    public ImmutableArray<EvidenceFile> Files { get; init; } = [];

    /// <summary>作業.</summary>
    public ImmutableArray<WorkItem> Work { get; init; } = [];

    /// <summary>Number of an event → how it stands in the 経過表 for outside; events that are not in it stand as the form says.</summary>
    public ImmutableDictionary<int, CourseEntry> Course { get; init; } = ImmutableDictionary<int, CourseEntry>.Empty;

    /// <summary>受付番号 of incidents that have to do with this one.</summary>
    public ImmutableArray<string> LinkedTo { get; init; } = [];

    public DateTimeOffset? InventoryConfirmedAt { get; init; }

    /// <summary>Who alone may see it; empty means the ordinary need to know.</summary>
    public ImmutableArray<string> RestrictedTo { get; init; } = [];

    public DateTimeOffset? ClosedAt { get; init; }

    public DutyLedger Duties { get; init; } = DutyLedger.Empty;

    /// <summary>Number of events; the version a person had on the screen.</summary>
    public long Version { get; init; }

    public static string Key(string number) => $"incident/{number}";

    public bool IsClosed => ClosedAt is not null;

    public bool Has(OccurrenceKind kind) => Kinds.Contains(kind);

    public bool Acknowledged(params Office[] by) => by.All(AcknowledgedBy.Contains);

    public bool OrdersDone(OrderKind kind) => Orders.Any(o => o.Kind == kind) && Orders.All(o => o.Kind != kind || o.VerifiedAt is not null);

    /// <summary>The fold. Only assignment: no rule, no clock.</summary>
    public static Incident Evolve(Incident? incident, string id, IncidentEvent e)
    {
        var next = Fold(incident, id, e);
        return next with { Duties = next.Duties.After(e, next, DutyTable.OfIncident), Version = (incident?.Version ?? 0) + 1 };
    }

    private static Incident Fold(Incident? incident, string id, IncidentEvent e) => (incident, e) switch
    {
        (null, IncidentOpened f) => new Incident
        {
            Id = id,
            Number = f.Number,
            Title = f.Title,
            Kinds = f.Kinds,
            EmergencyImpact = f.EmergencyImpact,
            Outside = f.Outside,
            SectionId = f.SectionId,
            NoticedAt = f.NoticedAt,
            Noticed = ImmutableDictionary<string, DateTimeOffset>.Empty.Add(f.Number, f.NoticedAt),
            ReportedAt = f.ReportedAt,
            OpenedAt = f.Origin.RecordedAt,
            ReporterId = f.ReporterId,
        }.WithNature(f.Nature, f.Origin.RecordedAt),
        ({ } i, ReportAttached f) => (i with { JoinedReports = i.JoinedReports.Add(f.ReportNumber), EmergencyImpact = f.EmergencyImpact > i.EmergencyImpact ? f.EmergencyImpact : i.EmergencyImpact }).WithNoticed(i.Noticed.SetItem(f.ReportNumber, f.NoticedAt)),
        ({ } i, ReportDetached f) => (i with { JoinedReports = i.JoinedReports.Remove(f.ReportNumber) }).WithNoticed(i.Noticed.Remove(f.ReportNumber)),
        ({ } i, NatureStated f) => i.WithNature(f.Nature, f.Origin.RecordedAt),
        ({ } i, SeverityDecided f) => i with { Severity = f.Severity },
        ({ } i, CisoInformed f) => i with { CisoInformedAt = i.CisoInformedAt ?? f.Origin.RecordedAt, AcknowledgedBy = [] },
        ({ } i, ReportAcknowledged f) => i.WithAcknowledged(f),
        ({ } i, OrderGiven f) => i with { Orders = i.Orders.Add(new Order(f.Order, f.Kind, f.SectionId, f.Instruction, f.Due, f.Origin.RecordedAt)) },
        ({ } i, OrderCarriedOut f) => i.WithOrder(f.Order, o => o with { CarriedOutAt = f.Origin.RecordedAt, CarriedOutBy = f.Origin.By.PersonId, Account = f.Account }),
        ({ } i, OrderVerified f) => i.WithOrder(f.Order, o => o with { VerifiedAt = f.Origin.RecordedAt }),
        ({ } i, OrderReturned f) => i.WithOrder(f.Order, o => o with { CarriedOutAt = null, CarriedOutBy = null, VerifiedAt = null }),
        ({ } i, SystemsCheckOrdered f) => i with { Checks = i.Checks.AddRange(f.SystemIds.Select(s => new SystemsCheck(s, f.Due, f.Origin.RecordedAt))) },
        ({ } i, SystemsCheckAnswered f) => i with
        {
            Checks = [.. i.Checks.Select(c => c.SystemId == f.SystemId ? c with { AnsweredAt = f.Origin.RecordedAt, Found = f.Found, Account = f.Account } : c)],
        },
        ({ } i, EvidencePreserved f) => i with { EvidenceItems = i.EvidenceItems + 1, Files = f.File is null ? i.Files : i.Files.Add(f.File), InventoryConfirmedAt = null },
        ({ } i, EvidenceInventoryConfirmed f) => i with { InventoryConfirmedAt = f.Origin.RecordedAt },
        ({ } i, CauseEstablished f) => i with { CauseAt = i.CauseAt ?? f.Origin.RecordedAt },
        ({ } i, PreventionPlanned f) => i with { PlannedAt = f.Origin.RecordedAt, PlannedBy = f.Origin.By.PersonId, Measures = f.Measures, Instruction = null },
        ({ } i, MeasuresInstructed f) => i with { Instruction = f.Instruction, InstructedAt = f.Origin.RecordedAt, Measures = f.Instruction == Domain.Instruction.Amended ? f.Measures : i.Measures },
        ({ } i, MeasureDone f) => i.WithMeasure(f.Measure, m => m with { DoneAt = f.Origin.RecordedAt, DoneBy = f.Origin.By.PersonId }),
        ({ } i, MeasureVerified f) => i.WithMeasure(f.Measure, m => m with { VerifiedAt = f.Origin.RecordedAt }),
        ({ } i, FactsRecorded f) => i with { Facts = i.Facts.SetItems(f.Facts) },
        ({ } i, PersonalDataAssessed f) => i with { PersonalData = f.Facts, KnewAt = f.KnewAt, OrdinanceDefinesSensitive = f.OrdinanceDefinesSensitive },
        ({ } i, FilingRecorded f) => i with { Filed = [.. i.Filed.Union(f.Serves)] },
        ({ } i, PersonsNotified f) => i with { PersonsNotifiedAt = f.Origin.RecordedAt },
        ({ } i, PublicationRecorded f) => i with { PublishedAt = f.PublishedAt },
        ({ } i, InformationShared f) => i with { SharedAt = f.Origin.RecordedAt },
        ({ } i, IncidentRestricted f) => i with { RestrictedTo = f.PersonIds },
        ({ } i, IncidentClosed f) => i with { ClosedAt = f.Origin.RecordedAt },
        ({ } i, IncidentReopened) => i with { ClosedAt = null },
        ({ } i, WorkAdded f) => i with { Work = i.Work.Add(new WorkItem(f.Work, f.Text, f.PersonId, f.Due, f.Origin.RecordedAt)) },
        ({ } i, WorkFinished f) => i with { Work = [.. i.Work.Select(w => w.Number == f.Work ? w with { FinishedAt = f.Origin.RecordedAt, Done = f.Done, Account = f.Account } : w)] },
        ({ } i, CourseEntryPlaced f) => i with { Course = i.Course.SetItem(f.Event, new CourseEntry(f.Shown, f.Words, f.At)) },
        ({ } i, IncidentLinked f) => i with { LinkedTo = [.. i.LinkedTo.Append(f.Number).Distinct()] },
        ({ } i, IncidentUnlinked f) => i with { LinkedTo = i.LinkedTo.Remove(f.Number) },
        ({ } i, DutyCarriedOut or DutyJudgedUnnecessary or NoteAdded or RecordCorrected) => i,
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow on {(incident is null ? "nothing" : "an incident")} ({id})"),
    };

    private Incident WithNoticed(ImmutableDictionary<string, DateTimeOffset> noticed) => this with { Noticed = noticed, NoticedAt = noticed.Values.Min() };

    private Incident WithNature(Nature nature, DateTimeOffset at) => this with
    {
        Nature = nature,
        AttackSince = nature.Attack ? AttackSince ?? at : null,
        CrimeSince = nature.MayBeCrime ? CrimeSince ?? at : null,
        CloudSince = nature.Cloud ? CloudSince ?? at : null,
    };

    private Incident WithAcknowledged(ReportAcknowledged f)
    {
        var next = this with { AcknowledgedBy = [.. AcknowledgedBy.Append(f.Office).Distinct()] };
        return next with { AcknowledgedAt = AcknowledgedAt ?? (next.Acknowledged(Office.Ciso, Office.SupervisingOfficer) ? f.Origin.RecordedAt : null) };
    }

    private Incident WithOrder(int number, Func<Order, Order> change) =>
        this with { Orders = [.. Orders.Select(o => o.Number == number ? change(o) : o)] };

    private Incident WithMeasure(int number, Func<PreventionMeasure, PreventionMeasure> change) =>
        this with { Measures = [.. Measures.Select(m => m.Number == number ? change(m) : m)] };
}

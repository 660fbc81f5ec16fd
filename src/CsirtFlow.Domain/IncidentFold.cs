using System.Collections.Immutable;
using System.Diagnostics;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

public sealed partial record Incident
{
    /// <summary>The fold. Only assignment: no rule, no clock.</summary>
    public static Incident Evolve(Incident? incident, string id, IncidentEvent e)
    {
        var next = Fold(incident, id, e);
        return next with { Duties = next.RevokedAt is null ? next.Duties.After(e, next, DutyTable.OfIncident) : next.Duties.Ended(e), Version = (incident?.Version ?? 0) + 1 };
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
        }.WithNature(f.Nature, f.Origin.RecordedAt).WithEmergency(f.Origin.RecordedAt),
        ({ } i, ReportAttached f) => (i with { JoinedReports = i.JoinedReports.Add(f.ReportNumber), EmergencyImpact = f.EmergencyImpact > i.EmergencyImpact ? f.EmergencyImpact : i.EmergencyImpact }).WithNoticed(i.Noticed.SetItem(f.ReportNumber, f.NoticedAt)).WithEmergency(f.Origin.RecordedAt),
        ({ } i, ReportDetached f) => (i with { JoinedReports = i.JoinedReports.Remove(f.ReportNumber) }).WithNoticed(i.Noticed.Remove(f.ReportNumber)),
        ({ } i, IncidentSectionAssigned f) => i with { SectionId = f.SectionId },
        ({ } i, NatureStated f) => i.WithNature(f.Nature, f.Origin.RecordedAt),
        ({ } i, SeverityDecided f) => (i with { Severity = f.Severity }).WithEmergency(f.Origin.RecordedAt),
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
        ({ } i, MeasureReturned f) => i.WithMeasure(f.Measure, m => m with { DoneAt = null, DoneBy = null, VerifiedAt = null, Due = f.Due }),
        ({ } i, FactsRecorded f) => i with { Facts = i.Facts.SetItems(f.Facts) },
        ({ } i, PersonalDataAssessed f) => i.WithFacts(f.Facts, f.KnewAt, f.OrdinanceDefinesSensitive),
        ({ } i, NotReportableJudged f) => i with { NotReportableAt = f.Origin.RecordedAt },
        ({ } i, FilingRecorded f) => (f.Serves.Contains(Article19.Government) || f.Serves.Contains(Article19.FollowUpToGovernment) ? i.WithFollowed(FollowUpTo.Government) : i) with { Filed = [.. i.Filed.Union(f.Serves)], Filings = i.Filings.Add(new Filing(i.Filings.Length + 1, f, [])) },
        ({ } i, FilingCorrected f) => i.WithFiling(f.Filing, x => x with { Recorded = x.Recorded with { Counterpart = f.Counterpart, ReceiptNumber = f.ReceiptNumber, FiledAt = f.FiledAt } }),
        ({ } i, FiledCopyKept f) => i.WithFiling(f.Filing, x => x with { Copies = x.Copies.Add(f.File) }),
        ({ } i, PersonsNotified f) => i with { PersonsNotifiedAt = f.Origin.RecordedAt },
        ({ } i, PublicationJudged f) => i with { Publication = new(f.Verdict, f.PlannedAt, f.Origin.RecordedAt) },
        ({ } i, PublicationRecorded f) => i.WithFollowed(FollowUpTo.Public) with { PublishedAt = f.PublishedAt, Publications = i.Publications.Add(new Publication(i.Publications.Length + 1, f)) },
        ({ } i, PublicationWithdrawn f) => i.WithPublications([.. i.Publications.Select(p => p.Number == f.Publication ? p with { WithdrawnAt = f.WithdrawnAt } : p)]),
        ({ } i, FollowUpPlanned f) => i with { FollowUps = [.. i.FollowUps.Where(x => x.To != f.To), new FollowUp(f.To, f.Content, f.Due, f.Origin.RecordedAt, Done: false)] },
        ({ } i, InformationShared f) => i with { SharedAt = f.Origin.RecordedAt },
        ({ } i, ExemptionRequested f) => i with { Exemptions = i.Exemptions.Add(new Exemption(f.Exemption, f.Provision, f.Instead, f.Reason, f.Until, f.Origin.By.PersonId, f.Origin.RecordedAt, null)) },
        ({ } i, ExemptionDecided f) => i with { Exemptions = [.. i.Exemptions.Select(x => x.Number == f.Exemption ? x with { Permitted = f.Permitted, DecidedAt = f.Origin.RecordedAt } : x)] },
        ({ } i, ExemptionTaken f) => i with { Exemptions = i.Exemptions.Add(new Exemption(f.Exemption, f.Provision, f.Instead, f.Reason, null, f.Origin.By.PersonId, f.Origin.RecordedAt, f.TakenAt)) },
        ({ } i, IncidentRestricted f) => i with { RestrictedTo = f.PersonIds, Involved = f.InvolvedIds ?? [], InvolvedUnstated = f.InvolvedIds is null },
        ({ } i, EmergencyViewOpened f) => i with { EmergencyViews = i.EmergencyViews.Add(new EmergencyView(f.Origin.By.PersonId, f.Until)) },
        ({ } i, EmergencyViewEnded f) => i with { EmergencyViews = [.. i.EmergencyViews.Select(v => v.PersonId == f.PersonId && v.Until > f.Origin.RecordedAt ? v with { Until = f.Origin.RecordedAt } : v)] },
        ({ } i, IncidentClosed f) => i with { ClosedAt = f.Origin.RecordedAt },
        ({ } i, IncidentRevoked f) => i with { ClosedAt = f.Origin.RecordedAt, RevokedAt = f.Origin.RecordedAt },
        ({ } i, IncidentReopened) => i with { ClosedAt = null },
        ({ } i, WorkAdded f) => i with { Work = i.Work.Add(new WorkItem(f.Work, f.Text, f.PersonId, f.Due, f.Origin.RecordedAt)) },
        ({ } i, WorkFinished f) => i with { Work = [.. i.Work.Select(w => w.Number == f.Work ? w with { FinishedAt = f.Origin.RecordedAt, Done = f.Done, Account = f.Account } : w)] },
        ({ } i, WorkHandedOver f) => i with { Handovers = i.Handovers.Add(new Handover(f.Handover, f.Origin.By, f.To, f.Text, f.Work, f.NextDuty, f.NextDue, f.Origin.RecordedAt)) },
        ({ } i, HandoverReceived f) => i.WithReceived(i.Handovers.First(h => h.Number == f.Handover), f.Origin.RecordedAt),
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
        ContractorSince = nature.Contractor ? ContractorSince ?? at : null,
        StaffAccessSince = nature.StaffAccess ? StaffAccessSince ?? at : null,
        StaffBreachSince = nature.StaffBreach ? StaffBreachSince ?? at : null,
    };

    private Incident WithEmergency(DateTimeOffset at) => this with
    {
        EmergencySince = Severity is Domain.Severity.Critical || (Severity is null && EmergencyImpact is EmergencyImpact.Present) ? EmergencySince ?? at : null,
    };

    private Incident WithAcknowledged(ReportAcknowledged f)
    {
        var next = this with { AcknowledgedBy = [.. AcknowledgedBy.Append(f.Office).Distinct()] };
        return next with { AcknowledgedAt = AcknowledgedAt ?? (next.Acknowledged(Office.Ciso, Office.SupervisingOfficer) ? f.Origin.RecordedAt : null) };
    }

    // What has been finished or given to somebody else meanwhile stays as it is.
    private Incident WithReceived(Handover handover, DateTimeOffset at) => this with
    {
        Handovers = Handovers.Replace(handover, handover with { ReceivedAt = at }),
        Work = [.. Work.Select(w => handover.Work.Contains(w.Number) && w.FinishedAt is null && (w.PersonId is null || w.PersonId == handover.From.PersonId) ? w with { PersonId = handover.To } : w)],
    };

    // 報告不要の判断 was about other facts.
    internal Incident WithFacts(PersonalDataFacts facts, DateTimeOffset knewAt, bool ordinanceDefinesSensitive) =>
        this with { PersonalData = facts, KnewAt = knewAt, OrdinanceDefinesSensitive = ordinanceDefinesSensitive, NotReportableAt = null };

    private Incident WithPublications(ImmutableArray<Publication> publications) =>
        this with { Publications = publications, PublishedAt = publications.LastOrDefault(p => p.WithdrawnAt is null)?.Recorded.PublishedAt };

    private Incident WithFollowed(FollowUpTo to) => this with { FollowUps = [.. FollowUps.Select(x => x.To == to ? x with { Done = true } : x)] };

    private Incident WithFiling(int number, Func<Filing, Filing> change) =>
        this with { Filings = [.. Filings.Select(f => f.Number == number ? change(f) : f)] };

    private Incident WithOrder(int number, Func<Order, Order> change) =>
        this with { Orders = [.. Orders.Select(o => o.Number == number ? change(o) : o)] };

    private Incident WithMeasure(int number, Func<PreventionMeasure, PreventionMeasure> change) =>
        this with { Measures = [.. Measures.Select(m => m.Number == number ? change(m) : m)] };
}

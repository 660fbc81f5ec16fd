using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>誰に知らせるか: an event opens duties, whose owners are told, and carries duties' messages, whose addressees are told. One notice a person.</summary>
public static class Notifying
{
    /// <summary>The notices that an event of a report calls for.</summary>
    /// <param name="before">State before the event; null when the event began the report.</param>
    /// <param name="restrictedTo">閲覧の制限 of the incident that the report opened or joined; empty where there is none.</param>
    public static ImmutableArray<NoticeQueued> Of(ReportEvent e, Report? before, Report after, ImmutableArray<string> restrictedTo, Organisation o, DateTimeOffset at)
    {
        var wanted = Wanted(e, before?.Duties, after.Duties, DutyTable.OfReport, after);
        var notices = Notices(wanted, e, after.Id, after.Number, Scope.Of(after), after.Occurrence.EmergencyImpact, o, restrictedTo, at);
        return e is ReporterAnswered && after.Reporter.PersonId is { } id && (restrictedTo.IsDefaultOrEmpty || restrictedTo.Contains(id)) && o.Person(id) is { Mail.Length: > 0 } reporter
            ? notices.Add(new NoticeQueued(after.Id, after.Number, NoticeReason.ReportAnswered, reporter.Id, reporter.Name, reporter.Mail, Office.Staff, [], "", false, at))
            : notices;
    }

    /// <summary>The notices that an event of an incident calls for.</summary>
    public static ImmutableArray<NoticeQueued> Of(IncidentEvent e, Incident? before, Incident after, Organisation o, DateTimeOffset at) =>
        e is EmergencyViewOpened opened ? EmergencyAlarm.Of(opened, after, o, at)
            : e is WorkHandedOver handed
            ? o.Person(handed.To) is { } to && (after.RestrictedTo.IsEmpty || after.RestrictedTo.Contains(to.Id)) ? [new NoticeQueued(after.Id, after.Number, NoticeReason.HandedOver, to.Id, to.Name, to.Mail, Acting.Held(o, to.Id, at).FirstOrDefault()?.Office ?? Office.Staff, [], "", after.EmergencyImpact == EmergencyImpact.Present, at)] : []
            : Notices(Wanted(e, before?.Duties, after.Duties, DutyTable.OfIncident, after), e, after.Id, after.Number, ScopeOf(e, after), after.EmergencyImpact, o, after.RestrictedTo, at);

    /// <summary>The notices that an event of a document calls for: whose permission, approval or work it waits for now, and who looks at what one person did alone.</summary>
    /// <param name="incident">The incident that it belongs to; its restriction holds here too.</param>
    public static ImmutableArray<NoticeQueued> Of(DocumentEvent e, CaseDocument after, Incident incident, Organisation o, DateTimeOffset at)
    {
        ImmutableArray<Office> offices = (e, after.Stage) switch
        {
            (DocumentSubmitted, DocumentStage.AwaitsPermission) => [Office.SecurityManager],
            (DocumentSubmitted or DocumentPermitted, _) => [Office.SupervisingOfficer, Office.Ciso],
            _ => [],
        };
        var drafters = e is DocumentReturned or DocumentApproved ? after.Drafters.Select(o.Person).OfType<Person>().Select(p => new Recipient(p, Office.Administration, "")) : [];
        var told = offices.SelectMany(office => Holders.ToTell(o, office, Scope.Of(after), incident.RestrictedTo, at)).Concat(drafters).Select(r => (To: r, Waits: Term.Of(after.Stage)))
            .Concat(Reviewers(e, after, incident, o, at).Select(r => (To: r, Waits: Term.Of(typeof(ReviewSeparation)))));
        return
        [
            .. told.Where(t => t.To.Person.Id != e.Origin.By.PersonId).GroupBy(t => t.To.Person.Id, (_, mine) => (mine.First().To, Waits: string.Join('、', mine.Select(m => m.Waits).Distinct())))
                .Select(t => new NoticeQueued(incident.Id, incident.Number, NoticeReason.DocumentWaiting, t.To.Person.Id, t.To.Person.Name, t.To.Person.Mail, t.To.Office, [],
                    $"{after.Basis.Title}：{t.Waits}{(t.To.Remark.Length > 0 ? $"。{t.To.Remark}" : "")}", incident.EmergencyImpact == EmergencyImpact.Present, at)),
        ];
    }

    // 止むを得ない場合 (18-1). Only those who may review are told: nobody stands in for another's second look.
    private static IEnumerable<Recipient> Reviewers(DocumentEvent e, CaseDocument after, Incident incident, Organisation o, DateTimeOffset at)
    {
        if (!Separation.Overrides(e)) return [];

        var scope = Scope.Of(after);
        return Acting.Offices(typeof(ReviewSeparation)).SelectMany(office => Holders.ToTell(o, office, scope, incident.RestrictedTo, at))
            .Where(r => !after.TookPart(r.Person.Id) && Acting.For(o, r.Person.Id, typeof(ReviewSeparation), scope, incident.RestrictedTo, at) is not null);
    }

    /// <summary>本人の名簿の削除 (22-10): those who may delete it are told that somebody asks for it, and who asked, what became of it.</summary>
    public static ImmutableArray<NoticeQueued> Of(PersonListEvent e, PersonList? before, PersonList after, Incident incident, Organisation o, DateTimeOffset at)
    {
        var asked = before?.Proposal?.Origin.By.PersonId;
        IEnumerable<Recipient> told = e switch
        {
            PersonListDeletionProposed => Acting.Offices(typeof(DeletePersonList)).SelectMany(office => Holders.ToTell(o, office, Scope.Section(null), incident.RestrictedTo, at)),
            PersonListDeletionDeclined or PersonListDeleted when asked is not null && o.Person(asked) is { } person => [new(person, Office.Administration, "")],
            _ => [],
        };
        return
        [
            .. told.DistinctBy(r => r.Person.Id).Where(r => r.Person.Id != e.Origin.By.PersonId)
                .Select(r => new NoticeQueued(incident.Id, incident.Number, NoticeReason.PersonListWaiting, r.Person.Id, r.Person.Name, r.Person.Mail, r.Office, [],
                    $"{Term.Of(e.GetType())}（第{after.Issue}号）{(r.Remark.Length > 0 ? $"。{r.Remark}" : "")}", incident.EmergencyImpact == EmergencyImpact.Present, at)),
        ];
    }

    /// <summary>様式・ひな形の改定: those who may approve a proposal are told of it, and those who proposed, what became of it.</summary>
    public static ImmutableArray<NoticeQueued> Of(FormEvent e, FormHistory? before, FormHistory after, Organisation o, DateTimeOffset at)
    {
        var (revision, said) = e switch
        {
            FormRevisionProposed => (after.Proposal, "承認待ち"),
            FormRevisionReturned => (after.Proposal, "差戻し"),
            FormRevisionApproved => (after.Approved[^1], "承認済み"),
            _ => (before?.Proposal, "取下げ"),
        };
        if (revision is null) return [];

        var proposers = revision.Proposers.Select(o.Person).OfType<Person>().Select(p => new Recipient(p, Office.Administration, ""));
        var told = e is FormRevisionProposed
            ? Acting.Offices(typeof(ApproveFormRevision)).SelectMany(office => Holders.ToTell(o, office, Scope.Section(null), [], at)).Where(r => !revision.Proposers.Contains(r.Person.Id))
            : proposers;
        return
        [
            .. told.DistinctBy(r => r.Person.Id).Where(r => r.Person.Id != e.Origin.By.PersonId)
                .Select(r => new NoticeQueued(after.Id, after.Id, NoticeReason.FormRevisionWaiting, r.Person.Id, r.Person.Name, r.Person.Mail, r.Office, [],
                    $"{revision.Title}（第{revision.Number}版）：{said}{(r.Remark.Length > 0 ? $"。{r.Remark}" : "")}", false, at)),
        ];
    }

    /// <summary>要確認の受信メール: the contact point is told that a mail waits for a person, and why.</summary>
    public static ImmutableArray<NoticeQueued> Of(MailEvent e, IncomingMail after, Organisation o, DateTimeOffset at) =>
        e is not MailReceived { Standing: MailStanding.Held } ? []
        :
        [
            .. Holders.ToTell(o, Office.ContactPoint, Scope.Section(null), at).DistinctBy(r => r.Person.Id)
                .Select(r => new NoticeQueued(after.Id, after.Id, NoticeReason.MailHeld, r.Person.Id, r.Person.Name, r.Person.Mail, r.Office, [],
                    $"{Term.Of(after.Reason!.Value)}。{r.Remark}", after.Emergency, at)),
        ];

    /// <summary>連絡網・設定の改定 (12-7): 統括 and the auditors are told of each, also those whom it has just put out of office; not of an absence that somebody declares of themselves.</summary>
    /// <param name="key">Stream key of the organisation.</param>
    public static ImmutableArray<NoticeQueued> Of(OrganisationRevised e, Organisation before, string key, DateTimeOffset at)
    {
        var reviser = e.Origin.By;
        if (e.Organisation with { Absences = before.Absences } == before && e.Organisation.Absences.Except(before.Absences).All(a => a.PersonId == reviser.PersonId)) return [];

        return
        [
            .. from o in new[] { before, e.Organisation }
               from office in new[] { Office.SupervisingOfficer, Office.Auditor }
               from person in Holders.Of(o, office, Scope.Section(null), at)
               where person.Id != reviser.PersonId
               group office by person.Id into told
               let person = before.Person(told.Key) ?? e.Organisation.Person(told.Key)
               select new NoticeQueued(key, key, NoticeReason.ContactsRevised, person.Id, person.Name, person.Mail, told.First(), [], $"改定した人：{reviser.Name}（{Term.Of(reviser.Office)}）", false, at),
        ];
    }

    /// <summary>Notices to the owners of one duty, for a reminder or when it is overdue. None when the duty was met meanwhile.</summary>
    /// <param name="restrictedTo">Who alone may see the incident; empty where it is not restricted.</param>
    public static ImmutableArray<NoticeQueued> Reminder(DutyStanding duty, NoticeReason reason, string caseKey, string number, Scope scope, EmergencyImpact impact, Organisation o, DateTimeOffset at,
        ImmutableArray<string> restrictedTo = default) =>
        duty.IsOpen
            ? Merge(duty.Owners.SelectMany(office => Holders.ToTell(o, office, scope, restrictedTo, at).Select(r => (r, duty.Key, reason))), caseKey, number, impact, at)
            : [];

    private const string NoDuty = "";

    /// <summary>Answers to what an office has asked for: they open no duty of their own, but the work goes on with them.</summary>
    private static ImmutableArray<Office> AlsoTold(CaseEvent e) => e switch
    {
        InstructionGiven => [Office.SecurityManager],
        ReportSupplemented => [Office.SecurityManager, Office.ContactPoint, Office.CsirtLead, Office.CsirtMember],
        OrderReturned or MeasureReturned => [Office.SecurityOfficer],
        IncidentRevoked => [Office.Ciso, Office.SupervisingOfficer, Office.SecurityOfficer, Office.SecurityManager, Office.CsirtLead, Office.CsirtMember, Office.ContactPoint, Office.Administration],
        OrderCarriedOut or SystemsCheckAnswered or ReportAttached => [Office.CsirtLead, Office.CsirtMember],
        MeasuresInstructed { Instruction: Instruction.Returned } => [Office.CsirtLead, Office.CsirtMember],
        ExemptionRequested => [Office.Ciso],
        PublicationWithdrawn => [Office.Ciso, Office.SupervisingOfficer, Office.CsirtLead],
        _ => [],
    };

    /// <param name="In">Where the office is meant, when it is not where the event happened.</param>
    private readonly record struct Wish(Office Office, string Duty, NoticeReason Reason, Scope? In = null);

    private static IEnumerable<Wish> Wanted<TState>(CaseEvent e, DutyLedger? before, DutyLedger after, ImmutableArray<Duty<TState>> table, TState state)
    {
        foreach (var duty in table)
        {
            if (after.Of(duty.Key) is not { } record) continue;

            if (duty.Carries(e))
            {
                var reason = e switch
                {
                    ReportPassedUp { Automatic: true } => NoticeReason.PassedUpAutomatically,
                    OrderGiven or SystemsCheckOrdered or MeasuresInstructed => NoticeReason.InstructionGiven,
                    _ => NoticeReason.Told,
                };
                foreach (var office in e is ReportPassedUp up ? duty.Towards.Intersect(up.To) : duty.Towards) yield return new(office, duty.Key, reason, duty.TowardsIn?.Invoke(state));
            }

            if (record.IsOpen && before?.IsOpen(duty.Key) is not true)
                foreach (var office in duty.Owners) yield return new(office, duty.Key, NoticeReason.DutyOpened);

            if (e is ISectionAssigned)
            {
                foreach (var office in duty.Owners.Where(_ => record.IsOpen).Where(OfSection)) yield return new(office, duty.Key, NoticeReason.DutyOpened);
                foreach (var office in duty.Towards.Where(_ => record.MetAt is not null).Where(OfSection)) yield return new(office, duty.Key, NoticeReason.Told);
            }
        }

        foreach (var office in AlsoTold(e)) yield return new(office, NoDuty, NoticeReason.Told);
    }

    private static bool OfSection(Office office) => office is Office.SecurityManager or Office.SecurityOfficer or Office.SystemManager;

    private static ImmutableArray<NoticeQueued> Notices(IEnumerable<Wish> wanted, CaseEvent e, string caseKey, string number,
        Scope scope, EmergencyImpact impact, Organisation o, ImmutableArray<string> restrictedTo, DateTimeOffset at)
    {
        var all = (from w in wanted from r in Holders.ToTell(o, w.Office, w.In ?? scope, restrictedTo, at) select (To: r, w.Duty, w.Reason)).ToList();
        var ofOthers = all.Where(x => x.To.Person.Id != e.Origin.By.PersonId).ToList();

        // Who acted need not be told of the own act, but no duty begins without a recipient.
        var onlyOwn = all.Where(x => x.Reason == NoticeReason.DutyOpened && ofOthers.TrueForAll(y => (y.Duty, y.Reason) != (x.Duty, x.Reason)));
        return Merge(ofOthers.Concat(onlyOwn), caseKey, number, impact, at, $"{Term.Of(e.GetType())}（{Term.Of(e.Origin.By.Office)}）");
    }

    private static ImmutableArray<NoticeQueued> Merge(IEnumerable<(Recipient To, string Duty, NoticeReason Reason)> all, string caseKey, string number, EmergencyImpact impact, DateTimeOffset at, string happened = "") =>
    [
        .. from x in all
           group x by x.To.Person.Id into mine
           let first = mine.First().To
           // What the person owes stands before what they only hear of; where no duty says it, the event does.
           let duties = mine.OrderBy(m => m.Reason is NoticeReason.DutyOpened ? 0 : 1).Select(m => m.Duty).Distinct().Where(d => d != NoDuty).ToImmutableArray()
           select new NoticeQueued(caseKey, number, Foremost(mine.Select(m => m.Reason)), first.Person.Id, first.Person.Name, first.Person.Mail, first.Office,
               duties, mine.Select(m => m.To.Remark).FirstOrDefault(r => r.Length > 0) ?? (duties.IsEmpty ? happened : ""), impact == EmergencyImpact.Present, at),
    ];

    private static NoticeReason Foremost(IEnumerable<NoticeReason> reasons)
    {
        var all = reasons.ToHashSet();
        return all.Contains(NoticeReason.PassedUpAutomatically) ? NoticeReason.PassedUpAutomatically : all.Min();
    }

    private static Scope ScopeOf(IncidentEvent e, Incident after) => e switch
    {
        OrderGiven f => Scope.Section(f.SectionId),
        OrderReturned f => Scope.Section(after.Orders.First(x => x.Number == f.Order).SectionId),
        MeasureReturned f => Scope.Section(after.Measures.First(x => x.Number == f.Measure).SectionId),
        SystemsCheckOrdered f => new Scope([], f.SystemIds),
        MeasuresInstructed => new Scope([.. after.Measures.Select(m => m.SectionId).Distinct()], []),
        _ => Scope.Of(after),
    };
}

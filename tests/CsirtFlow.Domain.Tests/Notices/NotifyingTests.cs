using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>誰に知らせるか: the routes of regulations 8.4 as notices.</summary>
public sealed class NotifyingTests
{
    private static readonly Person[] Csirt = [Tanaka, Suzuki, Sato];

    public static TheoryData<OccurrenceKind, string[]> Routes => new()
    {
        // 管理者 (当直長) + 窓口 + CSIRT in every case; beyond them:
        { OccurrenceKind.Ransom, [] },
        { OccurrenceKind.Malware, [] },
        { OccurrenceKind.SuspiciousMail, [] },
        { OccurrenceKind.Loss, [Katayama.Id, Okada.Id, Ueda.Id] },
        { OccurrenceKind.Missent, [] },
        { OccurrenceKind.Website, [Katayama.Id, Okada.Id, Ueda.Id] },
        { OccurrenceKind.Outage, [Katayama.Id, Okada.Id, Ueda.Id] },
        { OccurrenceKind.AccountMisuse, [] },
        { OccurrenceKind.PolicyBreach, [Katayama.Id, Okada.Id] },
        { OccurrenceKind.OutsideContact, [] },
        { OccurrenceKind.Other, [] },
    };

    [Theory, MemberData(nameof(Routes))]
    public void A_report_goes_where_the_policy_sends_it(OccurrenceKind kind, string[] further) =>
        ThenTold(NoticesOf(Report(kind)), [Miura.Id, Takahashi.Id, .. Csirt.Select(p => p.Id), .. further]);

    [Fact]
    public void Every_kind_of_report_has_its_route() => Assert.Equal(Enum.GetValues<OccurrenceKind>(), Routes.Select(r => r.Data.Item1));

    [Fact]
    public void A_residents_report_without_a_section_still_reaches_the_chain() =>
        ThenTold(NoticesOf(ReportedByResident with { Occurrence = ReportedByResident.Occurrence with { SectionId = null } }), [Katayama.Id, Takahashi.Id, .. Csirt.Select(p => p.Id)]);

    [Fact]
    public void Who_is_assigned_a_report_is_told_as_at_its_beginning()
    {
        var nowhere = ReportedByResident with { Occurrence = ReportedByResident.Occurrence with { SectionId = null } };
        SectionAssigned assigned = new(Guard, "", Takahashi.As(ContactPoint, Monday9.AddHours(1)));

        ThenTold(NoticesOf(nowhere, assigned), [Ishii.Id]);
        Assert.Contains("32-2-2", NoticesOf(nowhere, assigned).Single().Duties);
        ThenTold(NoticesOf(nowhere, PassedUp with { Automatic = true }, assigned), [Ishii.Id, Matsuda.Id]);
    }

    [Fact]
    public void What_the_reporter_adds_reaches_those_who_act_and_says_what_it_is()
    {
        var told = NoticesOf(Report(OccurrenceKind.Missent), new ReportSupplemented(System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("追加", "350人"), [], Yamamoto.As(Staff, Monday9.AddHours(1))));

        ThenTold(told, [Miura.Id, Takahashi.Id, .. Csirt.Select(p => p.Id)]);
        Assert.All(told, n => Assert.StartsWith(Term.Of(typeof(ReportSupplemented)), n.Remark, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Routes))]
    public void Nobody_gets_two_notices_of_one_event(OccurrenceKind kind, string[] further)
    {
        var notices = NoticesOf(Report(kind, OccurrenceKind.Loss, OccurrenceKind.PolicyBreach, OccurrenceKind.Website));

        Assert.Equal(notices.Length, notices.Select(n => n.PersonId).Distinct().Count());
        Assert.Subset(notices.Select(n => n.PersonId).ToHashSet(), further.ToHashSet());
    }

    [Fact]
    public void One_notice_names_all_the_duties_of_its_person_and_first_what_the_person_owes() =>
        Assert.Equal(["32-1-2", "32-1-3", "14-3", "37-3-7", "32-1-1"], NoticesOf(Report(OccurrenceKind.Malware)).Single(n => n.PersonId == Miura.Id).Duties.AsEnumerable());

    [Fact]
    public void A_matter_that_touches_the_119_line_says_so() =>
        Assert.All(NoticesOf(Reported with { Occurrence = Reported.Occurrence with { EmergencyImpact = EmergencyImpact.Present } }), n => Assert.True(n.Emergency));

    [Fact]
    public void The_managers_report_reaches_those_it_was_passed_up_to()
    {
        ThenTold(NoticesOf(Reported, PassedUp), [Okada.Id, Katayama.Id]);
        ThenTold(NoticesOf(Reported, PassedUp with { To = [SupervisingOfficer] }), [Katayama.Id]);
        ThenTold(NoticesOf(Reported, PassedUp with { To = [SupervisingOfficer, Ciso] }), [Katayama.Id, Asano.Id]);
    }

    [Fact]
    public void Who_was_told_first_is_not_told_again_when_the_ciso_is()
    {
        ThenTold(NoticesOf(Reported, PassedUp, PassedUp with { To = [Ciso] }), [Asano.Id]);
        ThenTold(NoticesOf(ReportedByResident, PassedUp, PassedUp with { To = [Ciso] }), [Asano.Id]);
    }

    [Fact]
    public void What_the_service_passed_up_says_so() =>
        Assert.All(NoticesOf(Reported, PassedUp with { Automatic = true }), n => Assert.Equal(NoticeReason.PassedUpAutomatically, n.Reason));

    [Fact]
    public void An_incident_calls_the_csirt_and_administration() =>
        ThenTold(NoticesOf(Opened), [Tanaka.Id, Sato.Id, Ogawa.Id, Takahashi.Id]);

    [Fact]
    public void Who_acted_is_not_told_of_the_own_act() => Assert.DoesNotContain(NoticesOf(Opened), n => n.PersonId == Suzuki.Id);

    [Fact]
    public void Unless_nobody_else_would_be_told() =>
        Assert.Contains(NoticesOf([Opened], Demo.Organisation.Without(CsirtLead).Without(CsirtMember).With(new Assignment(Suzuki.Id, CsirtLead))), n => n.PersonId == Suzuki.Id && n.Duties.Contains("32-3-2"));

    [Fact]
    public void A_manager_who_reports_himself_is_told_what_he_owes() =>
        Assert.Contains(NoticesOf(Reported with { Origin = Miura.As(Staff, Monday9) }), n => n.PersonId == Miura.Id && n.Duties.Contains("32-1-2"));

    [Fact]
    public void The_ciso_and_the_supervising_officer_are_told_of_an_incident() => ThenTold(NoticesOf(Opened, Informed), [Asano.Id, Katayama.Id]);

    [Fact]
    public void An_order_reaches_the_officer_of_the_section_it_was_given_to() => ThenTold(NoticesOf(Opened, Ordered with { SectionId = General }), [Noguchi.Id]);

    [Fact]
    public void An_absent_officers_deputy_reads_why_it_is_the_deputy() =>
        Assert.Equal(("情報セキュリティ責任者が不在のため、代理者へ送っています。", Hirano.Id), NoticesOf([Opened, Ordered], Demo.Organisation.Away(Okada)).Select(n => (n.Remark, n.PersonId)).Single());

    [Fact]
    public void A_check_reaches_the_managers_of_the_systems_asked() => ThenTold(NoticesOf(Opened, CheckOrdered), [Mori.Id, Hara.Id]);

    [Fact]
    public void A_plan_reaches_the_ciso() => ThenTold(NoticesOf(Opened, CauseFound, Planned), [Asano.Id]);

    [Fact]
    public void The_cisos_instruction_reaches_the_sections_that_own_the_measures() => ThenTold(NoticesOf(Opened, CauseFound, Planned, Instructed), [Noguchi.Id]);

    [Fact]
    public void A_plan_sent_back_is_the_csirts_again() =>
        Assert.Subset(NoticesOf(Opened, CauseFound, Planned, Instructed with { Instruction = Instruction.Returned, Words = "訓練も加えること" }).Select(n => n.PersonId).ToHashSet(), Csirt.Select(p => p.Id).ToHashSet());

    [Fact]
    public void An_attack_calls_the_ciso_and_the_supervising_officer() => ThenTold(NoticesOf(Opened, new NatureStated(new(Attack: true), "攻撃だった", Suzuki.As(CsirtMember, Monday9.AddHours(1)))), [Asano.Id, Katayama.Id]);

    [Fact]
    public void A_cloud_service_calls_the_officer_of_the_section() => ThenTold(NoticesOf(Opened, new NatureStated(new(Cloud: true), "クラウド上だった", Suzuki.As(CsirtMember, Monday9.AddHours(1)))), [Okada.Id]);

    [Fact]
    public void The_reporter_reads_the_answer() => ThenTold(NoticesOf(Reported, Harmless, new ReporterAnswered("迷惑メールでした", Suzuki.As(CsirtMember, Monday9.AddHours(1)))), [Yamamoto.Id]);

    [Fact]
    public void What_changes_no_duty_is_told_to_nobody() => Assert.Empty(NoticesOf(Opened, new NoteAdded("県警から電話があった", Suzuki.As(CsirtMember, Monday9.AddHours(1)))));

    [Fact]
    public void A_restricted_incident_is_told_to_the_named_alone()
    {
        IncidentRestricted restricted = new([Suzuki.Id, Katayama.Id], "内部不正の疑い", Suzuki.As(CsirtMember, Monday9.AddHours(1)));

        ThenTold(NoticesOf(Opened, restricted, Informed), [Katayama.Id]);
        ThenTold(NoticesOf(Opened, restricted, Ordered), [Katayama.Id]);
    }

    [Fact]
    public void So_is_what_happens_to_its_report()
    {
        InstructionGiven instructed = new("端末に触れないこと", Katayama.As(SupervisingOfficer, Monday9.AddHours(2)));

        foreach (ReportEvent[] events in new[] { [Reported, Judged, PassedUp], [Reported, Judged, PassedUp with { Automatic = true, To = [SecurityOfficer, SupervisingOfficer] }], [Reported, Judged, PassedUp, instructed], new ReportEvent[] { Reported, Judged } })
            Assert.Subset(new HashSet<string> { Suzuki.Id, Katayama.Id }, NoticesOf(events, [Suzuki.Id, Katayama.Id]).Select(n => n.PersonId).ToHashSet());
        ThenTold(NoticesOf([Reported, Judged, PassedUp], [Suzuki.Id, Katayama.Id]), [Katayama.Id, Suzuki.Id]);
        Assert.Contains(NoticesOf([Reported, Judged, PassedUp], [Suzuki.Id, Katayama.Id]), n => n.PersonId == Suzuki.Id && n.Remark.Contains("情報セキュリティ責任者に代えて", StringComparison.Ordinal));
        Assert.Empty(NoticesOf([Reported, Harmless, new ReporterAnswered("迷惑メールでした", Suzuki.As(CsirtMember, Monday9.AddHours(1)))], [Suzuki.Id, Katayama.Id]));
    }

    [Fact]
    public void Every_duty_that_begins_is_told_to_somebody()
    {
        foreach (var kind in Enum.GetValues<OccurrenceKind>())
            foreach (var by in Demo.Organisation.People)
            {
                var reported = Report(kind) with { Origin = by.As(Staff, Monday9) };
                Assert.Empty(Given(reported).State.Duties.Open.Select(d => d.Key).Except(NoticesOf(reported).SelectMany(n => n.Duties)));
            }
    }

    [Fact]
    public void A_reminder_goes_to_the_owners_of_a_duty_that_is_open_and_to_nobody_when_it_is_met()
    {
        ThenTold(Remind(Given(Reported)), [Miura.Id]);
        Assert.Empty(Remind(Given(Reported, PassedUp)));

        static ImmutableArray<NoticeQueued> Remind(Story<Report, ReportEvent> story) =>
            Notifying.Reminder(story.Duty("32-1-2"), NoticeReason.Overdue, Domain.Report.Key(Number), Number, Scope.Of(story.State), EmergencyImpact.None, Demo.Organisation, Monday9.AddMinutes(30));
    }

    [Fact]
    public void A_reminder_of_a_restricted_incident_reaches_the_named_alone()
    {
        var story = Given(Opened);

        ThenTold(Notifying.Reminder(story.Duty("32-3-2"), NoticeReason.DueSoon, Domain.Incident.Key(Number), Number, Scope.Of(story.State), EmergencyImpact.None, Demo.Organisation, Monday9, [Sato.Id, Katayama.Id]), [Katayama.Id, Sato.Id]);
    }

    private static ImmutableArray<NoticeQueued> NoticesOf(params ReportEvent[] events) => NoticesOf(events, []);

    private static ImmutableArray<NoticeQueued> NoticesOf(ReportEvent[] events, ImmutableArray<string> restrictedTo) =>
        Notifying.Of(events[^1], events.Length == 1 ? null : Given(events[..^1]).State, Given(events).State, restrictedTo, Demo.Organisation, events[^1].Origin.RecordedAt);

    private static ImmutableArray<NoticeQueued> NoticesOf(params IncidentEvent[] events) => NoticesOf(events, Demo.Organisation);

    private static ImmutableArray<NoticeQueued> NoticesOf(IncidentEvent[] events, Organisation o) =>
        Notifying.Of(events[^1], events.Length == 1 ? null : Given(events[..^1]).State, Given(events).State, o, Monday9);

    private static void ThenTold(ImmutableArray<NoticeQueued> notices, IEnumerable<string> people) =>
        Assert.Equal(people.Order(StringComparer.Ordinal), notices.Select(n => n.PersonId).Order(StringComparer.Ordinal));
}

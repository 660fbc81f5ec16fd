using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>Duties beside the chain of 第32条: 緊急時 (12-8), 窓口 (19-3), 障害記録 (34-7), 職員の不正アクセス (38-5), 違反 (45-2), 委託先 (46-3).</summary>
public sealed class FurtherDutiesTests
{
    private static readonly DateTimeOffset At = Monday9.AddMinutes(30);
    private static readonly SeverityDecided Critical = new(Severity.Critical, Severity.Critical, new(), [], "", Tanaka.As(CsirtLead, At.AddMinutes(20)));
    private static readonly NatureStated ByStaff = new(new(StaffAccess: true, StaffBreach: true, StaffSectionId: Guard), "警防課の職員のIDで閲覧していた", Suzuki.As(CsirtMember, At.AddMinutes(20)));
    private static readonly NatureStated AtContractor = new(new(Contractor: true), "保守事業者の端末から広がった", Suzuki.As(CsirtMember, At.AddMinutes(20)));

    [Fact]
    public void Of_an_emergency_the_supervising_officer_tells_the_ciso()
    {
        var told = Given(Opened, Critical).ThenOpen("12-8").When(new CarryOutDuty("12-8", "CISOへ電話した"), Katayama).Then(new DutyCarriedOut("12-8", "CISOへ電話した", Katayama.As(SupervisingOfficer, At.AddMinutes(20)))).ThenMet("12-8");

        Assert.Equal([Asano.Id], Told(told));
        Assert.Equal((At.AddMinutes(20), At.AddMinutes(50), Urgency.Urgently), (told.Duty("12-8").Since, told.Duty("12-8").Due, told.Duty("12-8").Urgency));
    }

    [Fact]
    public void Nobody_else_tells_it_for_him_and_nobody_judges_it_away()
    {
        foreach (var person in new[] { Suzuki, Asano, Okada, Takahashi }) Given(Opened, Critical).When(new CarryOutDuty("12-8", "電話した"), person).ThenRefused(Rules.DutyOwner);
        Given(Opened, Critical).When(new JudgeDutyUnnecessary("12-8", "CSIRTが報告した"), Katayama).ThenRefused(Rules.DutyDiscretionary);
        Given(Opened, Critical, Informed).ThenOpen("12-8");
    }

    [Fact]
    public void An_effect_on_119_is_an_emergency_until_the_severity_says_otherwise() =>
        Given(Opened with { EmergencyImpact = EmergencyImpact.Present }).ThenOpen("12-8")
            .When(new DecideSeverity(new(), Severity.High, "指令台は予備系で動いている"), Tanaka).Then<SeverityDecided>().ThenLapsed("12-8")
            .When(new DecideSeverity(new()), Tanaka).Then<SeverityDecided>().ThenOpen("12-8");

    [Fact]
    public void A_report_that_joins_may_make_it_one() =>
        Given(Opened, new ReportAttached("R8-0003", Opened.NoticedAt, EmergencyImpact.Present, Suzuki.As(CsirtMember, At.AddMinutes(5)))).ThenOpen("12-8");

    [Fact]
    public void Other_incidents_are_none() => Given(Opened, Critical with { Severity = Severity.High }).ThenNotOwed("12-8");

    [Fact]
    public void The_report_to_the_ciso_serves_the_contact_point_too() => Given(Opened).ThenOpen("19-3").When(new InformCiso("1台が感染"), Suzuki).Then<CisoInformed>().ThenMet("19-3").ThenOpen("32-3-2");

    [Fact]
    public void The_contact_point_may_be_faster_and_the_ciso_is_told()
    {
        var told = Given(Opened).When(new CarryOutDuty("19-3", "CISOへ電話した"), Takahashi).Then<DutyCarriedOut>().ThenMet("19-3").ThenOpen("32-3-2");

        Assert.Equal([Asano.Id], Told(told));
        Given(Opened).When(new CarryOutDuty("19-3", "電話した"), Suzuki).ThenRefused(Rules.DutyOwner);
    }

    [Fact]
    public void A_failure_is_recorded_even_where_it_is_no_incident() =>
        Given(Report(OccurrenceKind.Outage)).ThenOpen("34-7").When(new EvaluateReport(Verdict.NotIncident, "回線工事"), Suzuki).Then<ReportEvaluated>().ThenOpen("34-7")
            .When(new CarryOutReportDuty("34-7", "工事の終了で復旧。問題：事前の連絡がなかった。"), Ueda).Then(new ReportDutyCarriedOut("34-7", "工事の終了で復旧。問題：事前の連絡がなかった。", Ueda.As(SystemManager, Monday9))).ThenMet("34-7");

    [Fact]
    public void The_record_of_a_failure_is_nobodys_discretion_and_not_the_csirts()
    {
        Given(Report(OccurrenceKind.Outage)).When(new JudgeReportDutyUnnecessary("34-7", "短時間"), Ueda).ThenRefused(Rules.DutyDiscretionary);
        Given(Report(OccurrenceKind.Outage)).When(new CarryOutReportDuty("34-7", "復旧した"), Suzuki).ThenRefused(Rules.DutyOwner);
        Given(Report(OccurrenceKind.Malware)).ThenNotOwed("34-7");
    }

    [Theory]
    [InlineData("38-5", "ueda"), InlineData("38-5", "okada"), InlineData("38-5", "katayama"), InlineData("45-2-1", "katayama")]
    public void What_staff_did_is_told_to_the_officer_of_their_own_section(string duty, string by)
    {
        var told = Given(Opened, ByStaff).ThenOpen(duty).When(new CarryOutDuty(duty, "事実を伝え、措置を求めた"), Demo.Organisation.Person(by)!).Then<DutyCarriedOut>().ThenMet(duty);

        Assert.Equal([Matsuda.Id], Told(told));
    }

    [Fact]
    public void Neither_is_for_the_csirt_to_tell_and_neither_is_judged_away()
    {
        foreach (var duty in new[] { "38-5", "45-2-1" })
        {
            Given(Opened, ByStaff).When(new CarryOutDuty(duty, "伝えた"), Suzuki).ThenRefused(Rules.DutyOwner);
            Given(Opened, ByStaff).When(new JudgeDutyUnnecessary(duty, "軽い"), Katayama).ThenRefused(Rules.DutyDiscretionary);
        }
        Given(Opened).ThenNotOwed("38-5", "45-2-1", "45-2-3");
        Given(Opened, ByStaff with { Nature = new(StaffBreach: true, StaffSectionId: Guard) }).ThenNotOwed("38-5").ThenOpen("45-2-1");
    }

    [Fact]
    public void That_rights_were_suspended_is_told_to_the_ciso_and_the_officer_or_judged_not_to_have_been()
    {
        Assert.Equal([Asano.Id, Matsuda.Id], Told(Given(Opened, ByStaff).When(new CarryOutDuty("45-2-3", "IDを停止した"), Katayama).Then<DutyCarriedOut>().ThenMet("45-2-3")));
        Given(Opened, ByStaff).When(new JudgeDutyUnnecessary("45-2-3", "指導で改善した"), Katayama).Then<DutyJudgedUnnecessary>().ThenUnnecessary("45-2-3");
    }

    [Fact]
    public void Of_the_section_of_the_person_only_the_officer_sees_the_incident_and_nobody_the_report()
    {
        bool Sees(Person person, ImmutableArray<string> audience) => NeedToKnow.MaySee(NeedToKnow.AudiencesOf(Demo.Organisation, person.Id, At), audience);
        var incident = Given(Opened, ByStaff).State;

        Assert.Equal([true, false, false], new[] { Matsuda, Ishii, Hara }.Select(p => Sees(p, NeedToKnow.AudienceOf(incident))));
        Assert.False(Sees(Matsuda, NeedToKnow.AudienceOf(Given(Reported, Judged).State, incident)));
        Assert.False(Sees(Matsuda, NeedToKnow.AudienceOf(Given(Opened).State)));
    }

    [Fact]
    public void Under_a_restriction_the_officer_is_told_only_when_named()
    {
        IncidentRestricted restricted = new([Suzuki.Id, Katayama.Id, Asano.Id], "内部不正の疑い", Suzuki.As(CsirtMember, At));

        Assert.DoesNotContain(Matsuda.Id, Told(Given(Opened, restricted, ByStaff).When(new CarryOutDuty("45-2-1", "伝えた"), Katayama).Then<DutyCarriedOut>()));
        Assert.Equal([Matsuda.Id], Told(Given(Opened, restricted with { PersonIds = restricted.PersonIds.Add(Matsuda.Id) }, ByStaff).When(new CarryOutDuty("45-2-1", "伝えた"), Katayama).Then<DutyCarriedOut>()));
    }

    [Fact]
    public void A_breach_that_staff_report_reaches_everybody_whom_either_clause_names()
    {
        var report = Given(Report(OccurrenceKind.PolicyBreach)).ThenMet("41-3-1", "45-2-2");

        Assert.Equal((Urgency.AtOnce, Urgency.AtOnce), (report.Duty("41-3-1").Urgency, report.Duty("45-2-2").Urgency));
        var told = Notifying.Of(Report(OccurrenceKind.PolicyBreach), null, report.State, [], Demo.Organisation, Monday9).Where(n => n.Duties.Contains("41-3-1") || n.Duties.Contains("45-2-2")).Select(n => n.PersonId);
        Assert.Equal([Katayama.Id, Miura.Id, Okada.Id], told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whose_section_it_was_is_said_with_what_staff_did_and_only_then()
    {
        Given(Opened).When(new StateNature(new(StaffAccess: true), "職員のIDだった"), Suzuki).ThenRefused(Rules.StaffSectionGiven);
        Given(Opened).When(new StateNature(new(StaffSectionId: Guard), "分からない"), Suzuki).ThenRefused(Rules.StaffSectionGiven);
        Given(Opened).When(new StateNature(new(StaffBreach: true, StaffSectionId: "よその課"), "違反"), Suzuki).ThenRefused(Rules.SectionKnown);
        Given(Reported).When(new EvaluateReport(Verdict.Incident, "違反", "私物の接続", Nature: new(StaffBreach: true)), Suzuki).ThenRefused(Rules.StaffSectionGiven);
        Given(Opened).When(new StateNature(ByStaff.Nature, "職員のIDだった"), Suzuki).Then<NatureStated>();
    }

    [Theory]
    [InlineData("miura"), InlineData("ueda")]
    public void At_a_contractor_the_manager_demands_and_reports_to_the_supervising_officer(string by)
    {
        var manager = Demo.Organisation.Person(by)!;
        var told = Given(Opened, AtContractor).ThenOpen("46-3-1エ", "46-3-1ウ", "46-3-1ウ-ciso")
            .When(new CarryOutDuty("46-3-1エ", "作業の中断を求めた"), manager).Then<DutyCarriedOut>().ThenMet("46-3-1エ")
            .When(new CarryOutDuty("46-3-1ウ", "接続を切り、中断した"), manager).Then<DutyCarriedOut>().ThenMet("46-3-1ウ");

        Assert.Equal([Katayama.Id], Told(told));
    }

    [Fact]
    public void The_ciso_is_told_of_it_by_severity()
    {
        Assert.Equal([Asano.Id], Told(Given(Opened, AtContractor).When(new CarryOutDuty("46-3-1ウ-ciso", "重要度2のため報告した"), Miura).Then<DutyCarriedOut>().ThenMet("46-3-1ウ-ciso")));
        Given(Opened, AtContractor).When(new JudgeDutyUnnecessary("46-3-1ウ-ciso", "重要度4で影響がない"), Miura).Then<DutyJudgedUnnecessary>().ThenUnnecessary("46-3-1ウ-ciso");
    }

    [Fact]
    public void A_filing_may_prove_the_demand_and_nobody_else_makes_the_report()
    {
        Given(Opened, AtContractor).When(new RecordFiling("other", ["46-3-1エ"], "保守事業者", "書面", Reason: "契約書の様式による"), Suzuki).Then<FilingRecorded>().ThenMet("46-3-1エ");
        Given(Opened, AtContractor).When(new CarryOutDuty("46-3-1ウ", "報告した"), Suzuki).ThenRefused(Rules.DutyOwner);
        Given(Opened, AtContractor).When(new JudgeDutyUnnecessary("46-3-1ウ", "軽い"), Miura).ThenRefused(Rules.DutyDiscretionary);
        Given(Opened, AtContractor, AtContractor with { Nature = new() }).ThenLapsed("46-3-1エ", "46-3-1ウ", "46-3-1ウ-ciso");
    }

    /// <summary>Who is told of the last event.</summary>
    private static IEnumerable<string> Told(Story<Incident, IncidentEvent> story) =>
        Notifying.Of(story.Events[^1], Given([.. story.Events.SkipLast(1)]).State, story.State, Demo.Organisation, At.AddHours(1)).Select(n => n.PersonId).Order(StringComparer.Ordinal);
}

using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>終結・再開・閲覧の制限.</summary>
public sealed class CloseIncidentTests
{
    private static readonly DateTimeOffset At = Monday9.AddMinutes(30);

    /// <summary>Everything settled that stands in the way of closing.</summary>
    private static readonly IncidentEvent[] AllSettled =
    [
        Opened, new SeverityDecided(Severity.Low, Severity.Low, new(), [], "", Tanaka.As(CsirtLead, At)), Informed, new ReportAcknowledged(Ciso, "", Asano.As(Ciso, At)),
        new ReportAcknowledged(SupervisingOfficer, "", Katayama.As(SupervisingOfficer, At)), Ordered, CarriedOut, Verified, new EvidenceInventoryConfirmed("なし", Tanaka.As(CsirtLead, At)),
        .. new[] { "32-3-3-recovery", "32-3-3-others", "19-5", "19-6", "19-7" }.Select(duty => new DutyJudgedUnnecessary(duty, "被害がない", Tanaka.As(CsirtLead, At))),
        Assessed with { Facts = NoPersonalData }, CauseFound, Planned, Instructed,
    ];

    private static readonly Report Report = Given(Settled).State;

    [Fact]
    public void A_settled_incident_closes_though_its_measures_go_on() =>
        Given(AllSettled).With(Report).When(new CloseIncident("監視を続ける"), Tanaka).Then(new IncidentClosed("監視を続ける", Tanaka.As(CsirtLead, Monday9.AddDays(4)))).ThenOpen("32-3-5-measures");

    [Fact]
    public void The_gate_names_everything_that_is_missing()
    {
        var missing = Unmet(Given(Opened).State, [Report]).Select(r => r.Code);

        Assert.Equal(
            ["open-duty:32-3-2", "open-duty:32-3-3", "open-duty:32-3-3-recovery", "open-duty:32-3-3-others", "open-duty:32-3-4-cause", "open-duty:32-3-4-record", "open-duty:32-1-4",
                "open-duty:19-3", "open-duty:19-5", "open-duty:19-6", "open-duty:19-7", "severity-decided", "measures-instructed"],
            missing);
    }

    [Fact]
    public void What_the_page_lists_is_what_refuses() =>
        Given(Opened, CheckOrdered).With(Given(Reported, Judged).State).When(new CloseIncident(), Tanaka).ThenRefused([.. Unmet(Given(Opened, CheckOrdered).State, [Given(Reported, Judged).State])]);

    [Fact]
    public void Each_condition_stands_in_the_way_by_itself()
    {
        foreach (var left in AllSettled.Where(e => e is SeverityDecided or CisoInformed or ReportAcknowledged or OrderVerified or EvidenceInventoryConfirmed or DutyJudgedUnnecessary or PersonalDataAssessed or CauseEstablished or PreventionPlanned or MeasuresInstructed))
            Assert.NotEmpty(Unmet(Given([.. AllSettled.Where(e => e != left && !(left is PreventionPlanned && e is MeasuresInstructed))]).State, [Report]));
    }

    [Fact]
    public void A_system_that_has_not_answered_stands_in_the_way() =>
        Assert.Equal(["check-answered", "check-answered"], Unmet(Given([.. AllSettled, CheckOrdered]).State, [Report]).Select(r => r.Code));

    [Fact]
    public void An_attack_stands_in_the_way_until_the_ministry_has_been_told() =>
        Assert.Equal(["open-duty:38-2"], Unmet(Given([.. AllSettled, new NatureStated(new(Attack: true), "攻撃だった", Tanaka.As(CsirtLead, At))]).State, [Report]).Select(r => r.Code));

    [Fact]
    public void A_duty_of_its_report_stands_in_the_way()
    {
        var refused = Given(AllSettled).With(Given(Reported, Judged).State).When(new CloseIncident(), Tanaka);

        refused.ThenRefused([.. Unmet(Given(AllSettled).State, [Given(Reported, Judged).State])]);
        Assert.Equal(["32-1-2", "32-1-3", "14-3"], Unmet(Given(AllSettled).State, [Given(Reported, Judged).State]).Select(r => r.Clause));
        Assert.Equal("報告R8-0001：第32条第1項第2号「責任者への報告」が済んでいません。", Unmet(Given(AllSettled).State, [Given(Reported, Judged).State]).First().Sentence);
    }

    [Theory]
    [InlineData(OccurrenceKind.Loss, "33-1-2"), InlineData(OccurrenceKind.Ransom, "37-3-7"), InlineData(OccurrenceKind.AccountMisuse, "33-3-4-change"), InlineData(OccurrenceKind.Outage, "34-7")]
    public void So_does_what_its_kind_brings(OccurrenceKind kind, string duty) =>
        Assert.Equal([$"open-report-duty:{Number}:{duty}"], Unmet(Given(AllSettled).State, [Given([Demo.Report(kind), .. Settled[1..]]).State]).Select(r => r.Code));

    [Fact]
    public void A_report_that_joined_it_stands_in_the_way_as_well()
    {
        ReportAttached attached = new("R8-0003", Opened.NoticedAt, EmergencyImpact.None, Suzuki.As(CsirtMember, At));
        var joined = Given([Reported with { Number = "R8-0003" }, .. Settled[1..^1], Joined with { IncidentNumber = Number }]).State;
        var unsettled = Given([Reported with { Number = "R8-0003" }, Joined with { IncidentNumber = Number }]).State;

        Given([.. AllSettled, attached]).With(Report, joined).When(new CloseIncident(), Tanaka).Then<IncidentClosed>();
        Given([.. AllSettled, attached]).With(Report, unsettled).When(new CloseIncident(), Tanaka).ThenRefused([.. Unmet(Given(AllSettled).State, [unsettled])]);
    }

    /// <summary>Whoever asks for the decision without the reports has forgotten them; the gate does not open for that.</summary>
    [Fact]
    public void Without_its_reports_nothing_is_decided() => Assert.Throws<InvalidOperationException>(() => Given(AllSettled).When(new CloseIncident(), Tanaka));

    [Fact]
    public void Only_the_lead_closes() => Given(AllSettled).When(new CloseIncident(), Suzuki).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void What_is_closed_is_not_closed_again() => Given([.. AllSettled, Closed]).When(new CloseIncident(), Tanaka).ThenRefused(Rules.NotClosedYet);

    [Fact]
    public void A_closed_incident_is_opened_again_with_a_reason() =>
        Given([.. AllSettled, Closed]).When(new ReopenIncident("同じ通信がまた見つかった"), Katayama).Then(new IncidentReopened("同じ通信がまた見つかった", Katayama.As(SupervisingOfficer, Closed.Origin.RecordedAt)))
            .When(new InformCiso("再開した"), Suzuki).Then<CisoInformed>();

    [Fact]
    public void Opening_again_has_a_reason() => Given([.. AllSettled, Closed]).When(new ReopenIncident(""), Tanaka).ThenRefused(Rules.ReasonGiven);

    [Fact]
    public void What_is_open_is_not_opened_again() => Given(Opened).When(new ReopenIncident("念のため"), Tanaka).ThenRefused(Rules.ClosedNow);

    private static IEnumerable<PolicyRule> Unmet(Incident incident, IEnumerable<Report> reports) => ClosingConditions.Unmet(incident, reports, Demo.Organisation);
}

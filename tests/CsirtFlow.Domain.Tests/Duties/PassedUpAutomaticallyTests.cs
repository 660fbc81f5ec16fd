using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>管理者未報告のため自動通知.</summary>
public sealed class PassedUpAutomaticallyTests
{
    private static readonly DateTimeOffset Limit = Monday9.AddMinutes(30);

    private static readonly ReportPassedUp ByService = new([SecurityOfficer, SupervisingOfficer], "管理者未報告のため自動通知", Automatic: true, new(Actor.Service, "clock", Limit, Limit));

    [Fact]
    public void When_the_manager_has_not_reported_the_service_does() =>
        Given(Reported).At(Limit).WhenThe(PassReportUp.Automatically).Then(ByService).ThenMet("32-1-2").ThenOverdue("14-3").ThenOpen("32-1-3");

    [Fact]
    public void For_an_outside_report_as_well() => Given(ReportedByResident).At(Limit).WhenThe(PassReportUp.Automatically).Then(ByService).ThenMet("32-2-2");

    /// <summary>32-1-2 asks the manager who was told, not whether it was an incident; 14-3 does, so that the 統括 is left out.</summary>
    [Fact]
    public void The_officer_is_told_though_it_was_no_incident()
    {
        Given(Reported, Harmless).At(Limit).WhenThe(PassReportUp.Automatically).Then(ByService with { To = [SecurityOfficer] }).ThenMet("32-1-2").ThenLapsed("14-3", "32-1-3");
        Given(ReportedByResident, Harmless).At(Limit).WhenThe(PassReportUp.Automatically).Then(ByService with { To = [SecurityOfficer] }).ThenMet("32-2-2").ThenLapsed("14-3", "32-2-3");
    }

    [Fact]
    public void Not_before_the_managers_time_is_over() => Given(Reported).At(Limit.AddTicks(-1)).WhenThe(PassReportUp.Automatically).ThenNothing();

    [Fact]
    public void Nothing_when_the_manager_was_faster() => Given(Reported, PassedUp).At(Limit.AddDays(1)).WhenThe(PassReportUp.Automatically).ThenNothing();

    [Fact]
    public void Once_is_enough() => Given(Reported, ByService).At(Limit.AddHours(1)).WhenThe(PassReportUp.Automatically).ThenNothing();

    [Fact]
    public void Only_those_whom_the_manager_left_out() =>
        Given(Reported, PassedUp with { To = [SupervisingOfficer, Ciso] }).At(Limit).WhenThe(PassReportUp.Automatically).Then(ByService with { To = [SecurityOfficer] });

    [Fact]
    public void The_ciso_is_a_matter_of_judgement_and_not_of_the_clock() =>
        Given(Reported).At(Monday9.AddHours(2)).WhenThe(PassReportUp.Automatically).Then(ByService with { Origin = new(Actor.Service, "clock", Monday9.AddHours(2), Monday9.AddHours(2)) }).ThenOverdue("32-1-3");

    [Fact]
    public void The_limit_is_the_organisations() =>
        Given(Reported).In(Demo.Organisation with { Settings = new() { LimitMinutes = ImmutableDictionary<string, int>.Empty.Add("32-1-2", 10) } }).At(Monday9.AddMinutes(10))
            .WhenThe(PassReportUp.Automatically).Then(ByService with { To = [SecurityOfficer], Origin = new(Actor.Service, "clock", Monday9.AddMinutes(10), Monday9.AddMinutes(10)) });
}

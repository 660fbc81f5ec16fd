using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>所属の指定 (32-2-1).</summary>
public sealed class AssignSectionTests
{
    private static readonly OccurrenceReported FromNowhere = ReportedByResident with { Occurrence = ReportedByResident.Occurrence with { SectionId = null } };

    [Fact]
    public void The_desk_says_where_a_report_belongs_and_the_managers_time_begins() =>
        Given(FromNowhere).At(Monday9.AddMinutes(20)).When(new AssignSection(Guard, "警防課のページの話"), Takahashi)
            .Then(new SectionAssigned(Guard, "警防課のページの話", Takahashi.As(ContactPoint, Monday9.AddMinutes(20))))
            .At(Monday9.AddMinutes(49)).ThenOpen("32-2-2", "14-3").At(Monday9.AddMinutes(50)).ThenOverdue("32-2-2");

    [Fact]
    public void The_manager_of_that_section_then_passes_it_up() =>
        Given(FromNowhere).When(new AssignSection(Guard), Suzuki).When(new PassReportUp([SecurityOfficer]), Ishii).Then<ReportPassedUp>().ThenMet("32-2-2");

    [Fact]
    public void Before_that_no_manager_of_a_section_may() => Given(FromNowhere).When(new PassReportUp([SecurityOfficer]), Ishii).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void What_was_assigned_wrongly_is_assigned_again() =>
        Assert.Equal(Station, Given(FromNowhere).When(new AssignSection(Guard), Takahashi).When(new AssignSection(Station, "中央消防署のページだった"), Takahashi).Then<SectionAssigned>().State.Occurrence.SectionId);

    [Fact]
    public void A_report_that_was_passed_up_keeps_its_times() =>
        Given(Reported, PassedUp).At(Monday9.AddHours(3)).When(new AssignSection(Guard), Takahashi).Then<SectionAssigned>().ThenMet("32-1-2").ThenOverdue("32-1-3");

    [Fact]
    public void The_same_section_again_changes_nothing() => Given(Reported).When(new AssignSection(Station), Takahashi).ThenNothing().ThenReaches();

    [Fact]
    public void The_incident_that_the_report_opened_goes_with_it() =>
        Given(FromNowhere, Judged).When(new AssignSection(Guard), Suzuki)
            .ThenReaches(new Consequence(Number, new IncidentSectionAssigned(Guard, "", Suzuki.As(CsirtMember, Monday9.AddMinutes(30))), Opens: false));

    [Fact]
    public void An_incident_that_it_joined_stays_where_it_is() => Given(FromNowhere, Joined).When(new AssignSection(Guard), Suzuki).Then<SectionAssigned>().ThenReaches();

    [Fact]
    public void A_section_must_be_among_the_contacts() => Given(FromNowhere).When(new AssignSection("inai"), Takahashi).ThenRefused(Rules.SectionKnown);

    [Fact]
    public void A_section_must_be_named() => Given(FromNowhere).When(new AssignSection(""), Takahashi).ThenRefused(Rules.SectionGiven);

    [Fact]
    public void A_manager_does_not_send_it_elsewhere() => Given(Reported).When(new AssignSection(Guard), Miura).ThenRefused(Rules.OfficeMayNot);
}

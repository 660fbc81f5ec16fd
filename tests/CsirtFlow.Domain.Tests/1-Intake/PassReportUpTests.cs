using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>管理者の報告 (32-1-2, 32-1-3, 32-2-2, 32-2-3) and 指示 (14-3).</summary>
public sealed class PassReportUpTests
{
    [Fact]
    public void Telling_the_responsible_officer_tells_the_supervising_officer_as_well() =>
        Given(Reported).At(Monday9.AddMinutes(10)).When(new PassReportUp([SecurityOfficer]), Miura)
            .Then(PassedUp).ThenMet("32-1-2").ThenOpen("32-1-3", "14-3");

    [Fact]
    public void The_ciso_is_told_together_with_the_supervising_officer() =>
        Given(Reported).When(new PassReportUp([Ciso], "消防長にも伝えた"), Miura)
            .Then(new ReportPassedUp([SupervisingOfficer, Ciso], "消防長にも伝えた", false, Miura.As(SecurityManager, Monday9))).ThenMet("32-1-3").ThenOpen("32-1-2");

    [Fact]
    public void What_has_been_passed_up_is_not_passed_up_again() =>
        Given(Reported, PassedUp).When(new PassReportUp([SecurityOfficer]), Nishida).ThenNothing();

    [Fact]
    public void Only_those_who_have_not_been_told_are_told() =>
        Given(Reported, PassedUp).When(new PassReportUp([SecurityOfficer, Ciso]), Miura)
            .Then(new ReportPassedUp([Ciso], "", false, Miura.As(SecurityManager, Monday9.AddMinutes(10)))).ThenMet("32-1-3");

    [Fact]
    public void An_outside_report_goes_up_the_same_way() =>
        Given(ReportedByResident).When(new PassReportUp([SecurityOfficer, Ciso]), Miura).Then<ReportPassedUp>().ThenMet("32-2-2", "32-2-3").ThenNotOwed("32-1-2", "32-1-3");

    [Fact]
    public void Somebody_must_be_told() => Given(Reported).When(new PassReportUp([]), Miura).ThenRefused(Rules.TargetsGiven);

    [Fact]
    public void It_goes_up_and_not_sideways() => Given(Reported).When(new PassReportUp([SystemManager]), Miura).ThenRefused(Rules.TargetsGiven);

    [Fact]
    public void Only_the_manager_of_the_section_reports_up()
    {
        Given(Reported).When(new PassReportUp([SecurityOfficer]), Kobayashi).ThenRefused(Rules.OfficeMayNot);
        Given(Reported).When(new PassReportUp([SecurityOfficer]), Yamamoto).ThenRefused(Rules.OfficeMayNot);
    }

    [Fact]
    public void A_remark_has_an_end() => Given(Reported).When(new PassReportUp([SecurityOfficer], new('あ', 4001)), Miura).ThenRefused(Rules.TextTooLong);

    [Fact]
    public void The_answer_to_a_report_is_an_instruction() =>
        Given(Reported, PassedUp).When(new GiveInstruction("端末の電源は切らずに待つこと"), Okada)
            .Then(new InstructionGiven("端末の電源は切らずに待つこと", Okada.As(SecurityOfficer, Monday9.AddMinutes(10)))).ThenMet("14-3");

    [Fact]
    public void Nobody_is_instructed_before_having_reported() =>
        Given(Reported).When(new GiveInstruction("待つこと"), Okada).ThenRefused(Rules.PassedUpBefore);

    [Fact]
    public void An_instruction_says_something() => Given(Reported, PassedUp).When(new GiveInstruction(" "), Okada).ThenRefused(Rules.TextGiven);

    [Fact]
    public void The_manager_does_not_instruct_himself() => Given(Reported, PassedUp).When(new GiveInstruction("待つこと"), Miura).ThenRefused(Rules.OfficeMayNot);
}

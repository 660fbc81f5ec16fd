using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>再発防止策 (32-3-4, 32-3-5).</summary>
public sealed class PlanPreventionTests
{
    private static readonly ProposedMeasure Macro = new("マクロの実行を管理者権限に限る", General, new(2026, 7, 31));
    private static readonly PlanPrevention Plan = new(Planned.Summary, [Macro]);
    private static readonly MeasuresInstructed Returned = Instructed with { Instruction = Instruction.Returned, Words = "訓練も加えること" };

    [Fact]
    public void The_csirt_reports_a_plan_and_the_ciso_owes_an_instruction() =>
        Given(Opened, CauseFound).At(Monday9.AddDays(3)).When(Plan, Suzuki).Then(Planned).ThenMet("32-3-4-prevention").ThenOpen("32-3-5").ThenNotOwed("32-3-5-measures");

    [Fact]
    public void The_ciso_instructs_as_planned() =>
        Given(Opened, CauseFound, Planned).At(Monday9.AddDays(4)).When(new InstructMeasures(Instruction.AsPlanned), Asano).Then(Instructed).ThenMet("32-3-5").ThenOpen("32-3-5-measures");

    [Fact]
    public void The_ciso_amends() =>
        Assert.Equal(Station, Assert.Single(Given(Opened, CauseFound, Planned).When(new InstructMeasures(Instruction.Amended, "署から始める", [Macro with { SectionId = Station }]), Asano).Then<MeasuresInstructed>().ThenMet("32-3-5").State.Measures).SectionId);

    [Fact]
    public void The_ciso_returns_and_the_csirt_plans_again() =>
        Given(Opened, CauseFound, Planned).When(new InstructMeasures(Instruction.Returned, "訓練も加えること"), Asano).Then<MeasuresInstructed>().ThenOpen("32-3-4-prevention", "32-3-5").ThenNotOwed("32-3-5-measures")
            .When(Plan with { Measures = [Macro, new("不審メールの訓練を行う", Station, new(2026, 9, 30))] }, Suzuki).Then<PreventionPlanned>().ThenMet("32-3-4-prevention").ThenOpen("32-3-5")
            .When(new InstructMeasures(Instruction.AsPlanned), Asano).Then<MeasuresInstructed>().ThenMet("32-3-5");

    [Fact]
    public void A_plan_may_be_replaced_until_the_ciso_has_spoken() => Given(Opened, CauseFound, Planned).When(Plan, Tanaka).Then<PreventionPlanned>();

    [Fact]
    public void After_that_it_stands() => Given(Opened, CauseFound, Planned, Instructed).When(Plan, Tanaka).ThenRefused(Rules.PlanStands);

    [Fact]
    public void No_measure_is_late_from_its_beginning() =>
        Given(Opened, CauseFound).At(Monday9.AddDays(3)).When(Plan with { Measures = [Macro with { Due = global::CsirtFlow.Domain.Statutory.JapaneseCalendar.DayOf(Monday9.AddDays(2)) }] }, Suzuki).ThenRefused(Rules.DueInFuture);

    [Fact]
    public void A_plan_follows_the_cause() => Given(Opened).When(Plan, Suzuki).ThenRefused(Rules.CauseFirst);

    [Fact]
    public void A_plan_has_measures_with_owner_and_words()
    {
        Given(Opened, CauseFound).When(Plan with { Measures = [] }, Suzuki).ThenRefused(Rules.MeasuresGiven);
        Given(Opened, CauseFound).When(Plan with { Measures = [null!] }, Suzuki).ThenRefused(Rules.MeasuresGiven);
        Given(Opened, CauseFound).When(Plan with { Measures = default }, Suzuki).ThenRefused(Rules.MeasuresGiven);
        Given(Opened, CauseFound).When(Plan with { Measures = [Macro with { Text = "" }] }, Suzuki).ThenRefused(Rules.MeasuresGiven);
        Given(Opened, CauseFound).When(Plan with { Measures = [Macro with { SectionId = "よその課" }] }, Suzuki).ThenRefused(Rules.SectionKnown);
        Given(Opened, CauseFound).When(Plan with { Summary = "" }, Suzuki).ThenRefused(Rules.TextGiven);
    }

    [Fact]
    public void Nobody_but_the_csirt_plans() => Given(Opened, CauseFound).When(Plan, Asano).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void The_ciso_instructs_on_a_plan() => Given(Opened, CauseFound).When(new InstructMeasures(Instruction.AsPlanned), Asano).ThenRefused(Rules.PlanFirst);

    [Fact]
    public void The_ciso_instructs_once()
    {
        Given(Opened, CauseFound, Planned, Instructed).When(new InstructMeasures(Instruction.Returned, "やはり見直すこと"), Asano).ThenRefused(Rules.InstructedOnce);
        Given(Opened, CauseFound, Planned, Returned).When(new InstructMeasures(Instruction.AsPlanned), Asano).ThenRefused(Rules.InstructedOnce);
    }

    [Fact]
    public void Returning_has_a_reason() => Given(Opened, CauseFound, Planned).When(new InstructMeasures(Instruction.Returned), Asano).ThenRefused(Rules.ReasonGiven);

    [Fact]
    public void Amending_says_the_measures() => Given(Opened, CauseFound, Planned).When(new InstructMeasures(Instruction.Amended, "直すこと"), Asano).ThenRefused(Rules.MeasuresGiven);

    [Fact]
    public void Nobody_instructs_for_a_ciso_who_is_there() => Given(Opened, CauseFound, Planned).When(new InstructMeasures(Instruction.AsPlanned), Katayama).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void For_an_absent_ciso_the_supervising_officer_instructs_and_the_record_says_so() =>
        Given(Opened, CauseFound, Planned).In(Demo.Organisation.Away(Asano)).When(new InstructMeasures(Instruction.AsPlanned), Katayama)
            .Then(Instructed with { Origin = Katayama.As(SupervisingOfficer, Monday9.AddDays(3), "CISO不在のため統括情報セキュリティ責任者の判断（第12条第5項）") });

    [Fact]
    public void A_measure_lives_on_after_closing_until_it_is_checked() =>
        Given(Opened, CauseFound, Planned, Instructed, Closed).At(Monday9.AddDays(30)).When(new ReportMeasureDone(1, "7月1日に設定した"), Noguchi).Then(Done).ThenOpen("32-3-5-measures")
            .When(new VerifyMeasure(1, "設定画面を見た"), Suzuki).Then(new MeasureVerified(1, "設定画面を見た", null, Suzuki.As(CsirtMember, Monday9.AddDays(30)))).ThenMet("32-3-5-measures")
            .When(new VerifyMeasure(1), Suzuki).ThenNothing();

    [Fact]
    public void A_measure_is_due_at_the_end_of_its_day_in_japan()
    {
        var instructed = Given(Opened, CauseFound, Planned, Instructed);
        DateTimeOffset midnight = new(2026, 7, 31, 15, 0, 0, TimeSpan.Zero);

        instructed.At(midnight.AddSeconds(-2)).ThenOpen("32-3-5-measures").At(midnight).ThenOverdue("32-3-5-measures");
    }

    [Fact]
    public void Measures_checked_in_time_are_not_shown_as_late()
    {
        var met = Given(Opened, CauseFound, Planned, Instructed, Done).When(new VerifyMeasure(1), Suzuki).Duty("32-3-5-measures");

        Assert.True(met.SettledAt < met.Due, $"{met.SettledAt} {met.Due}");
    }

    [Fact]
    public void Nothing_is_done_before_the_ciso_has_instructed()
    {
        Given(Opened, CauseFound, Planned).When(new ReportMeasureDone(1, "した"), Okada).ThenRefused(Rules.InstructionFirst);
        Given(Opened, CauseFound, Planned, Returned).When(new ReportMeasureDone(1, "した"), Okada).ThenRefused(Rules.InstructionFirst);
    }

    [Fact]
    public void A_measure_is_one_of_the_plan() => Given(Opened, CauseFound, Planned, Instructed).When(new ReportMeasureDone(2, "した"), Noguchi).ThenRefused(Rules.MeasureKnown);

    [Fact]
    public void A_measure_is_done_once() => Given(Opened, CauseFound, Planned, Instructed, Done).When(new ReportMeasureDone(1, "した"), Noguchi).ThenRefused(Rules.MeasureNotDoneYet);

    [Fact]
    public void Another_section_does_not_report_it_done() => Given(Opened, CauseFound, Planned, Instructed).When(new ReportMeasureDone(1, "した"), Okada).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void An_account_says_something() => Given(Opened, CauseFound, Planned, Instructed).When(new ReportMeasureDone(1, ""), Noguchi).ThenRefused(Rules.TextGiven);

    [Fact]
    public void Nothing_is_checked_before_it_is_done() => Given(Opened, CauseFound, Planned, Instructed).When(new VerifyMeasure(1), Suzuki).ThenRefused(Rules.MeasureDoneFirst);

    [Fact]
    public void After_closing_nobody_plans_or_instructs()
    {
        Given(Opened, CauseFound, Closed).When(Plan, Suzuki).ThenRefused(Rules.StillOpen);
        Given(Opened, CauseFound, Planned, Closed).When(new InstructMeasures(Instruction.AsPlanned), Asano).ThenRefused(Rules.StillOpen);
    }
}

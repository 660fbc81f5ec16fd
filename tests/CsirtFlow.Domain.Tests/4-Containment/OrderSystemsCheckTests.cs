using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>他の情報システムの確認 (32-3-3後段).</summary>
public sealed class OrderSystemsCheckTests
{
    private static readonly DateTimeOffset At = Monday9.AddHours(1);
    private static readonly OrderSystemsCheck Wish = new([Archive, Statistics], CheckOrdered.Instruction, CheckOrdered.Due);

    [Fact]
    public void The_managers_of_other_systems_are_asked_and_each_answers() =>
        Given(Opened).At(At).When(Wish, Suzuki).Then(CheckOrdered).ThenOpen("32-3-3-others")
            .When(new AnswerSystemsCheck(Archive, false, "同じ通信はない"), Mori).Then(new SystemsCheckAnswered(Archive, false, "同じ通信はない", Mori.As(SystemManager, At))).ThenOpen("32-3-3-others")
            .When(new AnswerSystemsCheck(Statistics, true, "同じ通信が1件ある"), Hara).Then<SystemsCheckAnswered>().ThenMet("32-3-3-others");

    [Fact]
    public void An_operator_of_the_system_answers_too() => Given(Opened, CheckOrdered with { SystemIds = [Dispatch] }).When(new AnswerSystemsCheck(Dispatch, false, "ない"), Tani).Then<SystemsCheckAnswered>();

    [Fact]
    public void A_system_is_asked_once() =>
        Given(Opened, CheckOrdered).When(Wish with { SystemIds = [Statistics, Dispatch, Dispatch] }, Suzuki).Then(CheckOrdered with { SystemIds = [Dispatch] })
            .When(Wish, Suzuki).ThenNothing();

    [Fact]
    public void All_systems_of_the_ledger_are_asked_by_one_word_except_those_that_were_asked_before() =>
        Given(Opened, CheckOrdered).When(Wish with { SystemIds = [OrderSystemsCheck.Every, Dispatch] }, Suzuki).Then(CheckOrdered with { SystemIds = [Dispatch] })
            .When(Wish with { SystemIds = [OrderSystemsCheck.Every] }, Suzuki).ThenNothing();

    [Fact]
    public void A_further_system_opens_the_duty_again() =>
        Given(Opened, CheckOrdered with { SystemIds = [Archive] }, new SystemsCheckAnswered(Archive, false, "ない", Mori.As(SystemManager, At)), CheckOrdered with { SystemIds = [Dispatch] }).ThenOpen("32-3-3-others");

    [Fact]
    public void None_need_be_asked_when_the_csirt_says_why() =>
        Given(Opened).When(new JudgeDutyUnnecessary("32-3-3-others", "この端末はどのシステムにもつながっていない"), Suzuki).Then<DutyJudgedUnnecessary>().ThenUnnecessary("32-3-3-others");

    [Fact]
    public void Somebody_is_asked() => Given(Opened).When(Wish with { SystemIds = [] }, Suzuki).ThenRefused(Rules.TargetsGiven);

    [Fact]
    public void A_system_is_one_of_the_ledger() => Given(Opened).When(Wish with { SystemIds = [Archive, "ない"] }, Suzuki).ThenRefused(Rules.SystemKnown);

    [Fact]
    public void The_instruction_says_what_to_check() => Given(Opened).When(Wish with { Instruction = "" }, Suzuki).ThenRefused(Rules.TextGiven);

    [Fact]
    public void The_check_is_due_later() => Given(Opened).At(Wish.Due).When(Wish, Suzuki).ThenRefused(Rules.DueInFuture);

    [Fact]
    public void Only_a_system_that_was_asked_answers() => Given(Opened, CheckOrdered).When(new AnswerSystemsCheck(Dispatch, false, "ない"), Mori).ThenRefused(Rules.CheckKnown);

    [Fact]
    public void Nobody_answers_for_another_system() => Given(Opened, CheckOrdered).When(new AnswerSystemsCheck(Statistics, false, "ない"), Mori).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void An_answer_says_something() => Given(Opened, CheckOrdered).When(new AnswerSystemsCheck(Archive, false, ""), Mori).ThenRefused(Rules.TextGiven);

    [Fact]
    public void Nobody_but_the_csirt_asks() => Given(Opened).When(Wish, Okada).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void After_closing_nobody_asks_or_answers()
    {
        Given(Opened, Closed).When(Wish with { Due = Monday9.AddYears(1) }, Suzuki).ThenRefused(Rules.StillOpen);
        Given(Opened, CheckOrdered, Closed).When(new AnswerSystemsCheck(Archive, false, "ない"), Mori).ThenRefused(Rules.StillOpen);
    }
}

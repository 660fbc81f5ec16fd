namespace CsirtFlow.Domain.Tests;

/// <summary>評価 (32-3-1).</summary>
public sealed class EvaluateReportTests
{
    private static readonly DateTimeOffset At = Monday9.AddMinutes(30);
    private static readonly EvaluateReport AsIncident = new(Verdict.Incident, "不正プログラムを確認した", " 当直室の端末の感染 ", Nature: new(Attack: true));
    private static readonly EvaluateReport AsHarmless = new(Verdict.NotIncident, "迷惑メールで、添付は開いていない");
    private static readonly EvaluateReport AsSame = new(Verdict.Joined, "R8-0002と同じ不審メール", JoinTo: "R8-0002");

    [Fact]
    public void A_report_judged_an_incident_opens_one_under_its_own_number() =>
        Given(Reported).At(At).When(AsIncident, Suzuki).Then(Judged).ThenMet("32-3-1")
            .ThenReaches(new Consequence(Number, new IncidentOpened(Number, "当直室の端末の感染", "不正プログラムを確認した", [OccurrenceKind.Other], EmergencyImpact.None, false, Station,
                new(Attack: true), Monday9.AddMinutes(-10), Monday9, Yamamoto.Id, Suzuki.As(Office.CsirtMember, At)), Opens: true));

    [Fact]
    public void It_may_be_no_incident_and_the_reporter_is_owed_an_answer() =>
        Given(Reported).At(At).When(AsHarmless, Suzuki).Then(Harmless).ThenReaches().ThenMet("32-3-1").ThenOpen("32-3-1-answer");

    [Fact]
    public void It_may_belong_to_an_incident_that_is_open_already() =>
        Given(Reported).At(At).When(AsSame, Suzuki).Then(Joined)
            .ThenReaches(new Consequence("R8-0002", new ReportAttached(Number, Monday9.AddMinutes(-10), Reported.Occurrence.EmergencyImpact, Suzuki.As(Office.CsirtMember, At)), Opens: false));

    [Fact]
    public void The_csirt_may_think_again_while_it_is_no_incident() =>
        Given(Reported, Harmless).When(AsIncident, Tanaka).Then<ReportEvaluated>().ThenLapsed("32-3-1-answer");

    [Fact]
    public void The_same_judgement_twice_is_one_judgement() => Given(Reported, Harmless).When(AsHarmless, Tanaka).ThenNothing();

    [Fact]
    public void An_incident_is_not_judged_away() => Given(Reported, Judged).When(AsHarmless, Suzuki).ThenRefused(Rules.NotYetEvaluated);

    [Fact]
    public void A_joined_report_is_not_judged_until_the_join_is_undone() => Given(Reported, Joined).When(AsIncident, Suzuki).ThenRefused(Rules.NotYetEvaluated);

    [Fact]
    public void A_judgement_has_grounds() => Given(Reported).When(AsHarmless with { Grounds = "" }, Suzuki).ThenRefused(Rules.ReasonGiven);

    [Fact]
    public void An_incident_has_a_title() => Given(Reported).When(AsIncident with { Title = " " }, Suzuki).ThenRefused(Rules.TitleGiven);

    [Fact]
    public void A_title_has_an_end() => Given(Reported).When(AsIncident with { Title = new('長', 101) }, Suzuki).ThenRefused(Rules.TextTooLong);

    [Fact]
    public void A_join_names_the_incident() => Given(Reported).When(AsSame with { JoinTo = "R8-2" }, Suzuki).ThenRefused(Rules.IncidentToJoinGiven);

    [Fact]
    public void A_number_is_understood_as_people_type_it() =>
        Assert.Equal("R8-0002", Given(Reported).When(AsSame with { JoinTo = " ｒ８－０００２ " }, Suzuki).Then<ReportEvaluated>().State.IncidentNumber);

    [Fact]
    public void Nothing_joins_itself() => Given(Reported).When(AsSame with { JoinTo = Number }, Suzuki).ThenRefused(Rules.JoinsOther);

    [Fact]
    public void Nobody_but_the_csirt_judges()
    {
        foreach (var person in new[] { Yamamoto, Miura, Okada, Katayama, Asano, Takahashi, Onishi })
            Given(Reported).When(AsIncident, person).ThenRefused(Rules.OfficeMayNot);
    }

    [Fact]
    public void A_join_can_be_undone_and_the_report_waits_for_its_judgement_again() =>
        Given(Reported, Joined).When(new UndoJoin("別の送信元だった"), Tanaka)
            .Then(new JoinUndone("R8-0002", "別の送信元だった", Tanaka.As(Office.CsirtLead, At)))
            .ThenReaches(new Consequence("R8-0002", new ReportDetached(Number, "別の送信元だった", Tanaka.As(Office.CsirtLead, At)), Opens: false))
            .ThenOpen("32-3-1")
            .When(AsIncident, Tanaka).Then<ReportEvaluated>().ThenMet("32-3-1");

    [Fact]
    public void Only_a_join_can_be_undone() => Given(Reported, Judged).When(new UndoJoin("取り消す"), Tanaka).ThenRefused(Rules.JoinedNow);

    [Fact]
    public void Undoing_has_a_reason() => Given(Reported, Joined).When(new UndoJoin(""), Tanaka).ThenRefused(Rules.ReasonGiven);

    [Fact]
    public void The_reporter_reads_why_it_was_none() =>
        Given(Reported, Harmless).When(new AnswerReporter("迷惑メールでした。報告に感謝します。"), Takahashi)
            .Then(new ReporterAnswered("迷惑メールでした。報告に感謝します。", Takahashi.As(Office.ContactPoint, At))).ThenMet("32-3-1-answer");

    [Fact]
    public void An_answer_says_something() => Given(Reported, Harmless).When(new AnswerReporter(""), Takahashi).ThenRefused(Rules.TextGiven);

    [Fact]
    public void Before_the_judgement_there_is_nothing_to_answer()
    {
        Given(Reported).When(new AnswerReporter("調べています"), Takahashi).ThenRefused(Rules.AnswerAfterNoIncident);
        Given(Reported, Judged).When(new AnswerReporter("調べています"), Takahashi).ThenRefused(Rules.AnswerAfterNoIncident);
    }

    [Fact]
    public void A_report_judged_harmless_a_second_time_is_answered_a_second_time() =>
        Given(Reported, Harmless, new ReporterAnswered("迷惑メールでした", Suzuki.As(Office.CsirtMember, At)),
                Joined with { Origin = Suzuki.As(Office.CsirtMember, At.AddHours(1)) }, new JoinUndone("R8-0002", "別件", Suzuki.As(Office.CsirtMember, At.AddHours(2))))
            .At(At.AddHours(3)).When(AsHarmless, Suzuki).ThenOpen("32-3-1-answer");

    [Fact]
    public void The_nature_can_be_stated_later() =>
        Given(Opened).When(new StateNature(new(Attack: true), "外部との通信を確認した"), Katayama)
            .Then(new NatureStated(new(Attack: true), "外部との通信を確認した", Katayama.As(Office.SupervisingOfficer, At))).ThenOpen("38-2").ThenNotOwed("38-3", "32-1-5");

    [Fact]
    public void The_same_nature_twice_is_stated_once() => Given(Opened).When(new StateNature(new(), "変わらない"), Suzuki).ThenNothing();

    [Fact]
    public void The_nature_has_grounds() => Given(Opened).When(new StateNature(new(Attack: true), ""), Suzuki).ThenRefused(Rules.ReasonGiven);

    [Fact]
    public void The_nature_of_a_closed_incident_stands() => Given(Opened, Closed).When(new StateNature(new(Attack: true), "攻撃だった"), Suzuki).ThenRefused(Rules.StillOpen);

    [Fact]
    public void Duties_of_the_nature_run_from_the_moment_it_was_known() =>
        Assert.Equal(Monday9.AddDays(2), Given(Opened).At(Monday9.AddDays(2)).When(new StateNature(new(Attack: true, MayBeCrime: true, Cloud: true), "解析で分かった"), Suzuki)
            .ThenOpen("38-2", "38-3", "32-1-5").Duty("38-2").Since);
}

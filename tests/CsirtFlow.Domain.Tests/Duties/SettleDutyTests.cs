using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>不要の判断と履行の記録.</summary>
public sealed class SettleDutyTests
{
    private static readonly OccurrenceReported Lost = Report(OccurrenceKind.Loss);
    private static readonly DateTimeOffset At = Monday9.AddMinutes(30);

    [Fact]
    public void The_owner_judges_a_duty_unnecessary_with_a_reason() =>
        Given(Reported).When(new JudgeReportDutyUnnecessary("32-1-3", "影響は1台に限られる"), Miura)
            .Then(new ReportDutyJudgedUnnecessary("32-1-3", "影響は1台に限られる", Miura.As(SecurityManager, Monday9))).ThenUnnecessary("32-1-3");

    [Fact]
    public void What_leaves_no_other_event_is_told_in_words() =>
        Given(Lost).When(new CarryOutReportDuty("33-1-2", "カードを停止した"), Ueda).Then(new ReportDutyCarriedOut("33-1-2", "カードを停止した", Ueda.As(SystemManager, Monday9))).ThenMet("33-1-2");

    [Fact]
    public void Of_an_incident_too()
    {
        Given(Opened).When(new JudgeDutyUnnecessary("19-6", "報道の関心を引く影響がない"), Ogawa).Then(new DutyJudgedUnnecessary("19-6", "報道の関心を引く影響がない", Ogawa.As(Administration, At))).ThenUnnecessary("19-6");
        Given(Opened with { Nature = new(Cloud: true) }).When(new CarryOutDuty("32-1-5", "クラウド事業者に電話した"), Okada).Then(new DutyCarriedOut("32-1-5", "クラウド事業者に電話した", Okada.As(SecurityOfficer, At))).ThenMet("32-1-5");
    }

    [Fact]
    public void An_account_is_not_unmade_by_the_next_event() =>
        Given(Lost).When(new CarryOutReportDuty("33-1-2", "カードを停止した"), Ueda).When(new PassReportUp([SecurityOfficer]), Miura).ThenMet("33-1-2");

    [Fact]
    public void A_reason_and_an_account_say_something()
    {
        Given(Reported).When(new JudgeReportDutyUnnecessary("32-1-3", " "), Miura).ThenRefused(Rules.ReasonGiven);
        Given(Lost).When(new CarryOutReportDuty("33-1-2", ""), Ueda).ThenRefused(Rules.TextGiven);
    }

    [Fact]
    public void A_duty_is_one_of_this_matter()
    {
        Given(Reported).When(new CarryOutReportDuty("33-1-2", "停止した"), Okada).ThenRefused(Rules.DutyKnown);
        Given(Reported).When(new JudgeReportDutyUnnecessary("99-9", "ない"), Miura).ThenRefused(Rules.DutyKnown);
    }

    [Fact]
    public void A_duty_is_settled_once()
    {
        Given(Reported, PassedUp, PassedUp with { To = [Ciso] }).When(new JudgeReportDutyUnnecessary("32-1-3", "不要"), Miura).ThenRefused(Rules.DutyOpen);
        Given(Lost).When(new CarryOutReportDuty("33-1-2", "停止した"), Ueda).When(new JudgeReportDutyUnnecessary("33-1-2", "カードではなかった"), Ueda).ThenRefused(Rules.DutyOpen);
    }

    [Fact]
    public void What_the_policy_demands_is_not_judged_away()
    {
        Given(Reported).When(new JudgeReportDutyUnnecessary("32-1-2", "軽いので"), Miura).ThenRefused(Rules.DutyDiscretionary);
        Given(Opened).When(new JudgeDutyUnnecessary("32-3-2", "軽いので"), Suzuki).ThenRefused(Rules.DutyDiscretionary);
        Given(Opened).When(new JudgeDutyUnnecessary("32-1-4", "軽いので"), Suzuki).ThenRefused(Rules.DutyDiscretionary);
    }

    [Fact]
    public void Only_the_owner_settles_it()
    {
        Given(Reported).When(new JudgeReportDutyUnnecessary("32-1-3", "不要"), Okada).ThenRefused(Rules.DutyOwner);
        Given(Opened).When(new JudgeDutyUnnecessary("19-6", "不要"), Suzuki).ThenRefused(Rules.DutyOwner);
        Given(Opened with { Nature = new(Cloud: true) }).When(new CarryOutDuty("32-1-5", "電話した"), Suzuki).ThenRefused(Rules.DutyOwner);
        Given(Reported).When(new JudgeReportDutyUnnecessary("32-1-3", "不要"), Kobayashi).ThenRefused(Rules.OfficeMayNot);
    }

    [Fact]
    public void Whoever_is_told_in_the_owners_place_settles_it()
    {
        var nobody = ReportedByResident with { Occurrence = ReportedByResident.Occurrence with { SectionId = null } };

        var judged = Given(nobody).When(new JudgeReportDutyUnnecessary("32-2-3", "迷惑電話"), Katayama).Then<ReportDutyJudgedUnnecessary>().ThenUnnecessary("32-2-3");
        Assert.Equal("情報セキュリティ管理者に代えて知らせを受けた者として", judged.Events[^1].Origin.By.OnBehalf);
        Assert.Equal("told in place of: Security manager", Acting.OnBehalfInEnglish(judged.Events[^1].Origin.By.OnBehalf!));
        Given(nobody).When(new JudgeReportDutyUnnecessary("32-2-3", "迷惑電話"), Suzuki).ThenRefused(Rules.DutyOwner);
        Given(Reported).In(Demo.Organisation.Away(Miura, Nishida, Azuma)).When(new JudgeReportDutyUnnecessary("32-1-3", "影響がない"), Okada).Then<ReportDutyJudgedUnnecessary>();
        Given(Reported).When(new JudgeReportDutyUnnecessary("32-1-3", "影響がない"), Katayama).ThenRefused(Rules.DutyOwner);
    }

    [Fact]
    public void Of_a_restricted_matter_the_named_settle_what_its_owners_may_not_see()
    {
        IncidentRestricted restricted = new([Suzuki.Id, Asano.Id], "内部不正の疑い", Tanaka.As(CsirtLead, At));

        Given(Reported, Judged).RestrictedTo(Suzuki, Asano).When(new JudgeReportDutyUnnecessary("32-1-3", "CISOへは報告済み"), Suzuki).Then<ReportDutyJudgedUnnecessary>();
        Given(Reported, Judged).When(new JudgeReportDutyUnnecessary("32-1-3", "CISOへは報告済み"), Suzuki).ThenRefused(Rules.DutyOwner);
        Given(Reported, Judged).RestrictedTo(Suzuki, Asano, Miura).When(new JudgeReportDutyUnnecessary("32-1-3", "CISOへは報告済み"), Suzuki).ThenRefused(Rules.DutyOwner);
        Given(Opened, restricted).RestrictedTo(Suzuki, Asano).When(new JudgeDutyUnnecessary("19-6", "調査中"), Suzuki).Then<DutyJudgedUnnecessary>();
    }

    /// <summary>An account in words is for what leaves no other trace. Elsewhere the event of the chain is the proof.</summary>
    [Theory]
    [InlineData("32-3-2"), InlineData("32-3-3"), InlineData("32-3-4-cause"), InlineData("32-3-4-record"), InlineData("32-1-4"), InlineData("19-5")]
    public void Words_do_not_take_the_place_of_the_chain(string duty) => Given(Opened).When(new CarryOutDuty(duty, "済んだ"), Tanaka).ThenRefused(Rules.DutyProvenByEvent);

    [Theory]
    [InlineData("32-1-2"), InlineData("32-1-3"), InlineData("14-3")]
    public void Nor_of_the_managers_report(string duty) => Given(Reported).When(new CarryOutReportDuty(duty, "電話で伝えた"), Miura).ThenRefused(Rules.DutyProvenByEvent);

    [Fact]
    public void After_closing_the_duties_stand()
    {
        Given(Opened, Closed).When(new JudgeDutyUnnecessary("19-6", "不要"), Ogawa).ThenRefused(Rules.StillOpen);
        Given(Opened, Closed).When(new CarryOutDuty("19-6", "公表した"), Ogawa).ThenRefused(Rules.StillOpen);
    }
}

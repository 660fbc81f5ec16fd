using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>誤報: インシデント認定の取消し (32-3-1).</summary>
public sealed class RevokeIncidentTests
{
    private static readonly DateTimeOffset At = Monday9.AddHours(3);
    private static readonly RevokeIncident Wish = new("訓練のメールだった", "総務課が訓練の実施を確認し、端末に不正な動作はなかった");
    private static readonly IncidentRevoked Revoked = new(Wish.Reason, Wish.Grounds, Tanaka.As(CsirtLead, At));

    [Fact]
    public void The_report_is_judged_again_and_its_incident_ends() =>
        Given(Reported, Judged).Reaching(Opened).At(At).When(Wish, Tanaka)
            .Then(new ReportEvaluated(Verdict.NotIncident, Wish.Reason, Number, Tanaka.As(CsirtLead, At)))
            .ThenReaches(new Consequence(Number, Revoked, Opens: false))
            .ThenOverdue("32-1-2").ThenOpen("32-3-1-answer").ThenLapsed("32-1-3", "14-3");

    [Fact]
    public void What_is_owed_ends_with_the_reason_and_what_was_done_stays()
    {
        var story = Given(Opened, Ordered, Revoked).At(At).ThenMet("32-3-3").ThenLapsed("32-3-2", "32-3-3-done", "32-3-4-cause", "19-5");

        Assert.True(story.State is { IsClosed: true, RevokedAt: not null });
        Assert.Equal("インシデント認定の取消し（誤報）（CSIRT責任者　田中 明）", story.Duty("32-3-2").Proof);
        story.When(new AddNote("誤報と伝えた"), Suzuki).Then<NoteAdded>().ThenLapsed("32-3-2", "32-3-4-cause");
    }

    [Fact]
    public void Nothing_goes_on_in_it()
    {
        Given(Opened, Revoked).When(new ReopenIncident("やはり続ける"), Tanaka).ThenRefused(Rules.RevokedForGood);
        Given(Opened, Revoked).When(new InformCiso("続報"), Suzuki).ThenRefused(Rules.StillOpen);
        Given(Opened, CauseFound, Planned, Instructed, Revoked).When(new ReportMeasureDone(1, "した"), Noguchi).ThenRefused(Rules.RevokedForGood);
        Given(Reported, Judged, Harmless with { IncidentNumber = Number }).When(new EvaluateReport(Verdict.Incident, "やはり", "件名"), Suzuki).ThenRefused(Rules.NotYetEvaluated);
    }

    [Fact]
    public void A_limit_of_law_is_not_ended_by_a_word() =>
        Given(Reported, Judged).Reaching(Opened, Assessed).When(Wish, Tanaka).ThenRefused(Rules.NoLegalDutyOpen);

    [Fact]
    public void After_the_facts_were_stated_anew_it_is_and_what_was_filed_stays()
    {
        IncidentEvent[] filed = [Opened, Assessed, new FilingRecorded("ppc-preliminary", ["32-1-4-appi-preliminary"], "個人情報保護委員会", "Webフォーム", "", "第1号", At, Ogawa.As(Administration, At)), Assessed with { Facts = NoPersonalData, Origin = Ogawa.As(Administration, At) }];

        Given(Reported, Judged).Reaching(filed).At(At).When(Wish, Tanaka).Then<ReportEvaluated>();
        Given([.. filed, Revoked]).At(At).ThenMet("32-1-4").ThenLapsed("32-1-4-appi-final");
        Assert.Contains("32-1-4-appi-preliminary", Given([.. filed, Revoked]).State.Filed);
    }

    [Fact]
    public void Reports_that_were_joined_are_judged_by_themselves_first() =>
        Given(Reported, Judged).Reaching(Opened, new ReportAttached("R8-0003", Monday9, EmergencyImpact.None, Suzuki.As(CsirtMember, At))).When(Wish, Tanaka).ThenRefused(Rules.JoinsUndoneFirst);

    [Fact]
    public void It_has_a_reason_and_what_shows_it()
    {
        Given(Reported, Judged).When(Wish with { Reason = "" }, Tanaka).ThenRefused(Rules.ReasonGiven);
        Given(Reported, Judged).When(Wish with { Grounds = " " }, Tanaka).ThenRefused(Rules.GroundsGiven);
    }

    [Fact]
    public void Only_what_was_judged_an_incident_is_revoked_and_only_by_the_lead()
    {
        Given(Reported).When(Wish, Tanaka).ThenRefused(Rules.JudgedIncident);
        Given(Reported, Joined).When(Wish, Tanaka).ThenRefused(Rules.JudgedIncident);
        Given(Reported, Judged).When(Wish, Suzuki).ThenRefused(Rules.OfficeMayNot);
    }

    [Fact]
    public void Whoever_was_told_of_the_incident_is_told_that_it_was_none()
    {
        var before = Given(Opened, Informed, Ordered).State;

        var told = Notifying.Of(Revoked, before, Incident.Evolve(before, before.Id, Revoked), Demo.Organisation, At).Select(n => n.PersonId);

        Assert.Superset(new HashSet<string> { Asano.Id, Katayama.Id, Okada.Id, Suzuki.Id, Ogawa.Id, Takahashi.Id }, told.ToHashSet());
    }
}

using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>再発防止策の差戻し (32-3-5).</summary>
public sealed class ReturnMeasureTests
{
    private static readonly DateTimeOffset At = Monday9.AddDays(40);
    private static readonly ReturnMeasure Back = new(1, "署の端末が残っている", new(2026, 9, 30));
    private static readonly MeasureVerified Checked = new(1, "", null, Suzuki.As(CsirtMember, Monday9.AddDays(31)));

    [Fact]
    public void What_was_done_and_does_not_suffice_is_open_again_until_a_new_day()
    {
        var story = Given(Opened, CauseFound, Planned, Instructed, Done).At(At).When(Back, Katayama).Then(new MeasureReturned(1, Back.Reason, Back.Due, Katayama.As(SupervisingOfficer, At))).ThenOpen("32-3-5-measures");

        Assert.Equal(new PreventionMeasure(1, Planned.Measures[0].Text, General, Back.Due), Assert.Single(story.State.Measures));
        story.When(new ReportMeasureDone(1, "署の端末にも設定した"), Noguchi).Then<MeasureDone>().When(new VerifyMeasure(1), Suzuki).Then<MeasureVerified>().ThenMet("32-3-5-measures");
    }

    [Fact]
    public void So_is_what_the_csirt_had_checked_also_after_closing() =>
        Given(Opened, CauseFound, Planned, Instructed, Done, Checked, Closed).At(At).ThenMet("32-3-5-measures").When(Back, Asano).Then<MeasureReturned>().ThenOpen("32-3-5-measures");

    [Fact]
    public void It_has_a_reason_and_a_day_to_come()
    {
        Given(Opened, CauseFound, Planned, Instructed, Done).When(Back with { Reason = "" }, Asano).ThenRefused(Rules.ReasonGiven);
        Given(Opened, CauseFound, Planned, Instructed, Done).At(At).When(Back with { Due = new(2026, 6, 30) }, Asano).ThenRefused(Rules.DueInFuture);
    }

    [Fact]
    public void Only_what_was_reported_done_is_returned() => Given(Opened, CauseFound, Planned, Instructed).When(Back, Asano).ThenRefused(Rules.MeasureDoneFirst);

    [Fact]
    public void The_csirt_does_not_return_it() => Given(Opened, CauseFound, Planned, Instructed, Done).When(Back, Suzuki).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void The_officer_of_the_section_that_owns_it_is_told()
    {
        var before = Given(Opened, CauseFound, Planned, Instructed, Done).State;
        MeasureReturned returned = new(1, Back.Reason, Back.Due, Asano.As(Ciso, At));

        Assert.Equal([Noguchi.Id], Notifying.Of(returned, before, Incident.Evolve(before, before.Id, returned), Demo.Organisation, At).Select(n => n.PersonId));
    }
}

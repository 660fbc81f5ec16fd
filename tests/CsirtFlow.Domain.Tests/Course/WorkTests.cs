using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>作業.</summary>
public sealed class WorkTests
{
    private static readonly DateTimeOffset At = Monday9.AddMinutes(30);

    [Fact]
    public void Work_has_a_number_and_may_have_somebody_and_a_limit() =>
        Given(Opened).When(new AddWork("通信記録を保全する", Ogawa.Id, At.AddHours(2)), Suzuki).Then(new WorkAdded(1, "通信記録を保全する", Ogawa.Id, At.AddHours(2), Suzuki.As(CsirtMember, At)))
            .When(new AddWork("現場の写真を集める"), Suzuki).Then(new WorkAdded(2, "現場の写真を集める", null, null, Suzuki.As(CsirtMember, At)));

    [Fact]
    public void Work_that_cannot_be_done_is_not_taken()
    {
        Given(Opened).When(new AddWork(""), Suzuki).ThenRefused(Rules.TextGiven);
        Given(Opened).When(new AddWork("保全", "dareka"), Suzuki).ThenRefused(Rules.PersonKnown);
        Given(Opened).When(new AddWork("保全", Due: At), Suzuki).ThenRefused(Rules.DueInFuture);
        Given(Opened, Closed).When(new AddWork("保全"), Suzuki).ThenRefused(Rules.StillOpen);
    }

    [Fact]
    public void The_usual_work_is_added_once()
    {
        var story = Given(Opened).When(new AddUsualWork(), Suzuki);

        Assert.Equal(UsualWork.Of(OccurrenceKind.Malware), story.State.Work.Select(w => w.Text));
        Assert.Equal(Enumerable.Range(1, story.State.Work.Length), story.State.Work.Select(w => w.Number));
        story.When(new AddUsualWork(), Suzuki).ThenNothing();
    }

    [Fact]
    public void Finished_work_is_finished_once_and_dropped_work_says_why()
    {
        var story = Given(Opened).When(new AddWork("保全"), Suzuki).When(new AddWork("写真"), Suzuki).When(new FinishWork(1, Account: "金庫に入れた"), Ogawa)
            .Then(new WorkFinished(1, true, "金庫に入れた", Ogawa.As(Administration, At)));
        Assert.True(story.State.Work[0].Done);

        story.When(new FinishWork(1), Suzuki).ThenRefused(Rules.WorkUnfinished);
        Given(Opened).When(new AddWork("写真"), Suzuki).When(new FinishWork(1, Dropped: true), Suzuki).ThenRefused(Rules.ReasonGiven);
        Given(Opened).When(new FinishWork(1), Suzuki).ThenRefused(Rules.WorkKnown);
    }

    [Fact]
    public void What_is_usual_is_short_enough_to_be_added() => Assert.All(Enum.GetValues<OccurrenceKind>().SelectMany(k => UsualWork.Of(k)), text => Assert.InRange(text.Length, 1, 500));
}

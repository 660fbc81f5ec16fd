using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>引継ぎ.</summary>
public sealed class HandOverWorkTests
{
    private static readonly DateTimeOffset At = Monday9.AddMinutes(50);
    private static readonly HandOverWork Wish = new(Sato.Id, "県からの折り返しを待っている");
    private static readonly WorkAdded Own = new(1, "通信記録を保全する", Suzuki.Id, null, Suzuki.As(CsirtMember, At));
    private static readonly WorkAdded Nobodys = Own with { Work = 2, PersonId = null };
    private static readonly WorkAdded Others = Own with { Work = 3, PersonId = Ogawa.Id };

    [Fact]
    public void Who_goes_says_how_it_stands_with_the_open_work_and_what_is_next() =>
        Given(Opened, Own, Nobodys, Others).At(At).When(Wish, Suzuki)
            .Then(new WorkHandedOver(1, Sato.Id, Wish.Text, [1, 2], "32-3-2", Opened.Origin.RecordedAt.AddMinutes(30), Suzuki.As(CsirtMember, At)));

    [Fact]
    public void Who_comes_receives_it_once_and_has_the_work()
    {
        var story = Given(Opened, Own, Nobodys, Others).At(At).When(Wish, Suzuki).When(new ReceiveHandover(1, "続ける"), Sato).Then(new HandoverReceived(1, "続ける", Sato.As(CsirtMember, At)));

        Assert.Equal([Sato.Id, Sato.Id, Ogawa.Id], story.State.Work.Select(w => w.PersonId));
        Assert.Equal(At, Assert.Single(story.State.Handovers).ReceivedAt);
        story.When(new ReceiveHandover(1), Sato).ThenNothing();
    }

    [Fact]
    public void What_was_finished_meanwhile_stays_with_who_finished_it()
    {
        var story = Given(Opened, Own).At(At).When(Wish, Suzuki).When(new FinishWork(1), Suzuki).When(new ReceiveHandover(1), Sato);

        Assert.Equal(Suzuki.Id, Assert.Single(story.State.Work).PersonId);
    }

    [Fact]
    public void It_goes_to_somebody_else_who_may_see_the_matter()
    {
        Given(Opened).When(Wish with { To = Suzuki.Id }, Suzuki).ThenRefused(Rules.HandsToOther);
        Given(Opened).When(Wish with { To = "dareka" }, Suzuki).ThenRefused(Rules.HandsToReader);
        Given(Opened).When(Wish with { To = Nakamura.Id }, Suzuki).ThenRefused(Rules.HandsToReader);
        Given(Opened, new IncidentRestricted([Suzuki.Id], "内部不正の疑い", Tanaka.As(CsirtLead, At))).When(Wish, Suzuki).ThenRefused(Rules.HandsToReader);
        Given(Opened).When(Wish with { Text = "" }, Suzuki).ThenRefused(Rules.TextGiven);
        Given(Opened, Closed).When(Wish, Suzuki).ThenRefused(Rules.StillOpen);
    }

    [Fact]
    public void Nobody_receives_it_for_another()
    {
        Given(Opened).At(At).When(Wish, Suzuki).When(new ReceiveHandover(1), Tanaka).ThenRefused(Rules.HandoverOwn);
        Given(Opened).When(new ReceiveHandover(1), Sato).ThenRefused(Rules.HandoverKnown);
    }

    [Fact]
    public void Who_comes_is_told()
    {
        var before = Given(Opened).State;
        WorkHandedOver handed = new(1, Sato.Id, Wish.Text, [], null, null, Suzuki.As(CsirtMember, At));

        var notice = Assert.Single(Notifying.Of(handed, before, Incident.Evolve(before, before.Id, handed), Demo.Organisation, At));

        Assert.Equal((Sato.Id, NoticeReason.HandedOver, CsirtMember), (notice.PersonId, notice.Reason, notice.Office));
    }
}

using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests.Forms;

/// <summary>様式・ひな形の改定 (18-1): a new text counts from its approval by another person, and exactly the text that was approved.</summary>
public sealed class ReviseFormTests
{
    private static readonly DateTimeOffset At = Monday9.AddHours(2);

    // 小川 is 総務, 田中 is CSIRT責任者; 片山 is 統括, 浅野 is CISO.
    private static readonly FormRevisionProposed Proposed = new("速報", 2, "二", "見出しを公式の文言にそろえる", "", "", Ogawa.As(Administration, At));
    private static readonly string Content = State(Proposed).Proposal!.Content;
    private static readonly FormRevisionApproved Approved = new(Content, Katayama.As(SupervisingOfficer, At));
    private static readonly ProposeFormRevision Third = new("三", "欄を足す") { Title = "速報", Number = 3 };

    [Fact]
    public void One_proposes_and_another_approves_exactly_that_text() =>
        Given(Proposed).When(new ApproveFormRevision(Content), Katayama).Then(Approved)
            .When(Third, Tanaka).Then(new FormRevisionProposed("速報", 3, "三", "欄を足す", "", "", Tanaka.As(CsirtLead, At)));

    [Fact]
    public void What_was_approved_stays_a_version_with_its_two_persons()
    {
        var version = Assert.Single(State(Proposed, Approved, Proposed with { Number = 3, Text = "三" }).Approved);

        Assert.Equal((2, "二", Ogawa.Name, Katayama.Name, (DateTimeOffset?)At), (version.Number, version.Text, version.ProposedBy.Name, version.ApprovedBy!.Name, version.ApprovedAt));
    }

    [Fact]
    public void Other_words_than_were_seen_are_not_approved() => Given(Proposed).When(new ApproveFormRevision(State(Proposed with { Text = "別の文" }).Proposal!.Content), Katayama).ThenRefused(Rules.ContentAsSeen);

    [Fact]
    public void Nobody_approves_what_they_proposed_even_if_somebody_else_went_on_with_it()
    {
        var both = Demo.Organisation.With(new Assignment(Ogawa.Id, SupervisingOfficer));

        Given(Proposed).In(both).When(new ApproveFormRevision(Content), Ogawa).ThenRefused(Rules.ProposerDoesNotApprove);
        Given(Proposed, Proposed with { Origin = Tanaka.As(CsirtLead, At) }).In(both).When(new ApproveFormRevision(Content), Ogawa).ThenRefused(Rules.ProposerDoesNotApprove);
    }

    [Fact]
    public void Only_those_who_may_propose_and_only_those_who_may_approve()
    {
        Given(Proposed).When(Third, Katayama).ThenRefused(Rules.OfficeMayNot);
        Given(Proposed).When(Third, Suzuki).ThenRefused(Rules.OfficeMayNot);
        Given(Proposed).When(new ApproveFormRevision(Content), Tanaka).ThenRefused(Rules.OfficeMayNot);
    }

    [Fact]
    public void Somebody_elses_proposal_gives_way_only_for_a_reason()
    {
        Given(Proposed).When(Third, Tanaka).ThenRefused(Rules.ProposalReplacedWithReason);
        Given(Proposed).When(Third with { ReplacesBecause = "小川の案を含めて書き直した" }, Tanaka).Then<FormRevisionProposed>();
        Given(Proposed).When(Third, Ogawa).Then<FormRevisionProposed>();
        Given(Proposed).When(new ProposeFormRevision("二", "見出しを公式の文言にそろえる") { Title = "速報", Number = 2 }, Ogawa).ThenNothing();
    }

    [Fact]
    public void A_returned_proposal_waits_for_a_new_text()
    {
        Given(Proposed).When(new ReturnFormRevision(""), Katayama).ThenRefused(Rules.ReasonGiven);
        Given(Proposed).When(new ReturnFormRevision("出典を付けること"), Katayama).Then(new FormRevisionReturned("出典を付けること", Katayama.As(SupervisingOfficer, At)))
            .When(new ApproveFormRevision(Content), Asano).ThenRefused(Rules.ProposalAwaited);
        Given(Proposed, new FormRevisionReturned("出典を付けること", Katayama.As(SupervisingOfficer, At))).When(Third, Tanaka).Then<FormRevisionProposed>();
    }

    [Fact]
    public void A_proposal_can_be_given_up()
    {
        Given(Proposed).When(new WithdrawFormRevision("省令の改正が先になった"), Tanaka).Then<FormRevisionWithdrawn>().When(new ApproveFormRevision(Content), Katayama).ThenRefused(Rules.ProposalAwaited);
        Given(Proposed, Approved).When(new WithdrawFormRevision("やめる"), Ogawa).ThenRefused(Rules.ProposalAwaited);
    }

    [Fact]
    public void A_version_number_is_never_given_twice() => Given(Proposed, Approved).When(Third with { Number = 2 }, Ogawa).ThenRefused(Rules.FormRevisedMeanwhile);

    [Fact]
    public void Labels_are_official_only_with_what_they_were_compared_with()
    {
        Given(Proposed, Approved).When(Third with { ConfirmsNames = true }, Ogawa).ThenRefused(Rules.ComparedWithGiven);
        Given(Proposed, Approved).When(Third with { ConfirmsNames = true, Source = "個人情報保護委員会の入力フォーム（令和8年6月1日の画面）" }, Ogawa).Then<FormRevisionProposed>();
    }

    [Fact]
    public void Those_whose_turn_it_is_are_told()
    {
        Assert.Equal([Katayama.Id, Asano.Id], Told(Proposed));
        Assert.Equal([Ogawa.Id], Told(Proposed, Approved));
        Assert.Equal([Ogawa.Id], Told(Proposed, new FormRevisionReturned("出典を付けること", Katayama.As(SupervisingOfficer, At))));
        Assert.Equal([Ogawa.Id], Told(Proposed, new FormRevisionWithdrawn("やめる", Tanaka.As(CsirtLead, At))));
        Assert.Empty(Told(Proposed, new FormRevisionWithdrawn("やめる", Ogawa.As(Administration, At))));
    }

    private static IEnumerable<string> Told(params FormEvent[] events) =>
        Notifying.Of(events[^1], events.Length > 1 ? State(events[..^1]) : null, State(events), Demo.Organisation, At).Select(n => n.PersonId);

    private static FormHistory State(params FormEvent[] events) => Given(events).State;
}

using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>起案・許可・承認・提出 (22-9-2, 18-1, 19-5): no single person can release a document, and nobody releases other words than were approved.</summary>
public sealed class ReleaseTests
{
    private static readonly DateTimeOffset At = Monday9.AddHours(2);

    // 小川 drafts (総務); 三浦 is 情報セキュリティ管理者 of the station; 片山 is 統括.
    private static readonly DocumentBasis Basis = new("ppc-preliminary", 1, "保有個人情報の漏えい等に関する報告（速報）", 1, false, false, false, Confidentiality.C2, ["incident.summary", "data.person_count"], [Station]);
    private static readonly DocumentDrafted Drafted = new(Number, Basis, Rows(("incident.summary", "感染した"), ("data.person_count", "120人")), "", Ogawa.As(Administration, At));
    private static readonly string Content = State(Drafted).Content;
    private static readonly DocumentSubmitted Submitted = new(Content, Ogawa.As(Administration, At));
    private static readonly DocumentPermitted Permitted = new(Content, null, Miura.As(SecurityManager, At));
    private static readonly DocumentApproved Approved = new(Content, null, [new("a.docx", "x", 1, new string('a', 64))], Katayama.As(SupervisingOfficer, At));
    private static readonly FileDocument Filing = new("個人情報保護委員会", "Webフォーム", ["PPC"], ReceiptNumber: "受-1");

    [Fact]
    public void From_the_draft_to_the_filing_by_different_people() =>
        Given(Drafted).When(new SubmitDocument(Content), Ogawa).Then(Submitted)
            .When(new PermitDocument(Content), Miura).Then(Permitted)
            .When(new ApproveDocument(Content) { Copies = Approved.Copies }, Katayama).Then(Approved)
            .When(Filing, Ogawa).Then<DocumentFiled>()
            .ThenReaches(new Consequence(Number, new FilingRecorded("ppc-preliminary", ["PPC"], "個人情報保護委員会", "Webフォーム", "", "受-1", At, Ogawa.As(Administration, At)), Opens: false));

    [Fact]
    public void A_filing_serves_the_duties_of_its_form_and_those_that_are_named_beside_them() =>
        Assert.Equal(["32-1-4-appi-preliminary", "PPC"], Given(Drafted, Submitted, Permitted, Approved).When(Filing with { OfForm = ["32-1-4-appi-preliminary"] }, Ogawa).Then<DocumentFiled>().State.Filing!.Serves);

    [Fact]
    public void A_publication_is_recorded_as_one() =>
        Given(Drafted with { Basis = Basis with { Publication = true } }, Submitted, Permitted, Approved).When(Filing with { FilingChannel = "報道機関への配布" }, Ogawa).Then<DocumentFiled>()
            .ThenReaches(new Consequence(Number, new PublicationRecorded("報道機関への配布", Basis.Title, At, Ogawa.As(Administration, At)), Opens: false));

    [Fact]
    public void What_stays_inside_or_is_public_needs_no_permission()
    {
        Assert.Equal(DocumentStage.AwaitsApproval, State(Drafted with { Basis = Basis with { Internal = true } }, Submitted).Stage);
        Assert.Equal(DocumentStage.AwaitsApproval, State(Drafted with { Basis = Basis with { Confidentiality = Confidentiality.C1 } }, Submitted).Stage);
        Assert.Equal(DocumentStage.AwaitsPermission, State(Drafted with { Basis = Basis with { Confidentiality = Confidentiality.Unknown } }, Submitted).Stage);
    }

    [Fact]
    public void A_row_that_the_form_requires_is_filled_in() => Given(Drafted with { Fields = Rows(("incident.summary", "感染した")) }).When(new SubmitDocument(State(Drafted with { Fields = Rows(("incident.summary", "感染した")) }).Content), Ogawa).ThenRefused(Rules.RowsFilledIn);

    [Fact]
    public void Under_investigation_is_an_answer() =>
        Given(Drafted).When(new ReviseDocument(Change("data.person_count", "120人", "", FactState.UnderInvestigation)), Suzuki).Then<DocumentRevised>().When(new SubmitDocument(State(Drafted, Revised("data.person_count", new("", FactState.UnderInvestigation, ""))).Content), Suzuki).Then<DocumentSubmitted>();

    [Fact]
    public void Only_the_manager_of_the_section_permits()
    {
        Given(Drafted, Submitted).When(new PermitDocument(Content), Katayama).ThenRefused(Rules.OfficeMayNot);
        Given(Drafted, Submitted).When(new PermitDocument(Content), Kobayashi).ThenRefused(Rules.OfficeMayNot);
    }

    [Fact]
    public void Nothing_is_approved_before_it_was_permitted() => Given(Drafted, Submitted).When(new ApproveDocument(Content), Katayama).ThenRefused(Rules.ApprovalAwaited);

    [Fact]
    public void Nothing_is_permitted_before_it_was_asked_for() => Given(Drafted).When(new PermitDocument(Content), Miura).ThenRefused(Rules.PermissionAwaited);

    [Fact]
    public void Who_wrote_in_it_neither_permits_nor_approves()
    {
        Given(Drafted with { Origin = Miura.As(Administration, At) }, Submitted).When(new PermitDocument(Content), Miura).ThenRefused(Rules.TwoPersons);
        Given(Drafted, Revised("incident.summary", new("感染", FactState.Confirmed, "")) with { Origin = Katayama.As(CsirtLead, At) }, Submitted with { Content = ContentOf("感染") }, Permitted with { Content = ContentOf("感染") })
            .When(new ApproveDocument(ContentOf("感染")), Katayama).ThenRefused(Rules.TwoPersons);
    }

    [Fact]
    public void Who_permitted_does_not_approve() => Given(Drafted, Submitted, Permitted with { Origin = Katayama.As(SecurityManager, At) }).When(new ApproveDocument(Content), Katayama).ThenRefused(Rules.TwoPersons);

    [Fact]
    public void Where_it_cannot_be_helped_the_reason_is_kept_and_somebody_else_looks_at_it()
    {
        var alone = Given(Drafted, Submitted, Permitted with { Origin = Katayama.As(SecurityManager, At) }).When(new ApproveDocument(Content, "夜間で他に連絡がつかない") { Copies = Approved.Copies }, Katayama).Then<DocumentApproved>();

        Assert.True(alone.State.AwaitsReview);
        Given([.. alone.Events]).When(new ReviewSeparation("適切だった"), Katayama).ThenRefused(Rules.TwoPersons);
        Assert.False(Given([.. alone.Events]).When(new ReviewSeparation("適切だった"), Onishi).Then<SeparationReviewed>().State.AwaitsReview);
        Given(Drafted, Submitted, Permitted, Approved).When(new ReviewSeparation("適切だった"), Onishi).ThenRefused(Rules.ReviewAwaited);
    }

    [Fact]
    public void Other_words_than_were_seen_are_neither_asked_for_nor_permitted_nor_approved()
    {
        Given(Drafted).When(new SubmitDocument("other"), Ogawa).ThenRefused(Rules.ContentAsSeen);
        Given(Drafted, Submitted).When(new PermitDocument("other"), Miura).ThenRefused(Rules.ContentAsSeen);
        Given(Drafted, Submitted, Permitted).When(new ApproveDocument("other"), Katayama).ThenRefused(Rules.ContentAsSeen);
        Given(Drafted, Submitted, Permitted).When(new ApproveDocument(Content), Katayama).ThenRefused(Rules.ContentAsSeen);
    }

    [Fact]
    public void Other_words_void_the_approval()
    {
        var after = Given(Drafted, Submitted, Permitted, Approved).When(new ReviseDocument(Change("incident.summary", "感染した", "感染は3台")), Ogawa).Then<DocumentRevised>().State;

        Assert.Equal(DocumentStage.Draft, after.Stage);
        Assert.Null(after.ApprovedBy);
        Assert.Empty(after.Copies);
        Given(Drafted, Submitted, Permitted, Approved, Revised("incident.summary", new("感染は3台", FactState.Confirmed, ""))).When(Filing, Ogawa).ThenRefused(Rules.ApprovedBefore);
    }

    [Fact]
    public void To_have_compared_with_the_record_and_kept_the_words_voids_nothing()
    {
        var wish = new ReviseDocument(Change("incident.summary", "感染した", "感染した")) { Recorded = Rows(("incident.summary", "3台が感染した")) };

        Assert.Equal(DocumentStage.Approved, Given(Drafted, Submitted, Permitted, Approved).When(wish, Ogawa).Then<DocumentRevised>().State.Stage);
    }

    [Fact]
    public void What_the_record_says_can_be_taken_over()
    {
        var wish = new ReviseDocument(ImmutableDictionary<string, FieldRevision>.Empty.Add("incident.summary", new("感染した", "", null, FromRecord: true))) { Recorded = Rows(("incident.summary", "3台が感染した")) };

        Assert.Equal("3台が感染した", Given(Drafted).When(wish, Suzuki).Then<DocumentRevised>().State.Fields["incident.summary"].Text);
    }

    [Fact]
    public void Two_write_at_once_and_neither_overwrites_the_other()
    {
        var first = Revised("incident.summary", new("3台が感染", FactState.Confirmed, ""));

        Given(Drafted, first).When(new ReviseDocument(Change("incident.summary", "感染した", "1台が感染")), Suzuki).ThenRefused(Rules.RowChangedMeanwhile);
        Given(Drafted, first).When(new ReviseDocument(Change("data.person_count", "120人", "130人")), Suzuki).Then<DocumentRevised>();
        Given(Drafted, first).When(new ReviseDocument(Change("data.person_count", "120人", "120人")) { Recorded = Drafted.Fields }, Suzuki).ThenNothing();
    }

    [Fact]
    public void A_confirmed_row_has_words_and_not_too_many()
    {
        Given(Drafted).When(new ReviseDocument(Change("incident.summary", "感染した", " ")), Ogawa).ThenRefused(Rules.TextGiven);
        Given(Drafted).When(new ReviseDocument(ImmutableDictionary<string, FieldRevision>.Empty.Add("incident.summary", null!)), Ogawa).ThenRefused(Rules.TextGiven);
        Given(Drafted).When(new ReviseDocument(Change("incident.summary", "感染した", new('長', 4001))), Ogawa).ThenRefused(Rules.TextTooLong);
    }

    [Fact]
    public void Returned_it_is_a_draft_again_with_the_reason()
    {
        var returned = Given(Drafted, Submitted, Permitted).When(new ReturnDocument("人数の根拠を書くこと"), Katayama).Then<DocumentReturned>().State;

        Assert.Equal((DocumentStage.Draft, "人数の根拠を書くこと"), (returned.Stage, returned.ReturnedBecause));
        Given(Drafted).When(new ReturnDocument("まだ"), Katayama).ThenRefused(Rules.ApprovalAwaited);
        Given(Drafted, Submitted).When(new SubmitDocument(Content), Ogawa).ThenRefused(Rules.DocumentIsDraft);
    }

    [Fact]
    public void Filed_or_withdrawn_it_is_never_changed()
    {
        var filed = Given(Drafted, Submitted, Permitted, Approved).When(Filing, Ogawa);

        Given([.. filed.Events]).When(new ReviseDocument(Change("incident.summary", "感染した", "違う")), Ogawa).ThenRefused(Rules.DocumentFrozen);
        Assert.Equal(DocumentStage.Withdrawn, Given([.. filed.Events]).When(new WithdrawDocument("委員会の指示による"), Ogawa).Then<DocumentWithdrawn>().State.Stage);
        Given(Drafted, new DocumentWithdrawn("誤り", Ogawa.As(Administration, At))).When(new WithdrawDocument("誤り"), Ogawa).ThenRefused(Rules.DocumentFrozen);
        Given(Drafted, Submitted, Permitted).When(Filing, Ogawa).ThenRefused(Rules.ApprovedBefore);
    }

    [Fact]
    public void A_further_issue_says_why()
    {
        var c = new Circumstances(Ogawa.As(Administration, At), Demo.Organisation);
        var incident = Incident.Evolve(null, Incident.Key(Number), Opened);

        Assert.Throws<PolicyViolationException>(() => new DraftDocument("ppc-preliminary").Decide(incident, Basis with { Issue = 2 }, Drafted.Fields, null, c));
        Assert.Equal("続報", new DraftDocument("ppc-preliminary", Reason: "続報").Decide(incident, Basis with { Issue = 2 }, Drafted.Fields, null, c).Reason);
        ThenRefused(Rules.EarlierIssueFiled, () => new DraftDocument("ppc-preliminary", Reason: "続報").Decide(incident, Basis with { Issue = 2 }, Drafted.Fields, State(Drafted, Submitted), c));
    }

    private static void ThenRefused(PolicyRule rule, Action wish) => Assert.Equal([rule], Assert.Throws<PolicyViolationException>(wish).Rules);

    private static CaseDocument State(params DocumentEvent[] events) => Given(events).State;

    private static string ContentOf(string summary) => State(Drafted, Revised("incident.summary", new(summary, FactState.Confirmed, ""))).Content;

    private static DocumentRevised Revised(string key, DocumentField row) => new(ImmutableDictionary<string, DocumentField?>.Empty.Add(key, row), Ogawa.As(Administration, At));

    private static ImmutableDictionary<string, FieldRevision> Change(string key, string was, string text, FactState state = FactState.Confirmed) => ImmutableDictionary<string, FieldRevision>.Empty.Add(key, new(was, text, state));

    private static ImmutableDictionary<string, DocumentField> Rows(params (string Key, string Text)[] rows) =>
        rows.ToImmutableDictionary(r => r.Key, r => new DocumentField(r.Text, FactState.Confirmed, "事実の更新", r.Text));
}

using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>本人の名簿: what happens to the names of those to whom something has happened.</summary>
public sealed class PersonListTests
{
    private static readonly DateTimeOffset At = Monday9.AddHours(3);
    private static readonly PersonListContent Content = new(350, 4, [PersonColumn.Name, PersonColumn.Address], new string('a', 64));
    private static readonly PersonListRegistered Registered = new(Number, 1, "漏えいの通知", Content, Ogawa.As(Administration, At));
    private static readonly PersonListDeletionProposed Proposed = new("通知が終わった", Ogawa.As(Administration, At));
    private static readonly PersonListDeleted Deleted = new(Katayama.As(SupervisingOfficer, At));
    private static readonly CaseDocument Notice = Of(FormChoice.PersonNotice, Number, DocumentStage.Approved);
    private static readonly PersonLettersMade Made = new(Notice.Id, Notice.Content, LetterFormat.Pdf, 1, 346, Ogawa.As(Administration, At));

    [Fact]
    public void A_list_is_registered_for_a_purpose_and_for_an_open_incident()
    {
        Assert.Equal(Registered, Register("漏えいの通知"));
        ThenRefused(Rules.PurposeGiven, () => Register(" "));
        ThenRefused(Rules.PurposeNamesNobody, () => Register("見本太郎への通知", names: true));
        ThenRefused(Rules.StillOpen, () => Register("漏えいの通知", Given(Opened, Closed).State));
    }

    [Fact]
    public void The_same_file_is_registered_once_while_it_is_kept()
    {
        ThenRefused(Rules.ListOnce, () => Register("もう一度", before: Given(Registered).State));

        Assert.Equal(2, Register("もう一度", before: Given(Registered, Proposed, Deleted).State).Issue);
        Given(Registered, Proposed, Deleted).When(new OpenPersonList(), Ogawa).ThenRefused(Rules.ListKept);
    }

    [Fact]
    public void Whoever_looks_at_the_names_is_recorded_each_time() =>
        Given(Registered).When(new OpenPersonList(), Tanaka).Then(new PersonListOpened(Tanaka.As(CsirtLead, At)))
            .When(new OpenPersonList(), Tanaka).Then<PersonListOpened>();

    [Fact]
    public void Nobody_else_looks_at_them()
    {
        foreach (var person in new[] { Suzuki, Takahashi, Katayama, Asano, Okada, Miura, Onishi })
            Given(Registered).When(new OpenPersonList(), person).ThenRefused(Rules.OfficeMayNot);
    }

    [Fact]
    public void Letters_are_made_in_the_approved_words_for_whoever_has_an_address()
    {
        Given(Registered).When(Letters(Notice), Ogawa).Then(Made);
        Given(Registered).When(Letters(Notice) with { First = 301, Most = 100 }, Ogawa).Then(Made with { First = 301, Letters = 46 });

        Given(Registered).When(Letters(null), Ogawa).ThenRefused(Rules.NoticeApproved);
        Given(Registered).When(Letters(Of(FormChoice.PersonNotice, Number, DocumentStage.AwaitsApproval)), Ogawa).ThenRefused(Rules.NoticeApproved);
        Given(Registered).When(Letters(Of("website-notice", Number, DocumentStage.Approved)), Ogawa).ThenRefused(Rules.NoticeApproved);
        Given(Registered).When(Letters(Of(FormChoice.PersonNotice, "R8-0002", DocumentStage.Approved)), Ogawa).ThenRefused(Rules.NoticeApproved);
        Given(Registered with { Content = Content with { WithoutAddress = 350 } }).When(Letters(Notice), Ogawa).ThenRefused(Rules.AddressesGiven);
        Given(Registered).When(Letters(Notice) with { First = 347 }, Ogawa).ThenRefused(Rules.FirstInList);
        Given(Registered, Proposed, Deleted).When(Letters(Notice), Ogawa).ThenRefused(Rules.ListKept);
    }

    [Fact]
    public void A_person_for_whom_a_letter_was_made_twice_counts_once() =>
        Assert.Equal(346, Given(Registered, Made with { Letters = 200 }, Made with { First = 101, Letters = 246 }, Made with { Format = LetterFormat.Addresses }).State.Letters);

    [Fact]
    public void No_more_letters_come_back_than_were_made()
    {
        Given(Registered, Made).When(new RecordReturnedLetters(300), Ogawa).Then<PersonLettersReturned>().When(new RecordReturnedLetters(47), Ogawa).ThenRefused(Rules.ReturnedOfMade);
        Given(Registered, Made).When(new RecordReturnedLetters(0), Ogawa).ThenRefused(Rules.ReturnedOfMade);
        Assert.Equal(3, Given(Registered, Made).When(new RecordReturnedLetters(2), Ogawa).When(new RecordReturnedLetters(1), Ogawa).State.Returned);
    }

    [Fact]
    public void It_is_deleted_by_a_second_person()
    {
        Given(Registered).When(new ProposePersonListDeletion("通知が終わった"), Ogawa).Then(Proposed).When(new DeletePersonList(), Katayama).Then(Deleted);

        Given(Registered).When(new DeletePersonList(), Katayama).ThenRefused(Rules.DeletionProposed);
        Given(Registered, Proposed).When(new DeletePersonList(), Ogawa).ThenRefused(Rules.OfficeMayNot);
        Given(Registered, Proposed).In(Demo.Organisation.With(new Assignment(Ogawa.Id, SupervisingOfficer))).When(new DeletePersonList(), Ogawa).ThenRefused(Rules.DeletedByOther);
        Given(Registered, Proposed, Deleted).When(new DeletePersonList(), Asano).ThenRefused(Rules.DeletionProposed);
    }

    [Fact]
    public void A_deletion_is_asked_for_with_the_reason_and_can_be_declined()
    {
        Given(Registered).When(new ProposePersonListDeletion(""), Ogawa).ThenRefused(Rules.ReasonGiven);
        Given(Registered, Proposed).When(new ProposePersonListDeletion("もう一度"), Tanaka).ThenRefused(Rules.DeletionProposedOnce);
        Given(Registered, Proposed, Deleted).When(new ProposePersonListDeletion("もう一度"), Tanaka).ThenRefused(Rules.ListKept);

        Given(Registered, Proposed).When(new DeclinePersonListDeletion("問合せが続いている"), Katayama).Then<PersonListDeletionDeclined>().When(new ProposePersonListDeletion("終わった"), Katayama).ThenRefused(Rules.OfficeMayNot);
        Given(Registered).When(new DeclinePersonListDeletion("問合せが続いている"), Katayama).ThenRefused(Rules.DeletionProposed);
    }

    private static MakePersonLetters Letters(CaseDocument? notice) => new(LetterFormat.Pdf) { Notice = notice };

    private static CaseDocument Of(string form, string number, DocumentStage stage) => new()
    {
        Id = CaseDocument.Key(number, form, 1),
        Number = number,
        Basis = new(form, 1, "お知らせ", 1, false, false, false, Confidentiality.C2, [], [Station]),
        Stage = stage,
    };

    private static PersonListRegistered Register(string purpose, Incident? incident = null, bool names = false, params PersonList[] before) =>
        new RegisterPersonList(purpose) { NamesSomebody = names }.Decide(incident ?? Given(Opened).State, Content, [.. before], new(Ogawa.As(Administration, At), Demo.Organisation));

    private static void ThenRefused(PolicyRule rule, Action register) => Assert.Equal([rule], Assert.Throws<PolicyViolationException>(register).Rules.AsEnumerable());
}

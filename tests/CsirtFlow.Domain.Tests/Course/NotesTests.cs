using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>経過の記録・訂正の追記・経過表.</summary>
public sealed class NotesTests
{
    private static readonly DateTimeOffset At = Monday9.AddMinutes(30);
    private static readonly Provenance Suzukis = Suzuki.As(CsirtMember, At);

    [Fact]
    public void A_note_says_what_happened_and_when() =>
        Given(Opened, Closed).When(new AddNote("県警から電話があった", Monday9, NoteKind.Telephone), Ogawa)
            .Then(new NoteAdded("県警から電話があった", Ogawa.As(Administration, Closed.Origin.RecordedAt) with { OccurredAt = Monday9 }, NoteKind.Telephone));

    [Fact]
    public void A_note_says_something() => Given(Opened).When(new AddNote(" "), Ogawa).ThenRefused(Rules.TextGiven);

    [Fact]
    public void A_note_is_of_the_past() => Given(Opened).When(new AddNote("県警が来る", At.AddMinutes(2)), Ogawa).ThenRefused(Rules.NotInFuture);

    [Fact]
    public void A_report_has_notes_before_and_after_it_was_judged()
    {
        Given(Reported).At(At).When(new AddReportNote("折り返して、添付は開いていないと聞いた", Monday9), Takahashi)
            .Then(new ReportNoteAdded("折り返して、添付は開いていないと聞いた", Takahashi.As(ContactPoint, At) with { OccurredAt = Monday9 }, NoteKind.Telephone));
        Given(Reported, Harmless).When(new AddReportNote("1週間後も異常なし", Kind: NoteKind.StatusCheck), Suzuki).Then<ReportNoteAdded>();
        Given(Reported).When(new AddReportNote(""), Suzuki).ThenRefused(Rules.TextGiven);
        Given(Reported).When(new AddReportNote("折り返す", Monday9.AddHours(1)), Suzuki).ThenRefused(Rules.NotInFuture);
        Given(Reported).When(new AddReportNote("見た"), Yamamoto).ThenRefused(Rules.OfficeMayNot);
    }

    [Fact]
    public void A_note_may_go_into_the_course_for_outside_at_once() =>
        Given(Opened).When(new AddNote("県へ電話で一報した", Monday9, InCourse: true), Suzuki)
            .Then(new NoteAdded("県へ電話で一報した", Suzukis with { OccurredAt = Monday9 }), new CourseEntryPlaced(2, true, "県へ電話で一報した", Monday9, Suzukis));

    [Fact]
    public void A_note_for_outside_is_short() => Given(Opened).When(new AddNote(new string('長', PlaceInCourse.LongestWords + 1), InCourse: true), Suzuki).ThenRefused(Rules.TextTooLong);

    [Fact]
    public void Whoever_only_reported_does_not_correct_the_record() =>
        Given(Opened, Informed).When(new CorrectRecord(2, "切り離したのは2台", "台帳と照合した"), Yamamoto).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void A_correction_names_the_event_the_truth_and_the_reason()
    {
        Given(Opened, Informed).When(new CorrectRecord(2, "切り離したのは2台", "台帳と照合した"), Suzuki).Then<RecordCorrected>();
        Given(Opened).When(new CorrectRecord(2, "切り離したのは2台", "台帳と照合した"), Suzuki).ThenRefused(Rules.EventKnown);
        Given(Opened).When(new CorrectRecord(0, "切り離したのは2台", "台帳と照合した"), Suzuki).ThenRefused(Rules.EventKnown);
        Given(Opened).When(new CorrectRecord(1, "切り離したのは2台", ""), Suzuki).ThenRefused(Rules.ReasonGiven);
    }

    [Fact]
    public void An_event_stands_in_the_course_in_other_words_or_not_at_all()
    {
        var story = Given(Opened, Informed).When(new PlaceInCourse(2, true, "消防長へ報告", Monday9), Suzuki).Then(new CourseEntryPlaced(2, true, "消防長へ報告", Monday9, Suzuki.As(CsirtMember, Informed.Origin.RecordedAt)));
        story.When(new PlaceInCourse(2, true, "消防長へ報告 ", Monday9), Suzuki).ThenNothing();
        story.When(new PlaceInCourse(2, false), Suzuki).Then<CourseEntryPlaced>();

        Assert.False(story.State.Course[2].Shown);
    }

    [Fact]
    public void What_is_placed_has_words_and_an_event_of_the_past()
    {
        Given(Opened).When(new PlaceInCourse(1, true), Suzuki).ThenRefused(Rules.TextGiven);
        Given(Opened).When(new PlaceInCourse(9, false), Suzuki).ThenRefused(Rules.EventKnown);
        Given(Opened).When(new PlaceInCourse(1, true, "予定", At.AddHours(1)), Suzuki).ThenRefused(Rules.NotInFuture);
    }
}

namespace CsirtFlow.Domain.Tests;

/// <summary>追加で教えてください (32-1-1).</summary>
public sealed class SupplementReportTests
{
    private static SupplementReport Told(string question, string answer) => new(ImmutableDictionary<string, string>.Empty.Add(question, answer));

    [Fact]
    public void More_may_be_told_afterwards() =>
        Given(Reported).When(Told("電源は", "入れたまま"), Yamamoto)
            .Then(new ReportSupplemented(ImmutableDictionary<string, string>.Empty.Add("電源は", "入れたまま"), [], Yamamoto.As(Office.Staff, Monday9)));

    [Fact]
    public void A_file_alone_is_something_told()
    {
        EvidenceFile photo = new("画面.jpg", "image/jpeg", 1200, new string('a', 64));

        var report = Given(Reported).When(new SupplementReport(ImmutableDictionary<string, string>.Empty) { Files = [photo] }, Yamamoto).Then<ReportSupplemented>().State;

        Assert.Equal([photo], report.Files.AsEnumerable());
    }

    [Fact]
    public void Nobody_fills_the_store_with_one_report()
    {
        EvidenceFile photo = new("画面.jpg", "image/jpeg", 1200, new string('a', 64));
        SupplementReport With(int files) => new(ImmutableDictionary<string, string>.Empty) { Files = [.. Enumerable.Repeat(photo, files)] };

        Given(Reported).When(With(SupplementReport.MostFiles), Yamamoto).Then<ReportSupplemented>();
        Given(Reported).When(With(SupplementReport.MostFiles + 1), Yamamoto).ThenRefused(Rules.TellByTelephone);
    }

    [Fact]
    public void Empty_answers_change_nothing() => Given(Reported).When(Told("電源は", " "), Yamamoto).ThenNothing();

    [Fact]
    public void An_answer_has_an_end() => Given(Reported).When(Told("電源は", new('あ', 1001)), Yamamoto).ThenRefused(Rules.TextTooLong);

    [Fact]
    public void Twenty_answers_are_enough() =>
        Given(Reported).When(new SupplementReport(Enumerable.Range(1, 21).ToImmutableDictionary(n => $"質問{n}", n => "はい")), Yamamoto).ThenRefused(Rules.TextTooLong);

    [Fact]
    public void A_stranger_adds_nothing() => Given(Reported).When(Told("電源は", "切った"), new Person("dareka", "誰か", "", Station)).ThenRefused(Rules.OfficeMayNot);
}

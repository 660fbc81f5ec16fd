using CsirtFlow.Domain.Statutory;
using static CsirtFlow.Domain.Tests.Statutory.Known;

namespace CsirtFlow.Domain.Tests.Statutory;

public sealed class StatutoryHistoryTests
{
    [Fact]
    public void An_improper_purpose_found_later_replaces_the_final_report_only()
    {
        var history = Told(new(At(0), Sensitive, Sunday952), new(At(4), Sensitive with { ImproperPurposeFeared = Answer.Yes }, Sunday952));

        var old = Assert.Single(history, h => !h.IsCurrent);
        Assert.Equal((ReportKind.Final, 30, At(4)), (old.Deadline.Kind, old.Deadline.Days, old.SupersededAt));
        Assert.Equal("不正の目的をもって行われたおそれがあることが分かったため。", old.WhySuperseded);
        Assert.Equal([(ReportKind.Preliminary, 5), (ReportKind.Final, 60)], history.Where(h => h.IsCurrent).Select(h => (h.Deadline.Kind, h.Deadline.Days)));
    }

    [Fact]
    public void A_purpose_that_proves_innocent_brings_thirty_days_back()
    {
        var history = Told(new(At(0), Sensitive with { ImproperPurposeFeared = Answer.Yes }, Sunday952), new(At(4), Sensitive, Sunday952));

        Assert.Equal("不正の目的（おそれを含む）に当たる号がなくなったため。", Assert.Single(history, h => !h.IsCurrent).WhySuperseded);
        Assert.Equal(30, history[^1].Deadline.Days);
    }

    [Fact]
    public void A_corrected_day_of_knowing_keeps_the_old_deadlines_with_the_reason()
    {
        var earlier = Sunday952.AddDays(-2);
        var corrected = Sensitive with { Knowledge = new Knowledge { KnewAt = Sunday952 }.CorrectedTo(earlier, "救急課が先に知っていた。", At(5)) };

        var history = Told(new(At(0), Sensitive, Sunday952), new(At(5), corrected, earlier));

        Assert.Equal(4, history.Count);
        Assert.All(history.Where(h => !h.IsCurrent), h => Assert.Equal("知った日を令和8年11月22日から令和8年11月20日に訂正したため（救急課が先に知っていた）。", h.WhySuperseded));
        Assert.Equal(new DateOnly(2026, 11, 24), history[2].Deadline.Limit);
    }

    [Fact]
    public void A_correction_within_the_day_changes_nothing() =>
        Assert.All(Told(new(At(0), Sensitive, Sunday952), new(At(1), Sensitive, Sunday952.AddHours(-3))), h => Assert.True(h.IsCurrent));

    [Fact]
    public void What_proves_not_reportable_leaves_only_history()
    {
        var history = Told(new(At(0), Sensitive, Sunday952), new(At(2), SmallLeak, Sunday952));

        Assert.Equal(2, history.Count);
        Assert.All(history, h => Assert.Equal("個人情報保護法第68条第1項の報告対象事態に当たらないことが分かったため。", h.WhySuperseded));
    }

    [Fact]
    public void A_contractors_notice_starts_the_clock_when_it_came_first()
    {
        var knowledge = new Knowledge { KnewAt = Sunday952, ContractorNotifiedAt = Sunday952.AddDays(-1) };

        Assert.Equal(Sunday952.AddDays(-1), knowledge.ClockStartsAt);
        Assert.Equal(Sunday952, (knowledge with { ContractorNotifiedAt = null }).ClockStartsAt);
        Assert.Null(new Knowledge().ClockStartsAt);
    }

    private static IReadOnlyList<DeadlineInHistory> Told(params StatutoryRecord[] records) =>
        StatutoryHistory.Recompute(records, JapaneseCalendar.Computed);

    private static DateTimeOffset At(int hours) => Sunday952.AddHours(hours);
}

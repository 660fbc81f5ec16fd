using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests.Retention;

/// <summary>保存期間と廃棄 (22-10, 34-6-2): how long a matter is kept, and how what belongs to it is destroyed.</summary>
public sealed class RetentionTests
{
    private static readonly DateTimeOffset At = Monday9.AddHours(3);
    private static readonly RetentionPeriod Over = new(RetentionClass.OneYear, DateOnly.FromDateTime(At.Date).AddYears(-1).AddDays(-1));
    private static readonly RetentionPeriod LastDay = new(RetentionClass.OneYear, DateOnly.FromDateTime(At.Date).AddYears(-1).AddDays(1));
    private static readonly DisposableParts Parts = new([Report.Key(Number)], [new string('a', 64)], [PersonList.Key(Number, 1)]);
    private static readonly DisposalProposed Proposed = new(DisposalScope.Everything, "保存期間が満了した。", Ogawa.As(Administration, At));
    private static readonly MatterDisposed Disposed = new(DisposalScope.Everything, Parts.Subjects, Parts.Files, Parts.Lists, Katayama.As(SupervisingOfficer, At));

    [Fact]
    public void It_is_counted_from_the_fiscal_year_after_the_one_in_which_the_matter_was_completed()
    {
        var evaluated = Given(Reported, new ReportEvaluated(Verdict.NotIncident, "誤検知", null, Tanaka.As(CsirtLead, new(2027, 3, 31, 23, 59, 0, TimeSpan.FromHours(9))))).State;
        var later = Given(Reported, new ReportEvaluated(Verdict.NotIncident, "誤検知", null, Tanaka.As(CsirtLead, new(2027, 4, 1, 0, 0, 0, TimeSpan.FromHours(9))))).State;

        Assert.Equal((new DateOnly(2027, 4, 1), new DateOnly(2028, 3, 31)), Span(RetentionPeriod.Of(evaluated, null, null, new())));
        Assert.Equal((new DateOnly(2028, 4, 1), new DateOnly(2029, 3, 31)), Span(RetentionPeriod.Of(later, null, null, new())));
        Assert.False(RetentionPeriod.Of(evaluated, null, null, new()).IsOver(new(2028, 3, 31)));
        Assert.True(RetentionPeriod.Of(evaluated, null, null, new()).IsOver(new(2028, 4, 1)));
    }

    [Fact]
    public void What_is_not_completed_is_kept()
    {
        Assert.Equal(new(RetentionClass.OneYear, null), RetentionPeriod.Of(Given(Reported).State, null, null, new()));
        Assert.False(RetentionPeriod.Of(Given(Reported).State, Given(Opened).State, null, new()).IsOver(DateOnly.MaxValue));
    }

    [Fact]
    public void What_is_grave_is_kept_longer_and_what_somebody_has_set_goes_before()
    {
        var report = Given(Reported).State;
        var incident = Given(Opened, Closed).State;

        Assert.Equal(RetentionClass.FiveYears, RetentionPeriod.Of(report, incident, null, new()).Class);
        Assert.Equal(RetentionClass.TenYears, RetentionPeriod.Of(report, incident with { Severity = Severity.Critical }, null, new()).Class);
        Assert.Equal(RetentionClass.ThreeYears, RetentionPeriod.Of(report, incident, null, new() { Incident = RetentionClass.ThreeYears }).Class);
        Assert.Equal(RetentionClass.ThirtyYears, RetentionPeriod.Of(report, incident with { Severity = Severity.Critical }, RetentionClass.ThirtyYears, new()).Class);
    }

    [Fact]
    public void It_is_set_with_a_reason()
    {
        Given(new DisposalDeclined("裁判が続いている。", Katayama.As(SupervisingOfficer, At))).When(new SetRetention(RetentionClass.TenYears, "裁判が続いている。"), Ogawa).Then(new RetentionSet(RetentionClass.TenYears, "裁判が続いている。", Ogawa.As(Administration, At)));

        Given(Proposed).When(new SetRetention(RetentionClass.TenYears, " "), Ogawa).ThenRefused(Rules.ReasonGiven);
        Given(Proposed).When(new SetRetention(RetentionClass.TenYears, "裁判"), Tanaka).ThenRefused(Rules.OfficeMayNot);
        Given(Proposed, Disposed).When(new SetRetention(RetentionClass.TenYears, "裁判"), Ogawa).ThenRefused(Rules.NotDisposed);
    }

    [Fact]
    public void One_asks_and_another_carries_it_out()
    {
        var declined = new DisposalDeclined("まだ要る。", Katayama.As(SupervisingOfficer, At));
        Given(declined).When(new ProposeDisposal(DisposalScope.Everything, Proposed.Reason) { Period = Over }, Ogawa).Then(Proposed).When(new CarryOutDisposal { Period = Over, Parts = Parts }, Katayama).Then(Disposed);

        Given(Proposed with { Origin = Katayama.As(CsirtLead, At) }).When(new CarryOutDisposal { Period = Over, Parts = Parts }, Katayama).ThenRefused(Rules.DisposedByOther);
        Given(Proposed).When(new CarryOutDisposal { Period = Over, Parts = Parts }, Ogawa).ThenRefused(Rules.OfficeMayNot);
        Given(declined).When(new CarryOutDisposal { Period = Over, Parts = Parts }, Katayama).ThenRefused(Rules.DisposalProposedBefore);
        Given(Proposed).When(new ProposeDisposal(DisposalScope.Contacts, "本人の求め") { Period = Over }, Ogawa).ThenRefused(Rules.DisposalProposedOnce);
        Given(Proposed, Disposed).When(new ProposeDisposal(DisposalScope.Contacts, "本人の求め") { Period = Over }, Ogawa).ThenRefused(Rules.NotDisposed);
        Given(Proposed, Disposed).When(new ProposeDisposal(DisposalScope.Contacts, "追加の連絡があった。") { Parts = Parts }, Ogawa).Then<DisposalProposed>();
        Given(declined).When(new ProposeDisposal(DisposalScope.Everything, "") { Period = Over }, Ogawa).ThenRefused(Rules.ReasonGiven);
    }

    [Fact]
    public void Everything_goes_after_the_last_day_alone_and_what_belongs_to_persons_whenever_they_ask()
    {
        var declined = new DisposalDeclined("まだ要る。", Katayama.As(SupervisingOfficer, At));
        Given(declined).When(new ProposeDisposal(DisposalScope.Everything, "満了") { Period = LastDay }, Ogawa).ThenRefused(Rules.RetentionOver);
        Given(declined).When(new ProposeDisposal(DisposalScope.Everything, "満了"), Ogawa).ThenRefused(Rules.RetentionOver);
        Given(Proposed).When(new CarryOutDisposal { Period = LastDay, Parts = Parts }, Katayama).ThenRefused(Rules.RetentionOver);

        Given(declined).When(new ProposeDisposal(DisposalScope.Contacts, "本人の求め") { Period = LastDay }, Ogawa).Then<DisposalProposed>().When(new CarryOutDisposal { Period = LastDay }, Katayama).Then<MatterDisposed>()
            .When(new ProposeDisposal(DisposalScope.Everything, "満了") { Period = Over }, Ogawa).Then<DisposalProposed>();
    }

    [Fact]
    public void It_is_declined_with_a_reason_and_can_be_asked_for_again()
    {
        Given(Proposed).When(new DeclineDisposal("捜査が続いている。"), Katayama).Then<DisposalDeclined>().When(new ProposeDisposal(DisposalScope.Everything, "満了") { Period = Over }, Ogawa).Then<DisposalProposed>();

        Given(Proposed).When(new DeclineDisposal(""), Katayama).ThenRefused(Rules.ReasonGiven);
        Given(Proposed, Disposed).When(new DeclineDisposal("遅い"), Katayama).ThenRefused(Rules.DisposalProposedBefore);
    }

    private static (DateOnly?, DateOnly?) Span(RetentionPeriod period) => (period.Begins, period.Ends);
}

using CsCheck;
using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>義務の台帳: derived from the events alone.</summary>
public sealed class DutyLedgerTests
{
    [Fact]
    public void The_proof_names_the_event_the_office_and_the_person() =>
        Assert.Equal("管理者の報告（情報セキュリティ管理者　三浦 一）", Given(Reported, PassedUp).Duty("32-1-2").Proof);

    [Fact]
    public void The_report_itself_settles_what_the_staff_owe() => Given(Reported).ThenMet("32-1-1").ThenNotOwed("32-2-1", "33-1-1ウ", "38-1-3");

    [Theory]
    [InlineData(OccurrenceKind.Ransom, "", "37-3-7")]
    [InlineData(OccurrenceKind.Malware, "", "37-3-7")]
    [InlineData(OccurrenceKind.SuspiciousMail, "33-3-4", "33-3-4-change")]
    [InlineData(OccurrenceKind.AccountMisuse, "33-3-4", "33-3-4-change")]
    [InlineData(OccurrenceKind.Loss, "33-1-1ウ", "33-1-2")]
    [InlineData(OccurrenceKind.Missent, "34-15-4", "")]
    [InlineData(OccurrenceKind.Website, "38-1-3", "")]
    [InlineData(OccurrenceKind.PolicyBreach, "41-3-1 45-2-2", "")]
    [InlineData(OccurrenceKind.Outage, "", "34-7")]
    [InlineData(OccurrenceKind.OutsideContact, "", "")]
    [InlineData(OccurrenceKind.Other, "", "")]
    public void Each_kind_brings_its_own_duties(OccurrenceKind kind, string met, string open)
    {
        string[] chain = ["32-1-1", "32-1-2", "32-1-3", "32-3-1", "14-3"];

        Assert.Equal(Sorted([.. chain, .. met.Split(' '), open]), Sorted(Given(Report(kind)).Duties.Select(d => d.Key)));
        Given(Report(kind)).ThenMet(Sorted(met.Split(' '))).ThenOpen(Sorted([open]));
    }

    [Fact]
    public void A_report_that_was_no_incident_needs_neither_ciso_nor_instruction_and_one_that_was_does_again() =>
        Given(Reported, Harmless).ThenLapsed("32-1-3", "14-3").ThenOverdue("32-1-2")
            .When(new EvaluateReport(Verdict.Incident, "やはり感染していた", "感染"), Suzuki).ThenOpen("32-1-3").ThenOverdue("14-3");

    [Fact]
    public void Later_reporting_settles_what_was_judged_unnecessary() =>
        Given(Reported).When(new JudgeReportDutyUnnecessary("32-1-3", "影響がない"), Miura).ThenUnnecessary("32-1-3")
            .When(new PassReportUp([SecurityOfficer, Ciso]), Miura).ThenMet("32-1-3");

    [Fact]
    public void Events_one_by_one_or_all_at_once_give_the_same_state()
    {
        Steps.Sample(steps =>
        {
            var (report, events) = Tell(steps);
            var replayed = events.Aggregate((Report?)null, (r, e) => Domain.Report.Evolve(r, Domain.Report.Key(Number), e))!;
            Assert.Equal(Written([report]), Written([replayed]));
        });
    }

    [Fact]
    public void No_duty_is_met_before_it_is_owed() =>
        Steps.Sample(steps => Assert.All(Tell(steps).Report.Duties.Records, r => Assert.True(r.MetAt is null || r.MetAt >= r.Since, r.ToString())));

    [Fact]
    public void No_duty_disappears() =>
        Steps.Sample(steps =>
        {
            var (_, events) = Tell(steps);
            for (var n = 1; n < events.Count; n++)
                Assert.Empty(Keys(events.Take(n)).Except(Keys(events.Take(n + 1))));
        });

    /// <summary>Anything that may happen to a report, in any order the policy lets it.</summary>
    private static Gen<int[]> Steps { get; } = Gen.Int[0, 7].Array[0, 12];

    private static (Report Report, List<ReportEvent> Events) Tell(int[] steps)
    {
        List<ReportEvent> events = [Demo.Report(OccurrenceKind.Loss, OccurrenceKind.SuspiciousMail)];
        var report = Domain.Report.Evolve(null, Domain.Report.Key(Number), events[0]);
        foreach (var (step, n) in steps.Select((s, n) => (s, n)))
        {
            var at = Monday9.AddMinutes(10 * (n + 1));
            (ICommand<Report, ReportEvent>, Provenance) chosen = step switch
            {
                0 => (new PassReportUp([SecurityOfficer]), Miura.As(SecurityManager, at)),
                1 => (new PassReportUp([Ciso]), Miura.As(SecurityManager, at)),
                2 => (new GiveInstruction("待つこと"), Okada.As(SecurityOfficer, at)),
                3 => (new EvaluateReport(Verdict.NotIncident, "迷惑メール"), Suzuki.As(CsirtMember, at)),
                4 => (new EvaluateReport(Verdict.Joined, "同じ", JoinTo: "R8-0002"), Suzuki.As(CsirtMember, at)),
                5 => (new UndoJoin("別件"), Suzuki.As(CsirtMember, at)),
                6 => (new AnswerReporter("迷惑メールでした"), Suzuki.As(CsirtMember, at)),
                _ => (new JudgeReportDutyUnnecessary("32-1-3", "影響がない"), Miura.As(SecurityManager, at)),
            };
            var (wish, origin) = chosen;
            try
            {
                foreach (var e in wish.Decide(report, new(origin, Demo.Organisation)))
                {
                    events.Add(e);
                    report = Domain.Report.Evolve(report, Domain.Report.Key(Number), e);
                }
            }
            catch (PolicyViolationException)
            {
                // The policy refuses: nothing happened.
            }
        }
        return (report, events);
    }

    private static IEnumerable<string> Keys(IEnumerable<ReportEvent> events) => Given([.. events]).Duties.Select(d => d.Key);

    private static string[] Sorted(IEnumerable<string> keys) => [.. keys.Where(k => k.Length > 0).Order(StringComparer.Ordinal)];
}

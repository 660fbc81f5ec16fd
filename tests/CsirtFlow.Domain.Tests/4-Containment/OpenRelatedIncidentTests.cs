using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>関連する件の登録 (32-3-3後段).</summary>
public sealed class OpenRelatedIncidentTests
{
    private static readonly DateTimeOffset At = Monday9.AddHours(3);
    private static readonly SystemsCheckAnswered FoundThere = new(Statistics, true, "同じ通信が1件ある", Hara.As(SystemManager, At));
    private static readonly OpenRelatedIncident Wish = new(Statistics, "統計システムの感染", "同じ通信の記録がある");
    private static readonly IncidentEvent[] Found = [Opened, CheckOrdered, FoundThere];

    [Fact]
    public void The_answer_is_the_report_and_the_moment_of_the_answer_is_when_it_was_noticed()
    {
        var report = Report(Wish, Found);

        Assert.Contains("同じ通信が1件ある", report.Description, StringComparison.Ordinal);
        Assert.Equal(Opened.Kinds, report.Kinds);
        Assert.Equal(FoundThere.Origin.RecordedAt, report.NoticedAt);
        Assert.Equal(Demo.Organisation.Systems.Single(s => s.Id == Statistics).SectionId, report.SectionId);
        Assert.Empty(report.Unmet(Demo.Organisation, At));
    }

    [Fact]
    public void An_answer_longer_than_a_report_may_be_is_cut() =>
        Assert.Empty(Report(Wish, Opened, CheckOrdered, FoundThere with { Account = new string('長', ReportOccurrence.LongestDescription) }).Unmet(Demo.Organisation, At));

    [Fact]
    public void It_is_judged_an_incident_and_linked()
    {
        Assert.Equal(new EvaluateReport(Verdict.Incident, Wish.Grounds, Wish.Title), Wish.Evaluation);
        Assert.Equal(new LinkIncident("R8-0009", Wish.Grounds), Wish.Link("R8-0009"));
    }

    [Fact]
    public void Only_where_it_was_found()
    {
        ThenRefused(Rules.FoundThere, Wish with { SystemId = Archive }, Found);
        ThenRefused(Rules.FoundThere, Wish, Opened, CheckOrdered, FoundThere with { Found = false });
        ThenRefused(Rules.FoundThere, Wish with { SystemId = "ない" }, Found);
    }

    [Fact]
    public void It_has_a_title_and_grounds()
    {
        ThenRefused(Rules.TitleGiven, Wish with { Title = "" }, Found);
        ThenRefused(Rules.ReasonGiven, Wish with { Grounds = "" }, Found);
    }

    [Fact]
    public void A_restricted_incident_is_not_told_to_the_chain_by_its_neighbour() =>
        ThenRefused(Rules.NotRestricted, Wish, [.. Found, new IncidentRestricted([Suzuki.Id], "内部不正の疑い", Tanaka.As(CsirtLead, At))]);

    [Fact]
    public void A_closed_incident_is_reopened_first() => ThenRefused(Rules.StillOpen, Wish, [.. Found, Closed]);

    private static ReportOccurrence Report(OpenRelatedIncident wish, params IncidentEvent[] events) =>
        wish.Report(events.Aggregate((Incident?)null, (i, e) => Incident.Evolve(i, Incident.Key(Number), e))!, new Circumstances(Suzuki.As(CsirtMember, At), Demo.Organisation));

    private static void ThenRefused(PolicyRule rule, OpenRelatedIncident wish, params IncidentEvent[] events) =>
        Assert.Equal([rule], Assert.Throws<PolicyViolationException>(() => Report(wish, events)).Rules);
}

using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>
/// 報告不要の判断 (32-1-4; 法68条, 番号法29条の4): personal data is concerned and no report is owed. Said by a second office, with reasons;
/// never while an act or the guideline obliges to report or a ground is still unknown, so that My Number data needs the encryption ground (番号GL別添2 3B).
/// </summary>
[Term("報告不要の判断", "Judgement that no report is owed", "32-1-4"), By(Office.SupervisingOfficer, Office.Ciso)]
public sealed record JudgeNotReportable(string Reason) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(Reason, Rules.ReasonGiven);
        PolicyViolationException.ThrowIf(state.Assessment is null, Rules.AssessedFirst);
        PolicyViolationException.ThrowIfAny(state.Assessment!.Duties.Select(Owed));
        if (state.NotReportableAt is not null) return [];

        return [new NotReportableJudged([.. state.Assessment.Grounds.Select(g => $"{g.Article}：{g.Explanation}")], Reason, c.Origin)];
    }

    private static PolicyRule Owed(ReportDuty duty) => new("report-owed", "32-1-4", $"報告不要とは判断できません。{duty.Explanation}",
        duty.Basis is DutyBasis.Undetermined ? "It cannot be judged that no report is owed: some grounds are still unknown." : "It cannot be judged that no report is owed: the law or the guideline obliges to report.");
}

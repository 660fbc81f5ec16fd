using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>終結: every duty of the incident and of its reports settled, every order checked, every statutory filing made. The gate names what is missing.</summary>
[Term("終結", "Closing"), By(Office.CsirtLead)]
public sealed record CloseIncident(string Remark = "") : ICommand<Incident, IncidentEvent>, IRestsOnReports<Incident>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Length(Remark);
        PolicyViolationException.ThrowIf(state.IsClosed, Rules.NotClosedYet);
        PolicyViolationException.ThrowIfAny(ClosingConditions.Unmet(state, RestsOn(state).Select(number => c.Reports.Single(r => r.Number == number)), c.Organisation));

        return [new IncidentClosed(Remark ?? "", c.Origin)];
    }

    public IEnumerable<string> RestsOn(Incident state) => state.ReportNumbers;
}

/// <summary>終結の条件: asked by the page before the click, enforced by <see cref="CloseIncident"/>.</summary>
public static class ClosingConditions
{
    /// <param name="reports">The reports of the incident; for a reader who may not see each of them, those that he may.</param>
    public static IEnumerable<PolicyRule> Unmet(Incident incident, IEnumerable<Report> reports, Organisation organisation)
    {
        foreach (var duty in Open(DutyTable.OfIncident, incident.Duties))
            yield return new($"open-duty:{duty.Key}", duty.Clause, Unsettled(duty).Japanese, Unsettled(duty).English);

        foreach (var report in reports)
            foreach (var duty in Open(DutyTable.OfReport, report.Duties))
                yield return new($"open-report-duty:{report.Number}:{duty.Key}", duty.Clause, $"報告{report.Number}：{Unsettled(duty).Japanese}", $"Report {report.Number}: {Unsettled(duty).English}");

        if (incident.Severity is null)
            yield return new("severity-decided", "32-3-1", "重要度が決まっていません。", "The severity is not decided.");

        if (incident.Instruction is null or Instruction.Returned)
            yield return new("measures-instructed", "32-3-5", "再発防止策へのCISOの指示がありません。", "The CISO has given no instruction on the prevention measures.");

        foreach (var id in incident.Checks.Where(k => k.AnsweredAt is null).Select(k => k.SystemId))
            yield return new("check-answered", "32-3-3", $"他の情報システムの確認（{organisation.Systems.FirstOrDefault(s => s.Id == id)?.Name ?? id}）の回答がありません。", $"The check of another information system ({id}) is not answered.");
    }

    private static IEnumerable<Duty<TState>> Open<TState>(ImmutableArray<Duty<TState>> table, DutyLedger ledger) => table.Where(d => d.BlocksClosing && ledger.IsOpen(d.Key));

    private static Wording Unsettled<TState>(Duty<TState> duty) =>
        new($"{Clause.Spell(duty.Clause)}「{duty.Title.Japanese}」が済んでいません。", $"{Clause.InEnglish(duty.Clause)} “{duty.Title.English}” is not settled.");
}

/// <summary>再開: a closed incident goes on, with the reason.</summary>
[Term("再開", "Reopening"), By(Office.CsirtLead, Office.SupervisingOfficer, Office.Ciso)]
public sealed record ReopenIncident(string Reason) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Text(Reason, Rules.ReasonGiven);
        PolicyViolationException.ThrowIf(!state.IsClosed, Rules.ClosedNow);
        PolicyViolationException.ThrowIf(state.RevokedAt is not null, Rules.RevokedForGood);

        return [new IncidentReopened(Reason, c.Origin)];
    }
}

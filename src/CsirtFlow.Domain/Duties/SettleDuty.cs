using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>不要の判断: for a 「必要に応じて」 duty of a report, by its owner, with the reason.</summary>
[Term("義務を不要と判断", "Judge a duty unnecessary"), By(Office.SecurityManager, Office.SecurityOfficer, Office.SupervisingOfficer, Office.SystemManager, Office.CsirtLead, Office.CsirtMember, Office.Ciso)]
public sealed record JudgeReportDutyUnnecessary(string Duty, string Reason) : ICommand<Report, ReportEvent>
{
    public ReportEvent[] Decide(Report state, Circumstances c)
    {
        var by = SettleDuty.Judge(Duty, Reason, state.Duties, DutyTable.OfReport, Scope.Of(state), c);
        return [new ReportDutyJudgedUnnecessary(Duty, Reason, c.Origin with { By = by })];
    }
}

/// <summary>履行の記録: for a duty of a report that leaves no other event (ICカードの停止 33-1-2, パスワードの変更 33-3-4 …).</summary>
[Term("義務の履行を記録", "Record that a duty is carried out"), By(Office.SecurityManager, Office.SecurityOfficer, Office.SupervisingOfficer, Office.SystemManager, Office.CsirtLead, Office.CsirtMember, Office.Ciso)]
public sealed record CarryOutReportDuty(string Duty, string Account) : ICommand<Report, ReportEvent>
{
    public ReportEvent[] Decide(Report state, Circumstances c)
    {
        var by = SettleDuty.CarryOut(Duty, Account, state.Duties, DutyTable.OfReport, Scope.Of(state), c);
        return [new ReportDutyCarriedOut(Duty, Account, c.Origin with { By = by })];
    }
}

/// <summary>不要の判断: for a 「必要に応じて」 duty of an incident, by its owner, with the reason.</summary>
[Term("義務を不要と判断", "Judge a duty unnecessary"), By(Office.CsirtLead, Office.CsirtMember, Office.Administration, Office.Ciso, Office.SupervisingOfficer, Office.SecurityOfficer, Office.SecurityManager, Office.SystemManager)]
public sealed record JudgeDutyUnnecessary(string Duty, string Reason) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        PolicyViolationException.ThrowIf(Duty == Article19.Publication && PublicationCriteria.Met(state).Any(), Rules.PublicationJudgedByCiso);
        var by = SettleDuty.Judge(Duty, Reason, state.Duties, DutyTable.OfIncident, Scope.Of(state), c);
        return [new DutyJudgedUnnecessary(Duty, Reason, c.Origin with { By = by })];
    }
}

/// <summary>履行の記録: for a duty of an incident that leaves no other event (クラウドの連絡体制 32-1-5, 電話での連絡 38-2, CISOへの報告 12-8 …). Whoever it is owed to is told of it.</summary>
[Term("義務の履行を記録", "Record that a duty is carried out"), By(Office.CsirtLead, Office.CsirtMember, Office.Administration, Office.Ciso, Office.SupervisingOfficer, Office.SecurityOfficer, Office.SecurityManager, Office.SystemManager, Office.ContactPoint)]
public sealed record CarryOutDuty(string Duty, string Account) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        var by = SettleDuty.CarryOut(Duty, Account, state.Duties, DutyTable.OfIncident, Scope.Of(state), c);
        return [new DutyCarriedOut(Duty, Account, c.Origin with { By = by })];
    }
}

internal static class SettleDuty
{
    public static Actor Judge<TState>(string duty, string reason, DutyLedger ledger, ImmutableArray<Duty<TState>> table, Scope scope, Circumstances c)
    {
        Check.Text(reason, Rules.ReasonGiven);
        var row = Row(duty, ledger, table);
        PolicyViolationException.ThrowIf(!row.Discretionary, Rules.DutyDiscretionary);
        return Owner(row, scope, c);
    }

    public static Actor CarryOut<TState>(string duty, string account, DutyLedger ledger, ImmutableArray<Duty<TState>> table, Scope scope, Circumstances c)
    {
        Check.Text(account, Rules.TextGiven);
        var row = Row(duty, ledger, table);
        PolicyViolationException.ThrowIf(!row.ToldInWords, Rules.DutyProvenByEvent);
        return Owner(row, scope, c);
    }

    private static Duty<TState> Row<TState>(string duty, DutyLedger ledger, ImmutableArray<Duty<TState>> table)
    {
        var row = table.FirstOrDefault(d => d.Key == duty);
        var record = row is null ? null : ledger.Of(duty);
        PolicyViolationException.ThrowIf(row is null || record is null, Rules.DutyKnown);
        PolicyViolationException.ThrowIf(!record!.IsOpen, Rules.DutyOpen);
        return row!;
    }

    private static Actor Owner<TState>(Duty<TState> row, Scope scope, Circumstances c)
    {
        var actor = Acting.As(c.Organisation, c.By.PersonId, row.Owners, scope, c.Now) ?? Acting.InPlace(c.Organisation, c.By.PersonId, row.Owners, scope, c.RestrictedTo, c.Now);
        PolicyViolationException.ThrowIf(actor is null, Rules.DutyOwner);
        return actor!;
    }
}

using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>他の情報システムの確認の指示 (32-3-3後段): to the 情報システム管理者 of systems that may have the same. None needed: judge the duty unnecessary, with grounds.</summary>
/// <param name="SystemIds">Ids of systems, or <see cref="Every"/>.</param>
[Term("他システムの確認の指示", "Order to check other systems", "32-3-3"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record OrderSystemsCheck(ImmutableArray<string> SystemIds, string Instruction, DateTimeOffset Due) : ICommand<Incident, IncidentEvent>
{
    /// <summary>すべてのシステム, as they are when it is ordered.</summary>
    public const string Every = "*";

    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        ImmutableArray<string> meant = SystemIds.IsDefault ? [] : SystemIds.Contains(Every) ? [.. c.Organisation.Systems.Select(s => s.Id)] : SystemIds;
        PolicyViolationException.ThrowIf(meant.IsEmpty, Rules.TargetsGiven);
        PolicyViolationException.ThrowIf(meant.Any(id => c.Organisation.Systems.All(s => s.Id != id)), Rules.SystemKnown);
        Check.Text(Instruction, Rules.TextGiven);
        PolicyViolationException.ThrowIf(Due <= c.Now, Rules.DueInFuture);

        ImmutableArray<string> notYetAsked = [.. meant.Distinct().Where(id => state.Checks.All(k => k.SystemId != id))];
        return notYetAsked.IsEmpty ? [] : [new SystemsCheckOrdered(notYetAsked, Instruction, Due, c.Origin)];
    }
}

/// <summary>確認の回答: 該当なし or 該当あり, by the manager of the system.</summary>
[Term("他システムの確認の回答", "Answer on the check of a system", "32-3-3"), By(Office.SystemManager, Office.SystemOperator)]
public sealed record AnswerSystemsCheck(string SystemId, bool Found, string Account) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(Account, Rules.TextGiven);
        PolicyViolationException.ThrowIf(state.Checks.All(k => k.SystemId != SystemId), Rules.CheckKnown);
        PolicyViolationException.ThrowIf(Acting.As(c.Organisation, c.By.PersonId, [Office.SystemManager, Office.SystemOperator], new Scope([], [SystemId]), c.Now) is null, Rules.OfficeMayNot);

        return [new SystemsCheckAnswered(SystemId, Found, Account, c.Origin)];
    }
}

namespace CsirtFlow.Domain;

/// <summary>応急措置・復旧の指示 (32-3-3): to the 情報セキュリティ責任者 of a section, with a due time.</summary>
/// <param name="Due">期限 (UTC instant), later than now.</param>
[Term("応急措置・復旧の指示", "Order for containment or recovery", "32-3-3"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record GiveOrder(OrderKind Kind, string SectionId, string Instruction, DateTimeOffset Due) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Section(SectionId, c);
        Check.Text(Instruction, Rules.TextGiven);
        PolicyViolationException.ThrowIf(Due <= c.Now, Rules.DueInFuture);

        return [new OrderGiven(state.Orders.Length + 1, Kind, SectionId, Instruction, Due, c.Origin)];
    }
}

/// <summary>指示の完了報告 (32-3-3): by the 責任者 or 管理者 of the section that was ordered.</summary>
[Term("指示の完了報告", "Report that an order is carried out", "32-3-3"), By(Office.SecurityOfficer, Office.SecurityManager)]
public sealed record ReportOrderCarriedOut(int Order, string Account) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(Account, Rules.TextGiven);
        var order = Orders.Find(state, Order);
        PolicyViolationException.ThrowIf(Acting.As(c.Organisation, c.By.PersonId, [Office.SecurityOfficer, Office.SecurityManager], Scope.Section(order.SectionId), c.Now) is null, Rules.OfficeMayNot);
        PolicyViolationException.ThrowIf(order.CarriedOutAt is not null, Rules.OrderNotDoneYet);

        return [new OrderCarriedOut(Order, Account, c.Origin)];
    }
}

/// <summary>完了の確認 (32-3-3): CSIRT checks what was reported done, and accepts it or sends it back.</summary>
/// <param name="Accepted">False sends the order back; then <paramref name="Remark"/> says why.</param>
/// <param name="UnavoidableReason">止むを得ない理由 (18-1) when the person who reported it done also checks it.</param>
[Term("完了の確認", "Check of completion", "32-3-3"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record VerifyOrder(int Order, bool Accepted, string Remark = "", string? UnavoidableReason = null) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Length(Remark);
        var order = Orders.Find(state, Order);
        PolicyViolationException.ThrowIf(order.CarriedOutAt is null, Rules.OrderDoneFirst);
        PolicyViolationException.ThrowIf(order.VerifiedAt is not null, Rules.OrderNotVerified);
        PolicyViolationException.ThrowIf(!Accepted && string.IsNullOrWhiteSpace(Remark), Rules.ReasonGiven);
        if (!Accepted) return [new OrderReturned(Order, Remark, c.Origin)];

        var separation = Separation.Check(order.CarriedOutBy, c.By, UnavoidableReason);
        return [new OrderVerified(Order, Remark ?? "", separation, c.Origin)];
    }
}

internal static class Orders
{
    public static Order Find(Incident state, int number)
    {
        var order = state.Orders.FirstOrDefault(o => o.Number == number);
        PolicyViolationException.ThrowIf(order is null, Rules.OrderKnown);
        return order!;
    }
}

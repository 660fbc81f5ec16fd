namespace CsirtFlow.Domain;

/// <summary>続報の相手.</summary>
public enum FollowUpTo
{
    [Term("報道機関・住民", "The press and the public", "19-6")] Public,
    [Term("総務省・都道府県等", "The ministry and the prefecture", "19-5")] Government,
}

/// <summary>続報の予定: when those who were told once are told more. The next report or publication to them fulfils it.</summary>
/// <param name="Due">UTC instant.</param>
public sealed record FollowUp(FollowUpTo To, string Content, DateTimeOffset Due, DateTimeOffset PlannedAt, bool Done);

/// <summary>続報の計画 (19-5, 19-6): whoever was told a first time is owed the rest. Another plan for the same takes the place of the first.</summary>
/// <param name="Content">What will be told by then.</param>
/// <param name="Due">UTC instant; after now.</param>
[Term("続報の計画", "Plan of a follow-up", "19-6"), By(Office.Administration, Office.CsirtLead, Office.CsirtMember)]
public sealed record PlanFollowUp(FollowUpTo To, string Content, DateTimeOffset Due) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(Content, Rules.TextGiven, 300);
        PolicyViolationException.ThrowIf(Due <= c.Now, Rules.DueInFuture);
        PolicyViolationException.ThrowIf(!(To is FollowUpTo.Public ? state.PublishedAt is not null : state.Filed.Contains(Article19.Government)), Rules.ToldBeforeFollowUp);

        return [new FollowUpPlanned(To, Content, Due, c.Origin)];
    }
}

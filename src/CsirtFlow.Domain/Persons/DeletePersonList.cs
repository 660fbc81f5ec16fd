namespace CsirtFlow.Domain;

/// <summary>本人の名簿の削除の依頼 (22-10): with the reason, when it is needed no more.</summary>
[Term("本人の名簿の削除の依頼", "Ask for the deletion of a list", "22-10-3"), By(Office.Administration, Office.CsirtLead)]
public sealed record ProposePersonListDeletion(string Reason) : ICommand<PersonList, PersonListEvent>
{
    public PersonListEvent[] Decide(PersonList state, Circumstances c)
    {
        Check.Text(Reason, Rules.ReasonGiven);
        PolicyViolationException.ThrowIf(state.Stage is PersonListStage.Deleted, Rules.ListKept);
        PolicyViolationException.ThrowIf(state.Stage is PersonListStage.AwaitsDeletion, Rules.DeletionProposedOnce);

        return [new PersonListDeletionProposed(Reason, c.Origin)];
    }
}

/// <summary>本人の名簿の削除の見送り: it is still needed.</summary>
[Term("本人の名簿の削除の見送り", "Decline the deletion of a list", "22-10-3"), By(Office.SupervisingOfficer, Office.Ciso)]
public sealed record DeclinePersonListDeletion(string Reason) : ICommand<PersonList, PersonListEvent>
{
    public PersonListEvent[] Decide(PersonList state, Circumstances c)
    {
        Check.Text(Reason, Rules.ReasonGiven);
        PolicyViolationException.ThrowIf(state.Stage is not PersonListStage.AwaitsDeletion, Rules.DeletionProposed);

        return [new PersonListDeletionDeclined(Reason, c.Origin)];
    }
}

/// <summary>本人の名簿の削除 (22-10): for good, and never by whoever asked for it.</summary>
[Term("本人の名簿の削除", "Delete a list", "22-10-2"), By(Office.SupervisingOfficer, Office.Ciso, Proved = true)]
public sealed record DeletePersonList : ICommand<PersonList, PersonListEvent>
{
    public PersonListEvent[] Decide(PersonList state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(state.Stage is not PersonListStage.AwaitsDeletion, Rules.DeletionProposed);
        PolicyViolationException.ThrowIf(state.Proposal?.Origin.By.PersonId == c.By.PersonId, Rules.DeletedByOther);

        return [new PersonListDeleted(c.Origin)];
    }
}

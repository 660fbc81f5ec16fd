using System.Text.Json.Serialization;

namespace CsirtFlow.Domain;

/// <summary>本人への通知文の作成 (32-1-4): one letter a person, in exactly the words that were approved. Made for whoever has an address.</summary>
/// <param name="Issue">第n報 of the 本人への通知文.</param>
/// <param name="First">The first of the persons with an address, from 1, where one file does not hold them all.</param>
[Term("本人への通知文の作成", "Make the letters to the persons", "32-1-4"), By(Office.Administration, Office.CsirtLead)]
public sealed record MakePersonLetters(LetterFormat Format, int Issue = 1, int First = 1) : ICommand<PersonList, PersonListEvent>
{
    /// <summary>The 本人への通知文, put in by the service; null where there is none.</summary>
    [JsonIgnore]
    public CaseDocument? Notice { get; init; }

    /// <summary>How many letters one file of this format holds at most, put in by the service.</summary>
    [JsonIgnore]
    public int Most { get; init; } = int.MaxValue;

    public PersonListEvent[] Decide(PersonList state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(state.Stage is PersonListStage.Deleted, Rules.ListKept);
        PolicyViolationException.ThrowIf(Notice is not { Stage: DocumentStage.Approved or DocumentStage.Filed, Basis.Form: FormChoice.PersonNotice } || Notice.Number != state.Number, Rules.NoticeApproved);
        PolicyViolationException.ThrowIf(state.Addressed == 0, Rules.AddressesGiven);
        PolicyViolationException.ThrowIf(First < 1 || First > state.Addressed, Rules.FirstInList);

        return [new PersonLettersMade(Notice!.Id, Notice.Content, Format, First, Math.Min(Most, state.Addressed - First + 1), c.Origin)];
    }
}

/// <summary>戻った通知文: how many letters came back; who they were for stays outside.</summary>
[Term("戻った通知文の記録", "Record letters that came back", "32-1-4"), By(Office.Administration, Office.CsirtLead)]
public sealed record RecordReturnedLetters(int Letters) : ICommand<PersonList, PersonListEvent>
{
    public PersonListEvent[] Decide(PersonList state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(Letters < 1 || state.Returned + Letters > state.Letters, Rules.ReturnedOfMade);

        return [new PersonLettersReturned(Letters, c.Origin)];
    }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CsirtFlow.Domain;

/// <summary>本人の名簿の登録 (32-1-4): for an open incident, for a purpose, and each file once.</summary>
/// <param name="Purpose">利用目的, up to 200 characters.</param>
[Term("本人の名簿の登録", "Register a list of persons", "32-1-4"), By(Office.Administration, Office.CsirtLead)]
public sealed record RegisterPersonList(string Purpose)
{
    /// <summary>Somebody on the list is named in the purpose, as the service finds: the purpose is an event, which is never deleted.</summary>
    [JsonIgnore]
    public bool NamesSomebody { get; init; }

    /// <param name="content">What the file holds, as the service has read it.</param>
    /// <param name="before">Every list of the incident, those that are deleted too.</param>
    public PersonListRegistered Decide(Incident incident, PersonListContent content, ImmutableArray<PersonList> before, Circumstances c)
    {
        Check.Text(Purpose, Rules.PurposeGiven, 200);
        Check.Open(incident);
        PolicyViolationException.ThrowIf(NamesSomebody, Rules.PurposeNamesNobody);
        PolicyViolationException.ThrowIf(before.Any(l => l.Stage is not PersonListStage.Deleted && l.Content.Fingerprint == content.Fingerprint), Rules.ListOnce);

        return new(incident.Number, before.Length + 1, Purpose, content, c.Origin);
    }
}

/// <summary>本人の名簿の閲覧: whoever looks at the names is recorded each time.</summary>
[Term("名簿を見る", "Look at the list"), By(Office.Administration, Office.CsirtLead)]
public sealed record OpenPersonList : ICommand<PersonList, PersonListEvent>
{
    public PersonListEvent[] Decide(PersonList state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(state.Stage is PersonListStage.Deleted, Rules.ListKept);

        return [new PersonListOpened(c.Origin)];
    }
}

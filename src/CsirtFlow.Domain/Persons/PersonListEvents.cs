namespace CsirtFlow.Domain;

/// <summary>What happened to a 本人の名簿 from its registration to its deletion. Counts and purposes; never a name. One stream for each list.</summary>
public abstract record PersonListEvent(Provenance Origin) : CaseEvent(Origin);

/// <param name="Number">受付番号 of the incident.</param>
/// <param name="Issue">第n号 within the incident, from 1.</param>
[Term("本人の名簿の登録", "Registration of a list of persons", "32-1-4")]
public sealed record PersonListRegistered(string Number, int Issue, string Purpose, PersonListContent Content, Provenance Origin) : PersonListEvent(Origin);

[Term("本人の名簿の閲覧", "Opening of a list of persons", "32-1-4")]
public sealed record PersonListOpened(Provenance Origin) : PersonListEvent(Origin);

/// <param name="Document">Stream key of the 本人への通知文.</param>
/// <param name="Approved">Hash of its approved words (<see cref="CaseDocument.Content"/>).</param>
/// <param name="First">The first person of the list for whom one was made, from 1.</param>
[Term("本人への通知文の作成", "Letters to the persons made", "32-1-4")]
public sealed record PersonLettersMade(string Document, string Approved, LetterFormat Format, int First, int Letters, Provenance Origin) : PersonListEvent(Origin);

/// <param name="Letters">Since they were last counted.</param>
[Term("戻った通知文", "Letters that came back", "32-1-4")]
public sealed record PersonLettersReturned(int Letters, Provenance Origin) : PersonListEvent(Origin);

[Term("本人の名簿の削除の依頼", "Deletion of a list of persons asked for", "22-10-3")]
public sealed record PersonListDeletionProposed(string Reason, Provenance Origin) : PersonListEvent(Origin);

[Term("本人の名簿の削除の見送り", "Deletion of a list of persons declined", "22-10-3")]
public sealed record PersonListDeletionDeclined(string Reason, Provenance Origin) : PersonListEvent(Origin);

/// <summary>The keys are destroyed with it: from then on nobody can read the list.</summary>
[Term("本人の名簿の削除", "Deletion of a list of persons", "22-10-2")]
public sealed record PersonListDeleted(Provenance Origin) : PersonListEvent(Origin);

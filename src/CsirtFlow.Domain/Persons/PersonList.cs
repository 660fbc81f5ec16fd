using System.Collections.Immutable;
using System.Globalization;

namespace CsirtFlow.Domain;

/// <summary>How far a 本人の名簿 has come.</summary>
public enum PersonListStage
{
    [Term("保管中", "Kept")] Kept,
    [Term("削除待ち", "Waiting for deletion", "22-10-3")] AwaitsDeletion,
    [Term("削除済み", "Deleted", "22-10-2")] Deleted,
}

/// <summary>What a 本人の名簿 says of each person. All but the name may be left out.</summary>
public enum PersonColumn
{
    [Term("氏名", "Name")] Name,
    [Term("敬称", "Form of address")] Honorific,
    /// <summary>保護者等, where the letter does not go to the person.</summary>
    [Term("宛名", "Addressee")] Addressee,
    [Term("郵便番号", "Postal code")] PostalCode,
    [Term("住所", "Address")] Address,
    /// <summary>Which data of this person is concerned.</summary>
    [Term("通知する項目", "Data concerned")] Items,
}

/// <summary>As what the letters of a list were made.</summary>
public enum LetterFormat
{
    [Term("印刷用のページ", "Page to print")] Page,
    [Term("Word", "Word")] Word,
    [Term("PDF", "PDF")] Pdf,
    [Term("宛名の一覧（CSV）", "Addresses for labels (CSV)")] Addresses,
}

/// <summary>What is known of an uploaded list beside the persons themselves.</summary>
/// <param name="WithoutAddress">Persons to whom no letter can be sent.</param>
/// <param name="Fingerprint">Keyed hash of the file: tells the same file again, and nobody without the key can try names against it.</param>
public sealed record PersonListContent(int Persons, int WithoutAddress, ImmutableArray<PersonColumn> Columns, string Fingerprint);

/// <summary>Letters that were made once.</summary>
/// <param name="First">The first person of the list for whom one was made, from 1.</param>
public sealed record LettersMade(LetterFormat Format, int First, int Letters, DateTimeOffset At);

/// <summary>本人の名簿 (32-1-4, 個人情報保護法68条2項): for whom letters are made. Names stand in no event; the list itself is kept apart, encrypted, until it is deleted. The fold of its events.</summary>
public sealed record PersonList
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    /// <summary>第n号 within the incident, from 1; never given again.</summary>
    public required int Issue { get; init; }

    public required string Purpose { get; init; }

    public required PersonListContent Content { get; init; }

    public required Provenance Registered { get; init; }

    public PersonListStage Stage { get; init; }

    public ImmutableArray<LettersMade> Made { get; init; } = [];

    /// <summary>Letters that came back.</summary>
    public int Returned { get; init; }

    /// <summary>Who asked for the deletion, and why; null where nobody does.</summary>
    public PersonListDeletionProposed? Proposal { get; init; }

    public PersonListDeleted? Deletion { get; init; }

    public long Version { get; init; }

    /// <summary><c>persons/R8-0017/1</c>.</summary>
    public static string Key(string number, int issue) => string.Create(CultureInfo.InvariantCulture, $"persons/{number}/{issue}");

    /// <summary>Persons to whom a letter can be sent.</summary>
    public int Addressed => Content.Persons - Content.WithoutAddress;

    /// <summary>For how many persons a letter has been made at least once.</summary>
    public int Letters => Made.Where(m => m.Format is not LetterFormat.Addresses).SelectMany(m => Enumerable.Range(m.First, m.Letters)).Distinct().Count();

    /// <summary>The fold. Only assignment: no rule, no clock.</summary>
    public static PersonList Evolve(PersonList? list, string id, PersonListEvent e) => Fold(list, id, e) with { Version = (list?.Version ?? 0) + 1 };

    private static PersonList Fold(PersonList? list, string id, PersonListEvent e) => (list, e) switch
    {
        (null, PersonListRegistered f) => new PersonList { Id = id, Number = f.Number, Issue = f.Issue, Purpose = f.Purpose, Content = f.Content, Registered = f.Origin },
        ({ } l, PersonListOpened) => l,
        ({ } l, PersonLettersMade f) => l with { Made = l.Made.Add(new(f.Format, f.First, f.Letters, f.Origin.RecordedAt)) },
        ({ } l, PersonLettersReturned f) => l with { Returned = l.Returned + f.Letters },
        ({ } l, PersonListDeletionProposed f) => l with { Stage = PersonListStage.AwaitsDeletion, Proposal = f },
        ({ } l, PersonListDeletionDeclined) => l with { Stage = PersonListStage.Kept, Proposal = null },
        ({ } l, PersonListDeleted f) => l with { Stage = PersonListStage.Deleted, Deletion = f },
        _ => throw new InvalidOperationException($"{e.GetType().Name} cannot happen to this list."),
    };
}

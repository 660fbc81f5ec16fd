using System.Collections.Immutable;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Persons;

/// <summary>本人: one line of a 本人の名簿.</summary>
/// <param name="Addressee">Who the letter goes to; the name itself where no other was given.</param>
/// <param name="PostalCode"><c>969-0000</c>, or empty.</param>
/// <param name="Address">May have several lines; empty where no letter can be sent.</param>
/// <param name="Items">Which data of this person is concerned; empty for what the notice says of everybody.</param>
public sealed record PersonConcerned(string Name, string Honorific, string Addressee, string PostalCode, string Address, string Items)
{
    /// <summary>Whether a text says the name, whatever blanks and widths it is written with.</summary>
    public bool IsNamedIn(string text) => Bare(Name) is { Length: > 1 } name && Bare(text).Contains(name, StringComparison.Ordinal);

    private static string Bare(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    // A person in a log line or an exception would outlive the list.
    public override string ToString() => nameof(PersonConcerned);
}

/// <summary>A 本人の名簿 as it was read.</summary>
public sealed record PersonRoll(ImmutableArray<PersonColumn> Columns, ImmutableArray<PersonConcerned> Persons);

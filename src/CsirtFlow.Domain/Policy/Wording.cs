namespace CsirtFlow.Domain;

/// <summary>The same in both languages. Which one is read is decided where it is shown.</summary>
public sealed record Wording(string Japanese, string English)
{
    public static Wording None { get; } = new("", "");

    public bool IsEmpty => Japanese.Length == 0;

    public static Wording Of(Enum value) => new(Term.Of(value), Term.InEnglish(value));

    public static Wording Of(Type type) => new(Term.Of(type), Term.InEnglish(type));

    /// <summary>A name, or what somebody typed: it is not translated.</summary>
    public static Wording Of(string words) => new(words, words);
}

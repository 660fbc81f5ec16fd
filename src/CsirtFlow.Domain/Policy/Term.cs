using System.Collections.Concurrent;
using System.Reflection;

namespace CsirtFlow.Domain;

/// <summary>The policy's own word for a type or value, with 条-項-号. Screens, mails and documents print this, never the identifier.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class TermAttribute(string japanese, string english, string clause = "") : Attribute
{
    public string Japanese { get; } = japanese;

    /// <summary>The word of CONTEXT.md for readers of English.</summary>
    public string English { get; } = english;

    /// <summary>条-項-号, such as <c>32-3-1</c>; empty when the policy has no such clause.</summary>
    public string Clause { get; } = clause;
}

/// <summary>Reads the <see cref="TermAttribute"/> of types and enum values.</summary>
public static class Term
{
    private static readonly ConcurrentDictionary<MemberInfo, TermAttribute?> Known = new();

    /// <summary>The Japanese term of an enum value, or its identifier when none is declared.</summary>
    public static string Of(Enum value) => Find(value)?.Japanese ?? value.ToString();

    /// <summary>The English word of an enum value, or its identifier when none is declared.</summary>
    public static string InEnglish(Enum value) => Find(value)?.English ?? value.ToString();

    /// <summary>The Japanese term of an event, command or other type.</summary>
    public static string Of(Type type) => Find(type)?.Japanese ?? type.Name;

    /// <summary>The English word of an event, command or other type.</summary>
    public static string InEnglish(Type type) => Find(type)?.English ?? type.Name;

    public static TermAttribute? Find(MemberInfo member) => Known.GetOrAdd(member, static m => m.GetCustomAttribute<TermAttribute>());

    private static TermAttribute? Find(Enum value) => value.GetType().GetField(value.ToString()) is { } field ? Find(field) : null;
}

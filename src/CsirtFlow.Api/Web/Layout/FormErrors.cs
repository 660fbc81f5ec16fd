using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Layout;

/// <summary>What is wrong with one field of a form, as one sentence that says what to do.</summary>
/// <param name="Field">Name and id of the field; empty when it concerns the whole form.</param>
public sealed record FormError(string Field, string Sentence);

/// <summary>What is wrong with a form, in the order of its fields.</summary>
public sealed class FormErrors(IEnumerable<FormError> errors)
{
    public static FormErrors None { get; } = new([]);

    public IReadOnlyList<FormError> All { get; } = [.. errors];

    public bool Any => All.Count > 0;

    /// <summary>The sentence of a field, or null.</summary>
    public string? this[string field] => All.FirstOrDefault(e => e.Field == field)?.Sentence;

    /// <summary>Every rule that stands against a command.</summary>
    public static FormErrors Of(PolicyViolationException refusal, Language language) => new(refusal.Rules.Select(r => new FormError("", language.Of(r))));

    /// <summary>That somebody was faster, and with what.</summary>
    /// <param name="form">Id of the form, to which the sentence leads.</param>
    public static FormErrors Of(ChangedMeanwhileException refusal, Language language, string form = "") =>
        new([new(form, language.Of(refusal.Sentence)), .. refusal.Changes.Select(c => new FormError("", language.Say($"その間の記録：{c.Japanese}", $"Recorded meanwhile: {c.English}")))]);

    /// <summary>What of a form cannot be read, field by field.</summary>
    /// <param name="form">Id of the form, to which the sentence leads.</param>
    public static FormErrors Of(BadRequestException refusal, Language language, string form = "") =>
        new(refusal.Fields.IsEmpty ? [new(form, language.Of(refusal.Sentence))] : refusal.Fields.Select(f => new FormError(f.Field, language.Of(f.Sentence))));

    /// <summary>One sentence about the whole form.</summary>
    public static FormErrors Of(string sentence) => new([new("", sentence)]);
}

/// <summary>One choice of a list.</summary>
/// <param name="Lang">Language of the text where it is not that of the page: names, and what somebody typed.</param>
public sealed record Option(string Value, string Text, string? Lang = null);

/// <summary>How the control in a <c>Field</c> is tied to its label, hint and error.</summary>
/// <param name="Id">Of the control; the label points to it.</param>
/// <param name="DescribedBy">Ids of hint and error, or null.</param>
/// <param name="Invalid">"true" or null.</param>
public sealed record Aria(string Id, string? DescribedBy, string? Invalid);

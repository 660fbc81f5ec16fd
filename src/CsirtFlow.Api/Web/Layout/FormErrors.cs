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

    /// <summary>One sentence about the whole form.</summary>
    public static FormErrors Of(string sentence) => new([new("", sentence)]);
}

/// <summary>One choice of a list.</summary>
public sealed record Option(string Value, string Text);

/// <summary>How the control in a <c>Field</c> is tied to its label, hint and error.</summary>
/// <param name="Id">Of the control; the label points to it.</param>
/// <param name="DescribedBy">Ids of hint and error, or null.</param>
/// <param name="Invalid">"true" or null.</param>
public sealed record Aria(string Id, string? DescribedBy, string? Invalid);

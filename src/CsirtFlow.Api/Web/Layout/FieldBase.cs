using Microsoft.AspNetCore.Components;

namespace CsirtFlow.Api.Web.Layout;

/// <summary>What every field has: a name, a label, whether it is required (always said in words), a hint and an error.</summary>
public abstract class FieldBase : ComponentBase
{
    /// <summary>Name in the form and id on the page.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public bool Required { get; set; }

    [Parameter] public string Hint { get; set; } = "";

    [Parameter] public FormErrors Errors { get; set; } = FormErrors.None;

    protected string? Error => Errors[Name];

    protected string? DescribedBy
    {
        get
        {
            var ids = new[] { Hint.Length > 0 ? $"{Name}-hint" : "", Error is null ? "" : $"{Name}-error" }.Where(id => id.Length > 0);
            return string.Join(' ', ids) is { Length: > 0 } all ? all : null;
        }
    }

    protected string? Invalid => Error is null ? null : "true";
}

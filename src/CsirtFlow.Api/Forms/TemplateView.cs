using System.Collections.Immutable;
using CsirtFlow.Domain;
using CsirtFlow.Notifications;

namespace CsirtFlow.Api.Forms;

/// <summary>A 通知文のひな形 with its versions, and the proposal that is open.</summary>
public sealed record TemplateView(string Name, FormHistory History)
{
    /// <summary>In force: what was approved last, or what comes with the product.</summary>
    public string Text => History.Approved is [.., var last] ? last.Text : NoticeTemplate.Source(Name);

    /// <summary>The product's is version 1.</summary>
    public int Version => History.Approved is [.., var last] ? last.Number : 1;

    public Wording Title => TitleOf(Name);

    public static Wording TitleOf(string name) => NoticeTemplates.ReasonOf(name) is { } reason
        ? new($"通知文：{Term.Of(reason)}", $"Notice: {Term.InEnglish(reason)}")
        : new("通知文の枠（すべての通知に共通）", "Frame of every notice");
}

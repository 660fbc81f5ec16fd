using System.Collections.Immutable;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.Forms;

/// <summary>A 通知文のひな形 as the API answers it.</summary>
/// <param name="Text">In force: the subject above the line <c>---</c>, the text below.</param>
/// <param name="Approved">改定した版, oldest first; the product's is version 1 and not among them.</param>
/// <param name="Proposal">The open proposal with its text, and the hash that an approval names (<c>content</c>); null when there is none.</param>
public sealed record TemplateAnswer(string Name, string Title, int Version, string Text, ImmutableArray<FormRevision> Approved, FormRevision? Proposal)
{
    public static TemplateAnswer Of(TemplateView view) => new(view.Name, view.Title.Japanese, view.Version, view.Text, view.History.Approved, view.History.Proposal);
}

/// <summary>通知文のひな形の改定 (18-1): as that of the forms.</summary>
public static class TemplateEndpoints
{
    private const string One = "/api/templates/{template}";

    [WolverineGet("/api/templates")]
    public static async Task<ImmutableArray<TemplateAnswer>> List(FormDesk forms, HttpContext http) =>
        [.. (await forms.Templates(Caller.Of(http, "api"), http.RequestAborted)).Select(TemplateAnswer.Of)];

    [WolverineGet(One)]
    public static async Task<TemplateAnswer> Get(string template, FormDesk forms, HttpContext http)
    {
        var view = await forms.Template(Caller.Of(http, "api"), template, http.RequestAborted);
        http.Response.Headers.ETag = Answers.ETag(view.History.Version);
        return TemplateAnswer.Of(view);
    }

    [WolverinePost(One + "/revision")]
    public static Task<IResult> Propose(string template, ProposeFormRevision command, FormDesk forms, HttpContext http) => Take(forms, template, command, http);

    [WolverinePost(One + "/approval")]
    public static Task<IResult> Approve(string template, ApproveFormRevision command, FormDesk forms, HttpContext http) => Take(forms, template, command, http);

    [WolverinePost(One + "/return")]
    public static Task<IResult> Return(string template, ReturnFormRevision command, FormDesk forms, HttpContext http) => Take(forms, template, command, http);

    [WolverinePost(One + "/withdrawal")]
    public static Task<IResult> Withdraw(string template, WithdrawFormRevision command, FormDesk forms, HttpContext http) => Take(forms, template, command, http);

    private static async Task<IResult> Take(FormDesk forms, string template, ICommand<FormHistory, FormEvent> command, HttpContext http) =>
        Answers.Answer(http, await forms.Take(FormHistory.TemplateKey(template), command, http.Sent(), http.RequestAborted));
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.Forms;

/// <summary>A version of a form as the API answers it.</summary>
/// <param name="OfHouse">Made by two persons here; false for one that comes with the product.</param>
/// <param name="ApprovedAt">UTC instant; null for the product's.</param>
public sealed record FormVersionAnswer(int Version, DateOnly ValidFrom, bool OfficialNamesConfirmed, ImmutableArray<string> Sources, bool OfHouse, string? Reason, string? Source, string? ProposedBy, string? ApprovedBy, DateTimeOffset? ApprovedAt);

/// <summary>A 様式 as the API answers it.</summary>
/// <param name="Version">In force today; null for a form that is only proposed.</param>
/// <param name="Proposal">The open proposal with its text, and the hash that an approval names (<c>content</c>); null when there is none.</param>
public sealed record FormAnswer(string Id, string Title, int? Version, ImmutableArray<FormVersionAnswer> Versions, FormRevision? Proposal)
{
    public static FormAnswer Of(FormView view) => new(view.Id, view.Title, view.InForce?.Version, [.. view.Versions.Select(Of)], view.History.Proposal);

    private static FormVersionAnswer Of(FormVersion v) => new(v.Form.Version, v.Form.ValidFrom, v.Form.OfficialNamesConfirmed, [.. v.Form.Sources], v.By is not null, v.By?.Reason, v.By?.Source, v.By?.ProposedBy.Name, v.By?.ApprovedBy?.Name, v.By?.ApprovedAt);
}

/// <summary>様式の改定 (18-1): read by everybody who signs in; proposed by 総務 and CSIRT責任者, approved by 統括 or the CISO.</summary>
public static class FormEndpoints
{
    private const string One = "/api/forms/{form}";

    [WolverineGet("/api/forms")]
    public static async Task<ImmutableArray<FormAnswer>> List(FormDesk forms, HttpContext http) =>
        [.. (await forms.List(Caller.Of(http, "api"), http.RequestAborted)).Select(FormAnswer.Of)];

    [WolverineGet(One)]
    public static async Task<FormAnswer> Get(string form, FormDesk forms, HttpContext http)
    {
        var view = await forms.View(Caller.Of(http, "api"), form, http.RequestAborted);
        http.Response.Headers.ETag = Answers.ETag(view.History.Version);
        return FormAnswer.Of(view);
    }

    /// <summary>GET …/text?version= — the definition as JSON, to be changed and proposed; without a version the one in force.</summary>
    [WolverineGet(One + "/text")]
    public static async Task<IResult> Text(string form, FormDesk forms, HttpContext http)
    {
        var view = await forms.View(Caller.Of(http, "api"), form, http.RequestAborted);
        var asked = http.Request.Query["version"].ToString();
        var definition = asked.Length == 0 ? view.InForce : view.Versions.FirstOrDefault(v => v.Form.Version.ToString(CultureInfo.InvariantCulture) == asked)?.Form;
        return definition is null ? throw new NotFoundException("その版", "version")
            : Results.File(Encoding.UTF8.GetBytes(definition.ToJson()), "application/json; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"{definition.Id}.v{definition.Version}.json"));
    }

    [WolverinePost(One + "/revision")]
    public static Task<IResult> Propose(string form, ProposeFormRevision command, FormDesk forms, HttpContext http) => Take(forms, form, command, http);

    [WolverinePost(One + "/approval")]
    public static Task<IResult> Approve(string form, ApproveFormRevision command, FormDesk forms, HttpContext http) => Take(forms, form, command, http);

    [WolverinePost(One + "/return")]
    public static Task<IResult> Return(string form, ReturnFormRevision command, FormDesk forms, HttpContext http) => Take(forms, form, command, http);

    [WolverinePost(One + "/withdrawal")]
    public static Task<IResult> Withdraw(string form, WithdrawFormRevision command, FormDesk forms, HttpContext http) => Take(forms, form, command, http);

    private static async Task<IResult> Take(FormDesk forms, string form, ICommand<FormHistory, FormEvent> command, HttpContext http) =>
        Answers.Answer(http, await forms.Take(FormHistory.FormKey(form), command, http.Sent(), http.RequestAborted));
}

using System.Collections.Immutable;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.Documents;

/// <summary>A 文書 as the API answers it.</summary>
/// <param name="Content">Hash to name in 依頼, 許可 and 承認: what the caller has seen.</param>
/// <param name="Missing">欄の鍵 that still block 依頼.</param>
/// <param name="Differing">欄の鍵 where the record says something else.</param>
public sealed record DocumentAnswer(CaseDocument Document, string Content, ImmutableArray<string> Missing, ImmutableArray<string> Differing)
{
    public static DocumentAnswer Of(DocumentView view) => new(view.Document, view.Document.Content, [.. view.Document.Missing], [.. view.Differing]);
}

/// <summary>起案・許可・承認・提出 (22-9-2, 18-1, 19-5). Nothing is ever sent to an outside body from here.</summary>
public static class ReleaseEndpoints
{
    private const string One = "/api/incidents/{number}/drafts/{form}/{issue}";

    [WolverineGet("/api/incidents/{number}/drafts")]
    public static async Task<ImmutableArray<CaseDocument>> List(string number, DocumentDesk documents, HttpContext http) =>
        await documents.List(Caller.Of(http, "api"), number, http.RequestAborted);

    [WolverinePost("/api/incidents/{number}/drafts")]
    public static async Task<IResult> Draft(string number, DraftDocument command, DocumentDesk documents, HttpContext http) =>
        Results.Json(await documents.Draft(Caller.Of(http, "api"), number, command, http.RequestAborted), Json.Strict, statusCode: StatusCodes.Status201Created);

    [WolverineGet(One)]
    public static async Task<DocumentAnswer> Get(string number, string form, int issue, DocumentDesk documents, HttpContext http) =>
        DocumentAnswer.Of(await documents.View(Caller.Of(http, "api"), number, form, issue, http.RequestAborted));

    [WolverinePost(One + "/revision")]
    public static Task<IResult> Revise(string number, string form, int issue, ReviseDocument command, DocumentDesk documents, HttpContext http) => Take(documents, number, form, issue, command, http);

    [WolverinePost(One + "/submission")]
    public static Task<IResult> Submit(string number, string form, int issue, SubmitDocument command, DocumentDesk documents, HttpContext http) => Take(documents, number, form, issue, command, http);

    [WolverinePost(One + "/permission")]
    public static Task<IResult> Permit(string number, string form, int issue, PermitDocument command, DocumentDesk documents, HttpContext http) => Take(documents, number, form, issue, command, http);

    [WolverinePost(One + "/return")]
    public static Task<IResult> Return(string number, string form, int issue, ReturnDocument command, DocumentDesk documents, HttpContext http) => Take(documents, number, form, issue, command, http);

    [WolverinePost(One + "/approval")]
    public static Task<IResult> Approve(string number, string form, int issue, ApproveDocument command, DocumentDesk documents, HttpContext http) => Take(documents, number, form, issue, command, http);

    [WolverinePost(One + "/filing")]
    public static Task<IResult> File(string number, string form, int issue, FileDocument command, DocumentDesk documents, HttpContext http) => Take(documents, number, form, issue, command, http);

    [WolverinePost(One + "/publication-checks")]
    public static Task<IResult> Check(string number, string form, int issue, CheckPublication command, DocumentDesk documents, HttpContext http) => Take(documents, number, form, issue, command, http);

    [WolverinePost(One + "/withdrawal")]
    public static Task<IResult> Withdraw(string number, string form, int issue, WithdrawDocument command, DocumentDesk documents, HttpContext http) => Take(documents, number, form, issue, command, http);

    [WolverinePost(One + "/review")]
    public static Task<IResult> Review(string number, string form, int issue, ReviewSeparation command, DocumentDesk documents, HttpContext http) => Take(documents, number, form, issue, command, http);

    /// <summary>控えの検証: whether every kept file still is what its event says.</summary>
    [WolverineGet("/api/incidents/{number}/verification")]
    public static async Task<Verification> Verify(string number, CopyVerification verification, HttpContext http) => await verification.Of(Caller.Of(http, "api"), number, http.RequestAborted);

    private static async Task<IResult> Take(DocumentDesk documents, string number, string form, int issue, ICommand<CaseDocument, DocumentEvent> command, HttpContext http) =>
        Answers.Answer(http, await documents.Take(number, form, issue, command, http.Sent(), http.RequestAborted));
}

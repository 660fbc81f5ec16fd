using System.Collections.Immutable;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.Retention;

/// <summary>保存期間と廃棄 (22-10, 34-6-2).</summary>
public static class RetentionEndpoints
{
    private const string All = "/api/retention";
    private const string One = All + "/{number}";

    /// <summary>What is due or asked for, and what was disposed of.</summary>
    [WolverineGet(All)]
    public static Task<ImmutableArray<KeptMatter>> List(RetentionDesk retention, HttpContext http) => retention.List(Caller.Of(http, "api"), http.RequestAborted);

    [WolverineGet(One)]
    public static Task<KeptMatter> Get(string number, RetentionDesk retention, HttpContext http) => retention.Get(Caller.Of(http, "api"), number, http.RequestAborted);

    [WolverinePost(One + "/period")]
    public static Task<IResult> Set(string number, SetRetention command, RetentionDesk retention, HttpContext http) => Take(retention, number, command, http);

    [WolverinePost(One + "/disposal-proposal")]
    public static Task<IResult> Propose(string number, ProposeDisposal command, RetentionDesk retention, HttpContext http) => Take(retention, number, command, http);

    [WolverinePost(One + "/declined-disposal")]
    public static Task<IResult> Decline(string number, DeclineDisposal command, RetentionDesk retention, HttpContext http) => Take(retention, number, command, http);

    [WolverinePost(One + "/disposal")]
    public static Task<IResult> CarryOut(string number, CarryOutDisposal command, RetentionDesk retention, HttpContext http) => Take(retention, number, command, http);

    private static async Task<IResult> Take(RetentionDesk retention, string number, ICommand<RetentionHistory, RetentionEvent> command, HttpContext http) =>
        Answers.Answer(http, await retention.Take(number, command, http.Sent(), http.RequestAborted));
}

using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Reports;
using CsirtFlow.Api.Web;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace CsirtFlow.Api.Platform;

/// <summary>Every refusal as RFC 9457, in Japanese, with a stable <c>type</c>.</summary>
public sealed partial class Problems(IProblemDetailsService service, ILogger<Problems> log) : IExceptionHandler
{
    public const string Prefix = "urn:csirtflow:problem:";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = Of(exception);
        if (problem.Status >= StatusCodes.Status500InternalServerError) Unexpected(log, httpContext.TraceIdentifier, exception);
        httpContext.Response.StatusCode = problem.Status!.Value;
        if (ErrorPages.Wanted(httpContext))
        {
            if (exception is ProofNeededException && await ProofPages.Answered(httpContext)) return true;

            await ErrorPages.Write(httpContext, problem, exception);
            return true;
        }
        return await service.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem, Exception = exception });
    }

    public static ProblemDetails Of(Exception exception) => exception switch
    {
        PolicyViolationException { Rules: [var only] } when only == Rules.OfficeMayNot => Make(403, only.Code, "この操作はできません。", only.Sentence),
        PolicyViolationException e => With(Make(409, "policy-refuses", "規程により受け付けられません。", string.Join("\n", e.Rules.Select(r => r.Sentence))),
            "broken", e.Rules.Select(r => new { r.Code, r.Clause, r.Sentence })),
        ProofNeededException e => Make(403, "step-up-needed", "本人の確認が必要です。", $"{e.Message}POST /api/step-up に、確認コード（認証アプリのない人はパスワード）を送ってから、もう一度送ってください。"),
        NotFoundException e => Make(404, "not-found", "見つかりません。", e.Message),
        ChangedMeanwhileException e => With(With(Make(e.Asked ? 412 : 409, "changed-meanwhile", "内容が変わっています。", e.Message), "changes", e.Changes.Select(c => c.Japanese)), "version", e.Version),
        ResentDifferentlyException e => Make(422, "idempotency-key-reused", "同じ鍵で別の内容が送られました。", e.Message),
        BadRequestException e => Make(e.Status, e.Code, "リクエストに誤りがあります。", e.Message),
        AntiforgeryValidationException => Make(400, "form-expired", "画面の有効期限が切れました。", "前の画面に戻り、再読み込みしてから、もう一度操作してください。"),
        InvalidDataException => Make(400, "bad-request", "リクエストに誤りがあります。", "フォームとして読めない内容が含まれています。"),
        BadHttpRequestException { StatusCode: 413 } => Make(413, "too-large", "送信された内容が大きすぎます。", "大きさの上限を超えています。ファイルを減らすか、分けて送ってください。"),
        BadHttpRequestException e => Make(e.StatusCode, "bad-request", "リクエストに誤りがあります。", "リクエストの形式を確かめてください。"),
        UnknownOrganisationException => Make(503, "no-organisation", "団体が設定されていません。", "管理者に連絡してください（seed-demo 又は団体の設定が必要です）。"),
        NpgsqlException => Make(503, "database-unavailable", "いま保存できません。", "しばらくしてもう一度送ってください。急ぐときは電話で報告してください。"),
        _ => Make(500, "unexpected", "処理できませんでした。", "こちらの不具合です。もう一度送ってもできないときは、電話で報告してください。"),
    };

    public static ProblemDetails Make(int status, string code, string title, string detail) =>
        new() { Status = status, Type = Prefix + code, Title = title, Detail = detail };

    private static ProblemDetails With(ProblemDetails problem, string name, object value)
    {
        problem.Extensions[name] = value;
        return problem;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {TraceId} failed")]
    private static partial void Unexpected(ILogger log, string traceId, Exception exception);
}

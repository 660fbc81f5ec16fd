using System.Collections.Immutable;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Authorization;
using Wolverine.Http;

namespace CsirtFlow.Api.Intake;

/// <summary>Who was told, in offices, for a reporter who may be anybody.</summary>
/// <param name="Office">役職, with the section.</param>
/// <param name="State">How far the notice has come, in words.</param>
/// <param name="Failed">No mail could be sent: the telephone is needed.</param>
public sealed record Told(string Office, string State, DateTimeOffset? At, bool Failed = false);

/// <summary>The answer to a report (ui.md 2.4): everything that the reporter needs now.</summary>
public sealed record ReportReceipt(string Number, string Confirmation, string ReceiptUrl, DateTimeOffset ReceivedAt, ImmutableArray<string> DoNow, ImmutableArray<Told> Told, string Hotline);

/// <summary>報告 (32-1-1, 32-2-1): without an account. 201 with 受付番号, 確認番号, what to do now and who is told.</summary>
public static class ReportOccurrenceEndpoint
{
    [WolverinePost("/api/reports"), AllowAnonymous]
    public static async Task<IResult> Post(ReportOccurrence wish, ReportIntake intake, ReceiptReader receipts, ReportLimits limits, OrganisationDirectory directory, HttpContext http)
    {
        if (!limits.Allows(http))
        {
            var telephone = (await directory.Find(Caller.Of(http, "api").Tenant, http.RequestAborted))?.Settings.Hotline ?? "";
            throw new BadRequestException($"短い間に多くの報告が送られました。急ぐときは電話で報告してください：{telephone}", $"Many reports were sent in a short time. If it is urgent, report by telephone: {telephone}", StatusCodes.Status429TooManyRequests, "too-many-requests");
        }

        var (submission, _) = await intake.Take(wish, Channel.Api, [], Caller.Of(http, "api"), Answers.IdempotencyKey(http.Request), http.RequestAborted);
        var receipt = await receipts.Of(submission, wish, Caller.Of(http, "api").Tenant, http.RequestAborted);
        return Results.Json(receipt, Json.Strict, statusCode: StatusCodes.Status201Created);
    }
}

/// <summary>追加 (32-1-1), 所属の指定 (32-2-1), 管理者の報告 (32-1-2 …), 指示 (14-3).</summary>
public static class IntakeEndpoints
{
    [WolverinePost("/api/reports/{number}/supplements")]
    public static Task<IResult> Supplement(string number, SupplementReport command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/reports/{number}/section")]
    public static Task<IResult> Assign(string number, AssignSection command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/reports/{number}/passing-up")]
    public static Task<IResult> PassUp(string number, PassReportUp command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/reports/{number}/instructions")]
    public static Task<IResult> Instruct(string number, GiveInstruction command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/reports/{number}/unnecessary-duties")]
    public static Task<IResult> JudgeUnnecessary(string number, JudgeReportDutyUnnecessary command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/reports/{number}/carried-out-duties")]
    public static Task<IResult> CarryOut(string number, CarryOutReportDuty command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);
}

using System.Collections.Immutable;
using CsirtFlow.Api.Intake;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

/// <summary>What most stories begin with.</summary>
public static class An
{
    /// <summary>Nobody in particular, at the central station.</summary>
    public static ReportOccurrence Occurrence => new([OccurrenceKind.Missent], EmergencyImpact.None, "宛先を間違えてメールを送った。", "chuo", "0000-00-0001", "見本 太郎");

    public static string Key() => Guid.NewGuid().ToString("N");

    /// <summary>A report by whoever; without an account unless <paramref name="by"/> says who.</summary>
    public static async Task<ReportReceipt> Report(App app, ReportOccurrence? occurrence = null, string? by = null, string? key = null) =>
        (await (by is null ? app.Nobody : app.As(by)).Post("/api/reports", occurrence ?? Occurrence, key: key)).Ok().Read<ReportReceipt>();

    /// <summary>A report that CSIRT has judged an incident; its number.</summary>
    public static async Task<string> Incident(App app, ReportOccurrence? occurrence = null, string? by = null, string title = "メールの誤送信", Nature? nature = null)
    {
        var number = (await Report(app, occurrence, by)).Number;
        (await app.As("csirt").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "外部への漏えいのおそれがある。", title, Nature: nature))).Ok();
        return number;
    }
}

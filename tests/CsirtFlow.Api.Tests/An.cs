using System.Collections.Immutable;
using CsirtFlow.Api.Intake;
using CsirtFlow.Api.Mail;
using CsirtFlow.Domain;
using Microsoft.Extensions.DependencyInjection;

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

    /// <summary>A mail that has come in, without a mailbox; its SHA-256.</summary>
    public static async Task<string> Mail(App app, string raw, string organisation = App.Organisation)
    {
        var (store, intake) = (app.Services.GetRequiredService<MailStore>(), app.Services.GetRequiredService<MailIntake>());
        var stored = await store.Keep(new MailPlace(organisation, "csirt@example.jp", 1, (uint)Interlocked.Increment(ref mails)), System.Text.Encoding.UTF8.GetBytes(raw.ReplaceLineEndings("\r\n")), old: false, CancellationToken.None);
        await intake.Take(organisation, new MailboxOptions { Address = "csirt@example.jp" }, stored.Sha256, stored.Old, CancellationToken.None);
        return stored.Sha256;
    }

    /// <summary>Where the link of a notice leads somebody who has signed in.</summary>
    public static async Task<string> Destination(App app, string person, MimeKit.MimeMessage notice)
    {
        var link = new Uri(notice.TextBody!.Split('\n').Single(l => l.Contains("/notices/open/", StringComparison.Ordinal)).Trim());
        var answer = await app.As(person).Get(link.AbsolutePath);
        Assert.Equal(303, answer.Code);
        return answer.Headers.Location!.OriginalString;
    }

    private static int mails;

    /// <summary>A report that CSIRT has judged an incident; its number.</summary>
    public static async Task<string> Incident(App app, ReportOccurrence? occurrence = null, string? by = null, string title = "メールの誤送信", Nature? nature = null)
    {
        var number = (await Report(app, occurrence, by)).Number;
        (await app.As("csirt").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "外部への漏えいのおそれがある。", title, Nature: nature))).Ok();
        return number;
    }
}

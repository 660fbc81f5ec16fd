using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.Mail;

/// <summary>受信メール: the list, one mail with its text, its bytes, and what a person makes of it.</summary>
public static class InboxEndpoints
{
    /// <param name="Mail">What the record says of it.</param>
    public sealed record MailAnswer(IncomingMail Mail, string Text, IReadOnlyList<MailAnswer.File> Files)
    {
        /// <param name="Size">Bytes.</param>
        public sealed record File(string Name, string ContentType, long Size);
    }

    [WolverineGet("/api/incoming-mails")]
    public static async Task<IReadOnlyList<IncomingMail>> List(InboxDesk inbox, HttpContext http) =>
        await inbox.List(Caller.Of(http, "api"), http.Request.Query["all"] == "true", Page(http), http.RequestAborted);

    /// <summary>Which page of the list is asked for, from 1.</summary>
    public static int Page(HttpContext http) => int.TryParse(http.Request.Query["page"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) ? Math.Max(page, 1) : 1;

    [WolverineGet("/api/incoming-mails/{sha256}")]
    public static async Task<MailAnswer> Get(string sha256, InboxDesk inbox, HttpContext http)
    {
        var (mail, content, _) = await inbox.Of(Caller.Of(http, "api"), sha256, http.RequestAborted);
        http.Response.Headers.ETag = Answers.ETag(mail.Version);
        return new(mail, content.Text, [.. content.Files.Select(f => new MailAnswer.File(f.Name, f.ContentType, f.Content.LongLength))]);
    }

    [WolverinePost("/api/incoming-mails/{sha256}/report")]
    public static async Task<IResult> Report(string sha256, InboxDesk inbox, HttpContext http) =>
        Results.Json(new { number = await inbox.TakeAsReport(sha256, http.Sent(), http.RequestAborted) }, Json.Strict);

    [WolverinePost("/api/incoming-mails/{sha256}/addition")]
    public static async Task<IResult> Add(string sha256, AddMailToReport command, InboxDesk inbox, HttpContext http)
    {
        await inbox.AddTo(sha256, ReceiptNumber.Plain(command.Number), http.Sent(), http.RequestAborted);
        return Results.NoContent();
    }

    [WolverinePost("/api/incoming-mails/{sha256}/dismissal")]
    public static async Task<IResult> Dismiss(string sha256, DismissMail command, InboxDesk inbox, HttpContext http)
    {
        await inbox.Dismiss(sha256, command, http.Sent(), http.RequestAborted);
        return Results.NoContent();
    }
}

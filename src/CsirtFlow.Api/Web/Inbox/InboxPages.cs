using System.Collections.Immutable;
using System.Globalization;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Evidence;
using CsirtFlow.Api.Mail;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Inbox;

/// <summary>One mail on its page.</summary>
/// <param name="MayFile">Whether the person may say what it is.</param>
public sealed record InboxView(OpenedMail Of, ImmutableArray<EventLine> Events, bool MayFile, EvidenceScans Scans);

/// <summary>受信メール as pages: the list with what waits first, and one mail with the forms that say what it is.</summary>
public static class InboxPages
{
    private const string One = "/incoming-mails/{sha256}";

    private static readonly Type[] Commands = [typeof(TakeMailAsReport), typeof(AddMailToReport), typeof(DismissMail)];

    public static void MapInboxPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/incoming-mails", List);
        app.MapGet(One, (string sha256, HttpContext http) => Show(sha256, "", null, FormErrors.None, http));
        app.MapPost(One + "/do/{slug}", Do);
        app.MapGet(One + "/raw", Raw);
        app.MapGet(One + "/files/{number:int}", File);
    }

    private static async Task<IResult> List(InboxDesk inbox, Frames frames, HttpContext http)
    {
        var (caller, all) = (Caller.Of(http, "web"), http.Request.Query["all"] == "true");
        var page = InboxEndpoints.Page(http);
        var mails = await inbox.List(caller, all, page, http.RequestAborted);
        await http.RequestServices.GetRequiredService<NoticeDesk>().Open(caller, IncomingMail.NoNumber, http.RequestAborted);
        return PageResult.Of<InboxPage>(new { Frame = await frames.Of(http), Mails = mails, All = all, Number = page, States = await inbox.States(caller, http.RequestAborted) });
    }

    /// <summary>One mail, with a form that was refused or not sent yet.</summary>
    public static async Task<IResult> Show(string sha256, string slug, IFormCollection? typed, FormErrors errors, HttpContext http, int status = StatusCodes.Status200OK)
    {
        var (caller, at) = (Caller.Of(http, "web"), http.RequestServices);
        var frame = await at.GetRequiredService<Frames>().Of(http);
        try
        {
            var inbox = at.GetRequiredService<InboxDesk>();
            var mail = await inbox.Of(caller, sha256, http.RequestAborted);
            await at.GetRequiredService<NoticeDesk>().Open(caller, mail.Mail.Id, http.RequestAborted);
            var view = new InboxView(mail, await at.GetRequiredService<CaseReader>().Events(caller, mail.Mail.Id, null, http.RequestAborted), await inbox.MayFile(caller, http.RequestAborted),
                await at.GetRequiredService<ScanResults>().Of(caller.Tenant, [sha256], at.GetRequiredService<TimeProvider>().GetUtcNow(), http.RequestAborted));
            return PageResult.Of<InboxMailPage>(new { Frame = frame, View = view, Refused = slug, Typed = typed, Errors = errors, DoneSlug = http.Request.Query["done"].ToString() }, status);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = frame, e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    /// <summary>The command of a slug; null where there is none.</summary>
    public static Type? Named(string slug) => Array.Find(Commands, t => CommandCatalogue.Slug(t) == slug);

    private static async Task<IResult> Do(string sha256, string slug, InboxDesk inbox, HttpContext http)
    {
        if (await KeptForm.NotYet(http) is { } kept) return kept;

        var typed = await http.Request.ReadFormAsync(http.RequestAborted);
        var sent = new Sent(Caller.Of(http, "web"), long.TryParse(typed["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null);
        string Text(string name) => KeepableText.Of(typed[$"{slug}.{name}"].ToString().ReplaceLineEndings("\n"))!;
        try
        {
            var command = Named(slug);
            if (command == typeof(TakeMailAsReport)) return PageResult.SeeOther($"/reports/{await inbox.TakeAsReport(sha256, sent, http.RequestAborted)}");
            if (command == typeof(AddMailToReport)) await inbox.AddTo(sha256, ReceiptNumber.Plain(Text("number")), sent, http.RequestAborted);
            else if (command == typeof(DismissMail)) await inbox.Dismiss(sha256, new DismissMail(Text("because")), sent, http.RequestAborted);
            else throw new NotFoundException("その操作", "action");

            return PageResult.SeeOther($"/incoming-mails/{sha256}?done={slug}");
        }
        catch (PolicyViolationException e)
        {
            return await Show(sha256, slug, typed, new(e.Rules.Select(r => new FormError(r == Rules.ReportKnown ? $"{slug}.number" : r == Rules.ReasonGiven || r == Rules.TextTooLong ? $"{slug}.because" : slug, Language.Of(http).Of(r)))), http, StatusCodes.Status409Conflict);
        }
        catch (ChangedMeanwhileException e)
        {
            return await Show(sha256, slug, typed, FormErrors.Of(e, Language.Of(http), slug), http, StatusCodes.Status412PreconditionFailed);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await http.RequestServices.GetRequiredService<Frames>().Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    private static async Task<IResult> Raw(string sha256, InboxDesk inbox, HttpContext http)
    {
        var mail = await inbox.Of(Caller.Of(http, "web"), sha256, http.RequestAborted);
        return Download(http, mail.Raw, $"{sha256[..16]}.eml");
    }

    private static async Task<IResult> File(string sha256, int number, InboxDesk inbox, HttpContext http)
    {
        var mail = await inbox.Of(Caller.Of(http, "web"), sha256, http.RequestAborted);
        return number >= 1 && number <= mail.Content.Files.Length ? Download(http, mail.Content.Files[number - 1].Content, mail.Content.Files[number - 1].Name) : throw new NotFoundException("そのファイル", "file");
    }

    private static IResult Download(HttpContext http, byte[] bytes, string name)
    {
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(bytes, "application/octet-stream", Reports.DownloadName.Of(name));
    }
}

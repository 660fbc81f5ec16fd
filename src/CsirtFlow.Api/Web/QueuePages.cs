using CsirtFlow.Api.Board;
using CsirtFlow.Api.Mail;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Mail;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Web;

/// <summary>The queue, the notices that need a person, the organisation, and in development the mails.</summary>
public static class QueuePages
{
    public static void MapQueuePages(this WebApplication app)
    {
        app.MapGet("/queue", Queue);
        app.MapGet("/notices", Notices);
        app.MapPost("/notices/{action}", NoticeAction);
        app.MapGet(NoticeWriter.Opening + "{token}", OpenNotice);
        app.MapGet("/organisation", ShowOrganisation);
        if (app.Environment.IsDevelopment()) app.MapGet("/dev/mails", Mails).AllowAnonymous();
    }

    private static async Task<IResult> ShowOrganisation(NoticeDesk notices, Frames frames, HttpContext http)
    {
        await notices.Open(Caller.Of(http, "web"), OrganisationState.Key, http.RequestAborted);
        return PageResult.Of<OrganisationPage>(new { Frame = await frames.Of(http) });
    }

    private static async Task<IResult> Queue(CaseReader cases, QueueWatch watch, Frames frames, HttpContext http)
    {
        var caller = Caller.Of(http, "web");
        var query = BoardEndpoints.QueryOf(http.Request.Query);
        var page = await cases.Find(caller, query, http.RequestAborted);
        return PageResult.Of<QueuePage>(new
        {
            Frame = await frames.Of(http),
            Query = query,
            Page = page,
            Around = await watch.Of(caller, http.RequestAborted),
            Reminded = await watch.Reminded(caller, page.Cases.Where(c => !c.Done).Select(c => c.Id), http.RequestAborted),
        });
    }

    private static async Task<IResult> Notices(NoticeDesk notices, Frames frames, HttpContext http)
    {
        var caller = Caller.Of(http, "web");
        var desk = await notices.IsAtDesk(caller, http.RequestAborted);
        var all = http.Request.Query["all"] == "true";
        return PageResult.Of<NoticesPage>(new
        {
            Frame = await frames.Of(http),
            Undelivered = desk ? await notices.List(caller, all, http.RequestAborted) : [],
            Mine = await notices.Mine(caller, http.RequestAborted),
            AtDesk = desk,
            All = all,
        });
    }

    // The token opens nothing by itself: whoever comes with it has signed in, and the page behind it asks what they may see.
    private static async Task<IResult> OpenNotice(string token, ReplyTokens tokens, NoticeList list, NoticeDesk notices, Frames frames, HttpContext http)
    {
        var caller = Caller.Of(http, "web");
        if (tokens.Read(caller.Tenant, token) is not (MessageKind.Notice, var hash) || await list.OfMail(caller.Tenant, hash, http.RequestAborted) is not { } notice)
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), Sentence = new Wording("通知のリンクが正しくありません。メールのリンクを、途中で切れないように全部開いてください。", "The link of the notice is not right. Open the whole link of the mail, to its end.") }, StatusCodes.Status404NotFound);

        if (notice.PersonId == caller.PersonId) await notices.Open(caller, notice.Number, http.RequestAborted);
        return PageResult.SeeOther(NoticeWriter.PageOf(notice));
    }

    private static async Task<IResult> NoticeAction(string action, NoticeDesk notices, IAntiforgery antiforgery, HttpContext http)
    {
        await antiforgery.ValidateRequestAsync(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (caller, id) = (Caller.Of(http, "web"), KeepableText.Of(form["id"].ToString())!);
        switch (action)
        {
            case "acknowledge":
                await notices.Acknowledge(caller, id, http.RequestAborted);
                break;
            case "resend" when await notices.IsAtDesk(caller, http.RequestAborted):
                await notices.Resend(caller, id, http.RequestAborted);
                break;
            default:
                throw new NotFoundException("その操作", "action");
        }
        return Results.LocalRedirect("/notices");
    }

    private static async Task<IResult> Mails(IOptions<MailOptions> mail, Frames frames, HttpContext http) =>
        PageResult.Of<MailsPage>(new { Frame = await frames.Of(http), Letters = mail.Value.UsesServer ? [] : new EmlFolder(mail.Value.PickupDirectory).List(), Folder = mail.Value.UsesServer ? "" : Path.GetFullPath(mail.Value.PickupDirectory) });
}

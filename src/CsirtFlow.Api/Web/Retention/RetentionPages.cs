using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Retention;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Retention;

/// <summary>保存と廃棄 as pages: what is due, and one matter.</summary>
public static class RetentionPages
{
    private const string All = "/retention";
    private const string One = All + "/{number}";

    private static readonly Type[] Commands = [typeof(SetRetention), typeof(ProposeDisposal), typeof(DeclineDisposal), typeof(CarryOutDisposal)];

    public static void MapRetentionPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(All, List);
        app.MapGet(One, (string number, RetentionViews views, Frames frames, HttpContext http) => Show(number, null, views, frames, http));
        app.MapPost(One + "/do/{slug}", Do);
    }

    /// <summary>The command of a slug; null where there is none.</summary>
    public static Type? Named(string slug) => Array.Find(Commands, t => CommandCatalogue.Slug(t) == slug);

    private static async Task<IResult> List(RetentionDesk retention, Frames frames, HttpContext http)
    {
        if (KeepableText.Of(http.Request.Query["number"].ToString())!.Trim() is { Length: > 0 } number) return PageResult.SeeOther($"{All}/{Uri.EscapeDataString(number)}");

        return PageResult.Of<RetentionListPage>(new { Frame = await frames.Of(http), Matters = await retention.List(Caller.Of(http, "web"), http.RequestAborted) });
    }

    public static async Task<IResult> Show(string number, RefusedForm? refused, RetentionViews views, Frames frames, HttpContext http, int status = StatusCodes.Status200OK)
    {
        try
        {
            var view = await views.Of(Caller.Of(http, "web"), number, refused, http.RequestAborted);
            return PageResult.Of<RetentionPage>(new { Frame = await frames.Of(http), View = view, DoneSlug = http.Request.Query["done"].ToString() }, status);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    private static async Task<IResult> Do(string number, string slug, RetentionDesk retention, RetentionViews views, Frames frames, HttpContext http)
    {
        if (await KeptForm.NotYet(http) is { } kept) return kept;

        var (typed, language, type) = (await http.Request.ReadFormAsync(http.RequestAborted), Language.Of(http), Named(slug));
        try
        {
            if (type is null || FormReader.Read(type, slug, typed) is not ICommand<RetentionHistory, RetentionEvent> command) throw new NotFoundException("その操作", "action");

            await retention.Take(number, command, new Sent(Caller.Of(http, "web")), http.RequestAborted);
            return PageResult.SeeOther($"{All}/{number}?done={slug}");
        }
        catch (PolicyViolationException e)
        {
            return await Show(number, new(slug, typed, RefusedField.Errors(e, type!, slug, typed, language)), views, frames, http, StatusCodes.Status409Conflict);
        }
        catch (BadRequestException e)
        {
            return await Show(number, new(slug, typed, FormErrors.Of(e, language, slug)), views, frames, http, e.Status);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }
}

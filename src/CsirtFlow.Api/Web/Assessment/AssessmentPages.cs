using System.Globalization;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Assessment;

/// <summary>該当性判定 of an incident as a page: the questions with what was answered, what follows, and how it came about.</summary>
public static class AssessmentPages
{
    public static readonly string Slug = CommandCatalogue.Slug(typeof(AssessPersonalData));

    public static void MapAssessmentPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/incidents/{number}/assessment", (string number, AssessmentViews views, Frames frames, HttpContext http) => Show(number, views, frames, http, null));
        app.MapPost("/incidents/{number}/assessment/do/assess-personal-data", Assess);
    }

    /// <summary>The page, with the form as <paramref name="typed"/> where it was tried or refused.</summary>
    public static async Task<IResult> Show(string number, AssessmentViews views, Frames frames, HttpContext http, TypedAssessment? typed, int status = StatusCodes.Status200OK)
    {
        try
        {
            var view = await views.Of(Caller.Of(http, "web"), number, typed, http.RequestAborted);
            return PageResult.Of<AssessmentPage>(new { Frame = await frames.Of(http), View = view, Done = http.Request.Query.ContainsKey("done") }, status);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    private static async Task<IResult> Assess(string number, CommandDesk desk, AssessmentViews views, Frames frames, HttpContext http)
    {
        if (await KeptForm.NotYet(http) is { } kept) return kept;

        var (form, language) = (await http.Request.ReadFormAsync(http.RequestAborted), Language.Of(http));
        AssessPersonalData? wish = null;
        try
        {
            wish = (AssessPersonalData)FormReader.Read(typeof(AssessPersonalData), Slug, form);
            if (form.ContainsKey("try")) return await Show(number, views, frames, http, new(form, FormErrors.None, wish));

            await desk.Take(number, wish, new Sent(Caller.Of(http, "web"), Version(form["version"].ToString())), http.RequestAborted);
            return PageResult.SeeOther($"/incidents/{number}/assessment?done={Slug}");
        }
        catch (PolicyViolationException e)
        {
            return await Show(number, views, frames, http, new(form, RefusedField.Errors(e, typeof(AssessPersonalData), Slug, form, language), null), StatusCodes.Status409Conflict);
        }
        catch (ChangedMeanwhileException e)
        {
            return await Show(number, views, frames, http, new(form, FormErrors.Of(e, language, Slug), null), StatusCodes.Status412PreconditionFailed);
        }
        catch (BadRequestException e)
        {
            return await Show(number, views, frames, http, new(form, FormErrors.Of(e, language, Slug), null), e.Status);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    private static long? Version(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}

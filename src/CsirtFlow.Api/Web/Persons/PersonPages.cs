using System.Collections.Immutable;
using CsirtFlow.Api.Persons;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Api.Web.Reporting;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Mvc;

namespace CsirtFlow.Api.Web.Persons;

/// <summary>本人の名簿 of an incident as a page. Names stand on it only in the answer to 「名簿を見る」, which is recorded.</summary>
public static class PersonPages
{
    /// <summary>Name of the field of the file, and where what is wrong with it leads.</summary>
    public const string File = "register-person-list.file";

    private const string All = "/incidents/{number}/persons";

    private static readonly Type[] Commands = [typeof(OpenPersonList), typeof(MakePersonLetters), typeof(RecordReturnedLetters), typeof(ProposePersonListDeletion), typeof(DeclinePersonListDeletion), typeof(DeletePersonList)];

    /// <summary>The command of a slug; null where there is none.</summary>
    public static Type? Named(string slug) => Array.Find([typeof(RegisterPersonList), .. Commands], t => CommandCatalogue.Slug(t) == slug);

    public static void MapPersonPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(All, (string number, PersonViews views, Frames frames, HttpContext http) => Show(number, new(), views, frames, http));
        app.MapPost(All, Register).WithMetadata(new RequestSizeLimitAttribute(FormPost.Largest));
        app.MapPost(All + "/{list:int}/do/{slug}", Do);
    }

    private static async Task<IResult> Show(string number, PersonWish wish, PersonViews views, Frames frames, HttpContext http, int status = StatusCodes.Status200OK)
    {
        try
        {
            var view = await views.Of(Caller.Of(http, "web"), number, wish, http.RequestAborted);
            return PageResult.Of<PersonsPage>(new { Frame = await frames.Of(http), View = view, DoneSlug = http.Request.Query["done"].ToString() }, status);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    private static async Task<IResult> Register(string number, PersonListDesk persons, PersonViews views, Frames frames, HttpContext http)
    {
        var post = await FormPost.Read(http);
        http.Request.Form = post.Form;
        if (await KeptForm.NotYet(http) is { } kept) return kept;

        var (language, slug) = (Language.Of(http), CommandCatalogue.Slug(typeof(RegisterPersonList)));
        try
        {
            await persons.Register(Caller.Of(http, "web"), number, new(post.Text($"{slug}.purpose")), Chosen(post), http.RequestAborted);
            return PageResult.SeeOther($"/incidents/{number}/persons?done={slug}");
        }
        catch (PolicyViolationException e)
        {
            return await Show(number, new() { Typed = post.Form, Place = slug, Errors = new([.. RefusedField.Errors(e, typeof(RegisterPersonList), slug, post.Form, language).All, .. post.HadFiles ? [new FormError(File, new PersonWords(language).FileAgain)] : Array.Empty<FormError>()]) }, views, frames, http, StatusCodes.Status409Conflict);
        }
        catch (BadRequestException e)
        {
            return await Show(number, new() { Typed = post.Form, Place = slug, Errors = new(language.Of(e.Sentence).Split('\n').Select(line => new FormError(File, line))) }, views, frames, http, e.Status);
        }
    }

    private static byte[] Chosen(FormPost post) => post switch
    {
        { FileTooLarge: true } or { Incomplete: true } => throw PersonListFile.TooLarge(),
        { Files: [var only, ..] } => only.Content,
        _ => throw new BadRequestException("名簿のファイル（CSV）を選んでください。", "Choose the file of the list (CSV).", StatusCodes.Status422UnprocessableEntity),
    };

    private static async Task<IResult> Do(string number, int list, string slug, PersonListDesk persons, PersonViews views, Frames frames, HttpContext http)
    {
        if (await KeptForm.NotYet(http) is { } kept) return kept;

        var (typed, sent, place) = (await http.Request.ReadFormAsync(http.RequestAborted), new Sent(Caller.Of(http, "web")), PersonViews.Place(slug, list));
        var command = Array.Find(Commands, t => CommandCatalogue.Slug(t) == slug);
        var refused = new PersonWish { Typed = typed, Place = place };
        try
        {
            switch (command is null ? null : FormReader.Read(command, place, typed))
            {
                case OpenPersonList:
                    return await Show(number, new() { Opened = list, Persons = await persons.Open(number, list, sent, http.RequestAborted) }, views, frames, http);
                case MakePersonLetters wish:
                    return PersonListEndpoints.Download(http, await persons.Letters(number, list, wish, sent, http.RequestAborted));
                case ICommand<PersonList, PersonListEvent> wish:
                    await persons.Take(number, list, wish, sent, http.RequestAborted);
                    return PageResult.SeeOther($"/incidents/{number}/persons?done={slug}");
                default:
                    throw new NotFoundException("その操作", "action");
            }
        }
        catch (PolicyViolationException e)
        {
            return await Show(number, refused with { Errors = RefusedField.Errors(e, command!, place, typed, Language.Of(http)) }, views, frames, http, StatusCodes.Status409Conflict);
        }
        catch (BadRequestException e)
        {
            return await Show(number, refused with { Errors = FormErrors.Of(e, Language.Of(http), place) }, views, frames, http, e.Status);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }
}

/// <summary>What the page is asked to show beside the lists: a form that was refused, or the names that somebody has opened.</summary>
/// <param name="Place">Id of the form that was refused.</param>
public sealed record PersonWish(string? Place = null)
{
    public IFormCollection? Typed { get; init; }

    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>第n号 of the list that was opened; null for none.</summary>
    public int? Opened { get; init; }

    public ImmutableArray<PersonConcerned> Persons { get; init; } = [];
}

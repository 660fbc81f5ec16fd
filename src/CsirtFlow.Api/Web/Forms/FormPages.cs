using System.Collections.Immutable;
using System.Globalization;
using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Web.Forms;

/// <summary>様式 as pages: the list, one form with its versions, and the editor.</summary>
public static class FormPages
{
    public const string Path = "/forms";

    /// <summary>Who finds the way here in the navigation; the page itself is for everybody who signs in.</summary>
    public static Office[] Readers { get; } = [.. Acting.Offices(typeof(ProposeFormRevision)), .. Acting.Offices(typeof(ApproveFormRevision)), Office.Auditor];

    public static Mark Unconfirmed { get; } = new("公式欄名は未照合", "Labels not compared", Tone.High);

    public static string PathOf(string id) => $"{Path}/{id}";

    public static void MapFormPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (FormDesk forms, OrganisationDirectory directory, Frames frames, TimeProvider clock, HttpContext http) => List(forms, directory, frames, clock, http, "", "", FormErrors.None, StatusCodes.Status200OK)).ExcludeFromDescription();
        app.MapGet(Path + "/new", Begin).ExcludeFromDescription();
        app.MapGet(Path + "/{id}", (string id, FormDesk forms, NoticeDesk notices, OrganisationDirectory directory, Frames frames, TimeProvider clock, HttpContext http) => Show(id, forms, notices, directory, frames, clock, http, null, "", FormErrors.None, StatusCodes.Status200OK)).ExcludeFromDescription();
        app.MapGet(Path + "/{id}/edit", FormEditPages.Edit).ExcludeFromDescription();
        app.MapPost(Path + "/{id}/do/{slug}", Do).ExcludeFromDescription();
    }

    private static async Task<IResult> List(FormDesk forms, OrganisationDirectory directory, Frames frames, TimeProvider clock, HttpContext http, string id, string from, FormErrors errors, int status)
    {
        var caller = Caller.Of(http, "web");
        return PageResult.Of<FormListPage>(new
        {
            Frame = await frames.Of(http),
            Forms = await forms.List(caller, http.RequestAborted),
            Templates = await forms.Templates(caller, http.RequestAborted),
            MayPropose = Proposals.MayPropose(await directory.Get(caller.Tenant, http.RequestAborted), caller.PersonId ?? "", clock.GetUtcNow()),
            Errors = errors,
            NewId = id,
            From = from,
        }, status);
    }

    // Another name for a copy; the editor of it is the next page.
    private static async Task<IResult> Begin(FormDesk forms, OrganisationDirectory directory, Frames frames, TimeProvider clock, HttpContext http)
    {
        var (id, from) = (http.Request.Query["id"].ToString().Trim(), http.Request.Query["from"].ToString());
        var all = await forms.List(Caller.Of(http, "web"), http.RequestAborted);
        if (FormCheck.IsId(id) && all.All(f => f.Id != id) && all.Any(f => f.Id == from)) return Results.LocalRedirect($"{PathOf(id)}/edit?from={from}");

        return await List(forms, directory, frames, clock, http, KeepableText.Of(id)!, from, new([new("id", new FormWords(Language.Of(http)).IdWrong)]), StatusCodes.Status400BadRequest);
    }

    // refused: slug of the form that was refused; empty for none.
    private static async Task<IResult> Show(string id, FormDesk forms, NoticeDesk notices, OrganisationDirectory directory, Frames frames, TimeProvider clock, HttpContext http, IFormCollection? typed, string refused, FormErrors errors, int status)
    {
        var caller = Caller.Of(http, "web");
        try
        {
            var view = await forms.View(caller, id, http.RequestAborted);
            await notices.Open(caller, view.History.Id, http.RequestAborted);
            var organisation = await directory.Get(caller.Tenant, http.RequestAborted);
            var offered = Proposals.Offered(view.History.Proposal, organisation, caller.PersonId ?? "", clock.GetUtcNow(), typed);
            // What is offered no more has no field to lead to.
            if (offered.All(f => f.Slug != refused)) errors = new(errors.All.Select(e => e with { Field = "" }));
            return PageResult.Of<FormPage>(new
            {
                Frame = await frames.Of(http),
                View = view,
                Proposed = FormEditPages.Proposed(view),
                Forms = offered,
                Events = await forms.Events(caller, view.History.Id, http.RequestAborted),
                MayPropose = Proposals.MayPropose(organisation, caller.PersonId ?? "", clock.GetUtcNow()),
                Errors = errors,
                Refused = refused,
                Done = http.Request.Query["done"].ToString(),
            }, status);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    /// <summary>The form with what was typed and not sent.</summary>
    public static Task<IResult> Show(string id, string slug, IFormCollection typed, FormErrors notYet, HttpContext http)
    {
        var at = http.RequestServices;
        return slug == Proposals.Propose ? FormEditPages.Draft(id, typed, at.GetRequiredService<FormDesk>(), at.GetRequiredService<Frames>(), http, notYet)
            : Show(id, at.GetRequiredService<FormDesk>(), at.GetRequiredService<NoticeDesk>(), at.GetRequiredService<OrganisationDirectory>(), at.GetRequiredService<Frames>(), at.GetRequiredService<TimeProvider>(), http, typed, slug, notYet, StatusCodes.Status200OK);
    }

    private static async Task<IResult> Do(string id, string slug, FormDesk forms, NoticeDesk notices, OrganisationDirectory directory, Frames frames, TimeProvider clock, HttpContext http)
    {
        if (await KeptForm.NotYet(http) is { } kept) return kept;

        var typed = await http.Request.ReadFormAsync(http.RequestAborted);
        if (slug == Proposals.Propose) return await FormEditPages.Draft(id, typed, forms, frames, http);

        var (language, status, errors) = (Language.Of(http), StatusCodes.Status409Conflict, FormErrors.None);
        try
        {
            var command = Proposals.Named(slug) ?? throw new NotFoundException("その操作", "action");
            await forms.Take(FormHistory.FormKey(id), (ICommand<FormHistory, FormEvent>)FormReader.Read(command, slug, typed), new Sent(Caller.Of(http, "web")), http.RequestAborted);
            return PageResult.SeeOther($"{PathOf(id)}?done={slug}");
        }
        catch (PolicyViolationException e)
        {
            errors = RefusedField.Errors(e, Proposals.Named(slug)!, slug, typed, language);
        }
        catch (BadRequestException e)
        {
            (status, errors) = (e.Status, FormErrors.Of(e, language, slug));
        }
        catch (ChangedMeanwhileException e)
        {
            errors = FormErrors.Of(e, language);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
        return await Show(id, forms, notices, directory, frames, clock, http, typed, slug, errors, status);
    }
}

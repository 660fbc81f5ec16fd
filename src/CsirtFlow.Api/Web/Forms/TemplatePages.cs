using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using CsirtFlow.Notifications;

namespace CsirtFlow.Api.Web.Forms;

/// <summary>The editor of a template with what was typed.</summary>
public sealed record TemplateEditor(TemplateView View, string Subject, string Text, FormErrors Errors, string Reason = "", string ReplacesBecause = "");

/// <summary>通知文のひな形 as pages: one template with its versions, and the editor.</summary>
public static class TemplatePages
{
    public static string PathOf(string name) => $"/templates/{name}";

    public static void MapTemplatePages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/templates/{name}", (string name, HttpContext http) => Page(name, http, null, "", FormErrors.None, StatusCodes.Status200OK)).ExcludeFromDescription();
        app.MapGet("/templates/{name}/edit", (string name, HttpContext http) => Edit(name, http, null, FormErrors.None, StatusCodes.Status200OK)).ExcludeFromDescription();
        app.MapPost("/templates/{name}/do/{slug}", Do).ExcludeFromDescription();
    }

    /// <summary>The template with what was typed and not sent.</summary>
    public static Task<IResult> Show(string name, string slug, IFormCollection typed, FormErrors notYet, HttpContext http) =>
        slug == Proposals.Propose ? Edit(name, http, typed, notYet, StatusCodes.Status200OK) : Page(name, http, typed, slug, notYet, StatusCodes.Status200OK);

    private static async Task<IResult> Page(string name, HttpContext http, IFormCollection? typed, string refused, FormErrors errors, int status)
    {
        var (caller, at) = (Caller.Of(http, "web"), http.RequestServices);
        var (frames, now) = (at.GetRequiredService<Frames>(), at.GetRequiredService<TimeProvider>().GetUtcNow());
        try
        {
            var view = await at.GetRequiredService<FormDesk>().Template(caller, name, http.RequestAborted);
            await at.GetRequiredService<NoticeDesk>().Open(caller, view.History.Id, http.RequestAborted);
            var organisation = await at.GetRequiredService<OrganisationDirectory>().Get(caller.Tenant, http.RequestAborted);
            var offered = Proposals.Offered(view.History.Proposal, organisation, caller.PersonId ?? "", now, typed);
            if (offered.All(f => f.Slug != refused)) errors = new(errors.All.Select(e => e with { Field = "" }));
            return PageResult.Of<TemplatePage>(new { Frame = await frames.Of(http), View = view, Forms = offered, Events = await at.GetRequiredService<FormDesk>().Events(caller, view.History.Id, http.RequestAborted), MayPropose = Proposals.MayPropose(organisation, caller.PersonId ?? "", now), Errors = errors, Refused = refused, Done = http.Request.Query["done"].ToString() }, status);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    private static async Task<IResult> Edit(string name, HttpContext http, IFormCollection? typed, FormErrors errors, int status)
    {
        var (caller, at) = (Caller.Of(http, "web"), http.RequestServices);
        var frames = at.GetRequiredService<Frames>();
        string Text(string field) => KeepableText.Of(typed![field].ToString())!.ReplaceLineEndings("\n");
        try
        {
            var view = await at.GetRequiredService<FormDesk>().Template(caller, name, http.RequestAborted);
            if (typed is null && !await Proposals.MayPropose(http)) return PageResult.SeeOther(PathOf(name));

            var (subject, text) = NoticeTemplates.Split(name, view.History.Proposal?.Text ?? view.Text);
            var editor = typed is null ? new TemplateEditor(view, subject, text, errors, view.History.Proposal?.Reason ?? "") : new(view, Text("subject"), Text("text"), errors, Text("reason"), Text("replacesBecause"));
            return PageResult.Of<TemplateEditPage>(new { Frame = await frames.Of(http), Of = editor }, status);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    private static async Task<IResult> Do(string name, string slug, FormDesk forms, Frames frames, HttpContext http)
    {
        if (await KeptForm.NotYet(http) is { } kept) return kept;

        var (typed, language, caller, proposes) = (await http.Request.ReadFormAsync(http.RequestAborted), Language.Of(http), Caller.Of(http, "web"), slug == Proposals.Propose);
        if (proposes && typed["look"].Count > 0) return await Edit(name, http, typed, FormErrors.None, StatusCodes.Status200OK);

        var (status, errors) = (StatusCodes.Status409Conflict, FormErrors.None);
        try
        {
            string Text(string field) => KeepableText.Of(typed[field].ToString())!;
            var command = proposes ? new ProposeFormRevision(NoticeTemplates.Join(Text("subject"), Text("text")), Text("reason"), "", Text("replacesBecause"))
                : (ICommand<FormHistory, FormEvent>)FormReader.Read(Proposals.Named(slug) ?? throw new NotFoundException("その操作", "action"), slug, typed);
            long? version = proposes ? Proposals.Version(typed) : null;
            await forms.Take(FormHistory.TemplateKey(name), command, new Sent(caller, version), http.RequestAborted);
            return PageResult.SeeOther($"{PathOf(name)}?done={slug}");
        }
        catch (PolicyViolationException e)
        {
            errors = proposes ? Proposals.Errors(e, language) : RefusedField.Errors(e, Proposals.Named(slug)!, slug, typed, language);
        }
        catch (BadRequestException e)
        {
            (status, errors) = (e.Status, FormErrors.Of(e, language, proposes ? "" : slug));
        }
        catch (ChangedMeanwhileException e)
        {
            (status, errors) = (StatusCodes.Status412PreconditionFailed, FormErrors.Of(e, language));
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
        return proposes ? await Edit(name, http, typed, errors, status) : await Page(name, http, typed, slug, errors, status);
    }
}

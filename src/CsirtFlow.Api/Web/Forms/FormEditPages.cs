using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Web.Forms;

/// <summary>The editor of a form with what was typed.</summary>
/// <param name="From">Id of the form that it is a copy of; empty for a revision.</param>
/// <param name="Sample">Show the finished page beside it.</param>
public sealed record FormEditor(FormView View, FormDefinition Form, string From, FormErrors Errors, string Reason = "", string Source = "", string ReplacesBecause = "", bool Sample = false);

/// <summary>The editor of a form as a page: a revision, or a copy under another id.</summary>
public static class FormEditPages
{
    public static async Task<IResult> Edit(string id, FormDesk forms, Frames frames, HttpContext http)
    {
        try
        {
            var from = http.Request.Query["from"].ToString();
            var (view, basis) = await Basis(id, from, forms, Caller.Of(http, "web"), http.RequestAborted);
            if (!await Proposals.MayPropose(http)) return PageResult.SeeOther(view.Versions.IsEmpty ? "/forms" : FormPages.PathOf(id));

            return PageResult.Of<FormEditPage>(new { Frame = await frames.Of(http), Of = new FormEditor(view, basis, from, FormErrors.None, view.History.Proposal?.Reason ?? "", view.History.Proposal?.Source ?? "") });
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    /// <summary>The editor with what was typed: a sample, or the proposal.</summary>
    public static async Task<IResult> Draft(string id, IFormCollection typed, FormDesk forms, Frames frames, HttpContext http, FormErrors? notYet = null)
    {
        var (caller, language, from) = (Caller.Of(http, "web"), Language.Of(http), typed["from"].ToString());
        string Text(string name) => KeepableText.Of(typed[name].ToString())!;
        try
        {
            var (view, basis) = await Basis(id, from, forms, caller, http.RequestAborted);
            var editor = new FormEditor(view, FormSheet.Read(typed, basis), from, notYet ?? FormErrors.None, Text("reason"), Text("source"), Text("replacesBecause"), Sample: typed["look"].Count > 0);
            if (notYet is null && FormSheet.Unread(typed) is { IsEmpty: false } unread)
                return PageResult.Of<FormEditPage>(new { Frame = await frames.Of(http), Of = editor with { Sample = false, Errors = new(unread.Select(p => new FormError(p.Field, language.Of(p.Sentence)))) } }, StatusCodes.Status400BadRequest);
            if (editor.Sample || notYet is not null) return PageResult.Of<FormEditPage>(new { Frame = await frames.Of(http), Of = editor });

            var (status, errors) = (StatusCodes.Status409Conflict, FormErrors.None);
            try
            {
                await forms.Take(FormHistory.FormKey(id), new ProposeFormRevision(editor.Form.ToJson(), editor.Reason, editor.Source, editor.ReplacesBecause), new Sent(caller, Proposals.Version(typed)), http.RequestAborted);
                return PageResult.SeeOther($"{FormPages.PathOf(id)}?done={Proposals.Propose}");
            }
            catch (PolicyViolationException e)
            {
                errors = Proposals.Errors(e, language);
            }
            catch (BadRequestException e)
            {
                (status, errors) = (e.Status, new(FormErrors.Of(e, language).All.Select(x => x.Field is "id" or "text" or "subject" ? x with { Field = "" } : x)));
            }
            catch (ChangedMeanwhileException e)
            {
                (status, errors) = (StatusCodes.Status412PreconditionFailed, FormErrors.Of(e, language));
            }
            return PageResult.Of<FormEditPage>(new { Frame = await frames.Of(http), Of = editor with { View = (await Basis(id, from, forms, caller, http.RequestAborted)).View, Errors = errors } }, status);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    // The open proposal is gone on with; else the version in force, or the copy of another form under a new id.
    private static async Task<(FormView View, FormDefinition Basis)> Basis(string id, string from, FormDesk forms, Caller caller, CancellationToken cancellation)
    {
        var all = await forms.List(caller, cancellation);
        if (all.FirstOrDefault(f => f.Id == id) is { } view) return (view, Proposed(view) ?? view.InForce ?? view.Versions[0].Form);

        var copied = all.FirstOrDefault(f => f.Id == from)?.Versions.FirstOrDefault()?.Form;
        return FormCheck.IsId(id) && copied is not null ? (new FormView(id, null, [], new(FormHistory.FormKey(id))), copied with { Id = id, OfficialNamesConfirmed = false })
            : throw new NotFoundException("その様式", "form");
    }

    /// <summary>改定案. It was read when it was proposed; null where a later release of the product knows less.</summary>
    public static FormDefinition? Proposed(FormView view)
    {
        try
        {
            return view.History.Proposal is { } proposal ? FormDefinition.Parse(proposal.Text) : null;
        }
        catch (FormException)
        {
            return null;
        }
    }
}

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
using Microsoft.AspNetCore.Antiforgery;

namespace CsirtFlow.Api.Web.Forms;

/// <summary>A command on a proposal, for a person who may give it now.</summary>
/// <param name="Reason">What was typed before.</param>
public sealed record ProposalForm(string Slug, Type Type, Actor As, string Reason);

/// <summary>The editor of a form with what was typed.</summary>
/// <param name="From">Id of the form that it is a copy of; empty for a revision.</param>
/// <param name="Sample">Show the finished page beside it.</param>
public sealed record FormEditor(FormView View, FormDefinition Form, string From, FormErrors Errors, string Reason = "", string Source = "", string ReplacesBecause = "", bool Sample = false);

/// <summary>様式 as pages: the list, one form with its versions, and the editor.</summary>
public static class FormPages
{
    public const string Path = "/forms";

    private static readonly Type[] Commands = [typeof(ApproveFormRevision), typeof(ReturnFormRevision), typeof(WithdrawFormRevision)];

    /// <summary>Who finds the way here in the navigation; the page itself is for everybody who signs in.</summary>
    public static Office[] Readers { get; } = [.. Acting.Offices(typeof(ProposeFormRevision)), .. Acting.Offices(typeof(ApproveFormRevision)), Office.Auditor];

    public static string Propose { get; } = CommandCatalogue.Slug(typeof(ProposeFormRevision));

    public static Mark Unconfirmed { get; } = new("公式欄名は未照合", "Labels not compared", Tone.High);

    public static string PathOf(string id) => $"{Path}/{id}";

    public static Mark Of(FormRevision proposal) => proposal.AwaitsApproval ? new("承認待ち", "Waits for approval", Tone.Notice) : new("差戻し", "Returned", Tone.High);

    public static void MapFormPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (FormDesk forms, OrganisationDirectory directory, Frames frames, TimeProvider clock, HttpContext http) => List(forms, directory, frames, clock, http, "", "", FormErrors.None, StatusCodes.Status200OK)).ExcludeFromDescription();
        app.MapGet(Path + "/new", Begin).ExcludeFromDescription();
        app.MapGet(Path + "/{id}", (string id, FormDesk forms, NoticeDesk notices, OrganisationDirectory directory, Frames frames, TimeProvider clock, HttpContext http) => Show(id, forms, notices, directory, frames, clock, http, null, "", FormErrors.None, StatusCodes.Status200OK)).ExcludeFromDescription();
        app.MapGet(Path + "/{id}/edit", Edit).ExcludeFromDescription();
        app.MapPost(Path + "/{id}/do/{slug}", Do).ExcludeFromDescription();
    }

    /// <summary>The commands on a proposal that the person may give now; nobody is offered to approve their own.</summary>
    public static ImmutableArray<ProposalForm> Offered(FormRevision? proposal, Organisation organisation, string person, DateTimeOffset now, IFormCollection? typed) =>
    [
        .. from type in Commands
           where proposal is not null && (proposal.AwaitsApproval || type == typeof(WithdrawFormRevision)) && !(type == typeof(ApproveFormRevision) && proposal.Proposers.Contains(person))
           let actor = Acting.As(organisation, person, Acting.Offices(type), Scope.Section(null), now)
           where actor is not null
           let slug = CommandCatalogue.Slug(type)
           select new ProposalForm(slug, type, actor, typed?[$"{slug}.reason"].ToString() ?? ""),
    ];

    public static bool MayPropose(Organisation organisation, string person, DateTimeOffset now) => Acting.As(organisation, person, Acting.Offices(typeof(ProposeFormRevision)), Scope.Section(null), now) is not null;

    private static async Task<IResult> List(FormDesk forms, OrganisationDirectory directory, Frames frames, TimeProvider clock, HttpContext http, string id, string from, FormErrors errors, int status)
    {
        var caller = Caller.Of(http, "web");
        return PageResult.Of<FormListPage>(new
        {
            Frame = await frames.Of(http),
            Forms = await forms.List(caller, http.RequestAborted),
            Templates = await forms.Templates(caller, http.RequestAborted),
            MayPropose = MayPropose(await directory.Get(caller.Tenant, http.RequestAborted), caller.PersonId ?? "", clock.GetUtcNow()),
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
            var offered = Offered(view.History.Proposal, organisation, caller.PersonId ?? "", clock.GetUtcNow(), typed);
            // What is offered no more has no field to lead to.
            if (offered.All(f => f.Slug != refused)) errors = new(errors.All.Select(e => e with { Field = "" }));
            return PageResult.Of<FormPage>(new
            {
                Frame = await frames.Of(http),
                View = view,
                Proposed = Proposed(view),
                Forms = offered,
                Events = await forms.Events(caller, view.History.Id, http.RequestAborted),
                MayPropose = MayPropose(organisation, caller.PersonId ?? "", clock.GetUtcNow()),
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
        return slug == Propose ? Draft(id, typed, at.GetRequiredService<FormDesk>(), at.GetRequiredService<Frames>(), http, notYet)
            : Show(id, at.GetRequiredService<FormDesk>(), at.GetRequiredService<NoticeDesk>(), at.GetRequiredService<OrganisationDirectory>(), at.GetRequiredService<Frames>(), at.GetRequiredService<TimeProvider>(), http, typed, slug, notYet, StatusCodes.Status200OK);
    }

    private static async Task<IResult> Edit(string id, FormDesk forms, Frames frames, HttpContext http)
    {
        try
        {
            var from = http.Request.Query["from"].ToString();
            var (view, basis) = await Basis(id, from, forms, Caller.Of(http, "web"), http.RequestAborted);
            return PageResult.Of<FormEditPage>(new { Frame = await frames.Of(http), Of = new FormEditor(view, basis, from, FormErrors.None, view.History.Proposal?.Reason ?? "", view.History.Proposal?.Source ?? "") });
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    private static async Task<IResult> Do(string id, string slug, FormDesk forms, NoticeDesk notices, OrganisationDirectory directory, Frames frames, TimeProvider clock, IAntiforgery antiforgery, HttpContext http)
    {
        if (!await antiforgery.IsRequestValidAsync(http) && await KeptForm.Of(http) is { TooLarge: false } kept) return await kept.Show(http, frames, http.RequestServices.GetRequiredService<CaseViews>());

        await antiforgery.ValidateRequestAsync(http);
        var typed = await http.Request.ReadFormAsync(http.RequestAborted);
        if (slug == Propose) return await Draft(id, typed, forms, frames, http);

        var (language, status, errors) = (Language.Of(http), StatusCodes.Status409Conflict, FormErrors.None);
        try
        {
            var command = Array.Find(Commands, t => CommandCatalogue.Slug(t) == slug) ?? throw new NotFoundException("その操作", "action");
            await forms.Take(FormHistory.FormKey(id), (ICommand<FormHistory, FormEvent>)FormReader.Read(command, slug, typed), new Sent(Caller.Of(http, "web")), http.RequestAborted);
            return PageResult.SeeOther($"{PathOf(id)}?done={slug}");
        }
        catch (PolicyViolationException e)
        {
            errors = RefusedField.Errors(e, Array.Find(Commands, t => CommandCatalogue.Slug(t) == slug)!, slug, typed, language);
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

    // The editor with what was typed: a sample, or the proposal.
    private static async Task<IResult> Draft(string id, IFormCollection typed, FormDesk forms, Frames frames, HttpContext http, FormErrors? notYet = null)
    {
        var (caller, language, from) = (Caller.Of(http, "web"), Language.Of(http), typed["from"].ToString());
        string Text(string name) => KeepableText.Of(typed[name].ToString())!;
        try
        {
            var (view, basis) = await Basis(id, from, forms, caller, http.RequestAborted);
            var editor = new FormEditor(view, FormSheet.Read(typed, basis), from, notYet ?? FormErrors.None, Text("reason"), Text("source"), Text("replacesBecause"), Sample: typed["look"].Count > 0);
            if (editor.Sample || notYet is not null) return PageResult.Of<FormEditPage>(new { Frame = await frames.Of(http), Of = editor });

            var (status, errors) = (StatusCodes.Status409Conflict, FormErrors.None);
            try
            {
                var version = long.TryParse(typed["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var v) ? v : 0;
                await forms.Take(FormHistory.FormKey(id), new ProposeFormRevision(editor.Form.ToJson(), editor.Reason, editor.Source, editor.ReplacesBecause), new Sent(caller, version), http.RequestAborted);
                return PageResult.SeeOther($"{PathOf(id)}?done={Propose}");
            }
            catch (PolicyViolationException e)
            {
                errors = new(e.Rules.Select(r => new FormError(Field(r), language.Of(r))));
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

    /// <summary>The field of the editor that a rule speaks of; empty for none.</summary>
    public static string Field(PolicyRule rule) => rule == Rules.ReasonGiven ? "reason" : rule == Rules.ComparedWithGiven ? "source" : rule == Rules.ProposalReplacedWithReason ? "replacesBecause" : "";

    // The open proposal is gone on with; else the version in force, or the copy of another form under a new id.
    private static async Task<(FormView View, FormDefinition Basis)> Basis(string id, string from, FormDesk forms, Caller caller, CancellationToken cancellation)
    {
        var all = await forms.List(caller, cancellation);
        if (all.FirstOrDefault(f => f.Id == id) is { } view) return (view, Proposed(view) ?? view.InForce ?? view.Versions[0].Form);

        var copied = all.FirstOrDefault(f => f.Id == from)?.Versions.FirstOrDefault()?.Form;
        return FormCheck.IsId(id) && copied is not null ? (new FormView(id, null, [], new(FormHistory.FormKey(id))), copied with { Id = id, OfficialNamesConfirmed = false })
            : throw new NotFoundException("その様式", "form");
    }

    // It was read when it was proposed; a later release of the product may know less.
    private static FormDefinition? Proposed(FormView view)
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

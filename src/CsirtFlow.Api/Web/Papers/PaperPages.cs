using System.Collections.Immutable;
using System.Text;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Documents;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;
using Npgsql;

namespace CsirtFlow.Api.Web.Papers;

/// <summary>文書 of an incident as pages: 起案, editor, 許可・承認・提出, and the frozen copies.</summary>
public static class PaperPages
{
    private const string One = "/incidents/{number}/documents/{form}/{issue:int}";

    private static readonly Type[] Commands =
        [typeof(ReviseDocument), typeof(SubmitDocument), typeof(PermitDocument), typeof(ReturnDocument), typeof(CheckPublication), typeof(ApproveDocument), typeof(FileDocument), typeof(WithdrawDocument), typeof(ReviewSeparation)];

    public static void MapPaperPages(this IEndpointRouteBuilder app)
    {
        app.MapPost("/incidents/{number}/documents", Draft);
        app.MapGet(One, (string number, string form, int issue, PaperViews views, Frames frames, HttpContext http) => Show(views, frames, http, new(number, form, issue), null));
        app.MapPost(One + "/do/{slug}", Do);
        app.MapGet("/incidents/{number}/verification", Verify);
        app.MapGet(One + "/copy-sheet", CopySheet);
        app.MapGet(One + "/paper", Paper);
        app.MapGet(One + "/copies/{sha256}", Copy);
    }

    private static async Task<IResult> Draft(string number, DocumentDesk documents, CaseViews cases, Frames frames, HttpContext http)
    {
        if (await KeptForm.NotYet(http) is { } kept) return kept;

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        try
        {
            var drafted = await documents.Draft(Caller.Of(http, "web"), number, new(form["form"].ToString(), form["final"] == "true", KeepableText.Of(form[$"{form["form"]}.reason"].ToString())!), http.RequestAborted);
            return PageResult.SeeOther($"/incidents/{number}/documents/{drafted.Basis.Form}/{drafted.Basis.Issue}");
        }
        catch (PolicyViolationException e)
        {
            var errors = new FormErrors(e.Rules.Select(r => new FormError(r == Rules.ReasonGiven ? $"{form["form"]}.reason" : "", Language.Of(http).Of(r))));
            var view = await cases.Of(Caller.Of(http, "web"), "incidents", number, new CaseWish(), new RefusedForm(CommandCatalogue.Slug(typeof(DraftDocument)), form, errors), http.RequestAborted);
            return PageResult.Of<CasePage>(new { Frame = await frames.Of(http), View = view }, StatusCodes.Status409Conflict);
        }
    }

    private static async Task<IResult> Verify(string number, CopyVerification verification, Frames frames, HttpContext http) =>
        PageResult.Of<VerificationPage>(new { Frame = await frames.Of(http), Number = number, Of = await verification.Of(Caller.Of(http, "web"), number, http.RequestAborted) });

    private static async Task<IResult> Show(PaperViews views, Frames frames, HttpContext http, PaperAddress address, RefusedPaper? refused, int status = StatusCodes.Status200OK)
    {
        try
        {
            var view = await views.Of(Caller.Of(http, "web"), address, refused, http.RequestAborted);
            return PageResult.Of<PaperPage>(new { Frame = await frames.Of(http), View = view, Done = http.Request.Query["done"].ToString() }, status);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    private static async Task<IResult> Do(string number, string form, int issue, string slug, DocumentDesk documents, PaperViews views, Frames frames, HttpContext http)
    {
        if (await KeptForm.NotYet(http) is { } kept) return kept;

        var (address, typed) = (new PaperAddress(number, form, issue), await http.Request.ReadFormAsync(http.RequestAborted));
        var command = Array.Find(Commands, t => CommandCatalogue.Slug(t) == slug);
        try
        {
            var type = command ?? throw new NotFoundException("その操作", "action");
            var wish = type == typeof(ReviseDocument) ? PaperRows.Read(typed) : (ICommand<CaseDocument, DocumentEvent>)FormReader.Read(type, slug, typed);
            await documents.Take(number, form, issue, wish, new Sent(Caller.Of(http, "web")), http.RequestAborted);
            return PageResult.SeeOther($"{address.Path}?done={slug}");
        }
        catch (PolicyViolationException e)
        {
            return await Show(views, frames, http, address, new(typed, RefusedField.Errors(e, command!, slug, typed, Language.Of(http)), slug), StatusCodes.Status409Conflict);
        }
        catch (BadRequestException e)
        {
            return await Show(views, frames, http, address, new(typed, FormErrors.Of(Language.Of(http).Of(e.Sentence)), slug), e.Status);
        }
        catch (ChangedMeanwhileException e)
        {
            return await Show(views, frames, http, address, new(typed, FormErrors.Of(Language.Of(http).Of(e.Sentence)), slug), StatusCodes.Status409Conflict);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    private static async Task<IResult> CopySheet(string number, string form, int issue, DocumentDesk documents, Frames frames, HttpContext http) =>
        PageResult.Of<CopySheetPage>(new { Frame = await frames.Of(http), View = await documents.View(Caller.Of(http, "web"), number, form, issue, http.RequestAborted), new PaperAddress(number, form, issue).Path });

    // Until it is approved, the document can be had as it will look; afterwards there are the frozen copies alone.
    private static async Task<IResult> Paper(string number, string form, int issue, DocumentDesk documents, Frames frames, HttpContext http)
    {
        var (language, view) = (Language.Of(http), await documents.View(Caller.Of(http, "web"), number, form, issue, http.RequestAborted));
        if (!view.Document.Copies.IsEmpty) return PageResult.SeeOther(new PaperAddress(number, form, issue).Path);

        string Name(string extension) => DocumentEndpoints.FileName(number, $"{view.Paper.Title}_{view.Paper.Mark}", extension);
        var format = http.Request.Query["format"].ToString();
        if (format is not "pdf") return DocumentFormats.Answer(view.Finished, format, Name, view.File.AsOf);

        return await documents.Print(view, view.Finished, http.RequestAborted) is { } pdf ? Results.File(pdf, "application/pdf", Name("pdf"))
            : PageResult.Message(await frames.Of(http), StatusCodes.Status503ServiceUnavailable, new PaperWords(language).NoPdf, new PaperWords(language).PrintInstead, new PaperWords(language).GoBack);
    }

    // A frozen copy is a download, of no type, in a sandbox.
    private static async Task<IResult> Copy(string number, string form, int issue, string sha256, DocumentDesk documents, NpgsqlDataSource source, HttpContext http)
    {
        var caller = Caller.Of(http, "web");
        var view = await documents.View(caller, number, form, issue, http.RequestAborted);
        var file = view.Document.Copies.FirstOrDefault(f => f.Sha256 == sha256) ?? throw new NotFoundException("そのファイル", "file");
        var bytes = await EvidenceStore.Load(source, caller.Tenant, sha256, http.RequestAborted) ?? throw new NotFoundException("そのファイル", "file");
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(bytes, "application/octet-stream", file.Name);
    }
}

/// <summary>Which document of which incident.</summary>
public sealed record PaperAddress(string Number, string Form, int Issue)
{
    public string Path => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/incidents/{Number}/documents/{Form}/{Issue}");
}

/// <summary>A form that was refused, with what was typed and why.</summary>
/// <param name="Slug">Of the form, which stays open.</param>
public sealed record RefusedPaper(IFormCollection Typed, FormErrors Errors, string Slug);
